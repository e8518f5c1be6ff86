"""What people fill in to write an annual review and the young people’s version."""

from collections.abc import Sequence
from typing import Any

from django import forms

from trust.foundation.design.fields import DayField
from trust.foundation.design.forms import PlainForm
from trust.vision.plan.forms.parts import New, OnAnEdition, asked_for, lines


class BeginReview(New):
    year_ending = DayField(
        label="On which day does the year end?",
        help_text="A review is begun in the last quarter of its year, or later.",
        error_messages=asked_for("Give the last day of the year that is reviewed, such as 31 March 2010."),
    )


class ReviewPartForm(OnAnEdition):
    text = forms.CharField(
        label="What do we say?",
        widget=lines(8),
        help_text="Short sentences that a parent can read.",
        error_messages=asked_for("Write something, or leave the part as it was drafted."),
    )
    evidence = forms.CharField(
        label="What does it rest on?",
        widget=lines(2),
        required=False,
        help_text="A figure with its source, or a report. A claim that rests on nothing is not published.",
    )


class PublishReview(PlainForm):
    decision = forms.ChoiceField(label="Which decision of the Board agreed it?", required=False)
    why = forms.CharField(
        label="What is this review, in a sentence?",
        max_length=300,
        error_messages=asked_for("Say what this review is, in a sentence the public can read."),
    )

    def __init__(self, *args: Any, decisions: Sequence[tuple[str, str]] = (), **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.offer("decision", [("", "None yet"), *decisions])


class YoungForm(OnAnEdition):
    text = forms.CharField(
        label="What do we say to young people?",
        widget=lines(8),
        help_text="Short words and short sentences. Read it to somebody aged ten.",
        error_messages=asked_for("Write something for young people to read."),
    )

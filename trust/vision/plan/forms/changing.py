"""What is filled in to comment on a draft, and to change what was promised with its reason."""

from typing import Any

from django import forms

from trust.foundation.design.fields import DayField, PartnerField
from trust.foundation.design.forms import PlainForm
from trust.vision.plan.forms.parts import New, OnAnEdition, asked_for, lines
from trust.vision.plan.forms.promising import NewAction


class CommentForm(New):
    text = forms.CharField(
        label="What do you want to say about it?",
        widget=lines(4),
        help_text="Colleagues read this. The text of the plan stays as it is.",
        error_messages=asked_for("Write what you want to say about it."),
    )


class AnswerForm(New):
    text = forms.CharField(
        label="What do you answer?",
        widget=lines(4),
        error_messages=asked_for("Say what was done about it, or why nothing was."),
    )
    settles = forms.BooleanField(label="This settles it", required=False, initial=True)


class RewordAction(NewAction, OnAnEdition):
    """The words of an action as they stand, to be changed with a reason."""

    why = forms.CharField(
        label="Why is it changed?",
        max_length=300,
        help_text="The public reads this.",
        error_messages=asked_for("Say why the words change."),
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        del self.fields["token"], self.fields["milestones"]


class PassOn(OnAnEdition):
    """To whom an action passes, from which day and why."""

    to = PartnerField(
        label="Who takes it over?",
        error_messages=asked_for("Choose the partner that takes it over."),
    )
    starts = DayField(
        label="From which day?",
        help_text="Until then the owner of today answers for it.",
        error_messages=asked_for("Say from which day, such as 1 July 2010."),
    )
    due = DayField(
        label="By when will it be done?",
        error_messages=asked_for("Say by which day, such as 31 March 2011."),
    )
    why = forms.CharField(
        label="Why does it pass on?",
        max_length=300,
        help_text="Such as: the body ends, and this one takes over its duties. The public reads this.",
        error_messages=asked_for("Say why it passes on: the reason is published."),
    )


class Reason(PlainForm):
    because = forms.CharField(
        label="Why?",
        widget=lines(3),
        help_text="It is kept beside what was promised.",
        error_messages=asked_for("Say why: the reason is published."),
    )


class Withdraw(Reason):
    said_by = forms.CharField(
        label="Who says so?",
        max_length=200,
        help_text="Their post, not their name.",
        error_messages=asked_for("Give the post of whoever withdraws it."),
    )

"""What an officer fills in to write the plan."""

from collections.abc import Sequence
from typing import Any

from django import forms

from trust.foundation.design.fields import DayField
from trust.foundation.design.forms import PlainForm
from trust.foundation.kernel.english import within
from trust.vision.outcomes.queries import all_aims
from trust.vision.outcomes.words import Outcome
from trust.vision.plan.forms.parts import New, OnAnEdition, asked_for, lines
from trust.vision.plan.words import AlignedWith


class PriorityForm(PlainForm):
    title = forms.CharField(
        label="What do we promise to change?",
        max_length=200,
        help_text="A short sentence.",
        error_messages=asked_for("Say what we promise to change."),
    )
    aim_for_all = forms.CharField(
        label="The aim for everyone",
        widget=lines(3),
        help_text="How far, and by when.",
        error_messages=asked_for("Say how far, for everyone, and by when."),
    )
    group = forms.CharField(
        label="Who is doing worst?",
        max_length=200,
        help_text="A group or a place.",
        error_messages=asked_for("Say which children are doing worst."),
    )
    comparator = forms.CharField(
        label="Compared with whom?",
        max_length=200,
        help_text="Never “all”: the others.",
        error_messages=asked_for("Say which others they are compared with."),
    )
    aim_for_group = forms.CharField(
        label="The aim for them",
        widget=lines(3),
        error_messages=asked_for("Say how far, for those doing worst."),
    )
    outcomes = forms.MultipleChoiceField(
        label="Which of the five outcomes does it serve?",
        choices=[(outcome.value, outcome.label) for outcome in Outcome],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    aims = forms.MultipleChoiceField(
        label="Which aims does it serve?",
        choices=[(aim.code, f"{aim.outcome.label}: {within(aim.says)}") for aim in all_aims().values()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="The outcome of each aim that you tick is served too.",
    )
    next_step = forms.CharField(label="What happens next", widget=lines(3), required=False)

    folded = ("aims",)


class NewPriority(PriorityForm, New):
    pass


class RewordPriority(PriorityForm, OnAnEdition):
    pass


class LinkFinding(PlainForm):
    finding = forms.UUIDField()


class StatementForm(OnAnEdition):
    text = forms.CharField(
        label="What do we say?",
        widget=lines(10),
        help_text="Short sentences that a parent can read.",
        error_messages=asked_for("Write the statement."),
    )
    adopted = forms.ChoiceField(label="Which decision adopted it?", required=False)

    def __init__(self, *args: Any, decisions: Sequence[tuple[str, str]] = (), **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.offer("adopted", [("", "None yet"), *decisions])


class AlignForm(PlainForm):
    aligned_with = forms.ChoiceField(
        label="What kind of plan is it?", choices=[(kind.value, kind.label) for kind in AlignedWith]
    )
    title = forms.CharField(
        label="What is it called?", max_length=200, error_messages=asked_for("Name the other plan.")
    )
    states = forms.CharField(
        label="How do the two agree?",
        widget=lines(4),
        error_messages=asked_for("Say how the two plans agree."),
    )
    evidence = forms.CharField(label="What shows it?", widget=lines(2), required=False)
    address = forms.URLField(label="Where can it be read?", required=False, assume_scheme="https")
    stated_on = DayField(
        label="On which day were they compared?",
        error_messages=asked_for("Give the day on which the two were compared."),
    )
    targets = forms.CharField(
        label="Its targets for children",
        widget=lines(4),
        required=False,
        help_text="One on each line. You link each to a priority next.",
    )


class OtherSideForm(PlainForm):
    on = DayField(label="On which day did it change?", error_messages=asked_for("Give the day."))
    what = forms.CharField(
        label="What changed?", max_length=300, error_messages=asked_for("Say what changed in it.")
    )


class GroupForm(PlainForm):
    group = forms.CharField(widget=forms.HiddenInput)
    priority = forms.ChoiceField(label="Which priority is for them?", required=False)
    reason = forms.CharField(label="Or why is none?", max_length=300, required=False)

    def __init__(self, *args: Any, priorities: Sequence[tuple[str, str]] = (), **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.offer("priority", [("", "None"), *priorities])

"""What officers fill in. Each new thing carries its own id, so a form sent twice makes one."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django import forms

from trust.foundation.design.fields import DayField
from trust.foundation.design.forms import PlainForm
from trust.foundation.kernel.ids import new_id
from trust.vision.outcomes.words import Outcome
from trust.vision.plan.rules.packs import ByHand
from trust.vision.plan.words import AlignedWith, Given, MeasureKind, Reach, Recurrence, Standing, Treatment


def of(words: type[StrEnum]) -> list[tuple[str, str]]:
    return [(word.value, word.value.capitalize()) for word in words]


def asked_for(sentence: str) -> dict[str, str]:
    """What an empty box says."""
    return {"required": sentence}


def lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class New(PlainForm):
    """A form that makes something: its token becomes the identifier of what it makes."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)


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
    next_step = forms.CharField(label="What happens next", widget=lines(3), required=False)


class NewPriority(PriorityForm, New):
    pass


class RewordPriority(PriorityForm):
    edition = forms.IntegerField(widget=forms.HiddenInput)


class NewAction(New):
    """Four things are needed; the rest waits under “Add more”."""

    what = forms.CharField(
        label="What will be done?",
        max_length=300,
        error_messages=asked_for("Say what will be done."),
    )
    owner = forms.CharField(
        label="Who will do it?",
        max_length=200,
        help_text="One partner organisation. Start to type its name.",
        widget=forms.TextInput(attrs={"list": "partners", "autocomplete": "off"}),
        error_messages=asked_for("Choose the partner that will do it."),
    )
    due = DayField(
        label="By when?",
        help_text="For example, 31 March 2011.",
        error_messages=asked_for("Say by which day, such as 31 March 2011."),
    )
    how_we_will_know = forms.CharField(
        label="How will we know?",
        widget=lines(3),
        error_messages=asked_for("Say how anyone will see that it is done."),
    )
    partners = forms.CharField(label="Who else helps", required=False, widget=lines(2))
    milestones = forms.CharField(label="Steps on the way", required=False, widget=lines(2))
    resources = forms.CharField(label="What it needs", required=False, widget=lines(2))
    reach = forms.ChoiceField(label="Whom it is for", required=False, choices=[("", "Choose"), *of(Reach)])
    what_works = forms.CharField(label="What makes us think it works", required=False, widget=lines(2))

    needed = ("what", "owner", "due", "how_we_will_know")
    more = ("partners", "milestones", "resources", "reach", "what_works")


class NewPledge(New):
    partner = forms.CharField(
        label="Which partner gives it?",
        max_length=200,
        widget=forms.TextInput(attrs={"list": "partners", "autocomplete": "off"}),
        error_messages=asked_for("Choose the partner that gives it."),
    )
    what = forms.CharField(
        label="What do they give?",
        max_length=300,
        error_messages=asked_for("Say what they give."),
    )
    given = forms.ChoiceField(label="Of what kind?", choices=of(Given))
    amount = forms.DecimalField(
        label="How much, in pounds?",
        required=False,
        min_value=Decimal("0.01"),
        max_digits=12,
        decimal_places=2,
        help_text="Leave empty for people, rooms or goods.",
    )
    agreed_by = forms.CharField(
        label="Who agreed it?",
        max_length=200,
        help_text="Their post, not their name.",
        error_messages=asked_for("Give the post of whoever agreed it."),
    )
    agreed_on = DayField(
        label="On which day?",
        error_messages=asked_for("Say on which day it was agreed."),
    )


class CorrectPledge(PlainForm):
    treatment = forms.ChoiceField(label="Who holds it?", choices=of(Treatment))
    recurrence = forms.ChoiceField(label="How often?", choices=of(Recurrence))
    power = forms.CharField(
        label="Under which power?",
        max_length=200,
        error_messages=asked_for("Name the power, such as section 10 of the Children Act 2004."),
    )


class NewMeasure(New):
    title = forms.CharField(
        label="What shall we call it?",
        max_length=200,
        error_messages=asked_for("Give the measure a name."),
    )
    kind = forms.ChoiceField(
        label="What does it measure?",
        choices=[
            (MeasureKind.POPULATION.value, "All children of a place"),
            (MeasureKind.SERVICE.value, "One service"),
        ],
    )
    indicator = forms.ChoiceField(label="Which figure?")
    areas = forms.MultipleChoiceField(
        label="For which places?",
        widget=forms.CheckboxSelectMultiple,
        error_messages=asked_for("Choose at least one place."),
    )
    owner = forms.CharField(
        label="Who answers for it?",
        max_length=200,
        widget=forms.TextInput(attrs={"list": "partners", "autocomplete": "off"}),
        error_messages=asked_for("Choose the partner that answers for it."),
    )
    baseline_period = forms.CharField(
        label="Baseline period",
        max_length=20,
        help_text="For example, 2007.",
        error_messages=asked_for("Give the baseline period, such as 2007."),
    )
    baseline = forms.DecimalField(
        label="Baseline",
        max_digits=12,
        decimal_places=4,
        error_messages=asked_for("Give the baseline as a number."),
    )
    target_period = forms.CharField(
        label="Target period",
        max_length=20,
        error_messages=asked_for("Give the target period, such as 2011."),
    )
    target = forms.DecimalField(
        label="Target",
        max_digits=12,
        decimal_places=4,
        error_messages=asked_for("Give the target as a number."),
    )

    def __init__(
        self, *args: Any, indicators: list[tuple[str, str]], places: list[tuple[str, str]], **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        self.fields["indicator"].choices = indicators  # type: ignore[attr-defined]  # a plain field by its type
        self.fields["areas"].choices = places  # type: ignore[attr-defined]  # likewise


class LinkFinding(PlainForm):
    finding = forms.UUIDField()


class NewReport(New):
    standing = forms.ChoiceField(
        label="How is it going?",
        choices=of(Standing),
        widget=forms.RadioSelect,
        error_messages=asked_for("Say how it is going."),
    )
    words = forms.CharField(
        label="What should people know?",
        required=False,
        widget=lines(3),
        help_text="Needed if it is at risk or not done.",
    )


class Publish(PlainForm):
    why = forms.CharField(
        label="What does this version change?",
        widget=lines(3),
        help_text="One or two sentences for the public.",
        error_messages=asked_for("Say what this version changes."),
    )
    because = forms.CharField(
        label="Why is it published without what is missing?",
        widget=lines(3),
        required=False,
        help_text="The public reads this too.",
    )

    def __init__(self, *args: Any, without: Sequence[str] = (), **kw: Any) -> None:
        super().__init__(*args, **kw)
        if not without:
            del self.fields["because"]

    def clean(self) -> dict[str, Any]:
        return {"because": "", **(super().clean() or {})}


class StatementForm(PlainForm):
    text = forms.CharField(
        label="What do we say?",
        widget=lines(10),
        help_text="Short sentences that a parent can read.",
        error_messages=asked_for("Write the statement."),
    )
    adopted = forms.ChoiceField(label="Which decision adopted it?", required=False)
    edition = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, decisions: Sequence[tuple[str, str]] = (), **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["adopted"].choices = [("", "None yet"), *decisions]  # type: ignore[attr-defined]  # a choice


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
        self.fields["priority"].choices = [("", "None"), *priorities]  # type: ignore[attr-defined]  # a choice


class MoveForm(PlainForm):
    why = forms.CharField(label="Why, in a line", max_length=300, required=False)
    decision = forms.ChoiceField(label="Which decision of the Board?", required=False)
    to = forms.ChoiceField(label="What comes next?", widget=forms.RadioSelect)

    def __init__(
        self,
        *args: Any,
        stages: Sequence[tuple[str, str]] = (),
        decisions: Sequence[tuple[str, str]] = (),
        **kw: Any,
    ) -> None:
        super().__init__(*args, **kw)
        self.fields["to"].choices = stages  # type: ignore[attr-defined]  # a plain choice by its type
        self.fields["decision"].choices = [("", "None"), *decisions]  # type: ignore[attr-defined]  # likewise


class ChallengeForm(PlainForm):
    text = forms.CharField(
        label="What do you ask?",
        widget=lines(4),
        error_messages=asked_for("Write what you ask."),
    )
    response_due = DayField(
        label="Answer by",
        error_messages=asked_for("Say by which day you want an answer."),
    )


class KeepPack(New):
    pass


class ChooseForPack(PlainForm):
    """A figure put in or left out of somebody's packs; `whom` is such as place:E07000088."""

    whom = forms.CharField(max_length=60)
    meeting = forms.CharField(max_length=40)
    item = forms.CharField(max_length=400)
    choice = forms.ChoiceField(choices=of(ByHand))

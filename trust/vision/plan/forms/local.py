"""What a local partnership fills in: its rows, its quarter, and how a plan of any kind is begun."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from trust.foundation.design.fields import DayField, PartnerField
from trust.foundation.design.forms import PlainForm
from trust.foundation.kernel.refusals import Refused
from trust.vision.plan.forms.parts import New, OnAnEdition, asked_for, lines, of
from trust.vision.plan.rules.local import FEWEST_TOLD, Targets, read_targets
from trust.vision.plan.words import RowState, Standing

type Choices = Sequence[tuple[str, str]]


class RowForm(PlainForm):
    """Only what is done and for which priority is needed; the rest may wait, and says that it does."""

    priority = forms.ChoiceField(label="Which of the county’s priorities does it serve?", required=False)
    own_priority = forms.CharField(label="Or which priority of your own?", max_length=200, required=False)
    what = forms.CharField(
        label="What will be done?", max_length=300, error_messages=asked_for("Say what will be done.")
    )
    owner = PartnerField(
        label="Who will do it?",
        required=False,
        help_text="One partner organisation. Leave it empty if it is to be confirmed.",
    )
    helps = forms.CharField(label="Who else helps?", max_length=300, required=False)
    how = forms.CharField(label="How?", widget=lines(3), required=False)
    due = DayField(label="By when?", required=False, help_text="For example, 31 March 2011.")
    success = forms.CharField(
        label="How will success be seen?", widget=lines(2), required=False, help_text="The success measure."
    )
    baseline = forms.CharField(
        label="Where are we now?", max_length=100, required=False, help_text="The baseline, such as 41%."
    )
    baseline_period = forms.CharField(
        label="In which year?", max_length=20, required=False, help_text="For example, 2008/09."
    )
    targets = forms.CharField(
        label="What do we aim at, year by year?",
        widget=lines(3),
        required=False,
        help_text="One on each line, such as 2010/11: 40%.",
    )
    indicator = forms.ChoiceField(label="Does a published figure show it?", required=False)
    state = forms.ChoiceField(
        label="How firm is it?",
        choices=of(RowState),
        widget=forms.RadioSelect,
        initial=RowState.PROVISIONAL.value,
        help_text="All three are honest answers. The public sees which.",
    )

    def __init__(self, *args: Any, priorities: Choices = (), indicators: Choices = (), **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.offer("priority", [("", "None of them"), *priorities])
        self.offer("indicator", [("", "None"), *indicators])

    def clean_targets(self) -> Targets:
        try:
            return read_targets(self.cleaned_data["targets"])
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal

    def clean_priority(self) -> UUID | None:
        return UUID(self.cleaned_data["priority"]) if self.cleaned_data["priority"] else None


class NewRow(RowForm, New):
    pass


class RewordRow(RowForm, OnAnEdition):
    pass


class EndRow(PlainForm):
    because = forms.CharField(
        label="Why does it end?", widget=lines(2), error_messages=asked_for("Say why it ends.")
    )


class PublishLocal(PlainForm):
    why = forms.CharField(
        label="What does this version change?",
        widget=lines(2),
        help_text="A sentence the public can read.",
        error_messages=asked_for("Say what this version changes."),
    )


class BeginPlan(New):
    kind = forms.ChoiceField(label="What kind of plan is it?")
    title = forms.CharField(
        label="What is it called?", max_length=200, error_messages=asked_for("Give the plan a name.")
    )
    first = DayField(label="From which day?")
    last = DayField(label="To which day?")
    body = forms.ChoiceField(
        label="Whose is it?", required=False, help_text="Only for a local delivery plan."
    )
    under = forms.ChoiceField(
        label="Below which plan does it stand?",
        required=False,
        help_text="A local delivery plan stands below the county’s.",
    )
    stands_for = forms.MultipleChoiceField(
        label="Does it also stand for another?",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="For example, a Children and Young People’s Plan that is the child poverty strategy too.",
    )

    def __init__(
        self, *args: Any, kinds: Choices = (), bodies: Choices = (), plans: Choices = (), **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        self.offer("kind", list(kinds))
        self.offer("stands_for", list(kinds))
        self.offer("body", [("", "The whole partnership’s"), *bodies])
        self.offer("under", [("", "None"), *plans])


class GivePen(PlainForm):
    worker = forms.ChoiceField(label="Who writes this plan?")

    def __init__(self, *args: Any, workers: Choices = (), **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.offer("worker", list(workers))


class ReturnForm(New):
    """One line for each row of a page, and a few words on the whole."""

    resting_on = forms.IntegerField(widget=forms.HiddenInput)
    words = forms.CharField(
        label="What should the county know?", widget=lines(4), required=False,
        help_text="What went well, what did not, and what you ask for.",
    )  # fmt: skip

    def __init__(self, *args: Any, rows: Sequence[tuple[str, str]] = (), **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.rows = rows
        for key, _ in rows:
            self.fields[f"standing-{key}"] = forms.ChoiceField(
                label="How is it going?", choices=[("", "Nothing to say yet"), *of(Standing)], required=False
            )
            self.fields[f"words-{key}"] = forms.CharField(
                label="What happened?", widget=lines(2), required=False, max_length=1000
            )
            self.fields[f"reached-{key}"] = forms.IntegerField(
                label="How many children did it reach?",
                min_value=0,
                required=False,
                help_text=f"Leave it empty if you do not know, or if it was from one to {FEWEST_TOLD - 1}.",
            )

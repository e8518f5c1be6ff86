"""How everyone will see whether a priority is met: a figure, and its path from a baseline to a target."""

from decimal import Decimal
from typing import Any

from django import forms

from trust.foundation.design.fields import PartnerField
from trust.foundation.design.forms import PlainForm
from trust.foundation.kernel.refusals import Refused
from trust.vision.plan.forms.changing import Reason
from trust.vision.plan.forms.parts import New, asked_for, lines
from trust.vision.plan.rules.yearly import Yearly, read_yearly
from trust.vision.plan.words import MeasureKind


class MeasuredPath(PlainForm):
    """Where a measure goes from and to; what lies between is straight unless yearly targets are given."""

    baseline_period = forms.CharField(
        label="Baseline period",
        max_length=20,
        help_text="For example, 2007.",
        error_messages=asked_for("Give the baseline period, such as 2007."),
    )
    baseline = forms.DecimalField(
        label="Baseline",
        required=False,
        max_digits=12,
        decimal_places=4,
        help_text="Leave empty to take the figure published for that period.",
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
    yearly_targets = forms.CharField(
        label="What do we aim at on the way, year by year?",
        required=False,
        widget=lines(3),
        help_text="One on each line, such as 2010: 60. Leave empty for equal steps.",
    )
    tolerance = forms.DecimalField(
        label="How far off is at risk, and not yet off track?",
        required=False,
        min_value=Decimal(0),
        max_digits=12,
        decimal_places=4,
        help_text="In the unit of the figure. Leave empty for a twentieth of where the path stands.",
    )
    own_baseline = forms.BooleanField(
        label="Partners agreed this baseline, though another figure is published",
        required=False,
    )

    more = ("yearly_targets", "tolerance", "own_baseline")

    @property
    def says_more(self) -> bool:
        """Whether something stands in a box that would be folded away."""
        return any(self[name].value() for name in self.more)

    def clean_yearly_targets(self) -> Yearly:
        try:
            return read_yearly(self.cleaned_data["yearly_targets"])
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal


class NewMeasure(MeasuredPath, New):
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
    owner = PartnerField(
        label="Who answers for it?",
        error_messages=asked_for("Choose the partner that answers for it."),
    )

    field_order = ("token", "title", "kind", "indicator", "areas", "owner")

    def __init__(
        self, *args: Any, indicators: list[tuple[str, str]], places: list[tuple[str, str]], **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        self.offer("indicator", indicators)
        self.offer("areas", places)


class ReplaceMeasure(Reason, MeasuredPath, New):
    """A new path for a measure; what it says now stands in every box."""

"""What officers fill in. Each new thing carries its own id, so a form sent twice makes one."""

from decimal import Decimal
from typing import Any

from django import forms

from trust.foundation.design.fields import DayField
from trust.foundation.kernel.ids import new_id
from trust.vision.plan.words import Given, MeasureKind, Reach, Recurrence, Standing, Treatment


def of(words: Any) -> list[tuple[str, str]]:
    return [(word.value, word.value.capitalize()) for word in words]


def lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class New(forms.Form):
    """A form that makes something: its token becomes the identifier of what it makes."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)


class PriorityForm(forms.Form):
    title = forms.CharField(
        label="What do we promise to change?", max_length=200, help_text="A short sentence."
    )
    aim_for_all = forms.CharField(
        label="The aim for everyone", widget=lines(3), help_text="How far, and by when."
    )
    group = forms.CharField(label="Who is doing worst?", max_length=200, help_text="A group or a place.")
    comparator = forms.CharField(
        label="Compared with whom?", max_length=200, help_text="Never “all”: the others."
    )
    aim_for_group = forms.CharField(label="The aim for them", widget=lines(3))
    next_step = forms.CharField(label="What happens next", widget=lines(3), required=False)


class NewPriority(PriorityForm, New):
    pass


class RewordPriority(PriorityForm):
    edition = forms.IntegerField(widget=forms.HiddenInput)


class NewAction(New):
    """Four things are needed; the rest waits under “Add more”."""

    what = forms.CharField(label="What will be done?", max_length=300)
    owner = forms.CharField(
        label="Who will do it?",
        max_length=200,
        help_text="One partner organisation. Start to type its name.",
        widget=forms.TextInput(attrs={"list": "partners", "autocomplete": "off"}),
    )
    due = DayField(label="By when?", help_text="For example, 31 March 2011.")
    how_we_will_know = forms.CharField(label="How will we know?", widget=lines(3))
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
    )
    what = forms.CharField(label="What do they give?", max_length=300)
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
        label="Who agreed it?", max_length=200, help_text="Their post, not their name."
    )
    agreed_on = DayField(label="On which day?")


class CorrectPledge(forms.Form):
    treatment = forms.ChoiceField(label="Who holds it?", choices=of(Treatment))
    recurrence = forms.ChoiceField(label="How often?", choices=of(Recurrence))
    power = forms.CharField(label="Under which power?", max_length=200)


class NewMeasure(New):
    title = forms.CharField(label="What shall we call it?", max_length=200)
    kind = forms.ChoiceField(
        label="What does it measure?",
        choices=[
            (MeasureKind.POPULATION.value, "All children of a place"),
            (MeasureKind.SERVICE.value, "One service"),
        ],
    )
    indicator = forms.ChoiceField(label="Which figure?")
    areas = forms.MultipleChoiceField(label="For which places?", widget=forms.CheckboxSelectMultiple)
    owner = forms.CharField(
        label="Who answers for it?",
        max_length=200,
        widget=forms.TextInput(attrs={"list": "partners", "autocomplete": "off"}),
    )
    baseline_period = forms.CharField(label="Baseline period", max_length=20, help_text="For example, 2007.")
    baseline = forms.DecimalField(label="Baseline", max_digits=12, decimal_places=4)
    target_period = forms.CharField(label="Target period", max_length=20)
    target = forms.DecimalField(label="Target", max_digits=12, decimal_places=4)

    def __init__(
        self, *args: Any, indicators: list[tuple[str, str]], places: list[tuple[str, str]], **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        self.fields["indicator"].choices = indicators  # type: ignore[attr-defined]  # a plain field by its type
        self.fields["areas"].choices = places  # type: ignore[attr-defined]  # likewise


class LinkFinding(forms.Form):
    finding = forms.UUIDField()


class NewReport(New):
    standing = forms.ChoiceField(label="How is it going?", choices=of(Standing), widget=forms.RadioSelect)
    words = forms.CharField(
        label="What should people know?",
        required=False,
        widget=lines(3),
        help_text="Needed if it is at risk or not done.",
    )


class Publish(forms.Form):
    why = forms.CharField(
        label="What does this version change?",
        widget=lines(3),
        help_text="One or two sentences for the public.",
    )


class ChallengeForm(forms.Form):
    text = forms.CharField(label="What do you ask?", widget=lines(4))
    response_due = DayField(label="Answer by")

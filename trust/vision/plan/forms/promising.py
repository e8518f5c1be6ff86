"""What is promised under a priority: actions, pledges, measures, and how each is going."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms

from trust.foundation.design.fields import DayField, PartnerField
from trust.foundation.design.forms import PlainForm
from trust.vision.plan.forms.parts import New, asked_for, lines, of
from trust.vision.plan.rules.milestones import SAY_A_STEP, Step, read_steps
from trust.vision.plan.words import Given, Reach, Receiver, Recurrence, Standing, Treatment


class NewAction(New):
    """Four things are needed; the rest waits under “Add more”."""

    what = forms.CharField(
        label="What will be done?",
        max_length=300,
        error_messages=asked_for("Say what will be done."),
    )
    owner = PartnerField(
        label="Who will do it?",
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
    partners = forms.CharField(
        label="Who else helps, in your own words",
        required=False,
        widget=lines(2),
        help_text="A note for readers. We ask only the partner that will do it how it goes.",
    )
    milestones = forms.CharField(
        label="Milestones on the way",
        required=False,
        widget=lines(3),
        help_text=f"{SAY_A_STEP} The partner that will do it holds them.",
    )
    resources = forms.CharField(label="What it needs", required=False, widget=lines(2))
    reach = forms.ChoiceField(label="Whom it is for", required=False, choices=[("", "Choose"), *of(Reach)])
    depends_on = forms.ChoiceField(label="What it waits for", required=False)
    prevention = forms.CharField(
        label="How it stops harm or helps early",
        required=False,
        widget=lines(2),
        help_text="Leave empty if it does not.",
    )
    what_works = forms.CharField(label="What makes us think it works", required=False, widget=lines(2))

    needed = ("what", "owner", "due", "how_we_will_know")
    more = ("partners", "milestones", "resources", "depends_on", "reach", "prevention", "what_works")

    def __init__(self, *args: Any, others: Sequence[tuple[str, str]] = (), **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.offer("depends_on", [("", "No other action"), *others])

    def clean_milestones(self) -> list[Step]:
        steps, wrong = read_steps(self.cleaned_data["milestones"])
        if wrong:
            raise forms.ValidationError(wrong)
        return steps


class NewPledge(New):
    partner = PartnerField(
        label="Which partner gives it?",
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
    receiver = forms.ChoiceField(label="For whom is it?", choices=of(Receiver))
    to_partner = PartnerField(
        label="Which partner receives it?",
        required=False,
        help_text="Only where you chose “One partner”.",
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

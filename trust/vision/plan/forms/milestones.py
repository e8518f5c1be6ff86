"""What is filled in about the steps on the way of an action."""

from django import forms

from trust.foundation.design.fields import DayField, PartnerField
from trust.foundation.design.forms import PlainForm
from trust.vision.plan.forms.parts import New, asked_for, lines

REACHED, NOT_YET = "reached", "not yet"


class ClaimForm(PlainForm):
    what = forms.CharField(
        label="What is the milestone?",
        max_length=200,
        help_text="Something anyone can see, such as “Nine of eleven schools have it”.",
        error_messages=asked_for("Say what the milestone is."),
    )
    on = DayField(
        label="By when?",
        help_text="For example, 30 September 2010.",
        error_messages=asked_for("Say by which day, such as 30 September 2010."),
    )
    owner = PartnerField(label="Who holds it?", error_messages=asked_for("Choose the partner that holds it."))


class TakeForm(PlainForm):
    owner = PartnerField(
        label="Who holds it now?", error_messages=asked_for("Choose the partner that holds it.")
    )


class ReachForm(New):
    on = DayField(
        label="On which day was it reached?",
        error_messages=asked_for("Say on which day it was reached, such as 8 June 2010."),
    )
    evidence = forms.CharField(
        label="What shows it?",
        widget=lines(3),
        help_text="A report, a count, a place that is open. Write of no child. The public reads this.",
        error_messages=asked_for("Say what shows that it was reached: people will read it."),
    )


class StepMoveForm(New):
    to = DayField(
        label="To which day does it move?",
        help_text="For example, 31 December 2010.",
        error_messages=asked_for("Say to which day, such as 31 December 2010."),
    )
    why = forms.CharField(
        label="Why?",
        widget=lines(3),
        help_text="The public reads this.",
        error_messages=asked_for("Say why its day moves: the reason is published."),
    )


class StepWithdrawForm(New):
    why = forms.CharField(
        label="Why will it not be reached?",
        widget=lines(3),
        help_text="The public reads this.",
        error_messages=asked_for("Say why it is withdrawn: the reason is published."),
    )


class GiveUpForm(PlainForm):
    why = forms.CharField(
        label="Why does it let go of it?",
        max_length=300,
        error_messages=asked_for("Say why it is given up."),
    )


class AnswerStep(New):
    """What a partner says by link of a milestone it holds."""

    how = forms.ChoiceField(
        label="Is it reached?",
        choices=[(REACHED, "Yes, it is reached"), (NOT_YET, "Not yet")],
        widget=forms.RadioSelect,
        error_messages=asked_for("Say whether it is reached."),
    )
    on = DayField(
        label="On which day?",
        required=False,
        help_text="The day it was reached (empty means today), or the new day if it moves.",
    )
    words = forms.CharField(
        label="What shows it, or what holds it up?",
        widget=lines(3),
        help_text="One line is enough.",
        error_messages=asked_for("Say what shows it, or why it is not reached yet."),
    )

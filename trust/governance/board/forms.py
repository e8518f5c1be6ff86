from collections.abc import Sequence
from typing import Any

from django import forms

from trust.foundation.design.fields import DayField, PartnerField
from trust.foundation.design.forms import PlainForm
from trust.foundation.kernel.ids import new_id

LONGEST_LINE = 400


class WhichDay(PlainForm):
    """Which Board is judged, and by the law of which day."""

    on = DayField(label="On")
    law_on = DayField(label="By the law of another day", required=False)


class WhichDecisions(PlainForm):
    """What was decided: by words, and between two days."""

    words = forms.CharField(label="Words to look for", max_length=80, required=False)
    since = DayField(label="From", required=False)
    until = DayField(label="To", required=False)


class RecordDecision(PlainForm):
    """What was decided: its text, its day, and one plain line that anyone understands."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    body = forms.ChoiceField(label="Who decided it?")
    day = DayField(label="On which day?", error_messages={"required": "Say on which day it was decided."})
    public_line = forms.CharField(
        label="In one plain line",
        max_length=LONGEST_LINE,
        help_text="What it means for children and families. The public reads this first.",
        error_messages={"required": "Say it in one plain line for the public."},
    )
    text = forms.CharField(
        label="What was decided, in full",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write what was decided."},
    )
    owner = PartnerField(
        label="Which partner does it?",
        required=False,
        help_text="Leave it empty if there is nothing to do. Start to type its name.",
    )
    due = DayField(label="By when?", required=False, help_text="For example, 30 September 2010.")

    def __init__(self, *args: Any, bodies: Sequence[tuple[str, str]] = (), **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.offer("body", bodies)


class CorrectDecision(RecordDecision):
    """The words as they stand, to be put right with a reason."""

    because = forms.CharField(
        label="Why is it corrected?",
        max_length=300,
        help_text="The public reads this.",
        error_messages={"required": "Say why it is corrected: the reason is published."},
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        del self.fields["body"], self.fields["day"]


class AsAt(PlainForm):
    """The family tree of which day, and beside which other."""

    on = DayField(label="As at")
    compare = DayField(label="Compare with another day", required=False)


class DecisionDone(PlainForm):
    done = DayField(label="On which day was it done?", error_messages={"required": "Say on which day."})

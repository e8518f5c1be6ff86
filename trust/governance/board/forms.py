from django import forms

from trust.foundation.design.fields import DayField
from trust.foundation.design.forms import PlainForm


class WhichDay(PlainForm):
    """Which Board is judged, and by the law of which day."""

    on = DayField(label="On")
    law_on = DayField(label="By the law of another day", required=False)


class WhichDecisions(PlainForm):
    """What was decided: by words, and between two days."""

    words = forms.CharField(label="Words to look for", max_length=80, required=False)
    since = DayField(label="From", required=False)
    until = DayField(label="To", required=False)


class AsAt(PlainForm):
    """The family tree of which day, and beside which other."""

    on = DayField(label="As at")
    compare = DayField(label="Compare with another day", required=False)

from django import forms

from trust.foundation.design.fields import DayField


class WhichDay(forms.Form):
    """Which Board is judged, and by the law of which day."""

    on = DayField(label="On", required=False)
    law_on = DayField(label="By the law of another day", required=False)


class AsAt(forms.Form):
    on = DayField(label="As at", required=False)

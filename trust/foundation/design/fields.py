"""Form fields that people fill in as they would say it."""

from datetime import date, datetime
from typing import Any

from django import forms

from trust.foundation.kernel.days import parse_day


class DayField(forms.CharField):
    """A day in one box, in words or figures."""

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        try:
            return parse_day(str(value))
        except ValueError as wrong:
            raise forms.ValidationError(str(wrong)) from wrong

    def prepare_value(self, value: Any) -> Any:
        return f"{value.day} {value:%B %Y}" if isinstance(value, date) else value


class PartnerField(forms.CharField):
    """A partner by its name: the page lists, as `partners`, those that may be chosen."""

    def __init__(self, **options: Any) -> None:
        usual: dict[str, Any] = {
            "max_length": 200,
            "help_text": "One partner organisation. Start to type its name.",
        }
        super().__init__(**usual | options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "list": "partners", "autocomplete": "off"}

"""How pages write days, figures and form fields."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.forms.widgets import Input

from trust.foundation.design.charts.scales import in_figures
from trust.foundation.design.fields import DayField
from trust.foundation.kernel import english

register = template.Library()

CLASSES: list[tuple[type[forms.Widget], str]] = [
    (forms.Textarea, "govuk-textarea"),
    (forms.Select, "govuk-select"),
    (Input, "govuk-input"),
]
MANY: list[tuple[type[forms.Widget], str]] = [
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
]


@register.filter
def day(value: date | None) -> str:
    """The day in words, kept on one line: 8 June 2010."""
    return f"{value.day}\u00a0{value:%B}\u00a0{value.year}" if value else ""


@register.filter
def short_day(value: date | None) -> str:
    """The day in short: 8 Jun 2010."""
    return f"{value.day}\u00a0{value:%b}\u00a0{value.year}" if value else ""


@register.filter
def figure(value: float | Decimal | None, places: int = 1) -> str:
    """A figure to one place, half up, without an idle nought; a missing one is words, not nought."""
    return "not known" if value is None else in_figures(value, places)


@register.filter
def money(value: Decimal | None) -> str:
    """Pounds, with pence only where there are some."""
    if value is None:
        return "not known"
    return f"£{value:,.0f}" if value == value.to_integral_value() else f"£{value:,.2f}"


@register.filter
def interval(value: Any) -> str:
    """Where the true figure very probably lies: 41.4 to 55.6."""
    if value is None or value.lower is None or value.upper is None:
        return "no interval"
    return f"{figure(value.lower)} to {figure(value.upper)}"


@register.filter
def counted(number: int, thing: str) -> str:
    """A count with its thing, in words while it is small: three things, 14 things."""
    return english.counted(number, thing)


@register.filter
def within(sentence: str) -> str:
    """A sentence as part of another: its first letter small."""
    return english.within(sentence)


@register.filter
def exactly(number: Decimal) -> str:
    """A number as it was written, without the noughts that a column adds."""
    return english.exactly(number)


@register.filter
def numeral(number: int) -> str:
    """A count alone, in words while it is small."""
    return english.number(number)


@register.inclusion_tag("design/sort_head.html")
def sort_head(label: str, key: str, *, sort: str, others: str = "", figures: bool = False) -> dict[str, Any]:
    """A column's head that sorts by it; chosen again, it turns round. `others` is the rest of the address."""
    now = {key: "ascending", f"-{key}": "descending"}.get(sort, "none")
    link = f"?{others}sort={'-' if now == 'ascending' else ''}{key}"
    return {"label": label, "now": now, "link": link, "figures": figures}


@register.simple_tag
def first_id(bound: BoundField) -> str:
    """The identifier an error links to: the field, or the first of its choices."""
    return f"{bound.auto_id}_0" if kind_of(bound, MANY) else str(bound.id_for_label)


@register.inclusion_tag("design/field.html")
def field(bound: BoundField) -> dict[str, Any]:
    """Draw a form's field with its label, hint and error, tied together for a screen reader."""
    described = described_by(bound)
    many = kind_of(bound, MANY)
    widget = bound.field.widget
    if many:
        widget.attrs["class"] = f"govuk-{many}__input"
        return {"bound": bound, "many": many, "described": described}
    attrs: dict[str, str | bool] = {"class": classes_of(bound)}
    if described:
        attrs["aria-describedby"] = described
    if bound.errors:
        attrs["aria-invalid"] = "true"
    one_box = isinstance(widget, forms.CheckboxInput)
    return {"bound": bound, "drawn": bound.as_widget(attrs=attrs), "one_box": one_box}


def classes_of(bound: BoundField) -> str:
    """The widget's classes: its kind's, its own, and those of an error or of a day's shorter box."""
    if isinstance(bound.field.widget, forms.CheckboxInput):
        return "govuk-checkboxes__input"
    kind = kind_of(bound, CLASSES)
    more = [str(bound.field.widget.attrs.get("class", ""))]
    more += [f"{kind}--error"] if bound.errors else []
    more += [f"{kind}--width-20"] if isinstance(bound.field, DayField) else []
    return " ".join(filter(None, [kind, *more]))


def kind_of(bound: BoundField, kinds: list[tuple[type[forms.Widget], str]]) -> str:
    return next((name for widget, name in kinds if isinstance(bound.field.widget, widget)), "")


def described_by(bound: BoundField) -> str:
    parts = [f"{bound.auto_id}-hint"] if bound.help_text else []
    return " ".join([*parts, *([f"{bound.auto_id}-error"] if bound.errors else [])])


@register.filter
def px(value: float) -> str:
    """A length on a drawing, to a tenth; as text, for a number would be put into the reader’s language."""
    near = round(value, 1)
    return str(int(near) if near == int(near) else near)

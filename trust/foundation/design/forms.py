"""The base of every form, which speaks in sentences, and the form of the page of parts."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict

from trust.foundation.design.fields import DayField
from trust.foundation.kernel.english import without_turns

OLD_PAGE = "Part of this page did not reach us. Open it again and send it once more."


class PlainForm(forms.Form):
    """A form whose every error is a sentence that names its field; a field's own words come first."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if isinstance(self.data, QueryDict):
            self.data = as_it_reads(self.data)
        for field in self.fields.values():
            speak_plainly(field)

    def offer(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        """Let a field be answered by these; errors: TypeError for a field that is no choice."""
        field = self.fields[name]
        if not isinstance(field, forms.ChoiceField):
            raise TypeError(f"“{name}” is not answered by a choice.")
        field.choices = list(choices)


def as_it_reads(sent: QueryDict) -> QueryDict:
    """What was sent, without the unseen marks that would make a page show it in another order."""
    read = QueryDict(mutable=True, encoding=sent.encoding)
    for name, values in sent.lists():
        read.setlist(name, [without_turns(value) if isinstance(value, str) else value for value in values])
    return read


def speak_plainly(field: forms.Field) -> None:
    """Put a sentence in the place of each of Django's own messages that the field did not replace."""
    # A browser would cut off the end of what is pasted, and say nothing: the form says it instead.
    field.widget.attrs.pop("maxlength", None)
    # Some of Django's messages are filled in with `%`, so none may hold one of its own.
    label = str(field.label or "").replace("%", "per cent")
    for code, sentence in sentences(field, label).items():
        if field.error_messages.get(code) is defaults(field).get(code):
            field.error_messages[code] = OLD_PAGE if field.widget.is_hidden else sentence


def defaults(field: forms.Field) -> dict[str, Any]:
    """The messages that a kind of field is born with."""
    born: dict[str, Any] = {}
    for kind in reversed(type(field).__mro__):
        born |= getattr(kind, "default_error_messages", {})
    return born


def sentences(field: forms.Field, label: str) -> dict[str, str]:
    """What can be wrong with a field of this kind, each in words a person can act on."""
    if isinstance(field, DayField):
        return {"required": f"Write a day for “{label}”, such as 8 June 2010."}
    if isinstance(field, forms.ChoiceField):
        choose = f"Choose an answer to “{label}”."
        return {"required": choose, "invalid_choice": choose, "invalid_list": choose}
    if isinstance(field, forms.BooleanField):
        return {"required": f"Tick “{label}” before you go on."}
    if isinstance(field, forms.IntegerField):
        return _of_number(field, label)
    found = {"required": f"Fill in “{label}”.", "invalid": f"We cannot read what is in “{label}”."}
    # Only a limit given as `max_length`: a validator of the field's own brings its own words.
    if getattr(field, "max_length", None):
        found["max_length"] = f"Shorten “{label}” to %(limit_value)d characters. You wrote %(show_value)d."
    return found | {"null_characters_not_allowed": f"We cannot read what is in “{label}”."}


def _of_number(field: forms.IntegerField, label: str) -> dict[str, str]:
    """Of whole numbers and, their heirs in Django, of decimals."""
    number = (
        f"Write “{label}” as a number, such as {'12.50' if isinstance(field, forms.DecimalField) else '12'}."
    )
    return {
        "required": number,
        "invalid": number,
        "min_value": f"“{label}” must be %(limit_value)s or more.",
        "max_value": f"“{label}” must be %(limit_value)s or less.",
        "max_digits": f"“{label}” is too long a number: use %(max)s figures or fewer.",
        "max_decimal_places": f"Write “{label}” with no more than %(max)s figures after the point.",
        "max_whole_digits": f"“{label}” is too large: use %(max)s figures or fewer before the point.",
    }


class EveryField(PlainForm):
    """Sent without an owner it shows every kind of error; it keeps nothing."""

    what = forms.CharField(
        label="What will be done?", help_text="One thing, in one sentence.", max_length=200
    )
    owner = forms.ChoiceField(
        label="Who answers for it?",
        choices=[("", "Choose a partner"), ("council", "County Council"), ("trust", "Primary Care Trust")],
        error_messages={"required": "The Board cannot own an action: choose the partner that will do it."},
    )
    due = DayField(label="By when?", help_text="For example, 31 March 2011.")
    known_by = forms.CharField(
        label="How will we know?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say how anyone will see that it is done."},
    )
    held = forms.ChoiceField(
        label="How is the money held?",
        choices=[("pooled", "Pooled"), ("aligned", "Aligned"), ("own", "In the partner’s own budget")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how the money is held."},
    )
    reaches = forms.MultipleChoiceField(
        label="Whom does it reach?",
        choices=[("all", "All children"), ("some", "Those doing worst")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    told = forms.BooleanField(
        label="The partner’s chief officer has agreed to this",
        error_messages={"required": "Ask the partner’s chief officer before you save this."},
    )

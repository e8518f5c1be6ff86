"""What every form of the plan is made of. A new thing carries its own id: a form sent twice makes one."""

from enum import StrEnum

from django import forms

from trust.foundation.design.forms import PlainForm
from trust.foundation.kernel.ids import new_id


def of(words: type[StrEnum]) -> list[tuple[str, str]]:
    return [(word.value, word.value.capitalize()) for word in words]


def asked_for(sentence: str) -> dict[str, str]:
    """What an empty box says."""
    return {"required": sentence}


def lowered(sentence: str) -> str:
    return f"{sentence[0].lower()}{sentence[1:]}"


def lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class New(PlainForm):
    """A form that makes something: its token becomes the identifier of what it makes."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)

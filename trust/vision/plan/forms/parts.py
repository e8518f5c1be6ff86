"""What every form of the plan is made of. A new thing carries its own id: a form sent twice makes one."""

from enum import StrEnum

from django import forms
from django.http import QueryDict

from trust.foundation.design.forms import PlainForm
from trust.foundation.kernel.ids import new_id


def of(words: type[StrEnum]) -> list[tuple[str, str]]:
    return [(word.value, word.value.capitalize()) for word in words]


def asked_for(sentence: str) -> dict[str, str]:
    """What an empty box says."""
    return {"required": sentence}


def lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class New(PlainForm):
    """A form that makes something: its token becomes the identifier of what it makes."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)


class OnAnEdition(PlainForm):
    """A form that rests on an edition of a text: of two who save at once the second is told."""

    edition = forms.IntegerField(widget=forms.HiddenInput)

    def is_overtaken(self, newest: int, sentence: str) -> bool:
        """Whether a newer edition was saved meanwhile; then every answer stands, resting on that one."""
        if not self.is_bound or str(self.data.get("edition")) == str(newest):
            return False
        answers = QueryDict(mutable=True)
        answers.update(self.data)
        answers["edition"] = str(newest)
        self.data = answers
        self.full_clean()
        self.add_error(None, sentence)
        return True

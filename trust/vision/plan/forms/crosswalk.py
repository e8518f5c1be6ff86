"""How a thing is let count in another plan, and stopped."""

from collections.abc import Sequence
from typing import Any

from django import forms

from trust.foundation.design.forms import PlainForm
from trust.vision.plan.forms.parts import asked_for

type Choices = Sequence[tuple[str, str]]


class CountForm(PlainForm):
    plan = forms.ChoiceField(label="In which other plan does it count?")

    def __init__(self, *args: Any, plans: Choices = (), **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.offer("plan", list(plans))


class StopForm(PlainForm):
    counts = forms.ChoiceField(label="Where does it count no longer?")
    why = forms.CharField(
        label="Why?", max_length=300, error_messages=asked_for("Say why it no longer counts there.")
    )

    def __init__(self, *args: Any, plans: Choices = (), **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.offer("counts", list(plans))

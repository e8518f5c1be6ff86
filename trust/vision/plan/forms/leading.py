"""What leads a plan through its life, and what a meeting is given."""

from collections.abc import Sequence
from typing import Any

from django import forms

from trust.foundation.design.forms import PlainForm
from trust.vision.plan.forms.parts import New, asked_for, lines, of
from trust.vision.plan.words import ByHand, Stage


class Publish(PlainForm):
    why = forms.CharField(
        label="What does this version change?",
        widget=lines(3),
        help_text="One or two sentences for the public. Of a first version, say what the plan is for.",
        error_messages=asked_for("Say what this version changes."),
    )
    because = forms.CharField(
        label="Why is it published without what is missing?",
        widget=lines(3),
        required=False,
        help_text="The public reads this too.",
    )

    def __init__(self, *args: Any, without: Sequence[str] = (), **kw: Any) -> None:
        super().__init__(*args, **kw)
        if not without:
            del self.fields["because"]

    def clean(self) -> dict[str, Any]:
        return {"because": "", **(super().clean() or {})}


class MoveForm(PlainForm):
    """Moves a plan to one stage; what the Board agreed says why by its decision."""

    why = forms.CharField(label="Why, in a line", max_length=300, required=False)
    decision = forms.ChoiceField(
        label="Which decision of the Board agreed it?",
        error_messages=asked_for("Choose the decision of the Board that agreed it."),
    )

    def __init__(self, *args: Any, to: Stage, decisions: Sequence[tuple[str, str]] = (), **kw: Any) -> None:
        self.to = to
        super().__init__(*args, auto_id=f"{to.name.lower()}_%s", **kw)
        if to is Stage.AGREED:
            del self.fields["why"]
            self.offer("decision", [("", "Choose a decision"), *decisions])
        else:
            del self.fields["decision"]

    def clean(self) -> dict[str, Any]:
        return {"decision": "", "why": "", **(super().clean() or {})}


class KeepPack(New):
    pass


class ChooseForPack(PlainForm):
    """A figure put in or left out of somebody's packs; `whom` is such as place:E07000088."""

    whom = forms.CharField(max_length=60)
    meeting = forms.CharField(max_length=40)
    item = forms.CharField(max_length=400)
    choice = forms.ChoiceField(choices=of(ByHand))

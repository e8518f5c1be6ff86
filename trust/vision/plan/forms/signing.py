"""How a partner signs its own part, or says why it does not; and how a text is proved."""

from typing import Any

from django import forms

from trust.foundation.design.fields import DayField
from trust.foundation.design.forms import PlainForm
from trust.vision.plan.forms.parts import asked_for, lines

LARGEST = 2_000_000
TOO_LARGE = "This file is over 2 MB. Choose the text that was signed, or a list of schools."
REGISTER, LIST = "register", "list"


def text_of(file: Any) -> str:
    """What a file says, as text; errors: ValidationError."""
    if file.size > LARGEST:
        raise forms.ValidationError(TOO_LARGE)
    try:
        return str(file.read().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise forms.ValidationError("We cannot read this file as text. Save it as CSV.") from None


class SignPart(PlainForm):
    """`seen` is the hash of the text that was on the page; only the office gives a day of its own."""

    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)
    signed_by = forms.CharField(
        label="Who signs?",
        max_length=200,
        help_text="Their post, not their name.",
        error_messages=asked_for("Give the post of whoever signs."),
    )
    signed_on = DayField(
        label="On which day was the paper signed?",
        error_messages=asked_for("Say on which day it was signed."),
    )
    schools_from = forms.ChoiceField(
        label="For which schools or colleges do you sign?",
        choices=[
            ("", "Only for ourselves"),
            (REGISTER, "For every school of the register that is open"),
            (LIST, "For those in a list"),
        ],
        required=False,
        widget=forms.RadioSelect,
    )
    schools = forms.CharField(
        label="The list",
        widget=lines(5),
        required=False,
        help_text="One on each line: the number (URN), a comma, the name: 116001, Forest Edge School.",
    )
    file = forms.FileField(label="Or a file with the list (CSV)", required=False)
    read = forms.BooleanField(
        label="We have read our part, and it is what we promise",
        error_messages={"required": "Read your part, and tick that it is what you promise."},
    )

    def __init__(self, *args: Any, by_office: bool = False, for_schools: bool = False, **kw: Any) -> None:
        super().__init__(*args, **kw)
        gone = [] if by_office else ["signed_on"]
        gone += [] if for_schools else ["schools_from", "schools", "file"]
        for name in gone:
            del self.fields[name]

    def clean_file(self) -> str:
        file = self.cleaned_data["file"]
        return text_of(file) if file else ""


class Decline(PlainForm):
    said_by = forms.CharField(
        label="Who says so?",
        max_length=200,
        help_text="Their post, not their name.",
        error_messages=asked_for("Give the post of whoever says so."),
    )
    reason = forms.CharField(
        label="Why do you not sign?",
        widget=lines(3),
        max_length=1000,
        help_text="The public reads this.",
        error_messages=asked_for("Say why, in a sentence the public can read."),
    )


class SignJointly(PlainForm):
    partner = forms.ChoiceField(label="Who signs?", error_messages=asked_for("Choose who signs."))
    signed_by = forms.CharField(
        label="Their post", max_length=200, error_messages=asked_for("Give the post of whoever signs.")
    )
    signed_on = DayField(label="On which day?", error_messages=asked_for("Say on which day it was signed."))

    def __init__(self, *args: Any, partners: list[tuple[str, str]] | None = None, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.offer("partner", partners or [])


class Prove(PlainForm):
    text = forms.CharField(
        label="The text that was signed", widget=lines(8), required=False, strip=False, max_length=LARGEST
    )
    file = forms.FileField(label="Or the file with it", required=False)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        file = found.get("file")
        found["text"] = text_of(file) if file else found.get("text", "")
        if not found["text"].strip() and not self.errors:
            raise forms.ValidationError("Paste the text that was signed, or choose the file with it.")
        return found

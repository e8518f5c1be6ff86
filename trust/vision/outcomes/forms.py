from collections.abc import Sequence

from django import forms

from trust.foundation.design.fields import DayField
from trust.foundation.design.forms import PlainForm
from trust.vision.outcomes.formats.official.assemble import Told


class BringIn(PlainForm):
    """An official file of figures, as it was downloaded."""

    file = forms.FileField(
        label="Which file?",
        help_text=(
            "A CSV file or a spreadsheet (.xlsx) of up to 200 MB, or a boundary file (GeoJSON) of up to "
            "60 MB, as the publisher gives it out. Do not change it first. A large file can take a minute "
            "to read."
        ),
        error_messages={
            "required": "Choose a file.",
            "empty": "This file is empty. Download it again.",
            "missing": "Choose a file.",
        },
    )


class WhatTheFileDoesNotSay(PlainForm):
    """What whoever brings a file in must say of it, where the file does not."""

    published_on = DayField(
        label="When was it published?",
        required=False,
        help_text=(
            "For example 8 June 2010. Give a day if every figure in the file came out on it. "
            "Leave it empty and we estimate: the end of each period, and the usual delay."
        ),
    )
    licence = forms.CharField(
        label="Under which licence?",
        required=False,
        max_length=80,
        help_text="For example “OGL v3”, or “Ours: not for publication”.",
    )
    sheet = forms.CharField(label="Which sheet?", required=False)
    confirmed = forms.BooleanField(label="I have looked at these figures, and they are right", required=False)

    @property
    def told(self) -> Told:
        """What has been said so far; nothing where it cannot be read."""
        said = self.cleaned_data if self.is_valid() else {}
        return Told(said.get("published_on"), said.get("licence", ""), said.get("sheet", ""))

    def keep_only(self, *, sheets: Sequence[str], licence: bool, confirm: bool) -> None:
        """Leave out the questions that this file does not raise."""
        if len(sheets) > 1:
            self.fields["sheet"].widget = forms.Select(choices=[(name, name) for name in sheets])
        kept = {"published_on": True, "licence": licence, "sheet": len(sheets) > 1, "confirmed": confirm}
        for name in [name for name in self.fields if not kept[name]]:
            del self.fields[name]

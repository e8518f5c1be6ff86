"""What an officer says of a spreadsheet that holds a plan, and of a row of it that waits."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from django import forms

from trust.foundation.design.fields import PartnerField
from trust.foundation.design.forms import PlainForm, speak_plainly
from trust.vision.plan.forms.parts import asked_for, lines
from trust.vision.plan.rules.brought import Answers
from trust.vision.plan.rules.columns import Head
from trust.vision.plan.rules.measured import OF_A_MEASURE
from trust.vision.plan.words import NEVER_LOADED, Column

LEFT_OUT = "-"
MEANINGS = [(LEFT_OUT, "Leave it out"), *((column.value, column.value) for column in Column)]
COLUMNS = {column.value: column for column in Column}
A_PLACE = re.compile(r"\d{1,2}")
LONG = frozenset(
    {
        Column.KNOWN_BY,
        Column.AIM_FOR_ALL,
        Column.AIM_FOR_GROUP,
        Column.ACTION,
        Column.MILESTONES,
        Column.RESTS_ON,
    }
)
ALWAYS = (Column.PRIORITY, Column.ACTION, Column.OWNER, Column.DUE, Column.KNOWN_BY)


NOTHING: Mapping[str, str] = MappingProxyType({})


class ChooseSheet(PlainForm):
    file = forms.FileField(
        label="Which file holds the plan?",
        help_text="A spreadsheet (.xlsx) or a CSV file of up to 10 MB. You look before anything is loaded.",
        error_messages={
            "required": "Choose a file.",
            "missing": "Choose a file.",
            "empty": "This file is empty. Choose the one that holds the plan.",
        },
    )


class Understood(PlainForm):
    """How a sheet is read; each answer that is not given is as we understood it."""

    sheet = forms.CharField(label="Which sheet?", required=False)
    ongoing = forms.BooleanField(
        label="Take the plan’s last day for actions that are “ongoing”", required=False
    )

    def offer_sheets(self, names: Sequence[str], chosen: str) -> None:
        self.fields["sheet"].required = len(names) > 1
        self.fields["sheet"].widget = forms.Select(choices=[(name, name) for name in names])
        self.initial["sheet"] = chosen

    def ask_of(self, head: Head, strangers: Mapping[str, str], answers: Answers) -> None:
        """Ask what each column means, and whom each name that we do not know means."""
        self.initial["ongoing"] = answers.ongoing
        for one in head.columns:
            name = f"column-{one.position}"
            self.fields[name] = forms.ChoiceField(label=one.heading or "No heading", choices=MEANINGS)
            speak_plainly(self.fields[name])
            self.initial[name] = one.column.value if one.column else LEFT_OUT
        for key, text in strangers.items():
            self.fields[f"who-{key}"] = PartnerField(
                label=f"Who is “{text[:80]}”?", required=False, help_text=""
            )
            speak_plainly(self.fields[f"who-{key}"])
            self.initial[f"who-{key}"] = answers.owners.get(key, "")

    def columns(self) -> list[Any]:
        return [self[name] for name in self.fields if name.startswith("column-")]

    def names(self) -> list[Any]:
        return [self[name] for name in self.fields if name.startswith("who-")]


def answers_in(said: Mapping[str, str]) -> Answers:
    """What was said of a sheet, in a form or an address; what cannot be understood is as if unsaid."""
    columns, owners = {}, {}
    for name, text in said.items():
        kind, _, key = name.partition("-")
        if kind == "column" and A_PLACE.fullmatch(key) and (text in COLUMNS or text == LEFT_OUT):
            columns[int(key)] = COLUMNS.get(text)
        elif kind == "who" and text.strip():
            owners[key] = text.strip()
    return Answers(said.get("sheet", ""), columns, owners, bool(said.get("ongoing")))


def as_address(answers: Answers, partners: Collection[str]) -> str:
    """The answers for the addresses of a preview’s other pages; a name only where it is a partner’s."""
    said = {"sheet": answers.sheet, "ongoing": "on" if answers.ongoing else ""}
    said |= {f"column-{n}": column.value if column else LEFT_OUT for n, column in answers.columns.items()}
    said |= {f"who-{key}": name for key, name in answers.owners.items() if name in partners}
    kept = {name: text for name, text in said.items() if text}
    return f"{urlencode(kept)}&" if kept else ""


class MendRow(PlainForm):
    """A row that waits, cell by cell, under the names of what each means."""

    def __init__(
        self, *args: Any, cells: Mapping[str, str] = NOTHING, wrong: Mapping[str, str] = NOTHING, **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        self.wrong = wrong
        needed = ALWAYS if not any(cells.get(column.value) for column in OF_A_MEASURE) else ALWAYS[:1]
        for column in Column:
            if column in NEVER_LOADED | {Column.WAITING, Column.REASON}:
                continue
            text = cells.get(column.value, "")
            self.fields[column.name.lower()] = self._box(column, text, required=column in needed)
            speak_plainly(self.fields[column.name.lower()])
            self.initial[column.name.lower()] = text

    def _box(self, column: Column, text: str, *, required: bool) -> forms.Field:
        if column in {Column.OWNER, Column.ANSWERS}:
            # What the sheet holds there is shown whole, however long.
            return PartnerField(label=column.value, required=required, help_text="", max_length=None)
        long = column in LONG or len(text) > 60
        widget = lines(3) if long else forms.TextInput()
        return forms.CharField(label=column.value, required=required, widget=widget)

    def tell(self, column: Column, sentence: str) -> None:
        self.add_error(column.name.lower(), sentence)

    def shown(self) -> Iterator[Any]:
        """The cells that a row needs, that say something, or that are wrong."""
        return (self[c.name.lower()] for c in Column if c.name.lower() in self.fields and self._is_shown(c))

    def folded(self) -> Iterator[Any]:
        return (
            self[c.name.lower()] for c in Column if c.name.lower() in self.fields and not self._is_shown(c)
        )

    def _is_shown(self, column: Column) -> bool:
        name = column.name.lower()
        return (
            column in ALWAYS or bool(self.initial[name]) or column.value in self.wrong or name in self.errors
        )

    @property
    def cells(self) -> dict[Column, str]:
        found = {column: self.cleaned_data.get(column.name.lower(), "").strip() for column in Column}
        return {column: text for column, text in found.items() if text}


class LeaveOut(PlainForm):
    because = forms.CharField(
        label="Why is it left out?", max_length=300, error_messages=asked_for("Say why this row is left out.")
    )

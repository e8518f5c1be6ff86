"""One indicator as the register tells it: its definition, its versions, its links and the figures held."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from trust.foundation.kernel.months import first_day
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.models import Crossing, Indicator, Registered
from trust.vision.outcomes.queries.definitions import Entry, entries, held_counts
from trust.vision.outcomes.queries.explore_portrait import BETTER
from trust.vision.outcomes.queries.register import counts_anew
from trust.vision.outcomes.words import Confidence, Kinship, Outcome

LEVELS = {
    "E92": "England", "E12": "region", "E10": "county", "E06": "unitary authority",
    "E07": "district", "E08": "metropolitan district", "E09": "London borough", "E05": "ward",
    "E02": "middle-layer area", "E01": "small area",
}  # fmt: skip
# A change of one of these is a change of what is counted; of the rest, of how it is told.
MEANING = {
    "title": "its name", "counts": "what is counted", "numerator": "what is counted",
    "denominator": "out of what", "unit": "its unit", "multiplier": "its unit",
    "method": "how it is worked out", "parts": "its parts", "polarity": "which way is better",
    "valid_until": "until when it is counted",
}  # fmt: skip


@dataclass(frozen=True)
class Link:
    """Another definition, and how this one stands to it."""

    kind: Kinship
    framework: str
    name: str
    code: str
    verified: bool
    since: date | None
    source: str
    backwards: bool

    @property
    def says(self) -> str:
        if self.kind is Kinship.SUCCESSOR and self.backwards:
            return "What it took the place of"
        return self.kind.label


@dataclass(frozen=True)
class Version:
    number: int
    first: date | None
    changed: str


@dataclass(frozen=True)
class HeldFigures:
    """The figures that we have under one code, in the county, its districts and England."""

    code: str
    title: str
    figures: int
    first_year: int
    last_year: int
    levels: tuple[str, ...]


@dataclass(frozen=True)
class Defined:
    """Everything that the register says of one indicator."""

    entry: Entry
    facts: tuple[tuple[str, str], ...]
    parts: tuple[str, ...]
    caveat: str
    links: tuple[Link, ...]
    versions: tuple[Version, ...]
    held: tuple[HeldFigures, ...]


def defined(code: str, *, as_of: date) -> Defined:
    """One indicator of the register; errors: NotFound."""
    entry = next((one for one in entries(as_of=as_of) if one.code == code), None)
    if entry is None:
        raise NotFound
    rows = _versions_of(code)
    newest = rows[-1]
    return Defined(
        entry=entry,
        facts=tuple(_facts(newest)),
        parts=tuple(newest.get("parts", ())),
        caveat=newest["caveat"],
        links=(*_numbered_alike(entry), *_links(code)),
        versions=tuple(_told(rows)),
        held=tuple(_figures(entry.held_as, as_of)),
    )


def breaks(code: str) -> list[tuple[date, str]]:
    """The days from which an indicator of ours was counted in a new way, and what changed, oldest first."""
    rows = list(map(vars, Indicator.objects.filter(code=code).order_by("version")))
    pairs = zip(rows, rows[1:], strict=False)
    return [
        (after["valid_from"], after["changed"] or _difference(before, after))
        for before, after in pairs
        if counts_anew(before, after)
    ]


def _versions_of(code: str) -> list[dict[str, Any]]:
    registered = Registered.objects.filter(code=code).order_by("version")
    return list(map(vars, registered or Indicator.objects.filter(code=code).order_by("version")))


def _told(rows: Sequence[dict[str, Any]]) -> Iterator[Version]:
    """Each version, the newest first, with what changed in it."""
    for before, after in reversed(list(zip([None, *rows], rows, strict=False))):
        first = after.get("valid_from") or (
            after["registered_at"].date() if "registered_at" in after else None
        )
        changed = after.get("changed") or (_difference(before, after) if before else "First registered")
        yield Version(after["version"], first, changed)


def _difference(before: dict[str, Any], after: dict[str, Any]) -> str:
    moved = [words for name, words in MEANING.items() if before.get(name) != after.get(name)]
    return (
        f"Changed: {', '.join(dict.fromkeys(moved))}" if moved else "Told in other words; counted as before"
    )


def _facts(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What is known of the definition, in the order a reader wants it; what is not known is left out."""
    told = (
        ("Its full name", row["title"]),
        ("What it measures", row.get("counts", "")),
        ("We count", row["numerator"]),
        ("Out of", row["denominator"]),
        ("Unit", row["unit"]),
        ("Better is", _better(row) if row["unit"] else ""),
        ("How often", row["frequency"].capitalize()),
        ("Known after", _lag(row.get("lag_months"))),
        ("Source", row["source"]),
        ("Target in law", "One of 16 set with every authority" if row.get("statutory_target") else ""),
        ("Serves", _serves(row)),
        ("How sure we are", Confidence(row["confidence"]).label if row.get("confidence") else ""),
    )
    return ((name, text) for name, text in told if text)


def _better(row: dict[str, Any]) -> str:
    note = row.get("polarity_note", "")
    return f"{BETTER[Polarity(row['polarity'])]}{f' ({note})' if note else ''}"


def _lag(months: int | None) -> str:
    return "" if months is None else f"About {months} months from the end of its period"


def _serves(row: dict[str, Any]) -> str:
    names = [Outcome(row[name]).label for name in ("outcome", "also") if row.get(name)]
    told = "; also ".join(names)
    return f"{told} (as context)".strip() if row.get("context") and told else told


def _numbered_alike(entry: Entry) -> Iterator[Link]:
    """What carries the same number: a framework's definition and ours, or ours and the framework's."""
    if entry.number:
        both = (Registered.objects, Indicator.objects)
        codes = {row.code for rows in both for row in rows.filter(number=entry.number)} - {entry.code}
        for code, (name, framework) in _names(codes).items():
            source = "Both carry this number; what we show may be counted otherwise: see both"
            yield Link(Kinship.SAME, framework, name, code, True, None, source, False)


def _links(code: str) -> Iterator[Link]:
    rows = [*Crossing.objects.filter(code=code), *Crossing.objects.filter(framework="", other=code)]
    names = _names({row.other for row in rows} | {row.code for row in rows})
    for row in rows:
        backwards = row.other == code
        other = row.code if backwards else row.other
        name, framework = names.get(other, (other, row.framework))
        yield Link(
            Kinship(row.kind), framework, name, other if other in names else "",
            row.verified, row.since, row.source, backwards,
        )  # fmt: skip


def _names(codes: set[str]) -> dict[str, tuple[str, str]]:
    ours = Indicator.objects.filter(code__in=codes).order_by("version")
    theirs = Registered.objects.filter(code__in=codes).order_by("version")
    return {row.code: (row.plain_title, row.family) for row in ours} | {
        row.code: (f"{row.number} {row.title}".strip(), row.framework) for row in theirs
    }


def _figures(codes: Sequence[str], as_of: date) -> Iterator[HeldFigures]:
    names = _names(set(codes))
    for code in codes:
        for _, figures, first, last, prefixes in held_counts(code, as_of):
            levels = tuple(LEVELS[prefix] for prefix in LEVELS if prefix in prefixes)
            yield HeldFigures(
                code, names[code][0], figures, first_day(first).year, first_day(last).year, levels
            )

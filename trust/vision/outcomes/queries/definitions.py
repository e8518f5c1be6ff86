"""Every indicator known: those of the frameworks and those that we hold figures of, defined side by side."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from trust.foundation.directory import queries as directory
from trust.foundation.kernel.once import asked_once
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.formats.registers import Framework, frameworks
from trust.vision.outcomes.models import Crossing, Indicator, Registered
from trust.vision.outcomes.queries.explore_portrait import BETTER
from trust.vision.outcomes.queries.register import counts_anew
from trust.vision.outcomes.queries.store import ask_shelf
from trust.vision.outcomes.words import Confidence, Kinship, Outcome

HELD = """
    select indicator, count(*), min("order"), max("order"), list(distinct area[:3])
    from read_parquet($shelf)
    where list_contains($areas, area) and known_on <= $as_of and ($code = '' or indicator = $code)
    group by indicator
"""
LEVELS = {
    "E92": "England", "E12": "region", "E10": "county", "E06": "unitary authority",
    "E07": "district", "E08": "metropolitan district", "E09": "London borough", "E05": "ward",
    "E02": "middle-layer area", "E01": "small area",
}  # fmt: skip
IN_LIST = ("code", "framework", "number", "title", "unit", "polarity", "outcome", "frequency", "source")
# A change of one of these is a change of what is counted; of the rest, of how it is told.
MEANING = {
    "title": "its name", "counts": "what is counted", "numerator": "what is counted",
    "denominator": "out of what", "unit": "its unit", "multiplier": "its unit",
    "method": "how it is worked out", "parts": "its parts", "polarity": "which way is better",
    "valid_until": "until when it is counted",
}  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One line of the register."""

    code: str
    framework: str
    number: str
    title: str
    unit: str
    polarity: Polarity
    outcome: Outcome | None
    frequency: str
    source: str
    held_as: tuple[str, ...] = ()
    own_of: str = ""

    @property
    def better(self) -> str:
        """Which way is better; nothing of an outcome that is no measure."""
        return BETTER[self.polarity] if self.unit else ""


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


def entries(*, as_of: date) -> list[Entry]:
    """Every indicator known, in the order of its framework.

    `held_as` names the figures known on the day; `own_of` the framework's indicator that one of ours carries
    the number of.
    """
    held = {code for code, *_ in _held("", as_of)}
    ours = _of_ours(held)
    theirs = list(_of_frameworks(held, {one.number: one.code for one in ours if one.number}))
    numbered = {one.number: one.code for one in theirs if one.number}
    return [*theirs, *(replace(one, own_of=numbered.get(one.number, "")) for one in ours)]


def _of_frameworks(held: set[str], by_number: dict[str, str]) -> Iterator[Entry]:
    cousins = _cousins()
    for row in _latest(Registered):
        codes = {by_number.get(row["number"], ""), *cousins[row["code"]]} & held
        yield _entry(row, tuple(sorted(codes)))


def _of_ours(held: set[str]) -> list[Entry]:
    return [
        _entry(row | {"framework": row["family"]}, (row["code"],) if row["code"] in held else ())
        for row in _latest(Indicator)
    ]


def _latest(model: type[Registered] | type[Indicator]) -> list[dict[str, Any]]:
    rows = [vars(row) for row in model._default_manager.order_by("code", "-version").distinct("code")]
    return sorted(rows, key=lambda row: (_framework_of(row), _by_number(row["number"])))


def _framework_of(row: dict[str, Any]) -> str:
    return str(row.get("framework") or row.get("family"))


def _by_number(number: str) -> tuple[int, str]:
    """NI 9 before NI 10; those without a number last.

    >>> sorted(["NI 10", "", "NI 9"], key=_by_number)
    ['NI 9', 'NI 10', '']
    """
    figures = "".join(filter(str.isdigit, number))
    return int(figures) if figures else 10**6, number


def _entry(row: dict[str, Any], held_as: tuple[str, ...]) -> Entry:
    outcome = Outcome(row["outcome"]) if row["outcome"] else None
    return Entry(
        row["code"], row["framework"], row["number"], row.get("plain_title") or row["title"], row["unit"],
        Polarity(row["polarity"]), outcome, row["frequency"], row["source"], held_as,
    )  # fmt: skip


@asked_once
def _cousins() -> dict[str, list[str]]:
    """The codes of our own that a framework's indicator is the same as or much the same as."""
    found: dict[str, list[str]] = defaultdict(list)
    for code, other in Crossing.objects.filter(framework="").values_list("code", "other"):
        found[code].append(other)
    return found


def _held(code: str, as_of: date) -> list[tuple[Any, ...]]:
    setting = directory.setting()
    places = [setting.county, "E92000001", *(place.code for place in directory.districts(on=as_of))]
    return ask_shelf(HELD, {"areas": places, "as_of": as_of, "code": code})


def framework(name: str) -> Framework | None:
    return next((one for one in frameworks() if one.name == name), None)


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
        for _, figures, first, last, prefixes in _held(code, as_of):
            levels = tuple(LEVELS[prefix] for prefix in LEVELS if prefix in prefixes)
            yield HeldFigures(code, names[code][0], figures, (first - 1) // 12, (last - 1) // 12, levels)

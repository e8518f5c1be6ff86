"""`places/` of an area pack: small areas by vintage, how they were drawn again, and the area's localities.

A pack may have none of these files. `vintages.csv` says on which days each vintage stood; a place of
`small-areas.csv` has a row of its own for each of its vintages; a pair that did not change is not in
`lookups.csv`.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter
from pathlib import Path

from trust.foundation.directory.formats.rows import BelongingRow, LookupRow, PlaceRow
from trust.foundation.directory.words import SMALL_KINDS, Evidence, Fit, PlaceKind, Relation
from trust.foundation.kernel.loading import Row, gather, read_rows
from trust.foundation.kernel.time import Span

VINTAGES, AREAS = "vintages.csv", "small-areas.csv"
LOOKUPS, LOCALITIES = "lookups.csv", "localities.csv"
LONGEST = {"code": 9, "name": 80, "parent": 9, "source": 40}
LOOKUP_LONGEST = {"source": 9, "target": 9, "source_vintage": 7, "target_vintage": 7, "basis": 60}
LOCALITY_LONGEST = {"locality": 40, "name": 80, "member": 40, "source": 40}
type Vintages = Mapping[tuple[str, str], tuple[Span, str]]


@dataclass
class SmallAreas:
    """Places and what is known of them, and a sentence for everything that is wrong in the files."""

    places: list[PlaceRow] = field(default_factory=list)
    belongings: list[BelongingRow] = field(default_factory=list)
    lookups: list[LookupRow] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def read_small_areas(folder: Path, *, codes: Collection[str], sources: Collection[str]) -> SmallAreas:
    """What a pack's folder of places says; `codes` are the places of the pack that are not small."""
    small = SmallAreas()
    if not folder.exists():
        return small
    vintages = _read_vintages(folder / VINTAGES, sources, small)
    _read_areas(folder / AREAS, codes, vintages, small)
    known = {*codes, *(place.code for place in small.places)}
    if (folder / LOOKUPS).exists():
        _read_lookups(folder / LOOKUPS, small)
    if (folder / LOCALITIES).exists():
        _read_localities(folder / LOCALITIES, known, sources, small)
    return small


def _read_vintages(path: Path, sources: Collection[str], small: SmallAreas) -> Vintages:
    rows, refused = read_rows(path, ("kind", "vintage", "first", "last", "source"), unique="")
    found, faults = gather(rows, lambda row: _vintage(row, sources))
    small.refused += [*refused, *faults]
    return dict(found)


def _vintage(row: Row, sources: Collection[str]) -> tuple[tuple[str, str], tuple[Span, str]]:
    kind, vintage = row.one_of("kind", list(SMALL_KINDS)), row.given("vintage")
    return (kind, vintage), (row.span(), row.known("source", sources, what="source in area.toml"))


def _read_areas(path: Path, codes: Collection[str], vintages: Vintages, small: SmallAreas) -> None:
    columns = ("code", "name", "kind", "vintages", "parent", "best_fit")
    rows, refused = read_rows(path, columns, unique="", longest=LONGEST)
    known = {*codes, *(row.text("code") for row in rows)}
    read, faults = gather(rows, lambda row: _area(row, known, vintages))
    small.refused += [*refused, *faults]
    small.places = [place for places, _ in read for place in places]
    small.belongings = [belonging for _, belongings in read for belonging in belongings]
    if not faults:
        small.refused += _told_twice(small.places)


def _area(row: Row, known: Collection[str], vintages: Vintages) -> tuple[list[PlaceRow], list[BelongingRow]]:
    kind = PlaceKind(row.one_of("kind", list(SMALL_KINDS)))
    parent = row.known("parent", known, what="place")
    spans = {vintage: _span_of(row, kind, vintage, vintages) for vintage in row.many("vintages")}
    if not spans:
        raise row.wrong("vintages", "this must not be empty.")
    code, name = row.given("code"), row.given("name")
    places = [
        PlaceRow(code, "", name, kind, vintage, parent, True, span, source)
        for vintage, (span, source) in spans.items()
    ]
    return places, [_best_fit(row, part, known, spans) for part in row.many("best_fit")]


def _span_of(row: Row, kind: PlaceKind, vintage: str, vintages: Vintages) -> tuple[Span, str]:
    if (kind, vintage) not in vintages:
        raise row.wrong("vintages", f"vintages.csv has no {kind} of “{vintage}”.")
    return vintages[kind, vintage]


def _best_fit(
    row: Row, part: str, known: Collection[str], spans: Mapping[str, tuple[Span, str]]
) -> BelongingRow:
    """A cell such as `2011=E05004478`: for the days of that vintage, most of this area lies in that place."""
    vintage, _, whole = part.partition("=")
    if vintage not in spans:
        raise row.wrong("best_fit", f"“{part}” does not begin with one of the vintages of this line.")
    if whole not in known:
        raise row.wrong("best_fit", f"there is no place “{whole}”.")
    span, source = spans[vintage]
    return BelongingRow(row.given("code"), whole, Fit.BEST, span, source, Evidence.SOURCED)


def _told_twice(places: Collection[PlaceRow]) -> Iterator[str]:
    by_code = sorted(places, key=attrgetter("code", "span.first"))
    for earlier, later in pairwise(by_code):
        if earlier.code == later.code and earlier.span.meets(later.span):
            yield f"{AREAS}, code: “{later.code}” has two lines for the days of {later.vintage}."


def _read_lookups(path: Path, small: SmallAreas) -> None:
    columns = (*LOOKUP_LONGEST, "relation", "share", "back")
    rows, refused = read_rows(path, columns, unique="", longest=LOOKUP_LONGEST)
    known = {(place.code, place.vintage) for place in small.places}
    small.lookups, faults = gather(rows, lambda row: _lookup(row, known))
    small.refused += [*refused, *faults]


def _lookup(row: Row, known: Collection[tuple[str, str]]) -> LookupRow:
    for end in ("source", "target"):
        if (row.text(end), row.text(f"{end}_vintage")) not in known:
            raise row.wrong(
                end, f"there is no small area “{row.text(end)}” of “{row.text(f'{end}_vintage')}”."
            )
    return LookupRow(
        source_code=row.given("source"),
        source_vintage=row.given("source_vintage"),
        target_code=row.given("target"),
        target_vintage=row.given("target_vintage"),
        relation=Relation(row.one_of("relation", list(Relation))),
        share=_part(row, "share"),
        back=_part(row, "back"),
        basis=row.text("basis"),
    )


def _part(row: Row, name: str) -> float | None:
    if not row.text(name):
        return None
    try:
        part = float(row.text(name))
    except ValueError:
        part = -1
    if not 0 <= part <= 1:
        raise row.wrong(name, f"“{row.text(name)}” is not a part of one, such as 0.25.")
    return part


def _read_localities(path: Path, known: Collection[str], sources: Collection[str], small: SmallAreas) -> None:
    columns = (*LOCALITY_LONGEST, "first", "last", "evidence")
    rows, refused = read_rows(path, columns, unique="", longest=LOCALITY_LONGEST)
    read, faults = gather(rows, lambda row: _locality(row, known, sources))
    small.refused += [*refused, *faults]
    if faults:
        return
    small.belongings += [belonging for belonging, _ in read]
    localities: dict[str, PlaceRow] = {}
    for row, (belonging, name) in zip(rows, read, strict=True):
        held = localities.get(belonging.whole_code)
        if held and held.name != name:
            small.refused.append(str(row.wrong("name", f"an earlier line calls it “{held.name}”.")))
        localities[belonging.whole_code] = _grown(held, belonging, name)
    small.places += localities.values()


def _locality(row: Row, known: Collection[str], sources: Collection[str]) -> tuple[BelongingRow, str]:
    belonging = BelongingRow(
        member_code=row.known("member", known, what="place"),
        whole_code=row.given("locality"),
        fit=Fit.EXACT,
        span=row.span(),
        source=row.known("source", sources, what="source in area.toml"),
        evidence=Evidence(row.one_of("evidence", list(Evidence))),
    )
    return belonging, row.given("name")


def _grown(held: PlaceRow | None, belonging: BelongingRow, name: str) -> PlaceRow:
    """A locality stands for as long as any place belongs to it."""
    spans = [belonging.span, *([held.span] if held else [])]
    ends = [span.last for span in spans if span.last]
    last = max(ends) if len(ends) == len(spans) else None
    span = Span(min(span.first for span in spans), last)
    return PlaceRow(
        belonging.whole_code, "", name, PlaceKind.LOCALITY, str(span.first.year), "", True, span,
        belonging.source,
    )  # fmt: skip

"""The files of an area pack that describe the area itself, its places and its organisations."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from trust.foundation.directory.formats.rows import PlaceRow
from trust.foundation.directory.formats.small_areas import SmallAreas, read_small_areas
from trust.foundation.directory.words import Evidence, PlaceKind, Sector
from trust.foundation.kernel.loading import Row, gather, read_rows
from trust.foundation.kernel.postcodes import tidy_postcode
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import Span

WORDS = ("key", "county", "area_name", "trust_name", "board_name", "outside_sentence")
WORDS_OF_PARTNERSHIPS = ("local_partnership_word", "local_partnerships_word")
PLACE_COLUMNS = (
    "code", "old_code", "name", "kind", "vintage", "parent", "in_area", "first", "last", "source",
)  # fmt: skip
ORGANISATION_COLUMNS = (
    "key", "name", "kind", "sector", "legal_capacity", "host", "predecessor", "place", "first", "last",
    "source", "evidence", "note",
)  # fmt: skip

# How long a cell may be: as long as its column in the database.
PLACE_LONGEST = {"code": 40, "old_code": 9, "name": 80, "vintage": 7, "source": 40}
ORGANISATION_LONGEST = {"key": 60, "name": 120, "source": 40, "note": 400}


@dataclass(frozen=True)
class OrganisationRow:
    key: str
    name: str
    kind: str
    sector: Sector
    legal_capacity: bool
    host: str
    predecessors: tuple[str, ...]
    place_code: str
    span: Span
    source: str
    evidence: Evidence
    note: str


@dataclass
class Pack:
    """What the files say, and a sentence for everything that is wrong in them."""

    setting: Mapping[str, Any]
    demonstration_day: date | None = None
    places: list[PlaceRow] = field(default_factory=list)
    postcodes: dict[str, str] = field(default_factory=dict)
    small: SmallAreas = field(default_factory=SmallAreas)
    organisations: list[OrganisationRow] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def read_pack(folder: Path, *, kinds: Collection[str]) -> Pack:
    """The pack in a folder; `kinds` are the partner kinds that the law files know."""
    try:
        pack = read_words(folder / "area.toml")
    except Refused as refusal:
        return Pack(setting={}, refused=[str(refusal)])
    read_places(folder, pack)
    read_postcodes(folder, pack)
    codes = {place.code for place in pack.places}
    pack.small = read_small_areas(folder / "places", codes=codes, sources=pack.setting["sources"])
    pack.refused += pack.small.refused
    read_organisations(folder, pack, kinds)
    return pack


def read_words(path: Path) -> Pack:
    try:
        words = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Refused(f"{path.name}: there is no such file in the folder.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refused(f"{path.name}: this is not readable TOML: {error}.") from None
    for name in (*WORDS, *WORDS_OF_PARTNERSHIPS):
        if not isinstance(words.get(name), str) or not words[name]:
            raise Refused(f"{path.name}, {name}: this is missing or empty.")
    day = words.get("demonstration_day")
    if day is not None and type(day) is not date:
        raise Refused(
            f"{path.name}, demonstration_day: write a day such as 2010-06-08, without quotation marks."
        )
    return Pack(setting=setting_of(words, path.name), demonstration_day=day)


def setting_of(words: Mapping[str, Any], file: str) -> dict[str, Any]:
    """The names and words, as plain values that can be kept as JSON."""
    days = [chosen_day(n, row, file) for n, row in enumerate(words.get("chosen_days", ()), start=1)]
    kept = {name: words[name] for name in (*WORDS, *WORDS_OF_PARTNERSHIPS)}
    return {
        **kept,
        "chosen_days": days,
        "contact": words.get("contact", {}),
        "sources": words.get("sources", {}),
    }


def chosen_day(n: int, row: Mapping[str, Any], file: str) -> list[str | None]:
    day = row.get("day")
    if not (day is None or type(day) is date) or not row.get("label"):
        raise Refused(f"{file}, chosen_days {n}: it needs a label, and a day such as 2010-06-08 or none.")
    return [day.isoformat() if day else None, row["label"]]


def read_places(folder: Path, pack: Pack) -> None:
    rows, refused = read_rows(folder / "areas.csv", PLACE_COLUMNS, unique="", longest=PLACE_LONGEST)
    codes = {row.text("code") for row in rows}
    pack.places, faults = gather(rows, lambda row: read_place(row, codes, pack.setting["sources"]))
    pack.refused += [*refused, *faults, *overlaps(rows, pack.places)]
    if not faults and pack.setting["county"] not in codes:
        pack.refused.append(f"area.toml, county: there is no place “{pack.setting['county']}” in areas.csv.")


def read_place(row: Row, codes: Collection[str], sources: Collection[str]) -> PlaceRow:
    return PlaceRow(
        code=row.given("code"),
        old_code=row.text("old_code"),
        name=row.given("name"),
        kind=PlaceKind(row.one_of("kind", list(PlaceKind))),
        vintage=row.given("vintage"),
        parent_code=row.known("parent", codes, what="place") if row.text("parent") else "",
        in_area=row.yes("in_area"),
        span=row.span(),
        source=row.known("source", sources, what="source in area.toml"),
    )


def overlaps(rows: list[Row], places: list[PlaceRow]) -> list[str]:
    """A sentence for each place that has two rows for one day."""
    if len(rows) != len(places):
        return []
    return [
        f"{row.file}, line {row.line}, first: “{one.code}” has another row for the same days."
        for n, (row, one) in enumerate(zip(rows, places, strict=True))
        if any(one.code == other.code and one.span.meets(other.span) for other in places[:n])
    ]


def read_postcodes(folder: Path, pack: Pack) -> None:
    """The beginnings of postcodes, if the pack has any."""
    path = folder / "postcodes.csv"
    if not path.exists():
        return
    rows, refused = read_rows(path, ("prefix", "place"), unique="prefix")
    codes = {place.code for place in pack.places}
    found, faults = gather(rows, lambda row: (read_prefix(row), row.known("place", codes, what="place")))
    pack.postcodes = dict(found)
    pack.refused += [*refused, *faults]


def read_prefix(row: Row) -> str:
    try:
        return tidy_postcode(row.text("prefix"))
    except Refused as refusal:
        raise row.wrong("prefix", str(refusal)) from None


def read_organisations(folder: Path, pack: Pack, kinds: Collection[str]) -> None:
    rows, refused = read_rows(
        folder / "organisations.csv", ORGANISATION_COLUMNS, longest=ORGANISATION_LONGEST
    )
    known = Known(
        kinds=kinds,
        keys={row.text("key") for row in rows},
        codes={place.code for place in pack.places},
        sources=pack.setting["sources"],
    )
    pack.organisations, faults = gather(rows, lambda row: read_organisation(row, known))
    pack.refused += [*refused, *faults]


@dataclass(frozen=True)
class Known:
    """What an organisation's row may refer to."""

    kinds: Collection[str]
    keys: Collection[str]
    codes: Collection[str]
    sources: Collection[str]


def read_organisation(row: Row, known: Known) -> OrganisationRow:
    return OrganisationRow(
        key=row.given("key"),
        name=row.given("name"),
        kind=row.known("kind", known.kinds, what="partner kind"),
        sector=Sector(row.one_of("sector", list(Sector))),
        legal_capacity=row.yes("legal_capacity"),
        host=read_host(row, known.keys),
        predecessors=read_predecessors(row, known.keys),
        place_code=row.known("place", known.codes, what="place") if row.text("place") else "",
        span=row.span(),
        source=row.known("source", known.sources, what="source in area.toml"),
        evidence=Evidence(row.one_of("evidence", list(Evidence))),
        note=row.text("note"),
    )


def read_host(row: Row, keys: Collection[str]) -> str:
    if not row.text("host") and not row.yes("legal_capacity"):
        raise row.wrong("host", "one without legal capacity needs a host to hold its contracts and money.")
    if row.text("host") == row.text("key"):
        raise row.wrong("host", "an organisation cannot be its own host.")
    return row.known("host", keys, what="organisation") if row.text("host") else ""


def read_predecessors(row: Row, keys: Collection[str]) -> tuple[str, ...]:
    if row.text("key") in row.many("predecessor"):
        raise row.wrong("predecessor", "an organisation cannot take over from itself.")
    return row.all_known("predecessor", keys, what="organisation")

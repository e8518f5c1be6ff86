"""The places that official files are about: by their code, by the department's number, or by name.

Compiled from the Department for Education's statistics and the code lists of the Office for National
Statistics (Open Government Licence). `last` is the last day of a code that others have taken the
place of, and `became` those codes; `old` is the code that it went by before 2011 (mySociety’s register).
"""

import csv
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from trust.foundation.kernel.english import listed
from trust.vision.outcomes.formats.checks import Wrong
from trust.vision.outcomes.formats.periods import Months

REGISTER = Path(__file__).parent / "places.csv"
# An output area, a small area or a ward; and a ward as it was numbered before 2011.
SMALL_AREA = re.compile(r"[EW]0[0125]\d{6}|\d\d[A-Z]{4}")
SCHOOL = re.compile(r"urn:(\d{6})")
TOTALS = frozenset({"total", "totals", "grand total", "all"})
COMMON_WORDS = re.compile(r"^county |[, ]+(city|county) of$")


@dataclass(frozen=True)
class OfficialPlace:
    code: str
    name: str
    last: date | None = None
    became: tuple[str, ...] = ()


@cache
def official_place(text: str) -> OfficialPlace | None:
    """The place that a cell names, by code, number or name; None where we know of none."""
    if SMALL_AREA.fullmatch(text):
        return OfficialPlace(text, text)
    if school := SCHOOL.fullmatch(text):
        return OfficialPlace(school[1], f"School {school[1]}")
    by_code, by_number, by_name = _register()
    return by_code.get(text) or by_number.get(text) or by_name.get(folded(text))


@cache
def _register() -> tuple[dict[str, OfficialPlace], dict[str, OfficialPlace], dict[str, OfficialPlace]]:
    by_code: dict[str, OfficialPlace] = {}
    by_number: dict[str, OfficialPlace] = {}
    by_name: dict[str, OfficialPlace] = {}
    with REGISTER.open(encoding="utf-8", newline="") as lines:
        # The places that stand today come last, so that a name or number shared with an older code is theirs.
        for row in sorted(csv.DictReader(lines), key=lambda row: not row["last"]):
            last = date.fromisoformat(row["last"]) if row["last"] else None
            place = OfficialPlace(
                row["code"], row["name"], last, tuple(filter(None, row["became"].split(";")))
            )
            by_code[place.code] = by_name[folded(place.name)] = place
            by_number.update({number: place for number in (row["number"], row["old"]) if number})
    return by_code, by_number, by_name


def folded(name: str) -> str:
    """A name without what publishers write differently.

    >>> folded("Bristol City of") == folded("Bristol, City of"), folded("City of London")
    (True, 'city of london')
    """
    plain = name.partition(" / ")[0].strip().lower().replace("&", "and")
    return re.sub(r"[^a-z]+", " ", COMMON_WORDS.sub("", plain)).strip()


def place_name(code: str) -> str:
    """The name of a place; its code where we know none."""
    found = official_place(code)
    return found.name if found else code


def known_place(text: str, level: str = "") -> OfficialPlace:
    """The place that a cell names; errors: Wrong, by what it says and the kind of place it is about."""
    place = official_place(text)
    if place:
        return place
    if text.strip().lower() in TOTALS:
        raise Wrong("place", f"“{text}” is not a place: a row of totals is not loaded.")
    if text:
        raise Wrong("place", f"“{text}” is not a place that we know.")
    if level:
        raise Wrong("place", f"This row is of the kind “{level}”, and names no place of a kind that we load.")
    raise Wrong("place", "This row does not say which place it is about.")


def check_stood(place: OfficialPlace, months: Months) -> None:
    """Refuse a figure of a place that had ended before the period began."""
    if place.last and months.start > place.last:
        ended = f"{place.last.day} {place.last:%B %Y}"
        after = [official_place(code) for code in place.became]
        names = listed([f"{one.name} ({one.code})" for one in after if one])
        became = f" It became {names}." if names else ""
        raise Wrong(
            "place", f"{place.name} ({place.code}) ended on {ended}, before this period began.{became}"
        )

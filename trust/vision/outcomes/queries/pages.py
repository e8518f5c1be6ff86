"""What the public pages show, in plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from trust.foundation.directory import queries as directory
from trust.foundation.kernel.english import listed
from trust.foundation.kernel.refusals import NotFound
from trust.vision.outcomes.queries.listing import latest_of
from trust.vision.outcomes.queries.register import IndicatorCard, indicator
from trust.vision.outcomes.queries.series import place_names, series, series_of
from trust.vision.outcomes.rules import sentences
from trust.vision.outcomes.rules.figures import Figure, since
from trust.vision.outcomes.words import ENGLAND


@dataclass(frozen=True)
class Choice:
    value: str
    label: str


@dataclass(frozen=True)
class Ranked:
    """One place in a ranked list, and where its interval lies against the benchmark, in words."""

    code: str
    name: str
    figure: Figure | None
    words: str
    is_subject: bool = False


def places(*, on: date) -> list[Choice]:
    """The places that figures can be shown for: the county, its districts, and England."""
    county = directory.setting().county
    names = place_names([county, ENGLAND], on=on)
    districts = [Choice(place.code, place.name) for place in directory.districts(on=on)]
    # Nothing is loaded yet, or the area is not in England: a code is not a name.
    whole = [Choice(code, name) for code, name in names.items() if code and name != code]
    return [*whole[:1], *districts, *whole[1:]] or [Choice("", "this area")]


def chosen_place(code: str, choices: Sequence[Choice]) -> Choice:
    """The place asked for, or the first; errors: NotFound for one that is not in the list."""
    found = next((choice for choice in choices if choice.value == code), None)
    if code and found is None:
        raise NotFound
    return found or choices[0]


def in_words(code: str, *, areas: tuple[str, ...], as_of: date) -> str:
    """The latest figure of a place, or of several as one, what became of it, and how England stands to it."""
    card = indicator(code)
    course = series_of(code, areas=areas, as_of=as_of)
    names = place_names(areas, on=as_of)
    latest = latest_of(course)
    told = sentences.of_place(listed(list(names.values())), latest, card.unit, since(course, card.measured))
    england = series(code, area=ENGLAND, as_of=as_of) if ENGLAND not in areas else []
    beside = beside_england(card, latest, england)
    return f"{told} {beside}." if beside else told


def beside_england(card: IndicatorCard, latest: Figure | None, england: Sequence[Figure]) -> str:
    if latest is None or not england:
        return ""
    then = next((figure for figure in england if figure.period == latest.period), None)
    return sentences.beside(sentences.standing(latest, then, card.polarity), "England") if then else ""

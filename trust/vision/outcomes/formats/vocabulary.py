"""What the words of a whole file mean, each different word worked out once, as a single row's would be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from trust.vision.outcomes.formats.checks import Wrong
from trust.vision.outcomes.formats.figures import COLUMNS, Known, day_of, mark_of, period_of
from trust.vision.outcomes.formats.periods import Months

NUMBERS = ("numerator", "denominator", "value", "lower", "upper")
WORDS = tuple(column for column in COLUMNS if column not in NUMBERS)


@dataclass(frozen=True)
class Vocabulary:
    """The words of each column that are certainly good, and what those that matter mean, in the same order.

    A row with any other word is read by itself, and its fault, if it has one, is said there.
    """

    words: Mapping[str, Sequence[str]]
    periods: Sequence[tuple[str, int, int, date]]
    days: Sequence[tuple[str, date | None]]
    indicators: Sequence[tuple[str, str, float, int | None]]

    @property
    def ends(self) -> list[date | None]:
        """For each indicator and then each period, the day a figure without one is taken to be known."""
        return [
            Months(last, last + lag).end if lag is not None else None
            for *_, lag in self.indicators
            for _, last, _, _ in self.periods
        ]


def vocabulary(found: Mapping[str, Iterable[str]], known: Known) -> Vocabulary:
    """The meaning of every different word that a file's columns were found to hold."""
    bare = {column: sorted(word for word in words if word == word.strip()) for column, words in found.items()}
    periods = [
        (word, months.last, months.first, months.start) for word, months in _understood(bare["period"])
    ]
    days = [(word, day or known.published_on) for word, day in _days(bare["published_on"])]
    indicators = [
        (word, definition.method.value, definition.multiplier, definition.lag_months)
        for word in bare["indicator"]
        if (definition := known.indicators.get(word))
    ]
    certain = bare | {
        "indicator": [word for word, *_ in indicators],
        "area": [word for word in bare["area"] if word in known.areas],
        "period": [word for word, *_ in periods],
        "published_on": [word for word, _ in days],
        "mark": [word for word in bare["mark"] if _is_mark(word)],
        "source": [word for word in bare["source"] if word],
        # Where a row gives none, the licence is the one that was told.
        "licence": sorted({word or known.licence for word in bare["licence"]} - {""}),
    }
    return Vocabulary(certain, periods, days, indicators)


def _understood(words: Iterable[str]) -> Iterable[tuple[str, Months]]:
    for word in words:
        try:
            yield word, period_of(word)
        except Wrong:
            continue


def _days(words: Iterable[str]) -> Iterable[tuple[str, date | None]]:
    for word in words:
        try:
            yield word, day_of(word)
        except Wrong:
            continue


def _is_mark(word: str) -> bool:
    try:
        mark_of(word)
    except Wrong:
        return False
    return True

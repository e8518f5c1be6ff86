"""Figures to take away: each row can be read alone."""

from collections.abc import Iterable, Iterator, Sequence

from django.urls import reverse

from trust.foundation.design.pages import Asked
from trust.foundation.kernel.time import in_words
from trust.vision.outcomes.queries import IndicatorCard
from trust.vision.outcomes.queries.pages import Choice
from trust.vision.outcomes.rules.figures import Figure

ABOUT = ("indicator", "title", "outcome", "area", "place", "unit")
OF_FIGURE = (
    "period", "sex", "age", "group", "numerator", "denominator", "value", "lower", "upper", "published_on",
    "published_note", "source", "licence",
)  # fmt: skip
TAKEN = (*ABOUT, *OF_FIGURE, "mark")


def taken(card: IndicatorCard, course: Sequence[Figure], place: Choice) -> Iterable[tuple[object, ...]]:
    """One indicator's figures of a place as rows of a download."""
    about = (card.code, card.title, card.outcome.label, place.value, place.label, card.unit)
    return ((*about, *(getattr(figure, name) for name in OF_FIGURE), figure.mark.label) for figure in course)


def about_page(request: Asked, page: str, code: str, address: str) -> Iterator[tuple[str, str]]:
    """What the second sheet of a spreadsheet says of the page that it was taken from."""
    permanent = f"{reverse(page, args=[code] if code else [])}?{address}".rstrip("?")
    as_of = "" if "as_of=" in address else f"{'&' if address else '?'}as_of={request.day}"
    yield "As it was known on", in_words(request.day)
    yield "Permanent address", request.build_absolute_uri(f"{permanent}{as_of}")

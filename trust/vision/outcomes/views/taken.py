"""Figures to take away: each row can be read alone."""

from collections.abc import Iterable, Sequence

from django.http import HttpResponse

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


def csv_file(text: str, name: str) -> HttpResponse:
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer

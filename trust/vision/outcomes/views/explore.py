"""More ways to look at one indicator: each has a page, its pictures and its figures to take away."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render

from trust.foundation.design.pages import Asked, page
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.vision.outcomes.queries.explore import Company, gather, ways_of
from trust.vision.outcomes.queries.explore_breakdown import by_group
from trust.vision.outcomes.queries.explore_funnel import in_a_funnel
from trust.vision.outcomes.queries.explore_inequality import inequality
from trust.vision.outcomes.queries.explore_neighbours import among_neighbours
from trust.vision.outcomes.queries.explore_places import every_place
from trust.vision.outcomes.queries.explore_trend import over_the_years
from trust.vision.outcomes.queries.explore_wider import beside_wider
from trust.vision.outcomes.queries.pages import Choice, chosen_place, places
from trust.vision.outcomes.rules.explore import Choices, Way, way
from trust.vision.outcomes.rules.explore_answers import Answer
from trust.vision.outcomes.views.explore_charts import pictures_of
from trust.vision.outcomes.views.explore_day import kept, on_the_day_asked

ANSWERS: Mapping[str, Callable[[Company, Mapping[str, str]], Answer]] = {
    "neighbours": lambda company, asked: among_neighbours(company),
    "england": lambda company, asked: beside_wider(company),
    "trend": lambda company, asked: over_the_years(company, asked.get("years", "")),
    "breakdown": lambda company, asked: by_group(company, asked.get("by", "")),
    "places": lambda company, asked: every_place(company),
    "funnel": lambda company, asked: in_a_funnel(company),
    "inequality": lambda company, asked: inequality(company, asked.get("order", "")),
}
# What a way may be asked for besides the place, by its name in the address.
CHOSEN = {"neighbours": "set", "trend": "years", "breakdown": "by", "inequality": "order"}


@dataclass(frozen=True)
class Look:
    """What an address asks for: an indicator, a place, a way, and the answer or why there is none."""

    company: Company
    choices: list[Choice]
    ways: Choices
    way: Way
    answer: Answer | None
    why_not: str
    kept: dict[str, str]


def look(request: Asked, code: str, key: str) -> Look:
    """The answer to an address; errors: NotFound for an indicator, a place or a way that there is not."""
    chosen = way(key)
    if chosen is None or key not in ANSWERS:
        raise NotFound
    choices = places(on=request.day)
    place = chosen_place(request.GET.get("area", ""), choices)
    company = gather(code, place=place, as_of=request.day, chosen_set=request.GET.get("set", ""))
    ways = ways_of(company)
    more = {name: request.GET.get(name, "") for name in CHOSEN.values()}
    answer, why_not = _answered(company, key, request.GET.dict(), ways)
    return Look(company, choices, ways, chosen, answer, why_not, kept(request, area=place.value, **more))


def _answered(
    company: Company, key: str, asked: Mapping[str, str], ways: Choices
) -> tuple[Answer | None, str]:
    why_not = ways.obstacle(key)
    if why_not:
        return None, why_not
    try:
        return ANSWERS[key](company, asked), ""
    except Refused as refusal:
        return None, str(refusal)


@page(needs="public")
@on_the_day_asked
def one_way(request: Asked, code: str, way: str) -> HttpResponse:
    seen = look(request, code, way)
    company = seen.company
    context = {
        "card": company.card,
        "place": company.place,
        "choices": seen.choices,
        "day": request.day,
        "way": seen.way,
        "ways": seen.ways,
        "answer": seen.answer,
        "why_not": seen.why_not,
        "pictures": pictures_of(seen.answer, company) if seen.answer else (),
        "sets": company.sets if way == "neighbours" else (),
        "chosen_set": company.chosen,
        "kept": seen.kept,
        "onward": kept(request, area=company.place.value),
        "permanent": {**seen.kept, "as_of": request.day.isoformat()},
    }
    return render(request, "outcomes/way.html", context)

"""National goals beside a measure, with the status in words and a letter, or without any."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from trust.foundation.design.pages import Asked, page
from trust.vision.outcomes.queries.pages import chosen_place, places
from trust.vision.outcomes.queries.targets import GoalRow, aims
from trust.vision.outcomes.rules.figures import number
from trust.vision.outcomes.rules.sentences import with_unit
from trust.vision.outcomes.views.explore_day import kept, on_the_day_asked
from trust.vision.outcomes.views.target_charts import aims_drawn, goals_drawn

PLAIN = "no"


@page(needs="public")
@on_the_day_asked
def goals(request: Asked, code: str) -> HttpResponse:
    place = chosen_place(request.GET.get("area", ""), places(on=request.day))
    found = aims(code, area=place.value, as_of=request.day)
    rated = request.GET.get("status") != PLAIN
    context = {
        "card": found.card,
        "place": place,
        "day": request.day,
        "rows": [_row(row, found.card.unit) for row in found.rows],
        "national": goals_drawn(found, place),
        "local": list(aims_drawn(found)),
        "sources": sorted({figure.source for figure in (*found.england, *found.here)}),
        "promises": [course.aim for course in found.local],
        "rated": rated,
        "other_view": urlencode(kept(request, area=place.value, status=PLAIN if rated else "")),
        "onward": kept(request, area=place.value),
    }
    return render(request, "outcomes/goals.html", context)


def _row(row: GoalRow, unit: str) -> dict[str, Any]:
    aim, england = row.aim, row.england
    return {
        "goal": row.goal,
        "stands": row.stands,
        "target": with_unit(float(aim.target), unit) if aim else "not counted by this measure",
        "expected": number(float(england.expected)) if england.expected is not None else "not known",
        "actual": f"{number(float(england.actual))} in {england.period}"
        if england.actual is not None
        else "not known",
        "letter": england.letter.lower(),
        "word": england.rating.capitalize(),
        "why": england.why,
        "direction": row.direction.sentence if row.direction else "Nothing earlier to compare it with",
        "here": f"{row.here.said} in {row.here.period}" if row.here else "not published",
    }

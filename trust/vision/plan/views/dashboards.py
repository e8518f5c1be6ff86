"""How the plan goes: for everyone, for the Board, for a partner, for a place; and one card a priority."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from trust.foundation.design.files import sent_table
from trust.foundation.design.pages import Asked, page
from trust.foundation.directory.queries import districts
from trust.foundation.kernel.refusals import NotFound
from trust.vision.plan.queries import Promise, dashboards, parts_to_sign
from trust.vision.plan.queries.dashboards import Dashboard, Line
from trust.vision.plan.queries.milestones import held_by
from trust.vision.plan.rules import WORD_OF
from trust.vision.plan.views.charts import course

A_PAGE = 20
ASKED = ("priority", "status", "owner")
MEASURES = ("priority", "measure", "owner", "period", "latest", "lower", "upper", "aim", "aim_period",
            "status", "since_the_year_before", "plan", "on_the_way")  # fmt: skip
PROMISES = ("what", "owner", "due", "status", "said_on", "detail", "plan", "counts_also_in")


@page(needs="public")
def for_everyone(request: Asked) -> HttpResponse:
    found = dashboards.dashboard(request.day)
    return shown(request, found, "plan/dashboard_public.html", districts=districts(on=request.day))


@page(needs="board.brief")
def for_the_board(request: Asked) -> HttpResponse:
    found = dashboards.for_the_board(request.day)
    return shown(request, found, "plan/dashboard_board.html")


@page(needs="partner.report")
def for_a_partner(request: Asked) -> HttpResponse:
    if request.actor.organisation is None:
        raise NotFound
    own = request.actor.organisation
    found = dashboards.for_a_partner(own, request.day)
    parts = parts_to_sign(own, request.today)
    more = {
        "held": held_by(own, found.plans, request.day),
        "organisation": own,
        "waiting": [one for one in parts if not one.answered_on],
        "signed": [one for one in parts if one.answered_on],
    }
    return shown(request, found, "plan/dashboard_partner.html", **more)


@page(needs="public")
def for_a_place(request: Asked, code: str) -> HttpResponse:
    place, found = dashboards.for_a_place(code, request.day)
    return shown(request, found, "plan/dashboard_place.html", place=place)


@page(needs="public")
def report_card(request: Asked, priority: UUID) -> HttpResponse:
    card = dashboards.report_card(priority, request.day)
    context = {
        "card": card,
        "population": [(line, course(line.reading)) for line in card.population],
        "day": request.day,
        "may_place": request.actor.may("plan.write"),
    }
    return render(request, "plan/dashboard_card.html", context)


def shown(request: Asked, found: Dashboard, template: str, **more: Any) -> HttpResponse:
    """The page, or one of its lists as a file; `plain=on` draws nothing and colours nothing."""
    asked = {name: value for name in ASKED if (value := request.GET.get(name))}
    lines = narrowed(found.lines, **asked)
    wanted = request.GET.get("format")
    if wanted == "csv":
        return sent_table(MEASURES, map(measure_row, lines), f"measures-{request.day}.csv")
    if wanted == "promises":
        return sent_table(PROMISES, map(promise_row, found.promises), f"promises-{request.day}.csv")
    plain = request.GET.get("plain") == "on"
    tally = Counter(line.reading.word for line in found.lines)
    context = {
        "found": found,
        "grouped": grouped(lines, plain),
        "number": len(lines),
        "tally": [(word, tally[word]) for word in (*WORD_OF.values(), "Cannot say yet") if word in tally],
        "kept": Counter(map(how_said, found.promises)).most_common(),
        "page": Paginator(found.promises, A_PAGE).get_page(request.GET.get("page")),
        "owners": sorted({line.reading.measure.owner for line in found.lines}),
        "priorities": list({line.priority.id: line.priority for line in found.lines}.values()),
        "words": [*WORD_OF.values(), "Cannot say yet"],
        "plain": plain,
        "asked": asked,
        "others": f"{urlencode(asked | ({'plain': 'on'} if plain else {}))}&" if asked or plain else "",
        "narrowing": f"{urlencode(asked)}&" if asked else "",
    }
    return render(request, template, context | more)


def how_said(promise: Promise) -> str:
    """The word for a promise as a sentence counts it: the day since when it is late is left out."""
    word = promise.word.split(" since")[0]
    return "not reported on yet" if word == "Nothing said yet" else word


def narrowed(lines: Iterable[Line], priority: str = "", status: str = "", owner: str = "") -> list[Line]:
    return [
        line
        for line in lines
        if priority in {"", str(line.priority.id)}
        and status in {"", line.reading.word}
        and owner in {"", line.reading.measure.owner}
    ]


def grouped(lines: list[Line], plain: bool) -> list[tuple[Any, str, list[tuple[Line, Any]]]]:
    """Under each priority its measures, each with its small line where lines are wanted."""
    return [
        (rows[0].priority, rows[0].plan, [(line, None if plain else course(line.reading)) for line in rows])
        for rows in (list(same) for _, same in groupby(lines, key=lambda line: line.priority.id))
    ]


def measure_row(line: Line) -> list[object]:
    one, latest = line.reading, line.reading.latest
    figures = [latest.period, latest.value, latest.lower, latest.upper] if latest else ["", None, None, None]
    aim = [one.measure.target, one.measure.target_period]
    return [
        line.priority.title,
        one.measure.title,
        one.measure.owner,
        *figures,
        *aim,
        one.word,
        one.direction,
        line.plan,
        one.measure.on_the_way,
    ]


def promise_row(one: Promise) -> list[object]:
    told = [one.what, one.owner, one.due, one.word, one.said_on, one.detail]
    return [*told, one.plan, "; ".join(one.also_in)]

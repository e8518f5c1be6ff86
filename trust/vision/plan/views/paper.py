"""A published version on paper: in words and drawings, from the snapshot and what was known on the day."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from itertools import groupby
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from trust.foundation.design.files import sent_file
from trust.foundation.design.pages import Asked, page, refused_page
from trust.foundation.design.pictures import svg_of
from trust.foundation.design.templatetags.design import money
from trust.foundation.directory.queries import setting
from trust.foundation.kernel.english import counted, exactly, listed, opened
from trust.foundation.kernel.time import in_words
from trust.vision.outcomes.words import Outcome
from trust.vision.plan import queries
from trust.vision.plan.formats import PublishedPlan, PublishedPriority
from trust.vision.plan.formats.press import printed
from trust.vision.plan.formats.printing import plan_pdf
from trust.vision.plan.words import AlignedWith, MeasureKind, Part

# Longer than this and the reader is told that it is being made.
PATIENCE_SECONDS = 1.5
LOOK_AGAIN_SECONDS = 2
MOST_LOOKS = 30


@page(needs="public")
def as_pdf(request: Asked, plan: UUID, number: int) -> HttpResponse:
    """The version as PDF; where that takes time, a page that looks again by itself."""
    found = queries.version(plan, number)
    words = on_paper(found, request)
    paper = printed(settings.STATE / "papers", words, by=plan_pdf, wait=PATIENCE_SECONDS)
    if paper is None:
        return not_yet(request, found)
    return sent_file(paper, f"plan-version-{number}-{request.day.isoformat()}.pdf", shown=True)


def not_yet(request: Asked, found: queries.Published) -> HttpResponse:
    asked = request.GET.get("look", "0")
    look = int(asked) if asked.isdecimal() and len(asked) < 4 else 0
    if look >= MOST_LOOKS:
        return refused_page(request, "The PDF could not be made. The plan’s page has all of it.", status=503)
    context = {
        "found": found,
        "look": look + 1,
        "so_far": look * LOOK_AGAIN_SECONDS,
    }
    answer = render(request, "plan/waiting.html", context, status=202)
    answer["Refresh"] = f"{LOOK_AGAIN_SECONDS};url=?look={look + 1}"
    answer["Cache-Control"] = "no-store"
    return answer


def on_paper(found: queries.Published, request: Asked) -> dict[str, Any]:
    """All that the paper says; nothing in it is later than the day it is read as of."""
    plan = found.plan
    here = {
        "address": reverse("plan:version", args=[found.id, found.number]),
        "data": reverse("plan:open-data", args=[found.id, found.number]),
    }
    noon = datetime.combine(found.published_on, time(12), UTC)
    return {
        **{name: request.build_absolute_uri(address) for name, address in here.items()},
        "made_on": int(noon.timestamp()),
        "trust": setting().trust_name,
        "kind": queries.kind(plan.kind).name,
        "title": plan.title,
        "number": found.number,
        "sha256": found.sha256,
        "why": found.why,
        "without": list(found.without),
        "because": found.because,
        "notice": _notice(found, request),
        "counts": _counts(plan),
        **{name: in_words(day) for name, day in _days(found, request).items()},
        "priorities": _priorities(plan, request),
        **_around(plan),
    }


def _days(found: queries.Published, request: Asked) -> dict[str, Any]:
    plan = found.plan
    return {"first": plan.first, "last": plan.last, "published": found.published_on, "day": request.day}


def _notice(found: queries.Published, request: Asked) -> str:
    if found.later:
        return f"This is an earlier version. Version {found.later} took its place."
    if found.plan.last < request.day:
        return "This plan has ended. It stays readable, so that anyone can see what was promised."
    return ""


def _counts(plan: PublishedPlan) -> str:
    actions = sum(len(one.actions) for one in plan.priorities)
    measures = sum(len(one.measures) for one in plan.priorities)
    priorities = counted(len(plan.priorities), "priority", "priorities")
    things = [priorities, counted(actions, "promise"), counted(measures, "measure")]
    return f"{opened(listed(things))}."


def _priorities(plan: PublishedPlan, request: Asked) -> list[dict[str, Any]]:
    promises = queries.every_promise(plan.priorities, request.day)
    pledges = queries.every_pledge(plan.priorities, request.day)
    read = groupby(queries.readings(plan.priorities, request.day), key=lambda pair: pair[0].id)
    readings = {key: [reading for _, reading in rows] for key, rows in read}
    return [
        _priority(one)
        | {
            "promises": list(_promises(one, promises[one.id])),
            "pledges": [_pledge(line) for line in pledges[one.id]],
            "measures": [_measure(reading) for reading in readings.get(one.id, ())],
        }
        for one in plan.priorities
    ]


def _priority(one: PublishedPriority) -> dict[str, Any]:
    return {
        "number": one.number,
        "title": one.title,
        "invented": one.invented,
        "aim_for_all": one.aim_for_all,
        "group": one.group,
        "comparator": one.comparator,
        "aim_for_group": one.aim_for_group,
        "next": one.next_step,
        "outcomes": listed([Outcome(outcome).label for outcome in one.outcomes]),
        "needs": [
            {"statement": need.statement, "how_sure": need.how_sure, "invented": need.invented}
            for need in one.needs
        ],
        "voices": [
            {
                "heading": voice.heading,
                "statement": voice.statement,
                "quotes": [{"words": words, "who": who} for words, who in voice.quotes],
                "who": voice.who,
                "not_heard": voice.not_heard,
                "invented": voice.invented,
            }
            for voice in one.voices
        ],
    }


def _promises(one: PublishedPriority, promises: Sequence[queries.Promise]) -> Iterator[dict[str, Any]]:
    for action, promise in zip(one.actions, promises, strict=True):
        yield {
            "what": promise.what,
            "how": action.how_we_will_know,
            "owner": promise.owner,
            "host": promise.host,
            "due": in_words(promise.due),
            "letter": promise.status.value,
            "word": promise.word,
            "detail": promise.detail,
            "said_on": in_words(promise.said_on) if promise.said_on else "",
            "invented": promise.invented,
        }


def _pledge(line: queries.PledgeLine) -> dict[str, Any]:
    return {
        "partner": line.partner,
        "what": line.what,
        "amount": money(line.amount) if line.amount is not None else "not money",
        "paid": _paid(line),
        "treatment": opened(line.treatment),
        "power": line.power,
        "agreed_by": line.agreed_by,
        "agreed_on": in_words(line.agreed_on),
        "invented": line.invented,
    }


def _paid(line: queries.PledgeLine) -> str:
    if line.amount is None:
        return ""
    return money(line.paid) if line.paid is not None else "nothing said yet"


def _measure(reading: queries.Reading) -> dict[str, Any]:
    measure, chart, table = reading.measure, queries.path_of(reading), queries.table_of_path(reading)
    return {
        "title": measure.title,
        "about": measure.about,
        "kind": f"A measure of a {MeasureKind(measure.kind)}",
        "owner": measure.owner,
        "baseline": exactly(measure.baseline),
        "baseline_period": measure.baseline_period,
        "target": exactly(measure.target),
        "target_period": measure.target_period,
        "on_the_way": measure.on_the_way,
        "letter": reading.status.value,
        "word": reading.word,
        "sentence": reading.sentence,
        "svg": svg_of(chart.wide) if chart else "",
        "alt": f"{chart.wide.title}. {chart.wide.description}" if chart else "",
        "table": {"head": table.head, "rows": table.rows} if table else None,
        "invented": measure.invented,
    }


def _around(plan: PublishedPlan) -> dict[str, Any]:
    vision = plan.said(Part.VISION)
    titles: dict[UUID | None, str] = {one.id: one.title for one in plan.priorities}
    return {
        "vision": {"text": vision.text, "invented": vision.invented} if vision else None,
        "statements": [
            {"label": said.label, "text": said.text, "invented": said.invented}
            for said in plan.statements
            if said.part != Part.VISION
        ],
        "alignments": [
            {
                "label": AlignedWith(one.aligned_with).label,
                "title": one.title,
                "states": one.states,
                "on": in_words(one.stated_on),
                "invented": one.invented,
            }
            for one in plan.alignments
        ],
        "groups": [
            {"group": one.group, "answer": titles.get(one.priority, one.reason)} for one in plan.groups
        ],
        "rows": [
            {
                "priority": row.priority,
                "what": row.what,
                "owner": row.owner or "to be confirmed",
                "due": in_words(row.due) if row.due else "to be confirmed",
                "state": opened(row.state),
                "invented": row.invented,
            }
            for row in plan.rows
        ],
        "counted": [
            {"what": one.what, "who": one.who, "from": one.from_title, "invented": one.invented}
            for one in plan.counted
        ],
    }

"""Things by plans: what counts where, and how that is changed."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode

from trust.foundation.design.files import sent_table
from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.kernel.refusals import NotFound
from trust.vision.plan import actions, queries
from trust.vision.plan.forms.crosswalk import CountForm, StopForm
from trust.vision.plan.queries.crosswalk import Matrix, Thing, matrix
from trust.vision.plan.words import Countable

NEEDS = "plan.write"
A_PAGE = 50


@dataclass(frozen=True)
class Row:
    """One thing of the page, with a word for each plan: its home, or that it counts, or nothing."""

    thing: Thing
    home: str
    others: list[str]


@page(needs=NEEDS)
def matrix_page(request: Asked) -> HttpResponse:
    whole = matrix(request.today)
    asked = {
        name: value[:80] for name in ("thing", "plan", "words", "only") if (value := request.GET.get(name))
    }
    found = narrowed(whole, **asked)
    titles = {plan.pk: plan.title for plan in whole.plans}
    if request.GET.get("format") == "csv":
        return as_file(whole, found, f"plans-crosswalk-{request.today}.csv")
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": shown,
        "rows": [Row(one, titles[one.home], [titles[key] for key in one.elsewhere]) for one in shown],
        "number": len(found),
        "every": len(whole.things),
        "plans": whole.plans,
        "things": list(Countable),
        "asked": asked,
        "others": f"{urlencode(asked)}&" if asked else "",
        "totals": [(plan, whole.put_in(plan.pk)) for plan in whole.plans if whole.put_in(plan.pk).pledges],
        "together": whole.put_in(*titles),
    }
    return render(request, "plan/crosswalk.html", context)


def narrowed(
    whole: Matrix, *, thing: str = "", plan: str = "", words: str = "", only: str = ""
) -> list[Thing]:
    """The things of this kind, in this plan, that hold these words, and that count in more than one."""
    said = words.casefold()
    return [
        one
        for one in whole.things
        if (not thing or one.thing == thing)
        and (not plan or any(str(key) == plan for key in (one.home, *one.elsewhere)))
        and (not said or said in f"{one.what} {one.who}".casefold())
        and (not only or one.elsewhere)
    ]


def as_file(whole: Matrix, found: list[Thing], name: str) -> HttpResponse:
    columns = ("thing", "what", "who", "amount", "ended", *(plan.title for plan in whole.plans))
    rows = (
        (
            one.thing.label, one.what, one.who, one.amount, one.ended,
            *(how(one, plan.pk) for plan in whole.plans),
        )
        for one in found
    )  # fmt: skip
    return sent_table(columns, rows, name)


def how(one: Thing, plan: UUID) -> str:
    """How a thing stands to a plan: at home, counted there, or not at all."""
    return "home" if plan == one.home else "counts" if plan in one.elsewhere else ""


@page(needs=NEEDS)
def thing_page(request: Asked, thing: str, key: UUID) -> HttpResponse:
    """Where one thing counts: add a plan, or stop it in one, each by its own form."""
    whole = matrix(request.today)
    one = next((found for found in whole.things if (found.thing, found.key) == (thing, key)), None)
    if one is None:
        raise NotFound
    titles = {plan.pk: plan.title for plan in whole.plans}
    free = [(str(plan), title) for plan, title in titles.items() if not one.shown_in(plan)]
    there = [(str(counts), titles[plan]) for plan, counts in one.elsewhere.items()]
    stops = "counts" in request.POST
    add = CountForm(request.POST if request.method == "POST" and not stops else None, plans=free)
    stop = StopForm(request.POST if stops else None, plans=there)
    if add.is_valid():
        with refusals_on(add):
            of = queries.the_plan(UUID(add.cleaned_data["plan"]))
            actions.count_in(plan=of, thing=one.thing, key=key, by=request.actor, at=moment(request))
            messages.success(request, f"It counts in “{of.title}” too.")
            return redirect("plan:crosswalk-thing", thing=thing, key=key)
    if stop.is_valid():
        with refusals_on(stop):
            facts: dict[str, Any] = stop.cleaned_data
            actions.stop_counting(
                counts=UUID(facts["counts"]), why=facts["why"], by=request.actor, at=moment(request)
            )
            messages.success(request, "It counts there no longer. At home it stays.")
            return redirect("plan:crosswalk-thing", thing=thing, key=key)
    context = {"one": one, "home": titles[one.home], "there": there, "free": free, "add": add, "stop": stop}
    return render(request, "plan/crosswalk_thing.html", context)

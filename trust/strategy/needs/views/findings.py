from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode

from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.directory.queries import calendar
from trust.strategy.needs import actions, forms, queries
from trust.strategy.needs.words import Sure

A_PAGE = 20


@page(needs="public")
def what_we_found(request: Asked) -> HttpResponse:
    words = request.GET.get("words", "")[:80]
    pages = Paginator(queries.findings(as_of=request.day, words=words), A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = {
        "found": [queries.told(card, as_of=request.day) for card in page],
        "page": page,
        "words": words,
        "others": f"{urlencode({'words': words})}&" if words else "",
        "day": request.day,
        "may_write": request.actor.may("plan.write"),
    }
    return render(request, "needs/list.html", context)


@page(needs="plan.write")
def add(request: Asked) -> HttpResponse:
    form = forms.AddFinding(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            keep(form.cleaned_data, request)
            messages.success(request, "The finding is kept. You can link it to a priority now.")
            return redirect("needs:list")
    return render(request, "needs/add.html", {"form": form})


def keep(sent: dict[str, Any], request: Asked) -> None:
    facts = {name: sent[name] for name in ("statement", "group_label", "indicator", "places", "comparison")}
    actions.add_finding(
        id=sent["token"],
        how_sure=Sure(sent["how_sure"]),
        said_on=sent["said_on"] or request.today,
        invented=calendar().demonstration,
        by=request.actor,
        at=moment(request),
        **facts,
    )

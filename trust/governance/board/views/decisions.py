from collections.abc import Iterable, Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from trust.foundation.design.files import sent_table
from trust.foundation.design.pages import Asked, page
from trust.governance.board.forms import WhichDecisions
from trust.governance.board.queries import DecisionCard, decisions, next_meeting

A_PAGE = 20
COLUMNS = ("day", "body", "kind", "public_line", "text", "owner", "due", "status", "invented")


@page(needs="public")
def list_decisions(request: Asked) -> HttpResponse:
    """What had been decided by the day looked at, newest first, to search and to take away."""
    form = WhichDecisions(request.GET)
    if not form.is_valid():
        return render(request, "board/decisions.html", {"form": form, "day": request.day}, status=400)
    found = decisions(request.day, **form.cleaned_data)
    if request.GET.get("format") == "csv":
        return as_file(found, f"decisions-{request.day}.csv")
    context = {
        **a_page_of(request, form, found),
        "meeting": next_meeting(request.day),
        "day": request.day,
        "may_record": request.actor.may("board.record"),
    }
    return render(request, "board/decisions.html", context)


def a_page_of(request: Asked, form: WhichDecisions, found: Sequence[DecisionCard]) -> dict[str, Any]:
    """What both lists of decisions show: the form, a page of what it found, and the way to the next."""
    asked = {name: value for name in form.fields if (value := request.GET.get(name))}
    return {
        "form": form,
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
        "number": len(found),
        "asked": bool(asked),
        "others": f"{urlencode(asked)}&" if asked else "",
    }


def as_file(found: Iterable[DecisionCard], name: str) -> HttpResponse:
    rows = ([getattr(one, column) for column in COLUMNS] for one in found)
    return sent_table(COLUMNS, rows, name)

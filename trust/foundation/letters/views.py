from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from trust.foundation.design.files import sent_table
from trust.foundation.design.pages import Asked, moment, page
from trust.foundation.directory.queries import calendar
from trust.foundation.letters import actions, queries

A_PAGE = 20
COLUMNS = ("at", "to", "subject", "state", "tries", "why")


@page(needs="plan.write")
def outbox(request: Asked) -> HttpResponse:
    """Every letter and whether it left; in a demonstration, where none leaves, each can be read whole."""
    here = calendar().demonstration
    found = queries.letters(show_links=here)
    if request.GET.get("format") == "csv":
        return as_file(found, f"letters-{request.today}.csv")
    context = {
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
        "number": len(found),
        "demonstration": here,
        "failed": sum(bool(row.tries) and not row.sent_at for row in found),
    }
    return render(request, "letters/outbox.html", context)


def as_file(found: list[queries.LetterCard], name: str) -> HttpResponse:
    rows = ([getattr(row, column) for column in COLUMNS] for row in found)
    return sent_table(COLUMNS, rows, name)


@page(needs="public")
def stop_page(request: Asked, token: str) -> HttpResponse:
    """The link in a digest: it asks first, because a mail scanner opens every link it sees."""
    worker, kind = queries.to_stop(token)
    if request.method == "POST":
        actions.stop(worker=worker, kind=kind, by=request.actor, at=moment(request))
    return render(request, "letters/stop.html", {"done": request.method == "POST"})

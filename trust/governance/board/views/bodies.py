from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from trust.foundation.design.pages import Asked, page
from trust.foundation.directory.queries import setting
from trust.governance.board.forms import AsAt
from trust.governance.board.queries import family_tree, portrait, turnings
from trust.governance.board.words import number


@page(needs="public")
def tree(request: Asked) -> HttpResponse:
    """The bodies of a day: who answers to whom, and who works together without answering."""
    form = AsAt(request.GET)
    if not form.is_valid():
        return render(request, "board/tree.html", {"form": form, "day": request.day}, status=400)
    day = form.cleaned_data["on"] or request.day
    found = family_tree(day)
    context = {
        "form": AsAt(initial={"on": day}),
        "day": day,
        "tree": found,
        "heading": heading(len(found.chairs), len(found.local)) if found else "",
        "turnings": turnings(day),
    }
    return render(request, "board/tree.html", context)


def heading(chairs: int, local: int) -> str:
    """What is to be seen in the tree.

    >>> heading(2, 10)
    'Two people chair it, and ten local partnerships act for it'
    """
    led = {0: "Nobody is named as chair", 1: "One person chairs it"}.get(
        chairs, f"{number(chairs).capitalize()} people chair it"
    )
    acts = (
        "one local partnership acts for it"
        if local == 1
        else f"{number(local)} local partnerships act for it"
    )
    return f"{led}, and {acts}"


@page(needs="public")
def one_body(request: Asked, body: UUID) -> HttpResponse:
    """One body: what it is for, whom it answers to, who sits on it and what it decided."""
    found = portrait(body, request.day)
    return render(
        request,
        "board/body.html",
        {"found": found, "day": request.day, "source": setting().sources.get(found.body.source, "")},
    )

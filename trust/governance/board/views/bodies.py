from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from trust.foundation.design.files import sent_file
from trust.foundation.design.pages import Asked, page
from trust.foundation.directory.queries import setting
from trust.foundation.kernel.english import number
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.kernel.time import in_words
from trust.governance.board.forms import AsAt
from trust.governance.board.queries import compare, family_tree, portrait, turnings
from trust.governance.board.views.drawing import drawing
from trust.governance.board.words import BODY_KINDS, BodyKind


@page(needs="public")
def tree(request: Asked) -> HttpResponse:
    """The bodies of a day: who answers to whom, and who works together without answering."""
    on = request.GET.get("on") or in_words(request.day)
    form = AsAt({"on": on, "compare": request.GET.get("compare", "")})
    if not form.is_valid():
        return render(request, "board/tree.html", {"form": form, "day": request.day}, status=400)
    day, other = form.cleaned_data["on"], form.cleaned_data["compare"]
    found = family_tree(day)
    context = {
        "form": form,
        "day": day,
        "tree": found,
        "heading": heading(found.apex.kind, len(found.chairs), len(found.local)) if found else "",
        "drawing": drawing(found, day) if found else None,
        "turnings": turnings(day),
        "changes": compare(day, other) if other else None,
    }
    return render(request, "board/tree.html", context)


@page(needs="public")
def tree_drawing(request: Asked) -> HttpResponse:
    """The drawing of a day to take away. Errors: NotFound where there was no body, or no such day."""
    form = AsAt({"on": request.GET.get("on") or in_words(request.day)})
    found = family_tree(form.cleaned_data["on"]) if form.is_valid() else None
    if found is None:
        raise NotFound
    day = form.cleaned_data["on"]
    context = {"drawing": drawing(found, day)}
    drawn = render(request, "board/drawing.svg", context)
    return sent_file(drawn.content, f"family-tree-{day}.svg")


def heading(top: BodyKind, chairs: int, local: int) -> str:
    """What is to be seen in the tree, in one line.

    >>> heading(BodyKind.BOARD, 2, 10)
    'One Board, two chairs and ten local partnerships'
    """
    one = "One Board" if top is BodyKind.BOARD else f"A {BODY_KINDS[top][0].lower()} above the Board"
    led = "one chair" if chairs == 1 else f"{number(chairs)} chairs"
    near = "one local partnership" if local == 1 else f"{number(local)} local partnerships"
    return f"{one}, {led} and {near}" if chairs else f"{one} and {near}"


@page(needs="public")
def one_body(request: Asked, body: UUID) -> HttpResponse:
    """One body: what it is for, whom it answers to, who sits on it and what it decided."""
    found = portrait(body, request.day)
    return render(
        request,
        "board/body.html",
        {"found": found, "day": request.day, "source": setting().sources.get(found.body.source, "")},
    )

"""The pages that anyone may read: no account, no name, nothing kept."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from trust.foundation.design.files import sent_file
from trust.foundation.design.pages import Asked, page, refusals_on
from trust.foundation.directory.queries import find_postcode, setting
from trust.governance.board.queries import decisions, next_meeting, the_board
from trust.public import figures, forms, queries
from trust.vision.plan.queries import coming_plan, published

DECISIONS_SHOWN = 3


@page(needs="public")
def front(request: Asked) -> HttpResponse:
    plan, board = queries.plan_on(request.day), the_board(request.day)
    coming = coming_plan(request.day)
    context = {
        "day": request.day,
        "plan": plan,
        "last_plan": published(request.day),
        "coming": coming,
        "asking": queries.asked_now(request.day, but=coming.pk if coming else None),
        "priorities": plan.plan.priorities if plan else (),
        "area": setting(),
        "happenings": queries.happenings(request.day, plan=plan),
        "decisions": decisions(request.day, DECISIONS_SHOWN, body=board.id) if board else (),
        "board": board,
        "meeting": next_meeting(request.day),
        "form": forms.YourArea(),
    }
    return render(request, "public/front.html", context)


@page(needs="public")
def promise(request: Asked, *, priority: UUID) -> HttpResponse:
    thread = queries.thread(priority, on=request.day)
    return render(request, "public/promise.html", {"thread": thread})


@page(needs="public")
def promise_figures(request: Asked, *, priority: UUID) -> HttpResponse:
    thread = queries.thread(priority, on=request.day)
    return sent_file(figures.as_csv(thread), f"figures-of-priority-{thread.priority.number}.csv")


@page(needs="public")
def your_area(request: Asked) -> HttpResponse:
    form = forms.YourArea(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form, "postcode"):
            place = find_postcode(form.cleaned_data["postcode"]).place
            return redirect("public:district", code=place.code)
    return render(request, "public/your_area.html", {"form": form})


@page(needs="public")
def district(request: Asked, *, code: str) -> HttpResponse:
    here = queries.your_area(code, on=request.day)
    return render(request, "public/district.html", {"here": here, "area": setting(), "day": request.day})


@page(needs="public")
def find_help(request: Asked) -> HttpResponse:
    return render(request, "public/find_help.html", {"area": setting()})


@page(needs="public")
def accessibility(request: Asked) -> HttpResponse:
    return render(request, "public/accessibility.html")


@page(needs="public")
def who_may_see(request: Asked) -> HttpResponse:
    return render(request, "public/who_may_see.html")

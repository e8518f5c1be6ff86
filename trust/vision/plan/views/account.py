"""What needs chasing, and how an owner says how it is going."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.kernel.refusals import NotFound
from trust.vision.participation.queries import open_comments
from trust.vision.plan import actions, forms, queries
from trust.vision.plan.words import Standing


@page(needs="office.open")
def office(request: Asked) -> HttpResponse:
    live = queries.published(request.today)
    rows = queries.chasing(live, request.today) if live else []
    waiting = open_comments() if request.actor.may("plan.write") else []
    return render(request, "plan/office.html", {"rows": rows, "live": live, "waiting": len(waiting)})


@page(needs="partner.report")
def report_page(request: Asked, action: UUID) -> HttpResponse:
    promise = the_promise(request, action)
    form = forms.NewReport(request.POST or None)
    if form.is_valid():
        facts = form.cleaned_data
        with refusals_on(form):
            actions.report(
                id=facts["token"],
                action=action,
                said_on=request.today,
                standing=Standing(facts["standing"]),
                words=facts["words"],
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, "Thank you. It is recorded.")
            return redirect("plan:office")
    return render(request, "plan/report.html", {"form": form, "promise": promise})


def the_promise(request: Asked, action: UUID) -> queries.Promise:
    live = queries.published(request.today)
    for priority in live.plan.priorities if live else ():
        for promise in queries.promises(priority, request.today):
            if promise.id == action:
                return promise
    raise NotFound

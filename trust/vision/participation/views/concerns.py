"""The duty officer's pages: each opening of a concern is put on record before it is read."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.directory.queries import setting
from trust.vision.participation import actions, forms, queries

NEEDS = "concerns.read"


@page(needs=NEEDS)
def all_concerns(request: Asked) -> HttpResponse:
    """The list tells no words of any of them: those are on record when they are opened."""
    untold = request.GET.get("untold") == "on"
    rows, found = queries.concern_page(request.GET.get("page"), untold=untold)
    context = {"rows": rows, "page": found, "untold": untold, "others": "untold=on&" if untold else ""}
    return render(request, "participation/concerns.html", context | {"number": found.paginator.count})


@page(needs=NEEDS)
def one_concern(request: Asked, concern: UUID) -> HttpResponse:
    actions.open_concern(concern=concern, by=request.actor, at=moment(request))
    form = forms.TellOfConcern(request.POST or None)
    if form.is_valid():
        facts = form.cleaned_data
        with refusals_on(form):
            actions.tell_of_concern(concern=concern, **facts, by=request.actor, at=moment(request))
            messages.success(request, "It is on record that you told them.")
            return redirect("participation:concern", concern=concern)
    context = {"card": queries.concern(concern), "form": form, "back": forms.ReturnConcern()}
    return render(request, "participation/concern.html", context | {"contact": setting().contact})


@page(needs=NEEDS)
def give_back(request: Asked, concern: UUID) -> HttpResponse:
    form = forms.ReturnConcern(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            actions.return_concern(
                concern=concern, why=form.cleaned_data["why"], by=request.actor, at=moment(request)
            )
            messages.success(request, "It is back in the ordinary list.")
            return redirect("participation:concerns")
    actions.open_concern(concern=concern, by=request.actor, at=moment(request))
    context = {"card": queries.concern(concern), "form": forms.TellOfConcern(), "back": form}
    return render(request, "participation/concern.html", context | {"contact": setting().contact})

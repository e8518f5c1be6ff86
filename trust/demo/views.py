from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from trust.foundation.design.pages import Asked, page
from trust.foundation.directory.queries import calendar
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.people.queries import WorkerCard, workers

OFFICER, DIRECTOR = "Partnership officer", "Director of children's services"


@dataclass(frozen=True)
class Seat:
    """One of the demonstration's people, and the address that puts a visitor in that person's place."""

    worker: WorkerCard
    address: str

    @property
    def first_name(self) -> str:
        return self.worker.name.split()[0]


@page(needs="public")
def start(request: Asked) -> HttpResponse:
    """Three people to be, in the demonstration only: a real installation has no such page."""
    if not calendar().demonstration:
        raise NotFound
    context = {
        "officer": seat(OFFICER, reverse("plan:office"), request),
        "director": seat(DIRECTOR, reverse("plan:briefing"), request),
        "signed_in_as": request.actor.name if request.actor.signed_in else "",
    }
    return render(request, "demo/start.html", context)


def seat(role: str, address: str, request: Asked) -> Seat | None:
    """The first person with a role today, and the page: at once for that person, for others after sign-in."""
    worker = next((one for one in workers(on=request.today) if role in one.roles), None)
    if worker is None:
        return None
    if request.actor.worker == worker.id:
        return Seat(worker, address)
    return Seat(worker, f"{reverse('account_login')}?{urlencode({'next': address})}")

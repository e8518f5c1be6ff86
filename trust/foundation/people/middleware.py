from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpResponse

from trust.foundation.audit.actions import record
from trust.foundation.design.pages import Asked, moment, refused_page
from trust.foundation.kernel.actor import PUBLIC
from trust.foundation.kernel.refusals import Refused
from trust.foundation.people import access
from trust.foundation.people.models import Worker

type Answer = Callable[[Asked], HttpResponse]


def know_the_worker(get_response: Answer) -> Answer:
    """Say who asks, and end the session of whoever may no longer ask, at the first page of that day."""

    def know(request: Asked) -> HttpResponse:
        request.actor = PUBLIC
        try:
            request.actor = access.asking(request)
        except Refused as refusal:
            return shown_out(request, str(refusal))
        return get_response(request)

    return know


def shown_out(request: Asked, sentence: str) -> HttpResponse:
    worker = request.user
    if isinstance(worker, Worker):
        record("people.session.ended", on=worker, by=access.named(worker), at=moment(request), why=sentence)
    logout(request)
    return refused_page(request, sentence)

from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from trust.foundation.audit.actions import record
from trust.foundation.design.pages import refused_page
from trust.foundation.kernel.actor import PUBLIC
from trust.foundation.kernel.refusals import Refused
from trust.foundation.people import access


def know_the_worker(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Say who asks, and end the session of whoever may no longer ask, at the first page of that day."""

    def know(request: HttpRequest) -> HttpResponse:
        request.actor = PUBLIC
        try:
            request.actor = access.asking(request)
        except Refused as refusal:
            return shown_out(request, str(refusal))
        return get_response(request)

    return know


def shown_out(request: HttpRequest, sentence: str) -> HttpResponse:
    worker = request.user
    record("people.session.ended", on=worker, by=access.named(worker), at=timezone.now(), why=sentence)
    logout(request)
    return refused_page(request, sentence)

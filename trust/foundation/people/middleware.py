from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpResponse
from django.urls import reverse

from trust.foundation.audit.actions import record
from trust.foundation.design.pages import Asked, SignInFirst, moment, refused_page
from trust.foundation.kernel.actor import PUBLIC
from trust.foundation.kernel.refusals import Refused
from trust.foundation.people import access, actions
from trust.foundation.people.formats import key_or_new
from trust.foundation.people.models import Worker
from trust.foundation.people.rules import GIVEN_BACK_WITHIN, worth_keeping
from trust.foundation.people.sessions import whose_session_ended

type Answer = Callable[[Asked], HttpResponse]


def know_the_worker(get_response: Answer) -> Answer:
    """Say who asks, and end the session of whoever may no longer ask, at the first page of that day."""

    def know(request: Asked) -> HttpResponse:
        request.actor = PUBLIC
        try:
            request.actor = access.asking(request)
        except Refused as refusal:
            return shown_out(request, str(refusal))
        response = get_response(request)
        if request.method == "POST" and isinstance(response, SignInFirst):
            return kept_through_sign_in(request, response)
        return response

    return know


def kept_through_sign_in(request: Asked, to_sign_in: SignInFirst) -> HttpResponse:
    """Keep what a worker sent after their session had ended, and lead them through signing in to it."""
    worker = whose_session_ended(request.COOKIES.get(settings.SESSION_COOKIE_NAME, ""))
    fields = worth_keeping(request.POST.lists())
    if worker is None or not fields:
        return to_sign_in
    key = key_or_new(request.COOKIES.get(access.kept_cookie(), ""))
    at, address = moment(request), request.get_full_path()
    actions.keep_form(worker=worker, key=key, address=address, fields=fields, by=access.named(worker), at=at)
    response = SignInFirst(reverse("kept_forms"))
    secure, age = settings.SESSION_COOKIE_SECURE, int(GIVEN_BACK_WITHIN.total_seconds())
    response.set_cookie(access.kept_cookie(), key, max_age=age, httponly=True, samesite="Lax", secure=secure)
    return response


def shown_out(request: Asked, sentence: str) -> HttpResponse:
    worker = request.user
    if isinstance(worker, Worker):
        record("people.session.ended", on=worker, by=access.named(worker), at=moment(request), why=sentence)
    logout(request)
    return refused_page(request, sentence)

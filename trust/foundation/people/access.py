"""The door of the service: who is let in, with which duties, and what is written down of it."""

from datetime import date
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from trust.foundation.audit.actions import record
from trust.foundation.design.pages import Asked, moment, refused_page
from trust.foundation.kernel.actor import PUBLIC, Actor
from trust.foundation.kernel.refusals import Refused
from trust.foundation.people import queries
from trust.foundation.people.models import Worker
from trust.foundation.people.rules import both_factors_given, duties_of, posts_held
from trust.foundation.people.sessions import SessionStore

NO_SECOND_FACTOR = (
    "Your account has no six-digit code yet. Nothing was opened. Ask your manager to set one up with you."
)


def asking(request: Asked) -> Actor:
    """Who asks for this page: the public or a worker with duties; else the sentence that says why not."""
    worker = request.user
    if not isinstance(worker, Worker):
        return PUBLIC
    given = both_factors_given(dict(request.session.items()), str(worker.pk))
    return actor(worker, second_factor=given, on=request.today)


def actor(worker: Worker, *, second_factor: bool, on: date) -> Actor:
    held = posts_held(queries.standing(worker, second_factor=second_factor), on=on)
    return Actor(
        name=worker.name,
        worker=worker.id,
        organisation=held[0].organisation,
        duties=duties_of(held, roles=queries.ROLES),
    )


def named(worker: Worker) -> Actor:
    """The worker as the record names them, with no duty."""
    return Actor(name=worker.name, worker=worker.id)


def kept_cookie() -> str:
    """The name of the cookie that holds the key to what was kept for this browser."""
    return f"{settings.SESSION_COOKIE_NAME}-kept"


def kept_for(request: Asked) -> list[queries.Kept]:
    """What this worker wrote in this browser when a session had ended; both must be the same."""
    key = request.COOKIES.get(kept_cookie(), "")
    return queries.kept_forms(request.actor.worker, key) if request.actor.worker and key else []


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library has no types
    """Our rules at the library's door: nobody signs up, a shut gate stays shut, and entering is recorded."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "The email address or the password is wrong. Check both and try again.",
        "incorrect_code": "That code is wrong or already used. Wait for the next one and enter it.",
        "too_many_login_attempts": "Too many attempts. Wait five minutes and try again.",
        "rate_limited": "Too many attempts. Wait five minutes and try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_login(self, request: Asked, user: Worker, **options: Any) -> HttpResponse | None:
        """After the right password and before the code: say at once what closes the door."""
        try:
            posts_held(queries.standing(user, second_factor=True), on=request.today)
            if queries.second_factor_of(user) is None:
                raise Refused(NO_SECOND_FACTOR)
        except Refused as refusal:
            record("people.sign-in.refused", on=user, by=named(user), at=moment(request), why=str(refusal))
            return refused_page(request, str(refusal))
        return None

    def login(self, request: Asked, user: Worker) -> None:
        super().login(request, user)
        SessionStore.clear_expired()
        record("people.worker.signed-in", on=user, by=named(user), at=moment(request))

    def logout(self, request: Asked) -> None:
        worker = request.user
        if isinstance(worker, Worker):
            record("people.worker.signed-out", on=worker, by=named(worker), at=moment(request))
        super().logout(request)

    def is_ajax(self, request: HttpRequest) -> bool:
        """Never: a page answers with a page."""
        return False

    def add_message(self, *words: Any, **more: Any) -> None:
        """Say nothing: our pages show who is signed in."""

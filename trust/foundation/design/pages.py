from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import wraps
from typing import Protocol, cast

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import LONDON


class Asked(HttpRequest):
    """A request as every page receives it: who asks, what day it is here, and as of which day they look."""

    actor: Actor
    today: date
    day: date


def moment(request: Asked) -> datetime:
    """The moment of a deed: the installation's own day, at the clock's time of day."""
    return datetime.combine(request.today, timezone.localtime(timezone=LONDON).timetz())


class View(Protocol):
    needs: str

    def __call__(self, request: HttpRequest, **kwargs: object) -> HttpResponse: ...


class SignInFirst(HttpResponseRedirect):
    """To the page of signing in, and from there to where they were going."""

    def __init__(self, then: str) -> None:
        super().__init__(f"{reverse('account_login')}?{urlencode({'next': then})}")


def page(needs: str) -> Callable[[Callable[..., HttpResponse]], View]:
    """Declare who may see a page: `public`, or the duty a worker must hold; none fails the build."""

    def decorate(view: Callable[..., HttpResponse]) -> View:
        @wraps(view)
        def guarded(request: Asked, **kwargs: object) -> HttpResponse:
            if request.actor.may(needs):
                return found(view, request, **kwargs)
            if not request.actor.signed_in:
                return SignInFirst(request.get_full_path())
            return refused_page(request, "Your role does not open this page. Ask your manager if it should.")

        guarded.needs = needs  # type: ignore[attr-defined]  # a function carries it, so the test can list it
        return cast(View, guarded)

    return decorate


def found(view: Callable[..., HttpResponse], request: Asked, **kwargs: object) -> HttpResponse:
    """The view's answer; what it does not find, for whatever reason, is one and the same page."""
    try:
        return view(request, **kwargs)
    except NotFound as absent:
        raise Http404 from absent


def refused_page(request: HttpRequest, sentence: str, *, status: int = 403) -> HttpResponse:
    return render(request, "design/refused.html", {"sentence": sentence}, status=status)


@contextmanager
def refusals_on(form: forms.Form, field: str | None = None) -> Iterator[None]:
    """Show what a deed refused as an error of the form that asked for it, or of its one box."""
    try:
        yield
    except Refused as refusal:
        form.add_error(field, str(refusal))

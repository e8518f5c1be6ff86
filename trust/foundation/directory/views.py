from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from trust.foundation.design.pages import Asked, page
from trust.foundation.directory.queries import setting
from trust.foundation.directory.rules import to_remember
from trust.foundation.directory.words import DAY_COOKIE
from trust.foundation.kernel.time import london_day


@page(needs="public")
@require_POST
def choose_day(request: Asked) -> HttpResponse:
    """Look at the whole site as of one of the chosen days, until another is chosen."""
    response = redirect(safe_way_back(request))
    days, real = setting().chosen_days, london_day(timezone.now())
    kept = to_remember(request.POST.get("day", ""), days, real=real)
    if kept:
        secure = settings.SESSION_COOKIE_SECURE
        response.set_cookie(DAY_COOKIE, kept, httponly=True, samesite="Lax", secure=secure)
    else:
        response.delete_cookie(DAY_COOKIE)
    return response


def without_day(address: str) -> str:
    """The address without a day of its own, which would hide the day that was chosen.

    >>> without_day("/outcomes/?area=E10000014&as_of=2025-11-01")
    '/outcomes/?area=E10000014'
    """
    parts = urlsplit(address)
    rest = [(name, value) for name, value in parse_qsl(parts.query) if name != "as_of"]
    return urlunsplit(parts._replace(query=urlencode(rest))) if "as_of" in parts.query else address


def safe_way_back(request: Asked) -> str:
    back = without_day(request.POST.get("next", ""))
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return back if safe else "/"

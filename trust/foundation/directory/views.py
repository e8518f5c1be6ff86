from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from trust.foundation.design.pages import Asked, page
from trust.foundation.directory.queries import setting
from trust.foundation.directory.words import DAY_COOKIE


@page(needs="public")
@require_POST
def choose_day(request: Asked) -> HttpResponse:
    """Look at the whole site as of one of the chosen days, until another is chosen."""
    response = redirect(safe_way_back(request))
    asked = request.POST.get("day", "")
    if asked in {day.value for day in setting().chosen_days}:
        response.set_cookie(DAY_COOKIE, asked, httponly=True, samesite="Lax", secure=settings.BEHIND_TLS)
    else:
        response.delete_cookie(DAY_COOKIE)
    return response


def safe_way_back(request: Asked) -> str:
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return back if safe else "/"

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from trust.foundation.design.pages import Asked
from trust.foundation.directory.queries import calendar, setting
from trust.foundation.directory.rules import day_looked_at
from trust.foundation.directory.words import DAY_COOKIE
from trust.foundation.kernel.time import london_day


def know_the_day(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Tell every page what day it is here, and as of which day it is looked at."""

    def dated(request: HttpRequest) -> HttpResponse:
        asked = cast(Asked, request)
        asked.today = asked.day = calendar().today
        if DAY_COOKIE in request.COOKIES:
            asked.day = day_looked_at(
                request.COOKIES[DAY_COOKIE],
                setting().chosen_days,
                today=asked.today,
                real=london_day(timezone.now()),
            )
        return get_response(request)

    return dated

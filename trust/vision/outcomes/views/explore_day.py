"""`?as_of=` in an address: it overrides the day of the bar, and every link of the page carries it on."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse
from django.utils import timezone

from trust.foundation.design.pages import Asked, refused_page
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import london_day
from trust.vision.outcomes.rules.explore_day import day_asked

type Shown = Callable[..., HttpResponse]


def on_the_day_asked(view: Shown) -> Shown:
    """Show the page as of the day in its address; a sentence where that is no day, or has not come."""

    @wraps(view)
    def dated(request: Asked, **kwargs: object) -> HttpResponse:
        if request.GET.get("as_of"):
            try:
                request.day = day_asked(request.GET["as_of"], real=london_day(timezone.now()))
            except Refused as refusal:
                return refused_page(request, str(refusal), status=400)
        return view(request, **kwargs)

    return dated


def kept(request: Asked, **more: str) -> dict[str, str]:
    """What the links of a page carry on: the day of its address, and what else is not empty."""
    day = {"as_of": request.day.isoformat()} if request.GET.get("as_of") else {}
    return {name: value for name, value in more.items() if value} | day

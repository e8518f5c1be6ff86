"""Our pages, through every middleware and the database, against a bare page of the same framework."""

from collections.abc import Callable, Iterator
from functools import partial

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.template import Context, Template
from django.test import Client, RequestFactory

from trust.foundation.directory.queries import calendar
from trust.vision.plan.queries import published

type Times = Callable[[Callable[[], object]], list[float]]
type Row = tuple[str, list[float], str, list[float]]

BARE = Template(
    "<!doctype html><title>{{ title }}</title><ul>{% for n in rows %}<li>{{ n }}</li>{% endfor %}</ul>"
)


def bare_page(request: WSGIRequest) -> HttpResponse:
    """What the framework itself costs: one view, one template, a list of a hundred."""
    return HttpResponse(BARE.render(Context({"title": "bare", "rows": range(100)})))


def measure(times: Times) -> Iterator[Row]:
    settings.ALLOWED_HOSTS = ["testserver"]
    factory = RequestFactory()
    bare = times(lambda: bare_page(factory.get("/")))
    client = Client()
    for name, address in addresses():
        yield name, times(partial(expect, client, address)), "bare page, no middleware, no database", bare


def addresses() -> list[tuple[str, str]]:
    live = published(calendar().today)
    thread = [("Golden-thread page", f"/promise/{live.plan.priorities[0].id}/")] if live else []
    return [
        ("Front page", "/"),
        *thread,
        ("Family tree", "/who/"),
        ("Board check", "/who/board-check/"),
        ("How children are doing", "/outcomes/"),
        ("The plan", "/plan/"),
    ]


def expect(client: Client, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}, so its time means nothing.")

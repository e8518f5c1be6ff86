"""The pages of a county’s largest plan, through the server’s own entrance, in a copy of the database.

Beside each its own questions alone, asked again of the same database without Django, and a bare page.
"""

import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.db import OperationalError, connection, connections
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from benchmarks import large_local, large_plan, plan_paper
from benchmarks.dashboard import MEASURES, figures_beside
from benchmarks.large_plan import COUNTY, TODAY, Size
from benchmarks.pages import bare_page
from trust.foundation.people.loaders import shared_password
from trust.foundation.people.makers import sign_in, worker_named
from trust.vision.plan import models, queries

COPY = "bench_plan"
TRIES, ROUNDS = 3, 15
OFFICER, DIRECTOR = "Priya Nair", "Judith Amery"
HAVANT = "E07000090"
BUSY = "Another command is using the demonstration’s database: end it first, so that it can be copied."


@dataclass(frozen=True)
class Page:
    name: str
    address: str
    who: str = ""


@dataclass(frozen=True)
class Took:
    """Milliseconds of one page at the median: as a clock saw it, of this process’s own work, and the 95th."""

    wall: float
    cpu: float
    slow: float


def tables(size: Size = COUNTY) -> list[str]:
    with a_copy():
        known = {"": ""} | {who: signed_in(who) for who in (OFFICER, DIRECTOR)}
        with figures_beside():
            plan = large_plan.grow(size, [f"bench-{n:03}" for n in range(MEASURES)])
            large_local.grow(size, plan)
            looked_at()
            table = [*heading(), *(row(page, known[page.who]) for page in pages(plan))]
            return [*table, "", *plan_paper.table(newest(plan))]


@contextmanager
def a_copy() -> Iterator[None]:
    """Within this, the product works on a copy of the demonstration’s database."""
    usual = connections["owner"].settings_dict["NAME"]
    point_at("postgres")
    with connections["owner"].cursor() as cursor:
        cursor.execute(f'drop database if exists "{COPY}"')
        try:
            cursor.execute(f'create database "{COPY}" template "{usual}"')
        except OperationalError as busy:
            raise SystemExit(BUSY) from busy
    point_at(COPY)
    try:
        yield
    finally:
        point_at("postgres")
        with connections["owner"].cursor() as cursor:
            cursor.execute(f'drop database "{COPY}"')
        point_at(usual)


def point_at(name: str) -> None:
    for alias in connections:
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name


def looked_at() -> None:
    """Let the database count what is new, as it would by itself within a minute."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("analyze")


def signed_in(who: str) -> str:
    client = Client(SERVER_NAME="localhost")
    sign_in(client, worker_named(who), password=shared_password(settings.STATE))
    return "; ".join(f"{name}={one.value}" for name, one in client.cookies.items())


def pages(plan: models.Plan) -> list[Page]:
    live = newest(plan)
    office, public = f"/office/plans/{plan.pk}", f"/plans/{plan.pk}"
    review = models.Review.objects.get(plan=plan, year_ending__year=TODAY.year, year_ending__month=12)
    last = live.plan.priorities[-1]
    return [
        Page("The plan", "/plan/"),
        Page("The plan, looked through", "/plan/?words=clinic"),
        Page("One version", f"{public}/version/{live.number}/"),
        Page("A promise’s golden thread", f"{public}/thread/{last.actions[0].id}/"),
        Page("A priority’s promise", f"/promise/{last.id}/"),
        Page("How it goes, for everyone", "/plan/progress/"),
        Page("How it goes, for a place", f"/plan/progress/place/{HAVANT}/"),
        Page("How it goes, for a partner", "/office/promises/", OFFICER),
        Page("How it goes, for the Board", "/office/progress/", DIRECTOR),
        Page("The draft", f"{office}/", OFFICER),
        Page("Its check", f"{office}/check/", OFFICER),
        Page("Its life", f"{office}/life/", OFFICER),
        Page("Forty local plans rolled up", f"{office}/roll-up/", OFFICER),
        Page("Crosswalk", "/office/crosswalk/", OFFICER),
        Page("A local plan’s desk", f"/office/plans/{a_local_plan(plan).pk}/rows/", OFFICER),
        Page("A review’s draft", f"/office/review/{review.pk}/", OFFICER),
        Page("A review, published", f"{public}/reviews/{TODAY.year - 1}/"),
        Page("The Director’s briefing", "/office/briefing/", DIRECTOR),
        Page("What to do in the office", "/office/", OFFICER),
        Page("What happens near you", f"{public}/local/"),
        Page("Who was asked", "/office/follow/", OFFICER),
    ]


def newest(plan: models.Plan) -> queries.Published:
    found = queries.newest_version(plan.pk, TODAY)
    if found is None:
        raise RuntimeError("Nothing was published, so there is no page to time.")
    return found


def a_local_plan(county: models.Plan) -> models.Plan:
    return models.Plan.objects.filter(under=county).order_by("title")[1]


def heading() -> list[str]:
    bare = best(lambda: bare_page(RequestFactory().get("/")))
    busy = f"Load of the machine {os.getloadavg()[0]:.1f}. A bare page takes {bare.wall:.2f} ms."
    return [
        busy,
        "",
        "| page | median ms | processor ms | 95th centile ms | queries | its queries alone ms | ratio |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]


def row(page: Page, cookie: str) -> str:
    serve(page.address, cookie)
    with CaptureQueriesContext(connection) as asked:
        serve(page.address, cookie)
    sql = [one["sql"] for one in asked if one["sql"].lstrip("( ").startswith(("SELECT", "WITH"))]
    ours, alone = best(partial(serve, page.address, cookie)), best(partial(ask, sql))
    times = f"{ours.wall:.0f} | {ours.cpu:.0f} | {ours.slow:.0f}"
    return f"| {page.name} | {times} | {len(sql)} | {alone.wall:.1f} | {ours.wall / alone.wall:.1f} |"


def serve(address: str, cookie: str) -> bytes:
    """One answer, through everything that stands between the web server and the page."""
    from trust.config.wsgi import application

    path, _, asked = address.partition("?")
    environ = {"PATH_INFO": path, "QUERY_STRING": asked, "HTTP_HOST": "localhost", "HTTP_COOKIE": cookie}
    setup_testing_defaults(environ)
    answer = application(environ, lambda *said: lambda body: None)
    body = b"".join(answer)
    answer.close()
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}, so its time means nothing.")
    return body


def ask(sql: Sequence[str]) -> None:
    with connection.cursor() as cursor:
        for one in sql:
            cursor.cursor.execute(one)
            cursor.fetchall()


def best(work: Callable[[], object]) -> Took:
    """The try with the lowest median: what the work costs, while the machine does other things too."""
    return min((one_try(work) for _ in range(TRIES)), key=lambda took: took.wall)


def one_try(work: Callable[[], object]) -> Took:
    for _ in range(2):
        work()
    walls, cpus = [], []
    for _ in range(ROUNDS):
        begun, used = time.perf_counter(), time.process_time()
        work()
        walls.append((time.perf_counter() - begun) * 1000)
        cpus.append((time.process_time() - used) * 1000)
    return Took(statistics.median(walls), statistics.median(cpus), sorted(walls)[int(ROUNDS * 0.95) - 1])

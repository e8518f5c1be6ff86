"""The paper of a county’s largest plan, and of as much of it as fills 120 pages: tagged PDF, made afresh."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from time import perf_counter
from typing import cast

from django.test import RequestFactory
from pypdf import PdfReader

from trust.foundation.design.pages import Asked
from trust.vision.plan.formats.printing import plan_pdf
from trust.vision.plan.queries import Published
from trust.vision.plan.views.paper import on_paper

PAGES, TRIES = 120, 3


def table(found: Published) -> list[str]:
    return [
        "| paper | pages | its words ms | the PDF s | MB |",
        "|---|--:|--:|--:|--:|",
        *rows(found),
    ]


def rows(found: Published) -> Iterator[str]:
    every = found.plan.priorities
    parts = (replace(found, plan=replace(found.plan, priorities=every[:n])) for n in range(1, len(every) + 1))
    part = next(one for one in parts if pages_of(plan_pdf(words_of(one))) >= PAGES)
    yield row(f"{len(part.plan.priorities)} of its {len(every)} priorities", part)
    yield row("All of it", found)


def row(name: str, found: Published) -> str:
    told, reading = quickest(lambda: words_of(found))
    paper, making = quickest(lambda: plan_pdf(told))
    size = len(paper) / 1e6
    return f"| {name} | {pages_of(paper)} | {reading * 1000:.0f} | {making:.2f} | {size:.1f} |"


def words_of(found: Published) -> dict[str, object]:
    request = cast(Asked, RequestFactory().get("/", headers={"host": "localhost"}))
    request.day = found.published_on
    return on_paper(found, request)


def pages_of(paper: bytes) -> int:
    return len(PdfReader(BytesIO(paper)).pages)


def quickest[T](work: Callable[[], T]) -> tuple[T, float]:
    """What came out, and the seconds of the quickest of three tries."""
    took = []
    for _ in range(TRIES):
        begun = perf_counter()
        made = work()
        took.append(perf_counter() - begun)
    return made, min(took)

"""Every page with a drawing, as it reaches somebody who does not see it as it was drawn."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize

from tests.journeys.conftest import DESK, NARROW, PHONE, Person, Server

GOSPORT = "/your-area/E07000088/"
DRAWN = ["/", "/outcomes/", "/outcomes/ni-112/", "/needs/", "/who/", "/plan/", "/design/", GOSPORT]
# A drawing that the style sheet does not hold may be no wider than the sheet of a phone.
A_SHEET = 360
SEEN = "[...document.querySelectorAll('main svg')].filter(one => one.getBoundingClientRect().width)"
WIDTHS = f"{SEEN}.map(one => one.getBoundingClientRect().width)"
BEYOND = f"{SEEN}.filter(one => one.getBoundingClientRect().right > innerWidth + 1).length"
PAIRS = "[...document.querySelectorAll('main svg.wide + svg.narrow')]"
SHOWN_TWICE = f"""{PAIRS}.filter(one => one.getClientRects().length
    && one.previousElementSibling.getClientRects().length).length"""
NEVER_SHOWN = f"""{PAIRS}.filter(one => !one.closest('details:not([open])') && !one.getClientRects().length
    && !one.previousElementSibling.getClientRects().length).length"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LEVELS = "[...document.querySelectorAll('h1,h2,h3,h4')].map(one => Number(one.tagName[1]))"
INK = """where => [...document.querySelectorAll(where)].flatMap(one => {
    const style = getComputedStyle(one);
    return [style.fill, style.stroke].filter(colour => colour.startsWith('rgb'));
})"""
MARKS = "svg[role]:not(:has(path)) :is(polyline, circle, rect, polygon, text)"


@pytest.fixture
def somebody_else(browser: Browser, server: Server) -> Iterator[Callable[..., Person]]:
    """A person whose browser is set as they need it."""
    opened = []

    def come(size: ViewportSize = DESK, **settings: Any) -> Person:
        context = browser.new_context(viewport=size, **settings)
        opened.append(context)
        return Person(context.new_page(), server)

    yield come
    for context in opened:
        context.close()


def without_styles(page: Page) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/*.css", refuse)


def promise_of(person: Person) -> str:
    """The address of a promise, whose thread has four kinds of chart."""
    found = person.visits("/plan/").page.locator("main a[href^='/promise/']").first.get_attribute("href")
    assert found
    return found


def test_with_styles_off_no_drawing_is_a_giant_or_comes_twice(
    somebody_else: Callable[..., Person],
) -> None:
    for size in (DESK, PHONE):
        reader = somebody_else(size)
        without_styles(reader.page)
        for address in [*DRAWN, promise_of(reader)]:
            page = reader.visits(address).page
            assert max(page.evaluate(WIDTHS), default=0) <= A_SHEET, address
            assert [page.evaluate(SHOWN_TWICE), page.evaluate(NEVER_SHOWN)] == [0, 0], address


def test_with_styles_off_the_sentence_comes_first_then_the_drawing_then_its_table(
    somebody_else: Callable[..., Person],
) -> None:
    reader = somebody_else()
    without_styles(reader.page)
    read = reader.visits("/outcomes/ni-112/").page.locator("main").aria_snapshot()
    order = ["In Hampshire it was", "Better than England", "- img ", "Source:", "The figures as a table"]
    places = [read.index(words) for words in order]
    assert places == sorted(places)


def test_a_screen_reader_hears_each_drawing_once_and_can_reach_its_table(at_a_desk: Person) -> None:
    page = at_a_desk.visits("/outcomes/ni-112/").page
    read = page.locator("main").aria_snapshot()
    heard = [line for line in read.splitlines() if line.strip().startswith("- img")]
    assert len(heard) == len(set(heard)) == 3
    assert not any(line.rstrip().endswith(":") or '": ' in line for line in heard)
    page.locator("main summary").first.focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("rowheader", name="2008").first.is_visible()
    assert page.get_by_role("region", name="as a table").first.get_attribute("tabindex") == "0"


def test_headings_come_in_order(at_a_desk: Person) -> None:
    for address in [*DRAWN, promise_of(at_a_desk)]:
        levels = at_a_desk.visits(address).page.evaluate(LEVELS)
        assert levels[0] == 1, address
        assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False)), address


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_in_high_contrast_every_mark_has_the_persons_own_colour(
    somebody_else: Callable[..., Person], scheme: str
) -> None:
    reader = somebody_else(forced_colors="active", color_scheme=scheme)
    ours = {"rgb(14, 79, 90)", "rgb(177, 68, 14)", "rgb(107, 79, 160)", "rgb(31, 27, 22)", "rgb(90, 83, 74)"}
    for address in [*DRAWN, promise_of(reader)]:
        page = reader.visits(address).page
        assert ours & set(page.evaluate(INK, MARKS)) == set(), address
        assert page.evaluate(BEYOND) == 0, address


def test_on_the_narrowest_screen_each_chart_is_drawn_once_and_fits(
    somebody_else: Callable[..., Person],
) -> None:
    reader = somebody_else(NARROW)
    for address in [*DRAWN, promise_of(reader)]:
        page = reader.visits(address).page
        assert page.evaluate(SIDEWAYS) <= 0, address
        assert page.evaluate(BEYOND) == 0, address
        assert [page.evaluate(SHOWN_TWICE), page.evaluate(NEVER_SHOWN)] == [0, 0], address


def test_on_paper_each_chart_is_drawn_once_and_fits(somebody_else: Callable[..., Person]) -> None:
    reader = somebody_else({"width": 680, "height": 1000})
    reader.page.emulate_media(media="print")
    for address in [*DRAWN, promise_of(reader)]:
        page = reader.visits(address).page
        assert [page.evaluate(SHOWN_TWICE), page.evaluate(NEVER_SHOWN)] == [0, 0], address
        assert page.evaluate(BEYOND) == 0, address


def test_nothing_moves_for_who_asked_for_stillness(somebody_else: Callable[..., Person]) -> None:
    reader = somebody_else(reduced_motion="reduce")
    page = reader.visits("/outcomes/ni-112/").page
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("document.getAnimations().length") == 0

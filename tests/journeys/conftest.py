"""A person at a browser, against the real server on a database of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from trust.foundation.people.loaders import shared_password
from trust.foundation.people.makers import code_for, worker_named

# The browser's driver keeps an event loop in this thread; the tests themselves await nothing.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
QUIET += ["--disable-background-networking", "--disable-component-update"]
DESK, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=375, height=812)
# As narrow as a page must fit: the smallest phone, or a desk at 400%.
NARROW = ViewportSize(width=320, height=640)
PATIENCE = 30.0
AXE = Axe().axe_script
# Only what is wrong comes back, and nothing is fetched again: only rules on films would read it.
VIOLATIONS = """axe.run({resultTypes: ['violations'], preload: false}).then(found => found.violations.flatMap(
    one => one.nodes.map(node => `${one.id} (${one.help}) at ${node.target}: ${node.html}`)))"""


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@dataclass
class Server:
    """The product as it is served, which a test may kill and start again."""

    database: str
    state: Path
    port: int
    child: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        environment = {**os.environ, "TRUST_DB_NAME": self.database, "TRUST_STATE": str(self.state)}
        environment.pop("TRUST_DB_OWNER_PASSWORD", None)
        words = ["granian", "--interface=wsgi", "--workers=1", "--blocking-threads=4", "--log-level=warning"]
        words += ["--host=127.0.0.1", f"--port={self.port}", "trust.config.wsgi:application"]
        self.child = subprocess.Popen([sys.executable, "-m", *words], env=environment, start_new_session=True)
        self.wait()

    def wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"{self.address}/find-help/", timeout=5).close()
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise RuntimeError("The server did not answer in half a minute.")

    def kill(self) -> None:
        if self.child:
            os.killpg(self.child.pid, 9)
            self.child.wait()
            self.child = None


@dataclass
class Person:
    """Somebody with a browser, who says what they do and see."""

    page: Page
    server: Server

    def visits(self, address: str) -> "Person":
        self.page.goto(f"{self.server.address}{address}")
        return self

    def follows(self, words: str) -> "Person":
        self.page.get_by_role("link", name=words).first.click()
        return self.arrives()

    def presses(self, words: str) -> "Person":
        self.page.get_by_role("button", name=words, exact=True).first.click()
        return self.arrives()

    def arrives(self) -> "Person":
        """Waits for the whole page: what is read of half of one is told by chance."""
        self.page.wait_for_load_state()
        return self

    def fills(self, **answers: str) -> "Person":
        for name, answer in answers.items():
            self.page.locator(f"[name={name}]").first.fill(answer)
        return self

    def chooses(self, **answers: str) -> "Person":
        for name, answer in answers.items():
            self.page.locator(f"select[name={name}]").first.select_option(answer)
        return self

    def ticks(self, label: str) -> "Person":
        self.page.get_by_label(label, exact=True).check()
        return self

    def ticks_by_keyboard(self, label: str) -> "Person":
        self.page.get_by_label(label).focus()
        self.page.keyboard.press("Space")
        return self

    def sees(self, words: str) -> bool:
        return self.arrives().page.get_by_text(words).first.is_visible()

    def reads(self) -> str:
        self.arrives()
        return " ".join(self.page.locator("main").inner_text().replace("\xa0", " ").split())

    def signs_in_as(self, name: str) -> "Person":
        worker = worker_named(name)
        self.visits("/sign-in/").fills(login=worker.email, password=shared_password(self.server.state))
        self.presses("Continue").fills(code=code_for(worker)).presses("Sign in")
        return self

    def finds_nothing_in_the_way(self) -> None:
        """At a desk and on a phone alike, but on the narrowest screen only there; it ends as it began."""
        own = self.page.viewport_size
        assert own
        self.page.evaluate(AXE)
        for size in sorted((DESK, PHONE), key=lambda one: one != own) if own != NARROW else (NARROW,):
            self.page.set_viewport_size(size)
            finds_nothing_at_this_width(self.page)
        self.page.set_viewport_size(own)


def finds_nothing_at_this_width(page: Page) -> None:
    """No axe violation, no sideways scroll, one main heading."""
    where = f"{page.url} at {page.viewport_size}"
    found = page.evaluate(VIOLATIONS)
    assert not found, f"{where}: {found}"
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0, f"{where} is {wider} pixels too wide"
    assert page.locator("h1").count() == 1, f"{where} has not one main heading"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=os.environ["TRUST_CHROMIUM"], args=QUIET)
        yield found
        found.close()


@pytest.fixture
def server(town: str, state: Path) -> Iterator[Server]:
    serving = Server(town, state, free_port())
    serving.start()
    yield serving
    serving.kill()


@contextmanager
def somebody(browser: Browser, server: Server, size: ViewportSize) -> Iterator[Person]:
    # Without motion what has the focus is in sight at once, not after a slow scroll.
    context = browser.new_context(viewport=size, reduced_motion="reduce")
    context.set_default_timeout(15_000)
    yield Person(context.new_page(), server)
    context.close()


@pytest.fixture
def at_a_desk(browser: Browser, server: Server) -> Iterator[Person]:
    with somebody(browser, server, DESK) as person:
        yield person


@pytest.fixture
def another(browser: Browser, server: Server) -> Iterator[Person]:
    with somebody(browser, server, DESK) as person:
        yield person


@pytest.fixture
def on_a_phone(browser: Browser, server: Server) -> Iterator[Person]:
    with somebody(browser, server, PHONE) as person:
        yield person


@pytest.fixture
def on_the_narrowest(browser: Browser, server: Server) -> Iterator[Person]:
    with somebody(browser, server, NARROW) as person:
        yield person

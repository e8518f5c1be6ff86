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
from playwright.sync_api import Browser, Page, sync_playwright

from trust.foundation.people.loaders import shared_password
from trust.foundation.people.makers import code_for, worker_named

# The browser's driver keeps an event loop in this thread; the tests themselves await nothing.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
QUIET += ["--disable-background-networking", "--disable-component-update"]
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 375, "height": 812}
# As narrow as a page must fit: the smallest phone, or a desk at 400%.
NARROW = {"width": 320, "height": 640}
PATIENCE = 30.0


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
        return self.page.get_by_text(words).first.is_visible()

    def reads(self) -> str:
        return " ".join(self.page.locator("main").inner_text().replace("\xa0", " ").split())

    def signs_in_as(self, name: str) -> "Person":
        worker = worker_named(name)
        self.visits("/sign-in/").fills(login=worker.email, password=shared_password(self.server.state))
        self.presses("Continue").fills(code=code_for(worker)).presses("Sign in")
        return self

    def finds_nothing_in_the_way(self) -> None:
        """No axe violation, no sideways scroll, one main heading, and nothing that needs a script."""
        found = Axe().run(self.page)
        assert found.violations_count == 0, found.generate_report()
        wider = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wider <= 0, f"{self.page.url} is {wider} pixels too wide"
        assert self.page.locator("h1").count() == 1


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
def somebody(browser: Browser, server: Server, size: dict[str, int]) -> Iterator[Person]:
    context = browser.new_context(viewport={"width": size["width"], "height": size["height"]})
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

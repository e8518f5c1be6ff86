"""A person who has a keyboard and no mouse: each stop can be seen, none holds them, and each is new."""

from dataclasses import dataclass

from playwright.sync_api import Page

# No page of ours has more stops than this on the way to what is wanted.
MOST = 200
# What the focus rests on: what it is called, whether it shows, and whether anything lies over it.
HERE = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const label = one.labels?.[0];
    const named = one.getAttribute('aria-label') || label?.innerText || one.innerText || one.value || '';
    const marks = [one, label, one.closest('label')].filter(Boolean);
    const parts = [null, '::before', '::after'];
    const looks = marks.flatMap(mark => parts.map(part => getComputedStyle(mark, part)));
    const yellow = 'rgb(255, 221, 0)';
    const shows = looks.some(look => look.outlineStyle !== 'none' && look.outlineColor === yellow
        || look.boxShadow.includes(yellow) || look.backgroundColor === yellow);
    const seen = one.type === 'radio' || one.type === 'checkbox' ? label ?? one : one;
    const box = seen.getBoundingClientRect();
    const inSight = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.left < innerWidth;
    const tag = one.tagName.toLowerCase();
    return {name: named.replace(/\\s+/g, ' ').trim(), kind: one.type || tag, id: one.id, shows, inSight,
        at: [box.left, box.top, box.right, box.bottom].map(Math.round)};
}"""
# What is read out beside the answer that has the focus.
TOLD = """() => (document.activeElement.getAttribute('aria-describedby')
    ?? document.activeElement.closest('fieldset')?.getAttribute('aria-describedby') ?? '').split(' ')
    .map(id => document.getElementById(id)?.innerText ?? '').join(' ')"""
PLACE = """() => {
    const all = [...document.querySelectorAll('*')];
    return all.indexOf(document.activeElement);
}"""


@dataclass(frozen=True)
class Stop:
    """What the focus rests on."""

    name: str
    kind: str
    id: str


@dataclass
class Keyboard:
    """Hands on a keyboard, and eyes that must find the focus at every stop."""

    page: Page

    def stands_on(self) -> Stop | None:
        """Where the focus is; none where it is on no part of the page. It must be seen to be there."""
        found = self.page.evaluate(HERE)
        if found is None:
            return None
        assert found["shows"], f"{self.page.url}: nothing shows the focus on {found}"
        assert found["inSight"], f"{self.page.url}: the focus is out of sight on {found}"
        return Stop(found["name"], found["kind"], found["id"])

    def to(self, name: str, *, kind: str = "") -> "Keyboard":
        """Tabs on to what is called so."""
        for _ in range(MOST):
            self.page.keyboard.press("Tab")
            stop = self.stands_on()
            if stop and stop.name.startswith(name) and kind in {"", stop.kind}:
                return self
        raise AssertionError(f"{self.page.url}: Tab never comes to “{name}”")

    def presses(self, key: str) -> "Keyboard":
        self.page.keyboard.press(key)
        return self

    def types(self, text: str) -> "Keyboard":
        """Writes over all that the box held."""
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.type(text)
        return self

    def goes(self, name: str, *, kind: str = "") -> "Keyboard":
        """Follows the link or presses the button that is called so, and waits for the page that comes."""
        self.to(name, kind=kind)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self

    def skips_to_main(self) -> "Keyboard":
        """The first stop of a page leads past all that comes before its main part."""
        self.page.keyboard.press("Tab")
        stop = self.stands_on()
        assert stop
        assert stop.name == "Skip to main content"
        self.page.keyboard.press("Enter")
        assert self.page.evaluate("document.activeElement.id") == "main"
        self.page.keyboard.press("Tab")
        assert self.page.evaluate("document.querySelector('main').contains(document.activeElement)")
        return self

    def lands_on_what_is_wrong(self, title: str) -> "Keyboard":
        """A page that comes back with errors begins at their summary."""
        stop = self.stands_on()
        assert stop
        assert stop.name.startswith(title)
        assert self.page.title().startswith("Error: ")
        return self

    def goes_to_its_answer(self, sentence: str = "") -> "Keyboard":
        """An error of the summary (the first, if no other) leads to its answer, and is read out with it."""
        self.to(sentence, kind="a").presses("Enter")
        assert self.stands_on()
        told = self.page.evaluate(TOLD)
        assert sentence in told, f"{self.page.url}: the answer says only “{told}”"
        return self

    def comes_round(self) -> int:
        """Tabs through the whole page and out at its end, each stop a new one; tells how many there are."""
        self.page.evaluate("document.activeElement.blur()")
        seen = list[int]()
        while len(seen) <= MOST:
            self.page.keyboard.press("Tab")
            if self.stands_on() is None:
                return len(seen)
            place = int(self.page.evaluate(PLACE))
            if seen and place == seen[0]:
                return len(seen)
            assert place not in seen, f"{self.page.url} holds the focus at {self.stands_on()}"
            seen.append(place)
        raise AssertionError(f"{self.page.url} has more than {MOST} stops")

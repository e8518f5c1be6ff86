"""What every page carries around its own words: the banner, the name, the way about."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from trust.foundation.directory.queries import calendar, setting
from trust.foundation.kernel.actor import PUBLIC
from trust.foundation.kernel.time import in_words

PUBLIC_NAV = [
    ("Our plan", "plan:current"),
    ("How children are doing", "outcomes:list"),
    ("Who is on the Trust", "board:tree"),
    ("Find help", "public:find-help"),
    ("Have your say", "participation:tell-us"),
]
OFFICE = "plan:office"
# With the duty that opens each: nobody is shown a door that is shut to them.
OFFICE_NAV = [
    ("To do", "plan:office", "office.open"),
    ("Concerns", "participation:concerns", "concerns.read"),
    ("The plan", "plan:draft", "plan.write"),
    ("Needs", "needs:office", "office.open"),
    ("Consultations", "participation:every-consultation", "plan.write"),
    ("Local plans", "plan:local-desk", "local.write"),
    ("Outcomes", "outcomes:list", "public"),
    ("Bring in figures", "outcomes:bring-in", "outcomes.load"),
    ("Board check", "board:check", "public"),
    ("Our promises", "plan:own-promises", "partner.report"),
    ("How it goes", "plan:board-progress", "board.brief"),
    ("Briefing", "plan:briefing", "board.brief"),
    ("Packs", "plan:packs", "board.brief"),
]


# Where else a person still is in the part of the site that a link opens.
PARTS = {
    "plan:current": ("/plan/", "/plans/", "/promise/", "/needs/"),
    "outcomes:list": ("/outcomes/", "/open-data/"),
    "board:tree": ("/who/", "/decisions/"),
    "participation:tell-us": ("/tell-us/", "/consultations/"),
    "participation:concerns": ("/office/concerns/",),
    "participation:every-consultation": ("/office/consultations/",),
    "plan:office": ("/office/action/", "/office/comments/", "/office/letters/"),
    "plan:draft": (
        "/office/plan/",
        "/office/plans/",
        "/office/review/",
        "/office/alignment/",
        "/office/priority/",
        "/office/pledge/",
        "/office/import/",
    ),
    "needs:office": ("/office/needs/", "/office/findings/"),
    "plan:local-desk": ("/office/local/", "/office/row/", "/office/plans/"),
    "plan:briefing": ("/office/briefing/", "/office/measure/"),
    "plan:own-promises": ("/office/promises/", "/office/challenge/"),
    "plan:packs": ("/office/packs/",),
}
# Pages that stand by their names in a part, whatever their addresses begin with.
NAMED = {
    "plan:local-desk": frozenset(
        f"plan:{name}"
        for name in ("local-rows", "add-row", "publish-local", "local-pen", "local-return", "roll-up")
    )
}


@dataclass(frozen=True)
class Link:
    """`current` is what `aria-current` says: this page, or within this part; empty elsewhere."""

    label: str
    address: str
    current: str


@dataclass(frozen=True)
class Banner:
    text: str
    days: list[tuple[str, str, bool]]


def furniture(request: HttpRequest) -> dict[str, Any]:
    actor = getattr(request, "actor", PUBLIC)
    in_office = actor.signed_in and not is_public(request)
    doors = [(label, name) for label, name, needs in OFFICE_NAV if actor.may(needs)]
    view = request.resolver_match.view_name if request.resolver_match else ""
    return {
        "nav": way_about(doors if in_office else PUBLIC_NAV, request.path, view),
        "home": reverse(OFFICE if in_office else "public:front"),
        "in_office": in_office,
        "may_office": actor.may("office.open"),
        "trust_name": setting().trust_name,
        "worker_name": actor.name if actor.signed_in else "",
        "banner": banner(getattr(request, "day", None)),
    }


def is_public(request: HttpRequest) -> bool:
    """Whether anyone may open the page: it then looks the same to whoever is signed in."""
    return (
        request.resolver_match is not None and getattr(request.resolver_match.func, "needs", "") == "public"
    )


def way_about(links: list[tuple[str, str]], path: str, view: str) -> list[Link]:
    """The links of the head, of which one says that we are there: the surest, and of equals the first."""
    addresses = {name: reverse(name) for _, name in links}
    signs: tuple[Callable[[str], bool], ...] = (
        lambda name: addresses[name] == path,
        lambda name: view in NAMED.get(name, ()),
        lambda name: path.startswith(PARTS.get(name, ())),
    )
    here = next((name for sign in signs for _, name in links if sign(name)), "")
    current = "page" if addresses.get(here) == path else "true"
    return [Link(label, addresses[name], current if name == here else "") for label, name in links]


def banner(day: date | None) -> Banner | None:
    now = calendar()
    if not now.demonstration:
        return None
    shown = day or now.today
    days = [(chosen.isoformat(), label, chosen == shown) for chosen, label in setting().chosen_days]
    if shown not in {chosen for chosen, _ in setting().chosen_days}:
        days.insert(0, (shown.isoformat(), in_words(shown), True))
    return Banner(f"Demonstration: {setting().area_name}, {in_words(shown)}.", days)

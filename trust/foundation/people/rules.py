from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import Span, in_words
from trust.foundation.people.words import Role

QUIET = timedelta(minutes=15)
LONGEST = timedelta(hours=10)
# For so long is what somebody wrote in a session that ended given back to them, and to nobody else.
GIVEN_BACK_WITHIN = timedelta(hours=1)
MOST_KEPT = 200_000
NEVER_KEPT = frozenset({"csrfmiddlewaretoken", "password", "code"})


def worth_keeping(fields: Iterable[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    """What of a form is kept; nothing where it is too long, or where nobody had written anything."""
    kept = [(name, values) for name, values in fields if name not in NEVER_KEPT]
    length = sum(len(value) for _, values in kept for value in values)
    return kept if 0 < length <= MOST_KEPT else []


@dataclass(frozen=True)
class Post:
    role: str
    organisation: UUID
    span: Span


@dataclass(frozen=True)
class Standing:
    """What is known of a worker when they ask for a page."""

    active: bool
    trained_until: date
    vetted_until: date
    posts: tuple[Post, ...]
    second_factor: bool


def both_factors_given(contents: Mapping[str, Any], worker: str | None) -> bool:
    """Whether this worker gave a password and a code in the session whose contents these are."""
    if worker is None or contents.get("account_authentication_methods_user") != worker:
        return False
    given = {record.get("method") for record in contents.get("account_authentication_methods", ())}
    return {"password", "mfa"} <= given


def posts_held(standing: Standing, *, on: date) -> tuple[Post, ...]:
    """The posts a worker holds on a day when every gate is open; else the sentence of one that is shut."""
    if not standing.active:
        raise Refused("Your account is closed. Nothing was opened. Ask your manager if it should be open.")
    held = tuple(post for post in standing.posts if post.span.holds(on))
    if not held:
        raise Refused(
            f"{no_post(standing.posts, on=on)} Nothing was opened. Ask your manager to put it right."
        )
    check_in_date("training", standing.trained_until, on=on)
    check_in_date("vetting", standing.vetted_until, on=on)
    if not standing.second_factor:
        raise Refused("You have not given your six-digit code. Nothing was opened. Sign in again.")
    return held


def no_post(posts: Iterable[Post], *, on: date) -> str:
    """Why none of these posts is held on the day.

    >>> no_post([], on=date(2010, 6, 8))
    'You have no post here.'
    """
    ended = [post.span.last for post in posts if post.span.last and post.span.last < on]
    if ended:
        return f"Your post ended on {in_words(max(ended))}."
    begins = [post.span.first for post in posts]
    return f"Your post begins on {in_words(min(begins))}." if begins else "You have no post here."


def check_in_date(what: str, until: date, *, on: date) -> None:
    if on > until:
        lapsed = in_words(until + timedelta(days=1))
        raise Refused(f"Your {what} lapsed on {lapsed}. Nothing was opened. Ask your manager to renew it.")


def duties_of(posts: Iterable[Post], *, roles: Mapping[str, Role]) -> frozenset[str]:
    """Every duty that the posts carry; a role that is not in the list carries none."""
    return frozenset().union(*(roles[post.role].duties for post in posts if post.role in roles))


def check_role(key: str, *, roles: Mapping[str, Role]) -> None:
    if key not in roles:
        raise Refused(f"There is no role “{key}”. Choose one of: {', '.join(sorted(roles))}.")

"""What one line cannot show: circles, and two of what there may be only one of."""

from collections.abc import Iterable, Sequence
from datetime import date

from trust.foundation.kernel.loading import Row
from trust.governance.board.formats.rows import BodyRow, LinkRow, MembershipRow
from trust.governance.board.words import BodyKind, LinkKind


def circles(rows: Sequence[Row], links: Sequence[LinkRow]) -> list[str]:
    """A sentence for each link that, on its first day, makes a body answer to itself round a circle."""
    return [
        f"{row.file}, line {row.line}, to: “{link.body}” would answer to itself, by way of “{link.to}”."
        for row, link in zip(rows, links, strict=False)
        if goes_up(link) and link.body in above(link.to, links, on=link.span.first)
    ]


def goes_up(link: LinkRow) -> bool:
    return link.kind is LinkKind.ACCOUNTABLE_TO and bool(link.to)


def above(body: str, links: Iterable[LinkRow], *, on: date) -> set[str]:
    """The body and all that it answers to on the day, one above the other."""
    standing = [link for link in links if goes_up(link) and link.span.holds(on)]
    up = {one.body: [link.to for link in standing if link.body == one.body] for one in standing}
    found, waiting = set[str](), [body]
    while waiting:
        one = waiting.pop()
        waiting += [to for to in up.get(one, []) if to not in found]
        found.add(one)
    return found


def two_at_once(rows: Sequence[Row], bodies: Sequence[BodyRow]) -> list[str]:
    """A sentence for each body that would be the second at the top, or the second Board, on one day."""
    return [
        f"{row.file}, line {row.line}, {column}: “{other.key}” is already {what} on these days."
        for n, (row, body) in enumerate(zip(rows, bodies, strict=False))
        for other in bodies[:n]
        for column, what, is_one in (
            ("apex", "at the top", body.apex and other.apex),
            ("kind", "the Board", body.kind is other.kind is BodyKind.BOARD),
        )
        if is_one and body.span.meets(other.span)
    ]


def linked_twice(rows: Sequence[Row], links: Sequence[LinkRow]) -> list[str]:
    return [
        f"{row.file}, line {row.line}, first: “{link.body}” already has this link on these days."
        for n, (row, link) in enumerate(zip(rows, links, strict=False))
        for other in links[:n]
        if same_link(link, other) and link.span.meets(other.span)
    ]


def same_link(one: LinkRow, other: LinkRow) -> bool:
    return (one.body, one.to, one.to_words, one.kind) == (other.body, other.to, other.to_words, other.kind)


def twice_in_a_seat(rows: Sequence[Row], memberships: Sequence[MembershipRow]) -> list[str]:
    return [
        f"{row.file}, line {row.line}, first: {one.person} already holds the seat “{one.seat}” on these days."
        for n, (row, one) in enumerate(zip(rows, memberships, strict=False))
        for other in memberships[:n]
        if (one.seat, one.person) == (other.seat, other.person) and one.span.meets(other.span)
    ]

"""Which line of a sheet names its columns, and what each means, however an area calls it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from trust.foundation.kernel.refusals import Refused
from trust.vision.plan.words import Column

LOOKED_AT = 40
FEWEST = 2
PERIOD = re.compile(r"\b((?:19|20)\d{2})\s*(?:[/–-]\s*(?:20)?(\d{2}))?\b")
# What several columns may say together; of the others the first is taken.
MANY = frozenset(
    {Column.KNOWN_BY, Column.PARTNERS, Column.MILESTONES, Column.RESOURCES, Column.TARGET, Column.OUTCOMES}
)
NOT_READ = frozenset({Column.STATUS, Column.REASON})
# By a whole heading, then by a part of one; the narrower first.
WHOLE = {
    Column.PRIORITY: "priority|our priority|priority area|priorities|ecm priority",
    Column.OUTCOMES: "outcome|outcomes|five outcomes|ecm outcome|every child matters outcome",
    Column.ACTION: "action|actions|what|activity|task|key action|what we will do|what will be done",
    Column.OWNER: "who|owner|lead|by whom|responsible|responsibility|accountable|organisation|agency",
    Column.DUE: "when|date|due|finish|end|complete by|completed by",
    Column.KNOWN_BY: "outputs|evidence|success|impact|what success looks like",
    Column.PARTNERS: "partners|helps|support|with whom|contributors|others involved",
    Column.RESOURCES: "resource|resources|cost|costs|budget|funding",
    Column.GROUP: "group|target group",
    Column.MEASURE: "measure|indicator|indicators|pi|kpi|ni",
    Column.STATUS: "status|rag|progress|update|position|state",
    Column.PLACES: "place|places|area|areas|district|districts",
}
PARTS = (
    (Column.WAITING, r"^row that waits$"),
    (Column.REASON, r"^why it waits$|what is wrong"),
    (Column.TARGET_PERIOD, r"target (period|year)"),
    (Column.BASELINE_PERIOD, r"baseline (period|year|date)"),
    (Column.FIGURE, r"published figure|indicator (code|number)|\bni (no|number|ref)"),
    (Column.ANSWERS, r"answers for"),
    (Column.OUTCOMES, r"every child matters|\becm\b"),
    (Column.KNOWN_BY, r"success|how (will|do) we know|how we will know|how well know|outcome measure"),
    (Column.DUE, r"\bby when\b|time ?scale|deadline|time ?frame|completion|target date|due date|end date"),
    (Column.OWNER, r"\blead\b|\bleads\b|who will do|responsible|accountable|\bowner\b"),
    (Column.PARTNERS, r"partner|who else|other agenc|supporting|contribut"),
    (Column.BASELINE, r"baseline|where are we now|current performance|starting point"),
    (Column.YEARLY_TARGETS, r"(yearly|annual|interim) targets?|targets? by year|trajectory"),
    (Column.TARGET, r"\btargets?\b"),
    (Column.MILESTONES, r"milestone|steps"),
    (Column.RESOURCES, r"resourc|funding|budget|what it needs"),
    (Column.STATUS, r"\brag\b|progress|status"),
    (Column.MEASURE, r"indicator|measure|\bkpi"),
    (Column.DEPENDS_ON, r"depend|waits for"),
    (Column.ACTION, r"\bactions?\b|activit|what (will|we)"),
    (Column.PRIORITY, r"priorit"),
    (Column.OUTCOMES, r"\boutcomes?\b"),
)
# What stands for the priority where no column is called so.
INSTEAD = re.compile(r"^(strategic )?(objective|objectives|theme|goal|aim|aims)$")


@dataclass(frozen=True)
class Headed:
    """One column of a sheet: where it stands, what it is called, what that means, and the year it names."""

    position: int
    heading: str
    column: Column | None
    period: str = ""


@dataclass(frozen=True)
class Head:
    """The line of a sheet that names its columns: its number there, and its place among the rows."""

    number: int
    place: int
    columns: tuple[Headed, ...]

    @property
    def known(self) -> int:
        return len({one.column for one in self.columns if one.column})

    def where(self, column: Column) -> Headed | None:
        return next((one for one in self.columns if one.column is column), None)


@cache
def plain(text: str) -> str:
    """
    >>> plain("How we’ll know?  (Success)")
    'how well know success'
    """
    letters = re.sub(r"['’]", "", text.casefold())
    return re.sub(r"[^a-z0-9%]+", " ", letters).strip()


@cache
def meaning(heading: str) -> Column | None:
    """What a heading means, whatever year it names; none where we do not know.

    >>> meaning("Lead agency").value, meaning("Target 2012").value, meaning("Ref")
    ('Who leads', 'Target', None)
    """
    name = plain(PERIOD.sub(" ", heading))
    for column in Column:
        if name == plain(column.value):
            return column
    for column, names in WHOLE.items():
        if name in names.split("|"):
            return column
    return next((column for column, part in PARTS if re.search(part, name)), None)


def period_in(heading: str) -> str:
    """
    >>> period_in("Baseline 2008/09"), period_in("Target 2012"), period_in("Target")
    ('2008/09', '2012', '')
    """
    found = PERIOD.search(heading)
    return "" if found is None else f"{found[1]}/{found[2]}" if found[2] else found[1]


def find_head(rows: Sequence[tuple[int, Sequence[str]]]) -> Head | None:
    """The line among the first that names the most columns we know; none where no line names two."""
    best: Head | None = None
    for place, (number, cells) in enumerate(rows[:LOOKED_AT]):
        for names in _names(rows, place, cells):
            head = Head(number, place, recognised(names))
            if _is_head(head) and (best is None or head.known > best.known):
                best = head
    return best


def _names(
    rows: Sequence[tuple[int, Sequence[str]]], place: int, cells: Sequence[str]
) -> Iterator[Sequence[str]]:
    """The line as names; then as the second of two lines of names, of which the first says more of some."""
    yield cells
    if place:
        above = [*rows[place - 1][1], *[""] * len(cells)][: len(cells)]
        yield [
            low if high.strip() in {"", low.strip()} else f"{high} {low}"
            for high, low in zip(above, cells, strict=True)
        ]


def _is_head(head: Head) -> bool:
    found = {one.column for one in head.columns if one.column}
    return len(found) >= FEWEST and bool(found & {Column.PRIORITY, Column.ACTION, Column.MEASURE})


def recognised(names: Sequence[str]) -> tuple[Headed, ...]:
    """Each column with its meaning; of two that mean one thing the second is left out, but for texts."""
    columns = [Headed(n, name.strip(), meaning(name), period_in(name)) for n, name in enumerate(names)]
    if not any(one.column is Column.PRIORITY for one in columns):
        stands = next((one for one in columns if INSTEAD.search(plain(one.heading))), None)
        columns = [replace(one, column=Column.PRIORITY) if one is stands else one for one in columns]
    taken = set[Column]()
    found = []
    for one in columns:
        again = one.column in taken and one.column not in MANY
        found.append(replace(one, column=None) if again else one)
        taken |= {one.column} if one.column else set()
    return tuple(found)


def as_chosen(head: Head, chosen: Mapping[int, Column | None]) -> Head:
    """The columns as somebody said they are; errors: Refused where two cannot both be."""
    columns = tuple(replace(one, column=chosen.get(one.position, one.column)) for one in head.columns)
    for column in Column:
        same = [one.heading for one in columns if one.column is column]
        if len(same) > 1 and column not in MANY | NOT_READ:
            raise Refused(f"“{same[0]}” and “{same[1]}” cannot both be “{column.value}”. Choose one of them.")
    return replace(head, columns=columns)

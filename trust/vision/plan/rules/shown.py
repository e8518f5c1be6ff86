"""What a plan’s table shows and never loads: a cell of it that was changed is told in a sentence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from trust.foundation.kernel.english import listed
from trust.vision.plan.rules.columns import plain
from trust.vision.plan.rules.due import NotADay, read_due
from trust.vision.plan.rules.lines import Line
from trust.vision.plan.rules.measured import Wrong, amount_in
from trust.vision.plan.words import OF_A_PLEDGE, Column

AGREED = "What a partner agreed is never loaded: correct it on its own page."
NO_SUCH_PLEDGE = (
    "This pledge is not in the plan, and is not loaded: record it on its own page, with who agreed it."
)
OTHER_FINDINGS = (
    "The plan rests this priority on other findings. They stay as they are: link them on its own page."
)

type Said = Mapping[Column, str]


@dataclass(frozen=True)
class HeldPledge:
    """A pledge of the plan, by the columns that show it."""

    id: UUID
    says: Said


@dataclass(frozen=True)
class Shown:
    """How the plan fills the columns that are never loaded, and the findings of each priority."""

    findings: Mapping[UUID, frozenset[str]] = field(default_factory=dict)
    pledges: Mapping[tuple[UUID, str, str], tuple[HeldPledge, ...]] = field(default_factory=dict)
    standing: Mapping[UUID, str] = field(default_factory=dict)

    def pledges_like(self, line: Line, priority: UUID | None) -> tuple[HeldPledge, ...]:
        """The pledges of these words by this partner, of which there may be several."""
        if priority is None:
            return ()
        key = priority, plain(line.says(Column.PLEDGE)), plain(line.says(Column.GIVER))
        return self.pledges.get(key, ())


def findings_in(text: str) -> list[str]:
    """What a cell says that a priority rests on: one finding on each line."""
    return [part.strip() for part in text.split("\n") if part.strip()]


def other_findings(line: Line, priority: UUID, shown: Shown) -> str:
    """A sentence where a line names other findings than the plan does of a priority that is there."""
    named = frozenset(map(plain, findings_in(line.says(Column.RESTS_ON))))
    return OTHER_FINDINGS if named and named != shown.findings.get(priority, frozenset()) else ""


def other_pledge(line: Line, held: tuple[HeldPledge, ...]) -> str:
    """A sentence where a line says a pledge that the plan has not, or has otherwise."""
    if not held:
        return NO_SUCH_PLEDGE
    changed = min((list(_changed(line, one)) for one in held), key=len)
    if not changed:
        return ""
    return f"The plan says something else under {listed([f'“{one.value}”' for one in changed])}. {AGREED}"


def _changed(line: Line, held: HeldPledge) -> Iterator[Column]:
    for column in OF_A_PLEDGE:
        said = line.says(column)
        if said and _meant(column, said) != _meant(column, held.says.get(column, "")):
            yield column


def _meant(column: Column, text: str) -> object:
    """What a cell means, so that 12,000 and 12000.0 are one amount and two ways to write a day one day."""
    try:
        if column is Column.AMOUNT:
            return amount_in(text.removeprefix("£"), column)
        if column is Column.AGREED_ON:
            return read_due(text).day
    except (Wrong, NotADay):
        return text
    return plain(text)


def other_status(line: Line, key: UUID | None, shown: Shown) -> str:
    """A sentence where a line says otherwise than the plan how a thing stands."""
    said, now = line.says(Column.STATUS), shown.standing.get(key, "") if key else ""
    if not (said and now) or plain(said) == plain(now):
        return ""
    return (
        f"Its status today is “{now}”, and not “{said[:40]}”. A status is told by its partner, never loaded."
    )

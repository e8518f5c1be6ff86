"""What each partner put in: outlined what was promised, filled what is paid, gifts in kind in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trust.foundation.design.charts import marks, scales
from trust.foundation.design.charts.given import Number, Pledged
from trust.foundation.design.charts.marks import Box, Chart, Drawing, Mark, Words
from trust.foundation.design.charts.scales import Scale

KEY = "Filled: paid. Outline: promised."


@dataclass(frozen=True)
class Sheet:
    """Where names stand and bars begin; on the small sheet the name stands above its bar."""

    width: float
    left: float
    right: float
    step: float
    small: bool


WIDE = Sheet(760, left=226, right=470, step=54, small=False)
NARROW = Sheet(320, left=0, right=312, step=82, small=True)


def bars(pledges: Sequence[Pledged], *, title: str, description: str) -> Chart:
    """Draw pledges in the order given."""
    most = max([float(n) for pledge in pledges for n in (pledge.amount, pledge.paid) if n] or [1.0])
    wide, narrow = (
        Drawing(
            sheet.width,
            28 + sheet.step * len(pledges),
            title,
            description,
            tuple(_draw(pledges, sheet, Scale(0, most, sheet.left, sheet.right))),
        )
        for sheet in (WIDE, NARROW)
    )
    return Chart(wide, narrow)


def _draw(pledges: Sequence[Pledged], sheet: Sheet, across: Scale) -> Iterator[Mark]:
    yield Words(sheet.left, 14, KEY, fill=marks.MUTED)
    for n, pledge in enumerate(pledges):
        top = 28 + sheet.step * n
        yield from _partner(pledge, sheet, top)
        yield from _amount(pledge, sheet, across, top + (26 if sheet.small else 4))


def _partner(pledge: Pledged, sheet: Sheet, top: float) -> Iterator[Mark]:
    width = sheet.width if sheet.small else sheet.left - 12
    lines = scales.wrapped(pledge.partner, size=15, weight=600, width=width)
    for n, text in enumerate(lines[:2]):
        yield Words(0, top + 17 + 17 * n, text, 15, 600)
    if pledge.note and not sheet.small and len(lines) < 2:
        yield Words(0, top + 34, pledge.note, fill=marks.MUTED)


def _amount(pledge: Pledged, sheet: Sheet, across: Scale, y: float) -> Iterator[Mark]:
    if not pledge.amount:
        yield Words(sheet.left, y + 13, pledge.in_kind or pledge.note, 14)
        return
    promised, paid = (round(across(float(n or 0)) - sheet.left, 1) for n in (pledge.amount, pledge.paid))
    if paid:
        yield Box(sheet.left, y, paid, 18, marks.SUBJECT)
    yield Box(sheet.left, y, promised, 18, "none", marks.SUBJECT, 1.5)
    if sheet.small:
        yield Words(0, y + 36, said_of(pledge), 14)
    else:
        yield Words(sheet.left + promised + 10, y + 14, said_of(pledge), 14)


def said_of(pledge: Pledged) -> str:
    """What was promised and what is paid; not being told is not nought."""
    promised = f"{pounds(pledge.amount or 0)} promised"
    return f"{promised}, paid not told" if pledge.paid is None else f"{promised}, {pounds(pledge.paid)} paid"


def pounds(amount: Number) -> str:
    return f"£{float(amount):,.0f}"

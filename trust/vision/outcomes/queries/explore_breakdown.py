"""One place's figures by group of children: side by side for the latest period, and over time."""

from dataclasses import dataclass

from trust.foundation.kernel.english import within
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.vision.outcomes.queries.explore_figures import Company
from trust.vision.outcomes.queries.listing import latest_of
from trust.vision.outcomes.rules import sentences
from trust.vision.outcomes.rules.explore_answers import Answer, Used
from trust.vision.outcomes.rules.explore_compare import WORDS, beside
from trust.vision.outcomes.rules.explore_groups import Axis, Group, axes, breakdown_of
from trust.vision.outcomes.rules.explore_method import OVERLAPS, TESTED_GROUPS
from trust.vision.outcomes.rules.figures import Figure


@dataclass(frozen=True, kw_only=True)
class BreakdownAnswer(Answer):
    """The groups of one axis, each with its figure of the period; and the axes that there are."""

    axis: Axis
    axes: tuple[Axis, ...]
    period: str
    rows: tuple[tuple[Group, Figure | None], ...]


def axes_of(company: Company) -> tuple[Axis, ...]:
    course = company.course(company.place.value)
    return axes(company.groups, breakdown_of(course[-1])) if course else axes(company.groups, ("", "", ""))


def by_group(company: Company, chosen: str) -> BreakdownAnswer:
    """The groups of the axis that is asked for, or of the first; errors: NotFound for another axis."""
    found = axes_of(company)
    axis = next((one for one in found if chosen in {"", one.key}), None)
    if axis is None:
        raise NotFound
    latest = [known for group in axis.groups if (known := latest_of(group.figures))]
    if not latest:
        raise Refused("No figure of any group had been published by this day.")
    newest = max(latest, key=lambda figure: (figure.order, figure.first_month))
    rows = tuple((group, _at(group, newest)) for group in axis.groups)
    return BreakdownAnswer(
        heading=_heading(company, rows, newest.period),
        lede=_lede(company, axis, rows),
        cares=(OVERLAPS,) if len(axis.parts) < len(axis.groups) else (),
        method=(("Between two groups", TESTED_GROUPS),) if axis.is_whole_in_two else (),
        used=tuple(Used(company.place.label, figure) for group in axis.groups for figure in group.figures),
        axis=axis,
        axes=found,
        period=newest.period,
        rows=rows,
    )


def _at(group: Group, newest: Figure) -> Figure | None:
    when = (newest.order, newest.first_month)
    return next((f for f in group.figures if (f.order, f.first_month) == when), None)


def _heading(company: Company, rows: tuple[tuple[Group, Figure | None], ...], period: str) -> str:
    """Both of two groups; of more, the lowest and the highest."""
    known = sorted(
        (f.value, group.name) for group, f in rows if not group.everyone and f and f.value is not None
    )
    if not known:
        return f"No group of children in {company.place.label} had a figure in {period}"
    said = [(name, sentences.with_unit(value, _short(company.card.unit))) for value, name in known]
    if len(said) == 1:
        return f"{said[0][0]} {said[0][1]} in {period}"
    (low, least), (high, most) = said[0], said[-1]
    if len(said) == 2:
        return f"{low} {least}, {_inside(high)} {most}, in {period}"
    return f"Lowest: {_inside(low)} {least}. Highest: {_inside(high)} {most}, in {period}"


def _short(unit: str) -> str:
    return "%" if unit.startswith("%") else unit


def _inside(name: str) -> str:
    """A group's name within a sentence.

    >>> _inside("Girls"), _inside("SEN support")
    ('girls', 'SEN support')
    """
    return name if name[1:2].isupper() else within(name)


def _lede(company: Company, axis: Axis, rows: tuple[tuple[Group, Figure | None], ...]) -> str:
    """The test between the two groups of a whole; for others only what is true of every such list."""
    parts = [(group.name, figure) for group, figure in rows if not group.everyone]
    if not axis.is_whole_in_two:
        return "Groups may share children with one another, so we do not test one against another."
    (one, first), (other, second) = parts
    where = beside(first, second, company.card.measured)
    if where is None:
        return "They were published without their counts, so we cannot say whether chance explains the gap."
    words = WORDS[where]
    joined = f"{words} from" if words.startswith("not") else f"{words} than"
    return f"{one} are {joined} {_inside(other)}."

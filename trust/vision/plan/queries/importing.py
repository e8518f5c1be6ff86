"""A spreadsheet that was brought in, as it is understood and what it would change; and the rows that wait."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from openpyxl.utils import get_column_letter

from trust.foundation.directory.queries import districts, every_organisation, setting
from trust.foundation.kernel.english import listed
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.governance.partnership.queries import may_own, stranger, why_not
from trust.vision.outcomes.queries import all_aims
from trust.vision.outcomes.queries.register import titles
from trust.vision.outcomes.words import Outcome
from trust.vision.plan.formats.sheets import HeldSheet, held
from trust.vision.plan.models import ActionEdition, Import, Measure, Plan, PriorityEdition, WaitingRow
from trust.vision.plan.queries.milestones import steps_of
from trust.vision.plan.queries.paths import aimed_of, bases_of
from trust.vision.plan.queries.shown import findings_named, shown_in
from trust.vision.plan.rules.brought import Answers, Here, Judged, Known, Verdict, name_key, said_of_action
from trust.vision.plan.rules.columns import Head, as_chosen, find_head, plain
from trust.vision.plan.rules.due import is_ongoing
from trust.vision.plan.rules.importing import judge
from trust.vision.plan.rules.lines import Line, lines_of, priority_key
from trust.vision.plan.rules.measured import path_of
from trust.vision.plan.rules.naming import FigureFact, Figures, OwnerFact, Owners, Place
from trust.vision.plan.words import Column

MOST_NAMES = 12
# How the address of the preview asks for the rows that would promise a thing twice.
TWICE = "twice"
ANSWER = "answer for a measure"
NO_HEAD = (
    "No line of this file names columns that we know, such as Priority, Action, Who leads and By when. "
    "Put a line of headings above the rows, or take our blank table."
)


@dataclass(frozen=True)
class Reading:
    """One sheet of a file as it is understood: its columns, its lines as judged, and what was passed over."""

    sheet: HeldSheet
    sheets: tuple[str, ...]
    head: Head
    judged: tuple[Judged, ...]
    notes: tuple[str, ...]
    strangers: Mapping[str, str]

    @property
    def twice(self) -> list[Judged]:
        """The new rows whose action stands under another priority already."""
        return [one for one in self.judged if one.twice]

    def shown(self, asked: str) -> Sequence[Judged]:
        """The rows with a verdict, or those that would promise a thing twice; all of them without either."""
        if asked == TWICE:
            return self.twice
        return [one for one in self.judged if asked in {"", one.verdict.value}]

    def count(self, verdict: Verdict) -> int:
        return sum(one.verdict is verdict for one in self.judged)

    def where(self, column: Column) -> str:
        """A column as a person finds it in the sheet: its letter and its heading."""
        at = self.head.where(column)
        return f"column {get_column_letter(at.position + 1)}, {at.heading}" if at else column.value


def brought_in(key: UUID) -> Import:
    """A file as it was brought in; errors: NotFound."""
    found = Import.objects.select_related("plan").filter(pk=key).first()
    if found is None:
        raise NotFound
    return found


def best_sheet(sheets: tuple[HeldSheet, ...]) -> str:
    """The name of the sheet that names the most columns we know; errors: Refused where none names any."""
    heads = [(find_head(sheet.rows), sheet) for sheet in sheets]
    known = [(head.known, len(sheet.rows), sheet.name) for head, sheet in heads if head]
    if not known:
        raise Refused(NO_HEAD)
    return max(known)[2]


def read_sheet(brought: Import, answers: Answers, on: date) -> Reading:
    """What a sheet would change today; errors: Refused where it is none that we can understand."""
    sheets = held(brought.sheets)
    wanted = answers.sheet if answers.sheet in {sheet.name for sheet in sheets} else best_sheet(sheets)
    sheet = next(one for one in sheets if one.name == wanted)
    head = find_head(sheet.rows)
    if head is None:
        raise Refused(NO_HEAD)
    head = as_chosen(head, answers.columns)
    notes = [*sheet.notes, *left_out(head)]
    lines = list(lines_of(sheet.rows, head, notes))
    known = known_of(brought.plan, lines, on)
    names = tuple(one.name for one in sheets)
    judged = tuple(judge(lines, known, answers))
    return Reading(sheet, names, head, judged, tuple(notes), strangers_in(lines, known.owners))


def says_ongoing(reading: Reading) -> bool:
    """Whether a line has no day because what it does has no end."""
    return any(is_ongoing(one.line.says(Column.DUE)) for one in reading.judged)


def left_out(head: Head) -> Iterator[str]:
    """What is told of the columns that are not loaded."""
    for one in head.columns:
        if one.column is Column.STATUS:
            yield f"“{one.heading}” is not loaded: each partner says how its own promise is going."
        if one.column is Column.PLEDGE:
            yield f"“{one.heading}” is shown and not loaded: a pledge is recorded with who agreed it."
    names = [f"“{one.heading}”" for one in head.columns if one.heading and not one.column]
    if names:
        yield f"We do not know what {listed(names)} {'mean' if len(names) > 1 else 'means'}: left out."


def strangers_in(lines: Sequence[Line], owners: Owners) -> dict[str, str]:
    """The names under “Who leads” that are no partner’s, by a key of each; those on most rows first."""
    met = Counter(line.says(Column.OWNER) for line in lines if line.says(Column.OWNER))
    unknown = [name for name, _ in met.most_common() if not owners.knows(name)]
    return {name_key(name): name for name in unknown[:MOST_NAMES]}


def judge_cells(plan: Plan, cells: Mapping[Column, str], on: date) -> Judged:
    """What one line would change today."""
    line = Line(1, cells)
    return judge([line], known_of(plan, [line], on))[0]


def known_of(plan: Plan, lines: Sequence[Line], on: date) -> Known:
    """All that a line is judged against, in as many queries whatever the size of plan and file."""
    wordings = PriorityEdition.objects.filter(priority__plan=plan).order_by("priority", "-edition")
    titles_here = {row.priority_id: row.title for row in wordings.distinct("priority")}
    county = setting()
    everywhere = (county.county, county.area_name)
    named = [everywhere, *((place.code, place.name) for place in districts(on=on))]
    return Known(
        plan=plan.pk,
        first=plan.first,
        last=plan.last,
        priorities={priority_key(title): key for key, title in titles_here.items()},
        titles=titles_here,
        actions=_actions(plan, on),
        measures=_measures(plan),
        owners=Owners(_owners(on), lambda name: stranger(name, on=on)),
        figures=Figures(_figures()),
        places=_places(named),
        everywhere=everywhere,
        outcomes={plain(text): one.value for one in Outcome for text in (one.value, one.label)},
        aims=frozenset(all_aims()),
        findings=findings_named(lines),
        shown=shown_in(plan, lines, on),
        bases=bases_of([code for code, _ in named], on),
    )


def _figures() -> Iterator[FigureFact]:
    for one in titles():
        yield FigureFact(one.code, one.title, one.plain_title, one.number, one.measured.method)


def _places(named: list[Place]) -> dict[str, Place]:
    return {plain(text): (code, name) for code, name in named for text in (code, name)}


def place_names(on: date) -> dict[str, str]:
    """The names of the county and its districts, by code."""
    county = setting()
    return {county.county: county.area_name} | {place.code: place.name for place in districts(on=on)}


def _owners(on: date) -> Iterator[OwnerFact]:
    for one in every_organisation():
        last = one.span.last
        answer = why_not(one, on=on, deed=ANSWER)
        yield OwnerFact(
            one.id, one.key, one.name, one.kind, one.span.holds(on), last, why_not(one, on=on), answer
        )


def _actions(plan: Plan, on: date) -> dict[tuple[UUID, str, UUID], Here]:
    wordings = ActionEdition.objects.filter(action__priority__plan=plan).select_related("action")
    rows = list(wordings.order_by("action", "-edition").distinct("action"))
    steps = steps_of([row.action_id for row in rows], on)
    found = {}
    for row in rows:
        says = said_of_action(row.due, row.how_we_will_know, vars(row))
        key = (row.action.priority_id, plain(row.what), row.owner_id)
        found[key] = Here(row.action_id, says, row.ended_because, frozenset(steps.get(row.action_id, ())))
    return found


def _measures(plan: Plan) -> dict[tuple[UUID, str, str, tuple[str, ...]], Here]:
    rows = Measure.objects.filter(priority__plan=plan, replaced_by=None)
    return {
        (row.priority_id, plain(row.title), row.indicator, tuple(row.areas)): Here(
            row.pk, path_of(aimed_of(row))
        )
        for row in rows
    }


def owner_names(on: date) -> list[str]:
    return [one.name for one in every_organisation() if may_own(one, on)]


def waiting(plan: UUID) -> QuerySet[WaitingRow]:
    """The rows of a plan that wait to be mended, in the order in which they came."""
    return WaitingRow.objects.filter(of__plan=plan, mended=None).order_by("at", "sheet", "number", "id")


def waiting_row(key: UUID) -> WaitingRow:
    """A row that waits; errors: NotFound."""
    row = WaitingRow.objects.select_related("of__plan", "mended").filter(pk=key).first()
    if row is None:
        raise NotFound
    return row


def imports_of(plan: UUID) -> QuerySet[Import]:
    """The files that were brought in for a plan, the newest first, without what they hold."""
    return Import.objects.filter(plan=plan).defer("sheets").prefetch_related("loads").order_by("-at", "-id")

"""What colleagues said beside a draft, passage by passage."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from trust.foundation.kernel.english import exactly
from trust.foundation.kernel.refusals import NotFound
from trust.vision.plan.models import (
    ActionEdition,
    Comment,
    CommentAnswer,
    Measure,
    Plan,
    PriorityEdition,
    Statement,
)
from trust.vision.plan.queries.draft import Draft
from trust.vision.plan.words import CommentState, Part, Passage


@dataclass(frozen=True)
class AnswerCard:
    text: str
    by: str
    at: datetime
    settles: bool


@dataclass(frozen=True)
class CommentCard:
    """A comment with its answers; `later` where the passage has been worded again since."""

    id: UUID
    on: Passage
    passage: str
    text: str
    by: str
    partner: str
    at: datetime
    edition: int
    invented: bool
    answers: tuple[AnswerCard, ...]

    @property
    def state(self) -> CommentState:
        return CommentState.SETTLED if any(one.settles for one in self.answers) else CommentState.OPEN


@dataclass(frozen=True)
class PassageLine:
    """One passage of a draft as it is read beside its comments."""

    on: Passage
    key: str
    title: str
    says: tuple[tuple[str, str], ...]
    comments: tuple[CommentCard, ...]


def comments(
    plan: UUID, *, state: str = "", partner: str = "", on: str = "", passages: tuple[str, ...] = ()
) -> list[CommentCard]:
    """The comments on a draft, newest first."""
    rows = Comment.objects.filter(plan=plan).select_related("organisation").prefetch_related("answers")
    rows = rows.filter(on=on) if on else rows
    rows = rows.filter(passage__in=passages) if passages else rows
    cards = [_card(row) for row in rows.order_by("-at", "id")]
    return [one for one in cards if state in {"", one.state} and partner in {"", one.partner}]


def open_comments(plan: UUID) -> Counter[str]:
    """How many comments wait for an answer, by passage."""
    return Counter(_unsettled(plan).values_list("passage", flat=True))


def one_comment(key: UUID) -> tuple[UUID, CommentCard]:
    """The plan that a comment is beside, and the comment; errors: NotFound."""
    row = Comment.objects.select_related("organisation").filter(pk=key).first()
    if row is None:
        raise NotFound
    return row.plan_id, _card(row)


def passages_of(draft: Draft, priority: UUID | None) -> list[PassageLine]:
    """A priority with what hangs on it, or, without one, the statements; each with its comments."""
    lines = _of_priority(draft, priority) if priority else _of_statements(draft)
    said = comments(draft.id, passages=tuple(line.key for line in lines)) if lines else []
    return [
        PassageLine(
            line.on, line.key, line.title, line.says, tuple(one for one in said if one.passage == line.key)
        )
        for line in lines
    ]


def edition_of(plan: Plan, on: Passage, passage: str) -> int:
    """The edition that a passage of a plan has reached; errors: NotFound where the plan has no such one."""
    key = None if on is Passage.STATEMENT else _key(passage)
    if on is Passage.STATEMENT:
        found = Statement.objects.filter(plan=plan, part=passage).order_by("-edition")
        number = found.values_list("edition", flat=True).first()
    elif on is Passage.PRIORITY:
        words = PriorityEdition.objects.filter(priority=key, priority__plan=plan)
        number = words.order_by("-edition").values_list("edition", flat=True).first()
    elif on is Passage.ACTION:
        said = ActionEdition.objects.filter(action=key, action__priority__plan=plan)
        number = said.order_by("-edition").values_list("edition", flat=True).first()
    else:
        number = 1 if key and Measure.objects.filter(pk=key, priority__plan=plan).exists() else None
    if number is None:
        raise NotFound
    return number


def _key(passage: str) -> UUID:
    try:
        return UUID(passage)
    except ValueError as wrong:
        raise NotFound from wrong


def _of_statements(draft: Draft) -> list[PassageLine]:
    return [
        PassageLine(Passage.STATEMENT, one.part, Part(one.part).label, (("", one.text),), ())
        for one in draft.plan.statements
    ]


def _of_priority(draft: Draft, key: UUID) -> list[PassageLine]:
    found = next((one for one in draft.plan.priorities if one.id == key), None)
    if found is None:
        raise NotFound
    aims = (
        ("For everyone", found.aim_for_all),
        (f"For {found.group}, against {found.comparator}", found.aim_for_group),
        ("What happens next", found.next_step),
    )
    lines = [PassageLine(Passage.PRIORITY, str(found.id), found.title, aims, ())]
    for action in found.actions:
        said = (
            ("Who", action.owner),
            ("By", _day(action.due)),
            ("How we will know", action.how_we_will_know),
        )
        lines.append(PassageLine(Passage.ACTION, str(action.id), action.what, said, ()))
    for measure in found.measures:
        path = (
            ("From", f"{exactly(measure.baseline)} in {measure.baseline_period}"),
            ("To", f"{exactly(measure.target)} in {measure.target_period}"),
            *([("On the way", measure.on_the_way)] if measure.on_the_way else []),
            ("Who answers for it", measure.owner),
        )
        lines.append(PassageLine(Passage.MEASURE, str(measure.id), measure.title, path, ()))
    return lines


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _unsettled(plan: UUID) -> QuerySet[Comment]:
    settled = CommentAnswer.objects.filter(comment=OuterRef("pk"), settles=True)
    return Comment.objects.filter(~Exists(settled), plan=plan)


def _card(row: Comment) -> CommentCard:
    answers = sorted(row.answers.all(), key=lambda one: one.at)
    return CommentCard(
        id=row.id,
        on=Passage(row.on),
        passage=row.passage,
        text=row.text,
        by=row.by,
        partner=row.organisation.name if row.organisation else "",
        at=row.at,
        edition=row.edition,
        invented=row.invented,
        answers=tuple(AnswerCard(one.text, one.by, one.at, one.settles) for one in answers),
    )

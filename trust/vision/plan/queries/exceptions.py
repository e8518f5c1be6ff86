"""What was said of measures off their path, and the questions of the Board that wait for an answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trust.foundation.kernel.refusals import NotFound
from trust.governance.board.queries import Challenge, open_challenges
from trust.vision.plan.models import ExceptionReport


@dataclass(frozen=True)
class ExceptionCard:
    """Why a measure is off its path, what is done, by when it is on it again, and what would help."""

    measure: UUID
    said_on: date
    story: str
    doing: str
    green_by: date
    help_needed: str
    by: str
    invented: bool


def exceptions(measures: Iterable[UUID], on: date) -> dict[UUID, ExceptionCard]:
    """The newest report of each measure that had been made by a day."""
    rows = ExceptionReport.objects.filter(measure__in=list(measures), said_on__lte=on)
    newest = rows.order_by("measure", "-said_on", "-at").distinct("measure")
    return {
        row.measure_id: ExceptionCard(
            row.measure_id,
            row.said_on,
            row.story,
            row.doing,
            row.green_by,
            row.help_needed,
            row.by,
            row.invented,
        )
        for row in newest
    }


def the_challenge(key: UUID) -> Challenge:
    """A question that waits for its answer; errors: NotFound."""
    for one in open_challenges():
        if one.id == key:
            return one
    raise NotFound

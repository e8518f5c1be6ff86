"""The Director's page before a Board, composed from every room below the plan."""

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from trust.foundation.directory.queries import setting
from trust.foundation.kernel.english import counted, opened
from trust.foundation.kernel.time import in_words
from trust.governance.board.queries import next_meeting, unmet_by_law
from trust.vision.plan.queries.chasing import Kept, Needed, decisions_needed, kept_by_partner
from trust.vision.plan.queries.gaps import gaps_cited
from trust.vision.plan.queries.progress import Reading
from trust.vision.plan.queries.running import Stands, how_it_stands
from trust.vision.plan.queries.turned import Turn, turned
from trust.vision.plan.rules import SILENT_AFTER_DAYS

A_QUARTER = timedelta(days=SILENT_AFTER_DAYS)


@dataclass(frozen=True)
class GapLine:
    """One gap of the plan, told honestly."""

    priority: UUID
    title: str
    sentence: str


@dataclass(frozen=True)
class Briefing:
    """All that the one page says, in plain values: the page and the PDF are drawn from the same."""

    area: str
    day: date
    meeting: date | None
    needed: list[Needed]
    kept: list[Kept]
    gaps: list[GapLine]
    measures: list[Reading]
    since: date
    turned: list[Turn]


def briefing(day: date) -> Briefing:
    stands, meeting, since = how_it_stands(day), next_meeting(day), day - A_QUARTER
    return Briefing(
        area=setting().area_name,
        day=day,
        meeting=meeting.day if meeting else None,
        needed=decisions_needed(stands) + _unmet_seats(day),
        kept=kept_by_partner(stands.promises, day),
        gaps=_gaps(stands),
        measures=list(stands.readings),
        since=since,
        turned=turned(stands, since=since),
    )


def on_paper(found: Briefing) -> dict[str, Any]:
    """The briefing as words only, for the printed page."""
    return {
        "title": f"Briefing for the Director of Children’s Services, {found.area}",
        "heading": _heading(len(found.needed)),
        "day": in_words(found.day),
        "meeting": in_words(found.meeting) if found.meeting else "",
        "needed": [{"heading": row.heading, "detail": row.detail} for row in found.needed],
        "since": in_words(found.since),
        "turned": [{"word": row.word, "about": row.about} for row in found.turned],
        "kept": [{k: str(v) for k, v in asdict(row).items()} for row in found.kept],
        "gaps": [{"title": row.title, "sentence": row.sentence} for row in found.gaps],
        "measures": [
            {
                "title": row.measure.title,
                "word": row.word,
                "letter": row.status.value.upper(),
                "sentence": row.sentence,
            }
            for row in found.measures
        ],
    }


def _heading(things: int) -> str:
    if not things:
        return "Nothing needs a decision"
    return f"{opened(counted(things, 'thing'))} {'needs' if things == 1 else 'need'} a decision"


def _unmet_seats(day: date) -> list[Needed]:
    """All the seats that the law requires and nobody fills, as the one decision they need."""
    unmet = unmet_by_law(day)
    if not unmet:
        return []
    seats = f"{opened(counted(len(unmet), 'seat'))} that the law requires"
    heading = f"{seats} {'is' if len(unmet) == 1 else 'are'} not filled"
    return [Needed("seat", heading, "; ".join(row.what for row in unmet) + ".")]


def _gaps(stands: Stands) -> list[GapLine]:
    cited = gaps_cited([row for one in stands.plans for row in one.plan.priorities], stands.day)
    return [GapLine(priority.id, priority.title, story.sentence) for priority, story in cited]

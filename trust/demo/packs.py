"""The packs of the demonstration: the Board's last two meetings, and one that a partner took to them."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import NAMESPACE_URL, uuid5

from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.time import LONDON
from trust.foundation.people.queries import workers
from trust.governance.board.queries import coming_meetings, the_board
from trust.vision.plan.actions.packs import make_pack
from trust.vision.plan.queries.packs import subjects
from trust.vision.plan.words import PackFor

DIRECTOR = "Director of children's services"


@dataclass(frozen=True)
class Asked:
    """A pack somebody made on a day, for the Board's next meeting."""

    on: date
    kind: PackFor
    name: str = ""


MADE = (
    Asked(date(2010, 2, 9), PackFor.BODY),
    Asked(date(2010, 4, 13), PackFor.BODY),
    Asked(date(2010, 6, 7), PackFor.BODY),
    Asked(date(2010, 6, 7), PackFor.PARTNER, "Hampshire Primary Care Trust"),
    Asked(date(2010, 6, 7), PackFor.PLACE, "Havant"),
)


def make_packs() -> None:
    """Each on its own day, so that a pack tells what changed since the one before."""
    director = next(one for one in workers(on=MADE[-1].on) if DIRECTOR in one.roles)
    by = Actor(director.name, director.id, duties=frozenset({"board.brief"}))
    for asked in MADE:
        board = the_board(asked.on) or the_board(MADE[-1].on)
        meeting = next(one for one in coming_meetings(asked.on) if board and one.body == board.id)
        wanted = asked.name or (board.name if board else "")
        about = [one for group in subjects(asked.on).values() for one in group if one.kind is asked.kind]
        for subject in about:
            if subject.name == wanted:
                make_pack(
                    key=uuid5(NAMESPACE_URL, f"demonstration/pack/{asked.on}/{subject.value}"),
                    subject=subject,
                    meeting=meeting,
                    as_of=asked.on,
                    by=by,
                    at=datetime.combine(asked.on, time(16, 0), LONDON),
                )

"""What the front page says, as of a day: a few figures, what the Board decided, and where to go."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trust.foundation.design.charts.marks import Drawing
from trust.foundation.directory.queries import setting
from trust.foundation.kernel.months import month_of
from trust.foundation.kernel.refusals import NotFound
from trust.public.drawings import of_card
from trust.public.sentences import Change, of_change
from trust.vision.outcomes.queries import Figure, IndicatorCard, Since, indicator, series, since
from trust.vision.participation.queries import ConsultationRow, consultation_page
from trust.vision.participation.words import State
from trust.vision.plan.queries import Published, published

# Measures that most people know, the best known first; the front page shows the first three that are known.
CHOSEN = ("ni-112", "ni-56", "reception-overweight", "year6-overweight", "ni-114")
CARDS = 3
TOO_OLD_MONTHS = 60
POINTS = 6


@dataclass(frozen=True)
class Happening:
    """One figure of the whole county, what may be said of it, and the promise that is about it."""

    card: IndicatorCard
    figures: tuple[Figure, ...]
    since: Since | None
    promise: UUID | None

    @property
    def latest(self) -> Figure:
        return self.figures[-1]

    @property
    def drawing(self) -> Drawing:
        return of_card(self.card, self.figures)

    @property
    def change(self) -> Change:
        return of_change(self.figures, self.since)


def happenings(day: date, *, plan: Published | None) -> list[Happening]:
    """Up to three figures known and fresh on the day, each with what a test allows to be said."""
    county = setting().county
    found = [happening for code in CHOSEN if (happening := _happening(code, county, day, plan))]
    return found[:CARDS]


def asked_now(day: date, *, but: UUID | None) -> list[ConsultationRow]:
    """The first few things that everyone may answer on the day, but not the one shown already."""
    rows, _ = consultation_page(1, state=State.OPEN, on=day)
    return [row for row in rows if row.about != but][:CARDS]


def _happening(code: str, county: str, day: date, plan: Published | None) -> Happening | None:
    try:
        card = indicator(code)
    except NotFound:
        return None
    known = [figure for figure in series(code, area=county, as_of=day) if figure.value is not None]
    if not known or known[-1].order < month_of(day) - TOO_OLD_MONTHS:
        return None
    return Happening(card, tuple(known[-POINTS:]), since(known, card.measured), _promise_about(code, plan))


def _promise_about(code: str, plan: Published | None) -> UUID | None:
    priorities = plan.plan.priorities if plan else ()
    about = (
        p.id
        for p in priorities
        if code in {*(m.indicator for m in p.measures), *(n.indicator for n in p.needs)}
    )
    return next(about, None)


def plan_on(day: date) -> Published | None:
    """The published plan, if it still runs on the day."""
    found = published(day)
    return found if found and found.plan.last >= day else None

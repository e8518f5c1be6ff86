"""Lists of consultations, a page at a time, and how well each reached those whom it asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q, QuerySet
from django.urls import reverse

from trust.vision.participation.models import Consultation
from trust.vision.participation.queries.consulted import ConsultationCard, Counted
from trust.vision.participation.queries.heard import Subject, signed
from trust.vision.participation.rules.consulted import (
    FEWEST_SHOWN,
    Reach,
    count_in_words,
    in_fives,
    is_short,
    median_days,
    reach,
)
from trust.vision.participation.words import PEOPLE, Audience, State

A_PAGE = 20
# Where a thing that people are asked about is read on a day: rooms above tell.
type Reads = Callable[[UUID, date], str]
_READS: list[Reads] = []
FEWER = f"fewer than {FEWEST_SHOWN}"


@dataclass(frozen=True)
class ConsultationRow:
    """A consultation in a list: when it runs, what was said in it and what is still unanswered."""

    id: UUID
    about: UUID
    title: str
    about_title: str
    opens: date
    closes: date
    why_short: str
    invented: bool
    said: int
    answered: int

    @property
    def is_short(self) -> bool:
        return is_short(self.opens, self.closes)

    @property
    def unanswered(self) -> int:
        return self.said - self.answered

    def state(self, on: date) -> State:
        if on < self.opens:
            return State.COMING
        return State.OPEN if on <= self.closes else State.CLOSED


@dataclass(frozen=True)
class ReachLine:
    """A group that was asked, as a page may show it: `number` is rounded, or None and `words` say why."""

    audience: Audience
    group: str
    number: int | None
    words: str
    population: int | None
    source: str
    reach: Reach | None

    @property
    def name(self) -> str:
        return self.group or self.audience.label

    @property
    def per_cent(self) -> tuple[float, float, float, float] | None:
        """Its share of those who answered with the limits, then its share of those who live here."""
        if self.reach is None:
            return None
        share = self.reach.share
        return share.value * 100, share.lower * 100, share.upper * 100, self.reach.population_share * 100


def consultation_rows(*, find: str = "", state: State | None = None, on: date) -> QuerySet[Consultation]:
    """Those written by a day with every word, the newest first; in one state, if asked."""
    rows = Consultation.objects.filter(at__date__lte=on).order_by("-opens", "title", "id")
    for word in find.split():
        rows = rows.filter(
            Q(title__icontains=word) | Q(about_title__icontains=word) | Q(asked__icontains=word)
        )
    rows = rows.annotate(
        said=Count("findings", distinct=True),
        answered=Count("findings", filter=Q(findings__answers__isnull=False), distinct=True),
    )
    if state is None:
        return rows
    wanted: Mapping[State, Q] = {
        State.COMING: Q(opens__gt=on),
        State.OPEN: Q(opens__lte=on, closes__gte=on),
        State.CLOSED: Q(closes__lt=on),
        State.UNANSWERED: Q(closes__lt=on, said__gt=F("answered")),
    }
    return rows.filter(wanted[state])


def consultation_page(
    page: int | str | None, *, find: str = "", state: State | None = None, on: date
) -> tuple[list[ConsultationRow], Page[Consultation]]:
    """One page of them, counted and cut in the database; one past the last is the last."""
    found = Paginator(consultation_rows(find=find, state=state, on=on), A_PAGE).get_page(page)
    return [row_of(one) for one in found], found


def row_of(one: Consultation) -> ConsultationRow:
    names = ("about", "title", "about_title", "opens", "closes", "why_short", "invented", "said", "answered")
    return ConsultationRow(id=one.pk, **{name: getattr(one, name) for name in names})


def reached_by(card: ConsultationCard) -> list[ReachLine]:
    """Each audience and each group within it, with how well it was reached.

    A group's share is of all who answered in its audience, and is told from the counts as they are shown.
    """
    whole = {one.audience: one for one in card.counted if not one.group}
    return [_line(one, whole.get(one.audience)) for one in card.counted]


def _line(one: Counted, whole: Counted | None) -> ReachLine:
    number = _shown(one)
    found = None
    if one.group and whole and number is not None and (everyone := whole.population) and one.population:
        answered = _shown(whole) or 0
        found = reach(
            number=min(number, answered),
            all_who_answered=answered,
            population=one.population,
            everyone=everyone,
        )
    words = FEWER if number is None else _in_words(one.audience, number)
    return ReachLine(one.audience, one.group, number, words, one.population, one.source, found)


def _in_words(audience: Audience, number: int) -> str:
    return count_in_words(number) if audience in PEOPLE else f"{number:,}"


def _shown(one: Counted) -> int | None:
    if one.number is None or one.audience not in PEOPLE:
        return one.number
    return in_fives(one.number)


def not_reached(card: ConsultationCard) -> list[Audience]:
    """Whom nobody has counted an answer from yet; the plan's own page says whom the law asks for."""
    return [audience for audience in Audience if audience not in card.audiences]


def days_to_answer(card: ConsultationCard) -> int | None:
    """How long half of those who spoke waited after the closing; None where nobody waited."""
    days = median_days(card.closes, [one.answered_on for one in card.said if one.answered_on])
    return days or None


def ask_where_to_read(reads: Reads) -> None:
    """A room above tells where its things are read."""
    if reads not in _READS:
        _READS.append(reads)


def where_to_read(about: UUID, on: date) -> str:
    """The address of what people are asked about, if anyone may read it on the day; else nothing."""
    return next((address for reads in _READS if (address := reads(about, on))), "")


def where_to_consult(subject: Subject) -> str:
    """The address where the office opens a consultation about one thing, signed as the form's own is."""
    return f"{reverse('participation:open-consultation')}?{signed(subject)}"

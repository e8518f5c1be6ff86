"""What a review may say of what it is given: never surer than the reports and the tests."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from trust.foundation.kernel.english import counted, listed, opened
from trust.foundation.kernel.reading_age import Readable
from trust.foundation.kernel.refusals import Refused
from trust.foundation.statistics.words import Direction, Verdict
from trust.vision.plan.words import Delivery, Standing

NOTHING_SAID = "Nothing has been reported."
NO_EVIDENCE_YET = "No evidence yet."
# The oldest that a text may read at, for young people and for everyone else: `strategic.md` 8.
YOUNG_READING_AGE, READING_AGE = 11, 14
CLAIMS = frozenset({Standing.DONE, Standing.ON_TRACK})


@dataclass(frozen=True)
class Reported:
    """What an owner last said: how it stands, in its words, on a day."""

    standing: Standing
    words: str
    on: date


def claims_without_evidence(said: Reported) -> bool:
    """Whether an owner says that all is well and shows nothing for it."""
    return said.standing in CLAIMS and not said.words.strip()


def delivery(*, due: date, said: Reported | None, on: date) -> Delivery:
    """What became of a promise by a day, by its owner’s last report; silence is never taken for success."""
    if said and claims_without_evidence(said) and (said.standing is Standing.DONE or due < on):
        return Delivery.NO_EVIDENCE
    if said and said.standing is Standing.DONE:
        return Delivery.DELIVERED
    if said and said.standing is Standing.NOT_DONE:
        return Delivery.NOT_DELIVERED
    if due >= on:
        return Delivery.NOT_YET_DUE
    return Delivery.PARTLY if said else Delivery.NOT_DELIVERED


def delivery_of_money(*, amount: Decimal, paid: Decimal | None, due: date, on: date) -> Delivery:
    """Money is delivered when all of it is paid, whatever else is said."""
    if paid is not None and paid >= amount:
        return Delivery.DELIVERED
    if due >= on:
        return Delivery.NOT_YET_DUE
    return Delivery.PARTLY if paid else Delivery.NOT_DELIVERED


def next_step(became: Delivery, *, due: str, owner: str) -> str:
    match became:
        case Delivery.DELIVERED:
            return "It is done. Nothing more is promised here."
        case Delivery.NOT_YET_DUE:
            return f"It is due by {due}."
        case Delivery.WITHDRAWN:
            return "It is no longer promised."
        case Delivery.NO_EVIDENCE:
            return f"{owner} must show what it rests on."
        case _:
            return f"It was due by {due}. {owner} must say when it will be done."


def changed(title: str, moved: Direction | None) -> str:
    """What changed for children, said only past the test."""
    words = {
        Direction.BETTER: "better than the year before, by more than chance would explain",
        Direction.WORSE: "worse than the year before, by more than chance would explain",
        Direction.NO_CLEAR_CHANGE: "the change could be chance",
    }
    return f"{title}: {words[moved] if moved else 'we cannot say yet'}."


def for_the_young(moved: Direction | None) -> str:
    """The same in words for young people."""
    words = {
        Direction.BETTER: "It got better, by more than luck can explain.",
        Direction.WORSE: "It got worse, by more than bad luck can explain.",
        Direction.NO_CLEAR_CHANGE: "We cannot be sure that it changed. A move this small can be luck.",
    }
    return words[moved] if moved else "We cannot say yet."


@dataclass(frozen=True)
class Tally:
    """One partner’s promises by what became of them."""

    partner: str
    delivered: int = 0
    partly: int = 0
    not_delivered: int = 0
    no_evidence: int = 0
    not_yet_due: int = 0
    withdrawn: int = 0

    @property
    def due(self) -> int:
        return self.delivered + self.partly + self.not_delivered + self.no_evidence

    @property
    def rate(self) -> str:
        """The delivery rate: delivered of all that were due; what is partly done counts as not done."""
        return f"{self.delivered} of {self.due}" if self.due else "none due yet"


COLUMN_OF = {
    Delivery.DELIVERED: "delivered",
    Delivery.PARTLY: "partly",
    Delivery.NOT_DELIVERED: "not_delivered",
    Delivery.NO_EVIDENCE: "no_evidence",
    Delivery.NOT_YET_DUE: "not_yet_due",
    Delivery.WITHDRAWN: "withdrawn",
}


def tally(promises: Iterable[tuple[str, Delivery]]) -> tuple[Tally, ...]:
    """The promises of each partner, in the order of their names."""
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for partner, became in promises:
        counts[partner][COLUMN_OF[became]] += 1
    return tuple(Tally(partner, **found) for partner, found in sorted(counts.items()))


def all_partners(rows: Sequence[Tally]) -> Tally:
    """Every partner together."""
    totals = {name: sum(getattr(row, name) for row in rows) for name in COLUMN_OF.values()}
    return Tally("All partners", **totals)


def outcomes_better(moves: Sequence[tuple[str, Direction | None]]) -> str:
    """The first question of the acid test, from the measures past their tests. Source: guidance 1.20."""
    better = [title for title, moved in moves if moved is Direction.BETTER]
    worse = [title for title, moved in moves if moved is Direction.WORSE]
    chance = sum(moved is Direction.NO_CLEAR_CHANGE for _, moved in moves)
    untold = sum(moved is None for _, moved in moves)
    if untold == len(moves):
        return "We cannot say yet. No measure has two figures that can be compared."
    return " ".join(
        sentence
        for sentence in (
            _short_answer(bool(better), bool(worse), whole=len(better) == len(moves)),
            _told(better, "better than the year before, by more than chance would explain"),
            _told(worse, "worse than the year before, by more than chance would explain"),
            opened(f"{counted(chance, 'measure')} changed by no more than chance would.") if chance else "",
            opened(f"{counted(untold, 'measure')} cannot be compared yet.") if untold else "",
        )
        if sentence
    )


def _short_answer(better: bool, worse: bool, *, whole: bool) -> str:
    if better and worse:
        return "For some things, and not for others."
    if better:
        return "Yes." if whole else "In part."
    return "No." if worse else "There is no clear change."


def _told(titles: Sequence[str], word: str) -> str:
    verb = "is" if len(titles) == 1 else "are"
    return f"{listed(titles)} {verb} {word}." if titles else ""


@dataclass(frozen=True)
class GapTold:
    """One gap: what the test says of it, and its sentence."""

    title: str
    verdict: Verdict | None
    sentence: str
    levelled_down: bool = False


def gaps_narrower(gaps: Sequence[GapTold]) -> str:
    """The second question: a gap that closed because the others fell is no answer of yes."""
    if not any(gap.verdict for gap in gaps):
        return "We cannot say yet. No gap could be tested."
    narrowed = [gap for gap in gaps if gap.verdict is Verdict.NARROWED and not gap.levelled_down]
    widened = [gap for gap in gaps if gap.verdict in {Verdict.WIDENED, Verdict.REVERSED}]
    short = _short_answer(bool(narrowed), bool(widened), whole=len(narrowed) == len(gaps))
    return "\n".join([short, *(f"{gap.title}: {gap.sentence}" for gap in gaps)])


def help_earlier(early: Sequence[Delivery]) -> str:
    """The third question: what was done for it, and never that it worked, which no promise kept can show."""
    if not early:
        return "We cannot say yet. No promise is marked as help that comes early, and no measure counts it."
    kept = sum(became is Delivery.DELIVERED for became in early)
    return (
        f"We cannot say yet. {opened(counted(len(early), 'promise'))} "
        f"{'is' if len(early) == 1 else 'are'} of help that comes early, and "
        f"{counted(kept, 'of them', 'of them')} {'has' if kept == 1 else 'have'} been kept. "
        "A promise kept does not show that help comes sooner: no measure of the plan counts that."
    )


def check_young(found: Readable) -> None:
    """Refuse a young people’s version that is missing or too hard. Source: `strategic.md` 8, age 9 to 11."""
    if not found.words:
        raise Refused("Write the young people’s version first: a review is for them too.")
    if found.age is not None and found.age > YOUNG_READING_AGE:
        raise Refused(
            f"The young people’s version reads at about age {found.age}. Bring it to {YOUNG_READING_AGE} or "
            "below: use shorter words and split the long sentences."
        )

"""When a finding may be said and how surely, how an assessment goes forward, and what is stale."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from trust.foundation.kernel.english import counted, listed, opened
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import in_words
from trust.strategy.needs.words import MOVES, STILL_WRITTEN, Kind, Stage, Sure

SMALLEST_SHOWN = 6


def check_rests_on_figures(
    how_sure: Sure, *, indicator: str, places: Sequence[str], comparison: Sequence[str]
) -> None:
    """To be sure there must be a measure and places; two groups must share no place."""
    if set(places) & set(comparison):
        raise Refused("A place cannot be in both groups: a gap is between children who are not in both.")
    if how_sure is Sure.SURE and not (indicator and places):
        raise Refused("To say that we are sure, choose the measure and the places that show it.")


def check_said_on(said_on: date, *, today: date) -> None:
    if said_on > today:
        raise Refused(f"A finding cannot be dated {in_words(said_on)}: that day has not come yet.")


def check_gap(kind: Kind, *, why_it_matters: str, what_would_close: str, who: str) -> None:
    """What is not known is worth keeping only with its reason, its remedy and somebody to see to it."""
    missing = [
        words
        for words, said in (
            ("why it matters", why_it_matters),
            ("what would close it", what_would_close),
            ("who could close it", who),
        )
        if not said.strip()
    ]
    if kind is Kind.GAP and missing:
        raise Refused(f"Say also {listed(missing)}: then someone can do something about what is not known.")


def check_move(now: Stage, to: Stage) -> None:
    if to not in MOVES[now]:
        raise Refused(f"An edition that is “{now.label.lower()}” cannot become “{to.label.lower()}”.")


def check_still_written(now: Stage) -> None:
    """A frozen text does not change: what changes is the next edition."""
    if now not in STILL_WRITTEN:
        raise Refused(
            "This edition is frozen, so its words stay as they are. Begin a new edition to change them."
        )


@dataclass(frozen=True)
class Ready:
    """What the gates ask of an edition."""

    empty_sections: tuple[str, ...]
    findings: int
    unanswered: int
    silent: tuple[str, ...]
    answer_by: date | None


def check_may_share(found: Ready) -> None:
    """Partners are asked about a whole: every section says something, if only what is not known."""
    if found.empty_sections:
        these = listed([f"“{title}”" for title in found.empty_sections])
        raise Refused(f"Write something in {these} first, or add what is not known there.")
    if not found.findings:
        raise Refused("Add at least one finding first: partners are asked whether it is right.")


def check_may_freeze(found: Ready, *, on: date) -> None:
    """Every partner has spoken or has had until the day it was given; every comment has its answer."""
    if found.unanswered:
        things = counted(found.unanswered, "comment")
        verb = "has" if found.unanswered == 1 else "have"
        raise Refused(f"{opened(things)} {verb} no answer yet. Answer first.")
    if found.silent and found.answer_by and on <= found.answer_by:
        verb = "has" if len(found.silent) == 1 else "have"
        raise Refused(
            f"{listed(found.silent)} {verb} until {in_words(found.answer_by)} to comment, or to say that "
            "there is nothing to add. Freeze it after that day."
        )


def check_count(count: int | None, *, withheld: bool) -> None:
    """A count of 1 to 5 could point to a child, so it is never kept."""
    if withheld and count is not None:
        raise Refused("Leave the number out where it is withheld: we do not keep it.")
    if withheld:
        return
    if count is None:
        raise Refused("Write how many children, or tick that it is from 1 to 5.")
    if count < 0:
        raise Refused("A count of children cannot be less than none.")
    if 0 < count < SMALLEST_SHOWN:
        raise Refused(
            f"We do not keep a count of {count}: it could point to a child. Leave the number out, and tick "
            "that it is from 1 to 5."
        )

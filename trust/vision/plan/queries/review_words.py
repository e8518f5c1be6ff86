"""The words of a review as its rules draft them: the acid test, the partnership, and what is left to do."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from trust.foundation.kernel.english import counted, listed, opened
from trust.foundation.kernel.time import in_words
from trust.foundation.statute.findings import Finding, Result
from trust.governance.board.queries import board_check, challenge_tally
from trust.vision.outcomes.words import Outcome
from trust.vision.participation.queries import comments_between, consultations
from trust.vision.plan.formats.review import ReviewRow
from trust.vision.plan.queries.gaps import gaps_cited
from trust.vision.plan.queries.review_draft import Held, direction_of, moved_of
from trust.vision.plan.rules import SILENT_AFTER_DAYS, reviewing
from trust.vision.plan.rules.reviewing import GapTold
from trust.vision.plan.words import Delivery, Part, Reach, ReviewPart, Status, YoungPart

# An independent chair of the safeguarding board: rule B24 of the Board's make-up.
SAFEGUARDING_CHAIR = "B24"
EARLY = frozenset({Reach.UNIVERSAL.value, Reach.TARGETED.value})


def drafted_words(known: Held, rows: list[ReviewRow]) -> dict[str, str]:
    """Every part of a review as its rules draft it."""
    gaps, seats = gaps_of(known), board_check(known.on)
    moves = [(one.measure.title, direction_of(one)) for one in known.all_readings]
    return {
        ReviewPart.OUTCOMES: reviewing.outcomes_better(moves),
        ReviewPart.GAPS: reviewing.gaps_narrower(gaps),
        ReviewPart.EARLIER: reviewing.help_earlier(_early(known, rows)),
        ReviewPart.PARTNERSHIP: _partnership(known, rows, seats),
        ReviewPart.SAFEGUARDING: _safeguarding(known, rows, seats),
        ReviewPart.MORE_TO_DO: _more_to_do(known, rows, gaps),
        ReviewPart.TOLD_US: told_us(known.found.id, since=known.since, on=known.on),
        ReviewPart.SPEAK: _how_to_speak(),
        **_young(known, rows),
    }


def gaps_of(known: Held) -> list[GapTold]:
    """Each gap that a priority of the plan rests on, told by its test."""
    return [
        GapTold(priority.title, story.verdict, story.sentence, story.levelled_down)
        for priority, story in gaps_cited(known.found.plan.priorities, known.on)
    ]


def _early(known: Held, rows: list[ReviewRow]) -> list[Delivery]:
    reach = {action.id: action.reach for one in known.found.plan.priorities for action in one.actions}
    return [row.delivery for row in rows if reach.get(row.id) in EARLY]


def _partnership(known: Held, rows: list[ReviewRow], seats: list[Finding]) -> str:
    missing = [one.what for one in seats if one.by_law and one.result is Result.MISSING]
    lacks = f"The law asks for more on the Board: {'; '.join(missing)}." if missing else ""
    whole = "The Board has every seat that the law of the day asks for." if seats else ""
    silent = _silent(known)
    quiet = f"Nothing was heard for a quarter from {listed(silent)}." if silent else ""
    spoke = "Every partner with a promise left to keep spoke in the last quarter."
    asked, answered = challenge_tally(known.since, known.on)
    challenges = (
        f"The Board asked partners {counted(asked, 'question')} about measures off their path; "
        f"{counted(answered, 'was', 'were') if answered else 'none was'} answered."
        if asked
        else "The Board asked no partner why a measure is off its path."
    )
    return _lines([_rate(rows), lacks or whole, quiet or spoke, challenges])


def _rate(rows: list[ReviewRow]) -> str:
    whole = reviewing.all_partners(tallies(rows))
    if not whole.due:
        return "No promise was due yet."
    partly = f" {opened(counted(whole.partly, 'more was', 'more were'))} partly done." if whole.partly else ""
    return (
        f"Partners delivered {whole.delivered} of the {counted(whole.due, 'promise')} that were due.{partly}"
    )


def tallies(rows: Iterable[ReviewRow]) -> tuple[reviewing.Tally, ...]:
    return reviewing.tally((row.partner, row.delivery) for row in rows if row.is_promise)


def _silent(known: Held) -> list[str]:
    """The partners with an action not done, of which nothing was said for a quarter."""
    quarter = known.on - timedelta(days=SILENT_AFTER_DAYS)
    quiet = set()
    for priority in known.found.plan.priorities:
        for action in priority.actions:
            report = known.actions.get(action.id)
            last = report.said_on if report else known.found.published_on
            if last < quarter and not (report and report.standing == "done"):
                quiet.add(action.owner)
    return sorted(quiet)


def _safeguarding(known: Held, rows: list[ReviewRow], seats: list[Finding]) -> str:
    stated = known.found.plan.said(Part.SAFEGUARDING)
    safe = {one.id for one in known.found.plan.priorities if Outcome.STAY_SAFE.value in one.outcomes}
    promised = reviewing.all_partners(tallies(row for row in rows if row.priority in safe))
    kept = f"Of the promises that serve “stay safe”, {promised.rate} were delivered." if promised.due else ""
    moves = [moved_of(one) for key in safe for one in known.readings[key]]
    chair = next((one for one in seats if one.rule == SAFEGUARDING_CHAIR), None)
    independent = chair.what_is_wrong if chair and chair.result is Result.MISSING else ""
    return _lines([stated.text if stated else "", kept, " ".join(moves), independent]) or (
        "Nothing is held from which this can be drafted. Write what the safeguarding board says."
    )


def _more_to_do(known: Held, rows: list[ReviewRow], gaps: list[GapTold]) -> str:
    off = [one.measure.title for one in known.all_readings if one.status is Status.OFF_TRACK]
    late = [f"{row.said} ({row.partner})" for row in rows if row.is_promise and row.delivery in LATE]
    wider = [gap.title for gap in gaps if gap.verdict in {"widened", "reversed"}]
    return _lines(
        [
            f"Off the path: {listed(off)}." if off else "",
            f"Due and not done: {'; '.join(late)}." if late else "",
            f"The gap grew: {listed(wider)}." if wider else "",
        ]
    ) or ("No measure is off its path, nothing that was due is undone, and no gap grew past the test.")


LATE = frozenset({Delivery.PARTLY, Delivery.NOT_DELIVERED, Delivery.NO_EVIDENCE})


def told_us(plan: UUID, *, since: date, on: date) -> str:
    """What was asked and what came in since the last review, counted and never quoted."""
    held = [one for one in consultations(about=plan, on=on) if since <= one.closes <= on]
    answered = sum(len(one.said) - len(one.unanswered) for one in held)
    asked = (
        f"We held {counted(len(held), 'consultation')} and answered "
        f"{counted(answered, 'thing')} that people said."
        if held
        else "We held no consultation on the plan in this time."
    )
    came, replied = comments_between(since, on)
    sent = (
        f"{opened(counted(came, 'comment'))} came in by “Have your say” between {in_words(since)} and "
        f"{in_words(on)}, and {counted(replied, 'has', 'have')} an answer."
        if came
        else f"No comment came in by “Have your say” between {in_words(since)} and {in_words(on)}."
    )
    return _lines([asked, sent])


def _how_to_speak() -> str:
    return (
        "Tell us on the page “Have your say” what you think of this review, or of anything in it. "
        "You need no account and no name. You get a reference, and one of us answers. "
        "Each promise has its own page, where you can ask about that promise alone."
    )


def _young(known: Held, rows: list[ReviewRow]) -> dict[str, str]:
    """A skeleton for the young people’s version, which people then write."""
    whole = reviewing.all_partners(tallies(rows))
    promised = [f"{one.number}. {one.title}." for one in known.found.plan.priorities]
    happened = f"We said we would do {counted(whole.due, 'thing')} by now. We did {whole.delivered}."
    following = [f"{row.said}. We said we would do it by {row.due}." for row in rows if row.delivery in LATE]
    return {
        YoungPart.PROMISED: _lines(promised),
        YoungPart.HAPPENED: _lines(
            [happened, *(reviewing.for_the_young(direction_of(one)) for one in known.all_readings)]
        ),
        YoungPart.NEXT: _lines(following) or "Everything that was due is done.",
    }


def _lines(sentences: Iterable[str]) -> str:
    return "\n".join(one for one in sentences if one)

"""How a milestone stands on a day, and what may be said of it. The day is an argument."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from trust.foundation.kernel.days import parse_day
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import in_words
from trust.vision.plan.rules.promises import check_due, check_will_exist
from trust.vision.plan.words import StepState, StepTold

# What may be said next. What was reached by mistake is moved, with the reason, and so is one brought back.
NEXT: dict[StepTold | None, frozenset[StepTold]] = {
    None: frozenset(StepTold),
    StepTold.MOVED: frozenset(StepTold),
    StepTold.REACHED: frozenset({StepTold.MOVED}),
    StepTold.WITHDRAWN: frozenset({StepTold.MOVED}),
}
SAY = {
    StepTold.REACHED: "Say what shows that it was reached: people will read it.",
    StepTold.MOVED: "Say why its day moves: the reason is published.",
    StepTold.WITHDRAWN: "Say why it is withdrawn: the reason is published.",
}


@dataclass(frozen=True)
class Step:
    """A milestone as somebody wrote it: its day and its words."""

    on: date
    what: str


LONGEST_STEP = 200
SAY_A_STEP = "Write each on a line of its own, such as “30 September 2010: nine schools have it”."


def read_steps(text: str) -> tuple[list[Step], list[str]]:
    """The milestones of a text, one a line, and a sentence for each line that cannot be read.

    >>> read_steps("30 September 2010: nine schools")[0]
    [Step(on=datetime.date(2010, 9, 30), what='nine schools')]
    """
    steps: list[Step] = []
    wrong: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            steps += [_step(line)] if line.strip() else []
        except ValueError as fault:
            wrong.append(f"Line {number}: {fault}")
    return steps, wrong


def _step(line: str) -> Step:
    day, colon, what = (part.strip() for part in line.partition(":"))
    if not colon or not what:
        raise ValueError(f"we need a day, a colon and the milestone. {SAY_A_STEP}")
    if len(what) > LONGEST_STEP:
        raise ValueError(f"shorten the milestone to {LONGEST_STEP} characters. You wrote {len(what)}.")
    return Step(parse_day(day), what)


@dataclass(frozen=True)
class Telling:
    """One thing that was said of a milestone."""

    what: StepTold
    on: date
    words: str


@dataclass(frozen=True)
class Stands:
    """Where a milestone stands: its day as it is now, and what was said of it last."""

    state: StepState
    due: date
    day: date
    words: str = ""
    moved: int = 0

    @property
    def in_words(self) -> str:
        if self.state is StepState.REACHED:
            return f"Reached on {in_words(self.day)}"
        if self.state is StepState.LATE:
            return f"Late since {in_words(self.due)}"
        return "Withdrawn" if self.state is StepState.WITHDRAWN else "Coming"


def stands(due: date, told: Sequence[Telling], *, on: date) -> Stands:
    """How a milestone stands on a day, from all that was said of it by then, oldest first."""
    moves = [one for one in told if one.what is StepTold.MOVED]
    now = moves[-1].on if moves else due
    last = told[-1] if told else None
    words, count = (last.words, len(moves)) if last else ("", 0)
    if last and last.what is StepTold.REACHED:
        return Stands(StepState.REACHED, now, last.on, words, count)
    if last and last.what is StepTold.WITHDRAWN:
        return Stands(StepState.WITHDRAWN, now, last.on, words, count)
    return Stands(StepState.LATE if now < on else StepState.COMING, now, now, words, count)


def check_telling(what: StepTold, words: str, *, last: StepTold | None) -> None:
    """Refuse what cannot be said now, and what is said without its words; errors: Refused."""
    if what not in NEXT[last]:
        raise Refused(f"This milestone is {last} already. If that is wrong, move its day and say why.")
    if not words.strip():
        raise Refused(SAY[what])


def check_reached(day: date, *, today: date) -> None:
    if day > today:
        raise Refused(f"{in_words(day)} has not come yet: give the day on which it was reached.")


def check_step_day(day: date, *, due: date) -> None:
    """A step on the way comes no later than what it leads to."""
    if day > due:
        raise Refused(f"The action is due on {in_words(due)}: a milestone on its way cannot come after that.")


def check_on_the_way(on: date, *, first: date, last: date, due: date, owner: str, ends: date | None) -> None:
    """A milestone lies within the plan and before what it leads to, while the partner that holds it lasts."""
    check_due(on, first=first, last=last)
    check_step_day(on, due=due)
    check_will_exist(owner, ends, on)


def check_moved(day: date, *, now: date, held_back: bool) -> None:
    if day == now and not held_back:
        raise Refused(f"Its day is {in_words(now)} already: choose another.")

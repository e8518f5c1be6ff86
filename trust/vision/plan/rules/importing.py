"""What a line of a spreadsheet would make of the plan: something new, nothing, or why it must wait."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from uuid import UUID, uuid5

from trust.foundation.kernel.english import listed
from trust.foundation.kernel.refusals import Refused
from trust.vision.plan.rules.brought import (
    MORE,
    Answers,
    Fault,
    Finding,
    Found,
    Here,
    Judged,
    Known,
    New,
    NewAction,
    NewMeasure,
    NewPriority,
    Thing,
    Verdict,
    name_key,
    said_of_action,
)  # fmt: skip
from trust.vision.plan.rules.columns import plain
from trust.vision.plan.rules.compared import other_path, other_words
from trust.vision.plan.rules.due import NotADay, read_due
from trust.vision.plan.rules.elsewhere import Elsewhere
from trust.vision.plan.rules.gathering import Gathered
from trust.vision.plan.rules.lines import Line, priority_key, wrong_cells
from trust.vision.plan.rules.measured import OF_A_MEASURE, Target, as_words, read_target
from trust.vision.plan.rules.milestones import check_on_the_way
from trust.vision.plan.rules.naming import OwnerFact
from trust.vision.plan.rules.promises import check_comparator, check_due, check_will_exist
from trust.vision.plan.rules.shown import findings_in, other_findings, other_pledge, other_status
from trust.vision.plan.rules.way import Way, on_the_path, pieces_of, way_to
from trust.vision.plan.words import Column, Reach


def judge(lines: Iterable[Line], known: Known, answers: Answers | None = None) -> list[Judged]:
    """Each line judged in its order: what an earlier one makes is there already for those that follow."""
    every = list(lines)
    judging = _Judging(known, answers or Answers(), every)
    judged = {line.number: judging.judge(line) for line in every if not line.says(Column.DEPENDS_ON)}
    waiting = [line for line in every if line.number not in judged]
    while ready := [line for line in waiting if judging.knows(line.says(Column.DEPENDS_ON))]:
        judged |= {line.number: judging.judge(line) for line in ready}
        waiting = [line for line in waiting if line.number not in judged]
    judged |= {line.number: judging.judge(line) for line in waiting}
    return [judged[line.number] for line in every]


class _Judging:
    def __init__(self, known: Known, answers: Answers, lines: list[Line]) -> None:
        self.known, self.answers = known, answers
        self.priorities = dict(known.priorities)
        self.actions = dict(known.actions)
        self.named = {what: here.id for (_, what, _), here in known.actions.items()}
        self.measures, self.elsewhere = dict(known.measures), Elsewhere(known)
        self.in_file = {plain(line.says(Column.ACTION)) for line in lines}
        self.said = Gathered(lines, known.outcomes)

    def judge(self, line: Line) -> Judged:
        one = _OneLine(self, line)
        makes = tuple(one.makes())
        if one.faults:
            return Judged(line, Verdict.REFUSED, faults=tuple(one.faults), notes=tuple(one.notes))
        twice = self.elsewhere.title(makes)
        for new in makes:
            self._remember(new)
        if makes:
            return Judged(line, Verdict.NEW, makes, notes=(*one.notes, *one.differs), twice=twice)
        verdict = Verdict.DIFFERS if one.differs else Verdict.SAME
        return Judged(line, verdict, notes=(*one.notes, *one.differs), here=one.here)

    def knows(self, what: str) -> bool:
        """Whether an action of these words is in the plan, or among what came before."""
        return plain(what) in self.named

    def _remember(self, new: New) -> None:
        self.elsewhere.remember(new)
        if isinstance(new, NewPriority):
            self.priorities[priority_key(str(new.words["title"]))] = new.id
        elif isinstance(new, NewAction):
            says = said_of_action(new.due, new.how_we_will_know, new.more)
            self.actions[new.priority, plain(new.what), new.owner] = Here(
                new.id, says, steps=frozenset(new.steps)
            )
            self.named[plain(new.what)] = new.id
        else:
            self.measures[new.priority, *new.aim.key] = Here(new.id, new.aim.path)


class _OneLine:
    """One line as it is judged: what is wrong with it gathers, so that all of it can be told at once."""

    def __init__(self, judging: _Judging, line: Line) -> None:
        self.all, self.line, self.known = judging, line, judging.known
        self.faults: list[Fault] = []
        self.notes: list[str] = []
        self.differs: list[str] = []
        self.here: Found | None = None
        self.pieces = pieces_of(line.says(Column.MILESTONES))

    def makes(self) -> Iterator[New]:
        for column, sentence in wrong_cells(self.line):
            self._wrong(column, sentence)
        made = list(self._priority())
        priority = made[0].id if made else self.all.priorities.get(self._key())
        yield from made
        if priority is None:
            return
        owner = self._owner(Column.OWNER) if self.line.says(Column.ACTION) else None
        target = self._target()
        if self.line.says(Column.ACTION):
            yield from self._action(priority, owner, target)
        else:
            self.notes += [piece.without_action for piece in self.pieces]
        if isinstance(target, Target):
            yield from self._measure(priority, target, owner)
        self._compare_shown(priority)

    def _key(self) -> str:
        return priority_key(self.line.says(Column.PRIORITY))

    def _wrong(self, column: Column, sentence: str) -> None:
        if column not in {fault.column for fault in self.faults}:
            self.faults.append(Fault(column, sentence))

    def _priority(self) -> Iterator[NewPriority]:
        if not self.line.says(Column.PRIORITY):
            return self._wrong(Column.PRIORITY, "Say which priority this is under.")
        if self._key() in self.all.priorities:
            self.here = Found(Thing.PRIORITY, self.all.priorities[self._key()])
            return None
        says = self.all.said.says
        try:
            check_comparator(says(self.line, Column.COMPARATOR))
        except Refused as refusal:
            self._wrong(Column.COMPARATOR, str(refusal))
        facts = self.all.said.facts(self.line) | {"aims": self._aims(says(self.line, Column.AIMS))}
        rests_on = tuple(self._rests_on(says(self.line, Column.RESTS_ON)))
        yield NewPriority(uuid5(self.known.plan, f"priority\x1f{self._key()}"), facts, rests_on)

    def _rests_on(self, text: str) -> Iterator[Finding]:
        for words in findings_in(text):
            if words in self.known.findings:
                yield self.known.findings[words]
            else:
                self.notes.append(f"No finding has these words, so it is not linked: “{words[:80]}”.")

    def _aims(self, text: str) -> list[str]:
        named = [part.strip().upper() for part in text.replace(",", ";").split(";") if part.strip()]
        for code in named:
            if code not in self.known.aims:
                self._wrong(Column.AIMS, f"There is no aim “{code}” in the framework.")
        return named

    def _owner(self, column: Column) -> OwnerFact | None:
        text = self.line.says(column)
        if not text:
            self._wrong(column, "Name the one partner that will do it.")
            return None
        try:
            found = self.known.owners.find(self.all.answers.owners.get(name_key(text), text))
        except Refused as refusal:
            self._wrong(column, str(refusal))
            return None
        if found is None:
            cannot = self._stranger(text)
        else:
            cannot = found.cannot_answer if column is Column.ANSWERS else found.cannot_own
        if cannot:
            self._wrong(column, cannot)
        return None if cannot else found

    def _stranger(self, text: str) -> str:
        several = self.known.owners.several(text)
        if several:
            return f"This names {listed(several)}. One leads: write the others under partners."
        return self.known.owners.stranger(text)

    def _due(self, owner: OwnerFact | None) -> date | None:
        text = self.line.says(Column.DUE)
        try:
            if not text:
                raise NotADay("Say by which day, such as 31 March 2011.")
            due = read_due(text, ongoing=self.known.last if self.all.answers.ongoing else None)
            check_due(due.day, first=self.known.first, last=self.known.last)
            if owner:
                check_will_exist(owner.name, owner.last, due.day)
        except (NotADay, Refused) as refusal:
            self._wrong(Column.DUE, str(refusal))
            return None
        self.notes += [due.note] if due.note else []
        return due.day

    def _action(self, priority: UUID, owner: OwnerFact | None, target: Target | str) -> Iterator[NewAction]:
        what, due = self.line.says(Column.ACTION), self._due(owner)
        beside = target if isinstance(target, str) else ""
        how = "\n".join(filter(None, (self.line.says(Column.KNOWN_BY), beside)))
        if not how and isinstance(target, Target):
            how = target.title
        if not how:
            self._wrong(Column.KNOWN_BY, "Say how anyone will see that it is done.")
        more = {name: self.line.says(column) for name, column in MORE.items() if self.line.says(column)}
        more |= self._reach() | self._depends_on()
        if owner is None or due is None:
            return
        known = {"first": self.known.first, "last": self.known.last}
        fits = partial(check_on_the_way, due=due, owner=owner.name, ends=owner.last, **known)
        way = way_to(self.pieces, fits)
        more |= {"milestones": way.words} if self.pieces else {}
        here = self.all.actions.get((priority, plain(what), owner.id))
        if here:
            return self._compare(here, said_of_action(due, how, more), way)
        self.notes += way.notes
        token = uuid5(self.known.plan, "\x1f".join(("action", str(priority), plain(what), str(owner.id))))
        yield NewAction(token, priority, what, owner.id, owner.name, due, how, more, way.steps)

    def _reach(self) -> dict[str, str]:
        text = plain(self.line.says(Column.REACH))
        if text and text not in {reach.value for reach in Reach}:
            words = listed([reach.value for reach in Reach], "or")
            self._wrong(Column.REACH, f"Write {words}, or leave it empty.")
        return {"reach": text} if text else {}

    def _depends_on(self) -> dict[str, str]:
        text = self.line.says(Column.DEPENDS_ON)
        if not text:
            return {}
        if self.all.knows(text):
            return {"depends_on": str(self.all.named[plain(text)])}
        if plain(text) in self.all.in_file:
            self._wrong(Column.DEPENDS_ON, "The action that this waits for is refused, or waits too.")
        else:
            self._wrong(Column.DEPENDS_ON, "No action of the plan has these words. Write its words exactly.")
        return {}

    def _compare(self, here: Here, said: Mapping[Column, str], way: Way) -> None:
        """Say what a line tells otherwise than the plan does of an action that is there."""
        self.here = Found(Thing.ACTION, here.id)
        if here.ended:
            self.here = None
            self.differs.append(f"This action was taken out of the plan: {here.ended}")
            return
        self._tell(other_words(here, said, self.line.says(Column.MILESTONES), way))

    def _target(self) -> Target | str:
        """The measure of a line where it is whole; else its words, to be kept with how we will know."""
        if not any(self.line.says(column) for column in OF_A_MEASURE):
            return ""
        try:
            found = read_target(self.line.cells, *self.known.of_a_measure)
            found, self.pieces = on_the_path(found, self.pieces, self.known.basis_of(found))
            return found
        except Target.NotWhole as short:
            if self.line.says(Column.ACTION):
                self.notes.append(short.note)
                return as_words(self.line.cells)
            self._wrong(short.column, short.sentence)
        except Target.Wrong as wrong:
            self._wrong(wrong.column, wrong.sentence)
        return ""

    def _measure(self, priority: UUID, aim: Target, owner: OwnerFact | None) -> Iterator[NewMeasure]:
        self.notes += aim.notes
        if self.line.says(Column.ANSWERS) or owner is None:
            by_name = Column.ANSWERS if self.line.says(Column.ANSWERS) else Column.OWNER
            owner = self._owner(by_name)
        elif owner.cannot_answer:
            self._wrong(Column.OWNER, owner.cannot_answer)
        if owner is None:
            return
        here = self.all.measures.get((priority, *aim.key))
        if here is None:
            token = uuid5(self.known.plan, "\x1f".join(("measure", str(priority), *aim.key[:2], *aim.areas)))
            yield NewMeasure(token, priority, owner.id, aim)
            return
        if self.here is None or self.here.thing is Thing.PRIORITY:
            self.here = Found(Thing.MEASURE, here.id)
        self._tell(other_path(here, aim.path))

    def _compare_shown(self, priority: UUID) -> None:
        """Say where a line tells otherwise what the plan shows and never takes from a table."""
        shown = self.known.shown
        if self.here and self.line.says(Column.RESTS_ON):
            self._tell(other_findings(self.line, priority, shown))
        if self.line.says(Column.PLEDGE):
            held = shown.pledges_like(self.line, priority)
            self.here = Found(Thing.PLEDGE if held else Thing.NO_PLEDGE, held[0].id if held else priority)
            self._tell(other_pledge(self.line, held))
        told = other_status(self.line, self.here.id if self.here else None, shown)
        self.notes += [told] if told else []

    def _tell(self, sentence: str) -> None:
        self.differs += [sentence] if sentence else []

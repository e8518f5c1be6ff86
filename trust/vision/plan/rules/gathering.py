"""What a file says of each priority on any of its lines: the first line to say a thing is heard."""

from collections.abc import Iterable, Mapping

from trust.vision.plan.rules.columns import plain
from trust.vision.plan.rules.lines import OF_THE_PRIORITY, Line, priority_key, without_number
from trust.vision.plan.words import Column

NAMED = {
    "aim_for_all": Column.AIM_FOR_ALL,
    "group": Column.GROUP,
    "comparator": Column.COMPARATOR,
    "aim_for_group": Column.AIM_FOR_GROUP,
    "next_step": Column.NEXT_STEP,
}


class Gathered:
    """The words of every priority of a file, and the outcomes that any line of it names."""

    def __init__(self, lines: Iterable[Line], outcomes: Mapping[str, str]) -> None:
        self._outcomes: dict[str, list[str]] = {}
        self._words: dict[str, dict[Column, str]] = {}
        for line in lines:
            self._gather(line, outcomes)

    def _gather(self, line: Line, outcomes: Mapping[str, str]) -> None:
        key = priority_key(line.says(Column.PRIORITY))
        words = self._words.setdefault(key, {})
        for column in OF_THE_PRIORITY:
            if line.says(column):
                words.setdefault(column, line.says(column))
        said = (plain(part) for part in line.says(Column.OUTCOMES).replace("\n", ";").split(";"))
        found = [value for part in said for name, value in outcomes.items() if name in part]
        self._outcomes.setdefault(key, []).extend(found)

    def says(self, line: Line, column: Column) -> str:
        """What is said of the priority of a line, wherever it is said."""
        return self._words[priority_key(line.says(Column.PRIORITY))].get(column, "")

    def facts(self, line: Line) -> dict[str, object]:
        """What the priority of a line is made of, but for its aims and its findings."""
        outcomes = self._outcomes[priority_key(line.says(Column.PRIORITY))]
        title = without_number(line.says(Column.PRIORITY))
        named = {name: self.says(line, column) for name, column in NAMED.items()}
        return {"title": title, **named, "outcomes": list(dict.fromkeys(outcomes))}

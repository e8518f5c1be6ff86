"""Groups of children in published figures: which stand side by side, and which hold which."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from trust.foundation.kernel.english import opened
from trust.vision.outcomes.rules.figures import Figure

AGES = re.compile(r"\d+")
EVERYONE = frozenset({"", "all", "all ages", "total"})
SEXES = {"female": "Girls", "girls": "Girls", "male": "Boys", "boys": "Boys"}
AXES = {"group": "Group", "sex": "Girls and boys", "age": "Age", "other": "Other groups"}

type Breakdown = tuple[str, str, str]


@dataclass(frozen=True)
class Group:
    """One group's figures over time; `everyone` where it holds the children of the others too."""

    name: str
    breakdown: Breakdown
    figures: tuple[Figure, ...]
    everyone: bool = False


@dataclass(frozen=True)
class Axis:
    """Groups of one kind, such as girls and boys, that may be set side by side."""

    key: str
    label: str
    groups: tuple[Group, ...]

    @property
    def parts(self) -> tuple[Group, ...]:
        return tuple(group for group in self.groups if not group.everyone)

    @property
    def is_whole_in_two(self) -> bool:
        """Whether its two groups share no child: girls and boys, or a group and those not in it."""
        if len(self.parts) != 2:
            return False
        return self.key == "sex" or _opposite(*(part.breakdown[2].casefold() for part in self.parts))


def axes(figures: Iterable[Figure], main: Breakdown) -> tuple[Axis, ...]:
    """The kinds of group that a place's figures can be taken apart by, each with its groups."""
    by_group: dict[Breakdown, list[Figure]] = {}
    for figure in figures:
        by_group.setdefault(breakdown_of(figure), []).append(figure)
    found = (_axis(key, by_group, main) for key in AXES)
    return tuple(axis for axis in found if axis.parts)


def _axis(key: str, by_group: Mapping[Breakdown, Sequence[Figure]], main: Breakdown) -> Axis:
    groups = [
        _group(each, main, key, figures)
        for each, figures in by_group.items()
        if _kind(each, main) in {key, ""}
    ]
    # The main figure alone is no group beside others.
    alone = all(group.breakdown == main for group in groups)
    return Axis(key, AXES[key], () if alone else tuple(sorted(groups, key=_order)))


def breakdown_of(figure: Figure) -> Breakdown:
    return figure.sex, figure.age, figure.group


def _kind(each: Breakdown, main: Breakdown) -> str:
    """In what a group differs from all the children that the indicator is about; nothing for those."""
    differs = [
        name for name, mine, theirs in zip(("sex", "age", "group"), each, main, strict=True) if mine != theirs
    ]
    if not differs:
        return ""
    return differs[0] if len(differs) == 1 else "other"


def _group(each: Breakdown, main: Breakdown, axis: str, figures: Sequence[Figure]) -> Group:
    return Group(_name(each, main, axis), each, tuple(figures), each == main and _holds_all(each, axis))


def _name(each: Breakdown, main: Breakdown, axis: str) -> str:
    sex, age, group = each
    if each == main and _holds_all(each, axis):
        return "Everyone"
    if axis == "sex":
        return SEXES.get(sex, opened(sex))
    if axis == "age":
        return f"Aged {age}" if AGES.match(age) else opened(age)
    if axis == "group":
        return opened(group)
    return ", ".join(filter(None, (SEXES.get(sex, ""), f"aged {age}" if age else "", opened(group))))


def _holds_all(main: Breakdown, axis: str) -> bool:
    """Whether the main figure on this axis is of everyone, and not of one group among others."""
    sex, age, group = main
    return {"sex": sex, "age": age, "group": group, "other": ""}[axis].casefold() in EVERYONE


def _opposite(one: str, other: str) -> bool:
    """
    >>> _opposite("eligible for free school meals", "not eligible for free school meals")
    True
    """
    return f"not {one}" == other or f"not {other}" == one


def _order(group: Group) -> tuple[bool, list[int], str]:
    """Everyone first; then by the numbers in the name, so that 5 to 9 comes before 10 to 14."""
    return not group.everyone, [int(number) for number in AGES.findall(group.name)], group.name

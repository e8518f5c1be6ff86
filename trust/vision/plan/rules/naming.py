"""Which partner, place or published figure a cell means, by its name or a short form that people use."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

from trust.foundation.kernel.english import listed
from trust.foundation.kernel.invented import unmarked
from trust.foundation.kernel.refusals import Refused
from trust.vision.outcomes.words import Method
from trust.vision.plan.rules.columns import plain

# What the last words of a body's name are shortened to.
ENDINGS = {
    "county council": ("cc",),
    "borough council": ("bc", "council"),
    "district council": ("dc", "council"),
    "city council": ("cc", "council"),
    "primary care trust": ("pct",),
    "youth offending team": ("yot",),
    "strategic health authority": ("sha",),
    "constabulary": ("police",),
    "probation trust": ("probation",),
    "probation board": ("probation",),
    "clinical commissioning group": ("ccg",),
    "integrated care board": ("icb",),
    "fire and rescue authority": ("fire and rescue", "frs", "fire and rescue service"),
}
# What a kind of body is called where there is only one of it.
KINDS = {
    "local_authority": ("county council", "la", "local authority", "the council"),
    "pct": ("pct", "primary care trust"),
    "sha": ("sha", "strategic health authority"),
    "chief_officer_police": ("police", "constabulary"),
    "police_authority": ("police authority",),
    "yot": ("yot", "youth offending team", "yos", "youth offending service"),
    "probation_provider": ("probation", "probation trust", "probation service"),
    "probation_board": ("probation", "probation board", "probation service"),
    "jobcentre_plus": ("jcp", "jobcentre", "job centre plus"),
    "ccg": ("ccg",),
    "icb": ("icb",),
}
SMALL_WORDS = frozenset({"and", "of", "the", "for"})
BETWEEN = re.compile(r"\s*(?:/|,|;|&|\+|\n|\band\b|\bwith\b)\s*")
NUMBER = re.compile(r"\bni\s?0*(\d{1,3}[a-z]?)\b")


@dataclass(frozen=True)
class OwnerFact:
    """A body of the directory, whether it stands on the day, and why it cannot own or answer."""

    id: UUID
    key: str
    name: str
    kind: str
    stands: bool
    last: date | None
    cannot_own: str
    cannot_answer: str


@cache
def short_forms(name: str, kind: str) -> frozenset[str]:
    """What people write for a body beside its name.

    >>> sorted(short_forms("Hampshire Primary Care Trust", "pct"))
    ['hampshire pct', 'hpct', 'pct', 'primary care trust']
    """
    whole = bare(name)
    forms = set(KINDS.get(kind, ()))
    for ending, short in ENDINGS.items():
        if whole.endswith(f" {ending}"):
            stem = whole.removesuffix(ending)
            forms |= {f"{stem}{one}" for one in short}
            forms.add(initials(stem) + next((one for one in short if len(one) < 4), initials(ending)))
    words = [word for word in whole.split() if word not in SMALL_WORDS]
    if len(words) > 2:
        forms.add(initials(whole))
    return frozenset(forms - {whole})


def bare(name: str) -> str:
    return plain(unmarked(name)).removeprefix("the ")


def initials(words: str) -> str:
    return "".join(word[0] for word in words.split() if word not in SMALL_WORDS)


class Owners:
    """Every body that a cell may name; `stranger` says why a name that is none of them cannot do a deed."""

    def __init__(self, facts: Iterable[OwnerFact], stranger: Callable[[str], str]) -> None:
        self.stranger = stranger
        self.facts = tuple(facts)
        self.by_name: dict[str, OwnerFact] = {}
        self.by_short: dict[str, list[OwnerFact]] = defaultdict(list)
        for one in sorted(self.facts, key=lambda fact: fact.stands):
            self.by_name |= {bare(one.name): one, plain(one.key): one, one.name.casefold(): one}
            for form in short_forms(one.name, one.kind):
                self.by_short[form].append(one)
        self.met: dict[str, OwnerFact | None] = {}

    def find(self, text: str) -> OwnerFact | None:
        """The body that a text names; none where it is no body; errors: Refused where it may be several."""
        if text not in self.met:
            self.met[text] = self._find(text)
        return self.met[text]

    def knows(self, text: str) -> bool:
        """Whether a text names one body, several, or one of several: then there is nothing to ask."""
        try:
            return self.find(text) is not None or bool(self.several(text))
        except Refused:
            return True

    def _find(self, text: str) -> OwnerFact | None:
        name = bare(text)
        if name in self.by_name:
            return self.by_name[name]
        meant = self.by_short.get(name, [])
        now = [one for one in meant if one.stands and not one.cannot_own] or meant
        if len(now) > 1:
            names = listed(sorted(one.name for one in now), "or")
            raise Refused(f"“{text}” may be {names}. Write the name in full.")
        return now[0] if now else None

    def several(self, text: str) -> list[str]:
        """The bodies that one cell names together; fewer than two where it names one, or something else."""
        parts = [part for part in BETWEEN.split(text) if part]
        try:
            found = [self._find(part) for part in parts] if len(parts) > 1 else []
        except Refused:
            return []
        return [one.name for one in found if one] if all(found) else []


@dataclass(frozen=True)
class FigureFact:
    """A published figure that a measure may rest on."""

    code: str
    title: str
    plain_title: str
    number: str
    method: Method = Method.NONE


class Figures:
    """The published figures that we hold, by code, by either title or by number in a framework."""

    def __init__(self, facts: Iterable[FigureFact]) -> None:
        self.by_name: dict[str, FigureFact] = {}
        for one in facts:
            number = plain(one.number).replace(" ", "")
            names = {plain(one.code), plain(one.title), plain(one.plain_title), number} - {""}
            self.by_name = {**dict.fromkeys(names, one), **self.by_name}

    def find(self, text: str) -> FigureFact | None:
        name = plain(text)
        found = NUMBER.search(name)
        return self.by_name.get(name) or (self.by_name.get(f"ni{found[1]}") if found else None)


type Place = tuple[str, str]


def places_in(text: str, known: Mapping[str, Place]) -> list[Place]:
    """The places that a cell names, each with its code; errors: Refused for one that we do not know."""
    parts = [part.strip() for part in re.split(r"[;,\n]", text)]
    return list(dict.fromkeys(place for part in parts if part for place in _places(part, known)))


def _places(text: str, known: Mapping[str, Place]) -> Iterator[Place]:
    """The places that “and” joins, of which one may have an “and” of its own."""
    pieces = re.split(r" and | & ", text)
    while pieces:
        names = [(" and ".join(pieces[:n]), n) for n in range(len(pieces), 0, -1)]
        name, taken = next(((one, n) for one, n in names if plain(one) in known), ("", 0))
        if not taken:
            raise Refused(f"“{pieces[0].strip()}” is not a place here. Write the county or a district.")
        yield known[plain(name)]
        pieces = pieces[taken:]

"""How hard a text is to read, and which of its words only people in the work know."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

JARGON = Path(__file__).parent / "jargon.toml"
YOUNGEST = 5
# A child in England is about five years older than the number of a school grade in America.
GRADE_TO_AGE = 5
# With fewer words than this, one long name decides the age: nothing is said.
ENOUGH_WORDS = 30
# A sentence longer than this is pointed out: the service manual of government asks for 25 at the most.
LONG_SENTENCE = 25
SENTENCE_ENDS = re.compile(r"[.!?]+[”’\")]*(?=\s|$)|\n+")
WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*|\d[\d,.]*")
VOWELS = re.compile(r"[aeiouy]+")
# Two vowels that are said one after the other, as in “priority” and “actual”, but not as in “nation”.
APART = re.compile(r"(?<![tscgxln])i[aou]|(?<![qg])ua")
# An ending that is written and not said, as in “promised”, “makes” and “make”, but not in “table”.
SILENT = re.compile(
    r"(?:[^aeiouytdl]|[aeiouy]l)ed$|(?:[^aeiouyscxzglh]|[^cs]h|[aeiouy]l)es$|(?:[^aeiouyl]|[aeiouy]l)e$"
)
# What the rule below would count wrongly, of the words that plans use.
KNOWN = {
    "being": 2, "create": 2, "created": 3, "doing": 2, "every": 2, "evening": 2, "families": 3,
    "going": 2, "area": 3, "idea": 3, "ideas": 3, "people": 2, "quiet": 2, "reality": 4, "science": 2,
    "seeing": 2, "something": 2, "someone": 2, "sometimes": 2, "therefore": 2, "trying": 2, "video": 3,
    "whole": 1, "business": 2, "different": 2, "interest": 2, "several": 2, "somewhere": 2, "useful": 2,
    "careful": 2, "hopeful": 2, "homeless": 2, "lonely": 2, "safety": 2, "likely": 2, "lately": 2,
    "movement": 2, "statement": 2, "placement": 2, "improvement": 3, "carefully": 3, "safeguarding": 3,
    "young": 1, "hampshire": 2, "gosport": 2,
}  # fmt: skip


@dataclass(frozen=True)
class Jargon:
    """A word of the work that was found in a text, and plain words to use in its place."""

    word: str
    plain: str


@dataclass(frozen=True)
class Readable:
    """How a text reads; `age` is None where there are too few words to tell."""

    age: int | None
    words: int
    sentences: int
    long: tuple[str, ...]
    jargon: tuple[Jargon, ...]


def readable(text: str) -> Readable:
    """How a text reads: its age, its long sentences and its jargon.

    Source: J. P. Kincaid and others, 1975, the grade of 0.39 w/s + 11.8 y/w - 15.59, and five years.
    """
    sentences = sentences_of(text)
    words = [word for sentence in sentences for word in WORD.findall(sentence)]
    return Readable(
        age=age_of(words, len(sentences)),
        words=len(words),
        sentences=len(sentences),
        long=tuple(one for one in sentences if len(WORD.findall(one)) > LONG_SENTENCE),
        jargon=jargon_in(text),
    )


def reading_age(text: str) -> int | None:
    """The age alone, where a page shows nothing else of a long text."""
    sentences = sentences_of(text)
    return age_of([word for sentence in sentences for word in WORD.findall(sentence)], len(sentences))


def sentences_of(text: str) -> list[str]:
    """
    >>> sentences_of("It rose to 5.2%. Why?\\nNobody knows")
    ['It rose to 5.2%', 'Why', 'Nobody knows']
    """
    parts = (part.strip() for part in SENTENCE_ENDS.split(text))
    return [part for part in parts if WORD.search(part)]


def age_of(words: list[str], sentences: int) -> int | None:
    """The age in years, never below five; None where there are too few words."""
    if len(words) < ENOUGH_WORDS:
        return None
    beats = sum(syllables(word) for word in words)
    grade = 0.39 * len(words) / sentences + 11.8 * beats / len(words) - 15.59
    return max(YOUNGEST, round(grade + GRADE_TO_AGE))


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """About how many syllables an English word has; a figure is read as two.

    >>> [syllables(word) for word in ("clinic", "promised", "little", "wanted", "2010", "help")]
    [2, 2, 2, 2, 2, 1]
    """
    plain = word.lower().replace("’", "").replace("'", "")
    if plain[:1].isdigit():
        return 2
    return sum(KNOWN.get(part) or _beats(part) for part in plain.split("-") if part) or 1


def _beats(word: str) -> int:
    beats = len(VOWELS.findall(word)) + len(APART.findall(word))
    return max(1, beats - bool(SILENT.search(word)))


@cache
def jargon() -> tuple[Jargon, ...]:
    """Every word of the list, the longest first, so that a phrase is found before a word in it."""
    rows = tomllib.loads(JARGON.read_text(encoding="utf-8"))["plain"]
    found = (Jargon(word, plain) for word, plain in rows.items())
    return tuple(sorted(found, key=lambda one: -len(one.word)))


def jargon_in(text: str) -> tuple[Jargon, ...]:
    """The words of the list that a text has, in the order of the text.

    >>> [one.plain for one in jargon_in("The NEET cohort fell.")]
    ['not in school, college, work or training', 'group']
    """
    found: dict[int, Jargon] = {}
    left = text
    for one in jargon():
        for match in _pattern(one.word).finditer(left):
            found[match.start()] = one
        left = _pattern(one.word).sub(lambda hit: " " * len(hit.group()), left)
    return tuple(dict.fromkeys(found[place] for place in sorted(found)))


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """A word of capitals is found as capitals alone: “SEN” is not in “sent”, nor “CAF” a café."""
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", 0 if word.isupper() else re.IGNORECASE)

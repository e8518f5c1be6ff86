"""What each theme of assessment asks, from `themes.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from trust.strategy.needs.words import Theme

THEMES = Path(__file__).parent / "themes.toml"


@dataclass(frozen=True)
class Question:
    title: str
    asks: str


@dataclass(frozen=True)
class Template:
    """A theme's sections, how often it comes round, and on what it rests."""

    theme: Theme
    cycle_months: int
    source: str
    instrument: str
    sections: tuple[Question, ...]


@cache
def templates() -> dict[Theme, Template]:
    """Every theme's template; errors: KeyError for a file that lacks a theme."""
    rows = {row["key"]: row for row in tomllib.loads(THEMES.read_text())["theme"]}
    return {theme: _template(theme, rows[theme.value]) for theme in Theme}


def _template(theme: Theme, row: dict[str, object]) -> Template:
    sections = row["section"]
    if not isinstance(sections, list):
        raise TypeError(f"The theme “{theme}” has no sections.")
    return Template(
        theme,
        int(str(row["cycle_months"])),
        str(row["source"]),
        str(row["instrument"]),
        tuple(Question(one["title"], one["asks"]) for one in sections),
    )

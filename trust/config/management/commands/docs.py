"""Write the generated documents, or with --check say which of them no longer tell the truth."""

import enum
import importlib
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from trust.foundation.statute.law import Law, read_law
from trust.foundation.statute.pages import law_page
from trust.vision.plan.rules.lifecycle import as_diagram

ROOT = settings.ROOT


def law() -> str:
    """Every provision that the rooms obey, by file."""
    return law_page(dict(laws()))


def laws() -> Iterator[tuple[str, Law]]:
    for path in sorted(ROOT.glob("trust/*/*/law/*.toml")):
        yield str(path.relative_to(ROOT)), read_law(path)


def words() -> str:
    """The words of every room, from the enumerations that the code itself uses."""
    lines = [
        "# The words of this house",
        "",
        "Made from each room's words by `python3 run manage docs`.",
        "",
    ]
    for room in sorted({found.parent for found in ROOT.glob("trust/*/*/words*")}):
        module = importlib.import_module(".".join((*room.relative_to(ROOT).parts, "words")))
        lists = [word for word in vars(module).values() if is_list_of_words(word, module.__name__)]
        if lists:
            lines += [f"## {room.name}", ""] + [line for word in lists for line in in_words(word)]
    return "\n".join(lines)


def is_list_of_words(word: object, module: str) -> bool:
    return isinstance(word, type) and issubclass(word, enum.Enum) and word.__module__.startswith(module)


def in_words(word: type[enum.Enum]) -> list[str]:
    said = (word.__doc__ or "").strip().split("\n")[0]
    return [f"**{word.__name__}.** {said}".rstrip(), "", *(f"- {member.value}" for member in word), ""]


def lives() -> str:
    """How a plan lives, drawn from the table of its moves."""
    lines = [
        "# The life of a plan",
        "",
        "Made from the moves in `trust/vision/plan/words/lives.py` by `python3 run manage docs`. What each",
        "waits for is in `trust/vision/plan/rules/lifecycle.py`; the database refuses any other.",
        "",
        "```mermaid",
        as_diagram(),
        "```",
        "",
    ]
    return "\n".join(lines)


DOCUMENTS: dict[str, Callable[[], str]] = {
    "docs/law.md": law,
    "docs/lives.md": lives,
    "docs/words.md": words,
}


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="change nothing; fail if a document is out of date"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        stale = [name for name, make in DOCUMENTS.items() if self.differs(ROOT / name, make())]
        if options["check"] and stale:
            raise CommandError(f"Out of date: {', '.join(stale)}. Run `python3 run manage docs` and commit.")
        for name in [] if options["check"] else stale:
            (ROOT / name).write_text(DOCUMENTS[name]().rstrip() + "\n")
            self.stdout.write(f"Wrote {name}.")

    def differs(self, path: Path, made: str) -> bool:
        return not path.exists() or path.read_text() != made.rstrip() + "\n"

"""The requirements say which test shows each: the test must be there."""

import ast
import csv
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "docs" / "requirements.csv"


@cache
def names_in(path: Path) -> frozenset[str]:
    return frozenset(
        node.name for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef)
    )


def rows() -> list[dict[str, str]]:
    with TABLE.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_requirement_is_listed_once() -> None:
    ids = [row["id"] for row in rows()]
    assert len(ids) == len(set(ids)) == 358


def test_every_test_that_is_named_exists() -> None:
    named = [name for row in rows() for name in row["test"].split(" ") if name]
    assert named
    missing = [name for name in named if not exists(name)]
    assert missing == []


def exists(name: str) -> bool:
    path, _, test = name.partition("::")
    return (ROOT / path).is_file() and test in names_in(ROOT / path)

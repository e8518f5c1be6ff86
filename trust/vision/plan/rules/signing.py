"""A list of schools and colleges for which a representative signs, as somebody typed or downloaded it."""

import csv
import re
from collections.abc import Mapping

from trust.foundation.kernel.refusals import Refused

MOST = 5_000
NUMBER = re.compile(r"\d{5,8}")


def read_list(text: str, held: Mapping[str, str]) -> list[tuple[str, str]]:
    """Number and name of each school of a list; a name that is left out is the register's.

    Errors: Refused, which names the first line that cannot be read and says why.
    """
    found: dict[str, str] = {}
    for line, row in enumerate(csv.reader(text.splitlines()), 1):
        cells = [cell.strip() for cell in row if cell.strip()]
        if not cells or (line == 1 and not NUMBER.fullmatch(cells[0])):
            continue
        key, name = _school(cells, line, held)
        if key in found:
            raise Refused(f"Line {line}: {key} is in the list twice.")
        found[key] = name
    if not found:
        raise Refused("The list has no school in it: write a number and a name on each line.")
    if len(found) > MOST:
        raise Refused(f"The list has {len(found):,} lines. Sign for {MOST:,} or fewer at a time.")
    return list(found.items())


def _school(cells: list[str], line: int, held: Mapping[str, str]) -> tuple[str, str]:
    key, name = cells[0], cells[1] if len(cells) > 1 else ""
    if not NUMBER.fullmatch(key):
        raise Refused(f"Line {line}: “{key[:40]}” is no number of a school. It has six figures.")
    name = held.get(key) or name
    if not name:
        raise Refused(f"Line {line}: no school of the register has the number {key}. Write its name as well.")
    return key, name[:200]

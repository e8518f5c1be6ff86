"""A file's columns, found by what they are called however it is written this year."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

PLACE_CODE = re.compile(r"(ltla|utla|lad|la|area|local_authority)_?\d*_?(code|cd)")


@cache
def plain(name: str) -> str:
    """A column's name without what changes from year to year.

    >>> plain("Time period"), plain("time_period"), plain("LA Number")
    ('time_period', 'time_period', 'la_number')
    """
    return re.sub(r"[^a-z0-9%+]+", "_", name.casefold()).strip("_")


class Columns:
    """The names of a file's columns in their order; each can be asked for by any of its usual names."""

    def __init__(self, header: Sequence[str]) -> None:
        self.header = tuple(header)
        self.by_plain = {plain(name): name for name in reversed(self.header) if name}

    def __iter__(self) -> Iterator[str]:
        return iter(self.header)

    def called(self, *names: str) -> str:
        """The column that goes by the first of these names that is there; empty where none is."""
        return next((self.by_plain[plain(name)] for name in names if plain(name) in self.by_plain), "")

    def have(self, *names: str) -> bool:
        """Whether there is a column for every one of these names."""
        return all(plain(name) in self.by_plain for name in names)

    def have_any(self, *names: str) -> bool:
        return any(plain(name) in self.by_plain for name in names)

    def beginning(self, *starts: str) -> list[str]:
        """The columns whose names begin so, in their order."""
        return [name for name in self.header if plain(name).startswith(starts)]

    @cached_property
    def place_codes(self) -> list[str]:
        """The columns of authorities' codes, whichever year drew them."""
        return [name for name in self.header if PLACE_CODE.fullmatch(plain(name))]

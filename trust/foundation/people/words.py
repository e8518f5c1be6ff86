from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """A job in the partnership's terms, in plain words, with the duties it carries."""

    key: str
    title: str
    says: str
    duties: frozenset[str]

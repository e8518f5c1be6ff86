import secrets
from uuid import UUID, uuid4

# No vowels and nothing that looks like something else: it is read out over the telephone.
ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ"


def new_id() -> UUID:
    """A random identifier: it says nothing of order, number or time."""
    return uuid4()


def new_reference() -> str:
    """A reference that a person can read out, such as `K7P-3XW-92M`."""
    letters = [secrets.choice(ALPHABET) for _ in range(9)]
    return "-".join("".join(letters[start : start + 3]) for start in (0, 3, 6))

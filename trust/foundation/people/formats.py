import tomllib
from collections.abc import Mapping
from pathlib import Path

from trust.foundation.people.words import Role


def read_roles(path: Path) -> Mapping[str, Role]:
    """The roles of a file, by key."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["role"]
    roles = [Role(row["key"], row["title"], row["says"], frozenset(row["duties"])) for row in rows]
    if len({role.key for role in roles}) < len(roles):
        raise ValueError(f"{path.name}: two roles have one key.")
    return {role.key: role for role in roles}

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path

from cryptography.fernet import Fernet

from trust.foundation.people.words import Role


def read_roles(path: Path) -> Mapping[str, Role]:
    """The roles of a file, by key."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["role"]
    roles = [Role(row["key"], row["title"], row["says"], frozenset(row["duties"])) for row in rows]
    if len({role.key for role in roles}) < len(roles):
        raise ValueError(f"{path.name}: two roles have one key.")
    return {role.key: role for role in roles}


def new_key() -> str:
    """What only one browser will hold, and opens what is kept for it."""
    return Fernet.generate_key().decode()


def key_or_new(text: str) -> str:
    """The key that a browser holds; a new one where it holds none, or what is none."""
    try:
        Fernet(text)
    except ValueError:
        return new_key()
    return text


def seal(key: str, address: str, fields: list[tuple[str, list[str]]]) -> str:
    """A form as it may lie in the database: nobody reads it without the browser’s key."""
    return Fernet(key).encrypt(json.dumps([address, fields]).encode()).decode()


def unseal(key: str, sealed: str) -> tuple[str, list[tuple[str, list[str]]]]:
    """The address and the fields of a form that was sealed."""
    address, fields = json.loads(Fernet(key).decrypt(sealed.encode()))
    return address, [(name, values) for name, values in fields]

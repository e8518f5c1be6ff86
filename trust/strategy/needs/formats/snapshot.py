"""An assessment as one canonical JSON text, and back; the text never changes, and its hash says so."""

import hashlib
import json
import types
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from trust.strategy.needs.formats.document import Document


def write(document: Document) -> str:
    """The canonical text: sorted keys, no spaces, days as ISO."""
    return json.dumps(
        asdict(document), sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str
    )


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def read(text: str) -> Document:
    """The assessment that a canonical text holds."""
    found = _as(Document, json.loads(text))
    if not isinstance(found, Document):
        raise TypeError("The text does not hold an assessment.")
    return found


def _as(kind: Any, value: Any) -> Any:
    """A value of JSON as the kind that a field of the document has."""
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return kind(**{field.name: _as(hints[field.name], value[field.name]) for field in fields(kind)})
    if get_origin(kind) in {types.UnionType, Union}:
        rest = next(one for one in get_args(kind) if one is not types.NoneType)
        return None if value is None else _as(rest, value)
    if get_origin(kind) is tuple:
        return _as_tuple(get_args(kind), value)
    if kind is date:
        return date.fromisoformat(value)
    return UUID(value) if kind is UUID else value


def _as_tuple(kinds: tuple[Any, ...], values: list[Any]) -> tuple[Any, ...]:
    if kinds[1:] == (...,):
        return tuple(_as(kinds[0], value) for value in values)
    return tuple(_as(kind, value) for kind, value in zip(kinds, values, strict=True))

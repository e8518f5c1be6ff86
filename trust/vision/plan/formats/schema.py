"""What a published plan's JSON may hold, told as JSON Schema from the same dataclasses that write it."""

import types
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from trust.vision.plan.formats.published import PublishedPlan

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SIMPLE: dict[object, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    date: {"type": "string", "format": "date"},
    UUID: {"type": "string", "format": "uuid"},
    # Exact: a number in JSON would be read as a float by some.
    Decimal: {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"},
    type(None): {"type": "null"},
}


def schema() -> dict[str, Any]:
    """The schema of a plan; a field with a default was added later, so an older text may be without it."""
    return {"$schema": DIALECT, "title": "A published plan of a Children’s Trust", **_of(PublishedPlan)}


def _of(kind: Any) -> dict[str, Any]:
    if kind in SIMPLE:
        return SIMPLE[kind]
    if is_dataclass(kind):
        return _object(kind)
    if get_origin(kind) in {Union, types.UnionType}:
        return {"anyOf": [_of(one) for one in get_args(kind)]}
    if get_origin(kind) is tuple:
        return _list(get_args(kind))
    raise TypeError(f"The schema has no word for {kind}.")


def _list(parts: tuple[Any, ...]) -> dict[str, Any]:
    if parts[-1] is Ellipsis:
        return {"type": "array", "items": _of(parts[0])}
    return {
        "type": "array",
        "prefixItems": [_of(part) for part in parts],
        "minItems": len(parts),
        "items": False,
    }


def _object(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    needed = [one.name for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING]
    return {
        "type": "object",
        "properties": {one.name: _of(hints[one.name]) for one in fields(kind)},
        "required": needed,
        "additionalProperties": False,
    }

"""What import contracts cannot see: relations by name, raw SQL, models by string, windows for doors."""

import re
from pathlib import Path

import grimp
import pytest
from django.apps import apps
from django.db.models import PROTECT, Field, Model

from trust.config.router import feature
from trust.foundation.kernel.side import CLOSED_FEATURES, OPEN_FEATURES

ROOT = Path(__file__).parents[2]
FRONT_DOOR = {"queries", "actions", "access", "words", "counts", "makers", "loaders", "urls"}
ESCAPES = re.compile(r"\bget_model\(|\bimport_module\(|\.raw\(|\.extra\(|\bRawSQL\(|\bmark_safe\(")
# SQL is needed to speak to DuckDB and to the calendar's own function, and nowhere else on the open side.
CURSORS = {
    "outcomes/queries/store.py",
    "outcomes/loaders/arrivals.py",
    "directory/queries/here.py",
    "directory/loaders.py",
}


def side_of(model: type[Model]) -> str:
    return feature(model._meta.app_label)


def joins(model: type[Model], field: object) -> bool:
    other = getattr(field, "related_model", None)
    if not isinstance(other, type) or not issubclass(other, Model):
        return False
    sides = {side_of(model), side_of(other)}
    return bool(sides & OPEN_FEATURES and sides & CLOSED_FEATURES)


def test_no_relation_joins_the_two_sides() -> None:
    joined = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if joins(model, field)
    ]
    assert joined == []


def test_no_open_table_holds_the_name_of_a_closed_one() -> None:
    """A foreign key by string is a relation; a text column that names a closed table is one in disguise."""
    closed = {m._meta.label_lower for m in apps.get_models() if side_of(m) in CLOSED_FEATURES}
    open_files = [p for side in OPEN_FEATURES | {"foundation"} for p in (ROOT / "trust" / side).rglob("*.py")]
    named = [str(p) for p in open_files for label in closed if f'"{label}"' in p.read_text().lower()]
    assert named == []


def test_rooms_speak_only_through_their_front_doors() -> None:
    graph = grimp.build_graph("trust")
    through_the_window = [
        f"{importer} -> {imported}"
        for imported in graph.modules
        if len(parts := imported.split(".")) > 3 and parts[1] != "foundation" and parts[3] not in FRONT_DOOR
        for importer in graph.find_modules_that_directly_import(imported)
        if importer.split(".")[:3] != parts[:3]
        and not importer.startswith("trust.config")
        and ".tests." not in importer
    ]
    assert through_the_window == []


@pytest.mark.parametrize("side", sorted(OPEN_FEATURES - {"config"}))
def test_open_rooms_use_no_escape_hatches(side: str) -> None:
    found = [
        f"{path.name}:{number}"
        for path in (ROOT / "trust" / side).rglob("*.py")
        if not {"migrations", "tests"} & set(path.parts)
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if ESCAPES.search(line) or ("cursor(" in line and not path.as_posix().endswith(tuple(CURSORS)))
    ]
    assert found == []


def test_every_foreign_key_protects_what_it_points_at() -> None:
    loose = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("trust.")
        for field in model._meta.get_fields()
        if isinstance(field, Field) and field.remote_field and field.remote_field.on_delete is not PROTECT
    ]
    assert loose == []

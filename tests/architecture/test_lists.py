"""What must be true of every page, deed, table and room: each is one test over the list."""

import ast
import importlib
import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from django.apps import apps
from django.template.loader import get_template
from django.urls import URLPattern, URLResolver, get_resolver

from trust.foundation.kernel.keeping import Kept

ROOT = Path(__file__).parents[2]
ROOMS = sorted(p.parent for p in ROOT.glob("trust/*/*/apps.py"))
PYTHON = [
    p for p in (*ROOT.glob("trust/**/*.py"), *ROOT.glob("launch/**/*.py")) if "migrations" not in p.parts
]
TEMPLATES = sorted(ROOT.glob("trust/**/templates/**/*.html"))
DRAWERS = {"utils", "helpers", "common", "misc", "services", "manager", "managers", "signals", "core", "lib"}


def patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield route, entry
        else:
            yield from patterns(entry, route)


def actions() -> Iterator[tuple[str, Callable[..., object]]]:
    for path in (*ROOT.glob("trust/*/*/actions.py"), *ROOT.glob("trust/*/*/actions/*.py")):
        module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        yield from deeds_of(module)


# A deed is one transaction, and `transaction.atomic` leaves its mark on the function.
def deeds_of(module: ModuleType) -> Iterator[tuple[str, Callable[..., object]]]:
    for name, deed in inspect.getmembers(module, inspect.isfunction):
        wrapped = getattr(deed, "__wrapped__", None)
        # What wraps a generator is a context manager, not a transaction.
        if deed.__module__ == module.__name__ and wrapped and not inspect.isgeneratorfunction(wrapped):
            yield f"{module.__name__}.{name}", deed


def test_every_page_says_who_may_see_it() -> None:
    pages = list(patterns(get_resolver()))
    assert pages
    assert [route for route, entry in pages if not hasattr(entry.callback, "needs")] == []


def test_every_deed_is_keyword_only_and_says_who_and_when() -> None:
    wrong = []
    deeds = list(actions())
    assert len(deeds) > 30
    for name, deed in deeds:
        parameters = inspect.signature(deed).parameters.values()
        named = {p.name for p in parameters}
        positional = [p.name for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
        if {"by", "at"} - named or positional:
            wrong.append(name)
    assert wrong == []


def test_every_deed_writes_its_audit_line() -> None:
    silent = [name for name, _ in actions() if not records(*name.rsplit(".", 1))]
    assert silent == []


def records(module: str, deed: str) -> bool:
    """Whether a deed calls `record`, itself or through the functions of its own file."""
    tree = ast.parse(inspect.getsource(importlib.import_module(module)))
    calls = {node.name: names_called(node) for node in tree.body if isinstance(node, ast.FunctionDef)}
    reached, new = set[str](), {deed}
    while new:
        reached |= new
        new = set().union(*(calls.get(name, set()) for name in new)) - reached
    # `enter` is the directory's: it records each row that it adds or corrects.
    return bool({"record", "enter"} & reached)


def names_called(function: ast.FunctionDef) -> set[str]:
    called = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
    return {name.id for name in called if isinstance(name, ast.Name)}


@pytest.mark.parametrize(
    "model", [m for m in apps.get_models() if m.__module__.startswith("trust.")], ids=str
)
def test_every_table_says_what_it_holds_and_for_how_long(model: type) -> None:
    kept = getattr(model, "kept", None)
    assert isinstance(kept, Kept)
    assert kept.holds
    assert kept.until


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_room_has_its_page(room: Path) -> None:
    text = (room / "README.md").read_text()
    assert text.count("\n") <= 60
    assert "purpose" in text.lower()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_template_compiles_and_keeps_to_the_content_policy(template: Path) -> None:
    get_template(str(template).split("/templates/", 1)[1])
    text = template.read_text()
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\bsrc=)", text)
    assert "|safe" not in text


def test_no_file_is_a_drawer_for_anything() -> None:
    assert [str(path.relative_to(ROOT)) for path in PYTHON if path.stem in DRAWERS] == []


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    assert [str(p.relative_to(ROOT)) for p in PYTHON if len(p.read_text().splitlines()) > 400] == []


def test_no_function_is_longer_than_fifty_lines() -> None:
    assert [where for path in PYTHON for where in long_functions(path)] == []


def long_functions(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 50:
            yield f"{path.relative_to(ROOT)}:{node.name}"


def test_no_import_contract_is_ignored() -> None:
    assert "ignore_imports" not in (ROOT / "pyproject.toml").read_text()


def test_no_file_names_a_registry() -> None:
    hosts = re.compile(r"https?://[^\s\"']*(pypi\.org|pythonhosted|npmjs|npmmirror|deb\.debian)")
    locks = [*ROOT.glob("requirements/*"), *ROOT.glob("**/package-lock.json"), ROOT / ".npmrc"]
    kept = [p for p in locks if p.is_file() and "node_modules" not in p.parts and ".run" not in p.parts]
    assert [p.name for p in kept if hosts.search(p.read_text())] == []

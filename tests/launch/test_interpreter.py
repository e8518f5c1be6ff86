"""A Python is found however odd the machine, or the lack of one is said in a sentence."""

import ast
import os
import sys
from pathlib import Path

import pytest

from launch import interpreter, places


def a_program(folder: Path, name: str, script: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return program


@pytest.mark.parametrize("file", ["run", "launch/__init__.py", "launch/interpreter.py"])
def test_what_an_old_python_reads_is_written_for_it(file: str) -> None:
    ast.parse((places.ROOT / file).read_text(), feature_version=(3, 8))


@pytest.mark.parametrize(
    ("version", "suits"), [((3, 11), False), ((3, 12), True), ((3, 13), True), ((2, 7), False), ((), False)]
)
def test_only_some_versions_suit(version: tuple[int, ...], suits: bool) -> None:
    assert interpreter.is_suitable(version) == suits


def test_a_stand_in_that_leads_nowhere_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shims = tmp_path / "shims"
    a_program(shims, "python3.13", "exit 127")
    real = a_program(tmp_path / "versions" / "3.12.9" / "bin", "python3", "echo 3.12")
    monkeypatch.setenv("PATH", f"{shims}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setenv("HOME", "")
    monkeypatch.delenv("PYENV_ROOT", raising=False)
    monkeypatch.setattr(interpreter, "NAMES", ("python3.13",))
    assert str(real) in list(interpreter.candidates())
    assert interpreter.version_of(str(shims / "python3.13")) == ()
    assert interpreter.version_of(str(real)) == (3, 12)


def test_the_lack_of_a_python_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(interpreter, "OLDEST", (3, 99))
    with pytest.raises(SystemExit) as ended:
        interpreter.ensure_suitable()
    said = capsys.readouterr().err
    assert ended.value.code == 1
    assert said.startswith("This needs Python 3.12 or 3.13")
    assert said.count("\n") == 1


def test_a_program_that_does_not_start_has_no_version() -> None:
    assert interpreter.version_of("/no/such/python") == ()
    assert interpreter.version_of(sys.executable) == sys.version_info[:2]

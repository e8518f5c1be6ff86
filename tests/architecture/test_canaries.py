"""Each import contract must break when its own sin is committed, or it guards nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

SINS = {
    "valve": ("trust/strategy/needs/queries.py", "from trust.processes.child_index import queries as sin"),
    "valve through foundation": (
        "trust/foundation/directory/queries/here.py",
        "import trust.processes.child_index.models",
    ),
    "valve by gather": ("trust/vision/plan/actions/publishing.py", "from trust.disclosure import gather"),
    "closed-side": ("trust/processes/child_index/queries.py", "from trust.vision.plan import words as sin"),
    "gather": ("trust/public/views.py", "from trust.disclosure import gather"),
    "pure": ("trust/governance/board/rules/judges.py", "from django.utils import timezone"),
    "pure control": ("trust/disclosure/control.py", "from trust.processes.child_index import models"),
    "pure kernel": ("trust/foundation/kernel/time.py", "from django.utils import timezone"),
    "open-order": ("trust/strategy/needs/views.py", "from trust.vision.plan import words as sin"),
    "closed-order": ("trust/processes/child_index/queries.py", "from trust.disclosure import gather"),
    "anatomy": ("trust/vision/plan/models/plans.py", "from trust.vision.plan import actions"),
    "anatomy of a drawer": ("trust/vision/plan/utils.py", "x = 1"),
    "foundation-order": ("trust/foundation/kernel/time.py", "from trust.foundation.people import models"),
    "makers": ("trust/strategy/needs/views.py", "from trust.strategy.needs import makers"),
}


def holds(house: Path, contract: str) -> bool:
    lint = Path(sys.executable).with_name("lint-imports")
    checked = subprocess.run(
        [lint, "--no-cache", "--contract", contract],
        cwd=house,
        env={**os.environ, "PYTHONPATH": str(house)},
        capture_output=True,
        text=True,
        check=False,
    )
    broken = checked.returncode != 0 and "BROKEN" in checked.stdout
    assert broken or checked.returncode == 0, checked.stdout + checked.stderr
    return not broken


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("house")
    shutil.copytree(ROOT / "trust", copy / "trust", ignore=shutil.ignore_patterns("__pycache__", "*.html"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


@pytest.mark.parametrize("label", SINS)
def test_the_contract_bites(house: Path, label: str) -> None:
    name, sin = SINS[label]
    path = house / name
    before = path.read_text() if path.exists() else None
    path.write_text(f"{before or ''}\n{sin}\n")
    try:
        assert not holds(house, label.split(" ", 1)[0])
    finally:
        path.unlink() if before is None else path.write_text(before)

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_two_laws_for_one_day_are_told_in_one_line(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "trust", tmp_path / "trust", ignore=shutil.ignore_patterns("__pycache__", "tests"))
    law = tmp_path / "trust" / "vision" / "plan" / "law" / "powers.toml"
    text = law.read_text(encoding="utf-8")
    assert "until = 2010-01-11" in text
    law.write_text(text.replace("until = 2010-01-11", "until = 2010-02-11", 1), encoding="utf-8")
    command = [sys.executable, "-m", "trust.config.manage", "check"]
    answer = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert answer.returncode == 1
    assert answer.stderr.startswith("powers.toml, rows 1 and 2: both are the rule ")
    assert answer.stderr.count("\n") == 1

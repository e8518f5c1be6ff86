from datetime import date
from pathlib import Path

from trust.vision.outcomes.formats.figures import COLUMNS

REGISTER = """
[[indicator]]
code = "reading"
title = "Children who read well"
plain_title = "Children who read well"
unit = "%"
multiplier = 100
method = "proportion"
polarity = "high"
lag = 6
source = "An invented source"
outcome = "enjoy-and-achieve"
"""
ROW = {
    "indicator": "reading",
    "period": "2008",
    "sex": "all",
    "numerator": "60",
    "denominator": "100",
    "value": "60",
    "source": "An invented source",
    "licence": "CC0",
}


def a_row(area: str, **cells: str) -> dict[str, str]:
    """One invented figure, published on 1 June 2009 unless the caller says otherwise."""
    return {**ROW, "area": area, "published_on": date(2009, 6, 1).isoformat(), **cells}


def a_folder(folder: Path, *, register: str = REGISTER, **files: list[dict[str, str]]) -> Path:
    """An area's folder with a register and these files of figures, by name."""
    figures = folder / "figures"
    figures.mkdir(parents=True, exist_ok=True)
    (figures / "indicators.toml").write_text(register)
    for name, rows in files.items():
        lines = [",".join(row.get(column, "") for column in COLUMNS) for row in rows]
        (figures / f"{name}.csv").write_text("\n".join([",".join(COLUMNS), *lines, ""]))
    return folder

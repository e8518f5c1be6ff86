"""Which region of England an authority is in, for those outside the area as well.

Compiled from the code lists of the Office for National Statistics (Open Government Licence): districts and
upper-tier authorities of every vintage from 2009, the counties that have since ended among them.
"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

REGISTER = Path(__file__).parent / "regions.csv"


@cache
def regions() -> Mapping[str, str]:
    """The code of the region by the code of the authority."""
    with REGISTER.open(encoding="utf-8", newline="") as lines:
        return {row["code"]: row["region"] for row in csv.DictReader(lines)}

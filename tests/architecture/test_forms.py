"""Every form of the product answers in its own words, never in Django's."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django import forms

from trust.foundation.design.forms import PlainForm
from trust.vision.plan.words import Stage

ROOT = Path(__file__).parents[2]
DJANGO = (
    "This field",
    "This value",
    "Ensure ",
    "Enter a valid",
    "Enter a whole",
    "Enter a number",
    "Select a ",
    "Null",
)
JUNK = ["", "\x00", "?" * 5000, "-1", "1e99"]
# Drawn from the library that signs people in, and put into our words there.
BORROWED = {"SignIn", "SecondFactor"}
# What a form must be told before anybody fills it in.
TOLD: dict[str, dict[str, Any]] = {
    "NewMeasure": {"indicators": [], "places": []},
    "MoveForm": {"to": Stage.AGREED},
}


def forms_of_the_product() -> Iterator[type[forms.Form]]:
    """Every form in every room's `forms.py` or `forms/`."""
    for file in sorted([*(ROOT / "trust").rglob("forms.py"), *(ROOT / "trust").rglob("forms/*.py")]):
        module = import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))
        for found in vars(module).values():
            if (
                isinstance(found, type)
                and issubclass(found, forms.Form)
                and found.__module__ == module.__name__
            ):
                yield found


def test_every_form_speaks_plainly() -> None:
    borrowed = {"SignIn", "SecondFactor"}
    assert [
        f for f in forms_of_the_product() if not issubclass(f, PlainForm) and f.__name__ not in borrowed
    ] == []


@pytest.mark.parametrize("junk", JUNK)
def test_no_form_answers_in_the_words_of_django(town: str, junk: str) -> None:
    for kind in forms_of_the_product():
        if kind.__name__ in BORROWED:
            continue
        form = kind(dict.fromkeys(kind.base_fields, junk), **TOLD.get(kind.__name__, {}))
        for name, said in form.errors.items():
            assert not str(said[0]).startswith(DJANGO), f"{kind.__name__}.{name}: {said[0]}"

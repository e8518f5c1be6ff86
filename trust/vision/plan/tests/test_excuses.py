"""How far the reason for which a plan was published without something still goes."""

from dataclasses import replace
from datetime import date

import pytest

from trust.foundation.statute.findings import Result, Verdict, finding
from trust.vision.plan.queries.statements import completeness_law
from trust.vision.plan.rules.excuses import beyond, still_excused

PUBLISHED, TODAY = date(2010, 4, 1), date(2010, 6, 8)
LAW = completeness_law()
LACKS = finding(
    LAW.in_force("C22", on=TODAY), Verdict(Result.MISSING, ("Play: no measure",), "One of two lack it.")
)


@pytest.mark.parametrize(
    ("because", "on", "excused"),
    [
        ("We look for one by September.", TODAY, {"C22"}),
        ("  ", TODAY, set()),
        ("We look for one by September.", date(2010, 10, 31), set()),
    ],
)
def test_a_reason_stands_while_the_law_asks_what_it_asked(because: str, on: date, excused: set[str]) -> None:
    found = still_excused({"C22"}, because, law=LAW, published_on=PUBLISHED, on=on)
    assert found == excused


def test_a_reason_does_not_go_beyond_what_was_missing_when_it_was_given() -> None:
    assert beyond(LACKS, LACKS) == ()
    more = replace(LACKS, who=("Play: no measure", "Health: no measure"))
    assert beyond(LACKS, more) == ("Health: no measure",)
    assert beyond(more, LACKS) == ()


def test_where_nobody_is_named_the_sentence_tells_what_changed() -> None:
    bare = replace(LACKS, who=())
    assert beyond(bare, bare) == ()
    assert beyond(bare, replace(bare, what_is_wrong="It is out of date.")) == ("It is out of date.",)

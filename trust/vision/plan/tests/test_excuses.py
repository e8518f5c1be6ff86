"""How far the reason for which a plan was published without something still goes."""

from dataclasses import replace
from datetime import date

from trust.foundation.statute.findings import Result, Verdict, finding
from trust.vision.plan.queries.statements import completeness_law
from trust.vision.plan.rules.excuses import beyond

PUBLISHED, TODAY = date(2010, 4, 1), date(2010, 6, 8)
LAW = completeness_law()
LACKS = finding(
    LAW.in_force("C22", on=TODAY), Verdict(Result.MISSING, ("Play: no measure",), "One of two lack it.")
)


def test_a_reason_does_not_go_beyond_what_was_missing_when_it_was_given() -> None:
    assert beyond(LACKS, LACKS) == ()
    more = replace(LACKS, who=("Play: no measure", "Health: no measure"))
    assert beyond(LACKS, more) == ("Health: no measure",)
    assert beyond(more, LACKS) == ()


def test_where_nobody_is_named_the_sentence_tells_what_changed() -> None:
    bare = replace(LACKS, who=())
    assert beyond(bare, bare) == ()
    assert beyond(bare, replace(bare, what_is_wrong="It is out of date.")) == ("It is out of date.",)

"""Whether a place's figures have risen or fallen over the years."""

from dataclasses import dataclass

from trust.foundation.kernel.refusals import NotFound
from trust.vision.outcomes.queries.explore_figures import Company
from trust.vision.outcomes.rules.explore_answers import Answer, Used
from trust.vision.outcomes.rules.explore_method import TREND, TREND_CARE, TREND_OF_COUNTS, TREND_OF_LIMITS
from trust.vision.outcomes.rules.explore_trend import (
    LATEST,
    Run,
    heading,
    later_without,
    lede,
    on_the_line,
    run_of,
)

SPANS = (("five", "The latest five"), ("", "The latest ten"), ("all", "All that can be compared"))


@dataclass(frozen=True, kw_only=True)
class TrendAnswer(Answer):
    """The line, the figures it goes through, and how many of them were asked for."""

    run: Run
    span: str
    spans: tuple[tuple[str, str], ...] = SPANS


def over_the_years(company: Company, span: str) -> TrendAnswer:
    """The trend of the latest figures; errors: NotFound for another span, Refused where none can be told."""
    if span not in LATEST:
        raise NotFound
    measured, place = company.card.measured, company.place
    run = run_of(company.course(place.value), measured, latest=LATEST[span])
    return TrendAnswer(
        heading=heading(run, place.label, measured),
        lede=lede(run, company.card.unit),
        cares=tuple(filter(None, (later_without(run, company.latest), TREND_CARE))),
        method=(
            ("Rose or fell", TREND),
            ("How it is worked out", TREND_OF_COUNTS if run.counted else TREND_OF_LIMITS),
        ),
        used=tuple(Used(place.label, figure, (round(line, 4),)) for figure, line in on_the_line(run)),
        more=("on_the_line",),
        run=run,
        span=span,
    )

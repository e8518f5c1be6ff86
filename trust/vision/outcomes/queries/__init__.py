"""What other rooms and pages may ask about figures. Nothing published after `as_of` is ever in an answer."""

from trust.vision.outcomes.queries.aims import (
    Aim,
    OutcomesFramework,
    Serving,
    all_aims,
    ask_who_serves,
    frameworks,
    outcomes_of,
)
from trust.vision.outcomes.queries.defined import breaks
from trust.vision.outcomes.queries.gaps import gap_stories, gap_story
from trust.vision.outcomes.queries.outlines import outlines
from trust.vision.outcomes.queries.pages import in_words
from trust.vision.outcomes.queries.register import (
    IndicatorCard,
    Release,
    cards,
    indicator,
    indicators,
    neighbours,
    neighbours_of,
    release,
    releases,
    waiting_rows,
)
from trust.vision.outcomes.queries.series import (
    AreaFigure,
    combined,
    latest_by_area,
    movement,
    place_names,
    profile,
    released_rows,
    series,
    series_of,
)
from trust.vision.outcomes.queries.store import FiguresMissing
from trust.vision.outcomes.queries.targets import LocalAim, ask_for_aims
from trust.vision.outcomes.rules.figures import Figure, Since, since
from trust.vision.outcomes.rules.gaps import GapPoint, GapStory
from trust.vision.outcomes.rules.sentences import beside, of_place, standing

__all__ = [
    "Aim",
    "AreaFigure",
    "Figure",
    "FiguresMissing",
    "GapPoint",
    "GapStory",
    "IndicatorCard",
    "LocalAim",
    "OutcomesFramework",
    "Release",
    "Serving",
    "Since",
    "all_aims",
    "ask_for_aims",
    "ask_who_serves",
    "beside",
    "breaks",
    "cards",
    "combined",
    "frameworks",
    "gap_stories",
    "gap_story",
    "in_words",
    "indicator",
    "indicators",
    "latest_by_area",
    "movement",
    "neighbours",
    "neighbours_of",
    "of_place",
    "outcomes_of",
    "outlines",
    "place_names",
    "profile",
    "release",
    "released_rows",
    "releases",
    "series",
    "series_of",
    "since",
    "standing",
    "waiting_rows",
]

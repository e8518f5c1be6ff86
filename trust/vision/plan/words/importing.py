"""The columns of a plan in a spreadsheet."""

from enum import StrEnum


class Column(StrEnum):
    """What a column of a plan in a spreadsheet means; the value is the heading under which it leaves."""

    PRIORITY = "Priority"
    OUTCOMES = "Outcomes"
    AIMS = "Aims of the framework"
    AIM_FOR_ALL = "Aim for everyone"
    GROUP = "Who is doing worst"
    COMPARATOR = "Compared with"
    AIM_FOR_GROUP = "Aim for them"
    NEXT_STEP = "What happens next"
    RESTS_ON = "What it rests on"
    ACTION = "Action"
    OWNER = "Who leads"
    DUE = "By when"
    KNOWN_BY = "How we will know"
    PARTNERS = "Who else helps"
    MILESTONES = "Steps on the way"
    RESOURCES = "What it needs"
    REACH = "Whom it is for"
    PREVENTION = "How it stops harm or helps early"
    WHAT_WORKS = "What makes us think it works"
    DEPENDS_ON = "What it waits for"
    MEASURE = "Measure"
    FIGURE = "Published figure"
    KIND = "Population or service"
    PLACES = "Places"
    ANSWERS = "Who answers for it"
    BASELINE_PERIOD = "Baseline period"
    BASELINE = "Baseline"
    TARGET_PERIOD = "Target period"
    TARGET = "Target"
    YEARLY_TARGETS = "Yearly targets"
    TOLERANCE = "Tolerance"
    PLEDGE = "Pledge"
    GIVER = "Who gives it"
    GIVEN = "What kind of gift"
    AMOUNT = "Pounds pledged"
    RECEIVER = "For whom it is given"
    AGREED_BY = "Who agreed it"
    AGREED_ON = "Agreed on"
    TREATMENT = "Who holds it"
    RECURRENCE = "How often it is given"
    POWER = "Under which power"
    STATUS = "Status"
    WAITING = "Row that waits"
    REASON = "Why it waits"


# A pledge is agreed by its partner, and its terms follow from the law: shown in the table, never loaded.
OF_A_PLEDGE = (
    Column.PLEDGE, Column.GIVER, Column.GIVEN, Column.AMOUNT, Column.RECEIVER, Column.AGREED_BY,
    Column.AGREED_ON, Column.TREATMENT, Column.RECURRENCE, Column.POWER,
)  # fmt: skip
NEVER_LOADED = frozenset({*OF_A_PLEDGE, Column.STATUS})

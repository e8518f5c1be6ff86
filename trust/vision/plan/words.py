from enum import StrEnum


class Standing(StrEnum):
    """How a promise is going, as the partner who owns it says."""

    DONE = "done"
    ON_TRACK = "on track"
    AT_RISK = "at risk"
    NOT_DONE = "not done"

    @property
    def in_words(self) -> str:
        return self.value.capitalize()


class MeasureKind(StrEnum):
    """Whether a measure is about all children of a place or about one service: the two are never mixed."""

    POPULATION = "population"
    SERVICE = "service"


class Given(StrEnum):
    """What a partner puts in."""

    MONEY = "money"
    PEOPLE = "people"
    PREMISES = "premises"
    GOODS = "goods or services"


class Treatment(StrEnum):
    """Who holds what is pledged: its owner (single or aligned), or a host for everyone (pooled)."""

    SINGLE = "single agency"
    ALIGNED = "aligned"
    POOLED = "pooled"


class Recurrence(StrEnum):
    ONE_OFF = "one-off"
    EVERY_YEAR = "every year"


class Reach(StrEnum):
    """Whom an action is for."""

    UNIVERSAL = "universal"
    TARGETED = "targeted"
    SPECIALIST = "specialist"


class Status(StrEnum):
    """How a measure or promise stands: a letter, a shape and a word, never a colour alone."""

    ON_TRACK = "g"
    AT_RISK = "a"
    OFF_TRACK = "r"
    CANNOT_SAY = "u"


class Stage(StrEnum):
    """Where a plan stands in its life, from a draft to its end."""

    DRAFT = "draft"
    CONSULTING = "consulting"
    FINAL_DRAFT = "final draft"
    AGREED = "agreed"
    SIGNED = "signed"
    PUBLISHED = "published"
    UNDER_REVIEW = "under review"
    SUPERSEDED = "superseded"
    ENDED = "ended"


# Every move in the life of a plan. The database refuses any other; `rules.lifecycle` says what each needs.
MOVES = (
    (Stage.DRAFT, Stage.CONSULTING),
    # A partnership below the county publishes its own plan, and says what is not yet sure in it.
    (Stage.DRAFT, Stage.PUBLISHED),
    (Stage.CONSULTING, Stage.FINAL_DRAFT),
    (Stage.FINAL_DRAFT, Stage.CONSULTING),
    (Stage.FINAL_DRAFT, Stage.AGREED),
    (Stage.AGREED, Stage.SIGNED),
    (Stage.SIGNED, Stage.PUBLISHED),
    (Stage.PUBLISHED, Stage.UNDER_REVIEW),
    (Stage.UNDER_REVIEW, Stage.PUBLISHED),
    (Stage.PUBLISHED, Stage.SUPERSEDED),
    (Stage.UNDER_REVIEW, Stage.SUPERSEDED),
    (Stage.PUBLISHED, Stage.ENDED),
    (Stage.UNDER_REVIEW, Stage.ENDED),
)


class Part(StrEnum):
    """A statement that a plan must make in words of its own."""

    VISION = "vision"
    ARRANGEMENTS = "arrangements"
    PERFORMANCE = "performance"
    COMMISSIONING = "commissioning"
    POOLING = "pooling"
    PROCESSES = "processes"
    WORKFORCE = "workforce"
    PREVENTION = "prevention"
    SAFEGUARDING = "safeguarding"
    PROGRESS = "progress"

    @property
    def label(self) -> str:
        return PART_LABELS[self]


PART_LABELS = {
    Part.VISION: "Our vision",
    Part.ARRANGEMENTS: "How we plan together",
    Part.PERFORMANCE: "How we follow it and review it",
    Part.COMMISSIONING: "Our policy on joint commissioning",
    Part.POOLING: "Our policy on pooling and aligning budgets",
    Part.PROCESSES: "Our policy on working in one way",
    Part.WORKFORCE: "Our policy on the workforce",
    Part.PREVENTION: "How we prevent harm and help early",
    Part.SAFEGUARDING: "How we keep children safe",
    Part.PROGRESS: "What the last plan achieved",
}


class AlignedWith(StrEnum):
    """A plan or assessment around this one, with which it must agree."""

    NEEDS_ASSESSMENT = "needs-assessment"
    POVERTY_ASSESSMENT = "poverty-assessment"
    COMMUNITY_STRATEGY = "community-strategy"
    AREA_AGREEMENT = "area-agreement"
    COMMISSIONING_PLAN = "commissioning-plan"
    FOURTEEN_TO_NINETEEN = "14-19-plan"
    YOUTH_JUSTICE = "youth-justice-plan"
    SAFEGUARDING_PLAN = "safeguarding-plan"

    @property
    def label(self) -> str:
        return ALIGNED_LABELS[self]


ALIGNED_LABELS = {
    AlignedWith.NEEDS_ASSESSMENT: "Needs assessment",
    AlignedWith.POVERTY_ASSESSMENT: "Child poverty needs assessment",
    AlignedWith.COMMUNITY_STRATEGY: "Sustainable community strategy",
    AlignedWith.AREA_AGREEMENT: "Local area agreement",
    AlignedWith.COMMISSIONING_PLAN: "Commissioning plan",
    AlignedWith.FOURTEEN_TO_NINETEEN: "14-19 Plan",
    AlignedWith.YOUTH_JUSTICE: "Youth Justice Plan",
    AlignedWith.SAFEGUARDING_PLAN: "Safeguarding board’s business plan",
}


class PackFor(StrEnum):
    """Whom a pack is about."""

    BODY = "body"
    PLACE = "place"
    PARTNER = "partner"


class ByHand(StrEnum):
    """What somebody decided of a figure; the rule decides again where it was given back."""

    ADD = "add"
    DROP = "drop"
    RULE = "rule"


class RowState(StrEnum):
    """How firm a row of a local plan is; each is an honest answer, and none stops it being published."""

    AGREED = "agreed"
    PROVISIONAL = "provisional"
    TO_BE_CONFIRMED = "to be confirmed"

    @property
    def in_words(self) -> str:
        return self.value.capitalize()


class Countable(StrEnum):
    """What can count in several plans and is written once."""

    ACTION = "action"
    PLEDGE = "pledge"
    MEASURE = "measure"
    ROW = "row"

    @property
    def label(self) -> str:
        return COUNTABLE_LABELS[self]


COUNTABLE_LABELS = {
    Countable.ACTION: "Action",
    Countable.PLEDGE: "Pledge",
    Countable.MEASURE: "Measure",
    Countable.ROW: "Local action",
}


class Delivery(StrEnum):
    """What became of a promise by the day of a review."""

    DELIVERED = "delivered"
    PARTLY = "partly delivered"
    NOT_DELIVERED = "not delivered"
    NO_EVIDENCE = "no evidence yet"
    NOT_YET_DUE = "not yet due"
    WITHDRAWN = "withdrawn"

    @property
    def status(self) -> Status | None:
        """Its letter and shape; none where nothing was due."""
        return DELIVERY_STATUS.get(self)


DELIVERY_STATUS = {
    Delivery.DELIVERED: Status.ON_TRACK,
    Delivery.PARTLY: Status.AT_RISK,
    Delivery.NOT_DELIVERED: Status.OFF_TRACK,
    Delivery.NO_EVIDENCE: Status.CANNOT_SAY,
}


class ReviewPart(StrEnum):
    """A part of an annual review in words: the tests that guidance sets, and what each review must say."""

    OUTCOMES = "outcomes-better"
    GAPS = "gaps-narrower"
    EARLIER = "help-earlier"
    PARTNERSHIP = "partnership"
    SAFEGUARDING = "safeguarding"
    MORE_TO_DO = "more-to-do"
    TOLD_US = "told-us"
    SPEAK = "have-your-say"

    @property
    def label(self) -> str:
        return REVIEW_LABELS[self]


REVIEW_LABELS = {
    ReviewPart.OUTCOMES: "Are outcomes better?",
    ReviewPart.GAPS: "Are gaps narrower?",
    ReviewPart.EARLIER: "Does help come earlier?",
    ReviewPart.PARTNERSHIP: "How well we work together",
    ReviewPart.SAFEGUARDING: "Keeping children safe",
    ReviewPart.MORE_TO_DO: "Where there is more to do",
    ReviewPart.TOLD_US: "What people told us",
    ReviewPart.SPEAK: "How to tell us what you think",
}
# The three questions of the acid test: Children’s Trusts guidance 2008, 1.20.
ACID_TEST = (ReviewPart.OUTCOMES, ReviewPart.GAPS, ReviewPart.EARLIER)


class YoungPart(StrEnum):
    """A part of the young people’s version, of a plan or of a review."""

    PROMISED = "young-promised"
    HAPPENED = "young-happened"
    NEXT = "young-next"

    @property
    def label(self) -> str:
        return YOUNG_LABELS[self]


YOUNG_LABELS = {
    YoungPart.PROMISED: "What we promised",
    YoungPart.HAPPENED: "What happened",
    YoungPart.NEXT: "What is next",
}


class CardQuestion(StrEnum):
    """The three questions of a report card, asked of a service and never of a population."""

    HOW_MUCH = "how much"
    HOW_WELL = "how well"
    BETTER_OFF = "better off"

    @property
    def label(self) -> str:
        return CARD_LABELS[self]


CARD_LABELS = {
    CardQuestion.HOW_MUCH: "How much did we do?",
    CardQuestion.HOW_WELL: "How well did we do it?",
    CardQuestion.BETTER_OFF: "Is anyone better off?",
}


class Passage(StrEnum):
    """What of a draft a colleague comments on."""

    PRIORITY = "priority"
    ACTION = "action"
    MEASURE = "measure"
    STATEMENT = "statement"


class CommentState(StrEnum):
    """Whether a comment still waits for the officer."""

    OPEN = "open"
    SETTLED = "settled"


class StepTold(StrEnum):
    """What became of a milestone."""

    REACHED = "reached"
    MOVED = "moved"
    WITHDRAWN = "withdrawn"


class StepState(StrEnum):
    """How a milestone, or the due day of an action, stands on a day."""

    REACHED = "reached"
    LATE = "late"
    COMING = "coming"
    WITHDRAWN = "withdrawn"

    @property
    def status(self) -> Status:
        """Its letter; a day that has not come says nothing yet."""
        return STEP_STATUS.get(self, Status.CANNOT_SAY)


STEP_STATUS = {StepState.REACHED: Status.ON_TRACK, StepState.LATE: Status.OFF_TRACK}


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
    TOLERANCE = "Tolerance"
    STATUS = "Status"
    WAITING = "Row that waits"
    REASON = "Why it waits"


class Receiver(StrEnum):
    """For whom a pledge is: pledges go two ways, and schools both give and are given."""

    CHILDREN = "all children"
    SCHOOLS = "schools"
    COLLEGES = "colleges"
    VOLUNTARY = "voluntary and community groups"
    PARTNER = "one partner"

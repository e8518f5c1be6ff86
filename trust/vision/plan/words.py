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

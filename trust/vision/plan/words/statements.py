"""What a plan says in words of its own, and the plans around it."""

from enum import StrEnum


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

"""The annual review and the young people’s version: their parts, and what became of a promise."""

from enum import StrEnum

from trust.vision.plan.words.promising import Status


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

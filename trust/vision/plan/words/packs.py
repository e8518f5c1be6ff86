"""What a pack of figures is about, and what was decided of a figure by hand."""

from enum import StrEnum


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

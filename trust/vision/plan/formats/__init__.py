"""The written forms of a plan: its canonical snapshot, and the briefing on paper."""

from trust.vision.plan.formats.published import (
    CitedNeed,
    CitedVoice,
    PublishedAction,
    PublishedAlignment,
    PublishedCounted,
    PublishedGroup,
    PublishedMeasure,
    PublishedPlan,
    PublishedPledge,
    PublishedPriority,
    PublishedRow,
    PublishedStatement,
)
from trust.vision.plan.formats.snapshot import SCHEMA, hash_of, read, write

__all__ = [
    "SCHEMA",
    "CitedNeed",
    "CitedVoice",
    "PublishedAction",
    "PublishedAlignment",
    "PublishedCounted",
    "PublishedGroup",
    "PublishedMeasure",
    "PublishedPlan",
    "PublishedPledge",
    "PublishedPriority",
    "PublishedRow",
    "PublishedStatement",
    "hash_of",
    "read",
    "write",
]

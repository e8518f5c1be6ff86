"""The written forms of a plan: its canonical snapshot, and the briefing on paper."""

from trust.vision.plan.formats.snapshot import (
    SCHEMA,
    CitedNeed,
    CitedVoice,
    PublishedAction,
    PublishedMeasure,
    PublishedPlan,
    PublishedPledge,
    PublishedPriority,
    hash_of,
    read,
    write,
)

__all__ = [
    "SCHEMA",
    "CitedNeed",
    "CitedVoice",
    "PublishedAction",
    "PublishedMeasure",
    "PublishedPlan",
    "PublishedPledge",
    "PublishedPriority",
    "hash_of",
    "read",
    "write",
]

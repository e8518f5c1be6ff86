"""What other rooms and the pages may read of the plan."""

from trust.vision.plan.formats import (
    CitedNeed,
    CitedVoice,
    PublishedMeasure,
    PublishedPlan,
    PublishedPriority,
)
from trust.vision.plan.queries.briefing import Briefing, briefing, on_paper
from trust.vision.plan.queries.chasing import Chase, chasing, decisions_needed, kept_by_partner, narrowed
from trust.vision.plan.queries.draft import Draft, draft, plan_on, pledge, priority_form
from trust.vision.plan.queries.progress import (
    PledgeLine,
    Promise,
    Reading,
    pledged,
    promises,
    reading,
    readings,
)
from trust.vision.plan.queries.published import (
    Difference,
    Published,
    VersionCard,
    differences,
    measure_of,
    published,
    published_priority,
    version,
    versions,
)

__all__ = [
    "Briefing",
    "Chase",
    "CitedNeed",
    "CitedVoice",
    "Difference",
    "Draft",
    "PledgeLine",
    "Promise",
    "Published",
    "PublishedMeasure",
    "PublishedPlan",
    "PublishedPriority",
    "Reading",
    "VersionCard",
    "briefing",
    "chasing",
    "decisions_needed",
    "differences",
    "draft",
    "kept_by_partner",
    "measure_of",
    "narrowed",
    "on_paper",
    "plan_on",
    "pledge",
    "pledged",
    "priority_form",
    "promises",
    "published",
    "published_priority",
    "reading",
    "readings",
    "version",
    "versions",
]

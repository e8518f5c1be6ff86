"""What a plan is made of. A text is never edited in place: a new edition stands on the one before."""

from trust.vision.plan.models.comments import Comment, CommentAnswer, PledgeWithdrawn
from trust.vision.plan.models.crosswalk import Counts
from trust.vision.plan.models.following import (
    AskedItem,
    Asking,
    ExceptionReport,
    ItemAnswer,
    OnCard,
    PartnerContact,
    Reminder,
    UpdateLink,
    UpdateRequest,
)
from trust.vision.plan.models.importing import Import, ImportLoad, Mended, WaitingRow
from trust.vision.plan.models.local import (
    LocalReturn,
    LocalReturnLine,
    LocalRow,
    LocalRowEdition,
    Milestone,
    MilestoneHeld,
    Pen,
)
from trust.vision.plan.models.milestones import MilestoneTold
from trust.vision.plan.models.packs import Pack, PackChoice
from trust.vision.plan.models.plans import THE_PLAN, Plan, PlanStep, PlanVersion
from trust.vision.plan.models.priorities import FindingLink, Priority, PriorityEdition
from trust.vision.plan.models.promises import Action, ActionEdition, Measure, Pledge, Report
from trust.vision.plan.models.reviewing import Review, ReviewEdition, ReviewVersion, YoungEdition
from trust.vision.plan.models.signing import JointSignature, Signature, SignedFor
from trust.vision.plan.models.statements import (
    AlignedTarget,
    Alignment,
    GroupCovered,
    OtherSideChanged,
    Statement,
)

__all__ = [
    "Asking",
    "AskedItem",
    "ExceptionReport",
    "ItemAnswer",
    "OnCard",
    "PartnerContact",
    "Reminder",
    "UpdateLink",
    "UpdateRequest",
    "THE_PLAN",
    "Action",
    "ActionEdition",
    "AlignedTarget",
    "Alignment",
    "Comment",
    "CommentAnswer",
    "Counts",
    "PledgeWithdrawn",
    "FindingLink",
    "Import",
    "ImportLoad",
    "GroupCovered",
    "JointSignature",
    "LocalReturn",
    "LocalReturnLine",
    "LocalRow",
    "LocalRowEdition",
    "Measure",
    "Mended",
    "Milestone",
    "MilestoneHeld",
    "MilestoneTold",
    "OtherSideChanged",
    "Pack",
    "PackChoice",
    "Pen",
    "Plan",
    "PlanStep",
    "PlanVersion",
    "Pledge",
    "Priority",
    "PriorityEdition",
    "Report",
    "Review",
    "ReviewEdition",
    "ReviewVersion",
    "Signature",
    "SignedFor",
    "Statement",
    "YoungEdition",
    "WaitingRow",
]

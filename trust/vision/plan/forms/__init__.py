"""What officers and partners fill in."""

from trust.vision.plan.forms.leading import ChooseForPack, KeepPack, MoveForm, Publish
from trust.vision.plan.forms.promising import (
    ChallengeForm,
    CorrectPledge,
    NewAction,
    NewMeasure,
    NewPledge,
    NewReport,
)
from trust.vision.plan.forms.writing import (
    AlignForm,
    GroupForm,
    LinkFinding,
    NewPriority,
    OtherSideForm,
    PriorityForm,
    RewordPriority,
    StatementForm,
)

__all__ = [
    "AlignForm",
    "ChallengeForm",
    "ChooseForPack",
    "CorrectPledge",
    "GroupForm",
    "KeepPack",
    "LinkFinding",
    "MoveForm",
    "NewAction",
    "NewMeasure",
    "NewPledge",
    "NewPriority",
    "NewReport",
    "OtherSideForm",
    "PriorityForm",
    "Publish",
    "RewordPriority",
    "StatementForm",
]

"""What officers and partners fill in."""

from trust.vision.plan.forms.changing import (
    AnswerForm,
    CommentForm,
    PassOn,
    Reason,
    RewordAction,
    Withdraw,
)
from trust.vision.plan.forms.leading import ChooseForPack, KeepPack, MoveForm, Publish
from trust.vision.plan.forms.local import (
    BeginPlan,
    EndRow,
    GivePen,
    NewRow,
    PublishLocal,
    ReturnForm,
    RewordRow,
)
from trust.vision.plan.forms.measuring import NewMeasure, ReplaceMeasure
from trust.vision.plan.forms.promising import (
    ChallengeForm,
    CorrectPledge,
    NewAction,
    NewPledge,
    NewReport,
)
from trust.vision.plan.forms.signing import Decline, Prove, SignJointly, SignPart
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
    "AnswerForm",
    "CommentForm",
    "PassOn",
    "Reason",
    "ReplaceMeasure",
    "RewordAction",
    "Withdraw",
    "AlignForm",
    "BeginPlan",
    "ChallengeForm",
    "ChooseForPack",
    "CorrectPledge",
    "EndRow",
    "GivePen",
    "Decline",
    "Prove",
    "SignJointly",
    "SignPart",
    "GroupForm",
    "KeepPack",
    "LinkFinding",
    "MoveForm",
    "NewAction",
    "NewMeasure",
    "NewPledge",
    "NewPriority",
    "NewReport",
    "NewRow",
    "OtherSideForm",
    "PriorityForm",
    "Publish",
    "PublishLocal",
    "ReturnForm",
    "RewordPriority",
    "RewordRow",
    "StatementForm",
]

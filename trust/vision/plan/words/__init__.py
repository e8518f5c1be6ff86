"""The words of the plan, in a module for each subject."""

from trust.vision.plan.words.comments import CommentState, Passage
from trust.vision.plan.words.following import CardQuestion, StepState, StepTold
from trust.vision.plan.words.importing import NEVER_LOADED, OF_A_PLEDGE, Column
from trust.vision.plan.words.lives import MOVES, Mend, Stage
from trust.vision.plan.words.local import Countable, RowState
from trust.vision.plan.words.packs import ByHand, PackFor
from trust.vision.plan.words.promising import (
    Given,
    MeasureKind,
    Reach,
    Receiver,
    Recurrence,
    Standing,
    Status,
    Treatment,
)
from trust.vision.plan.words.reviewing import ACID_TEST, Delivery, ReviewPart, YoungPart
from trust.vision.plan.words.statements import AlignedWith, Part

__all__ = [
    "ACID_TEST",
    "AlignedWith",
    "ByHand",
    "CardQuestion",
    "Column",
    "CommentState",
    "Countable",
    "Delivery",
    "Given",
    "MOVES",
    "MeasureKind",
    "Mend",
    "NEVER_LOADED",
    "OF_A_PLEDGE",
    "PackFor",
    "Part",
    "Passage",
    "Reach",
    "Receiver",
    "Recurrence",
    "ReviewPart",
    "RowState",
    "Stage",
    "Standing",
    "Status",
    "StepState",
    "StepTold",
    "Treatment",
    "YoungPart",
]

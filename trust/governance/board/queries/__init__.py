"""What other rooms and pages may ask about the bodies, the Board's make-up and its decisions."""

from trust.governance.board.queries.bodies import (
    BodyCard,
    LocalPartnership,
    apex,
    bodies,
    body,
    days_of_new_boards,
    local_partnership_for,
    the_board,
)
from trust.governance.board.queries.calendar import (
    ComingMeeting,
    coming_meetings,
    meeting,
    meetings_that_follow,
    met_before,
)
from trust.governance.board.queries.changes import Changes, compare
from trust.governance.board.queries.composition import board_check, composition_law, unmet_by_law
from trust.governance.board.queries.meetings import (
    Challenge,
    DecisionCard,
    MeetingCard,
    challenge_tally,
    decision_on,
    decisions,
    next_meeting,
    open_challenges,
)
from trust.governance.board.queries.tree import FamilyTree, Portrait, family_tree, portrait, turnings

__all__ = [
    "BodyCard",
    "Challenge",
    "Changes",
    "ComingMeeting",
    "DecisionCard",
    "FamilyTree",
    "LocalPartnership",
    "MeetingCard",
    "Portrait",
    "apex",
    "board_check",
    "bodies",
    "body",
    "challenge_tally",
    "coming_meetings",
    "compare",
    "composition_law",
    "days_of_new_boards",
    "decision_on",
    "decisions",
    "family_tree",
    "local_partnership_for",
    "meeting",
    "meetings_that_follow",
    "met_before",
    "next_meeting",
    "open_challenges",
    "portrait",
    "the_board",
    "turnings",
    "unmet_by_law",
]

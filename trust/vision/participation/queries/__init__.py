"""What was heard, what was sent to us, who was asked, and what we answered."""

from trust.vision.participation.queries.consulted import (
    ConsultationCard,
    Counted,
    YouSaid,
    consultation,
    consultations,
)
from trust.vision.participation.queries.heard import (
    A_PAGE,
    AnswerCard,
    CommentCard,
    CommentPage,
    Subject,
    VoiceCard,
    answer_of,
    comment,
    comments,
    open_comments,
    read_subject,
    voice,
    voices,
    voices_by_id,
    where_to_tell_us,
)

__all__ = [
    "A_PAGE",
    "AnswerCard",
    "CommentCard",
    "CommentPage",
    "ConsultationCard",
    "Counted",
    "Subject",
    "VoiceCard",
    "YouSaid",
    "answer_of",
    "comment",
    "comments",
    "consultation",
    "consultations",
    "open_comments",
    "read_subject",
    "voice",
    "voices",
    "voices_by_id",
    "where_to_tell_us",
]

"""What the plan accepts, how promises stand, how plans live and what they must have, on a day."""

from trust.vision.plan.rules.promises import (
    SILENT_AFTER_DAYS,
    STATUS_OF,
    WORD_OF,
    Aimed,
    Going,
    Said,
    Terms,
    check_agreed,
    check_comparator,
    check_due,
    check_may_pool,
    check_periods,
    going,
    silent,
    terms,
    year_of,
)

__all__ = [
    "SILENT_AFTER_DAYS",
    "STATUS_OF",
    "WORD_OF",
    "Aimed",
    "Going",
    "Said",
    "Terms",
    "check_agreed",
    "check_comparator",
    "check_due",
    "check_may_pool",
    "check_periods",
    "going",
    "silent",
    "terms",
    "year_of",
]

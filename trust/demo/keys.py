"""The same identifiers and moments at every building of the demonstration, so that its addresses keep."""

from datetime import date, datetime, time
from uuid import NAMESPACE_URL, UUID, uuid5

from trust.foundation.kernel.time import LONDON


def moment(day: date) -> datetime:
    return datetime.combine(day, time(10, 0), LONDON)


def same(*words: object) -> UUID:
    """The same identifier at every building, so that addresses in the demonstration keep."""
    return uuid5(NAMESPACE_URL, "/".join(["demonstration", *map(str, words)]))

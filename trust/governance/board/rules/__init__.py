"""Is a Board properly made up? Facts of one day and the law of a day in, findings with their reasons out."""

from trust.foundation.statute.findings import Finding, days_of_change, urgency
from trust.governance.board.rules.findings import check, in_short

__all__ = ["Finding", "check", "days_of_change", "in_short", "urgency"]

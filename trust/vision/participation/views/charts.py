"""How well each group was reached, drawn: 100 is as many as live here."""

from collections.abc import Sequence

from trust.foundation.design.charts import Chart, Comparator, Row, ranked_list
from trust.vision.participation.queries import ReachLine

AS_MANY = 100


def reach_chart(lines: Sequence[ReachLine]) -> Chart | None:
    """Nothing where no group can be set against those who live here."""
    rows = [_row(line) for line in lines if line.reach]
    if not rows:
        return None
    under = [line.name for line in lines if line.reach and line.reach.words == "under-reached"]
    said = (
        f"Fewer answered than live here: {', '.join(under)}." if under else "No group was clearly left out."
    )
    return ranked_list(
        rows,
        unit="",
        title="How well each group was reached",
        description=f"{said} At 100 a group’s share of the answers is its share of those who live here.",
        comparator=Comparator("As many as live here", AS_MANY),
    )


def _row(line: ReachLine) -> Row:
    found = line.reach
    if found is None:
        raise ValueError(f"{line.name} has no reach to draw.")
    scale = AS_MANY / found.population_share
    under = found.words == "under-reached"
    return Row(
        line.name,
        round(found.index, 1),
        round(found.share.lower * scale, 1),
        round(found.share.upper * scale, 1),
        role="group" if under else "plain",
    )

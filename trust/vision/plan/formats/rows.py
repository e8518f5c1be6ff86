"""A plan as a table of rows: the columns that leave, and how those that arrive are recognised."""

from collections.abc import Sequence

from trust.vision.plan.formats.published import PublishedRow

COLUMNS = (
    "Priority", "County or own", "What", "Who", "Helps", "How", "By when", "Success measure", "Baseline",
    "Baseline year", "Targets", "State",
)  # fmt: skip


def as_cells(row: PublishedRow) -> Sequence[object]:
    """A row as it leaves; it can be brought back as it is."""
    return (
        row.priority, "county" if row.priority_id else "own", row.what, row.owner, row.helps, row.how,
        row.due, row.success, row.baseline, row.baseline_period,
        "; ".join(f"{period}: {aim}" for period, aim in row.targets), row.state,
    )  # fmt: skip

"""The districts most alike, worked out from the indices of deprivation: DfE’s lists have no districts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from trust.foundation.statistics.alike import nearest
from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.neighbours import Neighbours
from trust.vision.outcomes.formats.official.places import place_name
from trust.vision.outcomes.formats.rows import Row

DISTRICT = "E07"
MANY, FEWEST_DOMAINS = 10, 5
# The whole index would count its domains twice; older people are not whom this is about.
LEFT_OUT = frozenset({"Index of Multiple Deprivation", "Income Deprivation Affecting Older People"})
# A score says how far apart two places are; an edition that gives only ranks still says who is near.
SAID = ("average score", "rank average score")
WORKED_OUT = "Worked out here from the indices of deprivation {}: {} measures, each in standard deviations"


def districts_alike(rows: Sequence[Row], entries: Mapping[str, Entry]) -> list[tuple[str, Neighbours]]:
    """For each district of the file the ten places most like it, by each edition's domains."""
    return [
        found for edition in sorted({row.period for row in rows}) for found in _of(edition, rows, entries)
    ]


def _of(edition: str, rows: Sequence[Row], entries: Mapping[str, Entry]) -> Iterator[tuple[str, Neighbours]]:
    for said in SAID:
        domains, table = _table(said, edition, rows, entries)
        if len(domains) >= FEWEST_DOMAINS and len(table) > MANY:
            yield from _sets(edition, len(domains), table, next(row.licence for row in rows))
            return


def _table(
    said: str, edition: str, rows: Sequence[Row], entries: Mapping[str, Entry]
) -> tuple[list[str], dict[str, list[float]]]:
    """The domains, and of each place that has them all its figures in their order."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for row in rows:
        domain, _, what = entries[row.indicator].title.partition(": ")
        if row.value is not None and what == f"{said}, {edition}" and domain not in LEFT_OUT:
            found[row.area][domain] = row.value
    domains = sorted({domain for figures in found.values() for domain in figures})
    whole = {area: figures for area, figures in sorted(found.items()) if len(figures) == len(domains)}
    return domains, {area: [figures[domain] for domain in domains] for area, figures in whole.items()}


def _sets(
    edition: str, domains: int, table: Mapping[str, Sequence[float]], licence: str
) -> Iterator[tuple[str, Neighbours]]:
    areas, source = list(table), WORKED_OUT.format(edition, domains)
    for area, members in zip(areas, nearest(list(table.values()), MANY).tolist(), strict=True):
        if area.startswith(DISTRICT):
            alike = tuple((areas[place], place_name(areas[place])) for place in members)
            yield (
                area,
                Neighbours(f"{edition}, deprivation", date(int(edition), 12, 31), source, licence, alike),
            )

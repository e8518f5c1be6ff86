"""A place beside its region and England: whether it moved with the country or alone."""

from dataclasses import dataclass

from trust.foundation.kernel.english import listed, opened, within
from trust.vision.outcomes.queries.explore_figures import Company
from trust.vision.outcomes.queries.listing import latest_of
from trust.vision.outcomes.rules import sentences
from trust.vision.outcomes.rules.explore_answers import Answer, all_of
from trust.vision.outcomes.rules.explore_compare import WORDS, beside
from trust.vision.outcomes.rules.explore_method import TESTED
from trust.vision.outcomes.rules.figures import Figure, since
from trust.vision.outcomes.words import ENGLAND


@dataclass(frozen=True, kw_only=True)
class WiderAnswer(Answer):
    """The place first, then the region and England as far as they have figures."""

    lines: tuple[tuple[str, list[Figure]], ...]


def beside_wider(company: Company) -> WiderAnswer:
    wider = [code for code in (company.region, ENGLAND) if _counts(company, code)]
    areas = (company.place.value, *wider)
    mine = company.latest
    told = [_told(company, mine, code) for code in wider]
    return WiderAnswer(
        heading=f"{company.place.label} is {listed(told)}" if mine else "",
        lede=_lede(company, areas),
        method=(("Better or worse", TESTED),),
        used=all_of(company.names, company.courses, areas),
        lines=tuple((company.names[area], company.course(area)) for area in areas),
    )


def _counts(company: Company, code: str) -> bool:
    return bool(code) and code != company.place.value and latest_of(company.course(code)) is not None


def _told(company: Company, mine: Figure | None, code: str) -> str:
    name = company.names[code]
    theirs = company.at(code, mine)
    where = beside(mine, theirs, company.card.measured)
    if mine is None or theirs is None or theirs.value is None:
        return f"without a figure of {name} to stand beside"
    if where is None:
        above = "above" if (mine.value or 0) > theirs.value else "below"
        return f"{above} {name}, as far as figures without intervals can say"
    words = WORDS[where]
    return f"{words} from {name}" if words.startswith("not") else f"{words} than {name}"


def _lede(company: Company, areas: tuple[str, ...]) -> str:
    """What became of each since the period that the place is measured from."""
    said = []
    for area in areas:
        found = latest_of(company.course(area))
        became = since(company.course(area), company.card.measured)
        if found and found.value is not None:
            amount = sentences.with_unit(found.value, company.card.unit)
            tail = f" ({within(became.sentence)})" if became and became.direction else ""
            said.append(f"{company.names[area]} {amount} in {found.period}{tail}")
    return f"{opened('; '.join(said))}."

"""A place among those most like it: who had figures, who clearly differs, and all of them together."""

from dataclasses import dataclass

from trust.foundation.kernel.english import number
from trust.foundation.kernel.time import in_words
from trust.foundation.statistics.words import Standing
from trust.vision.outcomes.queries.explore_figures import Company
from trust.vision.outcomes.queries.pages import Ranked
from trust.vision.outcomes.rules import sentences
from trust.vision.outcomes.rules.explore_answers import Answer, all_of
from trust.vision.outcomes.rules.explore_compare import WORDS, among, beside
from trust.vision.outcomes.rules.explore_method import (
    CHOSEN_BY,
    NO_SUM,
    OVERLAP,
    TESTED,
    UNRANKED,
    WORKED_OUT,
)
from trust.vision.outcomes.rules.figures import Figure, summed, with_limits
from trust.vision.outcomes.words import ENGLAND


@dataclass(frozen=True, kw_only=True)
class NeighboursAnswer(Answer):
    """`rows` are of one period, the county among them; `ranked` where every figure has an interval."""

    rows: tuple[Ranked, ...]
    period: str
    ranked: bool
    had: str
    together: str
    england: Figure | None


def among_neighbours(company: Company) -> NeighboursAnswer:
    """Its latest figure beside those of the same months; the caller has asked whether it can be."""
    mine = company.latest
    if mine is None:
        raise ValueError("A place without a figure stands beside nobody.")
    rows = [_row(company, code, mine) for code in (company.place.value, *company.alike)]
    known = [row for row in rows if row.figure and row.figure.value is not None]
    ranked = all(row.figure and row.figure.interval for row in known)
    together = _together(company, [row.code for row in known if not row.is_subject], mine)
    return NeighboursAnswer(
        heading=_heading(company, known, mine),
        lede=_lede(company, known, mine, together),
        cares=(OVERLAP if ranked else UNRANKED,),
        method=_method(company),
        used=all_of(company.names, company.courses, [row.code for row in rows]),
        rows=tuple(rows),
        period=mine.period,
        ranked=ranked,
        had=_had(company, known),
        together=_together_words(company, together),
        england=company.at(ENGLAND, mine),
    )


def _row(company: Company, code: str, mine: Figure) -> Ranked:
    figure = company.at(code, mine)
    if code == company.place.value:
        return Ranked(code, company.names[code], figure, "", is_subject=True)
    where = beside(figure, mine, company.card.measured)
    return Ranked(code, company.names[code], figure, WORDS[where] if figure else "")


def _standings(company: Company, known: list[Ranked], mine: Figure) -> list[Standing]:
    found = (beside(mine, row.figure, company.card.measured) for row in known if not row.is_subject)
    return [where for where in found if where]


def _heading(company: Company, known: list[Ranked], mine: Figure) -> str:
    standings = _standings(company, known, mine)
    if standings:
        return among(company.place.label, standings, f"places most like it in {mine.period}")
    others = [(row.name, row.figure) for row in known if not row.is_subject]
    return f"{sentences.spread(others)}, among the places most like {company.place.label}"


def _lede(company: Company, known: list[Ranked], mine: Figure, together: Figure | None) -> str:
    said = f"{company.place.label} was {sentences.with_unit(mine.value or 0, company.card.unit)}"
    if together and together.value is not None:
        said += f"; the others together were {sentences.with_unit(together.value, company.card.unit)}"
    return f"{said} in {mine.period}. {_had(company, known)}."


def _had(company: Company, known: list[Ranked]) -> str:
    others = len([row for row in known if not row.is_subject])
    whole = len(company.alike)
    return f"{number(others).capitalize()} of {number(whole)} had figures"


def _together(company: Company, codes: list[str], mine: Figure) -> Figure | None:
    """The others' counts added up; None where any of them has no counts."""
    parts = [figure for code in codes if (figure := company.at(code, mine))]
    whole = with_limits([summed(parts, places=len(codes))], company.card.measured)[0] if parts else None
    return whole if whole and whole.value is not None else None


def _together_words(company: Company, together: Figure | None) -> str:
    if together is None or together.tally is None:
        return NO_SUM
    tally = together.tally
    return (
        f"Together they come to {sentences.with_unit(together.value or 0, company.card.unit)} "
        f"({together.between}): {tally.count:,} of {tally.out_of:,}, added up place by place."
    )


def _method(company: Company) -> tuple[tuple[str, str], ...]:
    chosen = company.chosen
    if chosen is None:
        return ()
    known = f"{chosen.source}: the set {chosen.name}, known on {in_words(chosen.known_on)}."
    how = CHOSEN_BY if company.is_whole else WORKED_OUT
    return (("The places", f"{known} {how}"), ("Better or worse", TESTED))

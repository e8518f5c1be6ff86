"""Every district over time, and what became of each."""

from collections import Counter
from dataclasses import dataclass

from trust.foundation.kernel.english import counted, listed, number, opened
from trust.vision.outcomes.queries.explore_figures import Company
from trust.vision.outcomes.rules import sentences
from trust.vision.outcomes.rules.explore_answers import Answer, all_of
from trust.vision.outcomes.rules.explore_method import TESTED_OVER_TIME
from trust.vision.outcomes.rules.figures import Figure, Since, since


@dataclass(frozen=True, kw_only=True)
class PlacesAnswer(Answer):
    """Each place with its figures and what became of them, by name; beside them the county's."""

    places: tuple[tuple[str, str, list[Figure], Since | None], ...]
    whole: tuple[str, list[Figure]]


def every_place(company: Company) -> PlacesAnswer:
    codes = company.districts
    became = {code: since(company.course(code), company.card.measured) for code in codes}
    newest = company.newest(codes)
    named = [(company.names[code], company.at(code, newest)) for code in codes]
    spread = sentences.spread(named)
    return PlacesAnswer(
        heading=f"{spread} in {newest.period}" if newest else "",
        lede=_lede([became[code] for code in codes]),
        method=(("Better or worse", TESTED_OVER_TIME),),
        used=all_of(company.names, company.courses, (company.county, *codes)),
        places=tuple((code, company.names[code], company.course(code), became[code]) for code in codes),
        whole=(company.names.get(company.county, ""), company.course(company.county)),
    )


def _lede(became: list[Since | None]) -> str:
    """How many got better, got worse or did not clearly change; why not, where nothing could be tested."""
    tested = [one for one in became if one and one.direction]
    if not tested:
        reason = next((one.sentence for one in became if one), "This is the first figure")
        return f"{reason}."
    counts = Counter(str(one.direction) for one in tested if one.direction)
    told = [
        f"{counted(counts[word], 'district')} {verb}"
        for word, verb in (("better", "got better"), ("worse", "got worse"))
        if counts[word]
    ]
    unclear = counts["no clear change"]
    if unclear:
        told.append(f"{number(unclear)} did not clearly change")
    periods = sorted({one.period for one in tested})
    start = f"since {periods[0]}" if len(periods) == 1 else "over the periods that each has"
    return f"{opened(listed(told))} {start}."

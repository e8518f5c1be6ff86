from collections.abc import Iterable, Sequence
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from trust.foundation.design.files import sent_table
from trust.foundation.design.pages import Asked, page
from trust.foundation.kernel.english import number
from trust.foundation.kernel.time import in_words
from trust.foundation.statute.findings import Result
from trust.governance.board.forms import WhichDay
from trust.governance.board.queries import board_check as check_board
from trust.governance.board.queries import composition_law, days_of_new_boards, the_board
from trust.governance.board.rules import Finding, days_of_change, in_short
from trust.governance.board.words import FORCES, Chip

COLUMNS = (
    "rule", "result", "force", "who_must_be_there", "who_is", "found", "what_to_do", "law", "where",
    "board_of", "law_of",
)  # fmt: skip
MARKS = {Result.MET: "✓", Result.MISSING: "✗", Result.CANNOT_TELL: "?", Result.DOES_NOT_APPLY: "–"}


@page(needs="public")
def board_check(request: Asked) -> HttpResponse:
    """Whether the Board of a day is properly made up, failures first, each with what to do."""
    on = request.GET.get("on") or in_words(request.day)
    form = WhichDay({"on": on, "law_on": request.GET.get("law_on", "")})
    if not form.is_valid():
        return render(request, "board/check.html", {"form": form, "day": request.day}, status=400)
    day = form.cleaned_data["on"]
    law_day = form.cleaned_data["law_on"] or day
    findings = check_board(day, law_day)
    if request.GET.get("format") == "csv":
        return as_file(findings, day, law_day)
    return render(request, "board/check.html", {"form": form, **shown(findings, day, law_day)})


def shown(findings: Sequence[Finding], day: date, law_day: date) -> dict[str, object]:
    law = [one for one in findings if one.by_law]
    return {
        "day": day,
        "law_day": law_day,
        "board": the_board(day),
        "lede": in_short(findings),
        "verdict": verdict(law),
        "sections": [
            section("law", "Required by law", law),
            section("good", "Guidance and good practice", [one for one in findings if not one.by_law]),
        ],
        "idle": [line(one) for one in findings if one.result is Result.DOES_NOT_APPLY],
        "idle_words": counted(sum(one.result is Result.DOES_NOT_APPLY for one in findings), "not apply"),
        "others": [other for other in days_of_change(composition_law()) if other != law_day],
        "over_time": over_time(),
    }


def over_time() -> list[tuple[date, str, str]]:
    """How the answer changed: each day on which the Board or the law did, judged by its own law."""
    days = sorted({*days_of_new_boards(), *days_of_change(composition_law())})
    boards = [(day, the_board(day)) for day in days]
    return [(day, board.name, in_short(check_board(day))) for day, board in boards if board]


def verdict(law: Sequence[Finding]) -> str:
    results = {one.result for one in law}
    if Result.MISSING in results:
        return "Not yet."
    if Result.CANNOT_TELL in results:
        return "We cannot tell."
    return "Yes." if Result.MET in results else ""


def section(name: str, title: str, findings: Sequence[Finding]) -> dict[str, object]:
    applies = [one for one in findings if one.result is not Result.DOES_NOT_APPLY]
    met = [one for one in applies if one.result is Result.MET]
    return {
        "id": name,
        "title": f"{title}: {len(met)} of {len(applies)} in place" if applies else f"{title}: nothing yet",
        "open": [line(one) for one in applies if one.result is not Result.MET],
        "met": [line(one) for one in met],
        "met_words": counted(len(met), "met"),
        "any": bool(applies),
    }


def counted(count: int, what: str) -> str:
    """
    >>> counted(1, "met"), counted(3, "not apply")
    ('One rule is met', 'Three rules do not apply')
    """
    one, many = ("is", "are") if what == "met" else ("does", "do")
    return f"{number(count).capitalize()} {f'rule {one}' if count == 1 else f'rules {many}'} {what}"


def line(one: Finding) -> dict[str, object]:
    return {"finding": one, "chip": chip(one), "force": FORCES[one.force], "red": red(one)}


def red(one: Finding) -> bool:
    """Only a legal duty that is missing is red."""
    return one.by_law and one.result is Result.MISSING


def chip(one: Finding) -> Chip:
    colour = "r" if red(one) else "g" if one.result is Result.MET else "u"
    return Chip(colour, MARKS[one.result], one.result)


def as_file(findings: Iterable[Finding], day: date, law_day: date) -> HttpResponse:
    rows = (
        (
            one.rule, one.result, FORCES[one.force], one.what, "; ".join(one.who), one.what_is_wrong, one.ask,
            one.law, one.where, in_words(day), in_words(law_day),
        )
        for one in findings
    )  # fmt: skip
    return sent_table(COLUMNS, rows, f"board-check-{day}.csv")

"""The gap between two groups: the page, its drawing and its table to take away."""

from collections.abc import Sequence
from dataclasses import asdict, replace

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from trust.foundation.design.charts import Chart, Point, Series
from trust.foundation.design.charts.gap import gap_chart
from trust.foundation.design.charts.given import Bracket
from trust.foundation.design.charts.split import Pull, split_bars
from trust.foundation.design.files import sent_file, sent_table
from trust.foundation.design.pages import Asked, page
from trust.foundation.design.pictures import png_of
from trust.foundation.kernel.english import opened
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.kernel.tables import as_xlsx
from trust.vision.outcomes.queries.gaps import EVERYONE, REST, GapAnswer, GapQuestion, gap_answer
from trust.vision.outcomes.rules import gap_words
from trust.vision.outcomes.rules.figures import Figure, number
from trust.vision.outcomes.rules.gaps import GapPoint, GapStory
from trust.vision.outcomes.rules.splits import Part
from trust.vision.outcomes.views.explore_day import kept, on_the_day_asked
from trust.vision.outcomes.views.taken import about_page

COLUMNS = (
    "indicator", "unit", "within", "group", "others", "period",
    "group_count", "group_out_of", "group_value", "group_lower", "group_upper", "group_mark",
    "others_count", "others_out_of", "others_value", "others_lower", "others_upper", "others_mark",
    "gap", "gap_lower", "gap_upper", "ratio", "ratio_lower", "ratio_upper",
)  # fmt: skip
UNSAID = "–"


@page(needs="public")
@on_the_day_asked
def one_gap(request: Asked, code: str) -> HttpResponse:
    found = _found(request, code)
    story = found.story
    context = {
        "found": found,
        "story": story,
        "day": request.day,
        "chart": drawn(found),
        "split": drawn_split(found),
        "parts": _parts(story),
        "rows": [_row(point) for point in reversed(story.points)],
        "size": gap_words.size(story.last, story, found.card.unit),
        "proportion": gap_words.in_proportion(story.last, story),
        "change": gap_words.change_told(story, found.card.unit),
        "warning": gap_words.warning(story),
        "looks": gap_words.LOOKS,
        "unit": gap_words.apart_unit(found.card.unit),
        "sources": sorted(
            {f.source for point in story.points for f in (point.group, point.others) if f.source}
        ),
        "rest": REST,
        "everyone": EVERYONE,
        "address": _address(found.asked, request),
        "as_of": request.day.isoformat(),
        "others_address": _address(replace(found.asked, others=REST), request),
    }
    return render(request, "outcomes/gap.html", context)


@page(needs="public")
@on_the_day_asked
def gap_figures(request: Asked, code: str) -> HttpResponse:
    found = _found(request, code)
    rows = (_taken(found, point) for point in found.story.points)
    return sent_table(COLUMNS, rows, f"{code}-gap-{request.day}.csv")


@page(needs="public")
@on_the_day_asked
def gap_drawing(request: Asked, code: str) -> HttpResponse:
    """The chart as a drawing of its own; errors: NotFound where there is nothing to draw."""
    chart = _chart(request, code)
    drawn = render(request, "outcomes/chart.svg", {"drawing": chart.wide})
    return sent_file(drawn.content, f"{code}-gap-{request.day}.svg")


@page(needs="public")
@on_the_day_asked
def gap_picture(request: Asked, code: str) -> HttpResponse:
    """The chart as PNG, for where a drawing cannot go; errors: NotFound where there is nothing to draw."""
    return sent_file(png_of(_chart(request, code).wide), f"{code}-gap-{request.day}.png")


@page(needs="public")
@on_the_day_asked
def gap_spreadsheet(request: Asked, code: str) -> HttpResponse:
    """The figures of both groups, with a second sheet that says what they are."""
    found = _found(request, code)
    about = [
        ("Measure", f"{found.card.title}, {found.card.unit}"),
        ("Finding", gap_words.change_told(found.story, found.card.unit)),
        *about_page(request, "outcomes:gap", code, _address(found.asked, request)),
    ]
    whole = as_xlsx(COLUMNS, (_taken(found, point) for point in found.story.points), about=about)
    return sent_file(whole, f"{code}-gap-{request.day}.xlsx")


def _chart(request: Asked, code: str) -> Chart:
    chart = drawn(_found(request, code))
    if chart is None:
        raise NotFound
    return chart


def _found(request: Asked, code: str) -> GapAnswer:
    said = request.GET
    question = GapQuestion(
        said.get("area", ""),
        ",".join(said.getlist("group")),
        ",".join(said.getlist("others")),
        said.get("since", ""),
    )
    return gap_answer(code, question, as_of=request.day)


def _address(asked: GapQuestion, request: Asked) -> str:
    """The address of a gap whatever would be chosen by default on another day."""
    return urlencode(kept(request, **asdict(asked)))


def drawn(found: GapAnswer) -> Chart | None:
    """Both lines and the gap between them; nothing where neither side has a figure."""
    story, card = found.story, found.card
    group = _line(opened(story.group_name), [point.group for point in story.points], "group")
    others = _line(opened(story.others_name), [point.others for point in story.points], "subject")
    if not (group.last or others.last):
        return None
    first, last = story.first, story.last
    return gap_chart(
        group,
        others,
        unit="%" if card.unit.startswith("%") else "",
        title=f"{card.plain_title}, {card.unit}: {story.group_name} and {story.others_name}",
        description=f"{story.sentence} {story.who_moved}".strip(),
        first=f"gap {gap_words.amount(first.apart)}"
        if first and first.apart is not None and first is not last
        else "",
        last=_bracket(last),
    )


def _bracket(last: GapPoint | None) -> Bracket | None:
    if last is None or last.apart is None:
        return None
    sure = f"({gap_words.limits(last.gap)})" if last.gap else "(no interval)"
    return Bracket(f"Gap {gap_words.amount(last.apart)}", sure)


def _line(name: str, figures: Sequence[Figure], role: str) -> Series:
    points = tuple(Point(f.period, f.value, f.lower, f.upper, f.in_years) for f in figures)
    known = [figure for figure in figures if figure.value is not None]
    label = f"{name} {known[-1].said}" if known else name
    tally = known[-1].tally if known else None
    note = f"{tally.count:,} of {tally.out_of:,}" if tally else ""
    return Series(name, points, "group" if role == "group" else "subject", label, note)


def drawn_split(found: GapAnswer) -> Chart | None:
    split = found.story.split
    if split is None:
        return None
    pulls = [
        _pull(split.behind, "group"),
        _pull(split.ahead, "subject"),
        Pull(
            "Both together",
            "how much closer they are",
            split.closed.value,
            split.closed.lower,
            split.closed.upper,
        ),
    ]
    description = "; ".join(f"{part.name} {gap_words.moved(part)}" for part in (split.behind, split.ahead))
    return split_bars(pulls, title="Who moved", description=f"{description}. {split.pace}")


def _pull(part: Part, role: str) -> Pull:
    interval, words = part.closing, gap_words.moved(part).split(" (")[0]
    return Pull(
        opened(part.name),
        words,
        interval.value,
        interval.lower,
        interval.upper,
        "group" if role == "group" else "subject",
    )


def _parts(story: GapStory) -> list[tuple[str, ...]]:
    """Each side's movement as a row: from, to, what it did, and how much closer that brought the two."""
    if story.split is None:
        return []
    sides = [
        (
            opened(part.name),
            number(part.before),
            number(part.after),
            gap_words.moved(part),
            gap_words.closing(part.closing),
        )
        for part in (story.split.behind, story.split.ahead)
    ]
    return [*sides, ("Both together", UNSAID, UNSAID, UNSAID, gap_words.closing(story.split.closed))]


def _row(point: GapPoint) -> dict[str, object]:
    return {
        "period": point.period,
        "group": point.group,
        "others": point.others,
        "gap": gap_words.gap_cell(point),
        "ratio": gap_words.ratio_cell(point),
    }


def _taken(found: GapAnswer, point: GapPoint) -> tuple[object, ...]:
    story = found.story
    about = (
        found.card.code,
        found.card.unit,
        found.within,
        story.group_name,
        story.others_name,
        point.period,
    )
    gap = (point.apart, point.gap and point.gap.lower, point.gap and point.gap.upper)
    ratio = (point.times, point.ratio and point.ratio.lower, point.ratio and point.ratio.upper)
    return (*about, *_cells(point.group), *_cells(point.others), *gap, *ratio)


def _cells(figure: Figure) -> tuple[object, ...]:
    return figure.numerator, figure.denominator, figure.value, figure.lower, figure.upper, figure.mark.label

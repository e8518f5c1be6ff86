"""What a way of looking gives to take away: figures as CSV and as a spreadsheet, pictures as files."""

from collections.abc import Iterable

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from trust.foundation.design.charts import Drawing
from trust.foundation.design.files import sent_file, sent_table
from trust.foundation.design.pages import Asked, page
from trust.foundation.design.pictures import png_of, svg_of
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.kernel.tables import as_xlsx
from trust.foundation.kernel.time import in_words
from trust.vision.outcomes.rules.explore_answers import Answer
from trust.vision.outcomes.views.explore import Look, look
from trust.vision.outcomes.views.explore_charts import pictures_of
from trust.vision.outcomes.views.explore_day import on_the_day_asked


@page(needs="public")
@on_the_day_asked
def way_as_csv(request: Asked, code: str, way: str) -> HttpResponse:
    seen = look(request, code, way)
    sheet = answer_of(seen).sheet
    return sent_table(sheet.columns, sheet.rows, file_name(seen, "csv"))


@page(needs="public")
@on_the_day_asked
def way_as_spreadsheet(request: Asked, code: str, way: str) -> HttpResponse:
    seen = look(request, code, way)
    answer = answer_of(seen)
    sheet = answer.sheet
    whole = as_xlsx(sheet.columns, sheet.rows, about=list(about(request, seen, answer)))
    return sent_file(whole, file_name(seen, "xlsx"))


@page(needs="public")
@on_the_day_asked
def way_as_svg(request: Asked, code: str, way: str, picture: str) -> HttpResponse:
    seen = look(request, code, way)
    drawn = svg_of(drawing_of(seen, picture))
    return sent_file(drawn, file_name(seen, "svg", picture))


@page(needs="public")
@on_the_day_asked
def way_as_png(request: Asked, code: str, way: str, picture: str) -> HttpResponse:
    seen = look(request, code, way)
    drawn = png_of(drawing_of(seen, picture))
    return sent_file(drawn, file_name(seen, "png", picture))


def answer_of(seen: Look) -> Answer:
    if seen.answer is None:
        raise NotFound
    return seen.answer


def drawing_of(seen: Look, key: str) -> Drawing:
    """The picture that an address names; errors: NotFound where it is none, or a table without a chart."""
    found = pictures_of(answer_of(seen), seen.company)
    chart = next((picture.chart for picture in found if picture.key == key), None)
    if chart is None:
        raise NotFound
    return chart.wide


def about(request: Asked, seen: Look, answer: Answer) -> Iterable[tuple[str, str]]:
    """The second sheet: what the figures are, whence, under which licence, and where they can be seen."""
    card = seen.company.card
    address = reverse("outcomes:way", args=[card.code, seen.way.key])
    permanent = urlencode({**seen.kept, "as_of": request.day.isoformat()})
    yield "Measure", f"{card.title}, {card.unit}"
    yield "Way of looking", seen.way.label
    yield "Place", seen.company.place.label
    yield "Finding", f"{answer.heading}. {answer.lede}"
    yield "As it was known on", in_words(request.day)
    for source in answer.sources:
        yield "Source and licence", source
    yield from answer.method
    for care in answer.cares:
        yield "Take care", care
    yield "Permanent address", request.build_absolute_uri(f"{address}?{permanent}")


def file_name(seen: Look, kind: str, picture: str = "") -> str:
    company = seen.company
    parts = [company.card.code, seen.way.key, picture, company.place.value, company.as_of.isoformat()]
    return f"{'-'.join(filter(None, parts))}.{kind}"

"""The parts as they are drawn: GOV.UK markup, nothing inline, words escaped."""

import re
from typing import Any

from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string

from trust.foundation.design.charts import Point, Series, line_chart, table_of_lines
from trust.foundation.design.examples import charts
from trust.foundation.design.forms import EveryField

DRAWINGS = {name: chart for name, chart in charts().items() if not name.endswith("table")}


def drawn(source: str, **context: Any) -> str:
    return Template(source).render(Context(context))


def field(name: str, form: forms.Form) -> str:
    return drawn("{% field bound %}", bound=form[name])


def every_chart() -> str:
    wide = [getattr(chart, "wide", chart) for chart in DRAWINGS.values()]
    return "".join(render_to_string("design/charts/drawing.html", {"drawing": drawing}) for drawing in wide)


def test_drawings_carry_no_inline_style_and_no_script() -> None:
    html = every_chart()
    assert not re.search(r"style=|<script|<style| on\w+=", html)
    assert html.count("<svg") == len(DRAWINGS)


def test_every_drawing_says_what_it_shows() -> None:
    assert re.findall(r'<svg[^>]* aria-label="([^"]+)"', every_chart()) == [
        f"{drawing.title}. {drawing.description}"
        for drawing in (getattr(chart, "wide", chart) for chart in DRAWINGS.values())
    ]


def test_a_name_from_a_file_cannot_become_markup() -> None:
    chart = line_chart(
        [Series("<b>x</b>", (Point("2008", 1.0),))], unit="", title='"><script>', description=""
    )
    html = render_to_string("design/charts/line.html", {"chart": chart})
    assert "<script>" not in html
    assert "<b>" not in html


def test_a_figure_carries_its_table_its_source_and_its_mark() -> None:
    series = [Series("Hampshire", (Point("2008", 41.25, 38.0, 44.6), Point("2009", None)))]
    table = table_of_lines(series, unit="%", caption="Homes")
    context = {"table": table, "source": "inspections.", "invented": True, "download_url": "/x.csv"}
    html = render_to_string("design/charts/figure.html", context)
    assert "41.3% (38.0 to 44.6)" in html
    assert "not published" in html
    assert "Source: inspections." in html
    assert "invented" in html
    assert 'href="/x.csv"' in html


def test_choices_stand_in_a_fieldset_with_their_question() -> None:
    html = field("held", EveryField())
    assert "<fieldset" in html
    assert html.count('class="govuk-radios__input"') == 3


def test_one_box_to_tick_has_its_label_beside_it() -> None:
    html = field("told", EveryField())
    assert 'class="govuk-checkboxes__input"' in html
    assert 'class="govuk-label govuk-checkboxes__label" for="id_told"' in html


def test_a_field_that_may_be_left_says_so() -> None:
    assert "(optional)" in field("reaches", EveryField())
    assert "(optional)" not in field("what", EveryField())


def test_a_refused_owner_is_said_at_the_top_and_at_the_field() -> None:
    wrong = EveryField({"what": "Buses"})
    sentence = "The Board cannot own an action: choose the partner that will do it."
    summary = render_to_string("design/error_summary.html", {"form": wrong})
    assert f'<a href="#id_owner">{sentence}</a>' in summary
    assert 'class="govuk-select govuk-select--error"' in field("owner", wrong)


def test_a_column_sorts_and_turns_round() -> None:
    tag = '{% sort_head "Due" "due" sort=sort others="q=x&" %}'
    assert 'aria-sort="none"><a href="?q=x&amp;sort=due"' in drawn(tag, sort="what")
    assert 'aria-sort="ascending"><a href="?q=x&amp;sort=-due"' in drawn(tag, sort="due")
    assert 'aria-sort="descending"><a href="?q=x&amp;sort=due"' in drawn(tag, sort="-due")


def test_every_part_is_on_the_page_of_parts(database: str, visitor: Any) -> None:
    html = visitor.get("/design/").content.decode()
    for kind in (
        "govuk-radios",
        "govuk-error-summary",
        "st--r",
        "thread",
        "refuse",
        "empty",
        "receipt",
        "kv",
    ):
        assert kind in html

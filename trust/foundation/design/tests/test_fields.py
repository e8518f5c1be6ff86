from datetime import date

import pytest
from django import forms
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.design.fields import DayField
from trust.foundation.design.templatetags.design import day, figure, money
from trust.foundation.kernel.days import parse_day


@pytest.mark.parametrize(
    "text",
    [
        "8 June 2010",
        "8 Jun 2010",
        "8th june, 2010",
        "08/06/2010",
        "8.6.2010",
        "8 6 2010",
        "8-6-2010",
        "2010-06-08",
        " 8  June  2010 ",
    ],
)
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert parse_day(text) == date(2010, 6, 8)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("tomorrow", "not a day we can read"),
        ("31 June 2010", "no such day"),
        ("8 Jux 2010", "not a day we can read"),
        ("1 June 0210", "too far away"),
        ("", "not a day"),
    ],
)
def test_a_day_that_is_none_is_refused_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        parse_day(text)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_what_we_write_we_can_read(when: date) -> None:
    assert parse_day(f"{when.day} {when:%B %Y}") == parse_day(when.isoformat()) == when


def test_figures_round_half_up_once_and_missing_is_not_nought() -> None:
    assert [figure(0.25), figure(0.05), figure(7), figure(1234.56), figure(None)] == [
        "0.3",
        "0.1",
        "7",
        "1,234.6",
        "not known",
    ]


def test_money_and_days_read_as_they_are_said() -> None:
    assert money(None) == "not known"
    assert day(date(2010, 6, 8)) == "8\u00a0June\u00a02010"


class Leaving(forms.Form):
    when = DayField(label="By when?", help_text="For example, 31 March 2011.")
    how = forms.ChoiceField(
        label="How?", choices=[("a", "By bus"), ("b", "On foot")], widget=forms.RadioSelect
    )


def drawn(form: forms.Form) -> str:
    return Template(
        '{% field form.when %}{% field form.how %}{% include "design/error_summary.html" %}'
    ).render(Context({"form": form}))


def test_a_field_is_tied_to_its_hint_and_its_error() -> None:
    html = drawn(Leaving({"when": "soon"}))
    assert 'aria-describedby="id_when-hint id_when-error"' in html
    assert 'aria-invalid="true"' in html
    assert 'href="#id_when"' in html


def test_an_error_of_a_choice_links_to_the_first_one() -> None:
    html = drawn(Leaving({"when": "8 June 2010"}))
    assert 'href="#id_how_0"' in html
    assert '<legend class="govuk-fieldset__legend">How?</legend>' in html

from datetime import date

import pytest

from trust.foundation.directory import queries as directory
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.statistics.words import Verdict
from trust.vision.outcomes import queries

pytestmark = pytest.mark.usefixtures("database")

JUNE = date(2010, 6, 8)
COUNTY, ENGLAND = "E10000014", "E92000001"
WORST = ("E07000088", "E07000090")
NI_112 = "ni-112"


def the_rest() -> tuple[str, ...]:
    return tuple(place.code for place in directory.districts(on=JUNE) if place.code not in WORST)


def test_a_series_is_in_order_with_its_limits_and_source() -> None:
    series = queries.series(NI_112, area=COUNTY, as_of=JUNE)
    assert [figure.period for figure in series] == [str(year) for year in range(1998, 2009)]
    last = series[-1]
    assert (last.numerator, last.denominator) == (819, 24639)
    assert last.lower is not None
    assert last.upper is not None
    assert last.lower < 33.24 < last.upper


@pytest.mark.parametrize(
    ("day", "latest"), [(date(2006, 3, 20), "2004"), (date(2010, 2, 23), "2007"), (date(2010, 2, 24), "2008")]
)
def test_nothing_published_later_is_shown(day: date, latest: str) -> None:
    assert queries.series(NI_112, area=COUNTY, as_of=day)[-1].period == latest


def test_before_anything_was_published_there_is_nothing() -> None:
    assert queries.series(NI_112, area=COUNTY, as_of=date(1999, 1, 1)) == []


def test_a_measure_that_we_do_not_hold_is_not_found() -> None:
    with pytest.raises(NotFound):
        queries.series("ni-999", area=COUNTY, as_of=JUNE)


def test_an_area_is_a_value_and_never_part_of_the_question() -> None:
    assert queries.series(NI_112, area="' or 1=1 --", as_of=JUNE) == []


def test_girls_are_all_that_conceptions_are_about_and_boys_and_girls_are_kept_apart() -> None:
    assert {figure.sex for figure in queries.series(NI_112, area=COUNTY, as_of=JUNE)} == {"female"}
    everyone = queries.series("ni-56", area=COUNTY, as_of=JUNE)
    assert {figure.sex for figure in everyone} == {"all"}


def test_several_places_are_added_by_their_counts() -> None:
    both = queries.combined(NI_112, areas=WORST, as_of=JUNE)[-1]
    parts = [queries.series(NI_112, area=area, as_of=JUNE)[-1] for area in WORST]
    assert both.numerator == sum(part.numerator or 0 for part in parts)
    assert both.denominator == sum(part.denominator or 0 for part in parts)


def test_a_sum_lacks_what_one_of_its_places_lacks() -> None:
    [*_, last] = queries.combined(NI_112, areas=(*WORST, "E00000000"), as_of=JUNE)
    assert (last.value, last.mark.label) == (None, "not available")


def test_each_place_has_the_same_period() -> None:
    found = queries.latest_by_area(NI_112, areas=(*WORST, COUNTY, "E00000000"), as_of=JUNE)
    assert [row.figure.period if row.figure else None for row in found] == ["2008", "2008", "2008", None]


def test_the_gap_has_not_clearly_changed_and_the_sentence_says_no_more() -> None:
    story = queries.gap_story(NI_112, group=WORST, others=the_rest(), as_of=JUNE, since=None)
    assert story.sentence == (
        "The gap between Gosport and Havant and the rest of Hampshire has not clearly changed since 1998."
    )
    assert story.verdict is Verdict.NO_CLEAR_CHANGE
    assert story.p is not None
    assert story.p > 0.05
    assert (len(story.points), story.who_moved) == (11, "Neither clearly changed.")


def test_a_gap_can_be_told_from_a_later_year() -> None:
    story = queries.gap_story(NI_112, group=WORST, others=the_rest(), as_of=JUNE, since="2004")
    assert story.points[0].period == "2004"
    assert "since 2004" in story.sentence


def test_a_gap_that_was_not_known_is_not_told() -> None:
    story = queries.gap_story(NI_112, group=WORST, others=the_rest(), as_of=date(1999, 1, 1), since=None)
    assert (story.points, story.verdict) == ((), None)
    assert "no figures with their counts had been published by then" in story.sentence


def test_others_that_are_not_the_rest_are_named() -> None:
    story = queries.gap_story(NI_112, group=WORST[:1], others=("E07000089", "E07000094"), as_of=JUNE)
    assert (story.group_name, story.others_name) == ("Gosport", "Hart and Winchester")


def test_movement_is_since_the_period_before() -> None:
    card = queries.indicator(NI_112)
    assert queries.movement(card, queries.series(NI_112, area=COUNTY, as_of=JUNE)) == "no clear change"
    assert queries.movement(card, []) is None


def test_no_set_of_neighbours_was_known_in_2010() -> None:
    assert queries.neighbours(as_of=JUNE) is None
    later = queries.neighbours(as_of=date(2022, 1, 1))
    assert later
    assert (later.name, len(later.members)) == ("2021-04", 10)


def test_a_place_outside_the_directory_has_its_name_from_the_neighbours() -> None:
    names = queries.place_names(["E10000003", ENGLAND, "E00000000"], on=JUNE)
    assert list(names.values()) == ["Cambridgeshire", "England", "E00000000"]


def test_every_row_of_the_area_pack_is_good() -> None:
    assert queries.waiting_rows() == []
    assert len(queries.indicators()) >= 20

"""What a visitor reads about the bodies, the Board check and the decisions of Hampshire."""

import csv
import io
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from trust.foundation.statute.findings import Result
from trust.governance.board import queries
from trust.governance.board.queries.changes import compare

pytestmark = pytest.mark.usefixtures("database")

JUNE_2009, APRIL_2010, JUNE_2010 = date(2009, 6, 1), date(2010, 4, 1), date(2010, 6, 8)
BEFORE_ALL = "2004-01-01"


def reads(visitor: Client, address: str, status: int = 200) -> str:
    answer = visitor.get(address)
    assert answer.status_code == status, address
    return " ".join(answer.content.decode().replace("\xa0", " ").split())


def failing(on: date, law_on: date | None = None, *, by_law: bool = True) -> list[str]:
    found = queries.board_check(on, law_on)
    return [one.rule for one in found if one.result is Result.MISSING and one.by_law is by_law]


def test_on_8_june_2010_two_rules_of_law_are_not_met_and_one_cannot_be_told(visitor: Client) -> None:
    page = reads(visitor, "/who/board-check/?on=8+June+2010")
    assert "Is our Board properly made up on 8 June 2010?" in page
    assert "Not yet." in page
    assert "Two rules of law are not met, and for one we cannot tell. Ten are met." in page
    assert failing(JUNE_2010) == ["B02", "B04"]


def test_the_districts_that_nobody_speaks_for_are_named(visitor: Client) -> None:
    page = reads(visitor, "/who/board-check/?on=2010-06-08")
    assert "Nobody speaks for Gosport Borough Council or Rushmoor Borough Council." in page
    assert "Ask each council named for a seat of its own" in page


def test_a_letter_that_is_missing_is_good_practice_and_not_law() -> None:
    mandates = next(one for one in queries.board_check(JUNE_2010) if one.rule == "B02m")
    assert mandates.what_is_wrong == "No written mandate from Hart District Council: another speaks for them."
    assert not mandates.by_law


def test_on_1_june_2009_the_management_board_is_judged_and_no_law_is_broken(visitor: Client) -> None:
    page = reads(visitor, "/who/board-check/?on=1/6/2009")
    assert "Management Board" in page
    assert "No law required a Board on that day" in page
    assert failing(JUNE_2009) == []


def test_the_management_board_would_have_broken_the_law_of_april_2010(visitor: Client) -> None:
    page = reads(visitor, "/who/board-check/?on=2009-06-01&law_on=2010-04-01")
    assert "Would our Board of 1 June 2009 be properly made up by the law of 1 April 2010?" in page
    assert failing(JUNE_2009, APRIL_2010) == ["B04", "B05", "B06", "B07", "B12", "B13", "B14", "B16"]


def test_failures_come_first_and_the_law_before_the_rest() -> None:
    results = [(one.result, one.by_law) for one in queries.board_check(JUNE_2010)]
    assert results[:3] == [(Result.MISSING, True), (Result.MISSING, True), (Result.CANNOT_TELL, True)]


def test_rule_numbers_and_law_are_behind_why(visitor: Client) -> None:
    page = reads(visitor, "/who/board-check/?on=2010-06-08")
    before_why = page.split("Why?")[0]
    assert "section 12A" not in before_why
    assert "Rule B02" not in before_why
    assert "Rule B02. Required by law. Children Act 2004: section 12A(2) and (5); section 10(4)(a)." in page


def test_what_the_board_lacks_by_law_is_told_to_the_director() -> None:
    found = queries.unmet_by_law(JUNE_2010)
    assert [one.what for one in found] == [
        "Every district council, by its own seat or by another’s",
        "The police authority",
    ]
    assert all(one.ask for one in found)


@pytest.mark.parametrize("typed", ["31 February 2010", "soon", "2010-13-01", "8 June 20100"])
@pytest.mark.parametrize("address", ["/who/board-check/", "/who/"])
def test_a_day_that_cannot_be_read_is_refused_and_kept(visitor: Client, address: str, typed: str) -> None:
    answer = visitor.get(address, {"on": typed})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert f'value="{typed}"' in page
    assert "There is a problem" in page


@pytest.mark.parametrize("address", ["/who/board-check/", "/who/"])
def test_a_day_before_any_board_says_so(visitor: Client, address: str) -> None:
    assert "We hold no Board for 1 January 2004" in reads(visitor, f"{address}?on={BEFORE_ALL}")


def rows_of(visitor: Client, address: str) -> list[dict[str, str]]:
    answer = visitor.get(address)
    assert answer["Content-Type"].startswith("text/csv")
    assert answer["Content-Disposition"].startswith("attachment")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_the_check_can_be_taken_away_with_every_rule(visitor: Client) -> None:
    rows = rows_of(visitor, "/who/board-check/?on=2010-06-08&format=csv")
    assert len(rows) == len(queries.composition_law().rules())
    assert (rows[0]["rule"], rows[0]["result"]) == ("B02", "Missing")


def test_the_tree_of_june_2010_has_the_board_on_top(visitor: Client) -> None:
    page = reads(visitor, "/who/?on=8+June+2010")
    assert "The Hampshire Children’s Trust Board is at the top on 8 June 2010." in page
    assert "Gosport Local Children’s Partnership" in page
    assert "Hampshire Safeguarding Children Board" in page.rsplit("Linked, not below", 1)[1]


def test_the_tree_of_2006_has_the_conference_on_top(visitor: Client) -> None:
    page = reads(visitor, "/who/?on=20+March+2006")
    assert "Partnership Standing Conference is at the top on 20 March 2006." in page
    assert "Business Group" not in page.split("The bodies on")[1]


def test_the_business_group_comes_in_2012(visitor: Client) -> None:
    assert "Business Group" in reads(visitor, "/who/?on=1+March+2012").split("The bodies on")[1]


def test_local_partnerships_answer_to_the_board_and_are_only_heard_through_the_chairs() -> None:
    tree = queries.family_tree(JUNE_2010)
    assert tree
    below = {branch.body.key: branch for bunch in tree.bunches for branch in bunch.branches}
    assert below["lcp-havant"].note == "Havant. Heard through the Local Children’s Partnership chairs’ group"
    assert below["chairs-group"].below == ()
    assert "Co-ordinates CVC Local" in below["steering-basingstoke-and-deane"].note


def test_in_2006_everybody_answers_to_the_management_board_below_the_conference(visitor: Client) -> None:
    tree = queries.family_tree(date(2006, 3, 20))
    assert tree
    [[board]] = [bunch.branches for bunch in tree.bunches]
    assert board.body.name == "Management Board"
    assert [bunch.heading for bunch in board.below] == ["Groups", "Local partnerships"]
    assert "A standing conference above the Board, one chair" in reads(visitor, "/who/?on=2006-03-20")


def test_the_drawing_can_be_taken_away(visitor: Client) -> None:
    answer = visitor.get("/who/family-tree.svg?on=8+June+2010")
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer["Content-Disposition"] == 'attachment; filename="family-tree-2010-06-08.svg"'
    assert "who answers to whom, 8 June 2010</title>" in answer.content.decode()


@pytest.mark.parametrize("on", [BEFORE_ALL, "soon"])
def test_there_is_no_drawing_of_a_day_without_bodies(visitor: Client, on: str) -> None:
    assert visitor.get("/who/family-tree.svg", {"on": on}).status_code == 404


def test_between_two_days_bodies_begin_end_and_become_others() -> None:
    changes = compare(JUNE_2010, JUNE_2009)
    assert changes.earlier == JUNE_2009
    became = {(pair.before.name, pair.after.name): pair.renamed for pair in changes.became}
    assert became[("Management Board", "Hampshire Children’s Trust Board")]
    assert not became[("Teenage Pregnancy Partnership", "Teenage Pregnancy Partnership")]
    assert "Drug Action Team" in {one.name for one in changes.ended}
    assert "Data quality group" in {one.name for one in changes.began}


def test_a_body_that_our_sources_do_not_name_never_began() -> None:
    changes = compare(JUNE_2009, JUNE_2010)
    assert "Winchester Locality Partnership" in {one.name for one in changes.ended}
    assert not [one.name for one in changes.began if "not found" in one.name]
    assert not [pair.after.name for pair in changes.became if "not found" in pair.after.name]


def test_two_days_are_compared_on_the_page_of_the_tree(visitor: Client) -> None:
    page = reads(visitor, "/who/?on=8+June+2010&compare=1+June+2009")
    told = page.split("What changed between 1 June 2009 and 8 June 2010")[1]
    assert "Drug Action Team</a>, on 31 December 2009" in told


def test_a_day_to_compare_with_that_cannot_be_read_is_refused_and_kept(visitor: Client) -> None:
    assert 'value="soon"' in reads(visitor, "/who/?on=8+June+2010&compare=soon", status=400)


def test_how_the_answer_changed_over_time_is_told_by_day(visitor: Client) -> None:
    told = reads(visitor, "/who/board-check/").split("How the answer changed over time")[1]
    before, after = told.split("1 April 2010", 1)
    assert "No law required a Board on that day" in before
    assert "Two rules of law are not met" in after


def test_a_day_compared_with_itself_changed_nothing() -> None:
    changes = compare(JUNE_2010, JUNE_2010)
    assert not changes.any
    tree = queries.family_tree(JUNE_2010)
    assert tree
    assert changes.stayed == len([one for one in tree.every if one.found])


def test_a_body_tells_who_sits_whom_it_answers_to_and_what_it_was(visitor: Client) -> None:
    board = queries.the_board(JUNE_2010)
    assert board
    page = reads(visitor, f"/who/{board.id}/")
    assert "Judith Amery, Director of Children’s Services, chair" in page
    assert "Councillor Roy Sandford, Executive Lead Member for Children’s Services, chair" in page
    assert "Each member body" in page
    assert "Management Board" in page.split("It took over from")[1]


def test_a_body_of_another_day_says_when_it_stood(visitor: Client) -> None:
    board = queries.the_board(JUNE_2009)
    assert board
    assert "It ended on 31 December 2009" in reads(visitor, f"/who/{board.id}/")


def test_a_body_that_is_not_there_is_not_found(visitor: Client) -> None:
    assert visitor.get(f"/who/{uuid4()}/").status_code == 404


@pytest.mark.parametrize(
    ("district", "name"),
    [
        ("E07000088", "Gosport Local Children’s Partnership"),
        ("E07000084", "Basingstoke and Deane district steering group"),
    ],
)
def test_a_district_has_one_place_where_its_partners_meet(district: str, name: str) -> None:
    found = queries.local_partnership_for(district, JUNE_2010)
    assert found
    assert found.name == name


def test_a_partnership_that_our_sources_do_not_name_is_none() -> None:
    assert queries.local_partnership_for("E07000094", JUNE_2010) is None


def test_decisions_are_in_plain_words_with_the_latest_first(visitor: Client) -> None:
    page = reads(visitor, "/decisions/")
    assert page.index("Local chairs told us") < page.index("The Board agreed how it will work")
    assert "Hampshire Primary Care Trust" in page


def test_decisions_are_found_by_their_words_and_by_their_owner(visitor: Client) -> None:
    page = reads(visitor, "/decisions/?words=gosport+primary")
    assert "avoid becoming parents too soon" in page
    assert "how it will work" not in page


def test_a_search_that_finds_nothing_says_so(visitor: Client) -> None:
    page = reads(visitor, "/decisions/?words=unicorn")
    assert "No decision fits what you looked for" in page
    assert 'value="unicorn"' in page


def test_decisions_are_found_between_two_days(visitor: Client) -> None:
    page = reads(visitor, "/decisions/?since=1+April+2010&until=30/4/2010")
    assert "young people in Gosport and Havant" in page
    assert "how it will work" not in page
    assert "Local chairs told us" not in page


def test_a_search_from_a_day_that_cannot_be_read_is_refused_and_kept(visitor: Client) -> None:
    page = reads(visitor, "/decisions/?since=lately&words=gosport", status=400)
    assert 'value="lately"' in page
    assert 'value="gosport"' in page


def test_decisions_can_be_taken_away(visitor: Client) -> None:
    rows = rows_of(visitor, "/decisions/?format=csv")
    assert {"day", "public_line", "owner"} <= rows[0].keys()
    assert len(rows) == 13


def test_a_decision_of_a_later_day_is_not_known_yet(visitor: Client) -> None:
    visitor.cookies["day"] = "2006-03-20"
    assert "We hold no decision from before 20 March 2006" in reads(visitor, "/decisions/")


def test_what_was_done_later_is_not_done_yet() -> None:
    terms = queries.decisions(date(2010, 3, 1), words="terms of reference")[0]
    assert "Done" not in terms.status
    assert queries.decisions(JUNE_2010, words="terms of reference")[0].status == "Done on 30 March 2010"


def test_the_next_meeting_is_the_boards_own() -> None:
    meeting = queries.next_meeting(JUNE_2010)
    assert meeting
    assert meeting.day == date(2010, 6, 10)

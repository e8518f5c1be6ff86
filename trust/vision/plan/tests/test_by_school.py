"""School by school: what each gives and is given, found by name, in pages, and taken away."""

import csv
from datetime import date
from io import BytesIO, StringIO
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from trust.foundation.directory.actions import enter_schools
from trust.foundation.directory.formats import SchoolRow
from trust.foundation.directory.queries import SchoolList
from trust.foundation.kernel.actor import SYSTEM
from trust.vision.plan.models import Plan, Signature, SignedFor
from trust.vision.plan.queries.by_school import each_school
from trust.vision.plan.rules.by_school import School, by_school, every_school, narrowed
from trust.vision.plan.tests.known import NOW, TODAY
from trust.vision.plan.tests.people import reads
from trust.vision.plan.tests.test_two_ways import COUNCIL, one

ROOM = "A room where other schools’ pupils can learn for a week"
TEACHER = "A teacher for two days a week who helps schools keep pupils in class"
ASH, ELM = School("Ash School", "116001", "Hart"), School("Elm College", "130001", "Fareham", college=True)


def registered(number: int) -> None:
    """As many schools of the register, then one that has closed and one that the directory has too."""
    rows = [SchoolRow(str(116_000 + n), f"School {n:03}", town="Fleet") for n in range(number)]
    rows.append(SchoolRow("115000", "Closed School", closed=date(2009, 8, 31)))
    rows.append(SchoolRow("115001", "Solent Reach School", town="Lymington"))
    columns = frozenset({"urn", "name", "town", "closed"})
    enter_schools(listed=SchoolList(rows, "register.csv", "0" * 64, columns), by=SYSTEM, at=NOW)


def address(plan: Plan, more: str = "") -> str:
    return f"/plans/{plan.pk}/schools/{more}"


# Who gives what to whom


def test_a_pledge_to_schools_is_one_to_every_school_and_to_no_college() -> None:
    rows = by_school(
        [ASH, ELM], [one(COUNCIL, "schools"), one(COUNCIL, "colleges"), one(COUNCIL, "Ash School")]
    )
    assert [(len(row.named), len(row.shared)) for row in rows] == [(1, 1), (0, 1)]
    assert [len(row.gets) for row in rows] == [2, 1]


def test_what_a_school_gives_is_its_own() -> None:
    rows = by_school([ASH, ELM], [one("Ash School"), one(COUNCIL)])
    assert [len(row.gives) for row in rows] == [1, 0]


def test_a_school_of_the_register_and_of_the_directory_is_there_once() -> None:
    known = School("Ash School (invented)", "", "", invented=True)
    assert every_school([known], [ASH]) == [School(known.name, ASH.number, ASH.where, invented=True)]
    assert every_school([known], [ELM]) == [known, ELM]


@pytest.mark.parametrize(
    ("find", "only", "found"),
    [("ash", "", [ASH]), ("FAREHAM elm", "", [ELM]), ("116001", "", [ASH]), ("oak", "", []),
     ("", "gives", [ELM]), ("", "named", [ASH])],
)  # fmt: skip
def test_schools_are_found_by_name_place_number_and_direction(
    find: str, only: str, found: list[School]
) -> None:
    rows = by_school([ASH, ELM], [one("Elm College"), one(COUNCIL, "Ash School")])
    assert [row.school for row in narrowed(rows, find=find, only=only)] == found


# The page


def test_anyone_reads_what_each_school_gives_and_is_given(plan: Plan, visitor: Client) -> None:
    page = reads(visitor, address(plan))
    assert "Seven schools and colleges" in page
    assert (
        f'Every school is given</h2><ul class="plain rows"><li><strong>{COUNCIL}:</strong> {TEACHER}' in page
    )
    row = page[page.index("Solent Reach School") :]
    assert ROOM in row[: row.index("</tr>")]
    row = page[page.index("Itchen Water College") :]
    assert f"<strong>{COUNCIL}:</strong> Places at college for pupils of 14 and 15, £24,000" in row


@pytest.mark.parametrize("page", ["commitments", "signatures"])
def test_both_directions_lead_to_the_list(page: str, plan: Plan, visitor: Client) -> None:
    assert f'href="{address(plan)}"' in reads(visitor, f"/plans/{plan.pk}/{page}/")


def test_an_agency_that_pays_for_learning_is_no_school(plan: Plan, visitor: Client) -> None:
    assert "Young People’s Learning Agency" not in reads(visitor, address(plan))


def test_528_schools_are_paged_and_searched(plan: Plan, visitor: Client) -> None:
    registered(528)
    first = reads(visitor, address(plan))
    assert "535 schools and colleges" in first
    assert "School 527" not in first
    assert "School 527" in reads(visitor, address(plan, "?page=22"))
    found = reads(visitor, address(plan, "?find=fleet+527"))
    assert "1 of 535 schools and colleges" in found
    assert "number 116527" in found
    assert "Closed School" not in reads(visitor, address(plan, "?find=closed"))


def test_a_school_of_both_lists_is_once_on_the_page(plan: Plan, visitor: Client) -> None:
    registered(1)
    page = reads(visitor, address(plan, "?find=solent"))
    assert page.count('<th scope="row">') == 1
    assert "number 115001" in page
    assert ROOM in page


def test_only_those_that_give(plan: Plan, visitor: Client) -> None:
    page = reads(visitor, address(plan, "?only=gives"))
    assert "Solent Reach School" in page
    assert "Harbour View School" not in page
    assert "Seven schools and colleges" in reads(visitor, address(plan, "?only=nonsense"))


def test_what_was_signed_for_a_school_is_a_link_away(plan: Plan, visitor: Client) -> None:
    registered(1)
    signature = Signature.objects.filter(plan=plan, replaced_by=None, signed_on__lte=TODAY).exclude(
        sha256=""
    )[0]
    signed = SignedFor.objects.create(signature=signature, key="116000", name="School 000", by="x", at=NOW)
    page = reads(visitor, address(plan, "?find=116000"))
    assert f"/plans/{plan.pk}/signatures/schools/{signed.pk}/" in page


def test_nothing_that_fits_says_so_and_an_unpublished_plan_is_refused(plan: Plan, visitor: Client) -> None:
    assert "No school or college fits that." in reads(visitor, address(plan, "?find=oak"))
    assert visitor.get(f"/plans/{uuid4()}/schools/").status_code == 404


def test_before_there_was_a_school_there_is_none_to_list(town: str) -> None:
    assert each_school([], date(1950, 1, 1)) == []


# To take away


def test_the_list_is_taken_away_with_a_line_for_each_pledge(plan: Plan, visitor: Client) -> None:
    registered(2)
    answer = visitor.get(address(plan, "?format=csv"))
    lines = list(csv.DictReader(StringIO(answer.content.decode())))
    solent = [line for line in lines if line["school_or_college"] == "Solent Reach School (invented)"]
    assert {(line["way"], line["what"]) for line in solent} == {("gives", ROOM), ("is given", TEACHER)}
    assert {line["number"] for line in solent} == {"115001"}
    assert {line["what"] for line in lines if line["number"] == "116001"} == {TEACHER}


def test_the_spreadsheet_holds_what_was_looked_for(plan: Plan, visitor: Client) -> None:
    answer = visitor.get(address(plan, "?find=itchen&format=xlsx"))
    assert "schools-give-and-get-2010-06-08.xlsx" in answer["Content-Disposition"]
    rows = list(load_workbook(BytesIO(answer.content))["Figures"].values)
    assert [(row[3], row[6]) for row in rows[1:]] == [("gives", None), ("is given", 24000)]
    assert {row[0] for row in rows[1:]} == {"Itchen Water College (invented)"}


def test_many_schools_take_no_more_queries_than_few(plan: Plan, visitor: Client) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            assert visitor.get(address(plan)).status_code == 200
        return len(found)

    few = asked()
    registered(528)
    assert asked() == few

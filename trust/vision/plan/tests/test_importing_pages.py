"""An officer brings in the table that every authority keeps, awkward as it is, and nothing untrue gets in."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook, load_workbook

from trust.foundation.people.loaders import shared_password
from trust.foundation.people.makers import sign_in, worker_named
from trust.vision.plan import queries
from trust.vision.plan.models import Import, ImportLoad, Mended, Plan, WaitingRow
from trust.vision.plan.queries import importing

HEAD = ("Priority", "Action", "Lead agency", "Timescale", "Partners", "Success measure", "Indicator",
        "Baseline 2007", "Target 2011", "RAG", "Ref")  # fmt: skip
PRIORITY = "More young carers get a break"


def awkward() -> bytes:
    """Titles above the headings, merged priorities, days of every kind, a hidden row, a total, two sheets."""
    book = Workbook()
    cover = book.worksheets[0]
    cover.title = "Cover"
    cover.append(["Hampshire Children and Young People’s Plan"])
    sheet = book.create_sheet("Action plan")
    sheet.append(["Delivery plan 2010"])
    sheet.append([])
    sheet.append(HEAD)
    sheet.append([PRIORITY, "A break every month", "Hampshire PCT", date(2011, 3, 31), "Schools",
                  "We count them", None, None, None])  # fmt: skip
    sheet.append(
        [None, "A group in each town", "Gosport BC", "Mar-11", None, "Eleven groups", None, None, None]
    )
    sheet.append([None, "One card for carers", "the Board", "31 March 2011", None, "Cards"])
    sheet.append([None, "Ask them each year", "HCC", "ongoing", None, "A report", None, None, None])
    sheet.append([None, None, "HCC", None, None, None, "NI 112", 32.5, 28])
    sheet.append(["Safer roads", "Cross the road", "HCC", "2010/11", None, "=1+1", None, None, None])
    sheet.append(["Total", 6])
    sheet.merge_cells("A4:A8")
    sheet.row_dimensions[5].hidden = True
    return saved(book)


def saved(book: Workbook) -> bytes:
    whole = BytesIO()
    book.save(whole)
    return whole.getvalue()


def table(*rows: tuple[object, ...], head: tuple[str, ...] = HEAD) -> bytes:
    book = Workbook()
    for row in (head, *rows):
        book.worksheets[0].append(list(row))
    return saved(book)


def row(
    what: str, who: str = "HCC", when: object = date(2011, 3, 31), how: str = "We count"
) -> tuple[object, ...]:
    return PRIORITY, what, who, when, "", how


def brings(officer: Client, plan: Plan, content: bytes, name: str = "plan.xlsx") -> Any:
    sent = {"file": SimpleUploadedFile(name, content)}
    return officer.post(f"/office/plans/{plan.pk}/import/", sent, follow=True)


def words(answer: Any) -> str:
    assert answer.status_code == 200
    return " ".join(answer.content.decode().replace("\xa0", " ").split())


def loads(officer: Client, plan: Plan, content: bytes, name: str = "plan.xlsx", **said: str) -> str:
    looked = brings(officer, plan, content, name)
    shown = {name: text for name, text in looked.context["form"].initial.items() if text}
    return words(officer.post(looked.redirect_chain[-1][0], shown | said, follow=True))


def added(plan: Plan, title: str = PRIORITY) -> Any:
    return next((one for one in queries.draft(plan).plan.priorities if one.title == title), None)


def test_what_a_file_would_change_is_shown_before_anything_is(officer: Client, plan: Plan) -> None:
    before = queries.draft(plan)
    page = words(brings(officer, plan, awkward()))
    assert "Three rows can be loaded. Three rows cannot" in page
    assert "New priority and action" in page
    assert "Column C, Lead agency:</strong> The Board cannot own an action" in page
    assert "Column F, Success measure:</strong> This cell is a formula" in page
    assert "“Mar-11” is read as 31 March 2011." in page
    assert "Row 10 is no part of the plan" in page
    assert "“RAG” is not loaded: each partner says how its own promise is going." in page
    assert "We do not know what “Ref” means: left out." in page
    assert "Hidden rows of the sheet “Action plan” were read like the rest: 5." in page
    assert queries.draft(plan) == before


def test_what_would_be_promised_twice_is_told_before_it_is_loaded(officer: Client, plan: Plan) -> None:
    loads(officer, plan, table(row("A break every month")))
    again = ("Time for carers", "a break EVERY month", "HCC", date(2011, 3, 31), "", "We count")
    looked = brings(officer, plan, table(again, row("A card")), "again.xlsx")
    page = words(looked)
    assert "One row would promise twice what stands under another priority." in page
    assert f"“{PRIORITY}” has this action of the same partner." in page
    only = words(officer.get(f"{looked.redirect_chain[-1][0]}?show=twice"))
    assert "A card" not in only.partition('id="rows"')[2]
    assert "Two rows loaded." in loads(officer, plan, table(again, row("A card")), "again.xlsx")


def test_good_rows_load_and_bad_rows_wait_with_their_reason(officer: Client, plan: Plan) -> None:
    page = loads(officer, plan, awkward())
    assert "Three rows loaded. Three rows wait to be mended." in page
    new = added(plan)
    assert {(one.what, one.owner, one.due) for one in new.actions} == {
        ("A break every month", "Hampshire Primary Care Trust", date(2011, 3, 31)),
        ("A group in each town", "Gosport Borough Council", date(2011, 3, 31)),
    }
    [measure] = new.measures
    assert (measure.indicator, measure.baseline_period, measure.target_period) == ("ni-112", "2007", "2011")
    assert added(plan, "Safer roads") is None
    assert "The Board cannot own an action" in page


def test_the_same_file_twice_changes_nothing(officer: Client, plan: Plan) -> None:
    content = awkward()
    loads(officer, plan, content)
    before = queries.draft(plan)
    page = loads(officer, plan, content, name="another name.xlsx")
    assert "Nothing in this file is new" in page
    assert queries.draft(plan) == before
    assert (Import.objects.count(), ImportLoad.objects.count(), WaitingRow.objects.count()) == (1, 1, 3)


def test_the_same_rows_saved_again_as_another_file_change_nothing_either(officer: Client, plan: Plan) -> None:
    loads(officer, plan, awkward())
    book = load_workbook(BytesIO(awkward()))
    book.create_sheet("Another")["A1"] = "A note"
    before = queries.draft(plan)
    assert "Nothing in this file is new" in loads(officer, plan, saved(book))
    assert queries.draft(plan) == before
    assert WaitingRow.objects.count() == 3


def test_rows_that_come_back_as_they_were_go_on_waiting(officer: Client, plan: Plan) -> None:
    loads(officer, plan, awkward())
    content = officer.get(f"/office/plans/{plan.pk}/import/waiting.xlsx").content
    assert "Nothing in this file is new" in loads(officer, plan, content)
    assert importing.waiting(plan.pk).count() == 3


def test_what_has_no_end_takes_the_plans_last_day_where_somebody_says_so(officer: Client, plan: Plan) -> None:
    loads(officer, plan, awkward(), ongoing="on")
    assert date(2012, 3, 31) in {one.due for one in added(plan).actions}


def test_a_row_that_waits_is_mended_on_its_page(officer: Client, plan: Plan) -> None:
    loads(officer, plan, awkward())
    waits = next(one for one in importing.waiting(plan.pk) if one.cells["Who leads"] == "the Board")
    address = f"/office/import/row/{waits.pk}/"
    cells = {name.lower(): "" for name in ("ACTION", "OWNER")} | {
        "priority": PRIORITY, "action": "One card for carers", "due": "31 March 2011", "known_by": "Cards",
    }  # fmt: skip
    still = words(officer.post(address, cells | {"owner": "the Board"}))
    assert "This row still waits" in still
    assert "The Board cannot own an action" in still
    page = words(officer.post(address, cells | {"owner": "Hampshire Constabulary"}, follow=True))
    assert "The row is mended, and is in the plan." in page
    assert "One card for carers" in {one.what for one in added(plan).actions}
    assert "This row is dealt with" in words(officer.get(address))


def test_a_row_is_left_out_with_a_reason_only(officer: Client, plan: Plan) -> None:
    loads(officer, plan, awkward())
    waits = importing.waiting(plan.pk)[0]
    address = f"/office/import/row/{waits.pk}/"
    assert "Say why this row is left out." in words(officer.post(address, {"aside": "yes", "because": ""}))
    officer.post(address, {"aside": "yes", "because": "It is the Board’s own."})
    assert Mended.objects.get(waiting=waits).why == "It is the Board’s own."
    assert importing.waiting(plan.pk).count() == 2


def test_rows_that_wait_leave_as_a_table_and_come_back_mended(officer: Client, plan: Plan) -> None:
    loads(officer, plan, awkward())
    book = load_workbook(BytesIO(officer.get(f"/office/plans/{plan.pk}/import/waiting.xlsx").content))
    sheet = book["Plan"]
    head = [cell.value for cell in sheet[1]]
    for line in sheet.iter_rows(min_row=2):
        line[head.index("Who leads")].value = "Hampshire County Council"
        line[head.index("By when")].value = "31 March 2011"
        line[head.index("How we will know")].value = "We count"
    page = loads(officer, plan, saved(book), name="mended.xlsx")
    assert "Three rows loaded." in page
    assert importing.waiting(plan.pk).count() == 0
    assert added(plan, "Safer roads").actions[0].what == "Cross the road"


def test_a_name_that_we_do_not_know_is_asked_about_once(officer: Client, plan: Plan) -> None:
    content = table(row("One", "Children’s Services"), row("Two", "Children’s Services"))
    looked = brings(officer, plan, content)
    assert "Who is “Children’s Services”?" in words(looked)
    key = next(iter(looked.context["reading"].strangers))
    loads(officer, plan, content, **{f"who-{key}": "Hampshire County Council"})
    assert {one.owner for one in added(plan).actions} == {"Hampshire County Council"}


def test_what_a_column_means_can_be_put_right(officer: Client, plan: Plan) -> None:
    content = table((PRIORITY, "A break", "HCC", date(2011, 3, 31), "We count"),
                    head=("Priority", "Action", "Lead", "By when", "Proof"))  # fmt: skip
    assert "No row can be loaded" in words(brings(officer, plan, content))
    page = loads(officer, plan, content, **{"column-4": "How we will know"})
    assert "One row loaded." in page
    clash = loads(officer, plan, table(row("Another")), **{"column-4": "By when"})
    assert "cannot both be “By when”" in clash


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.4\x00\x01", "neither a spreadsheet"),
        (b"PK\x03\x04 not a workbook", "damaged or is not one"),
        (b"\xd0\xcf\x11\xe0 an old one", "an old spreadsheet"),
        (b"name,age\nJo,3\n", "No line of this file names columns that we know"),
        (b"", "This file is empty"),
        (b"Priority,Action\n" + b"x,y\n" * 10_001, "more than 10,000 rows"),
        (b"Priority,Action\n" + b"x" * 10_000_001, "larger than 10 MB"),
    ],
    ids=["a PDF", "damaged", "old", "no plan", "empty", "too many", "too large"],
)
def test_a_file_that_is_no_plan_is_refused_in_a_sentence(
    officer: Client, plan: Plan, content: bytes, sentence: str
) -> None:
    assert sentence in words(brings(officer, plan, content))
    assert not Import.objects.exists()


def test_a_csv_file_is_read_too(officer: Client, plan: Plan) -> None:
    text = f"Priority;Action;Who;When;How will we know\n{PRIORITY};A café;HCC;31/03/2011;Open\n"
    assert "One row loaded." in loads(officer, plan, text.encode("cp1252"), name="plan.csv")


def test_only_who_writes_the_plan_may_bring_one_in(town: str, plan: Plan, visitor: Client) -> None:
    assert visitor.get(f"/office/plans/{plan.pk}/import/").status_code == 302
    partner = Client()
    sign_in(partner, worker_named("Mei Tan"), password=shared_password(settings.STATE))
    assert partner.get(f"/office/plans/{plan.pk}/import/").status_code == 403


def test_the_draft_leads_to_it_and_an_empty_list_says_so(officer: Client, plan: Plan) -> None:
    assert f"/office/plans/{plan.pk}/import/" in words(officer.get(f"/office/plans/{plan.pk}/"))
    assert "No file yet." in words(officer.get(f"/office/plans/{plan.pk}/import/"))
    assert "No row waits" in words(officer.get(f"/office/plans/{plan.pk}/import/waiting/"))


def test_the_blank_table_is_understood_when_it_comes_back(officer: Client, plan: Plan) -> None:
    book = load_workbook(BytesIO(officer.get("/office/plans/blank.xlsx").content))
    book["Plan"].append([PRIORITY, "A break", "HCC", "31 March 2011", "", "", "We count"])
    assert "One row loaded." in loads(officer, plan, saved(book))

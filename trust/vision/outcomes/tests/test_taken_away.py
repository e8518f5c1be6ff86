"""What can be taken away from the list, a gap and a map, beside their figures as CSV."""

from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

pytestmark = pytest.mark.usefixtures("database")
PNG = b"\x89PNG"


@pytest.mark.parametrize(
    ("address", "first"),
    [
        ("/outcomes/figures.xlsx?words=conception", "indicator"),
        ("/outcomes/ni-112/gap/figures.xlsx?group=E07000088", "indicator"),
        ("/outcomes/ni-112/map/figures.xlsx?show=significance", "indicator"),
    ],
)
def test_a_spreadsheet_has_the_figures_and_says_where_they_are_from(
    visitor: Client, address: str, first: str
) -> None:
    book = load_workbook(BytesIO(visitor.get(address).content))
    assert book["Figures"]["A1"].value == first
    assert book["Figures"].max_row > 2
    about = {str(what): str(said) for what, said in book["About"].iter_rows(min_row=2, values_only=True)}
    assert "as_of=2010-06-08" in about["Permanent address"]
    assert visitor.get(about["Permanent address"].removeprefix("http://testserver")).status_code == 200


@pytest.mark.parametrize("way", ["gap", "map"])
def test_a_picture_can_be_taken_where_there_is_one(visitor: Client, way: str) -> None:
    assert visitor.get(f"/outcomes/ni-112/{way}/chart.png").content.startswith(PNG)
    assert visitor.get(f"/outcomes/ni-112/{way}/chart.png?as_of=1990-01-01").status_code == 404


def test_the_list_leads_to_small_areas_schools_and_the_register(visitor: Client) -> None:
    page = visitor.get("/outcomes/").content.decode()
    for address in ("/outcomes/small-areas/", "/schools/", "/outcomes/register/", "/outcomes/figures.xlsx"):
        assert f'href="{address}' in page

"""What the source documents ask of a finding of need: its people, its day and its source."""

from django.test import Client

from trust.strategy.needs.makers import a_finding


def test_each_finding_says_whom_it_is_about_how_sure_on_which_day_and_from_what_source(
    database: str, visitor: Client
) -> None:
    a_finding(places=["E07000088"], comparison=["E07000094"], indicator="ni-112", group_label="Young women")
    page = " ".join(visitor.get("/needs/").text.split())
    assert '<time datetime="2009-03-02">' in page
    assert "Young women. We are fairly sure" in page
    assert "Measure: <a" in page
    assert "Source: " in page
    assert "Fingertips" in page.split("Source: ")[1].split("</p>")[0]

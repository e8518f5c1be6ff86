"""What the preview asks, shows page by page, and lets go of; every figure here is invented."""

import os
from datetime import date
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from trust.vision.outcomes import queries
from trust.vision.outcomes.models import FigureRelease

HEAD = "measure_short,la_number,area,2007,2008\n"
FILE = HEAD + "Sits_Well,850,Hampshire,70,71\n"
NEIGHBOURS = "LA num,LA Name,SN1,SN2,SN3\n850,Hampshire,938,803,851\n"
PROPORTIONS = HEAD.replace("2007,2008", "2009") + "Sits_Well,850,Hampshire,0.72\n"
HAMPSHIRE = "E10000014"
WEEK = 7 * 24 * 60 * 60


def sends(mei: Client, text: str, name: str = "lait_sitting.csv") -> str:
    sent = {"file": SimpleUploadedFile(name, text.encode())}
    return mei.post("/office/figures/", sent, follow=True).content.decode()


def preview_of(text: str) -> str:
    return f"/office/figures/{sha256(text.encode()).hexdigest()}/"


def answers(mei: Client, text: str, **said: str) -> str:
    return mei.post(preview_of(text), said, follow=True).content.decode()


def ours() -> list[FigureRelease]:
    return list(FigureRelease.objects.filter(file__startswith="lait-sitting"))


def test_the_day_of_publication_is_asked_and_the_figures_are_known_from_it(mei: Client) -> None:
    assert "When was it published? (optional)" in sends(mei, FILE)
    answers(mei, FILE, published_on="4 March 2009")
    known = [queries.series("lait-sits-well", area=HAMPSHIRE, as_of=date(2009, 3, day)) for day in (3, 4)]
    assert [len(figures) for figures in known] == [0, 2]


def test_a_day_that_is_none_is_said_and_nothing_is_loaded(mei: Client) -> None:
    sends(mei, FILE)
    page = answers(mei, FILE, published_on="the fourth of Nevuary")
    assert "There is a problem" in page or "This file is not loaded" in page
    assert ours() == []


def test_the_file_can_be_looked_at_with_a_day_before_it_is_loaded(mei: Client) -> None:
    sends(mei, FILE)
    page = answers(mei, FILE, published_on="1 July 2007", look="yes")
    assert "It was published before its period began." in page
    assert ours() == []


def test_what_looks_wrong_is_loaded_only_when_somebody_says_it_is_right(mei: Client) -> None:
    sends(mei, FILE)
    answers(mei, FILE)
    assert "about a hundredth of those we hold" in sends(mei, PROPORTIONS, "lait_sitting_later.csv")
    assert "If it is right, say so and load it." in answers(mei, PROPORTIONS)
    assert "is loaded" in answers(mei, PROPORTIONS, confirmed="on")


def test_neighbours_without_a_day_are_asked_for_one(mei: Client) -> None:
    page = sends(mei, NEIGHBOURS, "neighbours.csv")
    assert "When was this file published?" in page
    page = answers(mei, NEIGHBOURS, published_on="1 May 2009", look="yes")
    assert "<dt>Authorities with a new set of neighbours</dt><dd>1 of 1</dd>" in page
    answers(mei, NEIGHBOURS, published_on="1 May 2009")
    found = queries.neighbours_of(HAMPSHIRE, as_of=date(2009, 5, 1))
    assert found
    assert found.members[0] == ("E10000032", "West Sussex")


def test_long_lists_come_page_by_page(mei: Client) -> None:
    years = ",".join(map(str, range(1950, 2010)))
    text = f"measure_short,la_number,area,{years}\nSits_Well,850,Hampshire,{years}\n"
    assert "Page 1 of 2" in sends(mei, text)
    page = mei.get(f"{preview_of(text)}?new=2").content.decode()
    assert "Page 2 of 2" in page
    assert '<td data-l="Period">2009</td>' in page


def test_the_copy_of_a_loaded_file_is_let_go_of(mei: Client) -> None:
    sends(mei, FILE)
    kept = Path(settings.STATE) / "arrivals" / sha256(FILE.encode()).hexdigest()
    assert kept.is_dir()
    answers(mei, FILE)
    assert not kept.exists()
    assert "is loaded" in mei.get(preview_of(FILE), follow=True).content.decode()


def test_a_copy_that_nobody_loads_is_let_go_of_within_a_week(mei: Client) -> None:
    sends(mei, FILE)
    kept = Path(settings.STATE) / "arrivals" / sha256(FILE.encode()).hexdigest()
    long_ago = date(2010, 5, 1).toordinal() - date(1970, 1, 1).toordinal()
    os.utime(kept, (long_ago * 86_400, long_ago * 86_400))
    sends(mei, FILE.replace("71", "72"))
    assert not kept.exists()

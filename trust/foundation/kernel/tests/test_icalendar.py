"""A calendar file: its lines, its days, its escapes, and nothing that another line could be made of."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.kernel.icalendar import Entry, as_icalendar, escaped, folded

NOW = datetime(2010, 6, 8, 10, tzinfo=timezone(timedelta(hours=1)))
ENTRY = Entry("1@plan", date(2010, 12, 31), "A clinic, open", "Due; by all", "https://trust.example/p/")


def lines(*entries: Entry) -> list[str]:
    text = as_icalendar("Our plan", entries, stamped=NOW)
    assert text.endswith("END:VCALENDAR\r\n")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def test_a_day_is_a_date_and_ends_on_the_next() -> None:
    found = lines(ENTRY)
    assert "DTSTART;VALUE=DATE:20101231" in found
    assert "DTEND;VALUE=DATE:20110101" in found


def test_the_stamp_is_in_utc() -> None:
    assert f"DTSTAMP:{NOW.astimezone(UTC):%Y%m%dT%H%M%SZ}" == "DTSTAMP:20100608T090000Z"
    assert "DTSTAMP:20100608T090000Z" in lines(ENTRY)


def test_what_has_a_meaning_in_the_format_is_escaped() -> None:
    assert "SUMMARY:A clinic\\, open" in lines(ENTRY)
    assert "DESCRIPTION:Due\\; by all" in lines(ENTRY)


def test_an_empty_calendar_is_still_one() -> None:
    assert lines()[0] == "BEGIN:VCALENDAR"
    assert lines()[-1] == "END:VCALENDAR"


@given(st.text())
def test_no_line_is_longer_than_75_octets_and_none_is_lost(text: str) -> None:
    line = "SUMMARY:" + escaped(text)
    pieces = folded(line).split("\r\n")
    assert all(len(piece.encode("utf-8", "surrogatepass")) <= 75 for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_no_text_can_begin_a_line_of_its_own(text: str) -> None:
    found = as_icalendar("x", [Entry("1", date(2010, 1, 1), text, text)], stamped=NOW)
    assert len(re.findall(r"\r\nBEGIN:VEVENT\r\n", found)) == 1
    assert "\n" not in found.replace("\r\n", "")

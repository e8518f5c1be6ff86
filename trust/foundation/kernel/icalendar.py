"""Days as an iCalendar file (RFC 5545), which any calendar opens or subscribes to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

MAKER = "-//Children's Trust//Dates//EN"
# Octets of a line before its break, and of a line that goes on, which begins with a space.
LONGEST = 75


@dataclass(frozen=True)
class Entry:
    """A whole day in a calendar; `uid` stays the same, so that a day that moves is not there twice."""

    uid: str
    day: date
    title: str
    words: str = ""
    address: str = ""


def as_icalendar(name: str, entries: Iterable[Entry], *, stamped: datetime) -> str:
    """The file, its lines folded and ended as the format asks; `stamped` is told in UTC."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{MAKER}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{escaped(name)}")
    for entry in entries:
        lines += _event(entry, stamped)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _event(entry: Entry, stamped: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(entry.uid)}"
    yield f"DTSTAMP:{stamped.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    # The end is the first day after it.
    yield f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(entry.title)}"
    if entry.words:
        yield f"DESCRIPTION:{escaped(entry.words)}"
    if entry.address:
        yield f"URL:{entry.address}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escaped(text: str) -> str:
    r"""
    >>> escaped("Nurses, rooms; a \\ and\na second line")
    'Nurses\\, rooms\\; a \\\\ and\\na second line'
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    for mark in ("\\", ";", ","):
        plain = plain.replace(mark, f"\\{mark}")
    return plain.replace("\n", "\\n")


def folded(line: str) -> str:
    """A line in pieces of at most 75 octets, never cut within a letter.

    >>> [len(piece.encode()) for piece in folded("é" * 60).split("\\r\\n")]
    [74, 47]
    """
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > LONGEST:
            pieces.append(piece)
            piece = " "
        piece += letter
    return "\r\n".join([*pieces, piece])

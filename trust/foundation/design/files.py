"""What a page gives to take away: the end of a file's name says what it is."""

from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from trust.foundation.kernel.tables import SPREADSHEET, as_csv

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "xlsx": SPREADSHEET,
}


def sent_file(content: str | bytes, name: str, *, shown: bool = False) -> HttpResponse:
    """A file to keep, or one that the browser shows first, as it does paper."""
    return _sent(content, KINDS[name.rpartition(".")[2]], name, "inline" if shown else "attachment")


def sent_table(columns: Sequence[str], rows: Iterable[Sequence[object]], name: str) -> HttpResponse:
    """Rows to keep, as CSV that is safe for a spreadsheet, whatever the name of the file they came in."""
    return _sent(as_csv(columns, rows), KINDS["csv"], name, "attachment")


def _sent(content: str | bytes, kind: str, name: str, how: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'{how}; filename="{name}"'
    return answer

"""A kept pack to take away: paper, a table, a spreadsheet; and the small drawing of each of its figures."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import urlencode

from trust.foundation.design.charts import Drawing, Point, sparkline
from trust.foundation.design.files import sent_file, sent_table
from trust.foundation.design.pages import Asked, page
from trust.foundation.kernel.english import counted, opened
from trust.foundation.kernel.tables import as_xlsx
from trust.foundation.kernel.time import in_words
from trust.vision.plan import access
from trust.vision.plan.formats.packs import COLUMNS, PackLine, PackText, pack_pdf, rows


def sparks_of(text: PackText) -> dict[str, Drawing | None]:
    return {line.key: _spark(line) for line in text.lines}


def _spark(line: PackLine) -> Drawing | None:
    if not line.points:
        return None
    first, last = line.points[0].label, line.points[-1].label
    return sparkline(
        [Point(one.label, one.value, one.lower, one.upper, one.x) for one in line.points],
        title=f"{line.title}, {line.about}",
        description=f"One figure, for {last}." if first == last else f"Its course from {first} to {last}.",
        target=line.target,
    )


def links_of(text: PackText) -> dict[str, str]:
    """Where each figure stands as of the pack's day."""
    return {
        line.key: f"{reverse('outcomes:indicator', args=[line.code])}?"
        f"{urlencode({'area': line.area, 'as_of': text.as_of.isoformat()})}"
        for line in text.lines
    }


def whole_links(request: Asked, text: PackText) -> dict[str, str]:
    return {key: request.build_absolute_uri(link) for key, link in links_of(text).items()}


@page(needs="office.open")
def pack_pdf_page(request: Asked, pack: UUID) -> HttpResponse:
    found, text = access.open_pack(pack, by=request.actor)
    pdf = pack_pdf(on_paper(text, whole_links(request, text)) | {"by": found.by, "sha256": found.sha256})
    return sent_file(pdf, f"pack-{text.meeting_on}.pdf", shown=True)


def on_paper(text: PackText, links: dict[str, str]) -> dict[str, Any]:
    """The pack as words and small drawings for the printed pages."""
    sparks = sparks_of(text)
    lines = [
        {
            **asdict(line),
            "known_on": in_words(line.known_on) if line.known_on else "",
            "link": links[line.key],
        }
        | _drawn(sparks[line.key])
        for line in text.lines
    ]
    days = {name: in_words(getattr(text, name)) for name in ("meeting_on", "as_of", "since")}
    return {
        **days,
        "heading": heading_of(text),
        "same_words": counted(len(text.same), "figure"),
        "name": text.name,
        "meeting": text.meeting,
        "since_what": text.since_what,
        "changed": [line for line in lines if line["changed"]],
        "same": [line for line in lines if not line["changed"]],
        "decisions": [asdict(item) for item in text.decisions],
        "turned": [asdict(item) for item in text.turned],
    }


def heading_of(text: PackText) -> str:
    """
    >>> from types import SimpleNamespace
    >>> heading_of(SimpleNamespace(decisions=[1, 2], changed=[]))
    'Two things need a decision; no figures changed'
    """
    things, figures = len(text.decisions), len(text.changed)
    decide = f"{opened(counted(things, 'thing'))} need{'s' if things == 1 else ''} a decision"
    moved = f"{counted(figures, 'figure')} changed"
    return f"{decide if things else 'Nothing needs a decision'}; {moved}"


def _drawn(drawing: Drawing | None) -> dict[str, str]:
    if drawing is None:
        return {"svg": "", "alt": ""}
    svg = render_to_string("plan/spark.svg", {"drawing": drawing})
    return {"svg": svg, "alt": f"{drawing.title}. {drawing.description}"}


@page(needs="office.open")
def pack_csv(request: Asked, pack: UUID) -> HttpResponse:
    _, text = access.open_pack(pack, by=request.actor)
    return sent_table(COLUMNS, rows(text, whole_links(request, text)), f"pack-{text.meeting_on}.csv")


@page(needs="office.open")
def pack_xlsx(request: Asked, pack: UUID) -> HttpResponse:
    found, text = access.open_pack(pack, by=request.actor)
    days = (("Meeting", text.meeting_on), ("Figures as of", text.as_of), ("What changed since", text.since))
    about = [("Pack for", text.name), *((word, in_words(day)) for word, day in days), ("Mark", found.sha256)]
    table = as_xlsx(COLUMNS, rows(text, whole_links(request, text)), about=about)
    return sent_file(table, f"pack-{text.meeting_on}.xlsx")

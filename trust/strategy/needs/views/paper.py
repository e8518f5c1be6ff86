"""An assessment as words and drawings for the printed page."""

from typing import Any

from django.template.loader import render_to_string

from trust.foundation.directory.queries import setting
from trust.foundation.kernel.english import counted, listed, number, opened
from trust.foundation.kernel.time import in_words
from trust.strategy.needs.formats.document import CitedFigure, Document, Found, Part, Said
from trust.strategy.needs.queries import EditionCard
from trust.strategy.needs.queries.readiness import every_comment
from trust.strategy.needs.views.charts import chart_of, table_of
from trust.strategy.needs.words import Counted


def on_paper(document: Document, edition: EditionCard) -> dict[str, Any]:
    """All that the paper says, in plain words; a drawing is its own SVG."""
    return {
        "title": document.title,
        "trust": setting().trust_name,
        "theme": document.theme_label,
        "area": document.area,
        "leads": document.leads,
        "as_of": in_words(document.as_of),
        "began": in_words(document.began_on),
        "edition": document.edition,
        "stage": edition.stage.label,
        "since": in_words(edition.since),
        "why": document.why,
        "decision": edition.decision,
        "source": document.source,
        "sha256": edition.sha256,
        "invented": document.invented,
        "asked": [{"partner": asked.partner, "answered": asked.answered} for asked in document.asked],
        "comments": [_said(said) for said in every_comment(document)],
        "unknown": [figure.title for figure in document.unknown],
        "counts": _counts(document),
        "answers": _answers(document),
        "parts": [_part(part) for part in document.parts],
    }


def _counts(document: Document) -> str:
    things = [
        counted(len(document.findings), "finding"),
        counted(len({one.indicator for one in document.figures if one.is_known}), "published measure"),
        counted(len(document.gaps), "gap in what we know", "gaps in what we know"),
    ]
    return f"{opened(listed(things))}."


def _answers(document: Document) -> str:
    """How many partners were asked for comments, and how many of them have answered; none where none was."""
    if not document.asked:
        return ""
    silent = sum(asked.is_silent for asked in document.asked)
    were = "was" if len(document.asked) == 1 else "were"
    answered = number(len(document.asked) - silent)
    return f"{opened(counted(len(document.asked), 'partner'))} {were} asked; {answered} answered."


def _part(part: Part) -> dict[str, Any]:
    return {
        "number": part.number,
        "title": part.title,
        "asks": part.asks,
        "texts": [{"words": text.words, "on": in_words(text.on)} for text in part.texts],
        "figures": [_figure(figure) for figure in part.figures],
        "findings": [_found(found) for found in part.findings],
        "gaps": [_found(gap) for gap in part.gaps],
        "tallies": [
            {
                "kind": Counted(tally.counted).label,
                "what": tally.what,
                "place": tally.place,
                "period": tally.period,
                "said": tally.said,
                "how": tally.how_counted,
                "invented": tally.invented,
            }
            for tally in part.tallies
        ],
    }


def _figure(cited: CitedFigure) -> dict[str, Any]:
    chart, table = chart_of(cited), table_of(cited)
    return {
        "title": cited.title,
        "full_title": cited.full_title,
        "unit": cited.unit,
        "about": cited.about,
        "sentence": cited.sentence,
        "caveat": cited.caveat,
        "svg": render_to_string("needs/chart.svg", {"drawing": chart.wide}) if chart else "",
        "alt": f"{cited.title}. {cited.sentence}",
        "table": {"head": table.head, "rows": table.rows, "caption": table.caption} if table else None,
        "sources": _sources(cited),
    }


def _sources(cited: CitedFigure) -> list[dict[str, str]]:
    return [
        {
            "name": names,
            "licence": source.licence,
            "known": in_words(cited.newest) if cited.newest else "",
            "file": source.file,
            "sha256": source.file_sha256,
        }
        for names, source in cited.by_file
    ]


def _found(found: Found) -> dict[str, Any]:
    figure = found.figure
    return {
        "statement": found.statement,
        "group": found.group,
        "how_sure": found.how_sure,
        "invented": found.invented,
        "overtaken": found.is_overtaken,
        "sentence": figure.sentence if figure else "",
        "measure": figure.title if figure else "",
        "sources": _sources(figure) if figure else [],
        "why": found.why_it_matters,
        "closes": found.what_would_close,
        "who": found.who_could_close,
        "on": in_words(found.on),
        "by": found.by,
        "comments": [_said(said) for said in found.comments],
    }


def _said(said: Said) -> dict[str, Any]:
    return {
        "partner": said.partner,
        "words": said.words or "Nothing to add.",
        "on": in_words(said.on),
        "answer": said.answer,
        "invented": said.invented,
    }

from datetime import date

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from trust.foundation.design.examples import charts
from trust.foundation.design.forms import EveryField
from trust.foundation.design.pages import Asked, page

COLOURS = [
    ("#0e4f5a", "Brand, and the subject", "9.2 to 1 on white; round marks"),
    ("#b1440e", "The group that does worst", "5.7 to 1; always a diamond"),
    ("#8b8378", "Context and neighbours", "3.7 to 1; shapes only"),
    ("#6b4fa0", "Target", "6.5 to 1; always dashed"),
]
CHECKS = [("g", "✓", "Met"), ("r", "✗", "Missing"), ("u", "?", "Cannot tell"), ("u", "–", "Does not apply")]
FACTS = [("Owner", "County Council"), ("Hosted by", "Primary Care Trust"), ("Due", "31 March 2011")]


@page(needs="public")
def parts(request: Asked) -> HttpResponse:
    """Every part of a page in every state, so that a page is made of what is here."""
    shown = {
        "charts": charts(),
        "colours": COLOURS,
        "statuses": [("g", "On track"), ("a", "At risk"), ("r", "Off track"), ("u", "Cannot say yet")],
        "checks": [{"colour": colour, "mark": mark, "word": word} for colour, mark, word in CHECKS],
        "facts": FACTS,
        "blank": EveryField(),
        "wrong": EveryField({"what": "Free travel to college", "due": "31 June 2010"}, auto_id="wrong_%s"),
        "sort": request.GET.get("sort", "due"),
        "decided": date(2010, 6, 8),
        "pages": Paginator(range(41), 20).get_page(request.GET.get("page")),
    }
    return render(request, "design/parts.html", shown)

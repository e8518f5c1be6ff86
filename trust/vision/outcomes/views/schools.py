"""The schools of the area, and each school's page with its published figures."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from trust.foundation.design.pages import Asked, page
from trust.foundation.directory import queries as directory
from trust.vision.outcomes.queries.series import profile
from trust.vision.outcomes.views.explore_day import on_the_day_asked
from trust.vision.outcomes.words import Mark

A_PAGE = 50
LONGEST_WORDS = 80


@page(needs="public")
@on_the_day_asked
def every_school(request: Asked) -> HttpResponse:
    words = request.GET.get("words", "")[:LONGEST_WORDS]
    district, phase = request.GET.get("district", ""), request.GET.get("phase", "")
    closed = request.GET.get("closed") == "yes"
    on = None if closed else request.day
    found = directory.schools(words=words, district=district, phase=phase, on=on)
    asked = {"words": words, "district": district, "phase": phase, "closed": "yes" if closed else ""}
    context = {
        **asked,
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
        "number": len(found),
        "others": f"{urlencode({name: value for name, value in asked.items() if value})}&",
        "districts": directory.school_districts(),
        "phases": directory.school_phases(),
        "any": bool(found) or bool(directory.schools()),
        "day": request.day,
        "area_name": directory.setting().area_name,
    }
    return render(request, "outcomes/schools.html", context)


@page(needs="public")
@on_the_day_asked
def one_school(request: Asked, urn: str) -> HttpResponse:
    found = directory.school(urn)
    courses = [(card, course) for card, course in profile(area=urn, as_of=request.day) if course]
    marks = {figure.mark for _, course in courses for figure in course if figure.mark}
    facts = (
        ("Unique reference number", found.urn),
        ("Kind", found.kind),
        ("Phase", found.phase),
        ("Religious character", found.religion),
        ("Town", found.town),
        ("Postcode", found.postcode),
        ("District", found.district_name),
        ("Small area", found.lsoa_code),
    )
    context = {
        "school": found,
        "facts": [(name, value) for name, value in facts if value],
        "open": found.open_on(request.day),
        "courses": courses,
        "marks": sorted(marks, key=list(Mark).index),
        "day": request.day,
    }
    return render(request, "outcomes/school.html", context)

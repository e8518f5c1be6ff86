"""The draft as colleagues read it, with their comments beside each passage."""

from collections import Counter
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode

from trust.foundation.design.pages import Asked, moment, page, refusals_on, refused_page
from trust.foundation.directory.queries import calendar
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.vision.plan import access, actions, forms, queries
from trust.vision.plan.formats import PublishedPriority
from trust.vision.plan.models import Plan
from trust.vision.plan.queries import comments
from trust.vision.plan.words import CommentState, Passage

ON_A_PAGE = 20


def shared_plan(request: Asked, plan: UUID) -> Plan:
    """A draft that this person may comment on; errors: NotFound, Refused."""
    found = queries.the_plan(plan)
    access.check_may_comment(found, by=request.actor, on=request.today)
    return found


@page(needs="office.open")
def read_page(request: Asked, plan: UUID, priority: UUID | None = None) -> HttpResponse:
    try:
        of = shared_plan(request, plan)
    except Refused as refusal:
        return refused_page(request, str(refusal))
    whole = queries.draft(of)
    waiting = comments.open_comments(of.pk)
    context = {
        "plan": whole.plan,
        "key": of.pk,
        "priority": priority,
        "passages": comments.passages_of(whole, priority),
        "priorities": [] if priority else with_waiting(whole, waiting),
        "open": waiting.total(),
        "writes": request.actor.may(access.WRITE_ANY),
    }
    return render(request, "plan/read_draft.html", context)


def with_waiting(whole: queries.Draft, waiting: Counter[str]) -> list[tuple[PublishedPriority, int]]:
    """Each priority, with how many comments on it or on what hangs on it wait."""
    return [(one, sum(waiting[key] for key in keys_under(one))) for one in whole.plan.priorities]


def keys_under(priority: PublishedPriority) -> set[str]:
    actions_under = {str(action.id) for action in priority.actions}
    return {str(priority.id)} | actions_under | {str(measure.id) for measure in priority.measures}


@page(needs="office.open")
def comment_page(request: Asked, plan: UUID, on: str, passage: str) -> HttpResponse:
    try:
        of, about = shared_plan(request, plan), Passage(on)
    except Refused as refusal:
        return refused_page(request, str(refusal))
    except ValueError as unknown:
        raise Http404 from unknown
    whole = queries.draft(of)
    priority = priority_of(whole, passage)
    found = next((one for one in comments.passages_of(whole, priority) if one.key == passage), None)
    if found is None or found.on is not about:
        raise NotFound
    form = forms.CommentForm(request.POST or None)
    if form.is_valid():
        facts = form.cleaned_data | {"invented": calendar().demonstration}
        with refusals_on(form):
            actions.comment(
                plan=of,
                on=about,
                passage=passage,
                by=request.actor,
                at=moment(request),
                **facts,
            )
            messages.success(request, "Your comment is kept beside the text.")
            return to_passage(of.pk, priority)
    context = {"form": form, "passage": found, "key": of.pk, "priority": priority}
    return render(request, "plan/comment.html", context)


def to_passage(plan: UUID, priority: UUID | None) -> HttpResponse:
    if priority:
        return redirect("plan:read-priority", plan=plan, priority=priority)
    return redirect("plan:read-draft", plan=plan)


def priority_of(whole: queries.Draft, passage: str) -> UUID | None:
    """The priority that a passage stands under; none for a statement."""
    return next((one.id for one in whole.plan.priorities if passage in keys_under(one)), None)


@page(needs="office.open")
def comments_page(request: Asked, plan: UUID) -> HttpResponse:
    try:
        of = shared_plan(request, plan)
    except Refused as refusal:
        return refused_page(request, str(refusal))
    asked = {name: request.GET.get(name, "") for name in ("state", "partner", "on")}
    every = comments.comments(of.pk)
    met = [
        one
        for one in every
        if asked["state"] in {"", one.state}
        and asked["partner"] in {"", one.partner}
        and asked["on"] in {"", one.on}
    ]
    context = {
        "title": of.title,
        "key": of.pk,
        "every": len(every),
        "shown": Paginator(met, ON_A_PAGE).get_page(request.GET.get("page")),
        "number": len(met),
        "partners": sorted({one.partner for one in every if one.partner}),
        "states": list(CommentState),
        "passages": list(Passage),
        "asked": asked,
        "others": f"{urlencode({k: v for k, v in asked.items() if v})}&" if any(asked.values()) else "",
        "writes": request.actor.may(access.WRITE_ANY),
    }
    return render(request, "plan/comments.html", context)


@page(needs="plan.write")
def answer_page(request: Asked, comment: UUID) -> HttpResponse:
    plan, found = comments.one_comment(comment)
    form = forms.AnswerForm(request.POST or None)
    if form.is_valid():
        facts = form.cleaned_data
        with refusals_on(form):
            actions.answer_comment(
                token=facts["token"],
                comment=comment,
                text=facts["text"],
                settles=facts["settles"],
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, "Settled." if facts["settles"] else "Answered. It still waits.")
            return redirect("plan:comments", plan=plan)
    return render(request, "plan/answer_comment.html", {"form": form, "said": [found], "key": plan})

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from trust.foundation.design.files import sent_table
from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.directory.queries import setting
from trust.foundation.kernel.ids import new_id
from trust.vision.participation import actions, forms, queries
from trust.vision.participation.rules import may_show_reference
from trust.vision.participation.words import Showing

COLUMNS = ("reference", "given_on", "about", "district", "comment", "answer", "answered_on")
UNKNOWN_REFERENCE = "We have no comment with that reference. Check each letter and try again."


@page(needs="public")
def tell_us(request: Asked) -> HttpResponse:
    signed = request.POST.get("about") or request.GET.get("about", "")
    subject = queries.read_subject(signed)
    about = signed if subject != queries.Subject() else ""
    form = forms.TellUs(request.POST or None, initial={"token": new_id(), "about": about})
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return redirect("participation:thanks", comment=_keep(form, request).id)
    return render(
        request,
        "participation/tell_us.html",
        {"form": form, "subject": subject} | {"contact": setting().contact},
    )


def _keep(form: forms.TellUs, request: Asked) -> queries.CommentCard:
    sent = form.cleaned_data
    return actions.tell_us(
        token=sent["token"],
        text=sent["text"],
        about=sent["about"].about,
        about_title=sent["about"].title,
        district=sent["about"].district,
        given_on=request.today,
        by=request.actor,
        at=moment(request),
    )


@page(needs="public")
def thanks(request: Asked, *, comment: UUID) -> HttpResponse:
    card = queries.whole_comment(comment)
    fresh = may_show_reference(card.at, now=moment(request))
    context = {"reference": card.reference if fresh else "", "caught": fresh and card.caught}
    return render(request, "participation/thanks.html", context | {"contact": setting().contact})


@page(needs="public")
def answer(request: Asked) -> HttpResponse:
    """The reference comes by POST, so that it is in no address and no log."""
    form = forms.FindAnswer(request.POST or None)
    card = None
    if request.method == "POST" and form.is_valid():
        card = queries.answer_of(form.cleaned_data["reference"])
        if card is None:
            form.add_error("reference", UNKNOWN_REFERENCE)
    return render(request, "participation/answer.html", {"form": form, "card": card})


@page(needs="plan.write")
def comments(request: Asked) -> HttpResponse:
    form = forms.Search(request.GET)
    form.is_valid()
    asked = {name: value for name, value in form.cleaned_data.items() if value}
    if request.GET.get("format") == "csv":
        return as_file(request, {name: asked[name] for name in asked if name != "page"})
    found = queries.comments(**asked)
    return render(request, "participation/comments.html", {"form": form, "asked": asked, "found": found})


def as_file(request: Asked, asked: dict[str, Any]) -> HttpResponse:
    """Every comment of the ordinary list, as the list shows them."""
    rows = (
        (
            card.reference, card.given_on, card.about_title, card.district, card.text,
            card.answer.text if card.answer else None, card.answer.answered_on if card.answer else None,
        )
        for card in queries.every_comment(**asked)
    )  # fmt: skip
    return sent_table(COLUMNS, rows, f"comments-{request.today}.csv")


@page(needs="plan.write")
def comment(request: Asked, *, comment: UUID) -> HttpResponse:
    card = queries.comment(comment)
    form = forms.Answer(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            actions.answer_comment(
                comment=comment,
                text=form.cleaned_data["text"],
                answered_on=request.today,
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, "Your answer is kept. Anyone with the reference can read it.")
            return redirect("participation:comments")
    context = {"card": card, "form": form, "showing": forms.Show(initial=showing(card))}
    return render(request, "participation/comment.html", context)


def showing(card: queries.CommentCard) -> dict[str, str]:
    return {"choice": card.shown.value, "reason": card.why_not_shown}


@page(needs="plan.write")
def show(request: Asked, *, comment: UUID) -> HttpResponse:
    """Whether everyone may read it, with our answer."""
    card = queries.comment(comment)
    form = forms.Show(request.POST or None, initial=showing(card))
    if form.is_valid():
        with refusals_on(form):
            actions.show_comment(
                comment=comment,
                choice=Showing(form.cleaned_data["choice"]),
                reason=form.cleaned_data["reason"],
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, "Kept. You can choose again at any time.")
            return redirect("participation:comment", comment=comment)
    context = {"card": card, "form": forms.Answer(), "showing": form}
    return render(request, "participation/comment.html", context)


@page(needs="plan.write")
def mark(request: Asked, *, comment: UUID) -> HttpResponse:
    """Pass a comment to the duty officer: whoever marks it does not see it again."""
    card = queries.comment(comment)
    form = forms.Mark(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            actions.mark_concern(
                comment=comment, why=form.cleaned_data["why"], by=request.actor, at=moment(request)
            )
            messages.success(request, "The safeguarding duty officer has it now. It is in no list of yours.")
            return redirect("participation:comments")
    context = {"card": card, "form": form, "contact": setting().contact}
    return render(request, "participation/mark.html", context)

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from django.http import HttpResponse
from django.shortcuts import redirect, render

from trust.foundation.design.pages import Asked, SignInFirst, moment, page
from trust.foundation.directory.queries import calendar
from trust.foundation.people import access, actions, forms

ask_for_password = account.LoginView.as_view(template_name="people/sign_in.html", form_class=forms.SignIn)
ask_for_code = mfa.AuthenticateView.as_view(
    template_name="people/code.html",
    form_class=forms.SecondFactor,
    extra_context={"calendar": calendar},
)
ask_to_sign_out = account.LogoutView.as_view(template_name="people/sign_out.html")


@page(needs="public")
def sign_in(request: Asked) -> HttpResponse:
    response: HttpResponse = ask_for_password(request)
    return response


@page(needs="public")
def second_factor(request: Asked) -> HttpResponse:
    response: HttpResponse = ask_for_code(request)
    form = getattr(response, "context_data", {}).get("form")
    if form is not None and form.errors:
        actions.refuse_code(worker=form.user, by=access.named(form.user), at=moment(request))
    return response


@page(needs="public")
def sign_out(request: Asked) -> HttpResponse:
    response: HttpResponse = ask_to_sign_out(request)
    return response


@page(needs="public")
def kept_forms(request: Asked) -> HttpResponse:
    """What was being written when a session ended, given back to be sent again, or let go of."""
    worker, key = request.actor.worker, request.COOKIES.get(access.kept_cookie(), "")
    if worker is None:
        return SignInFirst(request.path)
    if request.method == "POST":
        actions.forget_forms(worker=worker, key=key, by=request.actor, at=moment(request))
        response: HttpResponse = redirect("/office/")
        response.delete_cookie(access.kept_cookie())
        return response
    return render(request, "people/kept.html", {"kept": access.kept_for(request)})

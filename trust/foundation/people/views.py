from allauth.account import views as account
from allauth.mfa.base import views as mfa
from django.http import HttpResponse

from trust.foundation.design.pages import Asked, moment, page
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

from typing import Any

from allauth.account.forms import LoginForm
from allauth.mfa.base.forms import AuthenticateForm
from django.core.cache import cache
from django.core.exceptions import ValidationError

from trust.foundation.design.forms import speak_plainly
from trust.foundation.people.access import Adapter

# A code is good for its own half minute and one on either side; it must not be used twice in all that time.
A_CODE_IS_REMEMBERED = 120


class SignIn(LoginForm):  # type: ignore[misc]  # the library has no types
    """E-mail address and password, in the words of our pages."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        email, password = self.fields["login"], self.fields["password"]
        email.label, password.label = "Email address", "Password"
        email.error_messages = {
            "required": "Enter your email address",
            "invalid": "Enter an email address such as name@example.org",
        }
        password.error_messages = {"required": "Enter your password"}
        password.help_text = ""
        email.widget.attrs = {"autocomplete": "username"}
        password.widget.attrs = {"autocomplete": "current-password"}
        speak_plainly(email)
        speak_plainly(password)


class SecondFactor(AuthenticateForm):  # type: ignore[misc]  # the library has no types
    """The six-digit code, once."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        code = self.fields["code"]
        code.label = "Six-digit code"
        code.help_text = "From the app on your telephone. It changes every half minute."
        code.error_messages = {"required": "Enter the six-digit code"}
        code.widget.attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
        speak_plainly(code)

    def clean_code(self) -> str:
        try:
            code = "".join(super().clean_code().split())
        except ValidationError as wrong:
            raise ValidationError(Adapter.error_messages.get(wrong.code, wrong.message)) from wrong
        if not cache.add(f"people.code-used.{self.user.pk}.{code}", "yes", timeout=A_CODE_IS_REMEMBERED):
            raise ValidationError(Adapter.error_messages["incorrect_code"])
        return code

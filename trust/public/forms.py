from django import forms
from django.core.validators import MaxLengthValidator

from trust.foundation.design.forms import PlainForm


class YourArea(PlainForm):
    """A postcode, sent by POST: it is in no address, no log and no table."""

    postcode = forms.CharField(
        label="Your postcode",
        help_text="For example PO9 1AA. We do not keep it.",
        validators=[
            MaxLengthValidator(20, "That is too long to be a postcode. A postcode looks like PO9 1AA.")
        ],
        widget=forms.TextInput(attrs={"autocomplete": "postal-code"}),
        error_messages={"required": "Enter a postcode, such as PO9 1AA."},
    )

from django import forms

from trust.foundation.design.forms import PlainForm


class BringIn(PlainForm):
    """An official file of figures, as it was downloaded."""

    file = forms.FileField(
        label="Which file?",
        help_text="A CSV file of up to 200 MB, as the publisher gives it out. Do not change it first.",
        error_messages={
            "required": "Choose a file.",
            "empty": "This file is empty. Download it again.",
            "missing": "Choose a file.",
        },
    )

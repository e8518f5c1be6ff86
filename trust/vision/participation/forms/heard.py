from uuid import UUID

from django import forms
from django.core.validators import MaxLengthValidator

from trust.foundation.design.forms import PlainForm
from trust.foundation.kernel.ids import new_id
from trust.vision.participation.queries import Subject, read_subject
from trust.vision.participation.rules import LONGEST_ANSWER, LONGEST_COMMENT

TOO_LONG = "Shorten it to %(limit_value)d characters. You wrote %(show_value)d."


class TellUs(PlainForm):
    """What someone wants to tell us. `token` makes the same form sent twice one comment."""

    token = forms.UUIDField(widget=forms.HiddenInput, required=False)
    about = forms.CharField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(
        label="What do you want to tell us?",
        help_text="Please do not give your name, or the name of any child.",
        widget=forms.Textarea(attrs={"rows": 8}),
        # Not `max_length`: a browser would cut off the end of what is pasted, and say nothing.
        validators=[MaxLengthValidator(LONGEST_COMMENT, TOO_LONG)],
        error_messages={"required": "Write what you want to tell us."},
    )

    def clean_token(self) -> UUID:
        # A form without its token is still kept: it only loses its guard against being sent twice.
        return self.cleaned_data["token"] or new_id()

    def clean_about(self) -> Subject:
        return read_subject(self.cleaned_data["about"])


class FindAnswer(PlainForm):
    reference = forms.CharField(
        label="Your reference",
        help_text="For example K7P-3XW-92M.",
        validators=[MaxLengthValidator(20, "A reference has nine letters and numbers, such as K7P-3XW-92M.")],
        error_messages={"required": "Write the reference we gave you."},
    )


class Answer(PlainForm):
    text = forms.CharField(
        label="Your answer",
        help_text="Say what was done, or why it was not. Anyone with the reference can read it.",
        widget=forms.Textarea(attrs={"rows": 6}),
        validators=[MaxLengthValidator(LONGEST_ANSWER, TOO_LONG)],
        error_messages={"required": "Write an answer: what was done, or why it was not."},
    )


class Search(PlainForm):
    """What to look for among the comments; what cannot be read is taken as not asked."""

    find = forms.CharField(label="Words or reference", max_length=100, required=False)
    waiting = forms.BooleanField(label="Only those waiting for an answer", required=False)
    about = forms.UUIDField(required=False)
    page = forms.IntegerField(min_value=1, required=False)

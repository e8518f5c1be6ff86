from uuid import UUID

from django import forms
from django.core.validators import MaxLengthValidator

from trust.foundation.design.forms import PlainForm
from trust.foundation.kernel.ids import new_id
from trust.vision.participation.queries import Subject, read_subject
from trust.vision.participation.rules import LONGEST_ANSWER, LONGEST_COMMENT
from trust.vision.participation.words import Showing

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


class Show(PlainForm):
    choice = forms.ChoiceField(
        label="Who may read this comment?",
        choices=[(one.value, one.label) for one in Showing],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who may read it."},
    )
    reason = forms.CharField(
        label="If it is not published, why?",
        max_length=500,
        required=False,
        help_text="Whoever wrote it can read this with their reference.",
    )


class Mark(PlainForm):
    why = forms.CharField(
        label="What worries you?",
        max_length=300,
        help_text="One line for the duty officer. Do not write a name.",
        error_messages={"required": "Say in one line what worries you."},
    )


class TellOfConcern(PlainForm):
    token = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    whom = forms.CharField(
        label="Whom did you tell?",
        max_length=200,
        help_text="The service and the post, such as “Children’s services referral team, by telephone”.",
        error_messages={"required": "Say whom you told."},
    )
    note = forms.CharField(
        label="What did they say?", widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=2000
    )


class ReturnConcern(PlainForm):
    why = forms.CharField(
        label="Why is no child in danger?",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
        error_messages={"required": "Say why no child may be in danger: it is kept."},
    )

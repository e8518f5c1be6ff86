from django import forms

from trust.foundation.design.fields import DayField
from trust.foundation.design.forms import PlainForm
from trust.foundation.kernel.ids import new_id
from trust.strategy.needs.queries import measure_choices, place_choices
from trust.strategy.needs.words import Sure


class AddFinding(PlainForm):
    """What we believe, and the figure it rests on. The form's own token is the finding's identifier."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    statement = forms.CharField(
        label="What have you found?",
        max_length=300,
        help_text="One sentence that could be wrong. Never about one child or one family.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write what you have found."},
    )
    group_label = forms.CharField(
        label="Which children is it about?",
        max_length=120,
        help_text="For example, young women aged 15 to 17 in two districts.",
        error_messages={"required": "Say which children it is about."},
    )
    how_sure = forms.ChoiceField(
        label="How sure are you?",
        choices=[(sure.value, sure.label) for sure in Sure],
        widget=forms.RadioSelect,
        error_messages={"required": "Say how sure you are."},
    )
    indicator = forms.ChoiceField(label="Which measure shows it?", required=False, choices=measure_choices)
    places = forms.MultipleChoiceField(
        label="In which places?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=place_choices,
    )
    comparison = forms.MultipleChoiceField(
        label="Beside which other places?",
        help_text="A place cannot be in both groups. With none, we show no gap.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=place_choices,
    )
    said_on = DayField(
        label="When was it found?", help_text="For example, 2 March 2009. Empty means today.", required=False
    )

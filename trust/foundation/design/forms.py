"""The form of the page of parts: one field of every kind, so that each can be seen and tried."""

from django import forms

from trust.foundation.design.fields import DayField


class EveryField(forms.Form):
    """Sent without an owner it shows every kind of error; it keeps nothing."""

    what = forms.CharField(
        label="What will be done?", help_text="One thing, in one sentence.", max_length=200
    )
    owner = forms.ChoiceField(
        label="Who answers for it?",
        choices=[("", "Choose a partner"), ("council", "County Council"), ("trust", "Primary Care Trust")],
        error_messages={"required": "The Board cannot own an action: choose the partner that will do it."},
    )
    due = DayField(label="By when?", help_text="For example, 31 March 2011.")
    known_by = forms.CharField(
        label="How will we know?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say how anyone will see that it is done."},
    )
    held = forms.ChoiceField(
        label="How is the money held?",
        choices=[("pooled", "Pooled"), ("aligned", "Aligned"), ("own", "In the partner’s own budget")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how the money is held."},
    )
    reaches = forms.MultipleChoiceField(
        label="Whom does it reach?",
        choices=[("all", "All children"), ("some", "Those doing worst")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    told = forms.BooleanField(
        label="The partner’s chief officer has agreed to this",
        error_messages={"required": "Ask the partner’s chief officer before you save this."},
    )

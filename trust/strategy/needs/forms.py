"""What the office writes: few fields, each a question in plain words."""

from typing import Any

from django import forms

from trust.foundation.design.fields import DayField
from trust.foundation.design.forms import PlainForm
from trust.foundation.directory.queries import calendar, organisations
from trust.foundation.kernel.ids import new_id
from trust.foundation.kernel.time import in_words
from trust.governance.board.queries import decisions
from trust.strategy.needs.queries import measure_choices, place_choices
from trust.strategy.needs.words import Counted, Show, Sure, Theme

ROWS = {"rows": 3}
MORE_ROWS = {"rows": 9}


def partner_choices() -> list[tuple[str, str]]:
    return [(str(one.id), one.name) for one in organisations(on=calendar().today)]


def decision_choices() -> list[tuple[str, str]]:
    """What the Board has decided, newest first."""
    taken = decisions(calendar().today, limit=40)
    return [(str(one.id), f"{in_words(one.day)}, {one.body}: {one.public_line}") for one in taken]


def choose_places(label: str, help_text: str = "", *, required: bool = False) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.CheckboxSelectMultiple,
        choices=place_choices,
    )


class AddFinding(PlainForm):
    """What we believe, and the figure it rests on. The form's own token is the finding's identifier."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    statement = forms.CharField(
        label="What have you found?",
        max_length=300,
        help_text="One sentence that could be wrong. Never about one child or one family.",
        widget=forms.Textarea(attrs=ROWS),
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
    places = choose_places("In which places?")
    comparison = choose_places(
        "Beside which other places?", "A place cannot be in both groups. With none, we show no gap."
    )
    said_on = DayField(
        label="When was it found?", help_text="For example, 2 March 2009. Empty means today.", required=False
    )
    refresh_by = DayField(
        label="When should it be looked at again?",
        help_text="Leave it empty if it need not be.",
        required=False,
    )


class AddGap(PlainForm):
    """What is not known. The form's own token is the gap's identifier."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    statement = forms.CharField(
        label="What do we not know?",
        max_length=300,
        widget=forms.Textarea(attrs=ROWS),
        error_messages={"required": "Write what is not known."},
    )
    group_label = forms.CharField(label="Which children is it about?", max_length=120)
    why_it_matters = forms.CharField(label="Why does it matter?", widget=forms.Textarea(attrs=ROWS))
    what_would_close = forms.CharField(label="What would close the gap?", widget=forms.Textarea(attrs=ROWS))
    who_could_close = forms.CharField(label="Who could?", max_length=200)
    refresh_by = DayField(label="When should it be looked at again?", required=False)


class BeginAssessment(PlainForm):
    token = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    title = forms.CharField(label="What is it called?", max_length=200)
    theme = forms.ChoiceField(
        label="What does it follow?",
        help_text="Its sections come from this.",
        choices=[(theme.value, theme.label) for theme in Theme],
        widget=forms.RadioSelect,
    )
    leads = forms.ChoiceField(label="Who leads it?", choices=partner_choices)


class WritePassage(PlainForm):
    words = forms.CharField(
        label="What do you want to say?",
        help_text="Do not write figures in it: cite them, and they stay up to date. Never about one child.",
        widget=forms.Textarea(attrs=MORE_ROWS),
        error_messages={"required": "Write something."},
    )


class Cite(PlainForm):
    """A measure and places; the page shows the sentence and the chart before it is kept."""

    indicator = forms.ChoiceField(
        label="Which measure?",
        choices=measure_choices,
        error_messages={"required": "Choose a measure."},
    )
    places = choose_places("In which places?", required=True)
    show = forms.ChoiceField(
        label="How should they be shown?",
        choices=[(show.value, show.label) for show in Show],
        initial=Show.TOGETHER.value,
        widget=forms.RadioSelect,
    )
    comparison = choose_places("Beside which other places?", "A place cannot be in both groups.")
    since = forms.CharField(
        label="From which period?",
        help_text="For a gap: for example, 1998. Empty means from the first that is known.",
        max_length=20,
        required=False,
    )


class AddCount(PlainForm):
    counted = forms.ChoiceField(
        label="What kind of count is it?",
        choices=[(counted.value, counted.label) for counted in Counted],
        widget=forms.RadioSelect,
    )
    what = forms.CharField(
        label="Which children?", help_text="For example, children taught at home.", max_length=200
    )
    area = forms.ChoiceField(label="Where?", choices=place_choices)
    period = forms.CharField(label="When?", help_text="For example, January 2010.", max_length=40)
    count = forms.IntegerField(
        label="How many?",
        help_text="It is kept to the nearest 5. A count from 1 to 5 could point to a child: leave it empty.",
        required=False,
        min_value=0,
    )
    withheld = forms.BooleanField(label="It is from 1 to 5", required=False)
    how_counted = forms.CharField(label="How was it counted, and by whom?", max_length=300)


class Share(PlainForm):
    partners = forms.MultipleChoiceField(
        label="Whom do you ask?",
        choices=partner_choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one partner to ask."},
    )
    answer_by = DayField(label="By when should they answer?", help_text="For example, 30 June 2010.")


class Why(PlainForm):
    why = forms.CharField(
        label="Why?", help_text="The public can read it.", widget=forms.Textarea(attrs=ROWS)
    )


class Agree(PlainForm):
    decision = forms.ChoiceField(
        label="By which decision did the Board agree it?",
        choices=decision_choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the decision."},
    )


class Comment(PlainForm):
    words = forms.CharField(
        label="What is wrong, or missing?",
        help_text="You speak for your organisation, and anyone may read it.",
        widget=forms.Textarea(attrs=ROWS),
        required=False,
    )
    nothing = forms.BooleanField(label="We have nothing to add", required=False)

    def clean(self) -> dict[str, Any]:
        """One of the two, and not both."""
        said = super().clean() or {}
        if bool(said.get("words")) == bool(said.get("nothing")):
            self.add_error("words", "Write your comment, or tick that you have nothing to add.")
        return said


class Answer(PlainForm):
    words = forms.CharField(
        label="What did you do about it?",
        widget=forms.Textarea(attrs=ROWS),
        error_messages={"required": "Say what you did about it, or why you did nothing."},
    )

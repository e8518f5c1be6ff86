"""What the office fills in about a consultation; a new thing carries its own id, as its form’s token."""

from enum import StrEnum
from typing import Any

from django import forms

from trust.foundation.design.fields import DayField
from trust.foundation.design.forms import PlainForm
from trust.foundation.kernel.ids import new_id
from trust.vision.participation.queries import Subject, read_subject
from trust.vision.participation.rules.consulted import FEWEST_SHOWN, twelve_weeks_on
from trust.vision.participation.words import GROUPS, Audience, Response, State

NO_POINTING = f"Leave it empty if it is between one and {FEWEST_SHOWN - 1}: that could point at somebody."


def labelled(words: type[StrEnum]) -> list[tuple[str, str]]:
    return [(word.value, getattr(word, "label", word.value)) for word in words]


def lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class New(PlainForm):
    token = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)


class OpenConsultation(New):
    """A closing day that is left empty is the day twelve weeks on."""

    about = forms.CharField(widget=forms.HiddenInput, required=False)
    about_title = forms.CharField(
        label="What is it about?",
        max_length=200,
        help_text="The plan or the service, as people call it.",
        error_messages={"required": "Say what the consultation is about."},
    )
    title = forms.CharField(
        label="What is it called?",
        max_length=200,
        help_text="A question is best: “What should change first?”",
        error_messages={"required": "Give the consultation a name."},
    )
    asked = forms.CharField(
        label="What do you ask?",
        widget=lines(4),
        help_text="In words that a child of eleven reads with ease.",
        error_messages={"required": "Write what you ask people."},
    )
    decision = forms.CharField(
        label="What will be decided with the answers, by whom and when?",
        max_length=300,
        error_messages={"required": "Say what will be decided with the answers."},
    )
    methods = forms.CharField(
        label="How do you reach people?",
        widget=lines(3),
        required=False,
        help_text="Say how you reach those who seldom answer.",
    )
    opens = DayField(label="It opens on", error_messages={"required": "Say on which day it opens."})
    closes = DayField(
        label="It closes on",
        required=False,
        help_text="Leave it empty for twelve weeks, which is the custom.",
    )
    why_short = forms.CharField(
        label="If it is shorter than twelve weeks, why?",
        max_length=300,
        required=False,
        help_text="The public reads this.",
    )

    def __init__(self, *args: Any, subject: Subject | None = None, **kw: Any) -> None:
        super().__init__(*args, **kw)
        if subject and subject.title:
            del self.fields["about_title"]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("opens") and not found.get("closes"):
            found["closes"] = twelve_weeks_on(found["opens"])
        return found

    def clean_about(self) -> Subject:
        return read_subject(self.cleaned_data["about"])


class CountReached(PlainForm):
    audience = forms.ChoiceField(label="Who answered?", choices=labelled(Audience))
    group = forms.ChoiceField(
        label="Which group among them?",
        choices=[("", "All of them together"), *((group, group) for group in GROUPS)],
        required=False,
    )
    other_group = forms.CharField(
        label="Or a group that is not in the list",
        max_length=120,
        required=False,
        help_text="Such as the pupils of one school. Leave it empty for all of them together.",
    )
    number = forms.IntegerField(
        label="How many answered?", min_value=0, required=False, help_text=NO_POINTING, max_value=10_000_000
    )
    population = forms.IntegerField(
        label="How many live here?",
        min_value=1,
        max_value=10_000_000,
        required=False,
        help_text="Of the same age, in the same area, in the same year.",
    )
    source = forms.CharField(label="Where is that from?", max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        other = found.pop("other_group", "")
        if other and found.get("group"):
            self.add_error("other_group", "Choose a group of the list or write another, not both.")
        return found | {"group": other or found.get("group", "")}


class WriteFinding(New):
    heading = forms.CharField(
        label="What did people say, in one line?",
        max_length=200,
        help_text="What a group said. Never what one child said.",
        error_messages={"required": "Say in one line what people told you."},
    )
    statement = forms.CharField(label="In a few sentences", widget=lines(4), required=False)
    audience = forms.ChoiceField(label="Who said it?", choices=labelled(Audience))


class AnswerFinding(PlainForm):
    response = forms.ChoiceField(
        label="What became of it?",
        choices=labelled(Response),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what became of it."},
    )
    text = forms.CharField(
        label="What did you do, or why can you not?",
        widget=lines(4),
        error_messages={"required": "Say what you did or will do, or why you cannot."},
    )
    owner = forms.CharField(label="Who answers for it?", max_length=200, required=False)
    told_on = DayField(
        label="On which day were those who said it told?",
        required=False,
        help_text="Leave it empty until they are.",
    )


class FindConsultations(PlainForm):
    """What to look for; what cannot be read is taken as not asked."""

    find = forms.CharField(label="Words", max_length=100, required=False)
    state = forms.ChoiceField(
        label="Show", choices=[("", "All consultations"), *labelled(State)], required=False
    )
    page = forms.IntegerField(min_value=1, required=False)

"""What a form says of a field that is empty or wrong."""

from decimal import Decimal

import pytest
from django import forms
from django.http import QueryDict

from trust.foundation.design.fields import DayField
from trust.foundation.design.forms import PlainForm


class Every(PlainForm):
    what = forms.CharField(label="What will be done?", max_length=10)
    percent = forms.DecimalField(label="How many %", min_value=Decimal("0"), max_digits=3, decimal_places=1)
    people = forms.IntegerField(label="How many people?", max_value=5)
    due = DayField(label="By when?")
    kind = forms.ChoiceField(label="Of what kind?", choices=[("a", "A")])
    places = forms.MultipleChoiceField(label="Where?", choices=[("a", "A")])
    agreed = forms.BooleanField(label="They agreed")
    own = forms.CharField(label="Name", max_length=3, error_messages={"required": "Give a name."})
    token = forms.UUIDField(widget=forms.HiddenInput)


def errors(**sent: str) -> dict[str, str]:
    return {name: str(said[0]) for name, said in Every(sent).errors.items()}


def test_what_is_left_empty_is_named() -> None:
    assert errors() == {
        "what": "Fill in “What will be done?”.",
        "percent": "Write “How many per cent” as a number, such as 12.50.",
        "people": "Write “How many people?” as a number, such as 12.",
        "due": "Write a day for “By when?”, such as 8 June 2010.",
        "kind": "Choose an answer to “Of what kind?”.",
        "places": "Choose an answer to “Where?”.",
        "agreed": "Tick “They agreed” before you go on.",
        "own": "Give a name.",
        "token": "Part of this page did not reach us. Open it again and send it once more.",
    }


@pytest.mark.parametrize(
    ("name", "sent", "said"),
    [
        ("what", "one two three", "Shorten “What will be done?” to 10 characters. You wrote 13."),
        ("percent", "-1", "“How many per cent” must be 0 or more."),
        ("percent", "many", "Write “How many per cent” as a number, such as 12.50."),
        ("percent", "1.25", "Write “How many per cent” with no more than 1 figures after the point."),
        ("people", "6", "“How many people?” must be 5 or less."),
        ("kind", "z", "Choose an answer to “Of what kind?”."),
    ],
)
def test_what_is_wrong_is_named(name: str, sent: str, said: str) -> None:
    assert errors(**{name: sent})[name] == said


def test_a_browser_does_not_cut_off_what_is_pasted() -> None:
    assert "maxlength" not in str(Every()["what"])


def test_marks_that_turn_a_text_about_are_left_out_of_every_answer() -> None:
    sent = QueryDict(mutable=True)
    sent.update({"what": "Done\u202e ton"})
    sent.setlist("places", ["a", "a"])
    form = Every(sent)
    assert form["what"].value() == "Done ton"
    assert form["places"].value() == ["a", "a"]
    assert form.data["what"] == "Done ton"


def test_what_was_not_sent_is_still_unbound() -> None:
    assert not Every(None).is_bound

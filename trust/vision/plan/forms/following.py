"""What an owner says by link, and what the officer and the asked partner fill in."""

from django import forms

from trust.foundation.design.fields import DayField
from trust.vision.plan.forms.parts import New, asked_for, lines, of
from trust.vision.plan.words import CardQuestion, Standing


class ContactForm(New):
    post = forms.CharField(
        label="Which post do we write to?",
        max_length=160,
        help_text="Such as Head of children’s commissioning. Not a person’s name.",
        error_messages=asked_for("Give the post, such as Head of children’s commissioning."),
    )
    address = forms.EmailField(
        label="Its e-mail address",
        required=False,
        help_text="Best is one that stays when people leave. Leave it empty to stop writing to them.",
        error_messages={"invalid": "Write an e-mail address, such as plans@council.example."},
    )


class AnswerAction(New):
    standing = forms.ChoiceField(
        label="How is it going?",
        choices=of(Standing),
        widget=forms.RadioSelect,
        error_messages=asked_for("Say how it is going."),
    )
    words = forms.CharField(
        label="What should people know?",
        required=False,
        widget=lines(3),
        help_text="One line is enough. Needed if it is at risk or not done.",
    )


class AnswerService(New):
    """Of a service measure: the number of the quarter, and a line."""

    number = forms.DecimalField(
        label="The number for the quarter",
        required=False,
        max_digits=14,
        decimal_places=4,
        help_text="Leave it empty if there is none yet, and say why below.",
    )
    words = forms.CharField(label="What is behind it?", required=False, widget=lines(3))


class AnswerPopulation(New):
    """Of a population measure only the story is asked: its figure is published, not given."""

    words = forms.CharField(
        label="What is behind the figure?",
        widget=lines(3),
        help_text="What you see happening, in a line or two.",
        error_messages=asked_for("Say in a line what is behind the figure."),
    )


class ExceptionForm(New):
    story = forms.CharField(
        label="What is behind the figures?",
        widget=lines(4),
        error_messages=asked_for("Say what is behind the figures."),
    )
    doing = forms.CharField(
        label="What will be done, and by whom?",
        widget=lines(4),
        error_messages=asked_for("Say what will be done, and by whom."),
    )
    green_by = DayField(
        label="By which day will it be on its path again?",
        help_text="For example, 31 March 2011.",
        error_messages=asked_for("Say by which day, such as 31 March 2011."),
    )
    help_needed = forms.CharField(
        label="What help do you need, and from whom?", required=False, widget=lines(2)
    )


class ChallengeAnswer(New):
    text = forms.CharField(
        label="Your answer", widget=lines(5), error_messages=asked_for("Write the answer.")
    )


class PlaceOnCard(New):
    question = forms.ChoiceField(
        label="Which question does it answer?", choices=[(one.value, one.label) for one in CardQuestion]
    )

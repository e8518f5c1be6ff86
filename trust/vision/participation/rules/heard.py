"""What may be sent to us, and for how long a reference stays on the screen. The moment is an argument."""

from datetime import datetime, timedelta

from trust.foundation.kernel.refusals import Refused

LONGEST_COMMENT = 5_000
LONGEST_ANSWER = 5_000
# A library's computer is shared: whoever opens the address later must not find what was said.
REFERENCE_SHOWN_FOR = timedelta(minutes=30)


def check_comment(text: str) -> None:
    """
    >>> check_comment("The bus is the problem.")
    """
    if not text.strip():
        raise Refused("Write what you want to tell us.")
    if len(text) > LONGEST_COMMENT:
        raise Refused(f"Shorten it to {LONGEST_COMMENT:,} characters. You wrote {len(text):,}.")


def check_answer(text: str) -> None:
    if not text.strip():
        raise Refused("Write an answer: what was done, or why it was not.")
    if len(text) > LONGEST_ANSWER:
        raise Refused(f"Shorten the answer to {LONGEST_ANSWER:,} characters. You wrote {len(text):,}.")


def check_voice(quotes: tuple[tuple[str, str], ...], heard_from: int | None) -> None:
    if any(not words.strip() or not who.strip() for words, who in quotes):
        raise Refused("A quote needs its words and who said them, such as “young woman, 16”.")
    if heard_from == 0:
        raise Refused("If nobody was heard, leave the number out and say who was not heard.")


def may_show_reference(given: datetime, *, now: datetime) -> bool:
    return now - given < REFERENCE_SHOWN_FOR


def tidy_reference(typed: str) -> str:
    """A reference as we keep it, however it was typed.

    >>> tidy_reference(" k7p 3xw92m ")
    'K7P-3XW-92M'
    """
    letters = "".join(letter for letter in typed.upper() if letter.isalnum())
    return "-".join(letters[start : start + 3] for start in range(0, len(letters), 3))

"""What many parts of one piece of work ask for is found out once, and forgotten with the work."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import cast

type Question = tuple[Callable[..., object], tuple[object, ...], frozenset[tuple[str, object]]]

_known: ContextVar[dict[Question, object] | None] = ContextVar("known", default=None)


@contextmanager
def remembering() -> Iterator[None]:
    """Within this, a question marked `asked_once` is answered once; outside it, afresh each time."""
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def asked_once[**P, T](ask: Callable[P, T]) -> Callable[P, T]:
    """For what nobody changes in the middle of a request; the arguments can be hashed."""

    @wraps(ask)
    def answer(*args: P.args, **named: P.kwargs) -> T:
        known = _known.get()
        if known is None:
            return ask(*args, **named)
        question = (ask, args, frozenset(named.items()))
        if question not in known:
            known[question] = ask(*args, **named)
        return cast(T, known[question])

    return answer

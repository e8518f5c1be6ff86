"""Two officers who do the same thing at once: the second is told in a sentence, and loses nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction
from psycopg.errors import UniqueViolation

from trust.foundation.kernel.refusals import Refused


@contextmanager
def second_is_told(sentence: str) -> Iterator[None]:
    """Refuse, in this sentence, a write that meets what somebody else has written in the meantime."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as clash:
        if not isinstance(clash.__cause__, UniqueViolation):
            raise
        raise Refused(sentence) from clash

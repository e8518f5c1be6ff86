"""No test meets what another wrote: only a database to which nothing was written is given out again."""

import pytest
from django.db import connections

from conftest import a_copy

ADDS = "insert into django_migrations (app, name, applied) values ('none', 'none', now())"


@pytest.mark.parametrize(
    ("deed", "given_again"),
    [
        ("select count(*) from django_migrations", True),
        (ADDS, False),
        (f"begin; {ADDS}; rollback", False),
        ("update django_migrations set name = 'none'", False),
        ("delete from django_migrations", False),
        ("truncate django_migrations", False),
        ("create table made (by_a_test int)", False),
    ],
)
def test_a_database_is_given_again_where_nothing_was_written(
    empty_database: str, deed: str, given_again: bool
) -> None:
    with a_copy("empty") as first, connections["owner"].cursor() as cursor:
        cursor.execute(deed)
    with a_copy("empty") as second:
        assert (second == first) is given_again

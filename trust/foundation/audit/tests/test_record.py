from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, connection, connections, transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.audit.models import Event
from trust.foundation.kernel.actor import SYSTEM
from trust.foundation.kernel.refusals import Refused

LONG_AGO = datetime(1998, 1, 1, tzinfo=UTC)


@pytest.fixture
def event(database: str) -> None:
    record("audit.test.done", on=Event(), by=SYSTEM, at=LONG_AGO, why="to see")


def ask(alias: str, statement: str, *values: Any) -> list[tuple[Any, ...]]:
    with connections[alias].cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


def one(column: str) -> Any:
    [(value,)] = ask("owner", f"select {column} from audit_event where verb = 'audit.test.done'")
    return value


def test_the_database_says_when_whatever_time_the_application_gives(event: None) -> None:
    assert one("at") == LONG_AGO
    assert one("now() - recorded_at < interval '1 minute'")
    assert one("transaction < pg_current_xact_id()")
    assert one("role") == connection.settings_dict["USER"]


def test_the_application_cannot_choose_what_the_database_says(event: None) -> None:
    ask(
        "default",
        """insert into audit_event
        (id, verb, subject, "by", at, detail, recorded_at, transaction, role, asked_by) values
        (gen_random_uuid(), 'audit.forged', '', '', now(), '{}', %s, '1', 'nobody', gen_random_uuid())""",
        LONG_AGO,
    )
    [row] = ask(
        "owner",
        """select recorded_at > now() - interval '1 minute', transaction <> '1', role, asked_by
        from audit_event where verb = 'audit.forged'""",
    )
    assert row == (True, True, "trust_open", None)


FORBIDDEN = ["update audit_event set verb = 'nothing'", "delete from audit_event", "truncate audit_event"]


@pytest.mark.parametrize("alias", ["default", "closed"])
@pytest.mark.parametrize("statement", ["select * from audit_event", *FORBIDDEN])
def test_a_web_role_may_neither_read_nor_change_the_record(event: None, alias: str, statement: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"):
        ask(alias, statement)


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_not_even_the_owner_changes_the_record(event: None, statement: str) -> None:
    with pytest.raises(ProgrammingError, match="never changed or removed"):
        ask("owner", statement)
    assert one("count(*)") == 1


def test_the_second_of_two_at_once_is_told_and_may_go_on(event: None) -> None:
    first = Event(verb="audit.test.again", at=LONG_AGO)
    with transaction.atomic():
        first.save(force_insert=True)
        with pytest.raises(Refused, match="Someone was first"), second_is_told("Someone was first."):
            first.save(force_insert=True)
        record("audit.test.after", on=Event(), by=SYSTEM, at=LONG_AGO)
    told = ask("owner", "select count(*) from audit_event where verb like 'audit.test.a%%'")
    assert told == [(2,)]


def test_what_the_database_refuses_to_everyone_is_no_clash(event: None) -> None:
    with pytest.raises(IntegrityError, match="null value"), second_is_told("Someone was first."):
        Event.objects.create(verb="audit.test.undated")

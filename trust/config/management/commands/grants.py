"""Give the two web roles exactly what each table's `kept` says, and nothing of the other side."""

from typing import Any

from django.apps import apps
from django.core.management import BaseCommand
from django.db import connections
from django.db.models import Model

from trust.config.router import feature
from trust.foundation.kernel.keeping import Writes
from trust.foundation.kernel.side import CLOSED_FEATURES, OPEN_FEATURES

OPEN, CLOSED = "trust_open", "trust_closed"


def roles_for(model: type[Model]) -> tuple[str, ...]:
    match feature(model._meta.app_label):
        case side if side in OPEN_FEATURES:
            return (OPEN,)
        case side if side in CLOSED_FEATURES:
            return (CLOSED,)
    return (OPEN, CLOSED)


def grants() -> list[str]:
    """The statements, in order: first take everything away, then give by name."""
    taken = [
        f"revoke all on all {things} in schema public from public, {OPEN}, {CLOSED}"
        for things in ("tables", "sequences")
    ]
    given = [
        f'grant {writes_of(model).value} on "{model._meta.db_table}" to {", ".join(roles_for(model))}'
        for model in apps.get_models(include_auto_created=True)
    ]
    counters = f"grant usage on all sequences in schema public to {OPEN}, {CLOSED}"
    return [*taken, f"grant usage on schema public to {OPEN}, {CLOSED}", *given, counters]


def writes_of(model: type[Model]) -> Writes:
    kept = getattr(model, "kept", None)
    return kept.writes if kept else Writes.PASSING


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        with connections["owner"].cursor() as cursor:
            for statement in grants():
                cursor.execute(statement)

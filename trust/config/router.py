from typing import Any

from django.apps import apps
from django.db.models import Model

from trust.foundation.kernel.side import CLOSED_FEATURES, OPEN_FEATURES, current_side


def feature(app_label: str) -> str:
    """The feature of the house that an app stands in; a library's app stands in none."""
    parts = apps.get_app_config(app_label).name.split(".")
    return parts[1] if parts[0] == "trust" else ""


class BySide:
    """Send every query to the connection of the side this request is on; only the owner migrates."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        return current_side().value

    db_for_write = db_for_read

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:
        features = {feature(one._meta.app_label), feature(other._meta.app_label)}
        return not (features & OPEN_FEATURES and features & CLOSED_FEATURES)

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == "owner"

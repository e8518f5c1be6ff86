"""A published plan as one canonical JSON text: the pages, the PDF and the downloads all read this."""

import hashlib
import json
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from trust.vision.plan.formats.published import (
    CitedNeed,
    CitedVoice,
    PublishedAction,
    PublishedAlignment,
    PublishedCounted,
    PublishedGroup,
    PublishedMeasure,
    PublishedPlan,
    PublishedPledge,
    PublishedPriority,
    PublishedRow,
    PublishedStatement,
)

# A text of the first shape, which had priorities alone, is still read.
SCHEMA = "childrens-trust/plan/2"


def write(plan: PublishedPlan) -> str:
    """The canonical text: sorted keys, no spaces, days as ISO, money and targets as exact decimals."""
    return json.dumps(asdict(plan), sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def read(text: str) -> PublishedPlan:
    """The plan that a canonical text holds."""
    plan = json.loads(text)
    days = {name: date.fromisoformat(plan[name]) for name in ("first", "last")}
    parts = {
        "priorities": tuple(_priority(row) for row in plan["priorities"]),
        "statements": tuple(PublishedStatement(**row) for row in plan.get("statements", ())),
        "alignments": tuple(_alignment(row) for row in plan.get("alignments", ())),
        "groups": tuple(_group(row) for row in plan.get("groups", ())),
        "rows": tuple(_row(row) for row in plan.get("rows", ())),
        "counted": tuple(_counted(row) for row in plan.get("counted", ())),
    }
    return PublishedPlan(**{**plan, **days, **parts})


def _alignment(row: dict[str, Any]) -> PublishedAlignment:
    return PublishedAlignment(**{**row, "stated_on": date.fromisoformat(row["stated_on"])})


def _group(row: dict[str, Any]) -> PublishedGroup:
    return PublishedGroup(**{**row, "priority": UUID(row["priority"]) if row["priority"] else None})


def _row(row: dict[str, Any]) -> PublishedRow:
    ids = {
        "id": UUID(row["id"]),
        "priority_id": _uuid(row["priority_id"]),
        "owner_id": _uuid(row["owner_id"]),
    }
    rest = {"due": _day(row["due"]), "targets": tuple((period, aim) for period, aim in row["targets"])}
    return PublishedRow(**{**row, **ids, **rest})


def _counted(row: dict[str, Any]) -> PublishedCounted:
    ids = {"id": UUID(row["id"]), "from_plan": UUID(row["from_plan"]), "priority": _uuid(row["priority"])}
    return PublishedCounted(**{**row, **ids, "due": _day(row["due"]), "amount": _decimal(row["amount"])})


def _priority(row: dict[str, Any]) -> PublishedPriority:
    parts = {
        "needs": tuple(_need(need) for need in row["needs"]),
        "voices": tuple(_voice(voice) for voice in row["voices"]),
        "actions": tuple(_action(action) for action in row["actions"]),
        "pledges": tuple(_pledge(pledge) for pledge in row["pledges"]),
        "measures": tuple(_measure(measure) for measure in row["measures"]),
        "outcomes": tuple(row.get("outcomes", ())),
        "aims": tuple(row.get("aims", ())),
    }
    return PublishedPriority(**{**row, **parts, "id": UUID(row["id"])})


def _need(row: dict[str, Any]) -> CitedNeed:
    lists = {"group": tuple(row["group"]), "others": tuple(row["others"])}
    return CitedNeed(**{**row, **lists, "id": UUID(row["id"])})


def _voice(row: dict[str, Any]) -> CitedVoice:
    quotes = tuple((words, who) for words, who in row["quotes"])
    return CitedVoice(**{**row, "quotes": quotes, "id": UUID(row["id"])})


def _action(row: dict[str, Any]) -> PublishedAction:
    ids = {"id": UUID(row["id"]), "owner_id": UUID(row["owner_id"])}
    return PublishedAction(**{**row, **ids, "due": date.fromisoformat(row["due"])})


def _pledge(row: dict[str, Any]) -> PublishedPledge:
    ids = {"id": UUID(row["id"]), "partner_id": UUID(row["partner_id"])}
    agreed = {"agreed_on": date.fromisoformat(row["agreed_on"]), "amount": _decimal(row["amount"])}
    return PublishedPledge(**{**row, **ids, **agreed})


def _measure(row: dict[str, Any]) -> PublishedMeasure:
    ids = {"id": UUID(row["id"]), "owner_id": UUID(row["owner_id"]), "areas": tuple(row["areas"])}
    figures = {name: _decimal(row[name]) for name in ("baseline", "target", "tolerance")}
    yearly = tuple((period, Decimal(value)) for period, value in row.get("yearly_targets", ()))
    return PublishedMeasure(**{**row, **ids, **figures, "yearly_targets": yearly})


def _uuid(text: str | None) -> UUID | None:
    return UUID(text) if text else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)

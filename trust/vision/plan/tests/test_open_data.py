"""A version as open data: its schema, which every published version obeys, and its tables."""

import csv
import json
from io import StringIO
from typing import Any

import jsonschema
import pytest
from django.test import Client

from trust.vision.plan import queries
from trust.vision.plan.formats.schema import schema
from trust.vision.plan.models import PlanVersion


def test_every_published_version_obeys_the_schema(live: queries.Published) -> None:
    judge = jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker())
    texts = list(PlanVersion.objects.values_list("snapshot", flat=True))
    assert texts
    for text in texts:
        judge.validate(json.loads(text))


def test_the_schema_is_one_and_is_served(town: str, visitor: Client) -> None:
    answer = visitor.get("/plans/schema.json")
    assert answer["Content-Type"] == "application/schema+json"
    jsonschema.Draft202012Validator.check_schema(answer.json())
    assert answer.json() == json.loads(json.dumps(schema()))


@pytest.mark.parametrize(
    ("field", "wrong"), [("first", 2009), ("priorities", {}), ("unasked", 1), ("title", None)]
)
def test_a_text_of_another_shape_is_refused(live: queries.Published, field: str, wrong: Any) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(queries.text_of(live.id, live.number)) | {field: wrong}, schema())


@pytest.mark.parametrize("table", ["actions", "pledges", "measures"])
def test_each_table_has_every_row_under_its_priority(
    live: queries.Published, visitor: Client, table: str
) -> None:
    text = visitor.get(f"/plans/{live.id}/version/{live.number}/{table}.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text)))
    assert len(rows) == sum(len(getattr(one, table)) for one in live.plan.priorities)
    assert {row["priority"] for row in rows} <= {one.title for one in live.plan.priorities}


def test_there_is_no_other_table(live: queries.Published, visitor: Client) -> None:
    assert visitor.get(f"/plans/{live.id}/version/{live.number}/people.csv").status_code == 404

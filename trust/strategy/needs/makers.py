from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from trust.foundation.directory.queries import organisation_by_key
from trust.foundation.kernel.actor import SYSTEM, Actor
from trust.strategy.needs import actions
from trust.strategy.needs.models import Assessment, Finding
from trust.strategy.needs.queries import sections
from trust.strategy.needs.words import Sure, Theme

MARCH = datetime(2009, 3, 2, 10, tzinfo=UTC)
APRIL = datetime(2009, 4, 6, 10, tzinfo=UTC)


def a_finding(**facts: Any) -> Finding:
    """A finding about Gosport and Havant, or as the caller says."""
    usual: dict[str, Any] = {
        "statement": "Young women in Gosport and Havant are more likely to become pregnant before 18",
        "group_label": "Young women aged 15 to 17",
        "how_sure": Sure.FAIRLY,
        "invented": True,
        "by": SYSTEM,
        "at": MARCH,
    }
    return actions.add_finding(**(usual | facts))


def a_gap(section: UUID, **facts: Any) -> Finding:
    """Something that is not known, or as the caller says."""
    usual: dict[str, Any] = {
        "statement": "We do not know how many children have no parent in work",
        "group_label": "Children in families without work",
        "why_it_matters": "It is the likeliest reason for a child to be poor.",
        "what_would_close": "Counts by district each year.",
        "who_could_close": "Jobcentre Plus",
        "invented": True,
        "by": SYSTEM,
        "at": MARCH,
    }
    return actions.add_gap(section=section, **(usual | facts))


def an_assessment(**facts: Any) -> Assessment:
    """A child poverty assessment that the county council leads, with its sections empty."""
    usual: dict[str, Any] = {
        "title": "Child poverty here",
        "theme": Theme.CHILD_POVERTY,
        "leads": organisation_by_key("hampshire-county-council").id,
        "invented": True,
        "by": SYSTEM,
        "at": MARCH,
    }
    return actions.begin_assessment(**(usual | facts))


def a_written_assessment(**facts: Any) -> Assessment:
    """One with something in every section, and a finding in the first."""
    begun = an_assessment(**facts)
    at = facts.get("at", MARCH)
    places = {"indicator": "ni-112", "places": ["E10000014"]}
    for section in sections(begun.id):
        actions.write_passage(section=section.id, words=f"On {section.title}.", by=SYSTEM, at=at)
    a_finding(section=sections(begun.id)[0].id, at=at, **places)
    return begun


def a_shared_assessment(*partners: str, answer_by: date = date(2009, 4, 30), **facts: Any) -> Assessment:
    """One that partners, by their keys, are asked to comment on."""
    written = a_written_assessment(**facts)
    asked = [organisation_by_key(key).id for key in partners or ("hampshire-pct",)]
    at = facts.get("at", MARCH)
    actions.share(assessment=written.id, partners=asked, answer_by=answer_by, by=SYSTEM, at=at)
    return written


def speaking_for(key: str) -> Actor:
    """Somebody invented who speaks for a partner."""
    return Actor("Ian Colebrook", organisation=organisation_by_key(key).id)

"""Bring in the registers of the frameworks, and how an area's own measures stand to them."""

from datetime import datetime
from pathlib import Path

from django.db import transaction

from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.loading import LoadReport
from trust.vision.outcomes.actions import register_crossings, register_definitions
from trust.vision.outcomes.formats.registers import (
    CROSSINGS,
    FOLDER,
    frameworks,
    read_crossings,
    read_framework,
)


@transaction.atomic
def load_register(folder: Path, *, by: Actor, at: datetime, registers: Path = FOLDER) -> LoadReport:
    """Register the frameworks' definitions and both files of crossings; the same twice change nothing."""
    read = [read_framework(registers, framework) for framework in frameworks(registers)]
    crossings = [read_crossings(one / CROSSINGS) for one in (registers, folder / "register")]
    refused = [sentence for _, wrong in (*read, *crossings) for sentence in wrong]
    if refused:
        return LoadReport(refused=refused)
    stated = [one for some, _ in read for one in some]
    crossed = [one for some, _ in crossings for one in some]
    added = len(register_definitions(stated=stated, by=by, at=at))
    added += len(register_crossings(stated=crossed, by=by, at=at))
    return LoadReport(added=added, unchanged=len(stated) + len(crossed) - added)

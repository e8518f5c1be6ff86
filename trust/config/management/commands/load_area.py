"""Load an area's folder: every file is checked, and all of it is loaded or none of it."""

from argparse import ArgumentParser
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from trust.foundation.directory.loaders import load_directory, mark_demonstration
from trust.foundation.kernel.actor import SYSTEM
from trust.foundation.kernel.loading import LoadReport
from trust.foundation.kernel.refusals import Refused
from trust.governance.board.loaders import load_governance
from trust.governance.partnership.queries import partner_kinds
from trust.vision.outcomes.loaders import load_figures, load_register
from trust.vision.outcomes.queries import waiting_rows


class NothingLoaded(Exception):
    """Undo everything: something in the folder was refused."""


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--demonstration", action="store_true", help="mark this installation so, for ever"
        )

    def handle(self, *args: Any, folder: Path, demonstration: bool, **options: Any) -> None:
        now = timezone.now()
        try:
            if demonstration:
                mark_demonstration(folder, by=SYSTEM, at=now)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        report = load_area(folder, at=now)
        if report.refused:
            raise CommandError("\n".join(["Nothing was loaded.", *report.refused]))
        if options["verbosity"]:
            self.stdout.write(f"{folder.name}: {report}.")
        for row in waiting_rows():
            self.stdout.write(f"waits: {row.file}, line {row.line}, {row.field}: {row.sentence}")


def load_area(folder: Path, *, at: datetime) -> LoadReport:
    """Bring in the area's rooms from the lowest up, each standing on the one before."""
    report = LoadReport()
    steps: tuple[Callable[[], LoadReport], ...] = (
        lambda: load_directory(folder, kinds=partner_kinds(), by=SYSTEM, at=at),
        lambda: load_governance(folder, by=SYSTEM, at=at),
        lambda: load_register(folder, by=SYSTEM, at=at),
        lambda: load_figures(folder, by=SYSTEM, at=at),
    )
    try:
        with transaction.atomic():
            for step in steps:
                report += step()
                if report.refused:
                    raise NothingLoaded
    except NothingLoaded:
        return LoadReport(refused=report.refused)
    return report

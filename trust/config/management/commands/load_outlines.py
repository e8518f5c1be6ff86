"""Load boundary files as they were downloaded: what each has outlines of is known by its columns."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from trust.foundation.kernel.actor import SYSTEM
from trust.foundation.kernel.refusals import Refused
from trust.vision.outcomes.loaders import OutlinesArrival, load_outlines, read_outlines_file


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", type=Path, nargs="+", metavar="file")
        parser.add_argument("--preview", action="store_true", help="say what it would change; keep nothing")

    def handle(self, *args: Any, files: list[Path], preview: bool, **options: Any) -> None:
        refused = [file for file in files if not self.went_in(file, preview=preview)]
        if refused:
            raise CommandError(f"{len(refused)} of {len(files)} files were not loaded.")

    def went_in(self, file: Path, *, preview: bool) -> bool:
        """Whether a file could be read: one that is refused does not stop the others."""
        try:
            if not file.is_file():
                raise Refused(f"There is no file {file}.")
            arrival = read_outlines_file(file)
        except Refused as refusal:
            self.stdout.write(f"{file.name}: not loaded. {refusal}")
            return False
        self.say(arrival)
        if preview:
            self.stdout.write("Nothing was loaded.")
        elif not load_outlines(arrival, by=SYSTEM, at=timezone.now()):
            self.stdout.write("Nothing in this file is new.")
        return True

    def say(self, arrival: OutlinesArrival) -> None:
        found = arrival.boundaries
        self.stdout.write(
            f"{arrival.file.name}: outlines of {found.geography.several}, {found.vintage}: "
            f"{arrival.new} new, {arrival.same} the same, {arrival.changed} changed, "
            f"{len(found.faults)} refused, {len(arrival.unknown)} of places that we do not know."
        )
        for fault in found.faults:
            self.stdout.write(f"refused: outline {fault.line}, {fault.row}: {fault.sentence}")

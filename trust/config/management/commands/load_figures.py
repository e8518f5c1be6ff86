"""Load official files of figures, as they were downloaded: what each is is known by its first line."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from trust.foundation.kernel.actor import SYSTEM
from trust.foundation.kernel.refusals import Refused
from trust.vision.outcomes.formats.official.assemble import Told
from trust.vision.outcomes.loaders import Arrival, DayNeeded, load_arrival, read_arrival


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", type=Path, nargs="+", metavar="file")
        parser.add_argument("--preview", action="store_true", help="say what it would change; load nothing")
        parser.add_argument("--published-on", type=date.fromisoformat, help="the day every figure came out")
        parser.add_argument("--licence", default="", help="where the publisher's is not known")
        parser.add_argument("--sheet", default="", help="the sheet of a spreadsheet")
        parser.add_argument("--confirm", action="store_true", help="what looks wrong with the file is right")

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        if len(files) == 1:
            self.bring_in(files[0], **options)
            return
        refused = [file for file in files if not self.went_in(file, **options)]
        if refused:
            raise CommandError(f"{len(refused)} of {len(files)} files were not loaded.")

    def went_in(self, file: Path, **options: Any) -> bool:
        """Whether one of many files could be brought in: a file that is refused does not stop the others."""
        self.stdout.write(f"\n{file.name}")
        try:
            self.bring_in(file, **options)
        except CommandError as refusal:
            self.stdout.write(f"Not loaded: {refusal}")
            return False
        return True

    def bring_in(self, file: Path, *, preview: bool, **options: Any) -> None:
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        told = Told(options.get("published_on"), options.get("licence", ""), options.get("sheet", ""))
        try:
            arrival = read_arrival(file, told)
            self.say(arrival)
            if preview:
                self.stdout.write("Nothing was loaded.")
            else:
                self.load(arrival, confirmed=options.get("confirm", False))
        except DayNeeded as refusal:
            raise CommandError(f"{refusal} Use --published-on.") from None
        except Refused as refusal:
            raise CommandError(str(refusal)) from None

    def load(self, arrival: Arrival, *, confirmed: bool) -> None:
        if load_arrival(arrival, by=SYSTEM, at=timezone.now(), confirmed=confirmed):
            self.stdout.write(f"Loaded as {arrival.name}.")
        else:
            self.stdout.write("Nothing in this file is new.")

    def say(self, arrival: Arrival) -> None:
        reading, comparison = arrival.reading, arrival.comparison
        self.stdout.write(
            f"{reading.family.title}: {comparison.new} new, {comparison.same} the same, "
            f"{len(comparison.moved)} changed, {len(arrival.faults)} refused."
        )
        if reading.repeated:
            self.stdout.write(f"Repeated in the file, and counted once: {reading.repeated}.")
        if reading.neighbours:
            self.stdout.write(
                f"Sets of neighbours: {len(arrival.neighbours)} new of {len(reading.neighbours)}."
            )
        for note in reading.notes:
            self.stdout.write(f"note: {note}")
        for warning in arrival.warnings:
            self.stdout.write(f"warning: {warning} (--confirm says that it is right.)")
        for moved in comparison.moved:
            self.stdout.write(
                f"changed: {moved.indicator}, {moved.place}, {moved.period}: {moved.was} → {moved.now}"
            )
        for fault in arrival.faults:
            self.stdout.write(f"refused: line {fault.line}, {fault.field}: {fault.sentence}")

"""Load one official file of figures, as it was downloaded: what it is is known by its first line."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from trust.foundation.kernel.actor import SYSTEM
from trust.foundation.kernel.refusals import Refused
from trust.vision.outcomes.loaders import Arrival, load_arrival, read_arrival


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--preview", action="store_true", help="say what it would change; load nothing")

    def handle(self, *args: Any, file: Path, preview: bool, **options: Any) -> None:
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        try:
            arrival = read_arrival(file)
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        self.say(arrival)
        if preview:
            self.stdout.write("Nothing was loaded.")
        elif load_arrival(arrival, by=SYSTEM, at=timezone.now()):
            self.stdout.write(f"Loaded as {arrival.name}.")
        else:
            self.stdout.write("Nothing in this file is new.")

    def say(self, arrival: Arrival) -> None:
        reading, comparison = arrival.reading, arrival.comparison
        self.stdout.write(
            f"{reading.family.title}: {comparison.new} new, {comparison.same} the same, "
            f"{len(comparison.moved)} changed, {len(reading.faults)} refused."
        )
        for moved in comparison.moved:
            self.stdout.write(
                f"changed: {moved.indicator}, {moved.place}, {moved.period}: {moved.was} → {moved.now}"
            )
        for fault in reading.faults:
            self.stdout.write(f"refused: line {fault.line}, {fault.field}: {fault.sentence}")

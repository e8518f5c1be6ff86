"""Bring the database up to date: tables, grants, the area and, for a demonstration, its people and plan."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, call_command


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--demo", action="store_true", help="make this installation a demonstration, for ever"
        )
        parser.add_argument("--area", default=str(settings.ROOT / "areas" / "hampshire"))

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", database="owner", verbosity=0, stdout=self.stdout)
        call_command("grants")
        self.stdout.write("Tables and grants are in place.")
        demonstration = ["--demonstration"] if options["demo"] else []
        call_command("load_area", options["area"], *demonstration, stdout=self.stdout)
        if options["demo"]:
            call_command("load_demonstration", stdout=self.stdout)

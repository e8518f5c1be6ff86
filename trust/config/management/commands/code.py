"""Show the six-digit code of one person of the demonstration: code NAME."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from trust.foundation.kernel.refusals import Refused
from trust.foundation.people.queries import demonstration_code


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", nargs="+")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.stdout.write(demonstration_code(" ".join(options["name"]), at=timezone.now()))
        except Refused as refusal:
            raise CommandError(str(refusal)) from None

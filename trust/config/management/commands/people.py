"""List the people of the demonstration, with the password they share and how to get a code."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from trust.foundation.directory.queries import calendar
from trust.foundation.people.loaders import shared_password
from trust.foundation.people.queries import WorkerCard, workers


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        setting = calendar()
        if not setting.demonstration:
            raise CommandError(
                "This installation is not a demonstration: its people and passwords are not shown."
            )
        for person in workers(on=setting.today):
            self.stdout.write(line(person))
        self.stdout.write(f"\nAll are invented. Their password here is {shared_password(settings.STATE)}")
        self.stdout.write("For a six-digit code: python3 run code NAME")


def line(person: WorkerCard) -> str:
    return f"{person.name:20} {', '.join(person.roles):32} {person.organisation:28} {person.email}"

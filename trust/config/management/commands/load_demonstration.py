"""Give a demonstration its invented people and its plan; a second time changes nothing."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.db import transaction

from trust.demo.keys import moment
from trust.demo.town import PEOPLE, Town
from trust.foundation.directory.queries import calendar
from trust.foundation.kernel.actor import SYSTEM, Actor
from trust.foundation.people.loaders import load_people, shared_password
from trust.foundation.people.queries import workers
from trust.vision.plan.queries import plan_on


class Command(BaseCommand):
    help = __doc__

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        now = calendar()
        if not now.demonstration:
            raise CommandError("This installation is not a demonstration, so it cannot take invented people.")
        at = moment(now.today)
        password = shared_password(settings.STATE)
        load_people(PEOPLE, by=SYSTEM, at=at, password=password)
        if plan_on(now.today) is None:
            officer = next(worker for worker in workers(on=now.today) if worker.name == "Priya Nair")
            Town(by=Actor(officer.name, officer.id, duties=frozenset({"plan.write"}))).build()
        self.stdout.write("The demonstration’s people and plan are in place.")

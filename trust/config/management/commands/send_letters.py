"""Remind who is silent, write the week’s letters, and hand over every letter that waits: run it each hour."""

from datetime import datetime
from typing import Any

from django.core.management import BaseCommand
from django.utils import timezone

from trust.foundation.directory.queries import calendar
from trust.foundation.kernel.actor import SYSTEM
from trust.foundation.kernel.time import LONDON
from trust.foundation.letters.actions import send_next
from trust.foundation.letters.channels import Post, channel
from trust.vision.participation.actions import tell_duty_officers
from trust.vision.plan.actions.digests import tell_at_once, write_digests
from trust.vision.plan.actions.following import remind


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        now = calendar()
        at = datetime.combine(now.today, timezone.localtime(timezone=LONDON).timetz())
        reminded, told = remind(by=SYSTEM, at=at), tell_at_once(by=SYSTEM, at=at)
        tell_duty_officers(by=SYSTEM, at=at)
        digests = write_digests(by=SYSTEM, at=at)
        self.stdout.write(f"Written: {reminded} reminders, {told} urgent letters, {digests} weekly letters.")
        post = channel(demonstration=now.demonstration)
        if post is None:
            self.stdout.write("No letter leaves this installation: read them at /office/letters/.")
            return
        sent, failed = send_all(post, at)
        self.stdout.write(f"Handed over: {sent}. Not taken, to be tried again: {failed}.")


def send_all(post: Post, at: datetime) -> tuple[int, int]:
    """Each letter in a transaction of its own, so that one that fails holds back no other."""
    results = []
    while (taken := send_next(post=post, by=SYSTEM, at=at)) is not None:
        results.append(taken)
    return sum(results), len(results) - sum(results)

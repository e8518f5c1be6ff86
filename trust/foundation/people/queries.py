from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.utils import timezone

from trust.foundation.directory.queries import calendar
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import Span
from trust.foundation.people.formats import read_roles, unseal
from trust.foundation.people.models import KeptForm, Posting, Worker
from trust.foundation.people.rules import Post, Standing
from trust.foundation.people.sessions import hash_of

ROLES = read_roles(Path(__file__).with_name("roles.toml"))


@dataclass(frozen=True)
class WorkerCard:
    """A worker as other rooms and commands may show them."""

    id: UUID
    name: str
    job_title: str
    email: str
    organisation: str
    roles: tuple[str, ...]
    invented: bool


def workers(*, on: date) -> list[WorkerCard]:
    """Everyone with a post on the day, by name."""
    posts = (
        Posting.objects.held_on(on).select_related("worker", "organisation").order_by("worker__name", "role")
    )
    by_worker: dict[UUID, list[Posting]] = {}
    for post in posts:
        by_worker.setdefault(post.worker_id, []).append(post)
    return [card(held) for held in by_worker.values()]


def who_may(duty: str, *, on: date) -> list[WorkerCard]:
    """Everyone whose posts on the day carry a duty."""
    titles = {role.title for role in ROLES.values() if duty in role.duties}
    return [one for one in workers(on=on) if titles.intersection(one.roles)]


def card(held: list[Posting]) -> WorkerCard:
    worker = held[0].worker
    titles = tuple(ROLES[post.role].title for post in held)
    return WorkerCard(
        worker.id,
        worker.name,
        worker.job_title,
        worker.email,
        held[0].organisation.name,
        titles,
        worker.invented,
    )


def standing(worker: Worker, *, second_factor: bool) -> Standing:
    return Standing(worker.active, worker.trained_until, worker.vetted_until, postings(worker), second_factor)


def postings(worker: Worker) -> tuple[Post, ...]:
    rows = Posting.objects.filter(worker=worker).order_by("first", "role")
    return tuple(Post(row.role, row.organisation_id, Span(row.first, row.last)) for row in rows)


def second_factor_of(worker: Worker) -> Authenticator | None:
    return Authenticator.objects.filter(user=worker, type=Authenticator.Type.TOTP).first()


def demonstration_code(name: str, *, at: datetime) -> str:
    """The six-digit code of an invented person, now. No other installation tells anybody's code."""
    setting = calendar()
    if not setting.demonstration:
        raise Refused("Codes are shown only in a demonstration. Yours is in the app on your telephone.")
    invented = {person.name: person for person in workers(on=setting.today) if person.invented}
    found = [person for known, person in invented.items() if name.strip().lower() in known.lower()]
    if len(found) != 1:
        raise Refused(
            f"“{name}” is not one person of the demonstration. Choose one of: {', '.join(invented)}."
        )
    return code_at(second_factor_of(Worker.objects.get(pk=found[0].id)), at=at)


def code_at(factor: Authenticator | None, *, at: datetime) -> str:
    if factor is None:
        raise Refused("This person has no second factor yet.")
    step = int(at.timestamp()) // app_settings.TOTP_PERIOD
    return str(format_hotp_value(hotp_value(decrypt(factor.data["secret"]), step)))


@dataclass(frozen=True)
class Kept:
    """A form that was being filled in when a session ended: where it goes, and its fields in their order."""

    address: str
    pairs: tuple[tuple[str, str], ...]
    until: datetime

    @property
    def words(self) -> tuple[str, ...]:
        """What a person would know again: answers of several words."""
        return tuple(value for _, value in self.pairs if " " in value.strip())


def kept_forms(worker: UUID, key: str) -> list[Kept]:
    """What is kept for this worker in the browser that holds this key, the newest first."""
    rows = KeptForm.objects.filter(worker=worker, key_hash=hash_of(key), until__gt=timezone.now())
    return [_kept(row, key) for row in rows.order_by("-until")]


def _kept(row: KeptForm, key: str) -> Kept:
    address, fields = unseal(key, row.sealed)
    return Kept(address, tuple((name, value) for name, values in fields for value in values), row.until)

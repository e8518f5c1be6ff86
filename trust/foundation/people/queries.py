from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt

from trust.foundation.directory.queries import calendar
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import Span
from trust.foundation.people.formats import read_roles
from trust.foundation.people.models import Posting, Worker
from trust.foundation.people.rules import Post, Standing

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

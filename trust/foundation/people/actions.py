from datetime import date, datetime
from uuid import UUID

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db import transaction
from django.utils import timezone

from trust.foundation.audit.actions import record
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import Span
from trust.foundation.people import queries
from trust.foundation.people.formats import seal
from trust.foundation.people.models import KeptForm, Posting, Worker
from trust.foundation.people.rules import GIVEN_BACK_WITHIN, check_role
from trust.foundation.people.sessions import hash_of


@transaction.atomic
def add_worker(
    *,
    name: str,
    email: str,
    job_title: str,
    password: str,
    trained_until: date,
    vetted_until: date,
    invented: bool = False,
    by: Actor,
    at: datetime,
) -> Worker:
    """Let a person sign in by e-mail and password; what they may do, a posting says."""
    address = email.strip().lower()
    if Worker.objects.filter(email=address).exists():
        raise Refused(f"Somebody already signs in as {address}.")
    worker = Worker(
        name=name,
        email=address,
        job_title=job_title,
        trained_until=trained_until,
        vetted_until=vetted_until,
        invented=invented,
    )
    worker.set_password(password)
    worker.save(force_insert=True)
    record("people.worker.added", on=worker, by=by, at=at)
    return worker


@transaction.atomic
def give_posting(
    *,
    worker: Worker,
    role: str,
    organisation: UUID,
    span: Span,
    area: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Posting:
    """Give a worker a role for one organisation, from a day to a day."""
    check_role(role, roles=queries.ROLES)
    elsewhere = [post for post in queries.postings(worker) if post.span.meets(span)]
    if any(post.organisation != organisation for post in elsewhere):
        raise Refused(f"{worker.name} works for another organisation in that time. End that post first.")
    if any(post.role == role for post in elsewhere):
        raise Refused(f"{worker.name} already holds that role in that time.")
    posting = Posting.objects.create(
        worker=worker, role=role, organisation_id=organisation, area_id=area, first=span.first, last=span.last
    )
    record("people.posting.given", on=posting, by=by, at=at, role=role)
    return posting


@transaction.atomic
def enrol_second_factor(*, worker: Worker, by: Actor, at: datetime) -> str:
    """Give a worker a new secret for six-digit codes, in place of any other; it is told this once."""
    earlier = queries.second_factor_of(worker)
    if earlier is not None:
        earlier.delete()
    secret: str = generate_totp_secret()
    TOTP.activate(worker, secret)
    record("people.second-factor.enrolled", on=worker, by=by, at=at)
    return secret


@transaction.atomic
def renew_training(*, worker: Worker, until: date, by: Actor, at: datetime) -> None:
    worker.trained_until = until
    worker.save(update_fields=["trained_until"])
    record("people.training.renewed", on=worker, by=by, at=at, until=until.isoformat())


@transaction.atomic
def renew_vetting(*, worker: Worker, until: date, by: Actor, at: datetime) -> None:
    worker.vetted_until = until
    worker.save(update_fields=["vetted_until"])
    record("people.vetting.renewed", on=worker, by=by, at=at, until=until.isoformat())


@transaction.atomic
def close_account(*, worker: Worker, by: Actor, at: datetime) -> None:
    """Close the door to a worker at once: an open session ends at its next page."""
    worker.active = False
    worker.save(update_fields=["active"])
    record("people.account.closed", on=worker, by=by, at=at)


@transaction.atomic
def refuse_code(*, worker: Worker, by: Actor, at: datetime) -> None:
    """Write down that a right password was followed by a wrong code."""
    record("people.second-factor.refused", on=worker, by=by, at=at)


@transaction.atomic
def keep_form(
    *, worker: Worker, key: str, address: str, fields: list[tuple[str, list[str]]], by: Actor, at: datetime
) -> KeptForm:
    """Keep what somebody wrote when their session had ended: theirs alone, for an hour, sealed."""
    until = timezone.now() + GIVEN_BACK_WITHIN
    kept = KeptForm.objects.create(
        worker=worker, key_hash=hash_of(key), sealed=seal(key, address, fields), until=until
    )
    record("people.form.kept", on=worker, by=by, at=at)
    return kept


@transaction.atomic
def forget_forms(*, worker: UUID, key: str, by: Actor, at: datetime) -> int:
    """Let go of what was kept for somebody in this browser."""
    gone, _ = KeptForm.objects.filter(worker=worker, key_hash=hash_of(key)).delete()
    record("people.form.forgotten", on=Worker.objects.get(pk=worker), by=by, at=at, forms=gone)
    return gone

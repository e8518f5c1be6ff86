from datetime import date
from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Lower

from trust.foundation.kernel.ids import new_id
from trust.foundation.kernel.keeping import Kept, Writes


class Worker(AbstractBaseUser):
    """A named person who signs in. There is no superuser: their posts alone say what they may do."""

    kept: ClassVar = Kept(
        "Names and work addresses of workers", "six years after the last post", Writes.AMEND
    )

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField()
    name = models.CharField(max_length=120)
    job_title = models.CharField(max_length=120)
    invented = models.BooleanField(default=False)
    active = models.BooleanField(default=True)
    trained_until = models.DateField()
    vetted_until = models.DateField()
    # The audit says when they signed in; a second account of it would only drift.
    last_login = None

    objects: ClassVar[BaseUserManager[Self]] = BaseUserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["email"], name="one_worker_per_email"),
            models.CheckConstraint(condition=Q(email=Lower("email")), name="email_in_lower_case"),
        ]

    def __str__(self) -> str:
        return self.name


DAYS = Func("first", "last", RangeBoundary(True, True), function="daterange", output_field=DateRangeField())


class PostingQuerySet(models.QuerySet["Posting"]):
    def held_on(self, day: date) -> Self:
        return self.filter(Q(last=None) | Q(last__gte=day), first__lte=day)


class Posting(models.Model):
    """One role held by a worker for an organisation, and for one area or for all of it."""

    kept: ClassVar = Kept("Who held which role, for whom and when", "six years after it ended", Writes.AMEND)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    worker = models.ForeignKey("people.Worker", models.PROTECT, related_name="+")
    role = models.CharField(max_length=60)
    organisation = models.ForeignKey("directory.Organisation", models.PROTECT, related_name="+")
    area = models.ForeignKey("directory.Area", models.PROTECT, related_name="+", null=True, blank=True)
    first = models.DateField()
    last = models.DateField(null=True, blank=True)

    objects = PostingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last=None) | Q(last__gte=F("first")), name="posting_ends_after_it_begins"
            ),
            ExclusionConstraint(
                name="one_posting_of_a_role_at_a_time",
                expressions=[("worker", "="), ("role", "="), (DAYS, RangeOperators.OVERLAPS)],
            ),
            ExclusionConstraint(
                name="one_organisation_at_a_time",
                expressions=[("worker", "="), ("organisation", "<>"), (DAYS, RangeOperators.OVERLAPS)],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} from {self.first}"


class Sitting(models.Model):
    """One browser's session, under the hash of its key: whoever reads this table can open none of them."""

    kept: ClassVar = Kept("Open sessions, by hash", "ten hours at the most", Writes.PASSING)

    token_hash = models.CharField(primary_key=True, max_length=64)
    # Only a worker who gave both factors: the database believes this column (see `asking_worker`).
    worker = models.ForeignKey("people.Worker", models.PROTECT, related_name="+", null=True, blank=True)
    contents = models.TextField()
    started = models.DateTimeField()
    quiet_until = models.DateTimeField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"begun {self.started}"


class Remembered(models.Model):
    """What must not be forgotten between two requests: attempts to sign in and used codes, under a hash."""

    kept: ClassVar = Kept("Hashed counts of attempts at signing in", "minutes", Writes.PASSING)

    key = models.CharField(primary_key=True, max_length=64)
    value = models.JSONField()
    until = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.key


class KeptForm(models.Model):
    """What somebody wrote when their session had ended: sealed with a key that only their browser holds."""

    kept: ClassVar = Kept("What was being written when a session ended, sealed", "an hour", Writes.PASSING)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    worker = models.ForeignKey("people.Worker", models.PROTECT, related_name="+")
    key_hash = models.CharField(max_length=64)
    sealed = models.TextField()
    until = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["worker", "key_hash"], name="kept_forms_of_a_browser")]

    def __str__(self) -> str:
        return f"until {self.until}"

"""Who signed the plan, what exactly they signed, and for whom they signed it."""

from typing import ClassVar

from django.db import models

from trust.foundation.kernel.keeping import Kept, Writes
from trust.vision.plan.models.plans import Plan
from trust.vision.plan.models.written import FOR_EVER, Written


class Signature(Written):
    """One partner's signature under its own part, sealed by the hash of that text; or its reason for none."""

    kept: ClassVar = Kept("Who signed a plan, by post, and what they signed", FOR_EVER, Writes.ADD)

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="signatures")
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    partner = models.ForeignKey("directory.Organisation", on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    signed_by = models.CharField(max_length=200)
    signed_on = models.DateField()
    reason = models.TextField(blank=True)
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="signed_or_said_why_not",
                condition=(~models.Q(sha256="") & models.Q(reason=""))
                | (models.Q(sha256="") & ~models.Q(reason="")),
            ),
            models.UniqueConstraint(
                name="a_partner_first_signs_once",
                fields=["plan", "partner"],
                condition=models.Q(replaces__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner_id} on {self.signed_on}"


class SignedFor(Written):
    """A school or college for which its representative signed, by section 12A(5)."""

    kept: ClassVar = Kept("Schools and colleges that a representative signed for", FOR_EVER, Writes.ADD)

    signature = models.ForeignKey(Signature, on_delete=models.PROTECT, related_name="signed_for")
    key = models.CharField(max_length=40)
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="signed_for_once", fields=["signature", "key"]),
        ]

    def __str__(self) -> str:
        return self.name


class JointSignature(Written):
    """The authority or health signs a commissioning plan that this plan is aligned with."""

    kept: ClassVar = Kept("Joint signatures of commissioning plans", FOR_EVER, Writes.ADD)

    alignment = models.ForeignKey("plan.Alignment", on_delete=models.PROTECT, related_name="joint")
    partner = models.ForeignKey("directory.Organisation", on_delete=models.PROTECT, related_name="+")
    signed_by = models.CharField(max_length=200)
    signed_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_joint_signature_each", fields=["alignment", "partner"]),
        ]

    def __str__(self) -> str:
        return f"{self.partner_id} on {self.signed_on}"

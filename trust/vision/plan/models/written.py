"""What every row of the plan's rooms carries: who wrote it and when. Nothing here is changed or deleted."""

from django.db import models

from trust.foundation.kernel.ids import new_id

FOR_EVER = "for ever: it is the public record of what was promised"


class Written(models.Model):
    """Every row says who wrote it and when; nothing here is changed or deleted."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        abstract = True

"""What every row of an assessment carries: who wrote it and when."""

from datetime import date

from django.db import models

from trust.foundation.kernel.ids import new_id

FOR_EVER = "for ever: it is what a plan was founded on"


class Written(models.Model):
    """Every row says who wrote it, on which day and when; nothing here is changed or deleted."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    on = models.DateField()
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        abstract = True


def standing[Row: models.Model](rows: models.QuerySet[Row], *, as_of: date) -> models.QuerySet[Row]:
    """Those written by the day that nothing written by then supersedes."""
    written = rows.filter(on__lte=as_of)
    return written.exclude(pk__in=written.filter(supersedes__isnull=False).values("supersedes"))

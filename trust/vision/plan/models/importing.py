"""A plan that came as a spreadsheet: the file as it was read, what was loaded, and what waits."""

from typing import ClassVar

from django.db import models

from trust.foundation.kernel.keeping import Kept, Writes
from trust.vision.plan.models.plans import Plan
from trust.vision.plan.models.written import FOR_EVER, Written

YEARS = "as long as the plan: it shows where a row came from"


class Import(Written):
    """One file as it was read: its sheets, each with its name, its rows and what a reader must be told."""

    kept: ClassVar = Kept("Spreadsheets of plans as they were brought in", YEARS, Writes.ADD)

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="imports")
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    sheets: "models.JSONField[list[dict[str, object]], list[dict[str, object]]]" = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(name="one_import_of_a_file", fields=["plan", "sha256"])]
        indexes = [models.Index(fields=["plan", "at"], name="imports_of_a_plan")]

    def __str__(self) -> str:
        return self.file_name


class ImportLoad(Written):
    """That a sheet was loaded: how it was understood, and how many rows were new, there already, and wait."""

    kept: ClassVar = Kept("What each spreadsheet changed", FOR_EVER, Writes.ADD)

    of = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="loads")
    number = models.PositiveIntegerField()
    sheet = models.CharField(max_length=200, blank=True)
    answers: "models.JSONField[dict[str, object], dict[str, object]]" = models.JSONField()
    added = models.PositiveIntegerField()
    same = models.PositiveIntegerField()
    different = models.PositiveIntegerField()
    waiting = models.PositiveIntegerField()

    class Meta:
        # The second of two officers who load at once meets this, and is told.
        constraints = [models.UniqueConstraint(name="one_load_of_a_number", fields=["of", "number"])]

    def __str__(self) -> str:
        return f"{self.added} added"


class WaitingRow(Written):
    """A row that was refused: its cells, and pairs of column and sentence that say why."""

    kept: ClassVar = Kept("Rows of a plan that wait to be mended", YEARS, Writes.ADD)

    of = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="waiting")
    sheet = models.CharField(max_length=200, blank=True)
    number = models.PositiveIntegerField()
    cells: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField()
    wrong: "models.JSONField[list[list[str]], list[list[str]]]" = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(name="a_row_waits_once", fields=["of", "sheet", "number"])]

    def __str__(self) -> str:
        return f"row {self.number}"


class Mended(Written):
    """That a waiting row was brought back mended, or set aside with a reason."""

    kept: ClassVar = Kept("What became of rows that waited", FOR_EVER, Writes.ADD)

    waiting = models.OneToOneField(WaitingRow, on_delete=models.PROTECT, related_name="mended")
    of = models.ForeignKey(Import, null=True, on_delete=models.PROTECT, related_name="mends")
    why = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return self.why or "brought back"

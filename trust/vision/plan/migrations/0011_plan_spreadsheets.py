import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """No page has written to these tables yet, so nothing is carried over."""

    dependencies = [("plan", "0010_milestones")]

    operations = [
        migrations.RemoveField(model_name="import", name="columns"),
        migrations.RemoveField(model_name="import", name="rows"),
        migrations.RemoveField(model_name="import", name="notes"),
        migrations.AddField(
            model_name="import", name="sheets", field=models.JSONField(default=list), preserve_default=False
        ),
        migrations.AddConstraint(
            model_name="import",
            constraint=models.UniqueConstraint(fields=("plan", "sha256"), name="one_import_of_a_file"),
        ),
        migrations.RemoveField(model_name="importload", name="changed"),
        migrations.AddField(
            model_name="importload",
            name="different",
            field=models.PositiveIntegerField(default=0),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="importload",
            name="number",
            field=models.PositiveIntegerField(default=1),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="importload",
            name="answers",
            field=models.JSONField(default=dict),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="importload", name="sheet", field=models.CharField(blank=True, default="", max_length=200),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="importload",
            name="of",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="loads", to="plan.import"
            ),
        ),
        migrations.AddConstraint(
            model_name="importload",
            constraint=models.UniqueConstraint(fields=("of", "number"), name="one_load_of_a_number"),
        ),
        migrations.AddField(
            model_name="waitingrow", name="sheet", field=models.CharField(blank=True, default="", max_length=200),
            preserve_default=False,
        ),
        migrations.RemoveConstraint(model_name="waitingrow", name="a_row_waits_once"),
        migrations.AddConstraint(
            model_name="waitingrow",
            constraint=models.UniqueConstraint(fields=("of", "sheet", "number"), name="a_row_waits_once"),
        ),
    ]

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("outcomes", "0002_counts_rounded_to"),
    ]

    operations = [
        migrations.AddField(
            model_name="neighbourset",
            name="area",
            field=models.CharField(blank=True, default="", max_length=9),
            preserve_default=False,
        ),
    ]

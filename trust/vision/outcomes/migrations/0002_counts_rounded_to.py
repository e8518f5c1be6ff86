from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("outcomes", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="indicator",
            name="counts_rounded_to",
            field=models.PositiveIntegerField(default=0),
        ),
    ]

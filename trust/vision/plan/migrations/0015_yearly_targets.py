from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("plan", "0014_one_letter_a_quarter"),
    ]

    operations = [
        migrations.AddField(
            model_name="measure",
            name="yearly_targets",
            field=models.JSONField(default=list),
        ),
    ]

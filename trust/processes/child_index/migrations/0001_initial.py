import trust.foundation.kernel.ids
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Canary',
            fields=[
                ('id', models.UUIDField(default=trust.foundation.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('song', models.CharField(max_length=80)),
            ],
        ),
    ]

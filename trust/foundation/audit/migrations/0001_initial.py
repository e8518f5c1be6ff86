import trust.foundation.kernel.ids
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.UUIDField(default=trust.foundation.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('verb', models.CharField(max_length=80)),
                ('subject', models.CharField(max_length=80)),
                ('by', models.CharField(max_length=80)),
                ('at', models.DateTimeField()),
                ('detail', models.JSONField(default=dict)),
            ],
            options={
                'db_table': 'audit_event',
            },
        ),
    ]

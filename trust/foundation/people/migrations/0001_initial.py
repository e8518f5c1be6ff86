import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.text
import trust.foundation.kernel.ids
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ('directory', '0001_initial'),
    ]

    operations = [
        BtreeGistExtension(),
        migrations.CreateModel(
            name='Remembered',
            fields=[
                ('key', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('value', models.JSONField()),
                ('until', models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name='Worker',
            fields=[
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('id', models.UUIDField(default=trust.foundation.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('email', models.EmailField(max_length=254)),
                ('name', models.CharField(max_length=120)),
                ('job_title', models.CharField(max_length=120)),
                ('invented', models.BooleanField(default=False)),
                ('active', models.BooleanField(default=True)),
                ('trained_until', models.DateField()),
                ('vetted_until', models.DateField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('email',), name='one_worker_per_email'), models.CheckConstraint(condition=models.Q(('email', django.db.models.functions.text.Lower('email'))), name='email_in_lower_case')],
            },
        ),
        migrations.CreateModel(
            name='Sitting',
            fields=[
                ('token_hash', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('contents', models.TextField()),
                ('started', models.DateTimeField()),
                ('quiet_until', models.DateTimeField()),
                ('expires', models.DateTimeField(db_index=True)),
                ('worker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Posting',
            fields=[
                ('id', models.UUIDField(default=trust.foundation.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('role', models.CharField(max_length=60)),
                ('first', models.DateField()),
                ('last', models.DateField(blank=True, null=True)),
                ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.area')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation')),
                ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('last', None), ('last__gte', models.F('first')), _connector='OR'), name='posting_ends_after_it_begins'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('worker', '='), ('role', '='), (models.Func('first', 'last', django.contrib.postgres.fields.ranges.RangeBoundary(True, True), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='one_posting_of_a_role_at_a_time'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('worker', '='), ('organisation', '<>'), (models.Func('first', 'last', django.contrib.postgres.fields.ranges.RangeBoundary(True, True), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='one_organisation_at_a_time')],
            },
        ),
    ]

import django.db.models.deletion
from django.db import migrations, models


def name_the_plans(apps, schema_editor):
    item, asking = (
        apps.get_model("plan", name).objects.using(schema_editor.connection.alias)
        for name in ("AskedItem", "Asking")
    )
    for key, plan in asking.values_list("pk", "plan"):
        item.filter(request__asking=key).update(plan=plan)


def one_round_a_quarter(apps, schema_editor):
    """Rounds of two plans in one quarter become one, and so do a partner's two requests: both links open it."""
    asking, request, link, item, reminder = (
        apps.get_model("plan", name).objects.using(schema_editor.connection.alias)
        for name in ("Asking", "UpdateRequest", "UpdateLink", "AskedItem", "Reminder")
    )
    for later in asking.order_by("quarter", "at", "pk"):
        first = asking.filter(quarter=later.quarter).order_by("at", "pk")[0]
        if first.pk == later.pk:
            continue
        for asked in request.filter(asking=later):
            same = request.filter(asking=first, organisation=asked.organisation_id).first()
            if same is None:
                request.filter(pk=asked.pk).update(asking=first)
                continue
            link.filter(request=asked).update(request=same)
            item.filter(request=asked).update(request=same)
            if reminder.filter(request=same).exists():
                reminder.filter(request=asked).delete()
            reminder.filter(request=asked).update(request=same)
            request.filter(pk=asked.pk).delete()
        asking.filter(pk=later.pk).delete()
    # Otherwise the checks of these rows would still wait when the tables change.
    schema_editor.execute("set constraints all immediate")


class Migration(migrations.Migration):

    dependencies = [
        ("plan", "0013_pledges_two_ways"),
    ]

    operations = [
        migrations.AddField(
            model_name="askeditem",
            name="plan",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plan.plan"),
        ),
        migrations.RunPython(name_the_plans, migrations.RunPython.noop),
        migrations.RunPython(one_round_a_quarter, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="askeditem",
            name="plan",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plan.plan"),
        ),
        migrations.RemoveConstraint(model_name="asking", name="a_quarter_is_asked_once"),
        migrations.RemoveField(model_name="asking", name="plan"),
        migrations.AddConstraint(
            model_name="asking",
            constraint=models.UniqueConstraint(fields=("quarter",), name="a_quarter_is_asked_once"),
        ),
    ]

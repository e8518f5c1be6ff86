from django.db import migrations, models

# Editions begun before their steps were numbered: by their day, their moment, and the way they must go.
NUMBERED = """
    update needs_move set step = numbered.step from (
        select id, row_number() over (
            partition by edition_id
            order by "on", at, array_position(array['draft', 'shared', 'frozen', 'agreed', 'superseded'], stage::text)
        ) as step from needs_move
    ) as numbered where numbered.id = needs_move.id
"""


class Migration(migrations.Migration):
    dependencies = [("needs", "0002_assessments")]

    operations = [
        migrations.AlterModelOptions(name="move", options={"ordering": ["step"]}),
        migrations.AddField("move", "step", models.PositiveIntegerField(default=0), preserve_default=False),
        migrations.RunSQL(NUMBERED, migrations.RunSQL.noop),
        migrations.AddConstraint(
            "move", models.UniqueConstraint(fields=("edition", "step"), name="one_move_at_a_step")
        ),
    ]

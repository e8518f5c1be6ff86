from django.db import migrations

# Written by the owner: no web role may write here, and only the closed one may read.
SONG = """
insert into child_index_canary (id, song)
values (gen_random_uuid(), 'An invented sentence that no open page can read.')
"""


class Migration(migrations.Migration):
    dependencies = [("child_index", "0001_initial")]

    operations = [migrations.RunSQL(SONG, "delete from child_index_canary")]

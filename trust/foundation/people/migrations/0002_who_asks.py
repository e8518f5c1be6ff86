from django.db import migrations

# The database learns who asks from the session's token alone. Nothing the application asserts can change the
# answer, and a lapse of post, training or vetting takes effect at the first statement of its London day.
# plpgsql, so that trust_today() of the directory is looked for when the question is asked.
ASKING_WORKER = """
create function asking_worker() returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    token text := nullif(current_setting('trust.token', true), '');
begin
    return (
        select worker.id
        from people_sitting sitting join people_worker worker on worker.id = sitting.worker_id
        where sitting.token_hash = encode(sha256(convert_to(token, 'UTF8')), 'hex')
          and sitting.expires > now() and sitting.quiet_until > now()
          and worker.active and worker.trained_until >= trust_today() and worker.vetted_until >= trust_today()
          and exists (
              select from people_posting post
              where post.worker_id = worker.id
                and daterange(post.first, post.last, '[]') @> trust_today()
          )
    );
end $$;
"""

ASKED_BY = """
alter table audit_event add column asked_by uuid;
create function audit_event_asker() returns trigger language plpgsql as $$
begin
    new.asked_by := asking_worker();
    return new;
end $$;
create trigger audit_event_asker before insert on audit_event
    for each row execute function audit_event_asker();
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial"), ("directory", "0002_the_day"), ("audit", "0002_what_the_application_cannot_choose")]

    operations = [
        migrations.RunSQL(ASKING_WORKER, "drop function asking_worker()"),
        migrations.RunSQL(
            ASKED_BY,
            "drop trigger audit_event_asker on audit_event; drop function audit_event_asker();"
            "alter table audit_event drop column asked_by",
        ),
    ]

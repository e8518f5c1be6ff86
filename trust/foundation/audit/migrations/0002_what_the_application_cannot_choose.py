from django.db import migrations

# A trigger and not defaults: whoever inserts a row could write over a default.
STAMP = """
alter table audit_event
    add column recorded_at timestamptz not null default clock_timestamp(),
    add column transaction xid8 not null default pg_current_xact_id(),
    add column role text not null default current_user;
create function audit_event_stamp() returns trigger language plpgsql as $$
begin
    new.recorded_at := clock_timestamp();
    new.transaction := pg_current_xact_id();
    new.role := current_user;
    return new;
end $$;
create trigger audit_event_stamp before insert on audit_event
    for each row execute function audit_event_stamp();
"""

# The owner of a table may always write to it, whatever is granted; a trigger stops the owner too.
NEVER_AGAIN = """
create function audit_event_stands() returns trigger language plpgsql as $$
begin
    raise exception 'An audit record is never changed or removed.' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_event_stands before update or delete or truncate on audit_event
    for each statement execute function audit_event_stands();
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.RunSQL(
            STAMP,
            "drop trigger audit_event_stamp on audit_event; drop function audit_event_stamp();"
            "alter table audit_event drop column recorded_at, drop column transaction, drop column role",
        ),
        migrations.RunSQL(
            NEVER_AGAIN,
            "drop trigger audit_event_stands on audit_event; drop function audit_event_stands()",
        ),
    ]

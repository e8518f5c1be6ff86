from django.db import migrations

TODAY = """
create function trust_today() returns date language sql stable as $$
    select coalesce((select today from directory_calendar), (now() at time zone 'Europe/London')::date)
$$;
comment on function trust_today() is
    'The day this installation lives on: its fixed day if it is a demonstration, otherwise the day in London.';
"""

# What an installation is born as it stays: a demonstration cannot take real records, nor a real one the invented town.
FOR_EVER = """
create function directory_calendar_for_ever() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.demonstration and exists (select from directory_loadedpack) then
            raise exception 'This installation already holds an area, so it cannot become a demonstration.';
        end if;
        return new;
    end if;
    if tg_op = 'UPDATE' and new.demonstration = old.demonstration and new.area_key = old.area_key then
        return new;
    end if;
    raise exception 'Whether an installation is a demonstration was settled when it began, and stays so.';
end $$;
create trigger for_ever before insert or update or delete on directory_calendar
    for each row execute function directory_calendar_for_ever();
create trigger for_ever_whole before truncate on directory_calendar
    for each statement execute function directory_calendar_for_ever();
"""


class Migration(migrations.Migration):
    dependencies = [("directory", "0001_initial")]

    operations = [
        migrations.RunSQL(TODAY, "drop function trust_today()"),
        migrations.RunSQL(FOR_EVER, "drop function directory_calendar_for_ever() cascade"),
    ]

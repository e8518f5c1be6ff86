from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from django.db import transaction

from trust.foundation.directory import actions
from trust.foundation.directory.formats import Pack, read_pack, read_words
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.loading import LoadReport
from trust.foundation.kernel.refusals import Refused


def load_directory(folder: Path, *, kinds: Collection[str], by: Actor, at: datetime) -> LoadReport:
    """Bring in the area's words, places, postcodes and organisations: all, or none and the reasons."""
    pack = read_pack(folder, kinds=kinds)
    if pack.refused:
        return LoadReport(refused=pack.refused)
    try:
        return enter_pack(pack, by=by, at=at)
    except Refused as refusal:
        return LoadReport(refused=[f"area.toml, key: {refusal}"])


@transaction.atomic
def enter_pack(pack: Pack, *, by: Actor, at: datetime) -> LoadReport:
    return (
        actions.adopt_setting(setting=pack.setting, by=by, at=at)
        + actions.enter_places(places=pack.places, by=by, at=at)
        + actions.enter_small_areas(places=pack.small.places, by=by, at=at)
        + actions.enter_belongings(belongings=pack.small.belongings, by=by, at=at)
        + actions.enter_lookups(lookups=pack.small.lookups, by=by, at=at)
        + actions.enter_postcodes(postcodes=pack.postcodes, by=by, at=at)
        + actions.enter_organisations(organisations=pack.organisations, by=by, at=at)
    )


def mark_demonstration(area_folder: Path, *, by: Actor, at: datetime, using: str = "owner") -> None:
    """Make this installation a demonstration of the area, standing still on the area's chosen day."""
    pack = read_words(area_folder / "area.toml")
    if pack.demonstration_day is None:
        raise Refused("area.toml, demonstration_day: this is missing, so the area has no demonstration.")
    key = pack.setting["key"]
    actions.mark_demonstration(today=pack.demonstration_day, area_key=key, using=using, by=by, at=at)

from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path

from django.db import transaction

from trust.foundation.directory.queries import districts, organisation_ids, setting
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.loading import LoadReport
from trust.foundation.kernel.refusals import Refused
from trust.governance.board.actions import enter_pack
from trust.governance.board.formats.pack import Known, Pack, read_pack
from trust.governance.board.queries import composition_law
from trust.governance.partnership.queries import check_may_own_action


def load_governance(folder: Path, *, by: Actor, at: datetime) -> LoadReport:
    """Bring in the area's bodies, seats, members, meetings and decisions: all, or none and the reasons."""
    pack = read_pack(folder, what_is_known())
    refused = pack.refused or list(wrong_owners(pack))
    if refused:
        return LoadReport(refused=refused)
    try:
        with transaction.atomic():
            return enter_pack(pack=pack, by=by, at=at)
    except Refused as refusal:
        return LoadReport(refused=[str(refusal)])


def what_is_known() -> Known:
    @cache
    def districts_on(day: date) -> frozenset[str]:
        return frozenset(place.code for place in districts(on=day))

    return Known(
        organisations=organisation_ids(),
        rules=composition_law().rules(),
        sources=setting().sources,
        districts=districts_on,
    )


def wrong_owners(pack: Pack) -> Iterator[str]:
    """A sentence for each decision whose owner cannot own it on the day of its meeting (rule G06)."""
    days = {meeting.key: meeting.day for meeting in pack.meetings}
    for one in pack.decisions:
        try:
            if one.owner:
                check_may_own_action(one.owner, on=days[one.meeting])
        except Refused as refusal:
            yield f"decisions.csv, line {one.line}, owner: {refusal}"

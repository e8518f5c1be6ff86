"""Who may open which pack: whoever briefs the Board all of them, a partner’s lead those of their own."""

from datetime import date
from uuid import UUID

from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound
from trust.vision.plan.formats.packs import PackText
from trust.vision.plan.queries.packs import SavedPack, Subject, saved_pack, saved_packs, subject_of

MAKE = "board.brief"
READ_OWN = "partner.report"


def packs_for(by: Actor) -> list[SavedPack]:
    if by.may(MAKE):
        return saved_packs()
    return saved_packs(only=by.organisation) if _has_own(by) else []


def open_pack(wanted: UUID, *, by: Actor) -> tuple[SavedPack, PackText]:
    """A pack that was made; one that is absent and one that is not yours look the same. Errors: NotFound."""
    found, text = saved_pack(wanted)
    if not _may_see(found.kind.value, found.subject, by):
        raise NotFound
    return found, text


def open_subject(value: str, on: date, *, by: Actor) -> Subject:
    """Whom a pack is about, where this person may see such a pack; errors: NotFound."""
    found = subject_of(value, on)
    if not _may_see(found.kind.value, found.key, by):
        raise NotFound
    return found


def _may_see(kind: str, subject: str, by: Actor) -> bool:
    own = _has_own(by) and kind == "partner" and subject == str(by.organisation)
    return by.may(MAKE) or own


def _has_own(by: Actor) -> bool:
    return by.organisation is not None and by.may(READ_OWN)

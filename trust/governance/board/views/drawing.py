"""The family tree as the drawing needs it."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from trust.foundation.design.charts.marks import Drawing
from trust.foundation.design.charts.tree import Body, Chair, Family, Kind, family_tree
from trust.foundation.directory.queries import setting
from trust.foundation.kernel.english import listed
from trust.foundation.kernel.time import in_words
from trust.governance.board.queries import BodyCard, FamilyTree
from trust.governance.board.words import BodyKind

PLACES = {
    BodyKind.BOARD: Kind.UNDER,
    BodyKind.BUSINESS_GROUP: Kind.GROUP,
    BodyKind.GROUP: Kind.GROUP,
    # It answers to the Board as the groups do; the local bodies are heard through it and do not answer to it.
    BodyKind.CHAIRS_GROUP: Kind.GROUP,
    BodyKind.STEERING_GROUP: Kind.STEERING,
    BodyKind.LOCAL_PARTNERSHIP: Kind.LOCAL,
}
DESCRIPTION = (
    "At the top stands the {apex}. Solid lines go from each body to the one it answers to; "
    "dotted lines go to bodies that work with it: {linked}. The same facts are in the list beneath."
)


def drawing(tree: FamilyTree, on: date) -> Drawing:
    words = setting()
    family = Family(
        bodies=tuple(bodies(tree, on, words.local_partnership_word)),
        chairs=tuple(Chair(one, "co-chair" if len(tree.chairs) > 1 else "chair") for one in tree.chairs),
        answers_to=" · ".join(tree.above),
        answers_note="answers to" if tree.above else "",
        groups_word="Groups",
        local_word=local_word(tree, words.local_partnership_word, words.local_partnerships_word),
        local_note="answer to the Board, and are heard through their chairs’ group"
        if has_chairs_group(tree)
        else "",
    )
    linked = listed([one.name for one in tree.linked]) or "none that our sources name"
    return family_tree(
        family,
        title=f"{words.trust_name}, the bodies and who answers to whom, {in_words(on)}",
        description=DESCRIPTION.format(apex=tree.apex.name, linked=linked),
    )


def local_word(tree: FamilyTree, one: str, many: str) -> str:
    """The area's own word, on days when its partnerships bore it."""
    return many if any(body.name.endswith(one) for body in tree.local) else "Local partnerships"


def has_chairs_group(tree: FamilyTree) -> bool:
    return any(one.kind is BodyKind.CHAIRS_GROUP for one in tree.every)


def bodies(tree: FamilyTree, on: date, local_word: str) -> Iterator[Body]:
    """The apex, then those below it, then those beside it."""
    yield Body(tree.apex.name, Kind.APEX, required(tree.apex, on), address(tree.apex))
    below = [one for one in tree.every if one.kind in PLACES and one.id != tree.apex.id]
    for one in sorted(below, key=lambda one: (tree.districts.get(one.place, ""), one.name)):
        yield placed(one, tree.districts.get(one.place, ""), local_word)
    for one in tree.linked:
        yield Body(one.name, Kind.LINKED, "", address(one))


def required(apex: BodyCard, on: date) -> str:
    since = apex.statutory_from
    return f"required by law since {in_words(since)}" if since and since <= on else ""


def placed(one: BodyCard, district: str, local_word: str) -> Body:
    if not one.found:
        return Body("not found in our sources", PLACES[one.kind], place=district, sure=False)
    name = one.name
    if one.kind is BodyKind.LOCAL_PARTNERSHIP:
        name = one.name.removesuffix(local_word).strip()
    if one.kind is BodyKind.STEERING_GROUP:
        name = "Steering group"
    return Body(name, PLACES[one.kind], address=address(one), place=district)


def address(one: BodyCard) -> str:
    return reverse("board:body", kwargs={"body": one.id})

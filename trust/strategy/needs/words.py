"""The words of needs: how sure we are, what kind of finding it is, and how far an assessment has got."""

from enum import StrEnum


class Sure(StrEnum):
    SURE = "sure"
    FAIRLY = "fairly-sure"
    NOT_YET = "not-yet"

    @property
    def label(self) -> str:
        return SURE_LABELS[self]


SURE_LABELS = {
    Sure.SURE: "We are sure: the figures show it",
    Sure.FAIRLY: "We are fairly sure: it fits the figures, and they could have another reason",
    Sure.NOT_YET: "We are not sure yet: too few figures, or none",
}


class Kind(StrEnum):
    """A finding says what is; a gap says what is not known."""

    FINDING = "finding"
    GAP = "gap"

    @property
    def label(self) -> str:
        return {Kind.FINDING: "What we found", Kind.GAP: "What we do not know"}[self]


class Theme(StrEnum):
    JSNA = "joint-strategic-needs-assessment"
    CHILD_POVERTY = "child-poverty"
    LOCAL = "local"

    @property
    def label(self) -> str:
        return THEME_LABELS[self]


THEME_LABELS = {
    Theme.JSNA: "Joint strategic needs assessment",
    Theme.CHILD_POVERTY: "Child poverty needs assessment",
    Theme.LOCAL: "Local needs assessment",
}


class Show(StrEnum):
    """How the places of a cited figure are drawn."""

    TOGETHER = "together"
    EACH = "each"

    @property
    def label(self) -> str:
        return {Show.TOGETHER: "Taken together, over time", Show.EACH: "Each place beside the others"}[self]


class Counted(StrEnum):
    """What a local count is of. Both are counts of children in a place; neither is ever said of one child."""

    HIDDEN = "hidden-group"
    FEATURE = "vulnerability-feature"

    @property
    def label(self) -> str:
        return COUNTED_LABELS[self]


COUNTED_LABELS = {
    Counted.HIDDEN: "Children whom the usual figures miss",
    Counted.FEATURE: "Circumstances that may make a child vulnerable",
}


class Stage(StrEnum):
    """How far an edition of an assessment has got."""

    DRAFT = "draft"
    SHARED = "shared"
    FROZEN = "frozen"
    AGREED = "agreed"
    SUPERSEDED = "superseded"

    @property
    def label(self) -> str:
        return STAGE_LABELS[self]


STAGE_LABELS = {
    Stage.DRAFT: "Being written",
    Stage.SHARED: "With partners, for comment",
    Stage.FROZEN: "Frozen, for the Board to agree",
    Stage.AGREED: "Agreed by the Board",
    Stage.SUPERSEDED: "Replaced by a later edition",
}

MOVES = {
    Stage.DRAFT: {Stage.SHARED},
    Stage.SHARED: {Stage.DRAFT, Stage.FROZEN},
    Stage.FROZEN: {Stage.AGREED, Stage.SUPERSEDED},
    Stage.AGREED: {Stage.SUPERSEDED},
    Stage.SUPERSEDED: set[Stage](),
}
STILL_WRITTEN = frozenset({Stage.DRAFT, Stage.SHARED})
KEPT_WHOLE = frozenset({Stage.FROZEN, Stage.AGREED, Stage.SUPERSEDED})

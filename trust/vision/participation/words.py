from enum import StrEnum


class Audience(StrEnum):
    """Whom the law or good practice asks a Trust to consult."""

    CHILDREN = "children"
    PARENTS = "parents"
    SAFEGUARDING_BOARD = "safeguarding-board"
    PARTNERS = "partners"
    SCHOOLS = "schools"
    SCHOOLS_FORUM = "schools-forum"
    DIOCESES = "dioceses"
    VOLUNTARY = "voluntary"
    PUBLIC = "public"

    @property
    def label(self) -> str:
        return AUDIENCE_LABELS[self]


AUDIENCE_LABELS = {
    Audience.CHILDREN: "Children and young people",
    Audience.PARENTS: "Parents and carers",
    Audience.SAFEGUARDING_BOARD: "The safeguarding children board",
    Audience.PARTNERS: "Partners",
    Audience.SCHOOLS: "Schools and colleges",
    Audience.SCHOOLS_FORUM: "The Schools Forum",
    Audience.DIOCESES: "Church of England and Roman Catholic dioceses",
    Audience.VOLUNTARY: "The voluntary sector",
    Audience.PUBLIC: "Everyone else",
}

# Audiences whose counts are of people, and so are shown in fives; the others are bodies.
PEOPLE = frozenset({Audience.CHILDREN, Audience.PARENTS, Audience.PUBLIC})

# Groups that are often missed, named as the plan's own list names them. Source: `strategic.md` 8.
GROUPS = (
    "Children in care and care leavers",
    "Disabled children and those with special needs",
    "Young carers",
    "Children from minority ethnic groups",
    "Gypsy, Roma and Traveller children",
    "Asylum seekers and refugees",
    "Lesbian, gay, bisexual and transgender young people",
    "Young offenders",
    "Young people not in work or learning",
    "Children excluded from school",
    "Teenage parents",
    "Children in rural areas",
    "Children of military families",
    "Children taught at home",
    "Fathers",
)


class Response(StrEnum):
    """What became of something that people said."""

    DONE = "done"
    WILL_DO = "will do"
    CANNOT = "cannot"
    PASSED_ON = "passed on"

    @property
    def label(self) -> str:
        return RESPONSE_LABELS[self]


RESPONSE_LABELS = {
    Response.DONE: "We did",
    Response.WILL_DO: "We will",
    Response.CANNOT: "We cannot, and this is why",
    Response.PASSED_ON: "We passed it on",
}


class State(StrEnum):
    """Where a consultation stands on a day."""

    OPEN = "open"
    CLOSED = "closed"
    COMING = "coming"
    UNANSWERED = "unanswered"

    @property
    def label(self) -> str:
        return STATE_LABELS[self]


STATE_LABELS = {
    State.OPEN: "Open now",
    State.CLOSED: "Closed",
    State.COMING: "Not open yet",
    State.UNANSWERED: "Closed, with something unanswered",
}


class Showing(StrEnum):
    """Whether everyone may read a comment: kept for us, published with its answer, or not published."""

    KEPT = "kept"
    PUBLISHED = "published"
    NOT_PUBLISHED = "not published"

    @property
    def label(self) -> str:
        return SHOWING_LABELS[self]


SHOWING_LABELS = {
    Showing.KEPT: "Keep it for us",
    Showing.PUBLISHED: "Publish it with our answer",
    Showing.NOT_PUBLISHED: "Do not publish it, and say why",
}

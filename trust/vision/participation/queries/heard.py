"""What was heard, what was sent to us, and what we answered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core import signing
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.http import urlencode

from trust.foundation.kernel.refusals import NotFound
from trust.vision.participation.models import Answer, Comment, CommentShown, Voice
from trust.vision.participation.models.concerns import held
from trust.vision.participation.rules import tidy_reference
from trust.vision.participation.words import Showing

A_PAGE = 20
SALT = "participation.subject"
_MORE = ("shown", "concerns")


@dataclass(frozen=True)
class VoiceCard:
    """What a group told us, with who was heard and who was not."""

    id: UUID
    heading: str
    statement: str
    quotes: tuple[tuple[str, str], ...]
    who: str
    heard_from: int | None
    not_heard: str
    said_on: date
    invented: bool


@dataclass(frozen=True)
class AnswerCard:
    text: str
    answered_on: date
    by: str


@dataclass(frozen=True)
class CommentCard:
    """A comment as it was sent, and our answer if there is one."""

    id: UUID
    reference: str
    text: str
    about_title: str
    district: str
    given_on: date
    at: datetime
    answer: AnswerCard | None
    held: bool = False
    caught: bool = False
    shown: Showing = Showing.KEPT
    why_not_shown: str = ""


@dataclass(frozen=True)
class CommentPage:
    """One page of comments, newest first."""

    cards: tuple[CommentCard, ...]
    number: int
    last: int
    found: int

    @property
    def before(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def after(self) -> int | None:
        return self.number + 1 if self.number < self.last else None


@dataclass(frozen=True)
class Subject:
    """What a comment is about: a promise or a district, named by the page that led to the form."""

    about: UUID | None = None
    title: str = ""
    district: str = ""


def voices(*, as_of: date | None = None, words: str = "") -> list[VoiceCard]:
    """What groups told us by a day, newest first, with every one of the words in it."""
    rows = Voice.objects.filter(said_on__lte=as_of) if as_of else Voice.objects.all()
    for word in words.split():
        rows = rows.filter(Q(heading__icontains=word) | Q(statement__icontains=word) | Q(who__icontains=word))
    return [_voice(row) for row in rows.order_by("-said_on", "heading")]


def voice(key: UUID) -> VoiceCard:
    """What one group told us; NotFound where there is none."""
    row = Voice.objects.filter(pk=key).first()
    if row is None:
        raise NotFound
    return _voice(row)


def voices_by_id(keys: Iterable[UUID]) -> dict[UUID, VoiceCard]:
    return {row.pk: _voice(row) for row in Voice.objects.filter(pk__in=list(keys))}


def voices_headed(headings: Iterable[str]) -> dict[str, UUID]:
    """The newest voice under each of these very headings, by heading; without those that none has."""
    rows = Voice.objects.filter(heading__in=list(headings)).order_by("said_on", "pk")
    return dict(rows.values_list("heading", "pk"))


def comments(
    *, find: str = "", waiting: bool = False, about: UUID | None = None, page: int = 1
) -> CommentPage:
    """Comments with these words in them, newest first; only those that wait for an answer, if asked."""
    pages = Paginator(_found(find=find, waiting=waiting, about=about), A_PAGE)
    this = pages.get_page(page)
    return CommentPage(tuple(_comment(row) for row in this), this.number, pages.num_pages, pages.count)


def every_comment(
    *, find: str = "", waiting: bool = False, about: UUID | None = None
) -> Iterator[CommentCard]:
    """The same, all of them, to take away."""
    yield from map(_comment, _found(find=find, waiting=waiting, about=about))


def _found(*, find: str, waiting: bool, about: UUID | None) -> QuerySet[Comment]:
    rows = _with_answers().filter(_holds(find.strip()))
    if waiting:
        rows = rows.filter(answer=None)
    return rows.filter(about=about) if about else rows


def comments_between(first: date, last: date) -> tuple[int, int]:
    """How many comments came in from one day to another, and how many of those were answered by then."""
    found = Comment.objects.filter(given_on__range=(first, last)).aggregate(
        came=Count("pk"), answered=Count("pk", filter=Q(answer__answered_on__lte=last))
    )
    return found["came"], found["answered"]


def open_comments() -> list[CommentCard]:
    """The comments that nobody has answered, the one that waits longest first."""
    return [_comment(row) for row in _with_answers().filter(answer=None).order_by("at")]


def comment(key: UUID) -> CommentCard:
    """One comment; NotFound where there is none."""
    row = _with_answers().filter(pk=key).first()
    if row is None:
        raise NotFound
    return _comment(row)


def answer_of(reference: str) -> CommentCard | None:
    """The comment a reference was given for, however the reference was typed; None where we have none.

    One that is held is found in the same way and in the same time as any that has no answer yet.
    """
    row = _whole().filter(reference=tidy_reference(reference)).first()
    return _comment(row) if row else None


def whole_comment(key: UUID) -> CommentCard:
    """One comment, held or not, for whoever has just sent it; errors: NotFound."""
    row = _whole().filter(pk=key).first()
    if row is None:
        raise NotFound
    return _comment(row)


def published_comments(about: Iterable[UUID], on: date) -> list[CommentCard]:
    """What the public may read of what was said about these things, with our answers, the newest first.

    One query: a plan's page asks it.
    """
    shown = CommentShown.objects.filter(replaced_by=None, choice=Showing.PUBLISHED)
    rows = Comment.objects.select_related("answer").filter(
        about__in=list(about), shown__in=shown, answer__answered_on__lte=on
    )
    return [_told(row, _answer(row.answer), shown=Showing.PUBLISHED) for row in rows]


def _whole() -> QuerySet[Comment]:
    return Comment.whole.select_related("answer").prefetch_related(*_MORE).annotate(is_held=held())


def where_to_tell_us(subject: Subject) -> str:
    """The address of the form about one thing. It is signed, so that nobody can put words on our page."""
    return f"{reverse('participation:tell-us')}?{signed(subject)}"


def signed(subject: Subject) -> str:
    about = [str(subject.about or ""), subject.title, subject.district]
    return urlencode({"about": signing.dumps(about, salt=SALT)})


def read_subject(signed: str) -> Subject:
    """What a signed address is about; nothing in particular where the signature is not ours."""
    try:
        about, title, district = signing.loads(signed, salt=SALT)
    except signing.BadSignature:
        return Subject()
    return Subject(UUID(about) if about else None, title, district)


def _with_answers() -> QuerySet[Comment]:
    return Comment.objects.select_related("answer").prefetch_related(*_MORE)


def _holds(find: str) -> Q:
    return Q(text__icontains=find) | Q(about_title__icontains=find) | Q(reference__icontains=find)


def _voice(row: Voice) -> VoiceCard:
    return VoiceCard(
        id=row.pk,
        heading=row.heading,
        statement=row.statement,
        quotes=tuple((words, who) for words, who in row.quotes),
        who=row.who,
        heard_from=row.heard_from,
        not_heard=row.not_heard,
        said_on=row.said_on,
        invented=row.invented,
    )


def _comment(row: Comment) -> CommentCard:
    # The other end of a one-to-one raises where it is empty.
    answer: Answer | None = getattr(row, "answer", None)
    is_held = getattr(row, "is_held", False)
    choice = max(row.shown.all(), key=lambda one: one.at, default=None)
    return _told(
        row,
        _answer(answer) if answer and not is_held else None,
        held=is_held,
        caught=is_held and any(one.caught for one in row.concerns.all()),
        shown=Showing(choice.choice) if choice else Showing.KEPT,
        why_not_shown=choice.reason if choice else "",
    )


def _answer(row: Answer) -> AnswerCard:
    return AnswerCard(row.text, row.answered_on, row.by)


def _told(row: Comment, answer: AnswerCard | None, **more: Any) -> CommentCard:
    names = ("reference", "text", "about_title", "district", "given_on", "at")
    return CommentCard(id=row.pk, answer=answer, **{name: getattr(row, name) for name in names}, **more)

"""What happens to every request before any room sees it."""

from collections.abc import Callable

from django.conf import settings
from django.db import connections, transaction
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from trust.foundation.kernel.once import remembering
from trust.foundation.kernel.side import on_side, side_of_address

type Answer = Callable[[HttpRequest], HttpResponse]

LONGEST_ADDRESS = 2_000
# The largest file of figures that is taken, and a little for the rest of its form.
LARGEST_BODY = 201_000_000
LONGEST_FIELD = 20_000
UNREADABLE = (
    "Something in that address or form cannot be read. Take out any unusual characters and send it again."
)
TOO_LONG = (
    "One of the answers is too long. Go back in your browser, where what you wrote still stands, "
    "shorten it to 20,000 characters and send it again."
)
TOO_LARGE = (
    "What you sent is larger than 200 MB. If it is a file, split it, for example by year, and send each part."
)
ADDRESS_TOO_LONG = "The address of that page is too long. Check it, or start again from the front page."


def refuse_unreadable(get_response: Answer) -> Answer:
    """Refuse a NUL or an over-long input once, here: the database would fail on the first in every room."""

    def check(request: HttpRequest) -> HttpResponse:
        # Before anything reads the form: reading it is what would put a file of five gigabytes on the disk.
        if declared_size(request) > LARGEST_BODY:
            return refusal(TOO_LARGE, status=413)
        sentence = what_is_wrong(request)
        return refusal(sentence, status=400) if sentence else get_response(request)

    return check


def refusal(sentence: str, *, status: int) -> HttpResponse:
    page = render_to_string("design/plain_refusal.html", {"sentence": sentence})
    return HttpResponse(page, status=status)


def declared_size(request: HttpRequest) -> int:
    """How many bytes a request says that it brings; without that, none of them are read."""
    said = request.META.get("CONTENT_LENGTH") or "0"
    return int(said) if said.isdigit() else 0


def what_is_wrong(request: HttpRequest) -> str:
    address = request.get_full_path()
    if len(address) > LONGEST_ADDRESS:
        return ADDRESS_TOO_LONG
    if "\x00" in request.path or any(has_nul(part) for part in request.GET.lists()):
        return UNREADABLE
    if request.method != "POST":
        return ""
    if any(has_nul(part) for part in request.POST.lists()):
        return UNREADABLE
    return TOO_LONG if any(len(v) > LONGEST_FIELD for _, vs in request.POST.lists() for v in vs) else ""


def has_nul(field: tuple[str, list[object]] | tuple[str, list[str]]) -> bool:
    name, values = field
    return "\x00" in name or any("\x00" in str(value) for value in values)


def one_transaction(get_response: Answer) -> Answer:
    """Choose the side by the address, tell the database whose session this is, and commit all or nothing.

    `ATOMIC_REQUESTS` makes the view a savepoint inside this: a refusal undoes the view's writes and keeps
    the audit line.
    """

    def whole(request: HttpRequest) -> HttpResponse:
        side = side_of_address(request.path)
        with on_side(side), remembering(), transaction.atomic(using=side.value):
            token = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
            with connections[side.value].cursor() as cursor:
                cursor.execute("select set_config('trust.token', %s, true)", [token])
            response = get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True, using=side.value)
        return response

    return whole

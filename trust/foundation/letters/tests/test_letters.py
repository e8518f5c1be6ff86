"""Letters: written once, sent once, tried again when not taken, and stopped by whoever may stop them."""

import hmac
import json
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client, override_settings

from trust.foundation.kernel.actor import SYSTEM
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.kernel.time import LONDON
from trust.foundation.letters import actions, channels, queries
from trust.foundation.letters.formats import NotifyKey
from trust.foundation.letters.models import FailedTry, Letter, Stopped
from trust.foundation.letters.rules import LINK, STOP, TRIES, hash_of, token_of, try_again
from trust.foundation.letters.words import Kind

NOW = datetime(2010, 6, 8, 10, tzinfo=LONDON)
SERVICE, SECRET = "26785a09-ab16-4eb0-8407-a37497a57506", "3d844edf-8d35-48ac-975b-e847b4f122b0"
KEY = f"a-key-{SERVICE}-{SECRET}"


def write(key: str = "a", **other: Any) -> bool:
    facts: dict[str, Any] = {"kind": Kind.DUTY, "to_name": "A post", "to_address": "post@partner.example"}
    facts |= {"subject": "How did it go?", "text": "Please say."}
    return actions.write_letter(key=key, **(facts | other), by=SYSTEM, at=NOW)


def posted(**words: Any) -> None:
    """A channel that takes everything."""


def never(**words: Any) -> None:
    raise channels.Undelivered("The mail server did not take it.")


def send(post: channels.Post, at: datetime = NOW) -> bool | None:
    return actions.send_next(post=post, by=SYSTEM, at=at)


def test_the_same_letter_is_written_once(database: str) -> None:
    assert write()
    assert not write()


def test_a_letter_is_sent_once(database: str) -> None:
    write()
    assert [send(posted), send(posted)] == [True, None]


def test_a_letter_that_is_not_taken_is_kept_with_its_reason_and_tried_again(database: str) -> None:
    write()
    assert send(never) is False
    assert send(posted) is None
    assert send(posted, NOW + timedelta(minutes=5)) is True
    assert FailedTry.objects.get().why == "The mail server did not take it."


def test_a_letter_is_given_up_after_eight_tries() -> None:
    assert try_again(1, failed_at=NOW) == NOW + timedelta(minutes=5)
    assert try_again(TRIES, failed_at=NOW) is None


def test_a_token_depends_on_the_key_the_page_and_the_thing() -> None:
    made = {
        token_of("k", "/a/", "1"),
        token_of("K", "/a/", "1"),
        token_of("k", "/b/", "1"),
        token_of("k", "/a/", "2"),
    }
    assert len(made) == 4


def test_a_link_is_put_in_as_the_letter_leaves(database: str) -> None:
    key = uuid4()
    write(text=f"Open {LINK}", opens="/update/", opens_key=key)
    letter = Letter.objects.get()
    assert LINK in letter.text
    assert queries.link_of("/update/", key) in queries.as_posted(letter)


def test_by_smtp(database: str) -> None:
    channels.by_smtp(to="post@partner.example", subject="How?", text="Say.", reference="1")
    (sent,) = mail.outbox
    assert (sent.to, sent.subject, sent.body) == (["post@partner.example"], "How?", "Say.")


class Notify(BaseHTTPRequestHandler):
    """GOV.UK Notify, as far as one letter needs it."""

    asked: list[tuple[str, str, dict[str, Any]]] = []
    answers = 201

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        type(self).asked.append((self.path, self.headers["Authorization"], body))
        self.send_response(type(self).answers)
        self.end_headers()

    def log_message(self, *words: Any) -> None:
        """Say nothing on the screen of a test."""


@pytest.fixture
def notify() -> Iterator[type[Notify]]:
    server = HTTPServer(("127.0.0.1", 0), Notify)
    Thread(target=server.serve_forever, daemon=True).start()
    Notify.asked, Notify.answers = [], 201
    address = f"http://127.0.0.1:{server.server_port}"
    with override_settings(NOTIFY_ADDRESS=address, NOTIFY_KEY=KEY, NOTIFY_TEMPLATE="template"):
        yield Notify
    server.shutdown()
    server.server_close()


def by_notify() -> None:
    channels.by_notify(to="post@partner.example", subject="How?", text="Say.", reference="1")


def test_by_notify(notify: type[Notify]) -> None:
    by_notify()
    ((path, token, body),) = notify.asked
    assert path == "/v2/notifications/email"
    assert body["personalisation"] == {"subject": "How?", "text": "Say."}
    head, claims, signature = token.removeprefix("Bearer ").split(".")
    signed = hmac.digest(SECRET.encode(), f"{head}.{claims}".encode(), "sha256")
    assert urlsafe_b64decode(signature + "=") == signed
    assert json.loads(urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))["iss"] == SERVICE


def test_what_notify_refuses_is_said_without_the_address(notify: type[Notify]) -> None:
    notify.answers = 400
    with pytest.raises(channels.Undelivered, match="refused it: 400") as refusal:
        by_notify()
    assert "partner.example" not in str(refusal.value)


def test_a_notify_that_is_not_there_is_said() -> None:
    with (
        override_settings(NOTIFY_ADDRESS="http://127.0.0.1:9", NOTIFY_KEY=KEY, NOTIFY_TEMPLATE="t"),
        pytest.raises(channels.Undelivered, match="could not be reached"),
    ):
        by_notify()


def test_a_key_that_is_no_key_is_refused() -> None:
    with pytest.raises(ValueError, match="two identifiers"):
        NotifyKey.read("nonsense")


def test_nothing_leaves_a_demonstration() -> None:
    with override_settings(POST="smtp"):
        assert channels.channel(demonstration=True) is None
        assert channels.channel(demonstration=False) is channels.by_smtp


def digest(worker: UUID, key: str = "d") -> str:
    write(key, kind=Kind.DIGEST, to_worker=worker, text=f"Stop: {STOP}")
    return queries.as_posted(Letter.objects.get(key=key)).split("Stop: ")[1].split("localhost:8000")[1]


def test_a_digest_is_stopped_by_its_own_link_after_it_asks(database: str, visitor: Client) -> None:
    worker = uuid4()
    address = digest(worker)
    assert "Stop the weekly letter?" in visitor.get(address).content.decode()
    assert not Stopped.objects.exists()
    for _ in range(2):
        assert visitor.post(address).status_code == 200
    assert queries.has_stopped([worker], Kind.DIGEST) == {worker}
    assert send(posted) is None


def test_a_link_to_stop_that_is_made_up_stops_nothing(database: str, visitor: Client) -> None:
    assert visitor.get(f"/letters/stop/{'a' * 43}/").status_code == 404
    with pytest.raises(NotFound):
        queries.to_stop("a" * 43)
    assert hash_of("a") != "a"


def test_a_duty_cannot_be_stopped(database: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Stopped.objects.create(worker=uuid4(), kind=Kind.DUTY, at=NOW)


def test_the_command_writes_the_weeks_letters_once_and_sends_none_from_here(town: str) -> None:
    call_command("send_letters", verbosity=0)
    first = Letter.objects.count()
    assert Letter.objects.filter(kind=Kind.DIGEST).exists()
    call_command("send_letters", verbosity=0)
    assert (Letter.objects.count(), Letter.objects.filter(sent_at=None).count()) == (first, first)

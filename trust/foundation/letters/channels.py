"""How a letter leaves: by SMTP or by GOV.UK Notify. Both are one function, and both fail in a sentence."""

import time
import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPException
from smtplib import SMTPException
from typing import Protocol

from django.conf import settings
from django.core.mail import EmailMessage

from trust.foundation.letters.formats import NotifyKey, notify_body, notify_token

PATIENCE = 10.0


class Undelivered(Exception):
    """Why a letter was not taken, in words without the address it was for."""


class Post(Protocol):
    def __call__(self, *, to: str, subject: str, text: str, reference: str) -> None: ...


def by_smtp(*, to: str, subject: str, text: str, reference: str) -> None:
    # One reference a letter, so that a mail server which is handed it twice can tell.
    letter = EmailMessage(subject, text, settings.POST_FROM, [to], headers={"X-Reference": reference})
    try:
        letter.send()
    except (SMTPException, OSError) as trouble:
        raise Undelivered(f"The mail server did not take it: {type(trouble).__name__}.") from trouble


def by_notify(*, to: str, subject: str, text: str, reference: str) -> None:
    token = notify_token(NotifyKey.read(settings.NOTIFY_KEY), issued=int(time.time()))
    body = notify_body(
        to=to, template=settings.NOTIFY_TEMPLATE, subject=subject, text=text, reference=reference
    )
    asked = urllib.request.Request(
        f"{settings.NOTIFY_ADDRESS}/v2/notifications/email",
        data=body,
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
    )
    try:
        urllib.request.urlopen(asked, timeout=PATIENCE).close()
    except urllib.error.HTTPError as refusal:
        refusal.close()
        raise Undelivered(f"GOV.UK Notify refused it: {refusal.code}.") from refusal
    except (OSError, HTTPException) as trouble:
        raise Undelivered("GOV.UK Notify could not be reached.") from trouble


CHANNELS: dict[str, Callable[..., None]] = {"smtp": by_smtp, "notify": by_notify}


def channel(*, demonstration: bool) -> Post | None:
    """How letters leave this installation; from a demonstration, and where nothing is set, none does."""
    return None if demonstration else CHANNELS.get(settings.POST)

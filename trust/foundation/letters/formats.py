"""What GOV.UK Notify is sent: a token signed with the service’s key, and one e-mail by a template of ours.

Source: the service’s documentation of its HTTP API. A key reads `name-service-secret`, where the service and
the secret are UUIDs; the template must hold ((subject)) and ((text)) and nothing else.
"""

import hmac
import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass

UUID_LENGTH = 36


@dataclass(frozen=True)
class NotifyKey:
    service: str
    secret: str

    @classmethod
    def read(cls, text: str) -> "NotifyKey":
        """The two parts at the end of a key; errors: ValueError."""
        secret, service = text[-UUID_LENGTH:], text[-2 * UUID_LENGTH - 1 : -UUID_LENGTH - 1]
        if len(text) < 2 * UUID_LENGTH + 1 or secret.count("-") != 4 or service.count("-") != 4:
            raise ValueError(
                "The key of GOV.UK Notify should end in two identifiers, of a service and a key."
            )
        return cls(service, secret)


def notify_token(key: NotifyKey, *, issued: int) -> str:
    """A JSON Web Token (HS256) that Notify takes for 30 seconds; `issued` in seconds since 1970."""
    parts = ({"typ": "JWT", "alg": "HS256"}, {"iss": key.service, "iat": issued})
    head = ".".join(_unpadded(json.dumps(part, separators=(",", ":")).encode()) for part in parts)
    return f"{head}.{_unpadded(hmac.digest(key.secret.encode(), head.encode(), 'sha256'))}"


def notify_body(*, to: str, template: str, subject: str, text: str, reference: str) -> bytes:
    words = {"subject": subject, "text": text}
    body = {"email_address": to, "template_id": template, "personalisation": words, "reference": reference}
    return json.dumps(body).encode()


def _unpadded(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()

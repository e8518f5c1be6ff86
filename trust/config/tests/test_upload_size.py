"""A file of five gigabytes is refused before any of it is kept, by a real socket."""

import socket
from collections.abc import Iterator
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.core.wsgi import get_wsgi_application

FIVE_GIGABYTES = 5_000_000_000


class Quiet(WSGIRequestHandler):
    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Say nothing: the test reads the answer."""


@pytest.fixture
def port(database: str) -> Iterator[int]:
    with make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=Quiet) as server:
        Thread(target=server.handle_request, daemon=True).start()
        yield server.server_port


def test_a_body_that_is_too_large_is_answered_before_it_is_sent(port: int) -> None:
    head = (
        "POST /office/figures/ HTTP/1.1\r\nHost: localhost\r\n"
        f"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {FIVE_GIGABYTES}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(head.encode())
        answer = line.recv(65536)
    assert b" 413 " in answer.partition(b"\r\n")[0]

"""The smallest application a web server can serve."""

from collections.abc import Callable, Iterable

type Start = Callable[[str, list[tuple[str, str]]], object]


def application(environ: dict[str, object], start: Start) -> Iterable[bytes]:
    start("200 OK", [("Content-Type", "text/plain")])
    return [b"hello"]

"""The words after `python3 run`, and the one sentence that is said when something is in the way."""

import argparse
import signal
from collections.abc import Callable
from types import FrameType

from launch import chromium, database, demo, django, packages, pictures, progress, testing, trouble
from launch.trouble import Trouble

type Commands = argparse._SubParsersAction[argparse.ArgumentParser]
type Deed = Callable[[argparse.Namespace, list[str]], int]

STOPPED = 130
# What follows these words is for pytest, the benchmarks or Django to understand.
PASSING_ON = ("test", "bench", "manage")


def main(words: list[str]) -> int:
    asked, rest = parser().parse_known_args(words)
    if rest and not asked.passes_on:
        parser().error(f"unknown: {' '.join(rest)}")
    heed_requests_to_end()
    try:
        do: Deed = asked.do
        return do(asked, rest)
    except KeyboardInterrupt:
        progress.say("\nStopped.")
        return STOPPED
    except Trouble as sentence:
        progress.complain(f"\n{sentence}")
        return 1
    except OSError as error:
        progress.complain(f"\n{trouble.from_system(error)}")
        return 1


def parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(prog="run", description="Software for a Children's Trust.")
    commands = whole.add_subparsers(
        required=True, metavar="demo | test | check | bench | picture | manage | code"
    )
    showing = add(commands, "demo", show, "start the demonstration and print its address")
    showing.add_argument("--fresh", action="store_true", help="forget all changes and begin again")
    showing.add_argument("--port", type=int, help=f"the port to serve on (usually {demo.USUAL_PORT})")
    showing.add_argument("--no-serve", action="store_true", help="prepare everything and stop")
    testing_words = add(commands, "test", test, "run every check, or only the tests named after it")
    testing_words.add_argument("--deep", action="store_true", help="longer searches for counter-examples")
    add(commands, "check", check, "run the checks that need no database")
    add(commands, "bench", bench, "measure speed")
    add(commands, "picture", picture, "take the README's pictures of the running demonstration")
    add(commands, "manage", manage, "run one of the product's own commands")
    add(commands, "code", code, "print a demonstration person's one-time code").add_argument("name")
    return whole


def add(commands: Commands, name: str, do: Deed, what: str) -> argparse.ArgumentParser:
    passes_on = name in PASSING_ON
    command = commands.add_parser(name, help=what, description=what, add_help=not passes_on)
    command.set_defaults(do=do, passes_on=passes_on)
    return command


def show(asked: argparse.Namespace, rest: list[str]) -> int:
    return demo.demo(fresh=asked.fresh, port=asked.port, serve=not asked.no_serve)


def test(asked: argparse.Namespace, rest: list[str]) -> int:
    return testing.some(rest, deep=asked.deep) if rest else testing.everything(deep=asked.deep)


def check(asked: argparse.Namespace, rest: list[str]) -> int:
    return testing.quick()


def bench(asked: argparse.Namespace, rest: list[str]) -> int:
    # What is measured is the demonstration: on a fresh clone, or after a change, it is made first.
    demo.demo(fresh=False, port=None, serve=False)
    packages.install("dev")
    with database.running(database.DEMONSTRATION) as ready:
        environment = {**ready.environment, **chromium.surroundings()}
        return django.python(["-m", "benchmarks", *rest], environment)


def picture(asked: argparse.Namespace, rest: list[str]) -> int:
    return pictures.take()


def manage(asked: argparse.Namespace, rest: list[str]) -> int:
    packages.install("runtime")
    with database.running(database.DEMONSTRATION) as ready:
        return django.run(rest, ready.environment)


def code(asked: argparse.Namespace, rest: list[str]) -> int:
    return manage(asked, ["code", asked.name])


def heed_requests_to_end() -> None:
    """Treat a polite request to end, from a service manager or a closed terminal, like Ctrl-C."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)


def stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt

"""Run the product's own commands, each in its own process."""

import subprocess
from collections.abc import Mapping, Sequence

from launch import places, trouble

MANAGE = ("-m", "trust.config.manage")


def python(words: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run `.venv`'s Python with its output going to the person at the keyboard."""
    return subprocess.run(
        [str(places.PYTHON), *words], env=surroundings(environment), cwd=places.ROOT, check=False
    ).returncode


def run(words: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run a command whose output belongs to the person at the keyboard."""
    return python([*MANAGE, *words], environment)


def quietly(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """Run a command and return what it printed; when it fails, keep it all and say one sentence."""
    answer = subprocess.run(
        [str(places.PYTHON), *MANAGE, *words],
        env=surroundings(environment),
        cwd=places.ROOT,
        text=True,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if answer.returncode:
        raise failed(words[0], answer.stdout)
    return answer.stdout


def failed(command: str, output: str) -> trouble.Trouble:
    log = places.STATE / f"{command}.log"
    log.write_text(output)
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    reason = lines[-1] if lines else "it gave no reason"
    return trouble.from_output(
        output if "django" not in reason else reason,
        otherwise=f"`{command}` failed: {reason} (all of it is in {log})",
    )


def surroundings(environment: Mapping[str, str]) -> dict[str, str]:
    return places.child_environment(**{"DJANGO_SETTINGS_MODULE": "trust.config.settings", **environment})

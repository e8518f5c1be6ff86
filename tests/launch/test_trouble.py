"""What goes wrong is told in one sentence that says what to do."""

import errno
import socket

import pytest

from launch import cli, ports, trouble
from launch.trouble import Trouble


@pytest.mark.parametrize(
    ("printed", "sentence"),
    [
        ("error: failed to write `x`: No space left on device (os error 28)", trouble.DISK_FULL),
        ('FATAL:  could not extend file "base/5/16384": No space left on device', trouble.DISK_FULL),
        ("npm error code ENOSPC", trouble.DISK_FULL),
        ("Caused by: dns error: failed to lookup address information", trouble.NO_NETWORK),
        ("ERROR: Could not find a version that satisfies the requirement django", trouble.NO_NETWORK),
        ("npm error code EAI_AGAIN", trouble.NO_NETWORK),
        ("something nobody thought of", "It failed."),
    ],
)
def test_a_program_that_failed_is_understood(printed: str, sentence: str) -> None:
    assert str(trouble.from_output(printed, otherwise="It failed.")) == sentence


def test_a_full_disk_of_our_own_is_told_the_same_way() -> None:
    assert str(trouble.from_system(OSError(errno.ENOSPC, "No space left on device"))) == trouble.DISK_FULL


def test_another_refusal_of_the_machine_names_the_file() -> None:
    refusal = trouble.from_system(PermissionError(errno.EACCES, "Permission denied", "/etc/shadow"))
    assert str(refusal) == "This machine refused: Permission denied (/etc/shadow)."


def test_a_port_in_use_is_named_with_another_to_choose() -> None:
    with socket.socket() as other:
        other.bind((ports.HERE, 0))
        other.listen()
        taken = other.getsockname()[1]
        with pytest.raises(Trouble, match=rf"Port {taken} is in use .* `python3 run demo --port \d+`"):
            ports.check_free(taken)


def test_a_port_that_cannot_be_is_refused() -> None:
    with pytest.raises(Trouble, match="There is no port 70000"):
        ports.check_possible(70000)


def test_a_free_port_is_free() -> None:
    port = ports.free()
    ports.check_free(port)
    assert not ports.answers(port)


def test_trouble_ends_a_command_with_its_sentence_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["demo", "--port", "0"]) == 1
    assert capsys.readouterr().err == (
        "\nThere is no port 0: choose one from 1024 to 65535, like `python3 run demo --port 8001`.\n"
    )


def test_words_that_mean_nothing_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["demo", "--frseh"])
    assert "unknown: --frseh" in capsys.readouterr().err

"""Ports of this machine."""

import socket

from launch.trouble import Trouble

HERE = "127.0.0.1"
HOW = "`python3 run demo --port "


def free() -> int:
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        port: int = probe.getsockname()[1]
        return port


def is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HERE, port))
        except OSError:
            return True
        return False


def answers(port: int) -> bool:
    with socket.socket() as caller:
        caller.settimeout(1)
        return caller.connect_ex((HERE, port)) == 0


def check_possible(port: int) -> None:
    if not 1 <= port <= 65535:
        raise Trouble(f"There is no port {port}: choose one from 1024 to 65535, like {HOW}8001`.")


def check_free(port: int) -> None:
    if is_taken(port):
        other = next(number for number in range(8001, 65536) if not is_taken(number))
        raise Trouble(f"Port {port} is in use by another program: choose another, like {HOW}{other}`.")

"""What can go wrong, each told in one sentence that says what to do next."""

import errno
from typing import Final

DISK_FULL: Final = "The disk is full: free some space and run the same command again; nothing saved is lost."
NO_NETWORK: Final = (
    "The packages could not be fetched: check the network connection and run the same command again."
)

SIGNS_OF_FULL_DISK = ("No space left on device", "os error 28", "ENOSPC", "Disk quota exceeded")
SIGNS_OF_NO_NETWORK = (
    "Temporary failure in name resolution",
    "Failed to resolve",
    "Name or service not known",
    "nodename nor servname",
    "dns error",
    "error sending request",
    "Failed to fetch",
    "Connection refused",
    "Connection reset",
    "Could not find a version that satisfies",
    "NewConnectionError",
    "Network is unreachable",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ETIMEDOUT",
    "timed out",
    "CERT_IN_CHAIN",
    "ISSUER_CERT",
    "CERTIFICATE_VERIFY_FAILED",
    "invalid peer certificate",
)


class Trouble(Exception):
    """Something the person at the keyboard can put right, in one sentence."""


def from_output(output: str, *, otherwise: str) -> Trouble:
    """The sentence for a program that failed, judged by what it printed."""
    if any(sign in output for sign in SIGNS_OF_FULL_DISK):
        return Trouble(DISK_FULL)
    if any(sign in output for sign in SIGNS_OF_NO_NETWORK):
        return Trouble(NO_NETWORK)
    return Trouble(otherwise)


def from_system(error: OSError) -> Trouble:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return Trouble(DISK_FULL)
    return Trouble(f"This machine refused: {error.strerror or error} ({error.filename or 'no file named'}).")

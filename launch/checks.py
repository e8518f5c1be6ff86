"""Every check of `run test`, fast ones first: one row each."""

from dataclasses import dataclass

# As many at once as there are processors; a file stays with one of them, for what its tests share.
SIDE_BY_SIDE = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile")
PYTEST = ("-m", "pytest", *SIDE_BY_SIDE)
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
MANAGE = ("-m", "trust.config.manage")


@dataclass(frozen=True)
class Check:
    """A claim about the code, and the words that make `.venv`'s Python verify it."""

    claim: str
    words: tuple[str, ...]
    needs_database: bool = False
    needs_browser: bool = False


CHECKS = (
    Check("Python is laid out alike", ("-m", "ruff", "format", "--check", ".", "run")),
    Check("Python follows the rules of style", ("-m", "ruff", "check", ".", "run")),
    Check("Templates are laid out alike", ("-m", "djhtml", "--check", "trust")),
    Check("Rooms import only what they may", ("-c", LINT_IMPORTS)),
    Check("Types hold", ("-m", "mypy", "--strict", ".")),
    Check("Generated pages match their sources", (*MANAGE, "docs", "--check")),
    Check("Tests without a database", (*PYTEST, "-m", "not database and not browser")),
    Check(
        "Migrations match the models",
        (*MANAGE, "makemigrations", "--check"),
        needs_database=True,
    ),
    Check("Tests with a database", (*PYTEST, "-m", "database and not browser"), needs_database=True),
    Check("Tests in a browser", (*PYTEST, "-m", "browser"), needs_database=True, needs_browser=True),
)

"""Take from GOV.UK Frontend what others may serve: its styles and script, not its font or crest."""

import re
import shutil
from pathlib import Path

FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
FONT_NAME = re.compile(r"\"?GDS Transport\"?\s*,\s*")
CREST = re.compile(r"url\([^)]*govuk-crest[^)]*\)")
SOURCE_MAP = re.compile(r"(/\*|//)# sourceMappingURL=\S+( \*/)?")
ASSET = re.compile(r"url\(\"?/assets/([^)\"]+)\"?\)")


def copy(package: Path, into: Path) -> None:
    """Write the styles and script of the npm package `govuk-frontend` into a folder of ours."""
    built = package / "dist" / "govuk"
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    styles = (built / "govuk-frontend.min.css").read_text()
    script = (built / "govuk-frontend.min.js").read_text()
    clean = ours(styles)
    for asset in sorted(set(ASSET.findall(clean))):
        (into / "assets" / asset).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(built / "assets" / asset, into / "assets" / asset)
    (into / "govuk-frontend.min.css").write_text(ASSET.sub(r"url(assets/\1)", clean))
    (into / "govuk-frontend.min.js").write_text(SOURCE_MAP.sub("", script))
    shutil.copy(package / "README.md", into / "README.md")


def ours(styles: str) -> str:
    """The styles without what is licensed for GOV.UK alone, and without addresses that nothing answers."""
    for unwanted in (FONT_FACE, FONT_NAME, SOURCE_MAP):
        styles = unwanted.sub("", styles)
    return CREST.sub("none", styles)

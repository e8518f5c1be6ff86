"""Of GOV.UK Frontend we serve what we may, and no address in it leads nowhere."""

from pathlib import Path

import pytest

from launch import chromium, vendor

STYLES = (
    "@font-face{font-family:GDS Transport;src:url(/assets/fonts/light.woff2)}"
    ".a{font-family:GDS Transport,arial,sans-serif}"
    ".b:before{background-image:url(/assets/images/govuk-crest.svg)}"
    ".c{background:url(/assets/images/line.svg)}\n/*# sourceMappingURL=x.css.map */"
)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    built = tmp_path / "package" / "dist" / "govuk"
    (built / "assets" / "images").mkdir(parents=True)
    (built / "assets" / "images" / "line.svg").write_text("<svg/>")
    (built / "assets" / "images" / "govuk-crest.svg").write_text("<svg/>")
    (built / "govuk-frontend.min.css").write_text(STYLES)
    (built / "govuk-frontend.min.js").write_text("start();//# sourceMappingURL=x.js.map")
    (tmp_path / "package" / "README.md").write_text("MIT")
    return tmp_path / "package"


def test_font_crest_and_source_maps_are_left_behind(package: Path, tmp_path: Path) -> None:
    vendor.copy(package, tmp_path / "ours")
    styles = (tmp_path / "ours" / "govuk-frontend.min.css").read_text()
    assert styles.strip() == (
        ".a{font-family:arial,sans-serif}.b:before{background-image:none}.c{background:url(assets/images/line.svg)}"
    )
    assert (tmp_path / "ours" / "govuk-frontend.min.js").read_text() == "start();"


def test_only_what_the_styles_name_is_copied(package: Path, tmp_path: Path) -> None:
    vendor.copy(package, tmp_path / "ours")
    copied = {file.name for file in (tmp_path / "ours").rglob("*") if file.is_file()}
    assert copied == {"govuk-frontend.min.css", "govuk-frontend.min.js", "README.md", "line.svg"}


def test_what_an_older_version_left_is_taken_away(package: Path, tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "old.css").touch()
    vendor.copy(package, tmp_path / "ours")
    assert not (tmp_path / "ours" / "old.css").exists()


def test_the_browser_that_is_named_is_the_one_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "my-browser").touch()
    monkeypatch.setenv("TRUST_CHROMIUM", str(tmp_path / "my-browser"))
    assert chromium.surroundings() == {"TRUST_CHROMIUM": str(tmp_path / "my-browser")}

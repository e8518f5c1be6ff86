"""What is kept between two starts: stamps, keys, locks, and nothing that a stranger could read."""

import stat
from pathlib import Path

from launch import keys, locks, places


def test_a_fingerprint_changes_with_the_content_and_with_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("1")
    first = places.fingerprint([tmp_path], "word")
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "one.pyc").write_text("compiled")
    assert places.fingerprint([tmp_path], "word") == first
    assert places.fingerprint([tmp_path], "other word") != first
    (tmp_path / "one").write_text("2")
    assert places.fingerprint([tmp_path], "word") != first


def test_a_stamp_holds_until_something_changes(tmp_path: Path) -> None:
    places.stamp("prepared", "as it was", folder=tmp_path)
    assert places.is_stamped("prepared", "as it was", folder=tmp_path)
    assert not places.is_stamped("prepared", "as it is now", folder=tmp_path)
    assert not places.is_stamped("never", "as it was", folder=tmp_path)


def test_keys_are_made_once_and_only_their_owner_reads_them(tmp_path: Path) -> None:
    file = tmp_path / "state" / "secrets.json"
    made = keys.read(file)
    assert keys.read(file) == made
    assert set(made) == set(keys.NAMES)
    assert len(set(made.values())) == len(keys.NAMES)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_key_that_came_later_is_added_to_those_there_are(tmp_path: Path) -> None:
    file = tmp_path / "secrets.json"
    keys.write(file, {"secret_key": "old"})
    assert keys.read(file)["secret_key"] == "old"
    assert set(keys.read(file)) == set(keys.NAMES)


def test_the_last_one_out_knows_that_it_is_the_last(tmp_path: Path) -> None:
    with locks.opened(tmp_path / "users") as one, locks.opened(tmp_path / "users") as other:
        locks.share(one)
        locks.share(other)
        assert not locks.try_alone(one)
        other.close()
        assert locks.try_alone(one)

"""The reader's own codebook: it is kept, two who change it lose nothing, and what cannot be read is never replaced."""

import subprocess
import sys
from pathlib import Path

import pytest

from components.library import own_codebook
from components.library.own_codebook import change_own_codebook, open_own_codebook
from components.model.codebook import Codebook, Topic
from components.model.rows import FaultyFilesError
from tests.conftest import ROOT


def topic(id: str) -> Topic:
    return Topic(id=id, label=id, definition="Its export.", counts="", counts_not="", words=(f"{id}*",))


def test_where_nothing_was_kept_there_is_none(general: Codebook, tmp_path: Path) -> None:
    assert open_own_codebook(tmp_path / "none", general) is None


def test_what_is_changed_is_there_again(general: Codebook, tmp_path: Path) -> None:
    changed = change_own_codebook(tmp_path / "new", general, lambda book: book.with_topic(topic("grain")))

    assert changed == general.with_topic(topic("grain"))
    assert open_own_codebook(tmp_path / "new", general) == changed


def test_what_is_the_general_one_again_is_not_kept(general: Codebook, tmp_path: Path) -> None:
    change_own_codebook(tmp_path, general, lambda book: book.with_topic(topic("grain")))
    change_own_codebook(tmp_path, general, lambda book: book.without_topic("grain"))

    assert open_own_codebook(tmp_path, general) is None
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".lock"] == []


ADD = """
import sys
from pathlib import Path
from components.library.own_codebook import change_own_codebook
from components.model.codebook import load_codebook
from tests.library.test_own_codebook import topic
general = load_codebook(Path("data"))
for number in range(10):
    change_own_codebook(Path(sys.argv[1]), general, lambda book: book.with_topic(topic(f"{sys.argv[2]}-{number}")))
"""


def test_two_servers_that_add_topics_at_once_lose_none(general: Codebook, tmp_path: Path) -> None:
    started = [subprocess.Popen([sys.executable, "-c", ADD, str(tmp_path), name], cwd=ROOT) for name in ("a", "b")]

    assert [each.wait() for each in started] == [0, 0]
    book = open_own_codebook(tmp_path, general)
    assert book is not None
    wanted = {f"{name}-{number}" for name in "ab" for number in range(10)}
    assert book.topic_labels.keys() - general.topic_labels.keys() == wanted


def test_what_cannot_be_read_is_told_and_stays(general: Codebook, tmp_path: Path) -> None:
    (tmp_path / "codebook.toml").write_bytes(b"topics = [")

    with pytest.raises(FaultyFilesError, match=r"codebook\.toml: is no readable TOML"):
        change_own_codebook(tmp_path, general, lambda book: book.with_topic(topic("grain")))

    assert (tmp_path / "codebook.toml").read_bytes() == b"topics = ["


def test_where_the_disk_is_full_the_earlier_state_stays_and_nothing_half_is_left(
    general: Codebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = change_own_codebook(tmp_path, general, lambda book: book.with_topic(topic("grain")))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(own_codebook.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        change_own_codebook(tmp_path, general, lambda book: book.with_topic(topic("oil")))

    assert open_own_codebook(tmp_path, general) == first
    assert not list(tmp_path.glob("*.part"))

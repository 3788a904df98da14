"""The reader's own codebook: it is kept, two who change it lose nothing, and what cannot be read is never replaced."""

from pathlib import Path

import pytest
from filelock import FileLock

from components.library import own_codebook
from components.library.own_codebook import change_own_codebook, open_own_codebook
from components.model.codebook import Codebook, Topic
from components.model.rows import FaultyFilesError
from tests.library.test_library import side_by_side


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
from components.model.codebook import Topic, load_codebook
folder, side, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
general = load_codebook(Path("data"))
print("ready", flush=True)
sys.stdin.readline()
for number in range(times):
    new = Topic(id=f"{side}-{number}", label="x", definition="x", counts="", counts_not="", words=("x",))
    change_own_codebook(folder, general, lambda book: book.with_topic(new))
"""


def test_two_servers_that_add_topics_at_once_lose_none(general: Codebook, tmp_path: Path) -> None:
    """They begin together, so that each writes while the other does."""
    side_by_side(ADD, tmp_path, sides=2, times=6)

    book = open_own_codebook(tmp_path, general)
    assert book is not None
    wanted = {f"{side}-{number}" for side in range(2) for number in range(6)}
    assert book.topic_labels.keys() - general.topic_labels.keys() == wanted


def test_a_server_that_is_writing_is_waited_for_and_told_of(
    general: Codebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_codebook, "SECONDS_TO_WAIT", 0.05)

    with FileLock(tmp_path / ".codebook.lock"), pytest.raises(OSError, match="another server is writing it"):
        change_own_codebook(tmp_path, general, lambda book: book.with_topic(topic("grain")))

    assert open_own_codebook(tmp_path, general) is None


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

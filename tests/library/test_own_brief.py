"""The brief that is kept on this machine: whole or not at all, and no other session's changes are lost."""

from pathlib import Path

import pytest

from components.library.own_brief import change_own_brief, open_own_brief
from components.model.brief import BRIEF_FILE, Brief, Key
from components.model.rows import FaultyFilesError


def test_what_is_kept_is_there_again(tmp_path: Path) -> None:
    change_own_brief(tmp_path, lambda now: now.with_statements("talks", ["a"]))

    assert open_own_brief(tmp_path).keys == [Key("talks", "a")]


def test_two_sessions_lose_nothing_of_each_other(tmp_path: Path) -> None:
    change_own_brief(tmp_path, lambda now: now.with_statements("talks", ["a"]))
    change_own_brief(tmp_path, lambda now: now.with_statements("reply", ["b"]))

    assert open_own_brief(tmp_path).keys == [Key("talks", "a"), Key("reply", "b")]


def test_an_empty_one_leaves_no_file(tmp_path: Path) -> None:
    change_own_brief(tmp_path, lambda now: now.with_statements("talks", ["a"]))
    change_own_brief(tmp_path, lambda _: Brief())

    assert not (tmp_path / BRIEF_FILE).exists()
    assert open_own_brief(tmp_path) == Brief()


def test_one_that_cannot_be_read_is_told_and_stays(tmp_path: Path) -> None:
    (tmp_path / BRIEF_FILE).write_bytes(b"{")

    with pytest.raises(FaultyFilesError, match="Invalid JSON"):
        change_own_brief(tmp_path, lambda _: Brief())
    assert (tmp_path / BRIEF_FILE).read_bytes() == b"{"

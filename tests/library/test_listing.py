"""The list of kept articles: what it shows without opening any, and that it is right whatever its own file says."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from components.library import listing
from components.library.listing import LIST_FILE, Kept, listed
from components.library.shelf import forget, keep
from components.model.codebook import Codebook
from tests.own import draft


@pytest.fixture
def folder(codebook: Codebook, tmp_path: Path) -> Path:
    """Two kept articles."""
    for id, title in (("first", "First talks"), ("second", "Talks, “again”")):
        keep(replace(draft(codebook), id=id, title=title), tmp_path)
    return tmp_path


@pytest.fixture(autouse=True)
def _a_server_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "_LISTED", {})


def started_anew() -> None:
    listing._LISTED.clear()


def looked_into(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are looked into from now on."""
    names: list[str] = []
    look = listing._looked_into

    def noted(path: Path, stamp: listing.Stamp) -> Kept:
        names.append(path.name)
        return look(path, stamp)

    monkeypatch.setattr(listing, "_looked_into", noted)
    return names


def shown(folder: Path) -> dict[str, tuple[str, str, int]]:
    return {id: each[:3] for id, each in listed(folder).kept.items()}


def test_it_shows_title_date_and_number_of_statements(folder: Path) -> None:
    assert shown(folder) == {"first": ("First talks", "2020-05-04", 4), "second": ("Talks, “again”", "2020-05-04", 4)}
    assert listed(folder).faults == {}


def test_nothing_is_looked_into_twice_also_not_after_a_restart(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = looked_into(monkeypatch)

    first = listed(folder)
    assert listed(folder) is first  # sessions share it
    started_anew()

    assert listed(folder) == first
    assert sorted(names) == ["first.zip", "second.zip"]


def test_what_was_written_since_is_looked_into_and_nothing_else(
    folder: Path, codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(folder)
    names = looked_into(monkeypatch)
    keep(replace(draft(codebook), id="first", title="New talks"), folder)
    keep(replace(draft(codebook), id="third"), folder)
    forget("second", folder)

    assert shown(folder) == {"first": ("New talks", "2020-05-04", 4), "third": ("Talks", "2020-05-04", 4)}
    assert names == ["first.zip", "third.zip"]


@pytest.mark.parametrize(
    "damaged", [b"", b"\xff", b"[]", b'{"first": 3}', b'{"first": ["T", "d", "x", [1, 2, 3]]}', b"[" * 10**5]
)
def test_a_list_that_is_damaged_is_made_anew(folder: Path, damaged: bytes) -> None:
    before = listed(folder)
    whole = json.loads((folder / LIST_FILE).read_bytes())
    (folder / LIST_FILE).write_bytes(damaged)
    started_anew()

    assert listed(folder) == before
    assert json.loads((folder / LIST_FILE).read_bytes()) == whole


def test_where_the_list_cannot_be_written_it_is_still_shown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(listing, "write_whole", full)

    assert len(shown(folder)) == 2


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"who knows", "bad.zip: cannot be opened as a zip file. Save the article again, or choose another file"),
        (None, "bad.zip: is damaged: it does not say what it is"),
    ],
)
def test_a_file_that_is_no_article_is_told_and_the_others_are_shown(
    folder: Path, data: bytes | None, fault: str
) -> None:
    from components.article.archive import to_zip

    (folder / "bad.zip").write_bytes(data or to_zip({"datapackage.json": b"[]", "statements.csv": b""}))

    assert [str(each) for each in listed(folder).faults["bad.zip"]] == [fault]
    assert len(shown(folder)) == 2


def test_a_folder_that_is_not_there_holds_nothing_and_is_not_made(tmp_path: Path) -> None:
    assert listed(tmp_path / "none") == ({}, {})
    assert not (tmp_path / "none").exists()


def test_frozen_articles_of_format_1_are_listed(tmp_path: Path) -> None:
    from tests.conftest import ROOT

    for path in (ROOT / "tests/formats/1").rglob("*.zip"):
        (tmp_path / path.name).write_bytes(path.read_bytes())

    assert {id: each[2] for id, each in shown(tmp_path).items()}["machine-read"] == 13
    assert listed(tmp_path).faults == {}

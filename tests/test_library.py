"""Articles that a reader keeps: where, when not, and that a file under its name is always whole."""

from pathlib import Path

import pytest

from components import library
from components.codebook import Codebook
from components.library import forget, keep, kept_files, library_folder, open_kept, why_off
from components.package import Draft
from components.rows import FaultyFilesError
from tests.own import draft


def kept(folder: Path, codebook: Codebook) -> dict[str, Draft]:
    return {path.stem: open_kept(path, codebook) for path in kept_files(folder)}


@pytest.fixture
def own(codebook: Codebook) -> Draft:
    return draft(codebook)


def test_what_is_kept_is_there_again(own: Draft, codebook: Codebook, tmp_path: Path) -> None:
    keep(own, tmp_path / "new" / "folder")

    assert kept(tmp_path / "new" / "folder", codebook) == {own.id: own}


def test_keeping_again_takes_the_place_of_the_earlier_state(own: Draft, codebook: Codebook, tmp_path: Path) -> None:
    from dataclasses import replace

    keep(own, tmp_path)
    keep(replace(own, title="Other talks"), tmp_path)

    assert [each.title for each in kept(tmp_path, codebook).values()] == ["Other talks"]
    assert [path.name for path in tmp_path.iterdir()] == [f"{own.id}.zip"]


def test_what_is_forgotten_is_gone_and_forgetting_twice_is_no_fault(
    own: Draft, codebook: Codebook, tmp_path: Path
) -> None:
    keep(own, tmp_path)
    forget(own.id, tmp_path)
    forget(own.id, tmp_path)

    assert kept(tmp_path, codebook) == {}


def test_where_the_disk_is_full_the_earlier_state_stays_and_nothing_half_is_left(
    own: Draft, codebook: Codebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(own, tmp_path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(library.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        keep(own.corrected(), tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == [f"{own.id}.zip"]
    assert kept(tmp_path, codebook) == {own.id: own}


def test_a_file_that_was_being_written_when_the_power_went_is_no_article(
    own: Draft, codebook: Codebook, tmp_path: Path
) -> None:
    whole = keep(own, tmp_path).read_bytes()
    (tmp_path / ".abc.part").write_bytes(whole[:100])
    (tmp_path / "half.zip").write_bytes(whole[:-50])

    with pytest.raises(FaultyFilesError) as error:
        open_kept(tmp_path / "half.zip", codebook)

    assert [path.name for path in kept_files(tmp_path)] == ["half.zip", f"{own.id}.zip"]
    assert str(error.value) == (
        "half.zip: cannot be opened as a zip file. Save the article again, or choose another file"
    )


def test_a_folder_that_is_not_there_holds_nothing(codebook: Codebook, tmp_path: Path) -> None:
    assert kept(tmp_path / "none", codebook) == {}


# --- Where and when -----------------------------------------------------------------------------


def test_the_folder_is_the_platform_s_or_the_one_that_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("READOUT_LIBRARY", str(tmp_path))
    assert library_folder() == tmp_path

    monkeypatch.delenv("READOUT_LIBRARY")
    assert library_folder().parts[-2:] == ("readout", "library")


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1"])
def test_it_is_on_while_the_server_listens_on_this_machine_alone(address: str, tmp_path: Path) -> None:
    assert why_off(address, tmp_path / "not" / "yet" / "made") == ""
    assert list(tmp_path.iterdir()) == []  # asking makes nothing


@pytest.mark.parametrize("address", [None, "", "0.0.0.0", "192.168.1.7", "::"])  # noqa: S104 — what must not be on
def test_it_is_off_where_others_reach_the_server(address: str | None, tmp_path: Path) -> None:
    assert why_off(address, tmp_path / "made") == (
        "Articles cannot be kept here, because this server can be reached from other machines. Download the article "
        "instead, and open it again next time."
    )


def test_it_is_off_where_the_folder_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    folder = tmp_path / "file" / "library"

    assert why_off("127.0.0.1", folder) == (
        f"Articles cannot be kept in the folder {folder}: {tmp_path / 'file'} is no folder. Choose another one with "
        "READOUT_LIBRARY."
    )

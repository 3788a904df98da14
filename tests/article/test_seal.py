"""A saved zip file lists its files with their digests: one that is missing, changed or added is named."""

import json
import random
from typing import Any

import pytest
from frictionless import validate

from components.article.archive import from_zip, open_strangers_zip, saved, to_zip
from components.article.files import ABOUT_FILE
from components.article.opening import open_article
from components.article.saving import save_article
from components.article.seal import sealed
from components.model.codebook import Codebook
from components.model.rows import FaultyFilesError
from tests.own import draft

ADVICE = (
    ". If you changed the article yourself and want it as it is, take readout.files out of datapackage.json; else save "
    "the article again, or open another copy"
)


@pytest.fixture
def files(codebook: Codebook) -> dict[str, bytes]:
    return from_zip(saved(draft(codebook)))


def refused(files: dict[str, bytes]) -> list[str]:
    with pytest.raises(FaultyFilesError) as error:
        from_zip(to_zip(files))
    return [str(fault) for fault in error.value.faults]


def test_every_file_but_the_list_itself_is_listed(files: dict[str, bytes]) -> None:
    about = json.loads(files[ABOUT_FILE])
    entries = [*about["resources"], *about["readout"]["files"]]

    assert {each["path"] for each in entries} == {*files} - {ABOUT_FILE}
    assert all(each["bytes"] == len(files[each["path"]]) for each in entries)
    assert all(each["hash"].startswith("sha256:") for each in entries)


def test_any_tool_of_the_frictionless_family_checks_the_digests(files: dict[str, bytes], tmp_path: Any) -> None:
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    assert validate(str(tmp_path / ABOUT_FILE)).valid

    (tmp_path / "actors.csv").write_bytes(files["actors.csv"] + b"x,X,,other,\n")

    assert not validate(str(tmp_path / ABOUT_FILE)).valid


def test_what_is_missing_changed_or_added_is_named_all_at_once(files: dict[str, bytes]) -> None:
    del files["corrections.csv"]
    files["article.txt"] += b"!"
    files["machine.csv"] = b"x"

    assert refused(files) == [
        f"corrections.csv: is missing; datapackage.json lists it{ADVICE}",
        f"article.txt: is not the file that was saved: its digest is another one{ADVICE}",
        f"machine.csv: was not saved with the article: datapackage.json does not list it{ADVICE}",
    ]


def test_a_stranger_s_file_is_held_to_its_list_too(files: dict[str, bytes], codebook: Codebook) -> None:
    del files["corrections.csv"]

    with pytest.raises(FaultyFilesError, match=r"corrections.csv: is missing; datapackage.json lists it"):
        open_strangers_zip("talks", to_zip(files), codebook)


def test_who_takes_the_list_out_opens_it_as_it_is(files: dict[str, bytes]) -> None:
    about = json.loads(files[ABOUT_FILE])
    del about["readout"]["files"]
    changed = {**files, ABOUT_FILE: json.dumps(about).encode(), "article.txt": b""}

    assert from_zip(to_zip(changed)) == changed


@pytest.mark.parametrize("listed", [3, [3], ["a"], [{}], {"a": 1}])
def test_a_list_that_is_none_is_no_list(files: dict[str, bytes], listed: object, codebook: Codebook) -> None:
    about = json.loads(files[ABOUT_FILE])
    about["readout"]["files"] = listed
    changed = {**files, ABOUT_FILE: json.dumps(about).encode()}

    assert open_article("talks-abc123", from_zip(to_zip(changed)), codebook) == draft(codebook)


def test_what_is_saved_in_a_folder_has_no_list(codebook: Codebook) -> None:
    """A folder is there to be edited."""
    assert b"sha256" not in save_article(draft(codebook))[ABOUT_FILE]


def test_saving_what_was_opened_makes_the_list_anew(files: dict[str, bytes], codebook: Codebook) -> None:
    again = open_article("talks-abc123", files, codebook)

    assert sealed(save_article(again)) == files
    assert again.package.on_unknown == ""


def test_wherever_a_byte_is_flipped_it_is_the_same_article_or_none(codebook: Codebook) -> None:
    """In the names, sizes and places of the zip file's directory each byte; in what is packed a sample."""
    whole = saved(draft(codebook))
    files = from_zip(whole)
    directory = range(whole.index(b"PK\1\2"), len(whole))
    places = [*directory, *random.Random(1).sample(range(directory[0]), 150)]  # noqa: S311 — the same each time
    others = []
    for place in places:
        for bit in (1, 32):
            flipped = whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :]
            try:
                found = from_zip(flipped)
            except FaultyFilesError:
                continue
            if found != files:
                others.append((place, bit))

    assert others == []

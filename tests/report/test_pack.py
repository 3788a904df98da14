"""A pack holds every export, says what it was made of, and names the file that was changed since."""

import datetime as dt
import io
import json
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from components.__main__ import main
from components.analysis.reliability import SEED
from components.article.archive import shipped
from components.article.package import Package
from components.model.codebook import Codebook
from components.model.zips import to_zip
from components.report.exports import EXPORTS, PACK, to_pack
from components.report.pack import MANIFEST, NOTE
from components.report.taken import Taken
from tests.conftest import DATA, ROOT
from tests.report.taking import taken_of


@pytest.fixture
def taken(example: Package, codebook: Codebook) -> Taken:
    return taken_of(example, codebook)


def inside(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_pack_has_every_other_export_and_says_what_it_was_made_of(taken: Taken) -> None:
    contents = inside(to_pack(taken))
    told = json.loads(contents[MANIFEST])

    assert set(contents) == {
        MANIFEST, NOTE, *(f"worked-example{each.suffix}" for id, each in EXPORTS.items() if id != PACK),
    }  # fmt: skip
    assert (told["filter"], told["made"], told["format"]) == ("All 11 statements", "2026-11-24", 2)
    assert set(told["files"]) == set(contents) - {MANIFEST}
    assert set(told["versions"]) >= {"textblob", "spacy"}
    assert told["codebook"].startswith("sha256:")
    assert told["seed"] == SEED


OF_THE_TEXT = [id for id in EXPORTS if id not in (PACK, "qdc")]
"""The exports that say of which text they are: a codebook is none of it."""


@pytest.mark.parametrize("id", OF_THE_TEXT)
def test_a_title_of_ten_thousand_characters_is_whole_in_every_file(taken: Taken, id: str) -> None:
    title = f"{'<b>=1+1 & ' * 1_000}its last words \u202e\x00"
    data = EXPORTS[id].make(replace(taken, made=taken.made._replace(article=title)))
    parts = inside(data).values() if zipfile.is_zipfile(io.BytesIO(data)) else [data]

    assert any(b"its last words" in each for each in parts)


LOADED = """
import sys
from components.report.brief.kinds import briefings
from components.report.exports import EXPORTS
assert briefings() and EXPORTS
print(*sorted({"docx", "lxml", "resvg_py", "typst", "xlsxwriter"} & set(sys.modules)))
"""


def test_what_writes_files_is_loaded_when_one_is_asked_for() -> None:
    """In a process of its own: here everything is loaded long since."""
    told = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True, cwd=ROOT)

    assert told.stdout.split() == []


@pytest.mark.parametrize("id", OF_THE_TEXT)
def test_a_warning_that_was_given_at_reading_stands_in_every_file(taken: Taken, id: str) -> None:
    made = taken.made._replace(notices="Four hidden words were left out.")
    data = EXPORTS[id].make(replace(taken, made=made))
    parts = inside(data).values() if zipfile.is_zipfile(io.BytesIO(data)) else [data]

    assert any(b"Four hidden words were left out." in each for each in parts)


def test_the_same_input_and_day_give_the_same_bytes_and_another_day_or_filter_others(taken: Taken) -> None:
    made = to_pack(taken)
    later = replace(taken, made=taken.made._replace(exported=dt.date(2026, 11, 25)))

    assert to_pack(taken) == made
    assert to_pack(later) != made
    fewer = json.loads(inside(to_pack(replace(taken, statements=taken.statements[:5])))[MANIFEST])
    assert fewer["input"] != json.loads(inside(made)[MANIFEST])["input"]


def verified(path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = main(["verify", str(path)])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_verifying_names_what_was_changed_added_and_taken_out(
    taken: Taken, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contents, path = inside(to_pack(taken)), tmp_path / "a.zip"
    path.write_bytes(to_zip(contents))
    assert verified(path, capsys) == (0, f"a.zip: {len(contents) - 1} files, as they were packed\n")

    changed = {**contents, "worked-example.csv": b"1", "more.txt": b""}
    del changed["worked-example.ris"]
    path.write_bytes(to_zip(changed))
    assert verified(path, capsys) == (1, (
        "a.zip: 3 faults\n"
        "  worked-example.ris: is missing; manifest.json lists it\n"
        "  worked-example.csv: is not the file that was packed: its digest is another one\n"
        "  more.txt: was not packed: manifest.json does not list it\n"
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"no zip", "is no whole zip file"),
        (to_zip({MANIFEST: b"[]"}), "holds no manifest.json that can be read: it is no pack of Readout's"),
        (to_zip({MANIFEST: b"\xff"}), "holds no manifest.json that can be read: it is no pack of Readout's"),
    ],
)
def test_what_is_no_pack_is_said_to_be_none(
    data: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.zip").write_bytes(data)

    assert verified(tmp_path / "a.zip", capsys) == (1, f"a.zip: 1 fault\n  a.zip: {said}\n")


def test_a_saved_article_is_verified_by_its_seal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "article.zip"
    path.write_bytes(shipped(DATA / "worked-example"))
    code, said = verified(path, capsys)
    assert (code, said.endswith("as they were saved\n")) == (0, True)
    assert "article.txt" not in inside(path.read_bytes())

    path.write_bytes(to_zip({**inside(path.read_bytes()), "actors.csv": b"id"}))
    code, said = verified(path, capsys)
    assert (code, "actors.csv: is not the file that was saved" in said) == (1, True)

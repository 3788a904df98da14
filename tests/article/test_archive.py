"""A package as one zip file: the same bytes each time, and nothing trusted that comes back."""

import io
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import components.article.archive as archive_module
from components.article.archive import from_zip, open_strangers_zip, shipped, to_zip
from components.article.opening import open_article
from components.article.saving import save_article
from components.model.codebook import Codebook
from components.model.limits import MOST_ENTRIES, MOST_PACKAGE_BYTES
from components.model.rows import FaultyFilesError, decode
from components.reading.files import UnreadableFileError
from tests.conftest import DATA
from tests.own import draft, evidence

CONTENTS = {"datapackage.json": b"{}", "statements.csv": b"a,b\n"}


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def fault(data: bytes) -> str:
    with pytest.raises(FaultyFilesError) as error:
        from_zip(data, "mine.zip")
    return str(error.value)


def test_what_goes_in_comes_out_and_twice_the_same_bytes() -> None:
    assert from_zip(to_zip(CONTENTS)) == CONTENTS
    assert to_zip(CONTENTS) == to_zip(dict(CONTENTS))


def test_files_may_lie_in_a_folder_as_systems_zip_them() -> None:
    data = zipped({f"my article/{name}": content for name, content in CONTENTS.items()})

    assert from_zip(data) == CONTENTS


def test_other_files_are_left_alone() -> None:
    assert from_zip(zipped({**CONTENTS, "notes.txt": b"x", "__MACOSX/._datapackage.json": b"x"})) == CONTENTS


@pytest.mark.parametrize("name", ["../../escape.csv", "/etc/passwd", "a\\b", "C:/x", "a/./b", "a//b", "evidence.csv"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_that_lead_out_of_the_file_or_deceive_are_told(name: str) -> None:
    out = io.BytesIO(zipped({**CONTENTS, "evidence.csv": b"x"}))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, b"x")

    assert fault(out.getvalue()) == "mine.zip: holds names that no saved article has: it may be made to deceive"


def test_too_many_files_inside_are_told() -> None:
    assert fault(zipped({**CONTENTS, **{f"{i}.txt": b"" for i in range(MOST_ENTRIES)}})) == (
        "mine.zip: holds 2,002 files inside; 2,000 are allowed. It is not an article that Readout saved"
    )


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packings_that_no_ordinary_program_uses_are_told(method: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("datapackage.json", b"{}")

    assert "holds names that no saved article has" in fault(out.getvalue())


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("evidence.csv", b"x\n" * 200_001, "holds 200,002 lines in evidence.csv; 200,000 are allowed in a saved article"),
        ("evidence.csv", b"x\r" * 200_001, "holds 200,002 lines in evidence.csv; 200,000 are allowed in a saved article"),
        ("statements.csv", b"x\n" * 20_002, "holds 20,003 lines in statements.csv; 20,001 are allowed in a saved article"),
        ("datapackage.json", b" " * 1_100_000, "holds 1.1 MB in datapackage.json; 1 MB are allowed in a saved article"),
        ("codebook.toml", b"#" * 600_000, "holds 0.6 MB in codebook.toml; 0.5 MB are allowed in a saved article"),
        ("corrections.csv", b"a,,merge,b,c\n" * 501, "merges 501 actors; 500 are allowed in a saved article"),
    ],
)  # fmt: skip
def test_what_would_hold_up_the_server_is_refused_before_it_is_read(name: str, content: bytes, said: str) -> None:
    assert fault(zipped({**CONTENTS, name: content})) == f"mine.zip: {said}"


def test_as_many_lines_as_are_allowed_are_unpacked() -> None:
    contents = {**CONTENTS, "evidence.csv": b"x\n" * 200_000}

    assert from_zip(zipped(contents)) == contents


# --- A zip file that anybody may have made ------------------------------------------------------


def strangers(contents: dict[str, bytes], codebook: Codebook) -> str:
    with pytest.raises((FaultyFilesError, UnreadableFileError)) as error:
        open_strangers_zip("mine", zipped(contents), codebook)
    return str(error.value)


def test_an_article_that_was_saved_comes_back(codebook: Codebook) -> None:
    own = draft(codebook)

    assert open_strangers_zip(own.id, to_zip(save_article(own)), codebook) == own


@pytest.mark.parametrize("content", [b"[" * 100_000, b'{"readout": ' * 50_000, b"1" * 5_000, b"\xff\xfe", b"[]"])
def test_an_account_that_no_program_writes_is_told(codebook: Codebook, content: bytes) -> None:
    said = strangers({**save_article(draft(codebook)), "datapackage.json": content}, codebook)

    assert said.startswith(("datapackage.json", "The file is damaged."))


def test_a_surprise_of_any_kind_is_one_sentence(codebook: Codebook, monkeypatch: pytest.MonkeyPatch) -> None:
    def surprised(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(archive_module, "open_article", surprised)

    assert strangers(save_article(draft(codebook)), codebook) == (
        "The file is damaged. Save the article again, or choose another file."
    )


@pytest.mark.parametrize("change", [lambda text: text.replace(b"talks", b"walks"), lambda text: b"x" + text])
def test_another_text_than_the_one_that_was_read_is_told(codebook: Codebook, change: Callable[[bytes], bytes]) -> None:
    files = save_article(draft(codebook))

    assert strangers({**files, "article.txt": change(files["article.txt"])}, codebook) == (
        "article.txt: is not the text that the article was read from: its sentences do not stand where statements.csv "
        "says. Save the article again, or take article.txt out of the file"
    )


def test_sentences_that_all_span_the_whole_text_are_told_and_not_cut_out(codebook: Codebook) -> None:
    own = draft(codebook)
    rows = tuple(row.model_copy(update={"start": 0, "end": len(own.text)}) for row in own.first.statements)
    files = save_article(replace(own, first=replace(own.first, statements=rows, evidence=())))

    assert "is not the text that the article was read from" in strangers(files, codebook)


def test_a_table_with_a_fault_in_each_of_its_many_lines_lists_the_first_hundred(codebook: Codebook) -> None:
    files = save_article(draft(codebook))
    bad = files["evidence.csv"].splitlines(keepends=True)[0] + b"x,,,,,,\n" * 10_000

    said = strangers({**files, "evidence.csv": bad}, codebook)

    assert said.count("\n") < 250
    assert "evidence.csv: the first 100 faults are listed, and the rest was not looked at. Mend them first" in said


def test_a_shipped_article_goes_out_without_its_text(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(DATA / "worked-example", tmp_path / "worked-example"))
    (folder / "article.txt").write_text("The text of somebody else.", encoding="utf-8")

    names = zipfile.ZipFile(io.BytesIO(shipped(folder))).namelist()

    assert "article.txt" not in names
    assert {"datapackage.json", "statements.csv", "evidence.csv", "actors.csv"} <= set(names)


def test_the_outer_of_two_packages_is_the_article() -> None:
    data = zipped({"a/b/datapackage.json": b"inner", "a/datapackage.json": b"outer"})

    assert from_zip(data) == {"datapackage.json": b"outer"}


@pytest.mark.parametrize("data", [b"", b"PK", b"no zip file", to_zip(CONTENTS)[:-30]])
def test_what_is_no_zip_file_is_told(data: bytes) -> None:
    assert fault(data) == ("mine.zip: cannot be opened as a zip file. Save the article again, or choose another file")


def test_a_zip_file_without_an_article_is_told() -> None:
    assert fault(zipped({"notes.txt": b"x"})) == (
        "mine.zip: holds no datapackage.json. It is not an article that Readout saved"
    )


def test_an_encrypted_one_is_told() -> None:
    data = bytearray(zipped(CONTENTS))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := data.find(signature, start)) >= 0:
            data[start + flags] |= 1
            start += 4

    assert fault(bytes(data)) == "mine.zip: is encrypted. Save it without a password"


def test_a_bomb_is_not_unpacked_to_its_end() -> None:
    bomb = zipped({**CONTENTS, "evidence.csv": bytes(MOST_PACKAGE_BYTES + 1)})

    assert len(bomb) < 100_000
    assert fault(bomb) == "mine.zip: unpacks to more than 20 MB, which no article does"


def test_a_broken_member_is_told() -> None:
    data = bytearray(zipped({"datapackage.json": b"{}" * 100}))
    place = data.find(b"datapackage.json") + len("datapackage.json")
    data[place : place + 4] = b"\xff\xff\xff\xff"

    assert "cannot be opened as a zip file" in fault(bytes(data))


@pytest.mark.parametrize("text", ["\ufeffHeld by a mark.", "Held by none."])
def test_a_text_comes_back_whole_also_where_it_begins_with_a_mark_of_its_encoding(
    text: str, codebook: Codebook
) -> None:
    saved = save_article(replace(draft(codebook), text=text))

    assert decode(saved["article.txt"], "article.txt") == (text, [])


def test_an_article_without_its_record_has_the_entries_that_its_sentences_name(codebook: Codebook) -> None:
    entry = codebook.record[3]
    named = evidence(1, "event", entry.date, "sanctions").model_copy(update={"label": entry.id})
    kept = draft(codebook)
    kept = replace(kept, first=replace(kept.first, evidence=(*kept.first.evidence, named)))
    contents = save_article(kept)
    assert open_article("mine", contents, codebook).codebook.record == codebook.record

    del contents["record.csv"]

    assert open_article("mine", contents, codebook).codebook.record == (entry,)

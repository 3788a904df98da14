"""A package as one zip file: the same bytes each time, and nothing trusted that comes back."""

import io
import zipfile

import pytest

from components.archive import MOST_PACKAGE_BYTES, from_zip, to_zip
from components.rows import FaultyFilesError

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


def test_other_files_are_left_alone_whatever_they_are_called() -> None:
    data = zipped({**CONTENTS, "../../escape.csv": b"x", "/etc/passwd": b"x", "notes.txt": b"x"})

    assert from_zip(data) == CONTENTS


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

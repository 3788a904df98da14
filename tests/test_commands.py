"""The command line: what it prints, and its exit codes."""

import shutil
from pathlib import Path

import pytest

from components.__main__ import main
from tests.conftest import DATA


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def test_recording_says_how_many_statements(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["record", str(data / "worked-example")]) == 0

    assert capsys.readouterr().out == "worked-example: 11 statements recorded\n"


def test_what_cannot_be_recorded_is_told_with_exit_code_1(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "worked-example" / "article.txt").unlink()

    assert main(["record", str(data / "worked-example")]) == 1

    assert "article.txt: is missing" in capsys.readouterr().err


def test_verifying_tells_every_article(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "lavrov-truss-2022-02" / "article.txt").unlink(missing_ok=True)

    assert main(["verify", str(data)]) == 0

    assert capsys.readouterr().out.splitlines() == [
        "lavrov-truss-2022-02: 91 statements, no text attached",
        "worked-example: 11 statements, 11 with wording",
    ]


def test_verifying_tells_faults_with_exit_code_1(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "worked-example" / "actors.csv").unlink()

    assert main(["verify", str(data)]) == 1

    said = capsys.readouterr()
    assert "lavrov-truss-2022-02: 91 statements" in said.out
    assert "worked-example: 1 fault\n  actors.csv: is missing\n" in said.err


def test_a_missing_codebook_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(tmp_path)]) == 1

    assert capsys.readouterr().err == "codebook.toml: is missing\nrecord.csv: is missing\n"

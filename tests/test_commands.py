"""The command line: what it prints, and its exit codes."""

import json
import shutil
from pathlib import Path

import pytest
from frictionless import validate

from components.__main__ import main
from components.article.opening import open_folder
from components.model.codebook import Codebook
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
        "call-of-ruse-and-helm-karvia: 9 statements, 9 with wording",
        "call-of-ruse-and-helm-lestonia: 9 statements, 9 with wording",
        "talks-in-port-sella-marenia: 11 statements, 11 with wording",
        "talks-in-port-sella-tolvia: 17 statements, 17 with wording",
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


# --- read ---------------------------------------------------------------------------------------

TALKS = "LAKESIDE, 4 May 2020 – Carl Dale, the EU envoy, said that the talks were good. He left."


def test_reading_writes_a_package_a_file_and_says_what_was_guessed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], codebook: Codebook
) -> None:
    (tmp_path / "Talks at Lakeside.txt").write_text(TALKS, encoding="utf-8")

    assert main(["read", str(tmp_path / "Talks at Lakeside.txt"), "--out", str(tmp_path / "out")]) == 0

    folder = tmp_path / "out" / "talks-at-lakeside"
    assert capsys.readouterr().out == (
        f"{tmp_path / 'Talks at Lakeside.txt'}: 2 statements, 0 of them with a guessed speaker or none "
        f"(guessed: day 2020-05-04, genre news) -> {folder}\n"
    )
    assert open_folder(folder, codebook).package.statements["speakers"].tolist() == [("dale",), ("reporter",)]
    assert validate(str(folder / "datapackage.json")).valid


def test_what_is_said_is_not_guessed(tmp_path: Path, capsys: pytest.CaptureFixture[str], codebook: Codebook) -> None:
    (tmp_path / "a.md").write_text("# Talks\n\nDale said that they met last week.", encoding="utf-8")
    options = ["--published", "2022-02-13", "--genre", "readout", "--out", str(tmp_path / "out")]

    assert main(["read", str(tmp_path / "a.md"), *options]) == 0

    package = open_folder(tmp_path / "out" / "a", codebook).package
    assert "guessed:" not in capsys.readouterr().out
    assert (package.title, package.about.published, package.about.genre) == ("Talks", "2022-02-13", "readout")
    assert "2022-01-31/2022-02-06" in package.evidence["value"].tolist()


FOREIGN = "Ana Brook a déclaré le 4 mai 2020 que les sanctions étaient un bon début. Elle a salué les discussions."


@pytest.mark.parametrize(
    ("options", "told", "speakers"),
    [
        ([], "It was cut into sentences, and not read for speakers, topics and tone.", {("unknown",)}),
        (["--language", "insist"], "It was read as if it were English, so every answer is a guess.", {("reporter",)}),
    ],
)
def test_a_text_that_is_not_english_is_said_to_be_that(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    codebook: Codebook,
    options: list[str],
    told: str,
    speakers: set[tuple[str, ...]],
) -> None:
    (tmp_path / "a.txt").write_text(FOREIGN, encoding="utf-8")
    day = ["--published", "2020-05-04"]

    assert main(["read", str(tmp_path / "a.txt"), *day, *options, "--out", str(tmp_path / "out")]) == 0

    assert f"a. This text seems to be in French (sure); Readout reads English. {told}\n" in capsys.readouterr().out
    package = open_folder(tmp_path / "out" / "a", codebook).package
    assert package.about.language == "fr"
    assert set(package.statements["speakers"]) == speakers


def test_what_is_told_when_a_file_is_opened_is_printed_and_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], codebook: Codebook
) -> None:
    (tmp_path / "a.txt").write_bytes(f"{TALKS} “Yes.”".encode("cp1252"))

    assert main(["read", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out")]) == 0

    told = "The encoding was guessed: windows-1252. If letters look wrong, save the file as UTF-8."
    assert capsys.readouterr().out.endswith(f" -> {tmp_path / 'out' / 'a'}. {told}\n")
    assert open_folder(tmp_path / "out" / "a", codebook).package.about.notices == (told,)


def test_a_web_page_keeps_the_title_that_it_gives_itself(tmp_path: Path, codebook: Codebook) -> None:
    (tmp_path / "a.html").write_text(f"<html><title>Talks at Lakeside</title><p>{TALKS}</p></html>", encoding="utf-8")

    assert main(["read", str(tmp_path / "a.html"), "--out", str(tmp_path / "out")]) == 0

    assert open_folder(tmp_path / "out" / "a", codebook).package.title == "Talks at Lakeside"


def test_what_cannot_be_read_is_told_with_exit_code_1_and_the_others_are_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(TALKS, encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"no pdf")
    (tmp_path / "c.txt").write_text("They met.", encoding="utf-8")
    files = [str(tmp_path / name) for name in ("a.txt", "b.pdf", "c.txt", "missing.txt")]

    assert main(["read", *files, "--out", str(tmp_path / "out")]) == 1

    said = capsys.readouterr()
    assert said.out.startswith(f"{files[0]}: 2 statements")
    assert said.err.splitlines() == [
        f"{files[1]}: not read. The name ends in .pdf, but the file is not a PDF: it may be damaged. Save it again as .pdf.",
        f"{files[2]}: not read. It names no day on which it was published. Say it with --published.",
        f"{files[3]}: not read. No such file or directory",
    ]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a"]


def test_two_files_of_one_name_become_two_packages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TALKS, encoding="utf-8")

    assert main(["read", *(str(tmp_path / f / "a.txt") for f in ("one", "two")), "--out", str(tmp_path / "out")]) == 0

    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a", "a-2"]


def test_a_day_that_is_none_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["read", "a.txt", "--published", "May", "--out", str(tmp_path)])

    assert "found “May”; allowed: a day, as 2022-02-13" in capsys.readouterr().err


# --- compare ------------------------------------------------------------------------------------

OURS = "Minister Korrin met Minister Thale. They agreed that grain trains will cross at Dorn from 1 June."
THEIRS = (
    "Minister Thale met Minister Korrin. He demanded the release of nine prisoners. Grain trains may cross at Dorn."
)


def test_comparing_two_texts_writes_the_rows_by_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("a.txt", OURS), ("b.txt", THEIRS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    how = ["--published", "2019-05-14", "--genre", "readout"]

    assert main(["compare", *files, *how, "--json", str(tmp_path / "rows.json")]) == 0

    rows = json.loads((tmp_path / "rows.json").read_text(encoding="utf-8"))
    assert [(row["subject"], row["status"], row["a"], row["b"]) for row in rows["subjects"]] == [
        ("detained", "only_b", [], [2]),
        ("food", "both", [2], [3]),
        ("meeting", "both", [1], [1]),
    ]
    assert "may still have been raised" in rows["caveat"]
    assert capsys.readouterr().out == ""


def test_comparing_two_packages_prints_a_line_a_subject(capsys: pytest.CaptureFixture[str]) -> None:
    example = str(DATA / "worked-example")

    assert main(["compare", example, example]) == 0

    said = capsys.readouterr().out.splitlines()
    assert said[0] == "The two texts are the same, sentence by sentence."
    assert any(line.startswith("The meeting itself | first: 1 | second: 1") for line in said) or "Other" in " ".join(
        said
    )
    assert said[-1].startswith("A subject that is missing from a text may still have been raised")


def test_a_text_that_cannot_be_compared_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(tmp_path / "none.txt"), str(DATA / "worked-example")]) == 1

    assert capsys.readouterr().err == f"{tmp_path / 'none.txt'}: not read. No such file or directory\n"

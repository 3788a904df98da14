"""A comparison as a small data package: saved, opened, refused; and what its articles no longer have."""

import json
from pathlib import Path

import pytest
from frictionless import validate

from components.article.comparisons import COMPARISON_FILES, fitting, open_comparison, save_comparison
from components.model.codebook import Codebook
from components.model.comparison import CAVEAT, point
from components.model.rows import FaultyFilesError
from tests.comparison.accounts import account

OURS = (("Grain trains will cross at Dorn.", "food"), ("Nobody came late.", ""))
THEIRS = (("Grain trains may cross at Dornau.", "food"),)


@pytest.fixture
def saved(codebook: Codebook) -> dict[str, bytes]:
    a, b = (account(lines, codebook, name=name) for lines, name in ((OURS, "Marenia"), (THEIRS, "Tolvia")))
    ids = [[row.statement for row in each.rows] for each in (a, b)]
    points = [
        point("food", "Food", ids[0][:1], ids[1], against="will or may: will | may", decided=True),
        point("other", "Other", ids[0][1:], [], marked=True),
    ]
    return save_comparison(a.package, b.package, points)


def test_what_is_saved_opens_as_it_was_and_other_tools_read_it(saved: dict[str, bytes], tmp_path: Path) -> None:
    for name, data in saved.items():
        (tmp_path / name).write_bytes(data)

    opened = open_comparison(saved)

    assert tuple(saved) == COMPARISON_FILES
    assert (opened.a, opened.b) == (("of-marenia", "Talks"), ("of-tolvia", "Talks"))
    assert [(each.subject, each.status, each.decided, each.marked) for each in opened.points] == [
        ("food", "both", "yes", ""),
        ("other", "only_a", "", "yes"),
    ]
    assert validate(str(tmp_path / "datapackage.json")).valid
    assert json.loads(saved["datapackage.json"])["description"] == CAVEAT


def test_a_comparison_that_was_saved_before_there_were_marks_opens_without_any(saved: dict[str, bytes]) -> None:
    lines = saved["comparison.csv"].decode().splitlines()
    saved["comparison.csv"] = "\n".join(line.rpartition(",")[0] for line in lines).encode()

    assert [each.marked for each in open_comparison(saved).points] == ["", ""]


def test_statements_that_the_articles_no_longer_have_are_left_out_and_counted(
    saved: dict[str, bytes], codebook: Codebook
) -> None:
    a, b = account(OURS[:1], codebook, name="Marenia"), account((), codebook, name="Tolvia")

    points, gone = fitting(open_comparison(saved).points, a.package, b.package)

    assert gone == 2
    assert [(each.subject, each.status, len(each.a), len(each.b)) for each in points] == [("food", "only_a", 1, 0)]


def test_what_stands_in_the_second_text_alone_stays_where_the_first_has_none_of_it(codebook: Codebook) -> None:
    a, b = (account(lines, codebook, name=name) for lines, name in ((OURS, "Marenia"), (THEIRS, "Tolvia")))
    theirs = point("food", "Food", [], [row.statement for row in b.rows])

    points, gone = fitting([theirs], a.package, b.package)

    assert gone == 0
    assert [(each.subject, each.status, each.a, each.b) for each in points] == [("food", "only_b", (), theirs.b)]


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        ("datapackage.json", b"{}", "datapackage.json: is not that of a comparison"),
        ("datapackage.json", b"[1", "datapackage.json: is not that of a comparison"),
        ("datapackage.json", b'{"readout": {"comparison": 2, "a": {"id": "", "title": ""}, "b": {"id": "", "title": ""}}}', "is of a newer format"),
        ("datapackage.json", b'{"readout": {"comparison": 1, "a": {"id": 1, "title": ""}, "b": {"id": "", "title": ""}}}', "names no two articles"),
        ("datapackage.json", b'{"readout": {"comparison": 1, "a": {"id": ""}, "b": {"id": "", "title": ""}}}', "datapackage.json: is not that of a comparison"),
        ("datapackage.json", b"\xff\xfe{", "datapackage.json, line 1: is not UTF-8"),
        ("comparison.csv", b"subject,label,status,a,b,against,decided\nx,X,both,zz,,,\n", "found “zz”; allowed: ids of statements"),
        ("comparison.csv", b"subject,label,status,a,b,against,decided\nx,X,both,,,,\n", "has a row without a statement"),
        ("comparison.csv", b"subject,label,status,a,b,against,decided\nx,X,perhaps,,,,\n", "allowed: both, only_a, only_b"),
    ],
)  # fmt: skip
def test_what_is_no_comparison_is_told(saved: dict[str, bytes], file: str, content: bytes, told: str) -> None:
    with pytest.raises(FaultyFilesError, match=told):
        open_comparison({**saved, file: content})


def test_a_missing_file_is_told(saved: dict[str, bytes]) -> None:
    with pytest.raises(FaultyFilesError, match=r"comparison\.csv: is missing"):
        open_comparison({"datapackage.json": saved["datapackage.json"]})

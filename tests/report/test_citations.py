"""Citations: a paraphrase is cited as one, reported speech is not passed off as a quotation."""

import pytest

from components.package import Package
from components.report.citations import CITATION_STYLES, cite, cite_all
from components.ui.downloads import source_of

CITED = [
    # sentence, wording attached, style, citation
    (
        8, False, "plain",
        "Ina Cole, as relayed by Ana Brook: President Cole thinks very badly of the Minsk agreement, Brook reports. "
        "(paraphrase; Example, 4 May 2020, section 2 (Exercises and Minsk, our title), sentence 8)",
    ),
    (
        8, False, "chicago",
        "Invented report of talks at Lakeside, written as a worked example for Readout, 4 May 2020, section 2 (Exercises "
        "and Minsk, our title), sentence 8 (Ina Cole, as relayed by Ana Brook; paraphrase).",
    ),
    (
        4, True, "plain",
        "Carl Dale: ““We want no war,” Dale said.” (quoted; Example, 4 May 2020, section 1 (The talks, our title), sentence 4)",
    ),
    (
        2, True, "plain",
        "Ana Brook: “Brook said that the talks were good.” (as the article puts it; Example, 4 May 2020, section 1 (The "
        "talks, our title), sentence 2)",
    ),
    (
        1, False, "chicago",
        "Invented report of talks at Lakeside, written as a worked example for Readout, 4 May 2020, lead, sentence 1 "
        "(paraphrase).",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "attached", "style", "citation"), CITED)
def test_a_statement_is_cited(example: Package, sentence: int, attached: object, style: str, citation: str) -> None:
    table = example.statements if attached else example.statements.assign(wording="")
    row = next(table[table["sentence"] == sentence].itertuples())

    assert cite(source_of(example), row, style) == citation


def test_several_are_a_list_with_its_source(example: Package) -> None:
    rows = list(example.statements.assign(wording="").iloc[1:3].itertuples())

    lines = cite_all(source_of(example), rows).splitlines()

    assert len(lines) == 3
    assert lines[0].startswith("Ana Brook: Brook calls the talks good. (paraphrase; ")
    assert lines[2].startswith("Source: Invented report")


def test_there_are_two_styles() -> None:
    assert list(CITATION_STYLES) == ["chicago", "plain"]

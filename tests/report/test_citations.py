"""Citations: a paraphrase is cited as one, reported speech is not passed off as a quotation."""

from types import SimpleNamespace

import pytest

from components.article.package import Package
from components.report.citations import CITATION_STYLES, Source, cite, cite_all
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
        8, False, "apa",
        "Example. (2020, May 4). [Invented report of talks at Lakeside, written as a worked example for Readout, 4 May 2020], "
        "section 2 (Exercises and Minsk, our title), sentence 8 (Ina Cole, as relayed by Ana Brook; paraphrase).",
    ),
    (
        4, True, "oscola",
        "Invented report of talks at Lakeside, written as a worked example for Readout, 4 May 2020 (Example, 4 May 2020) "
        "section 1 (The talks, our title), sentence 4 (Carl Dale; quoted)",
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


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("2020-05-04", "(2020, May 4)"),
        ("2020-05", "(2020, May)"),
        ("2020", "(2020)"),
        ("199X", "(the 1990s)"),
        ("", "(n.d.)"),
    ],
)
def test_the_apa_says_a_day_the_other_way_round(example: Package, published: str, said: str) -> None:
    source = source_of(example)._replace(published=published, publisher="")

    assert f"]. {said}, lead" in cite(source, next(example.statements.itertuples()), "apa")


def test_several_are_a_list_with_its_source(example: Package) -> None:
    rows = list(example.statements.assign(wording="").iloc[1:3].itertuples())

    lines = cite_all(source_of(example), rows).splitlines()

    assert len(lines) == 3
    assert lines[0].startswith("Ana Brook: Brook calls the talks good. (paraphrase; ")
    assert lines[2].startswith("Source: Invented report")


def test_a_list_ends_with_what_should_be_known_of_how_the_article_was_read(example: Package) -> None:
    rows = list(example.statements.iloc[1:2].itertuples())
    source = source_of(example)._replace(notices=("The encoding was guessed: windows-1252.",))

    assert cite_all(source, rows).splitlines()[1:] == [
        f"Source: {source.citation}.",
        "Note: The encoding was guessed: windows-1252.",
    ]


def test_there_are_four_styles() -> None:
    assert list(CITATION_STYLES) == ["chicago", "plain", "apa", "oscola"]


def test_of_an_article_that_a_machine_read_the_titles_are_its_own_and_the_publisher_may_be_unknown() -> None:
    source = Source(
        "Talks, 4 May 2020", "", "2020-05-04", ("Lead", "On trade"), {"dale": "Carl Dale"}, our_titles=False
    )
    row = SimpleNamespace(
        speakers=("dale",), via="", wording="“No war,” Dale said.", gloss="", form="direct", section=1, sentence=3
    )

    assert cite(source, row, "plain") == (
        "Carl Dale: ““No war,” Dale said.” (quoted; 4 May 2020, section 1 (On trade), sentence 3)"
    )


def test_what_stands_in_quotation_marks_gets_no_second_pair() -> None:
    source = Source("Talks, 4 May 2020", "Example", "2020-05-04", ("Lead",), {"dale": "Carl Dale"})
    row = SimpleNamespace(
        speakers=("dale",), via="", wording="“No war.”", gloss="", form="direct", section=0, sentence=3
    )

    assert cite(source, row, "plain") == "Carl Dale: “No war.” (quoted; Example, 4 May 2020, lead, sentence 3)"

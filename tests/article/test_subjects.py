"""The general subjects of an article: as they are coded, or found where it was coded with a codebook of its own."""

from dataclasses import replace

import pytest

from components.article.package import Package
from components.article.subjects import general_subjects
from components.model.codebook import Codebook, Topic


def topic(id: str, *words: str) -> Topic:
    return Topic(id=id, label=id, definition=id, counts="", counts_not="", words=words)


GENERAL = Codebook(topics=(topic("boats", "boat*"), topic("bridges", "bridge*")))


def article(example: Package, codebook: Codebook | None, *rows: tuple[int, int, str, str]) -> Package:
    """An article of some sentences: the section, the paragraph, the wording and the paraphrase of each."""
    table = example.statements.iloc[: len(rows)].copy()
    for name, values in zip(("section", "paragraph", "wording", "gloss"), zip(*rows, strict=True), strict=True):
        table[name] = values
    table["topics"] = [("coded",)] * len(rows)
    return replace(example, statements=table, codebook=codebook)


def test_of_an_article_that_was_coded_with_the_general_codebook_they_are_those_that_were_coded(
    example: Package,
) -> None:
    for codebook in (GENERAL, Codebook(topics=GENERAL.topics[:1])):
        coded = article(example, codebook, (1, 1, "The boats are late.", ""), (1, 1, "", "Nothing is said."))

        assert general_subjects(coded, GENERAL) == [("coded",), ("coded",)]


@pytest.mark.parametrize(
    "codebook",
    [None, Codebook(topics=(*GENERAL.topics, topic("ferries", "ferry"))), Codebook(topics=(topic("boats", "ship*"),))],
    ids=["unknown", "one topic more", "other words"],
)
def test_else_they_are_found_in_the_words(example: Package, codebook: Codebook | None) -> None:
    found = general_subjects(
        article(
            example,
            codebook,
            (1, 1, "The boats are late.", "Something about a bridge."),
            (1, 1, "This is bad for both sides.", ""),
            (1, 2, "This was said before.", ""),
            (1, 2, "", "A bridge for boats is planned."),
            (2, 2, "This is all.", ""),
        ),
        GENERAL,
    )

    assert found == [
        ("boats",),  # the wording goes before the paraphrase
        ("boats",),  # goes on with the point of the sentence before
        (),  # another paragraph
        ("bridges", "boats"),  # of what has no wording the paraphrase
        (),  # another section, in which the paragraphs are counted anew
    ]

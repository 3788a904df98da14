"""The article as a reading page: what stands in its margin, and what stands inside an answer."""

import re
from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from components.analysis.view import View
from components.article.package import Package
from components.library.shipped import Library
from components.model.codebook import Codebook
from components.ui.article_text import Mark, _page_of, _sections, questions_answered
from tests.ui.test_shown import shown_of


class Said(NamedTuple):
    """A row of statements, as far as it tells of question and answer."""

    sentence: int
    turn: int
    answers: int | None = None
    via: str = ""


def blocks_of(package: Package, codebook: Codebook) -> list[str]:
    """The blocks of the article as HTML, headings among them."""
    return list(_sections(_page_of(shown_of(package, codebook, View()), Mark("topic"))))


def margins_of(package: Package, codebook: Codebook) -> dict[int, str]:
    """By the first sentence of each block the words of its margin."""
    found = {}
    for block in blocks_of(package, codebook):
        if first := re.search(r'id="sentence-(\d+)"', block):
            margin = block.partition("<p ")[0].replace("<small>", " ")
            found[int(first[1])] = re.sub(r"<[^>]*>", "", margin).strip()
    return found


def test_what_an_answer_relays_stands_in_the_answer() -> None:
    asked = [Said(1, 1), Said(2, 2, 1), Said(3, 2, via="brook"), Said(4, 3), Said(5, 4, via="brook"), Said(6, 4, 3)]

    assert questions_answered(asked) == {1: 0, 2: 1, 3: 1, 4: 0, 5: 3, 6: 3}


def test_what_goes_on_after_an_answer_is_not_taken_into_it() -> None:
    """A coder names the question only where the text says so: what the speaker adds, and what that relays, answers nothing."""
    asked = [Said(1, 1), Said(2, 2, 1), Said(3, 2), Said(4, 2, via="brook"), Said(5, 3, via="brook")]

    assert questions_answered(asked) == {1: 0, 2: 1, 3: 0, 4: 0, 5: 0}


def test_a_relayed_sentence_of_an_answer_is_indented_with_it_and_links_to_the_question(
    example: Package, codebook: Codebook
) -> None:
    table = example.statements.copy()
    here = table["sentence"].isin((2, 3, 4))
    table["turn"] = table["turn"].mask(here, 2)
    table["answers"] = table["answers"].mask(table["sentence"].isin((2, 3)), 1)
    table["via"] = pd.Categorical(table["via"].astype(object).mask(table["sentence"] == 4, "brook"))
    told = replace(example, statements=table)

    (relayed,) = [block for block in blocks_of(told, codebook) if 'id="sentence-4"' in block]

    assert relayed.count(" rd-answers") == 2  # the margin and the text
    assert margins_of(told, codebook)[4].endswith("as Brook tells it Answer to 1")


def test_a_level_never_stands_without_the_name_that_it_is_of(library: Library) -> None:
    """Thale speaks on from sentence 5 to 7, and is no guess any more: who that is stands there again."""
    package = library.packages["talks-in-port-sella-tolvia"]

    margins = margins_of(package, library.codebook)

    assert margins[4] == "● Thale guess carried over 4–5"
    assert margins[6] == "● Thale likely"
    assert margins[10] == "■ Thale and Korrin likely"
    assert margins[11] == ""  # the same two, and as sure

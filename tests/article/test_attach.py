"""Finding sentences in a text: at their recorded places where it is the same text, else by their fingerprints."""

import pandas as pd
import pytest

from components.article import attach
from components.article.attach import find_wording
from components.article.package import package_of
from components.model.codebook import Codebook
from tests.own import SENTENCES, TEXT, draft


@pytest.fixture
def tables(codebook: Codebook) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The article of the tests without its text."""
    from dataclasses import replace

    package = package_of(replace(draft(codebook), text=""))
    return package.statements, package.evidence


def test_the_same_text_is_recognised_without_a_search(
    tables: tuple[pd.DataFrame, pd.DataFrame], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(attach, "SequenceMatcher")

    assert find_wording(*tables, TEXT, neutral=None).statements["wording"].tolist() == list(SENTENCES)


def test_another_copy_is_searched_and_its_offsets_are_its_own(tables: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    copy = "By a reporter.\n\n" + TEXT.replace("“", '"').replace("”", '"')

    found = find_wording(*tables, copy, neutral=None)

    assert found.missing == ()
    for row in found.statements.itertuples():
        assert copy[row.start : row.end] == row.wording


def test_what_is_not_there_keeps_its_number_among_the_missing(tables: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    found = find_wording(*tables, TEXT.replace("praised", "blamed"), neutral=None)

    assert found.missing == (2,)
    assert found.statements["wording"].tolist() == [SENTENCES[0], "", *SENTENCES[2:]]


def test_without_a_sentence_nothing_is_found(tables: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    assert find_wording(*tables, "", neutral=None).missing == (1, 2, 3, 4)


def test_evidence_in_a_copy_with_other_white_space_stands_at_its_own_words(
    tables: tuple[pd.DataFrame, pd.DataFrame],
) -> None:
    """A copy that doubles the spaces is longer: each phrase is looked for where its letters are."""
    statements, evidence = tables
    copy = "\n  " + TEXT.replace(" ", "  ")

    found = find_wording(statements, evidence, copy, neutral=None)

    assert found.missing == ()
    moved = found.evidence[found.evidence["start"].notna() & (evidence["phrase"] != "")]
    assert len(moved)
    for row in moved.itertuples():
        assert " ".join(copy[int(row.start) : int(row.end)].split()) == row.phrase

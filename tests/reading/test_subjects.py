"""The general codebook on sentences of ours: `subjects.toml`, one by one, and `subjects-apart.toml`, as a whole."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from components.model.codebook import Codebook
from components.reading.topics import find_topics

HERE = Path(__file__).parent
SUBJECTS = tomllib.loads((HERE / "subjects.toml").read_text(encoding="utf-8"))
APART = tomllib.loads((HERE / "subjects-apart.toml").read_text(encoding="utf-8"))
NOTHING = "nothing"

PRECISION, FOUND = 0.85, 0.77
"""On the sentences apart, when they were first read: .87 of the topics given were right, .80 of those there are were found."""


def listed(which: str) -> list[Any]:
    """Each subject with each sentence of a list, as cases that are named by both."""
    return [
        pytest.param(subject, text, id=f"{subject}: {text[:60]}")
        for subject, lists in SUBJECTS.items()
        for text in lists.get(which, ())
    ]


def topics(text: str, book: Codebook) -> set[str]:
    (found,) = find_topics(text, [(0, len(text), 0)], book.topics)
    return {each.topic for each in found}


@pytest.mark.parametrize(("subject", "text"), listed("counts"))
def test_a_sentence_on_a_subject_has_it(general: Codebook, subject: str, text: str) -> None:
    assert subject in topics(text, general)


@pytest.mark.parametrize(("subject", "text"), listed("counts_not"))
def test_a_sentence_that_only_sounds_like_a_subject_has_it_not(general: Codebook, subject: str, text: str) -> None:
    found = topics(text, general)

    assert found == set() if subject == NOTHING else subject not in found


@pytest.mark.parametrize(("subject", "text"), listed("not_yet"))
def test_what_is_not_found_yet_is_said_to_be_so(general: Codebook, subject: str, text: str) -> None:
    assert subject not in topics(text, general), "it is found now: move it to `counts`"


def test_every_subject_has_ten_sentences_that_count_and_five_that_do_not(general: Codebook) -> None:
    assert set(SUBJECTS) == {topic.id for topic in general.topics} | {NOTHING}
    for subject, lists in SUBJECTS.items():
        every = [text for texts in lists.values() for text in texts]
        assert len(set(every)) == len(every), subject
        if subject != NOTHING:
            assert len(lists["counts"]) + len(lists.get("not_yet", ())) >= 10, subject
        assert len(lists["counts_not"]) >= 5, subject


def test_sentences_by_which_no_word_was_chosen_are_read_as_well(general: Codebook) -> None:
    found = [topics(case["text"], general) for case in APART["cases"]]
    wanted = [set(case["topics"]) for case in APART["cases"]]
    given = sum(map(len, found)) + sum(len(topics(text, general)) for text in APART["nothing"])
    right = sum(len(ours & theirs) for ours, theirs in zip(found, wanted, strict=True))

    assert right / given >= PRECISION
    assert right / sum(map(len, wanted)) >= FOUND

"""What a reading is worth in a sentence, and the order in which its answers are looked through."""

import math
import tomllib

import pandas as pd
import pytest

from components.analysis.doubts import by_doubt, doubtful, how_sure, times_of_100, why
from components.article.package import Package
from components.model.codebook import REPORTER, UNKNOWN
from components.model.evaluation import Rightness
from components.model.statements import Statement, each_row
from components.reading.article import read_article
from tests.conftest import ROOT
from tests.own import statement


def told(*levels: str) -> str:
    forms = ["narration" if level == "-" else "indirect" for level in levels]
    return how_sure(pd.DataFrame({"level": [level.strip("-") for level in levels], "form": forms}))


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        (["-", "-"], "Read by machine: nobody’s words were found. Look through it."),
        (["sure"], "Read by machine: the one speaker sure. Review."),
        (["sure", "sure", "-"], "Read by machine: all 2 speakers sure. Review."),
        (["sure", "likely"], "Read by machine: 1 of 2 speakers sure, 1 likely. Look at it."),
        (["sure", "guess", "guess"], "Read by machine: 1 of 3 speakers sure, 2 guesses. Look through them."),
        (["guess", "unknown", ""], "Read by machine: 0 of 3 speakers sure, 1 guess, 1 not found, 1 looked at. Look through them."),
        (["sure", ""], "Read by machine: 1 of 2 speakers sure, 1 looked at. Review."),
    ],
)  # fmt: skip
def test_the_strip_says_what_a_reading_is_worth(levels: list[str], said: str) -> None:
    assert told(*levels) == said


def of(number: int, how: str, level: str) -> Statement:
    """A statement of a news article; one without a level is the reporter's account."""
    account = {} if level else {"speakers": (REPORTER,), "form": "narration"}
    return statement(1, sentence=number, how=how, level=level, **account)


def test_what_is_right_least_often_is_looked_through_first() -> None:
    rows = [
        of(1, "signature", "sure"), of(2, "account", ""), of(3, "named", "likely"), of(4, "open", "guess"),
        of(5, "introduced", "guess"), statement(3, sentence=6, speakers=(UNKNOWN,), how="beside"), of(7, "open", "guess"),
        of(8, "partly", ""),
    ]  # fmt: skip

    assert [row.sentence for row in by_doubt(rows, "news")] == [6, 4, 7, 5, 8, 2, 3, 1]
    assert [row.sentence for row in rows if doubtful(row, "news")] == [3, 4, 5, 6, 7, 8]


def test_what_a_person_decided_is_not_in_doubt() -> None:
    assert not doubtful(statement(1, level="", how=""), "news")
    assert not doubtful(statement(4, how=""), "news")


@pytest.mark.parametrize(("right", "n", "times"), [(9, 10, 90), (277, 277, 100), (999, 1000, 99), (1, 3, 33)])
def test_a_hundred_of_a_hundred_is_said_only_where_all_were_right(right: int, n: int, times: int) -> None:
    assert times_of_100(Rightness(right, n)) == times


def test_how_a_speaker_was_found_stands_with_how_often_that_was_right() -> None:
    assert why("open", "news") == (
        "A quotation that goes on from the paragraph before. Such answers were right 35 of 100 times (34 measured: news)."
    )
    assert why("host", "news").endswith("Too few of these were measured in such texts to say how often they are right.")
    assert why("", "news") == ""


def test_in_the_first_article_nobody_is_wrong_whom_review_would_have_to_ask_about(talks: Package) -> None:
    """By the recorded answers. What is wrong there of form and of who relays is not what Review is ordered by."""
    hand = dict(zip(talks.statements["statement"], talks.statements["speakers"], strict=True))

    assert [row.statement for row in each_row(talks.machine) if set(row.speakers) != set(hand[row.statement])] == []


def test_of_what_is_wrong_in_three_texts_four_in_five_stand_in_the_first_third_of_the_order() -> None:
    """A readout, a briefing and a news report of ours, with whose words each sentence is: `tests/reading/reviewed.toml`."""
    wrong = early = 0
    for each in tomllib.loads((ROOT / "tests/reading/reviewed.toml").read_text(encoding="utf-8"))["texts"]:
        paragraphs = [
            [line.rsplit(" | ", 1) for line in lines.splitlines()] for lines in each["lines"].strip().split("\n\n")
        ]
        text = "\n\n".join(" ".join(sentence for sentence, _ in lines) for lines in paragraphs)
        whose = {sentence.rpartition(": ")[2]: speaker for lines in paragraphs for sentence, speaker in lines}
        read = read_article(text, published=each["published"], genre=each["genre"], title=each["title"])
        rows = read.rows.statements
        first = {row.statement for row in by_doubt(rows, each["genre"])[: math.ceil(0.3 * len(rows))]}
        names = {actor.id: actor.name.split()[-1].casefold() for actor in read.actors}
        for row in rows:
            said = whose[text[row.start : row.end].rpartition(": ")[2]]
            right = {"reporter" if name == "press" else name.casefold() for name in said.split(" and ")}
            if {names[id] for id in row.speakers} != right:
                wrong += 1
                early += row.statement in first

    assert wrong >= 5
    assert early >= 0.8 * wrong

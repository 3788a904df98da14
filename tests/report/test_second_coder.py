"""A second coding as a file that is gone on with, and as tables that are handed on."""

import csv
import io
import json

import pandas as pd
import pytest

from components.analysis.reliability import Answer, Settling, reliabilities
from components.report.second_coder import NoCodingError, files_of, read_coding, write_coding

KNOWN = {name: frozenset({"x", "y"}) for name in ("speakers", "via", "topics")} | {
    "form": frozenset({"direct", "carried"})
}
ANSWERS = {
    "a": Answer(frozenset("x"), frozenset(), frozenset({"direct"}), frozenset()),
    "b": Answer(topics=frozenset("y")),
}
SETTLED = {("b", "topics"): Settling("second", frozenset("x"))}
FIRST = pd.DataFrame({
    "statement": ["a", "b"], "speakers": [("x",), ("y",)], "via": ["", ""], "form": ["direct", "direct"], "topics": [(), ("y",)],
})  # fmt: skip


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_answers_are_gone_on_with_from_their_file() -> None:
    assert read_coding(write_coding("talks", ANSWERS, SETTLED), "talks", KNOWN) == (ANSWERS, SETTLED)


def test_a_value_that_the_article_does_not_have_is_left_out() -> None:
    data = write_coding("talks", {"a": Answer(speakers=frozenset({"x", "<b>"}))}, {})

    assert read_coding(data, "talks", KNOWN)[0] == {"a": Answer(speakers=frozenset("x"))}


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"\xff", b"{}", b'{"kind": "a", "article": "talks", "answers": {}, "settled": []}']
)
def test_what_is_no_coding_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(NoCodingError, match=r"^The file is no second coding that Readout saved\.$"):
        read_coding(data, "talks", KNOWN)


def test_a_coding_of_another_article_is_not_taken() -> None:
    with pytest.raises(NoCodingError, match="of another article"):
        read_coding(write_coding("others", {}, {}), "talks", KNOWN)


def test_what_was_taken_over_is_still_a_disagreement() -> None:
    """The first coding has the second's answer now: it was corrected by it."""
    topics = reliabilities(FIRST, ANSWERS, SETTLED)[3]

    assert topics.different == ["b"]
    assert reliabilities(FIRST, ANSWERS)[3].different == []


def test_the_tables_say_unit_missing_values_and_how_the_interval_was_drawn() -> None:
    files = files_of(reliabilities(FIRST, ANSWERS, SETTLED), SETTLED, {"a": 1, "b": 2})
    speakers = table(files["second-coder-agreement.csv"])[0]

    assert (speakers["statements"], speakers["missing"], speakers["share"]) == ("1", "1", "1.0")
    assert "seed 2011" in speakers["interval"]
    assert table(files["second-coder-disagreements.csv"]) == [
        {"sentence": "2", "statement": "b", "field": "topics", "first": "x", "second": "y", "settled for": "second"}
    ]
    assert json.loads(write_coding("talks", ANSWERS, SETTLED))["settled"] == [["b", "topics", "second", ["x"]]]

"""Web annotations lead to their sentences by words and by offsets, and say what is a paraphrase."""

import json
from dataclasses import replace
from typing import Any

import pytest
from anchorpoint.textselectors import TextQuoteSelector

from components.article.package import Package
from components.model.codebook import Codebook
from components.report.annotations import CONTEXT, to_annotations
from components.report.taken import Taken
from tests.conftest import DATA
from tests.report.taking import taken_of


@pytest.fixture
def taken(example: Package, codebook: Codebook) -> Taken:
    return taken_of(example, codebook)


def items(taken: Taken) -> list[Any]:
    return json.loads(to_annotations(taken))["first"]["items"]  # type: ignore[no-any-return]


def test_words_and_offsets_lead_to_the_same_place(taken: Taken) -> None:
    text = (DATA / "worked-example/article.txt").read_text(encoding="utf-8")
    collection = json.loads(to_annotations(taken))

    assert (collection["@context"], collection["type"], collection["total"]) == (CONTEXT, "AnnotationCollection", 11)
    for each in items(taken):
        quote, place = each["target"]["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]


def test_anchorpoint_finds_each_statement_by_its_words_where_our_offsets_say(taken: Taken) -> None:
    text = (DATA / "worked-example/article.txt").read_text(encoding="utf-8")
    for each in items(taken):
        quote, place = each["target"]["selector"]
        found = TextQuoteSelector(
            exact=quote["exact"], prefix=quote.get("prefix", ""), suffix=quote.get("suffix", "")
        ).as_position(text)
        assert (found.start, found.end) == (place["start"], place["end"])


def test_what_stands_around_is_what_adjoins_it_in_its_paragraph(taken: Taken) -> None:
    first, second, third = (each["target"]["selector"][0] for each in items(taken)[:3])

    assert second["suffix"] == " The OSCE is an excellent place "
    assert third["prefix"] == " said that the talks were good. "
    assert not {"prefix", "suffix"} & set(first)  # a heading stands behind the lead


def test_a_body_says_what_it_is_for(taken: Taken) -> None:
    bodies = [(each["purpose"], each["value"]) for each in items(taken)[7]["body"]]

    assert bodies[:4] == [
        ("identifying", "speaker: Ina Cole"), ("identifying", "via: Ana Brook"), ("tagging", "topic: Minsk agreements"),
        ("tagging", "form: reported"),
    ]  # fmt: skip
    assert bodies[-1][1].startswith("Paraphrase (ours): ")


def test_without_the_text_offsets_alone_lead_there(taken: Taken) -> None:
    without = replace(taken, statements=taken.statements.assign(wording=""))

    assert {tuple(each["type"] for each in item["target"]["selector"]) for item in items(without)} == {
        ("TextPositionSelector",)
    }


def test_who_coded_it_is_a_person_or_software(taken: Taken) -> None:
    read = replace(taken, by_hand=False, decided={taken.statements["statement"][0]})

    assert [each["creator"]["type"] for each in items(read)][:2] == ["Person", "Software"]
    assert {each["creator"]["type"] for each in items(taken)} == {"Person"}

"""What a page calls the sides of an article, and which share a mark: the same whatever the filter."""

from dataclasses import replace

import pandas as pd

from components.analysis.view import View
from components.article.package import Package
from components.model.codebook import JOINT, OTHER, REPORTER, Actor, Codebook
from components.ui import frame
from components.ui.filter_panel import Shown

SIDES = ("srb", "nor", "tur", "che", "nato", "fra", "jpn", OTHER)


def of_many(example: Package) -> Package:
    """The worked example, said by people of eight sides: the first one most often, each of the others once or twice."""
    actors = [Actor(id=f"a-{side}", name=f"Person {side}", role="", side=side, aliases=()) for side in SIDES]
    actors.append(Actor(id=REPORTER, name="Reporter", role="", side=REPORTER, aliases=()))
    said = [0, 1, 2, 3, 4, 5, 6, 7, 0, 0, 1]
    speakers = [(actors[i].id,) for i in said]
    return replace(example, actors=tuple(actors), statements=example.statements.assign(speakers=speakers))


def shown(package: Package, codebook: Codebook, rows: slice = slice(None)) -> Shown:
    return Shown(package, codebook, View(article=package.id), package.statements[rows])


def heard(page: Shown) -> pd.DataFrame:
    """Every side of the article, each heard for itself."""
    return pd.DataFrame([{"side": side, "relayed": False, "ids": ()} for side in page.side_labels])


def test_the_sides_heard_most_come_first_then_others_and_the_reporter(example: Package) -> None:
    assert example.sides_heard == ("eu", "usa", REPORTER)
    assert of_many(example).sides_heard == (*SIDES, REPORTER)


def test_where_nobody_s_country_or_body_is_known_each_speaker_is_a_side_of_their_own(example: Package) -> None:
    """In one heap of others nobody could be told from anybody."""
    people = ("brook", "dale", REPORTER, "unknown", "moderator")
    actors = [Actor(id=id, name=f"Ana {id.title()}", role="", side=OTHER, aliases=()) for id in people]
    actors[2] = actors[2].model_copy(update={"side": REPORTER})
    alone = replace(
        example, actors=tuple(actors), statements=example.statements.assign(speakers=[("brook",)] * 6 + [("dale",)] * 5)
    )

    assert alone.sides == {"brook": "brook", "dale": "dale", REPORTER: REPORTER, "unknown": OTHER, "moderator": OTHER}
    assert alone.led is not None
    assert [alone.led.side_label(side) for side in alone.sides_heard] == ["Brook", "Dale", "Others", "Reporter"]
    assert (alone.led.voice("brook"), alone.led.side_word) == ("Brook", "speaker")
    assert alone.led.side_label(JOINT) == "several speakers"
    placed = replace(alone, actors=(actors[0].model_copy(update={"side": "nor"}), *actors[1:]))
    assert placed.sides == {"brook": "nor", "dale": OTHER, REPORTER: REPORTER, "unknown": OTHER, "moderator": OTHER}
    assert placed.led is not None
    assert (placed.led.side_word, placed.led.side_label(JOINT)) == ("side", "several sides")


def test_the_marks_of_an_article_do_not_change_with_the_filter(example: Package, codebook: Codebook) -> None:
    package = of_many(example)

    assert shown(package, codebook, slice(5, 6)).marks == shown(package, codebook).marks
    assert shown(package, codebook, slice(5, 6)).side_labels == shown(package, codebook).side_labels


def test_sides_that_share_a_mark_are_told_by_name(example: Package, codebook: Codebook) -> None:
    page = shown(of_many(example), codebook)

    assert list(page.mark_labels.values()) == [
        "Serbia", "Norway", "Turkey", "Switzerland", "NATO", "Others", "Reporter", "several sides"
    ]  # fmt: skip
    told = [words for _, words in frame.side_key(page, heard(page))]
    assert told == [
        "Serbia",
        "Norway",
        "Turkey",
        "Switzerland",
        "NATO",
        "Reporter",
        "several sides",
        "others: France, Japan",
    ]
    assert frame.others_told(page, [OTHER]) == "Others"


def test_few_sides_have_a_mark_each_and_the_key_no_others(example: Package, codebook: Codebook) -> None:
    page = shown(example, codebook)

    assert [words for _, words in frame.side_key(page, heard(page))] == [
        "EU",
        "US",
        "Reporter",
        "several sides",
    ]
    assert not any(page.marks.shares(side) for side in (*example.sides_heard, JOINT))

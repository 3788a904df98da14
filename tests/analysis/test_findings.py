"""The sentences that pages open with: true, short, and said only where the figures bear them out."""

import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.analysis import findings, summaries
from components.analysis.filters import TONES, StatementFilter
from components.article.package import Package
from components.model.codebook import JOINT, Codebook
from components.model.statements import FORMS, SCORES

SHARES = [
    (1, 1, "the one statement"),
    (6, 6, "all six statements"),
    (7, 9, "seven of nine statements"),
    (19, 20, "19 of 20 statements"),
    (77, 91, "more than four statements in five"),
    (80, 100, "four statements in five"),
    (79, 100, "four statements in five"),
    (45, 91, "half of the statements"),
    (30, 100, "three statements in ten"),
    (34, 100, "one statement in three"),
    (4, 91, "four of 91 statements"),
    (97, 100, "more than nine statements in ten"),
    (88, 100, "almost nine statements in ten"),
]


@pytest.mark.parametrize(("part", "whole", "words"), SHARES)
def test_a_share_is_said_in_words(part: int, whole: int, words: str) -> None:
    assert findings.share(part, whole) == words


@given(st.integers(21, 500), st.data())
def test_a_share_in_words_is_near_the_share(whole: int, data: st.DataObject) -> None:
    """Whatever is said, the fraction named is at most a tenth away, and "more than" and "almost" point the right way."""
    part = data.draw(st.integers(max(1, whole // 10 + 1), whole - 1))
    words = findings.share(part, whole)
    numbers = {word: i for i, word in enumerate(findings._NUMBERS)}
    match = re.search(r"(\w+) statements? in (\w+)", words)
    said = numbers[match[1]] / numbers[match[2]] if match else 0.5

    assert abs(part / whole - said) <= 0.1
    if words.startswith("more than"):
        assert part / whole > said
    if words.startswith("almost"):
        assert part / whole < said


@pytest.mark.parametrize(("count", "words"), [(1, "once"), (2, "twice"), (3, "three times"), (20, "20 times")])
def test_times(count: int, words: str) -> None:
    assert findings.times(count) == words


def sides(**counts: int) -> pd.DataFrame:
    return pd.DataFrame([(side, count, ()) for side, count in counts.items()], columns=["side", "count", "ids"])


WHO = [
    (sides(rus=77, gbr=5), "", "More than nine statements in ten give Moscow’s position"),
    (sides(gbr=5, joint=1), "", "Five of six statements give London’s position"),
    (sides(gbr=1), "", "The one statement gives London’s position"),
    (sides(eu=3), "", "All three statements give Brussels’ position"),
    (sides(rus=7, gbr=1, reporter=1), "NATO", "On NATO, seven of nine statements give Moscow’s position"),
    (sides(rus=7, gbr=1, reporter=1), "An exceedingly long topic", "Seven of nine statements give Moscow’s position"),
    (sides(reporter=2, gbr=1), "", "Two of three statements give the reporter’s account"),
    (sides(joint=2, gbr=1), "", "Two of three statements give a joint position"),
    (sides(rus=3, gbr=3), "", "Moscow and London lead with three statements each"),
    (sides(rus=3, gbr=3), "NATO", "On NATO, Moscow and London lead with three statements each"),
    (sides(rus=3, gbr=3, eu=1), "An exceedingly long topic", "Moscow and London lead with three statements each"),
    (sides(eu=1, joint=1), "", "Brussels and joint positions lead with one statement each"),
    (sides(reporter=1, joint=1), "", "Two sides lead with one statement each"),
    (sides(rus=20, gbr=20, usa=20), "", "Moscow, London and Washington lead with 20 statements each"),
    (sides(rus=20, ukr=20, usa=20, gbr=20), "", "Four sides lead with 20 statements each"),
    (sides(un=3), "", "All three statements give the UN’s position"),
    (sides(srb=3, nato=1), "", "Three of four statements give Belgrade’s position"),
    (sides(coe=77, nato=4), "", "More than nine statements in ten give one side’s position"),  # the name is too long
    (sides(), "", "No statement is shown"),
]


@pytest.mark.parametrize(("by_side", "topic", "heading"), WHO)
def test_the_heading_says_whose_position_most_statements_give(
    codebook: Codebook, by_side: pd.DataFrame, topic: str, heading: str
) -> None:
    assert findings.who_speaks(by_side, codebook, topic=topic) == heading


def test_the_other_sides_are_counted(codebook: Codebook) -> None:
    assert findings.who_else(sides(rus=77, gbr=5, reporter=4, joint=1), codebook) == (
        "Five for London, four from the reporter and one joint."
    )
    assert findings.who_else(sides(rus=77), codebook) == ""
    assert findings.who_else(sides(rus=7, un=2, nato=1, other=1), codebook) == (
        "Two for the UN, one for NATO and one for other capitals."
    )


def test_on_a_tie_every_side_is_counted(codebook: Codebook) -> None:
    assert findings.who_else(sides(rus=3, gbr=3, reporter=1), codebook) == (
        "Three for Moscow, three for London and one from the reporter."
    )


def topics(**counts: int) -> pd.DataFrame:
    rows = [(topic.replace("_", "-"), count, ()) for topic, count in counts.items()]
    return pd.DataFrame(rows, columns=["topic", "count", "ids"])


TOPICS = [
    (topics(nato=9, osce=8, minsk=4, troops=3), "The main topics are NATO (9), OSCE (8) and Minsk agreements (4)."),
    (topics(nato=9, osce=4, minsk=4, troops=4), "The main topic is NATO (9)."),
    (topics(nato=4, osce=4, minsk=4, troops=4), "No topic stands out."),
    (topics(nato=1), "The main topic is NATO (1)."),
    (topics(), "No statement shown has a topic."),
]


@pytest.mark.parametrize(("by_topic", "sentence"), TOPICS)
def test_topics_that_tie_with_one_left_out_are_not_named(
    codebook: Codebook, by_topic: pd.DataFrame, sentence: str
) -> None:
    assert findings.main_topics(by_topic, codebook) == sentence


def test_the_second_voice_and_the_number_of_its_topics(codebook: Codebook) -> None:
    cells = pd.DataFrame(
        [("nato", "rus", 7, ()), ("nato", "gbr", 1, ()), ("osce", "rus", 8, ()), ("minsk", "reporter", 1, ())],
        columns=["topic", "side", "count", "ids"],
    )

    assert findings.heard_on(cells, codebook) == "London is heard on one of three topics"
    assert findings.heard_on(cells[cells["side"] != "gbr"], codebook) == "Only Moscow is heard on three topics"
    assert findings.heard_on(cells[cells["side"] == "reporter"], codebook) == "No side is heard on a topic"


def tone(**clear: list[int]) -> pd.DataFrame:
    rows = [(key, 5, each) for key, signs in clear.items() for each in signs]
    return pd.DataFrame(rows, columns=["score", "n", "clear"])


TONE = [
    (tone(polarity=[0, 0], vader=[0, 0]), "No section is clearly positive or negative in tone"),
    (tone(polarity=[0, 0], vader=[1, 1]), "VADER finds two sections clearly positive; TextBlob none"),
    (tone(polarity=[0, -1], vader=[0, 0]), "TextBlob finds one section clearly negative; VADER none"),
    (tone(vader=[1, -1]), "VADER finds one positive and one negative"),
    (tone(polarity=[1, 0], vader=[1, 1]), "TextBlob finds one clear; VADER finds two clear"),
    (tone(subjectivity=[0, 0]), "Subjectivity has no sign: read it from 0 to 1"),
    (tone(polarity=[0]).assign(n=0), "No statement shown holds a word that is scored"),
]


@pytest.mark.parametrize(("table", "heading"), TONE)
def test_a_section_is_called_clear_only_where_it_is(table: pd.DataFrame, heading: str) -> None:
    assert findings.clear_sections(table) == heading


def along(*sentences: tuple[str, int]) -> pd.DataFrame:
    return pd.DataFrame([(topic, n) for topic, n in sentences], columns=["topic", "sentence"])


def test_the_talk_moves_from_what_leads_first_to_what_leads_last(codebook: Codebook) -> None:
    moving = along(("nato", 1), ("nato", 2), ("osce", 3), ("minsk", 9), ("minsk", 10))

    assert findings.talk_moves(moving, codebook) == "The talk moves from NATO to Minsk agreements"


MOVES = [
    (along(), "No statement shown has a topic"),
    (along(("nato", 1), ("nato", 9)), "Only NATO comes up"),
    (along(("nato", 1), ("osce", 9)), "Too few statements to speak of a movement"),
    (
        along(("nato", 1), ("osce", 1), ("osce", 5), ("nato", 9), ("nato", 10)),
        "No single topic leads the beginning or the end",
    ),
    (
        along(("nato", 1), ("osce", 5), ("osce", 6), ("minsk", 5), ("nato", 10)),
        "NATO leads at the beginning and at the end",
    ),
]


@pytest.mark.parametrize(("table", "heading"), MOVES)
def test_where_nothing_moves_nothing_is_said_to(codebook: Codebook, table: pd.DataFrame, heading: str) -> None:
    assert findings.talk_moves(table, codebook) == heading


BACK = [
    (along(("nato", 1), ("nato", 2), ("nato", 20), ("nato", 50)), "NATO comes back twice"),
    (along(("nato", 1), ("nato", 6)), "No lead topic is taken up a second time"),
    (along(("nato", 1), ("nato", 7)), "NATO comes back once"),
    (along(("nato", 1), ("nato", 20), ("osce", 1), ("osce", 20)), "Two lead topics come back once"),
    (along(("troops", 1), ("troops", 50)), "None of the lead topics comes up"),
]


@pytest.mark.parametrize(("table", "heading"), BACK)
def test_a_topic_comes_back_after_more_than_five_sentences(
    codebook: Codebook, table: pd.DataFrame, heading: str
) -> None:
    assert findings.comes_back(table, codebook) == heading


# --- Under any filter ---------------------------------------------------------------------------

FILTERS = st.builds(
    StatementFilter,
    speakers=st.lists(st.sampled_from(["lavrov", "truss", "putin", "zelensky", "reporter"]), max_size=2).map(tuple),
    topics=st.lists(st.sampled_from(["minsk", "nato", "osce", "troops", "western-conduct"]), max_size=2).map(tuple),
    sections=st.lists(st.integers(0, 15), max_size=3).map(tuple),
    forms=st.lists(st.sampled_from(FORMS), max_size=2).map(tuple),
    tones=st.lists(st.sampled_from(list(TONES)), max_size=2).map(tuple),
)


@settings(max_examples=80, deadline=None)
@given(FILTERS)
def test_headings_are_short_and_their_first_share_is_true(
    talks: Package, codebook: Codebook, asked: StatementFilter
) -> None:
    shown = asked.apply(talks.statements)
    by_side = summaries.statements_by_side(shown, talks.sides, (*talks.sides_heard, JOINT))
    table = summaries.topics_along_article(shown, talks.sides, codebook)
    sections = summaries.tone_by_section(shown, talks.about.sections, SCORES.values())
    headings = [
        findings.who_speaks(by_side, codebook),
        findings.heard_on(summaries.topics_by_side(shown, talks.sides, codebook, talks.sides_heard), codebook),
        findings.clear_sections(sections),
        findings.talk_moves(table, codebook),
        findings.comes_back(table, codebook),
        findings.dates_run(summaries.dates_named(shown, talks.evidence_of)),
    ]

    assert all(0 < len(heading) <= findings.HEADING for heading in headings), headings
    if len(by_side) and by_side["count"].max() * 2 > len(shown):
        assert " lead with " not in headings[0]


def test_the_findings_of_the_first_article(talks: Package, codebook: Codebook) -> None:
    """What the pages open with when nobody has filtered anything."""
    shown = talks.statements
    by_side = summaries.statements_by_side(shown, talks.sides, (*talks.sides_heard, JOINT))
    table = summaries.topics_along_article(shown, talks.sides, codebook)

    assert findings.who_speaks(by_side, codebook) == "More than four statements in five give Moscow’s position"
    assert findings.talk_moves(table, codebook) == "The talk moves from UK–Russia relations to Western conduct"
    assert findings.comes_back(table, codebook) == "NATO comes back three times"


# --- By name ------------------------------------------------------------------------------------


def by_speaker(**counts: int) -> pd.DataFrame:
    rows = [(who, count, 0, 0.0, ()) for who, count in counts.items()]
    return pd.DataFrame(rows, columns=["speaker", "count", "words", "share", "ids"])


NAMES = {"brook": "Brook", "dale": "Dale", "cole": "Cole"}


def test_where_sides_are_guessed_the_heading_names_who_has_most() -> None:
    counts = by_speaker(reporter=9, dale=2, brook=5, unknown=8)

    assert findings.who_speaks_by_name(counts, NAMES, 24) == "One statement in five gives Brook’s position"
    assert findings.who_else_by_name(counts, NAMES) == "Also heard: Dale (2)."


def test_a_tie_names_all_who_tie() -> None:
    tied = by_speaker(reporter=9, dale=2, brook=2, cole=1)

    assert findings.who_speaks_by_name(tied, NAMES, 14) == "Dale and Brook lead with two statements each"
    assert findings.who_else_by_name(tied, NAMES) == "Heard most: Dale (2) and Brook (2). Also heard: Cole (1)."
    assert findings.who_else_by_name(by_speaker(dale=2, brook=2), NAMES) == "Heard most: Dale (2) and Brook (2)."


def test_a_tie_of_many_is_counted_in_the_heading_and_named_under_it() -> None:
    tied = by_speaker(**dict.fromkeys("abcdefghij", 1))
    long = {"brook": "Brook-Featherstonehaugh-Cholmondeley"}

    assert findings.who_speaks_by_name(tied, {each: f"Name {each}" for each in "abcdefghij"}, 10) == (
        "Ten speakers lead with one statement each"
    )
    assert findings.who_else_by_name(tied, {}) == (
        "Heard most: a (1), b (1), c (1), d (1), e (1), f (1), g (1), h (1), i (1) and j (1)."
    )
    assert findings.who_speaks_by_name(by_speaker(dale=2, brook=2), long, 4) == (
        "Two speakers lead with two statements each"
    )


def test_nobody_found_is_said() -> None:
    assert findings.who_speaks_by_name(by_speaker(reporter=2), NAMES, 2) == "No speaker was found"
    assert findings.who_else_by_name(by_speaker(dale=2), NAMES) == ""


def test_a_long_name_does_not_make_a_long_heading() -> None:
    names = {"brook": "Brook-Featherstonehaugh-Cholmondeley"}

    assert (
        findings.who_speaks_by_name(by_speaker(brook=9), names, 30)
        == "Three statements in ten give one speaker’s position"
    )


def test_many_others_are_counted() -> None:
    counts = by_speaker(a=9, b=5, c=4, d=3, e=2, f=1)

    assert findings.who_else_by_name(counts, {}) == "Also heard: b (5), c (4), d (3), e (2) and 1 more."

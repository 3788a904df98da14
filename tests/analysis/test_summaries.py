"""The small tables that charts and titles are made of, worked out by hand on the worked example."""

import datetime as dt
import math

import pandas as pd
import pytest

from components.analysis import summaries
from components.article.package import Package
from components.model.codebook import JOINT, Codebook
from components.model.fields import said_names
from components.model.statements import SCORES
from tests import example as worked


def numbers(package: Package, ids: object) -> list[int]:
    """Sentence numbers of statements."""
    by_id = dict(zip(package.statements["statement"], package.statements["sentence"], strict=True))
    return [by_id[id] for id in ids]  # type: ignore[attr-defined]


def test_statements_by_side_count_a_joint_one_once(example: Package) -> None:
    table = summaries.statements_by_side(example.statements, example.sides, (*example.sides_heard, JOINT))

    assert {row.side: numbers(example, row.ids) for row in table.itertuples()} == worked.SIDES
    assert table["count"].sum() == 11
    assert not table["relayed"].any()  # Cole is of the side of Brook, who relays


def test_what_is_only_relayed_is_counted_apart(talks: Package) -> None:
    table = summaries.statements_by_side(talks.statements, talks.sides, (*talks.sides_heard, JOINT))

    assert list(zip(table["side"], table["relayed"], table["count"], strict=True)) == [
        ("rus", False, 77), ("gbr", False, 5), ("ukr", True, 4), ("reporter", False, 4), ("joint", False, 1),
    ]  # fmt: skip


def test_a_side_stands_at_its_statement_and_one_whom_no_side_is_known_of_is_among_the_others(example: Package) -> None:
    later = example.statements.iloc[6:9]  # sentence 7 by Dale, 8 by Cole, 9 by Brook and Dale

    found = summaries.sides_of(later, {"dale": "us"})

    assert found.to_dict() == dict(zip(later.index, ("us", "other", "joint"), strict=True))


def test_how_the_speakers_are_known_adds_up_to_all_statements() -> None:
    """A question of the press is told by the reporter; what a person decided has no level."""
    forms = ["direct", "indirect", "carried", "direct", "direct", "narration", "narration"]
    levels = ["sure", "likely", "guess", "unknown", "", "", ""]
    table = pd.DataFrame({"statement": list("abcdefg"), "form": forms, "level": levels})

    figures = summaries.figures_of_speakers(table)

    assert [(figure.value, figure.words, "".join(figure.ids)) for figure in figures] == [
        ("1", "with a speaker that is sure", "a"),
        ("1", "with a speaker that is likely", "b"),
        ("1", "with a speaker that is a guess", "c"),
        ("1", "whose speaker was not found", "d"),
        ("1", "whose speaker a person accepted or corrected", "e"),
        ("2", "told by the reporter", "fg"),
    ]
    assert summaries.figures_of_speakers(table.iloc[:0]) == []


def test_topics_are_ordered_by_count_then_by_the_codebook(example: Package, codebook: Codebook) -> None:
    table = summaries.statements_by_topic(example.statements, codebook)

    assert list(zip(table["topic"], table["count"], strict=True)) == [
        ("minsk", 2), ("belarus-exercises", 2), ("nato", 1), ("osce", 1),
    ]  # fmt: skip


def test_topics_by_side_count_each_speaker_s_side(example: Package, codebook: Codebook) -> None:
    """Sentence 9 is by Brook (EU) and Dale (US) on Minsk, so it counts for both sides."""
    table = summaries.topics_by_side(example.statements, example.sides, codebook, example.sides_heard)
    cells = {(row.topic, row.side): numbers(example, row.ids) for row in table.itertuples()}

    assert cells == {
        ("minsk", "eu"): [8, 9],
        ("minsk", "usa"): [9],
        ("belarus-exercises", "usa"): [6, 7],
        ("nato", "reporter"): [1],
        ("osce", "eu"): [3],
    }


def talk(*rows: tuple[str, str, str, float]) -> pd.DataFrame:
    """Statements `s0`, `s1` ... by speakers (joined by plus), who relays them, topics, and Blend."""
    made = [
        (f"s{i}", i + 1, tuple(who.split("+")), via, tuple(on.split()), blend)
        for i, (who, via, on, blend) in enumerate(rows)
    ]
    return pd.DataFrame(made, columns=["statement", "sentence", "speakers", "via", "topics", "blend"])


HEARD = {"brook": "eu", "cole": "eu", "dale": "usa", "lee": "fra"}


def test_on_a_topic_what_a_side_says_itself_stands_before_what_is_relayed(codebook: Codebook) -> None:
    table = talk(
        ("dale", "brook", "nato", 0),
        ("dale", "", "nato osce", 0),
        ("cole", "brook", "nato", 0),
        ("brook+dale", "", "nato", 0),
    )

    cells = summaries.topics_by_side(table, HEARD, codebook, ["eu", "usa"])

    assert list(cells.itertuples(index=False, name=None)) == [
        ("nato", "eu", False, 2, ("s2", "s3")), ("nato", "usa", False, 2, ("s1", "s3")), ("nato", "usa", True, 1, ("s0",)),
        ("osce", "usa", False, 1, ("s1",)),
    ]  # fmt: skip
    assert list(cells) == ["topic", "side", "relayed", "count", "ids"]


def test_sides_that_share_a_row_count_a_statement_of_several_of_them_once(codebook: Codebook) -> None:
    table = talk(
        ("brook+dale", "", "nato", 0), ("lee", "", "nato", 0), ("lee", "brook", "nato", 0), ("brook", "", "osce", 0)
    )
    cells = summaries.topics_by_side(table, HEARD, codebook, ["eu", "usa", "fra"])

    merged = summaries.with_others(cells, ["eu", "fra"])

    assert list(merged.itertuples(index=False, name=None)) == [
        ("nato", "other", False, 2, ("s0", "s1")), ("nato", "usa", False, 1, ("s0",)), ("nato", "other", True, 1, ("s2",)),
        ("osce", "other", False, 1, ("s3",)),
    ]  # fmt: skip
    assert list(merged) == list(cells)


def test_a_summary_is_read_with_labels_and_two_decimals(codebook: Codebook) -> None:
    table = pd.DataFrame({"topic": ["nato", summaries.NO_TOPIC], "side": ["eu", "usa"], "mean": [0.126, -1.0]})

    assert summaries.rounded(summaries.named(table, codebook)).to_dict("list") == {
        "topic": ["NATO", "no topic"], "side": ["EU", "US"], "mean": [0.13, -1.0],
    }  # fmt: skip
    assert list(summaries.named(table[["mean"]], codebook)) == ["mean"]


def test_tone_by_section_counts_only_what_is_scored(example: Package) -> None:
    table = summaries.tone_by_section(example.statements, example.about.sections, SCORES.values())
    polarity = table[table["score"] == "polarity"].set_index("section")

    assert dict(polarity["statements"]) == {0: 1, 1: 4, 2: 6}
    assert dict(polarity["n"]) == {0: 0, 1: 2, 2: 2}
    assert math.isnan(polarity.loc[0, "mean"])
    assert polarity.loc[1, "mean"] == pytest.approx((0.7 + 1.0) / 2)
    assert polarity.loc[2, "mean"] == pytest.approx((0.1364 - 1.0) / 2)


def test_subjectivity_is_never_clearly_anything(talks: Package) -> None:
    """It has no sign: excluding zero says nothing."""
    table = summaries.tone_by_section(talks.statements, talks.about.sections, [SCORES["subjectivity"]])

    assert set(table["clear"]) == {0}


def test_tone_of_statements_leaves_out_what_is_not_scored(example: Package) -> None:
    table = summaries.tone_of_statements(example.statements, example.short_names, [SCORES["vader"]])

    assert dict(zip(table["sentence"], table["value"].round(4), strict=True)) == worked.VADER
    assert list(table.loc[table["contradicted"], "sentence"]) == [7]


def test_lead_topics_are_the_first_lanes(talks: Package, codebook: Codebook) -> None:
    lanes = summaries.lane_order(talks.statements, codebook)

    counts = summaries.statements_by_topic(talks.statements, codebook).set_index("topic")["count"]

    assert lanes[:4] == ["minsk", "nato", "osce", "belarus-exercises"]
    assert len(lanes) == 14
    assert [counts[topic] for topic in lanes[4:]] == sorted((counts[topic] for topic in lanes[4:]), reverse=True)


def test_topics_along_the_article_have_a_row_per_statement_and_topic(example: Package, codebook: Codebook) -> None:
    order = summaries.lane_order(example.statements, codebook)
    table = summaries.topics_along_article(example.statements, example.sides, order)

    assert list(zip(table["topic"], table["sentence"], table["side"], strict=True)) == [
        ("minsk", 8, "eu"), ("minsk", 9, "joint"), ("nato", 1, "reporter"), ("osce", 3, "eu"),
        ("belarus-exercises", 6, "usa"), ("belarus-exercises", 7, "usa"),
    ]  # fmt: skip


def test_a_filter_moves_no_lane(talks: Package, codebook: Codebook) -> None:
    order = summaries.lane_order(talks.statements, codebook)
    few = talks.statements.iloc[60:]

    table = summaries.topics_along_article(few, talks.sides, order)

    left = list(dict.fromkeys(table["topic"]))
    assert left == [topic for topic in order if topic in left]


def test_the_words_that_tell_most_are_short_single_and_of_their_sign(example: Package) -> None:
    """Blend counts no word of the lead; "terrible" most negative and "no war" in two words is left out."""
    words = summaries.telling_words(example.statements, example.evidence_of, "textblob", lambda _word: 0.0)

    assert words == {0: ("", ""), 1: ("", "excellent"), 2: ("terrible", "new")}


def test_a_negated_word_tells_nothing_of_a_section(example: Package) -> None:
    """In “We want no war”, "war" counts for what alone it counts against: "want", which counts less, tells more."""
    alone = {"war": -1.45, "want": 0.15}
    of_dale = example.statements[example.statements["sentence"] == 4]

    words = summaries.telling_words(of_dale, example.evidence_of, "blend", alone.__getitem__)

    assert words == {1: ("", "want")}


def test_the_strongest_words_are_of_two_speakers(talks: Package) -> None:
    found = summaries.strongest_words(talks.statements, SCORES["blend"], talks.short_names)

    assert [each.said for each in found] == [
        "Most negative words",
        "Most negative words of Truss’s own",
        "Most positive words",
    ]
    assert [numbers(talks, [each.id])[0] for each in found] == [32, 82, 9]
    assert summaries.strongest_words(talks.statements.iloc[:0], SCORES["blend"], {}) == []


NAMES = {"brook": "Brook", "dale": "Dale", "lee": "Lee"}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("brook", "", "", -0.9), ("brook", "", "", -0.8), ("dale", "", "", -0.1), ("dale", "", "", 0.2)],
         [("Most negative words", "s0"), ("Most negative words of Dale’s own", "s2"), ("Most positive words", "s3")]),
        # what others relay, what the reporter tells, and what two say together are nobody's own words
        ([("brook", "", "", -0.9), ("dale", "brook", "", -0.8), ("reporter", "", "", -0.7), ("unknown", "", "", -0.6),
          ("dale+lee", "", "", -0.5), ("lee", "", "", -0.4)],
         [("Most negative words", "s0"), ("Most negative words of Lee’s own", "s5")]),
        ([("brook", "", "", 0.0), ("dale", "", "", 0.3), ("lee", "", "", 0.3)], [("Most positive words", "s1")]),
        # near zero is neither, as the filter has it
        ([("brook", "", "", -0.4), ("dale", "", "", -0.03), ("lee", "", "", 0.05)], [("Most negative words", "s0")]),
        ([("brook", "", "", 0.0)], []),
    ],
)  # fmt: skip
def test_the_strongest_words_are_those_of_their_sign(
    rows: list[tuple[str, str, str, float]], said: list[tuple[str, str]]
) -> None:
    found = summaries.strongest_words(talk(*rows), SCORES["blend"], NAMES)

    assert [(each.said, each.id) for each in found] == said
    assert [each.value for each in found] == [rows[int(id[1:])][3] for _, id in said]


def test_bands_are_the_sections(example: Package) -> None:
    table = summaries.section_bands(example.statements)

    assert table.to_dict("list") == {"section": [0, 1, 2], "first": [1, 2, 6], "last": [1, 5, 11]}


@pytest.fixture
def marks(example: Package, codebook: Codebook) -> pd.DataFrame:
    return summaries.topics_along_calendar(example.statements, example.evidence_of, codebook, example.about.event_date)


def test_the_calendar_has_named_dates_events_and_the_rest(example: Package, marks: pd.DataFrame) -> None:
    rows = marks[marks["kind"] != "record"]
    made = {(row.topic, row.kind, row.edtf): numbers(example, row.ids) for row in rows.itertuples()}

    assert made == {
        ("nato", "named", "2020-05-04"): [1],
        ("minsk", "event", "2014-09-05/2015-02-12"): [8],
        ("minsk", "undated", "2020-05-04"): [9],
        ("osce", "undated", "2020-05-04"): [3],
        ("belarus-exercises", "undated", "2020-05-04"): [6, 7],
        (summaries.NO_TOPIC, "named", "2014/.."): [5],
        (summaries.NO_TOPIC, "named", "2021"): [10],
    }


def test_an_event_is_said_with_its_year(marks: pd.DataFrame) -> None:
    assert list(marks.loc[marks["kind"] == "event", "label"]) == ["Minsk agreement 2014–15"]


def test_the_record_stands_behind_its_topics_but_not_behind_the_event_that_is_named(marks: pd.DataFrame) -> None:
    record = marks[(marks["kind"] == "record") & (marks["topic"] == "minsk")]

    assert "resolution-2202" in set(record["entry"])
    assert "minsk-agreements" not in set(record["entry"])
    assert set(record["ids"]) == {()}


def test_an_event_stands_in_its_own_lane_where_the_sentence_has_no_such_topic(
    talks: Package, codebook: Codebook
) -> None:
    """The Warsaw Treaty is behind NATO; the sentences that name it do not name NATO."""
    table = summaries.topics_along_calendar(talks.statements, talks.evidence_of, codebook, talks.about.event_date)
    treaty = table[table["entry"] == "warsaw-treaty-ended"]

    assert [(row.topic, numbers(talks, row.ids)) for row in treaty.itertuples()] == [("nato", [57, 59])]


def test_lanes_of_the_calendar_are_those_with_a_date_in_the_order_of_all_lanes(marks: pd.DataFrame) -> None:
    lanes, without = summaries.calendar_lanes(marks, ["osce", "nato", "minsk", "belarus-exercises"])

    assert lanes == ["nato", "minsk", summaries.NO_TOPIC]
    assert without == ["osce", "belarus-exercises"]


def test_without_an_event_date_nothing_is_put_on_a_day(example: Package, codebook: Codebook) -> None:
    table = summaries.topics_along_calendar(example.statements, example.evidence_of, codebook, "")

    assert "undated" not in set(table["kind"])


def test_dates_are_listed_from_the_earliest(example: Package) -> None:
    table = summaries.dates_named(example.statements, example.evidence_of)

    assert list(zip(table["edtf"], table["kind"], strict=True)) == [
        ("2014/..", "date"), ("2014-09-05/2015-02-12", "event"), ("2020-05-04", "date"), ("2021", "date"),
    ]  # fmt: skip
    assert table["first"].iloc[0] == dt.date(2014, 1, 1)


@pytest.mark.parametrize(
    ("speakers", "said"),
    [(("lavrov",), "Lavrov"), (("lavrov", "truss"), "Lavrov and Truss"), (("a", "b", "c"), "a, b and c")],
)
def test_speakers_are_listed(talks: Package, speakers: tuple[str, ...], said: str) -> None:
    assert said_names(speakers, talks.short_names) == said


def test_the_tables_have_the_columns_that_are_told(example: Package, codebook: Codebook) -> None:
    order = ["osce", "minsk"]
    tables = {
        "statement sentence section who gloss score value contradicted": summaries.tone_of_statements(
            example.statements, example.short_names, SCORES.values()
        ),
        "section title score statements n mean low high clear ids": summaries.tone_by_section(
            example.statements, example.about.sections, SCORES.values()
        ),
        "topic count ids": summaries.statements_by_topic(example.statements, codebook),
        "side relayed count ids": summaries.statements_by_side(example.statements, example.sides, example.sides_heard),
        "lane topic sentence side relayed statement": summaries.topics_along_article(
            example.statements[example.statements["topics"].map(lambda on: set(on) <= set(order))], example.sides, order
        ),
    }

    assert {" ".join(table) for table in tables.values()} == set(tables)
    for columns in list(tables)[:2]:
        assert set(tables[columns]["score"]) == set(SCORES)


def test_along_the_article_own_and_relayed_are_told_apart() -> None:
    table = talk(("brook", "", "nato", 0), ("dale", "brook", "nato", 0))

    along = summaries.topics_along_article(table, HEARD, ["nato"])

    assert list(zip(along["side"], along["relayed"], strict=True)) == [("eu", False), ("usa", True)]


def test_summaries_of_nothing_are_empty_tables(example: Package, codebook: Codebook) -> None:
    nothing = example.statements.iloc[:0]

    assert summaries.statements_by_side(nothing, example.sides, example.sides_heard).empty
    assert summaries.statements_by_topic(nothing, codebook).empty
    assert summaries.topics_by_side(nothing, example.sides, codebook, example.sides_heard).empty
    assert summaries.tone_by_section(nothing, example.about.sections, SCORES.values()).empty
    assert summaries.tone_of_statements(nothing, {}, SCORES.values()).empty
    assert summaries.topics_along_article(nothing, example.sides, ["nato"]).empty
    assert summaries.dates_named(nothing, example.evidence_of).empty

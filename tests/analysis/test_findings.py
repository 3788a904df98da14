"""The sentences that pages open with: true, short, in English, and said only where the figures bear them out."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.analysis import english
from components.analysis.filters import StatementFilter
from components.analysis.findings import others
from components.analysis.findings.facts import Facts, facts_of
from components.analysis.findings.headlines import PATTERNS, headline
from components.analysis.findings.others import who_else
from components.analysis.findings.pattern import HEADLINE, Headline, Pattern
from components.analysis.findings.tone import scored
from components.analysis.findings.topics import main_topics
from components.analysis.measures import mean_interval
from components.analysis.view import View
from components.article.archive import from_zip
from components.article.opening import open_article
from components.article.package import Package
from components.library.shipped import load_library
from components.model.codebook import Codebook
from components.model.scores import MAIN_SCORE, SCORES, TONES
from components.model.statements import FORMS
from tests import own
from tests.conftest import DATA, ROOT

NAMES = {"brook": "Brook", "cole": "Cole", "dale": "Dale", "reporter": "Reporter", "unknown": "Unknown", "lee": "Lee"}
SIDES = {"brook": "eu", "cole": "eu", "dale": "usa", "lee": "fra", "reporter": "reporter", "unknown": "other"}


def statements(*rows: dict[str, Any]) -> pd.DataFrame:
    """A table of statements: each row says what is special about it, the rest is one word of Brook's in section 1."""
    usual = {"speakers": ("brook",), "via": "", "topics": (), "section": 1, "words": 1, "blend": None, "polarity": None}
    made = pd.DataFrame([{**usual, "statement": f"s{i}", "sentence": i + 1, **row} for i, row in enumerate(rows)])
    if made.empty:
        return pd.DataFrame(columns=["statement", "sentence", *usual])
    return made.astype({"blend": float, "polarity": float})


def by(who: str, count: int = 1, **more: Any) -> list[dict[str, Any]]:
    """So many statements of a speaker; several are joined by plus, `>` stands before who relays it."""
    speakers, _, via = who.partition(">")
    return [{"speakers": tuple(speakers.split("+")), "via": via, **more}] * count


def facts(codebook: Codebook, *rows: dict[str, Any], sections: int = 9, **more: Any) -> Facts:
    return Facts(statements(*rows), codebook, NAMES, SIDES, [f"Title {i}" for i in range(sections)], **more)


# --- Who ----------------------------------------------------------------------------------------

ON_NATO = StatementFilter(topics=("nato",))
NEGATIVE = StatementFilter(tones=("negative",))

WHO = [
    ([*by("brook", 18), *by("dale", 2)], "leads", "Nine statements in ten are Brook’s", "Dale makes two."),
    (
        [*by("brook", 76), *by("dale", 10), *by("lee>brook", 4), *by("reporter", 1)],
        "leads",
        "More than four statements in five are Brook’s",
        "Dale makes ten. Paris is heard only through Brook, four times. The reporter tells one.",
    ),
    ([*by("brook", 7), *by("dale", 2)], "leads", "Seven of nine statements are Brook’s", "Dale makes two."),
    (by("brook"), "leads", "The one statement is Brook’s", ""),
    (by("brook", 2), "leads", "Both statements are Brook’s", ""),
    (
        by("cole>brook"),
        "leads",
        "The one statement is Cole’s, as Brook tells it",
        "",
    ),  # of one side: not only through it
    (by("cole>brook", 3), "leads", "All three statements are Cole’s, as Brook tells them", ""),
    (
        [*by("brook+dale", 3), *by("dale")],
        "leads",
        "Three of four statements are by Brook and Dale together",
        "Dale makes one.",
    ),
    (by("brook+cole+dale", 4), "leads", "All four statements are by three speakers together", ""),
    (
        [*by("reporter", 3), *by("dale", 2), *by("brook")],
        "leads",
        "Three of six statements are the reporter’s account",
        "Dale makes two and Brook one.",
    ),
    (
        [*by("unknown", 20), *by("dale", 3), *by("brook", 2), *by("lee"), *by("cole")],
        "leads",
        "Three statements in four have no known speaker",
        "Dale makes three, Brook two and two others two together.",
    ),
    (
        [*by("brook", 4), *by("dale", 4), *by("lee")],
        "two-lead",
        "Brook and Dale have four statements each",
        "Lee makes one.",
    ),
    ([*by("reporter"), *by("dale")], "two-lead", "Dale and the reporter have one statement each", ""),
    (by("dale>brook", 2), "all-relayed", "Washington is heard only through Brook, twice", ""),
    (
        [*by("dale>brook", 2), *by("dale>lee", 3)],
        "all-relayed",
        "Washington is heard only through Brook and Lee, five times",
        "",
    ),
    (
        [*by("brook", 2), *by("cole", 2), *by("lee", 2), *by("dale>brook", 3)],
        "only-through",
        "Washington is heard only through Brook, three times",
        "Brook makes two, Cole two and Lee two.",
    ),
    (
        [*by("brook", 2), *by("cole", 2), *by("lee", 2), *by("dale", 3)],
        "nobody-leads",
        "Nobody leads: four speakers, none with more than three of nine statements",
        "Dale makes three, Brook two and two others four together.",
    ),
    (
        [*by("brook", 2, topics=("nato",)), *by("cole", 2, topics=("osce",)), *by("lee", 2), *by("dale", 1)],
        "nothing-stands-out",
        "Nothing stands out: two topics, none with more than two statements",
        "Brook makes two, Cole two and two others three together.",
    ),
    (
        [*by("brook"), *by("unknown"), *by("reporter")],
        "nothing",
        "Nothing stands out in the three statements shown",
        None,
    ),
    (
        [*by("brook", 2), *by("dale", 2), *by("reporter"), *by("unknown", 2)],
        "nobody-leads",
        "Nobody leads: two speakers, none with more than two of seven statements",
        "Brook makes two and Dale two. The reporter tells one. Of two, the speaker was not found.",
    ),
    ([*by("brook", 7), *by("cole+dale", 2)], "leads", "Seven of nine statements are Brook’s", "Two are joint."),
    (
        [*by("brook", 9), *by("dale"), *by("lee"), *by("dale>brook"), *by("lee>dale")],
        "leads",
        "Nine of 13 statements are Brook’s",
        "Dale makes one and Lee one. Two more are relayed by others.",
    ),
    ([], "empty", "No statement is shown", ""),
]


@pytest.mark.parametrize(("rows", "key", "said", "under"), WHO)
def test_who_speaks(codebook: Codebook, rows: list[dict[str, Any]], key: str, said: str, under: str | None) -> None:
    shown = facts(codebook, *rows)
    found = headline("who", shown)

    assert found == Headline(key, said)
    if under is not None:
        assert who_else(shown, found) == under


def test_on_one_topic_asked_for_one_side_alone_is_said_to_be_heard(codebook: Codebook) -> None:
    rows = [*by("brook", 2), *by("cole"), *by("reporter")]

    assert headline("who", facts(codebook, *rows, asked=ON_NATO)).text == "On NATO, only Brussels is heard"
    few = headline("who", facts(codebook, *by("brook", 2), asked=ON_NATO))
    assert few.text == "On NATO, both statements are Brook’s"
    unplaced = headline("who", facts(codebook, *rows, *by("unknown"), asked=ON_NATO))
    assert unplaced.text == "On NATO, two of five statements are Brook’s"
    narrowed = StatementFilter(topics=("nato",), speakers=("brook",))  # whoever asks for one speaker hears one side
    assert headline("who", facts(codebook, *by("brook", 3), asked=narrowed)).text == "All three statements are Brook’s"


def test_what_is_so_on_a_topic_is_said_only_where_nothing_else_is_asked_for(codebook: Codebook) -> None:
    """Under a filter on a form, too, others may speak on the topic in another one."""
    rows = [*by("brook", 3), *by("dale")]

    assert (
        headline("who", facts(codebook, *rows, asked=ON_NATO)).text == "On NATO, three of four statements are Brook’s"
    )
    narrowed = StatementFilter(topics=("nato",), forms=("indirect",))
    assert headline("who", facts(codebook, *rows, asked=narrowed)).text == "Three of four statements are Brook’s"


def test_of_whoever_has_a_part_in_most_of_what_is_shown_it_is_not_said_that_nobody_leads(codebook: Codebook) -> None:
    """Joint words are no one's alone, and each one's."""
    shown = facts(codebook, *by("brook+dale"), *by("dale+brook"))

    assert headline("who", shown).text == "Nothing stands out in the two statements shown"


def test_a_tone_asked_for_is_said_of_the_words(codebook: Codebook) -> None:
    low, high = {MAIN_SCORE.key: -0.4}, {MAIN_SCORE.key: 0.4}
    asked = facts(codebook, *by("brook", 11, **low), *by("dale", 3, **low), *by("lee>brook", 2, **low), asked=NEGATIVE)

    assert headline("who", asked).text == "11 of the 16 negatively worded statements are Brook’s own".replace(
        "11", "Eleven"
    )
    assert who_else(asked, headline("who", asked)) == "Dale makes three. Paris is heard only through Brook, twice."
    both = facts(codebook, *by("brook", 2, **low), asked=NEGATIVE)
    assert headline("who", both).text == "Both negatively worded statements are Brook’s own"
    ordered = facts(codebook, *by("brook", 1, blend=0.2), *by("dale", 5, blend=0.01), order="positive", score="blend")
    assert headline("who", ordered).text == "The one positively worded statement is Brook’s own"
    assert who_else(ordered, headline("who", ordered)) == "Of all six: Dale makes five and Brook one."
    mixed = facts(
        codebook, *by("brook", 2, **low), *by("dale", 2, **high), asked=StatementFilter(tones=("negative", "positive"))
    )
    assert headline("who", mixed).text == "Brook and Dale have two statements each"


def test_two_people_of_one_name_are_not_named(codebook: Codebook) -> None:
    shown = Facts(statements(*by("brook", 5)), codebook, {"brook": "Lee", "lee": "Lee"}, SIDES, ["Lead"])

    assert headline("who", shown).text == "All five statements are one speaker’s"


def test_a_long_name_does_not_make_a_long_headline(codebook: Codebook) -> None:
    long = {"brook": "Brook-Featherstonehaugh-Cholmondeley-of-the-Seven-Rivers-and-the-Lesser-Isles"}

    assert headline("who", Facts(statements(*by("brook", 5)), codebook, long, SIDES, ["Lead"])).text == (
        "All five statements are one speaker’s"
    )


# --- On what ------------------------------------------------------------------------------------

TOPICS = [
    ([], "No statement shown has a topic"),
    (
        [*by("brook", 3, topics=("nato",)), *by("brook", topics=("osce",)), *by("dale", topics=("osce",)), *by("dale")],
        "Washington is heard on one of two topics",
    ),
    ([*by("brook", 2, topics=("nato",)), *by("dale", topics=("nato",))], "Brussels and Washington are heard on the one topic"),
    (
        [*by("brook", 2, topics=("nato", "osce")), *by("reporter", topics=("minsk",))],
        "Brussels alone is heard in its own words, on two of three topics",
    ),
    (by("brook", 2, topics=("nato", "osce")), "Brussels alone is heard in its own words, on both topics"),
    (
        [*by("brook", topics=("nato",)), *by("unknown", topics=("osce",))],  # whose side is not known may be another
        "Brussels is heard on one of two topics",
    ),
    (by("dale>brook", topics=("nato", "osce")), "No side is heard in its own words on either topic"),
    (by("unknown", topics=("nato", "osce")), "No known side is heard in its own words on either topic"),
    ([*by("unknown", topics=("nato",)), *by("dale>brook", topics=("osce",))], "No known side is heard in its own words on either topic"),
    (by("reporter", topics=("nato",)), "No side is heard in its own words on the one topic"),
    (by("reporter", topics=("nato", "osce", "minsk")), "No side is heard in its own words on any of three topics"),
    ([*by("brook", 2, topics=("nato",)), *by("dale>brook", topics=("osce",))], "Brussels alone is heard in its own words, on one of two topics"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "said"), TOPICS)
def test_who_is_heard_on_what(codebook: Codebook, rows: list[dict[str, Any]], said: str) -> None:
    assert headline("topics", facts(codebook, *rows)).text == said


def test_whoever_asks_for_a_speaker_is_told_of_that_side_first(codebook: Codebook) -> None:
    """Of another side it shows joint words alone: on more topics it may be heard."""
    rows = [*by("brook", 3, topics=("nato", "osce")), *by("brook+dale", topics=("osce",))]
    asked = StatementFilter(speakers=("brook",))

    assert headline("topics", facts(codebook, *rows)).text == "Washington is heard on one of two topics"
    assert headline("topics", facts(codebook, *rows, asked=asked)).text == "Brussels is heard on both topics"


def test_a_speaker_who_is_a_side_alone_has_words_of_their_own(codebook: Codebook) -> None:
    """Where nobody's country or body is known, a side is a person."""
    alone = Facts(
        statements(*by("brook", 2, topics=("nato", "osce"))),
        codebook.naming({"brook": "Brook"}),
        NAMES,
        {"brook": "brook"},
        ["Lead"],
    )

    assert headline("topics", alone).text == "Brook alone is heard in their own words, on both topics"


MAIN = [
    (Counter(nato=9, osce=8, minsk=4, troops=3), "The main topics are NATO (9), OSCE (8) and Minsk agreements (4)."),
    (Counter(nato=9, osce=4, minsk=4, troops=4), "The main topic is NATO (9)."),
    (Counter(nato=4, osce=4, minsk=4, troops=4), "No topic stands out."),
    (Counter(nato=1), "The main topic is NATO (1)."),
    (Counter(), "No statement shown has a topic."),
]


@pytest.mark.parametrize(("counts", "sentence"), MAIN)
def test_topics_that_tie_with_one_left_out_are_not_named(
    codebook: Codebook, counts: Counter[str], sentence: str
) -> None:
    rows = [row for topic, count in counts.items() for row in by("brook", count, topics=(topic,))]

    assert main_topics(facts(codebook, *rows)) == sentence


@pytest.mark.parametrize(
    ("topics", "sentence"), [(("nato",), "Also named is OSCE (1)."), (("nato", "osce"), "No other topic is named.")]
)
def test_under_a_filter_on_topics_the_others_are_named(
    codebook: Codebook, topics: tuple[str, ...], sentence: str
) -> None:
    """That all statements on NATO are on NATO nobody needs to be told."""
    rows = [*by("brook", 3, topics=("nato",)), *by("dale", 1, topics=("nato", "osce"))]

    assert main_topics(facts(codebook, *rows, asked=StatementFilter(topics=topics))) == sentence


def test_several_others_are_named_together(codebook: Codebook) -> None:
    rows = [*by("brook", 2, topics=("nato", "osce")), *by("dale", 1, topics=("nato", "minsk"))]
    many = [by("dale", 1, topics=("nato", topic))[0] for topic in ("osce", "minsk", "troops", "ukraine")]

    assert main_topics(facts(codebook, *rows, asked=ON_NATO)) == "Also named are OSCE (2) and Minsk agreements (1)."
    assert main_topics(facts(codebook, *many, asked=ON_NATO)) == "No other topic stands out."


# --- In which tone ------------------------------------------------------------------------------


def section(number: int, *values: float | None) -> list[dict[str, Any]]:
    return [{"section": number, "blend": value} for value in values]


UP, DOWN, LEVEL = (0.4, 0.5, 0.6, 0.4, 0.5), (-0.4, -0.5, -0.6, -0.4, -0.5), (0.4, -0.4, 0.1, 0.0, -0.1)

TONE = [
    ([*section(1, *UP), *section(2, *LEVEL)], "One section is clearly positive in its words; none is clearly negative"),
    (
        [*section(1, *DOWN), *section(2, *DOWN)],
        "Two sections are clearly negative in their words; none is clearly positive",
    ),
    ([*section(1, *UP), *section(2, *DOWN)], "One section is clearly positive in its words; one is clearly negative"),
    ([*section(1, *LEVEL), *section(2, *UP[:4])], "No section is clearly positive or negative in its words"),
    (section(1, *UP), "What is shown is clearly positive in its words"),
    (section(1, 0.2, None), "What is shown is neither clearly positive nor clearly negative in its words"),
    (section(1, None), "No statement shown holds a word that Blend knows"),
]


@pytest.mark.parametrize(("rows", "said"), TONE)
def test_a_section_is_called_clear_only_where_it_is_and_both_signs_are_said(
    codebook: Codebook, rows: list[dict[str, Any]], said: str
) -> None:
    assert headline("tone", facts(codebook, *rows, score="blend")).text == said


def test_how_much_a_score_knows_is_said(codebook: Codebook) -> None:
    assert scored(facts(codebook, *section(1, *UP, None), score="blend")) == (
        "Blend knows a word in 5 of the 6 reported statements."
    )
    assert scored(facts(codebook, *section(1, 0.2), score="blend")) == (
        "Blend knows a word in the one reported statement."
    )
    assert scored(facts(codebook, *section(1, None), score="blend")) == (
        "Blend knows no word in the one reported statement."
    )
    assert scored(facts(codebook, *section(1, 0.2, None), score="blend")) == (
        "Blend knows a word in 1 of the 2 reported statements. No section has five of them, so none can be called clear."
    )
    assert scored(facts(codebook, *by("reporter", words=0), score="blend")) == (
        "Nothing that is shown is reported speech, so there is no tone to score."
    )


# --- Where and when -----------------------------------------------------------------------------


def on(topic: str, *sections: int) -> list[dict[str, Any]]:
    return [{"topics": (topic,), "section": each} for each in sections]


ALONG = [
    ([*on("nato", 1, 2, 3), *on("osce", 8)], "Three of four statements are on NATO, the main topic"),
    ([*on("nato", 1, 2), *on("osce", 8)], "Nothing stands out: two topics, none with more than two statements"),
    ([*on("nato", 1, 2, 3), *on("osce", 8, 8)], "Nothing stands out: two topics, none with more than three statements"),
    ([*on("nato", 1, 2, 3, 4, 5), *on("osce", 7, 8, 8)], "Five sections speak of NATO, only the last two of OSCE"),
    ([*on("nato", 1, 2, 3, 4, 5), *on("osce", 8, 8, 8)], "Five sections speak of NATO, only the last of OSCE"),
    ([*on("nato", 1, 2, 3, 4, 5), *on("osce", 7, 7, 7)], "Five sections speak of NATO, more than of any other topic"),
    ([*on("nato", 1, 2, 3, 4), *on("osce", 8, 8)], "Four sections speak of NATO, more than of any other topic"),
    (
        [*on("nato", 1, 2, 3, 4), *on("osce", 1, 2, 3, 4)],
        "Nothing stands out: two topics, none with more than four statements",
    ),
    (on("nato", 3, 3, 4), "The three statements on NATO stand in two sections"),
    (on("nato", 3, 3), "The two statements on NATO all stand in section 3"),
    (on("nato", 0), "The one statement on NATO stands in the lead"),
    ([], "No statement shown has a topic"),
]


@pytest.mark.parametrize(("rows", "said"), ALONG)
def test_where_topics_come_up(codebook: Codebook, rows: list[dict[str, Any]], said: str) -> None:
    assert headline("along", facts(codebook, *rows)).text == said


def test_a_topic_that_stands_out_under_a_long_name_is_said_without_it(codebook: Codebook) -> None:
    long = codebook.with_topic(codebook.topic("nato").model_copy(update={"label": "The customs of the sea " * 4}))

    assert headline("along", facts(long, *on("nato", 1, 2, 3), *on("osce", 8))).text == "One topic stands out"


def test_under_a_filter_on_topics_none_is_the_main_topic_because_it_was_asked_for(codebook: Codebook) -> None:
    rows = [*on("nato", 1, 2, 3), *on("osce", 8)]

    assert headline("along", facts(codebook, *rows, asked=ON_NATO)).text == (
        "Nothing stands out: two topics, none with more than three statements"
    )


def test_of_an_article_in_one_section_no_place_is_told(codebook: Codebook) -> None:
    shown = facts(codebook, *on("nato", 0, 0), sections=1)

    assert headline("along", shown).text == "Two statements are on NATO, the only topic shown"


def test_under_a_filter_on_sections_nothing_is_said_of_where_a_topic_comes_up(codebook: Codebook) -> None:
    rows = [*on("nato", 1, 2, 3, 4, 5), *on("osce", 7, 8, 8)]

    assert headline("along", facts(codebook, *rows, asked=StatementFilter(sections=(1, 2, 3, 4, 5, 7, 8)))).text == (
        "Nothing stands out: two topics, none with more than five statements"
    )


# --- Every headline, of every article, under every filter ---------------------------------------


@cache
def articles() -> tuple[Package, ...]:
    """All shipped articles, one of a reader's own, and one that a machine read and a person corrected."""
    library = load_library(DATA)
    read = open_article("read", from_zip((ROOT / "tests/formats/1/machine-read.zip").read_bytes()), library.codebook)
    return (*library.packages.values(), own.draft(library.codebook).package, read.package)


@st.composite
def views(draw: st.DrawFn) -> tuple[int, View]:
    """The number of an article, and a view of it."""
    place = draw(st.integers(0, len(articles()) - 1))
    package = articles()[place]
    assert package.codebook

    def some(values: Iterable[Any], most: int) -> Any:
        return st.lists(st.sampled_from([*values]), max_size=most, unique=True).map(tuple) | st.just(())

    asked = StatementFilter(
        speakers=draw(some(package.sides, 2)),
        topics=draw(some(package.codebook.topic_labels, 2)),
        sections=draw(some(range(len(package.about.sections)), 3)),
        forms=draw(some(FORMS, 2)),
        tones=draw(some(TONES, 1)),
    )
    score = draw(st.sampled_from([key for key, each in SCORES.items() if each.signed]))
    return place, View(package.id, filter=asked, order=draw(st.sampled_from(("article", "negative"))), score=score)


def shown_in(view: tuple[int, View]) -> tuple[Facts, Package]:
    package = articles()[view[0]]
    assert package.codebook
    shown = view[1].filter.apply(package.statements)
    assert package.led
    return facts_of(package, package.led, shown, view[1]), package


WORDS = {**{word: i for i, word in enumerate(english.NUMBERS)}, "none": 0, "once": 1, "twice": 2, "both": 2, "half": 0}


def value(word: str) -> int:
    """The number that a word or figures say."""
    plain = word.casefold().replace(",", "")
    return int(plain) if plain.isdigit() else WORDS[plain]


N = r"(no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d[\d,]*)"
TIMES = rf"(once|twice|{N} times)"


def rows_of(shown: pd.DataFrame) -> list[Any]:
    return list(shown.itertuples(index=False))


def own_counts(shown: pd.DataFrame, package: Package) -> Counter[str]:
    """Statements of each name alone and in words of its own."""
    names = package.short_names
    return Counter(names[row.speakers[0]] for row in rows_of(shown) if len(row.speakers) == 1 and not row.via)


def said_share(words: str, part: int, whole: int) -> bool:
    """Whether a share in words is that of a part."""
    words = words.casefold()
    if found := re.fullmatch(rf"(?:all {N}|both|the one) statements?", words):
        return part == whole == (value(found[1]) if found[1] else 2 if words.startswith("both") else 1)
    if found := re.fullmatch(rf"{N} of {N} statements", words):
        return (part, whole) == (value(found[1]), value(found[2]))
    found = re.fullmatch(rf"(more than |almost )?(?:half of the statements|{N} statements? in {N})", words)
    assert found, words
    fraction = value(found[2]) / value(found[3]) if found[2] else 0.5
    away = part / whole - fraction
    return whole >= 20 and {"more than ": 0.02 < away < 0.1, "almost ": -0.1 < away < -0.02}.get(
        found[1], abs(away) <= 0.0201
    )


def leads(match: re.Match[str], shown: pd.DataFrame, package: Package) -> bool:
    """Counts of whoever the sentence speaks of, one of the kinds that add up to all."""
    counts = own_counts(shown, package)
    whose = match["whose"]
    names = package.short_names
    relayed = Counter(
        (names[row.speakers[0]], names[row.via]) for row in rows_of(shown) if len(row.speakers) == 1 and row.via
    )
    if whose == "the reporter’s account":
        part = sum(all(package.sides[who] == "reporter" for who in row.speakers) for row in rows_of(shown))
    elif whose == "no known speaker":
        part = sum("unknown" in row.speakers for row in rows_of(shown))
    elif told := re.fullmatch(r"(.+)’s?, as (.+) tells (?:it|them)", whose):
        part = relayed[told[1], told[2]]
    elif "together" in whose:
        part = max(Counter(row.speakers for row in rows_of(shown) if len(row.speakers) > 1 and not row.via).values())
    elif whose == "one speaker’s":
        part = max(Counter((row.speakers, row.via) for row in rows_of(shown)).values())
    else:
        part = counts[re.sub(r"’s?$", "", whose)]
    return said_share(match["share"], part, len(shown)) and part >= 0.4 * len(shown)


def only_through(match: re.Match[str], shown: pd.DataFrame, package: Package) -> bool:
    """All statements of somebody of that side have a relaying person of another side."""
    codebook = package.led
    assert codebook
    of_side = [
        row
        for row in rows_of(shown)
        if any(codebook.voice(package.sides[who]).casefold() == match["side"].casefold() for who in row.speakers)
    ]
    said = match["times"].split()[0]
    return len(of_side) == value(said) and all(
        row.via and codebook.voice(package.sides[row.via]) != match["side"] for row in of_side
    )


def topic_counts(shown: pd.DataFrame) -> Counter[str]:
    return Counter(topic for topics in shown["topics"] for topic in topics)


def places(shown: pd.DataFrame, topic: str) -> set[int]:
    return {row.section for row in rows_of(shown) if topic in row.topics}


def topic_named(label: str, package: Package) -> str:
    assert package.codebook
    return next(id for id, each in package.codebook.topic_labels.items() if each == label)


def heard_on(match: re.Match[str], shown: pd.DataFrame, package: Package) -> bool:
    assert package.led
    own_words: dict[str, set[str]] = {}
    for row in rows_of(shown):
        for side in {package.sides[who] for who in row.speakers}:
            if row.topics and (not row.via or package.sides[row.via] in (side, "reporter")):
                own_words.setdefault(package.led.voice(side).casefold(), set()).update(row.topics)
    whole = len(topic_counts(shown))
    said = match["on"]
    part = whole if said.startswith(("all ", "both ", "the one ")) else value(said.split()[0])
    if found := re.search(rf"(?:of|all) {N} topics", said):
        assert value(found[1]) == whole
    alone = "alone" in match[0]
    known = own_words.keys() - {"other capitals", "the reporter"}
    return len(own_words[match["side"].casefold()]) == part and (not alone or len(known) == 1)


def stands_out(match: re.Match[str], shown: pd.DataFrame, package: Package) -> bool:
    """One topic with three statements or more, and no other with more than half as many."""
    (topic, most), (_, next_most) = topic_counts(shown).most_common(2)
    called = match["topic"] is None or topic_named(match["topic"], package) == topic
    return (
        called
        and most >= max(3, 2 * next_most)
        and (not match["share"] or said_share(match["share"], most, len(shown)))
    )


def clear(shown: pd.DataFrame, score: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for _, part in shown.groupby("section"):
        made = mean_interval(part[score].to_numpy(), -1, 1)
        if made.n >= 5 and (made.low > 0 or made.high < 0):
            found["positive" if made.low > 0 else "negative"] += 1
    return found


def clear_ones(match: re.Match[str], shown: pd.DataFrame, score: str) -> bool:
    return dict(clear(shown, score)) == {
        sign: count
        for sign, count in {match["sign"]: value(match["n"]), match["other"]: value(match["m"])}.items()
        if count
    }


def stands_out_not(match: re.Match[str], shown: pd.DataFrame, _: Package) -> bool:
    counts = topic_counts(shown)
    return (len(counts), max(counts.values())) == (value(match["topics"]), value(match["most"]))


Check = Callable[[re.Match[str], Facts, Package], bool]


def _wide(match: re.Match[str], facts: Facts, package: Package) -> bool:
    shown, topic = facts.statements, topic_named(match["topic"], package)
    most = len(places(shown, topic))
    return most == value(match["n"]) and all(
        len(places(shown, each)) < most for each in topic_counts(shown) if each != topic
    )


def _wide_and_late(match: re.Match[str], facts: Facts, package: Package) -> bool:
    shown, last = facts.statements, len(package.about.sections) - 1
    late = places(shown, topic_named(match["late"], package))
    return len(places(shown, topic_named(match["topic"], package))) == value(match["n"]) and late == (
        {last - 1, last} if match["last"] == "the last two" else {last}
    )


def _only_topic(match: re.Match[str], facts: Facts, package: Package) -> bool:
    shown, topic = facts.statements, topic_named(match["topic"], package)
    where = places(shown, topic)
    count = topic_counts(shown)[topic] == value(match["n"]) and len(topic_counts(shown)) == 1
    if match["sections"]:
        return count and len(where) == value(match["sections"])
    return count and (
        not match["where"] or where == {int(match["where"].removeprefix("section ").replace("the lead", "0"))}
    )


def _worded(match: re.Match[str], facts: Facts, package: Package) -> bool:
    asked = TONES[facts.asked.tones[0]].score if facts.asked.tones else None
    score = asked.key if asked else facts.score
    values = facts.statements[score]
    worded = facts.statements[values < -0.05 if match["sign"] == "negative" else values > 0.05]
    part = own_counts(worded, package)[re.sub(r"’s?$", "", match["who"])]
    said = match["share"].casefold().replace(f"{match['sign']}ly worded ", "").replace("of the", "of")
    if found := re.fullmatch(rf"{N} of {N} statements", said):
        return (part, len(worded)) == (value(found[1]), value(found[2]))
    return said_share(said, part, len(worded))


def _years(match: re.Match[str], facts: Facts, _: Package) -> bool:
    from components.model.intervals import parse_edtf

    closed = [
        parse_edtf(row.value).closed()
        for id in facts.statements["statement"]
        for row in facts.evidence_of[id]
        if row.kind in ("date", "event")
    ]
    first, last = min(each[0] for each in closed).year, max(each[1] for each in closed).year
    return (match["first"], match["last"] or match["first"]) == (str(first), str(last))


def _nobody(match: re.Match[str], facts: Facts, _: Package) -> bool:
    people = Counter(
        who
        for row in rows_of(facts.statements)
        if not row.via and "unknown" not in row.speakers
        for who in row.speakers
        if facts.sides[who] != "reporter"
    )
    return (len(people), max(people.values()), len(facts.statements)) == tuple(
        map(value, match.group("n", "most", "whole"))
    )


def _two(match: re.Match[str], facts: Facts, package: Package) -> bool:
    counts = own_counts(facts.statements, package)
    return all(counts[name.replace("the reporter", "Reporter")] == value(match["n"]) for name in match.group("a", "b"))


def _one_side(match: re.Match[str], facts: Facts, package: Package) -> bool:
    told = [row for row in rows_of(facts.statements) if facts.sides[row.speakers[0]] != "reporter"]
    sides = {package.sides[who] for row in told for who in row.speakers}
    return len(told) >= 3 and {facts.codebook.voice(side) for side in sides} == {match["side"]}


RECOUNT: list[tuple[str, Check]] = [
    (r"No statement is shown", lambda _, facts, __: facts.statements.empty),
    (r"No statement shown has a topic", lambda _, facts, __: not topic_counts(facts.statements)),
    (r"No statement shown names a date", lambda _, facts, __: not [row for id in facts.statements["statement"] for row in facts.evidence_of[id] if row.kind in ("date", "event")]),
    (r"No statement shown holds a word that (?P<label>\w+) knows", lambda _, facts, __: bool(facts.statements[facts.score].isna().all())),
    (rf"(?P<share>.+ {'(?:negative|positive)'}ly worded statements?) (?:is|are) (?P<who>.+) own", lambda m, f, p: _worded(re.fullmatch(r"(?P<share>.+ (?P<sign>negative|positive)ly worded statements?) (?:is|are) (?P<who>.+) own", m[0]) or m, f, p)),
    (rf"(?P<side>.+) is heard only through .+, (?P<times>{TIMES})", lambda m, f, p: only_through(m, f.statements, p)),
    (r"On .+, only (?P<side>.+) is heard", _one_side),
    (rf"(?P<a>.+) and (?P<b>.+) have (?P<n>{N}) statements? each", _two),
    (rf"(?P<share>.+statements?(?: in {N})?) (?:is|are) on (?P<topic>.+), the main topic", lambda m, f, p: stands_out(m, f.statements, p)),
    (r"One topic stands out(?P<share>)(?P<topic>x)?", lambda m, f, p: stands_out(m, f.statements, p)),
    (rf"Nothing stands out: (?P<topics>{N}) topics, none with more than (?P<most>{N}) statements?", lambda m, f, p: stands_out_not(m, f.statements, p)),
    (rf"Nobody leads: (?P<n>{N}) speakers, none with more than (?P<most>{N}) of (?P<whole>{N}) statements", _nobody),
    (rf"Nothing stands out in the (?P<n>{N}) statements? shown", lambda m, f, _: len(f.statements) == value(m["n"])),
    (rf"(?:On .+, )?(?P<share>(?:(?:[Mm]ore than|[Aa]lmost) )?(?:{N.replace('(no', '(?i:no')}|[Hh]alf|[Aa]ll|[Bb]oth|[Tt]he one)\b.*?statements?(?: in {N})?) (?:is|are|has|have) (?:by )?(?P<whose>(?!on ).+)", lambda m, f, p: leads(m, f.statements, p)),
    (r"No side is heard in its own words on (?P<on>.+)", lambda _, f, p: not any(row.topics and not row.via and SIDELESS.isdisjoint(p.sides[who] for who in row.speakers) for row in rows_of(f.statements))),
    (r"No known side is heard in its own words on (?P<on>.+)", lambda _, f, p: not any(row.topics and not row.via and SIDELESS.isdisjoint(p.sides[who] for who in row.speakers) for row in rows_of(f.statements))),
    (rf"(?P<side>.+?)(?: alone)? is heard (?:in (?:its|their) own words, )?on (?P<on>(?:{N} of {N} topics|all {N} topics|both topics|the one topic))", lambda m, f, p: heard_on(m, f.statements, p)),
    (r".+ are heard on the one topic", lambda _, f, __: len(topic_counts(f.statements)) == 1),
    (r"What is shown is clearly (?P<sign>positive|negative) in its words", lambda m, f, _: clear(f.statements, f.score) == Counter([m["sign"]]) and f.statements["section"].nunique() == 1),
    (r"What is shown is neither clearly positive nor clearly negative in its words", lambda _, f, __: not clear(f.statements, f.score) and f.statements["section"].nunique() == 1),
    (rf"(?P<n>{N}) sections? (?:is|are) clearly (?P<sign>positive|negative) in (?:its|their) words; (?P<m>{N}) (?:is|are) clearly (?P<other>positive|negative)", lambda m, f, _: clear_ones(m, f.statements, f.score)),
    (r"No section is clearly positive or negative in its words", lambda _, f, __: not clear(f.statements, f.score)),
    (rf"(?P<n>{N}) sections speak of (?P<topic>.+), only (?P<last>the last two|the last) of (?P<late>.+)", _wide_and_late),
    (rf"(?P<n>{N}) sections speak of (?P<topic>.+), more than of any other topic", _wide),
    (rf"The (?P<n>{N}) statements? on (?P<topic>.+?)(?: all)? stands? in (?:(?P<sections>{N}) sections|(?P<where>the lead|section \d+))", _only_topic),
    (rf"(?P<n>{N}) statements? (?:is|are) on (?P<topic>.+), the only topic shown(?P<sections>)(?P<where>)", _only_topic),
    (r"All dates behind the talk lie in (?P<first>\d+)(?P<last>)", _years),
    (r"The dates behind the talk run from (?P<first>\d+) to (?P<last>\d+)", _years),
]  # fmt: skip
"""Each headline as it is read, and how its numbers are counted again from the statements that are shown."""

SIDELESS = {"other", "reporter"}

BAD_ENGLISH = [
    r"\bone of (?:the )?one\b", r"\b(?:[Aa]ll|of) one\b", r"\b[Aa]ll two\b", r"\bfinds?\b", r"\bOnly Other\b", r"[Oo]ther capitals",
    r"\b1 \w", r"\b[Oo]ne (?:statements|sections|topics|sides|speakers|others)\b", r"\b[Oo]ne (?:\w+ )?statements?\b.* are\b(?! Paris)",
    r"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|\d\d+) (?:statement|section|topic|side|speaker)\b",
    r"\b[Bb]oth .* is\b", r"\b[Oo]ne (?:is|section is) .* their\b", r"sections are .* its", r"  ", r"\.$", r"^[a-z]", r"’s’", r"\b(\w+) \1\b",
    r"\bNone\b|\bnan\b|[{}<>]", r" ,", r"negative on|positive on",
]  # fmt: skip
"""What no headline may hold, as rules of grammar and of look: a plural after one, a singular after more, and so on."""


def faults(sentence: str) -> list[str]:
    return [rule for rule in BAD_ENGLISH if re.search(rule, sentence)]


@settings(max_examples=250, deadline=None)
@given(views())
def test_every_number_of_a_headline_can_be_counted_again(view: tuple[int, View]) -> None:
    shown, package = shown_in(view)
    for question in PATTERNS:
        said = headline(question, shown).text
        fitting = [
            (match, check) for form, check in RECOUNT if (match := re.fullmatch(form, said, flags=re.IGNORECASE))
        ]

        assert len(said) <= HEADLINE
        assert not faults(said), said
        assert fitting, f"no rule can count this again: {said}"
        match, check = fitting[0]
        assert check(match, shown, package), said


@settings(max_examples=150, deadline=None)
@given(views())
def test_the_sentence_under_a_headline_counts_all_others(view: tuple[int, View]) -> None:
    """Own words, joint ones, relayed ones, the reporter's and unknown ones add up to what is shown."""
    shown, _ = shown_in(view)
    found = headline("who", shown)
    told = who_else(shown, found)
    whole = re.match(rf"Of all (?P<n>{N}): ", told)
    assert whole is None or (found.key == "worded" and value(whole["n"]) == len(shown.statements))
    under = told[whole.end() :] if whole else told
    counted = re.finditer(rf"\b(?:{TIMES}|{N})\b(?! others)", under, flags=re.IGNORECASE)
    numbers = [value(match[0].split()[0]) for match in counted]
    said = others._already_said(shown, found)
    headed = sum(n for _, n in shown.ranked[:said])
    if found.key in ("all-relayed", "only-through") and len(shown.through) == 1:
        headed += next(iter(shown.through.values())).total()

    assert sum(numbers) + headed == len(shown.statements), (found, under)
    assert not any(re.search(rule, under) for rule in BAD_ENGLISH if rule != r"\.$"), under


BROKEN = [
    "Statements finds two clear", "Only Other capitals is heard on two topics", "One of one topics", "All one statements are Lee’s",
    "All two statements are Lee’s", "1 statements are Lee’s", "One statements are Lee’s", "Two statement are Lee’s",
    "One statement in five are Lee’s", "Lee’s’ statements", "two statements", "It is said.",
]  # fmt: skip


@pytest.mark.parametrize("sentence", BROKEN)
def test_the_rules_of_grammar_find_what_was_said_wrong(sentence: str) -> None:
    assert faults(sentence)


@pytest.mark.parametrize(
    "pattern", [each for patterns in PATTERNS.values() for each in patterns], ids=lambda each: each.key
)
def test_the_example_of_a_pattern_keeps_the_rules(pattern: Pattern) -> None:
    """The table of patterns stands on a page: its examples are headlines."""
    assert not faults(pattern.example)
    assert len(pattern.example) <= HEADLINE
    assert any(re.fullmatch(form, pattern.example, flags=re.IGNORECASE) for form, _ in RECOUNT)


def test_where_no_date_is_named_the_calendar_says_so(codebook: Codebook) -> None:
    assert (
        headline("calendar", facts(codebook, *by("brook"), evidence_of={"s0": ()})).text
        == "No statement shown names a date"
    )


def test_the_facts_are_those_of_the_view_in_the_score_that_is_asked_for(talks: Package, codebook: Codebook) -> None:
    view = View(talks.id, filter=NEGATIVE, order="positive", score="vader")
    shown = facts_of(talks, codebook, talks.statements, view)

    assert (shown.asked, shown.order, shown.score) == (NEGATIVE, "positive", "vader")
    assert facts_of(talks, codebook, talks.statements, view, score="blend").score == "blend"


def test_the_findings_of_the_first_article(talks: Package, codebook: Codebook) -> None:
    """What the pages open with when nobody has filtered anything."""
    shown = facts_of(talks, codebook, talks.statements, View(talks.id, score="blend"))
    who = headline("who", shown)

    assert who.text == "More than four statements in five are Lavrov’s"
    assert who_else(shown, who) == (
        "Truss makes five. One is joint. Kyiv is heard only through Lavrov, four times. Lavrov relays Putin, once. The reporter tells four."
    )
    assert headline("topics", shown).text == "London is heard on five of 14 topics"
    assert headline("tone", shown).text == "One section is clearly positive in its words; none is clearly negative"
    assert headline("along", shown).text == "Seven sections speak of Ukraine, only the last two of Belarus exercises"
    assert headline("calendar", shown).text == "The dates behind the talk run from 1989 to 2022"

"""From a text to the two tables: one text from end to end, what any text gives, and texts that nobody writes."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from components.model.codebook import Codebook, Side, load_codebook
from components.model.statements import GENRE_LABELS, Genre, phrase
from components.reading.article import (
    MOST_CHARACTERS,
    MOST_SECTIONS,
    MOST_STATEMENTS,
    READ_AS_ACCOUNT,
    Reading,
    TooLongError,
    read_article,
)
from tests.conftest import DATA

DAY = dt.date(2022, 2, 13)
GENRES: list[Genre] = list(GENRE_LABELS)  # type: ignore[arg-type]


def read(text: str, genre: Genre = "news") -> Reading:
    return read_article(text, published=DAY, genre=genre)


# --- From end to end ----------------------------------------------------------------------------

TEXT = """Talks in Oslo

Ruritania’s Foreign Minister Carl Dale met Ana Brook on 4 May 2020.

A good start

“The talks were good,” Dale said. He added that NATO would grow.

It did so in 1999."""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(TEXT)


def test_a_text_has_a_title_and_sections(reading: Reading) -> None:
    assert reading.title == "Talks in Oslo"
    assert reading.sections == ("Lead", "A good start")


def test_a_title_that_is_given_stands_above_the_one_in_the_text() -> None:
    assert read_article(TEXT, published=DAY, genre="news", title="Oslo").title == "Oslo"
    assert read_article(TEXT, published=DAY, genre="news", title="").title == ""


def test_the_statements_are_a_table_of_the_text_s_sentences(reading: Reading) -> None:
    table = reading.statements

    assert [TEXT[start:end] for start, end in zip(table["start"], table["end"], strict=True)] == [
        "Ruritania’s Foreign Minister Carl Dale met Ana Brook on 4 May 2020.",
        "“The talks were good,” Dale said.",
        "He added that NATO would grow.",
        "It did so in 1999.",
    ]
    assert table["section_title"].tolist() == ["Lead", "A good start", "A good start", "A good start"]
    assert table["speakers"].tolist() == [("reporter",), ("dale",), ("dale",), ("reporter",)]
    assert table["form"].tolist() == ["narration", "direct", "indirect", "narration"]
    assert table["how"].tolist() == ["account", "named", "pronoun", "account"]
    assert table["level"].tolist() == ["", "likely", "likely", ""]
    assert table["topics"].tolist() == [(), (), ("alliances",), ()]
    assert table["gloss"].tolist() == [""] * 4


def test_content_is_measured_and_narration_is_not(reading: Reading) -> None:
    table = reading.statements

    assert table["words"].tolist() == [0, 4, 4, 0]
    assert table["polarity"].round(4).tolist()[1] == 0.7
    assert table["polarity"].isna().tolist() == [True, False, True, True]


def test_the_evidence_is_a_table_of_what_decided(reading: Reading) -> None:
    table = reading.evidence.merge(reading.statements[["statement", "sentence"]], on="statement")
    rows = table[["sentence", "kind", "label", "value", "phrase"]].itertuples(index=False, name=None)

    assert list(rows) == [
        (1, "date", "stated", "2020-05-04", "4 May 2020"),
        (2, "speaker", "named", "dale", "Dale"),
        (2, "cue", "", "dale", "Dale said"),
        (2, "content", "", "dale", ""),
        (2, "tone", "textblob", "0.7000", "good"),
        (2, "tone", "vader", "1.9000", "good"),
        (2, "tone", "blend", "1.7216", "good"),
        (3, "speaker", "pronoun", "dale", "He"),
        (3, "cue", "", "dale", "He added"),
        (3, "content", "", "dale", ""),
        (3, "topic", "named", "alliances", "NATO"),
        (4, "date", "stated", "1999", "1999"),
    ]


def test_the_actors_are_those_who_speak_with_the_office_that_the_text_gives(reading: Reading) -> None:
    assert [(actor.id, actor.name, actor.role) for actor in reading.actors] == [
        ("dale", "Carl Dale", "Ruritania’s Foreign Minister"),
        ("reporter", "Reporter", "The writer of the article, and the press that asks"),
    ]


def test_the_side_of_an_actor_comes_from_the_words_of_their_office(codebook: Codebook) -> None:
    text = "Carl Dale, the EU’s envoy, said that it was late."
    found = read_article(text, published=DAY, genre="news", codebook=codebook).actors

    assert [(actor.id, actor.side) for actor in found] == [("dale", "eu"), ("reporter", "reporter")]


def test_the_side_of_an_actor_may_stand_in_the_title(codebook: Codebook) -> None:
    text = "President Carl Dale said that it was late."
    title = "Readout of the call with President Dale of Serbia"
    found = read_article(text, published=DAY, genre="readout", title=title, codebook=codebook).actors

    assert [(actor.id, actor.side) for actor in found] == [("dale", "srb"), ("reporter", "reporter")]


def test_the_side_of_an_actor_may_be_a_group_of_the_codebook(codebook: Codebook) -> None:
    groups = replace(codebook, sides=(Side(id="opposition", label="Opposition", words=("Opposition",)),))
    text = "Opposition leader Carl Dale said that it was late. Serbian Foreign Minister Ana Brook said that it was not."
    found = read_article(text, published=DAY, genre="news", codebook=groups).actors

    assert [(actor.name, actor.side) for actor in found[:2]] == [("Carl Dale", "opposition"), ("Ana Brook", "srb")]


def test_news_of_a_meeting_is_read_as_a_report_of_it_which_is_told() -> None:
    met = "Minister Ana Brook of Norway held talks with Minister Carl Dale of Chile in Oslo. The two sides reviewed the ferry."
    prices = "Prices rose in Oslo. Minister Ana Brook said that salt was dear."
    account, news, asked = (
        read_article(text, published=DAY, genre=genre, title="Oslo")
        for text, genre in ((met, "news"), (prices, "news"), (met, "readout"))
    )

    assert (account.genre, account.notices) == ("readout", (READ_AS_ACCOUNT,))
    assert (news.genre, news.notices) == (None, ())
    assert (asked.genre, asked.notices) == (None, ())
    assert account.rows == asked.rows


def test_what_the_codebook_may_lack_is_suggested() -> None:
    text = "The grey zone is closed. Dale left the grey zone. Nobody wants a grey zone. Trade rose."

    assert [(each.phrase, each.sentences) for each in read(text).suggestions] == [("grey zone", (0, 1, 2))]


def test_progress_is_told_and_ends_with_all() -> None:
    told: list[float] = []
    read_article("Dale left. " * 45, published=DAY, genre="news", on_progress=told.append)

    assert told == pytest.approx([20 / 45, 40 / 45, 1])


def test_what_the_listener_raises_ends_the_reading() -> None:
    def stop(_: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_article(TEXT, published=DAY, genre="news", on_progress=stop)


# --- Refused ------------------------------------------------------------------------------------


def test_a_text_with_too_many_headings_is_refused_with_their_number() -> None:
    def text(headings: int) -> str:
        parts = (f"The round of talks with number {n}\n\nAna Brook said that it was good." for n in range(headings))
        return "Talks\n\nAna Brook spoke.\n\n" + "\n\n".join(parts)

    with pytest.raises(TooLongError) as refused:
        read(text(MOST_SECTIONS + 1))

    assert str(refused.value) == "The text has 501 sections; up to 500 can be read. Read it in parts."
    assert len(read(text(20)).sections) == 21


def test_a_text_that_is_too_long_is_refused_with_its_length() -> None:
    with pytest.raises(TooLongError) as refused:
        read("a" * (MOST_CHARACTERS + 1))

    assert str(refused.value) == "The text has 1,000,001 characters; up to 1,000,000 can be read. Read it in parts."


def test_a_text_of_too_many_sentences_is_refused_with_their_number() -> None:
    with pytest.raises(TooLongError) as refused:
        read("Yes. " * (MOST_STATEMENTS + 1))

    assert str(refused.value) == "The text has 20,001 sentences; up to 20,000 can be read. Read it in parts."


# --- Any text -----------------------------------------------------------------------------------

PIECES = [
    "Ana Brook", "Carl Dale", "said", "that", "the talks", "were good", "NATO", "2014", "He", "according to",
    "“", "”", '"', "''", "‘", "’", "(", ")", "[", "]", ".", ",", ":", "?", "—", "…", "Q:", "A:", "Dale:",
    " ", "\n", "\n\n", "\t", "\0", "\u200b", "\u202e", "\u2028", "\ufeff", "😀", "e\u0301", "Ана", "安娜", "آنا",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
)
CODEBOOK = load_codebook(DATA)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(GENRES))
@example("“Yes.\n\n“No.", "news")
@example("Q: Why?\n\nA: So.", "transcript")
def test_what_is_read_from_any_text_stands_where_it_stands(text: str, genre: Genre) -> None:
    found = read_article(text, published=DAY, genre=genre, codebook=CODEBOOK)

    end = 0
    for row in found.rows.statements:
        assert end <= row.start < row.end <= len(text)
        assert text[row.start : row.end] == text[row.start : row.end].strip()
        for stretch in (row.stretch("cue"), row.stretch("content")):
            assert stretch is None or row.start <= stretch[0] < stretch[1] <= row.end
        end = row.end
    ids = [row.statement for row in found.rows.statements]
    assert len(set(ids)) == len(ids)
    for evidence in found.rows.evidence:
        assert evidence.statement in ids
        assert (evidence.start is None) == (evidence.end is None)
        if evidence.start is not None and evidence.end is not None:
            assert 0 <= evidence.start < evidence.end <= len(text)
            assert evidence.phrase == (
                "" if evidence.kind == "content" else phrase(text[evidence.start : evidence.end])
            )
    actors = {actor.id for actor in found.actors}
    assert {id for row in found.rows.statements for id in (*row.speakers, row.via) if id} <= actors


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.sampled_from(GENRES))
def test_the_same_text_read_twice_gives_the_same(text: str, genre: Genre) -> None:
    assert read(text, genre) == read(text, genre)


# --- Texts that nobody writes -------------------------------------------------------------------


def sentences(found: Reading) -> int:
    return len(found.rows.statements)


@pytest.mark.parametrize("genre", GENRES)
@pytest.mark.parametrize("text", ["", " ", "\n\n\n", " \u2003\t\n \u2028"])
def test_a_text_without_a_word_has_no_statement(text: str, genre: Genre) -> None:
    found = read(text, genre)

    assert found.rows == ([], [])
    assert [actor.id for actor in found.actors] == ["reporter"]
    assert (len(found.statements), len(found.evidence)) == (0, 0)


ODD: dict[str, str] = {
    "one word": "Talks",
    "no full stop": "the talks went on and Carl Dale said nothing " * 200,
    "one line": "Ana Brook said that the talks were good. " * 50,
    "only headings": "A Word on Trade\n\n" * 50,
    "round brackets": "(" * 4_000,
    "square brackets": "[" * 4_000,
    "quotation marks": "“" * 500 + '"' * 500 + "”" * 500 + "'" * 500,
    "quotation marks apart": '" ' * 500,
    "scripts": "Ана Брук сказала. 安娜说。 آنا قالت. Άννα είπε. " * 10,
    "right to left": "\u202eAna\u202c \u200fBrook\u200e said \u2067no\u2069. " * 20,
    "no width": "A\u200bna\u200d Br\ufeffook said no. " * 20,
    "NUL": "Ana\0 Brook said no.\0 " * 20,
    "one long word": "a" * 100_000,
    "one long address": "a/b.c?d=e&f-" * 2_000,
    "dashes": "—" * 4_000,
    "blank lines": "Yes.\n" + "\n" * 50_000 + "No.",
    "combining marks": "e" + "\u0301" * 5_000,
    "dates": "4 May 2020, " * 200,
    "open quotations": "“No, he said.\n\n" * 50,
    "transcript of nobody": "Q: Why?\n\nA: So.\n\n" * 30,
}


@pytest.mark.parametrize("genre", ["news", "speech"])
@pytest.mark.parametrize("name", ODD)
def test_an_odd_text_is_read_all_the_same(name: str, genre: Genre) -> None:
    found = read(ODD[name], genre)

    assert (sentences(found) >= 1) == any(letter.isalnum() for letter in ODD[name])  # marks alone say nothing
    assert all(row.end <= len(ODD[name]) for row in found.rows.statements)


def test_a_speech_that_is_quoted_as_a_whole_relays_others_and_is_nobody_else_s() -> None:
    """No quotation of it is looked for in what is all quoted: the marks are those of who prints it."""
    text = (
        "Lakeside, 20. 11. 2014 | speech\n\nThe Minister of Foreign Affairs, Jon Dale, opened the conference “Years without the Wall”"
        " at the University.\n\nThe address is reproduced here in full. The spoken word applies.\n\n“Madam Rector,\n\n"
        "when the Wall fell, I was a student, and I followed the news on a radio.\n\nMy Serbian colleague, Minister Ana Brook, told me"
        " in Lakeside last week that her young people no longer ask when they will join, but whether.\n\nI wish you a lively discussion.”"
    )
    title = "Address by the Minister of Foreign Affairs Jon Dale at the conference “Years without the Wall”"
    found = read_article(text, published=DAY, genre="speech", title=title)

    assert [id for row in found.rows.statements for id in row.speakers][-4:] == ["dale", "dale", "brook", "dale"]


def test_half_a_character_is_read_as_what_is_not_readable() -> None:
    """Such a text comes from no file; what is read from it can be written to one."""
    text = "Talks \ud800\n\nAna Brook said that it was good. \udfff"

    assert read(text).title == "Talks \N{REPLACEMENT CHARACTER}"
    assert sentences(read(text)) == 2
    assert read_article(text, published=DAY, genre="speech", title="\udfff").title == "\N{REPLACEMENT CHARACTER}"


def test_a_long_text_keeps_its_offsets_over_all_pieces_of_the_parse() -> None:
    text = "Carl Dale said that the talks were good. " * 700
    found = read(text)

    assert sentences(found) == 700
    assert {text[row.start : row.end] for row in found.rows.statements} == {"Carl Dale said that the talks were good."}
    assert {text[row.content_start : row.content_end] for row in found.rows.statements} == {"that the talks were good"}


@pytest.mark.parametrize("mark", ["\n", "\u2028", "\x0b"])
def test_other_line_ends_leave_the_words_where_they_stand(mark: str) -> None:
    text = f"Carl Dale said that{mark}the talks were good."
    (row,) = read(text).rows.statements

    assert text[row.content_start : row.content_end] == f"that{mark}the talks were good"

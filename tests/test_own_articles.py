"""An article of the reader's own, through the real pages: read, reviewed, saved, opened, kept, and nobody else's."""

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any, ClassVar

import pandas as pd
import pytest
from streamlit import config
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec
from streamlit.testing.v1 import AppTest, local_script_runner

from components.article import archive
from components.article.archive import from_zip, to_zip
from components.article.archive import saved as saved_zip
from components.article.corrections import entries
from components.article.package import Draft, Package, package_of
from components.article.saving import save_article
from components.library.second_codings import change_second_coding, open_second_coding
from components.library.shelf import CHANGED_SINCE, OTHER_CORRECTIONS, VARIABLE, keep, kept_files, open_kept
from components.model.codebook import Codebook, write_codebook, write_own_codebook
from components.model.limits import MOST_TOPIC_WORDS, what_can_be_read
from components.reading.article import Reading
from components.reading.evidence import Recorded
from components.reading.files import UnreadableFileError, what_may_be_opened
from components.reading.worker import Asked, Job, Worker
from components.ui import reading, uploads
from components.ui.downloads import provenance_of, source_of
from components.ui.frame import LOST
from components.ui.keeping import LISTED
from components.ui.pages import PAGES, path
from components.ui.uploads import ON_ITS_WAY
from tests.conftest import DATA, ROOT, WARM
from tests.reading.make_files import lines, paragraph, pdf, word
from tests.test_pages import (
    EXAMPLE,
    app,
    articles,
    box_of,
    choose_article,
    desk_of,
    each_page,
    heading,
    html,
    offered,
    press,
)

TEXT = """Two days of talks in Tavria

Published: 4 May 2020

“Nobody here wants a war.”

British Foreign Secretary Ana Brook said on 4 May 2020 that the new sanctions on Ruritania were a good start. She \
praised the talks about the Minsk agreements. The sanctions would stay until the autumn.

“We are worried about the exercises,” US Secretary of State Carl Dale said. “They are a new alarm.” He called the \
talks excellent.

Dale said that the export controls were a terrible mistake.
"""
"""Eight sentences of a report of one meeting: 1 nobody known, 2 named, 3 a pronoun, 4 carried over, 5 named, 6 the
quotation goes on, 7 a pronoun, 8 named."""

TITLE = "Two days of talks in Tavria"
NO_TEXT = "No text was given: paste one, or open a file."
BY_MACHINE = "Read by machine: 4 of 8 speakers likely, 3 guesses, 1 not found. Look through them."

every_page = pytest.mark.parametrize("name", PAGES)


@pytest.fixture(autouse=True)
def library_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where articles would be kept: never the folder of whoever runs the tests."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "library"))
    return tmp_path / "library"


@pytest.fixture(scope="module", autouse=True)
def opened_once() -> Iterator[None]:
    """A process of its own opens a file. Most tests here open one and the same, which gives one and the same answer."""
    articles: dict[bytes, tuple[Codebook, Draft]] = {}

    def opened(id: str, data: bytes, codebook: Codebook) -> Draft:
        if data not in articles or articles[data][0] is not codebook:
            articles[data] = codebook, archive.open_strangers_zip(id, data, codebook)
        return articles[data][1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(archive, "unpack_apart", once(archive.unpack_apart))
        patch.setattr(reading, "open_strangers_zip", opened)
        patch.setattr(uploads, "read_file_apart", once(uploads.read_file_apart))
        patch.setattr(Worker, "warm", WARM)  # texts are read here
        yield


def once(open_file: Callable[..., Any]) -> Callable[..., Any]:
    """Each file is opened once, and what is refused once is refused again in the same words."""
    refused: dict[tuple[Any, ...], str] = {}
    remembering = cache(open_file)

    def asked(*given: Any) -> Any:
        if given in refused:
            raise UnreadableFileError(refused[given])
        try:
            return remembering(*given)
        except UnreadableFileError as error:
            refused[given] = str(error)
            raise

    return asked


@pytest.fixture
def loopback() -> Iterator[None]:
    """A server that listens on this machine alone."""
    before = config.get_option("server.address")
    config.set_option("server.address", "127.0.0.1")
    yield
    config.set_option("server.address", before)


@pytest.fixture(scope="module")
def read() -> Iterator[Draft]:
    """The article, read once through the page; every other test opens what was saved of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, "/nonexistent")
        test = ask(app("read"), TEXT)
        test.selectbox(key=key_of(test, "read_genre")).set_value("readout").run()
        yield own(finished(test))
    reading.worker().close()


@pytest.fixture(scope="module")
def saved(read: Draft) -> bytes:
    return to_zip(save_article(read))


@pytest.fixture(scope="module")
def begun(saved: bytes) -> AppTest:
    """The page that reads, right after the saved article was opened; not to be touched."""
    return upload(app("read"), "talks.zip", saved)


def go_on(begun: AppTest, page: str) -> AppTest:
    """Another session that did the same, and stands on a page. Articles never change, so both may hold the same ones."""
    test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300)
    test.query_params.update(begun.query_params)
    desk = desk_of(begun)
    test.session_state["desk"] = deepcopy(desk, {id(each): each for each in (*desk.own.values(), desk.shown)})
    return test.switch_page(path(page)).run()


@pytest.fixture
def opened(begun: AppTest) -> AppTest:
    """The page that reads, right after the saved article was opened."""
    return go_on(begun, "read")


@pytest.fixture
def review(begun: AppTest) -> AppTest:
    return go_on(begun, "review")


def ask(test: AppTest, text: str) -> AppTest:
    return box_of(test).set_value(text).run()


def finished(test: AppTest) -> AppTest:
    """Press the button and wait until the article has been read."""
    test.button(key="read_start").click().run()
    job = desk_of(test).reader.job
    assert job is None or job.wait(600)  # a short text may be there already
    return test.run()


def waiting_job(codebook: Codebook) -> Job:
    """A text that is never read."""
    return Job(Asked(TEXT, dt.date(2020, 5, 4), "news", None, codebook))


def upload(test: AppTest, name: str, data: bytes) -> AppTest:
    return test.file_uploader[0].set_value((name, data, "")).run()


def key_of(test: AppTest, start: str) -> str:
    """The key of a widget whose key goes on with a fingerprint of the text or of the state of the log."""
    (key,) = [each.key for each in test.main if each.key and each.key.startswith(start)]
    return str(key)


def own(test: AppTest) -> Draft:
    """The article that stands first among the reader's own."""
    return next(iter(desk_of(test).own.values()))


def shown(test: AppTest) -> Package:
    now = desk_of(test).shown
    assert now is not None
    return now.package


def row(test: AppTest, sentence: int) -> pd.Series:
    table = shown(test).statements
    return table[table["sentence"] == sentence].iloc[0]


def look_at(test: AppTest, sentence: int) -> AppTest:
    """Look at a sentence, whatever the machine said of it."""
    test.session_state["review_which"] = "all"
    desk_of(test).reviewed[own(test).id] = sentence
    return test.run()


def notices(test: AppTest) -> str:
    return "\n".join(each.proto.body for each in test.get("html") if 'class="rd-notice"' in each.proto.body)


def links(test: AppTest) -> list[str]:
    return [link.proto.label for link in test.get("page_link")]


def same_tables(one: Package, other: Package, *, within: float = 0) -> None:
    """The two articles are equal in every cell but the name of the article."""
    for name in ("statements", "evidence"):
        left, right = (getattr(each, name).drop(columns="article") for each in (one, other))
        pd.testing.assert_frame_equal(left, right, check_exact=not within, rtol=0, atol=within)
    assert one.actors == other.actors


WRITTEN = 0.000_051
"""Scores are written with four decimals."""


# --- Reading ------------------------------------------------------------------------------------


def test_what_was_pasted_is_the_text_that_was_read(read: Draft) -> None:
    assert read.text == TEXT
    assert (read.title, read.about.genre, read.about.published) == (TITLE, "readout", "2020-05-04")
    assert [(row.level, row.form) for row in read.first.statements] == [
        ("unknown", "direct"), ("likely", "indirect"), ("guess", "carried"), ("guess", "carried"),
        ("likely", "direct"), ("likely", "direct"), ("guess", "indirect"), ("likely", "indirect"),
    ]  # fmt: skip


def test_title_day_and_genre_are_guessed_and_what_is_typed_instead_stands() -> None:
    test = ask(app("read"), TEXT)
    assert test.text_input(key=key_of(test, "read_title")).value == TITLE
    assert test.date_input(key=key_of(test, "read_day")).value == dt.date(2020, 5, 4)
    assert test.selectbox(key=key_of(test, "read_genre")).value == "news"
    assert "What stands in these boxes is guessed: look at them before you go on." in html(test)

    test.text_input(key=key_of(test, "read_title")).set_value("The Tavria talks")
    test.text_input(key=key_of(test, "read_publisher")).set_value("The Example")
    test.date_input(key=key_of(test, "read_day")).set_value(dt.date(2020, 5, 5)).run()
    draft = own(finished(test))

    assert draft.title == "The Tavria talks"
    assert draft.about.citation == "The Tavria talks, The Example, 5 May 2020"


def today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()


def test_a_day_that_nobody_printed_is_said_to_be_today() -> None:
    before = today()  # it may be midnight in between
    test = ask(app("read"), "Ana Brook said that the talks were good.")

    assert "no date was found, so today’s stands there" in html(test)
    assert test.date_input(key=key_of(test, "read_day")).value in (before, today())


@pytest.mark.parametrize("day", ["4 May 1750", "4 May 2199"])
def test_a_day_outside_the_calendar_of_the_page_is_no_guess(day: str) -> None:
    test = ask(app("read"), f"Tavria, {day}. Ana Brook said that the talks were good.")

    assert not test.exception
    assert "no date was found" in html(test)


@pytest.mark.parametrize("text", ["", "   \n "])
def test_without_a_text_there_is_nothing_to_read(text: str) -> None:
    test = ask(app("read"), text).button(key="read_start").click().run()

    assert NO_TEXT in notices(test)
    assert desk_of(test).reader.job is None


def test_a_press_right_after_pasting_is_enough() -> None:
    """The browser sends the text together with the press; the boxes of its details were never drawn."""
    test = app("read")
    box_of(test).set_value(TEXT)
    test = finished(test)

    assert shown(test).title == TITLE
    assert "Read as" in html(test)


def test_a_text_that_is_too_long_is_refused_with_both_numbers() -> None:
    test = ask(app("read"), "Nobody " * 150_000)

    assert "The text has 1,050,000 characters; up to 1,000,000 can be read. Read it in parts." in notices(test)
    test.button(key="read_start").click().run()
    assert desk_of(test).reader.job is None


def test_what_the_reader_of_texts_refuses_is_told() -> None:
    test = finished(ask(app("read"), "No. " * 20_001))

    assert "The text has 20,001 sentences; up to 20,000 can be read. Read it in parts." in notices(test)
    assert not desk_of(test).own


def test_where_no_sentence_is_found_the_page_says_so(codebook: Codebook) -> None:
    test = app("read")
    job = waiting_job(codebook)
    job._end("done", reading=Reading("", Recorded([], []), (), (), ()))
    desk_of(test).reader.job = job
    test.run()

    assert "No sentence was found in the text, so there is nothing to show. Is this the article?" in notices(test)
    assert not desk_of(test).own


def test_while_a_text_is_read_its_progress_stands_there_and_a_way_out(codebook: Codebook) -> None:
    test = ask(app("read"), TEXT)
    job = waiting_job(codebook)
    job.progress, job.steps = 0.25, {"sentences": 40}
    desk_of(test).reader.job = job
    test.run()
    assert 'aria-valuenow="25"' in html(test)
    assert "Sentences <span>40 found</span>" in html(test)
    assert '<li class="rd-step-now">Speakers: who says what, 25%</li>' in html(test)
    assert test.button(key="read_start").disabled  # it stands still

    test.button(key="read_stop").click().run()
    test.run()

    assert "Reading was stopped. What you pasted is still in the box." in notices(test)
    assert box_of(test).value == TEXT
    assert not desk_of(test).own


def test_a_text_whose_reading_ends_while_the_page_is_drawn_is_taken_over_at_once(
    codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing would ask for it again: the progress, which does, is no longer drawn by then."""
    test = ask(app("read"), TEXT)
    job = waiting_job(codebook)
    desk_of(test).reader.job = job
    monkeypatch.setattr(Worker, "warm", lambda _: job._end("failed", fault="The text could not be read."))

    test.run()

    assert "The text could not be read." in notices(test)
    assert desk_of(test).reader.job is None
    assert not test.button(key="read_start").disabled


def test_what_a_phrase_comes_back_as_is_suggested_and_not_coded() -> None:
    text = "\n\n".join(f"Ana Brook said that glass beads rose {many}." for many in ("once", "twice", "again", "still"))

    test = finished(ask(app("read"), text))

    assert "Phrases that come back and that no topic covers" in html(test)
    assert "“glass beads” (4)" in html(test)
    assert set(shown(test).statements["topics"]) == {()}


def test_a_text_that_was_read_while_the_reader_was_on_another_page_is_there_on_the_way_back(codebook: Codebook) -> None:
    test = ask(app("read"), TEXT)
    job = waiting_job(codebook)
    read_elsewhere = reading.worker().submit(job.asked)
    desk_of(test).reader.job = job
    test.run().switch_page(path("quotes")).run()
    assert "All 91 statements" in html(test)
    assert read_elsewhere.wait(600)
    job._end("done", reading=read_elsewhere.reading)

    test.switch_page(path("read")).run()

    assert "All 8 statements" in html(test)


def test_the_same_text_read_again_takes_the_place_of_the_first() -> None:
    test = finished(ask(app("read"), TEXT))
    test.button(key="read_start").click()

    finished(test)

    assert len(desk_of(test).own) == 1


def test_what_was_corrected_is_not_lost_when_the_text_is_read_again(review: AppTest) -> None:
    review.button(key="review_accept").click().run()
    review.switch_page(path("read")).run()

    test = finished(ask(review, TEXT))

    again, corrected = desk_of(test).own.values()
    assert again.id == f"{corrected.id}-2"
    assert [len(again.log), len(corrected.log)] == [0, 1]
    assert "8 sentences, 1 statement accepted; not saved." in html(test)


def test_a_sentence_that_is_not_looked_through_to_its_end_is_counted_and_can_be_opened() -> None:
    text = f"Ana Brook said that {'trade and ' * 320}peace were good. Carl Dale agreed."

    test = finished(ask(app("read"), text))

    (figure,) = [each for each in test.button if "of more than 3,000 characters" in each.label]
    assert figure.label.startswith("**1** of them of more than 3,000 characters, not looked through to the end")
    figure.click().run()
    assert "trade and trade" in html(test)


def figures(test: AppTest, key: str) -> dict[str, int]:
    """The figures of a row: words to number."""
    labels = [each.label for each in test.button if each.key and each.key.startswith(f"figure_{key}_")]
    return {words: int(number.strip("*")) for number, _, words in (label.partition(" ") for label in labels)}


def test_the_figures_of_a_reading_add_up_to_its_statements(opened: AppTest) -> None:
    """And those of which some statements were counted before say so."""
    assert figures(opened, "read") == {
        "with a speaker that is likely": 4,
        "with a speaker that is a guess": 3,
        "whose speaker was not found": 1,
    }
    assert figures(opened, "of_them") == {"of them with a topic": 7}


def test_the_figures_of_a_transcript_add_up_too() -> None:
    """Its questions have a name before them, and are told by the reporter all the same."""
    turns = "Question: Will the ferry sail?\n\nDale: Yes.\n\nQuestion: When?\n\nDale: Soon.\n\nQuestion: Why?\n\nDale: We must."
    test = finished(ask(app("read"), f"Talks at Lakeside\n\n{turns}"))
    found = figures(test, "read")

    assert sum(found.values()) == len(own(test).first.statements)
    assert found["told by the reporter"] == 3


def test_a_saved_article_that_is_opened_twice_stands_there_once(saved: bytes, opened: AppTest, read: Draft) -> None:
    upload(opened, "talks.zip", saved)

    assert list(desk_of(opened).own) == [read.id]


# --- What is pasted -----------------------------------------------------------------------------


def test_characters_that_no_one_sees_are_taken_out_of_a_pasted_text_and_counted() -> None:
    hidden = "Ana Brook said that the talks were excel\u200blent. She praised the ex\u00adport con\u2060trols."
    test = ask(app("read"), hidden)
    assert "3 invisible characters were taken out." in html(test)

    draft = own(finished(test))

    assert draft.text == "Ana Brook said that the talks were excellent. She praised the export controls."
    assert row(test, 1)["polarity"] == 1


GUESSED = "The encoding was guessed: windows-1252. If letters look wrong, save the file as UTF-8."


def test_what_was_told_when_a_text_was_read_stands_on_every_page_of_its_article_and_in_what_is_taken_along(
    library_folder: Path,
) -> None:
    test = finished(upload(app("read"), "talks.txt", TEXT.encode("cp1252")))
    assert own(test).about.notices == (GUESSED,)
    assert own(test).about.language == "en"

    for name in PAGES:
        assert f'<p class="rd-p rd-quiet">{GUESSED}</p>' in html(test.switch_page(path(name)).run())
    assert provenance_of(desk_of(test).shown, dt.date(2026, 11, 24)).notices == GUESSED
    assert source_of(shown(test)).notices == (GUESSED,)

    again = upload(app("overview").switch_page(path("read")).run(), "a.zip", to_zip(save_article(own(test))))
    assert GUESSED in html(again.switch_page(path("overview")).run())
    desk_of(again).view = replace(desk_of(again).view, article="worked-example", own=False)
    assert GUESSED not in html(again.run())


def test_several_notes_stand_behind_a_click() -> None:
    test = finished(upload(app("read"), "talks.txt", TEXT.replace("good", "go\xadod").encode("cp1252")))
    test.switch_page(path("overview")).run()

    assert test.expander[0].label == "2 notes on how this text was read"
    assert {GUESSED, "1 invisible character was taken out."} == set(own(test).about.notices)


FOREIGN = (
    "Ana Brook a déclaré le 4 mai 2020 que les sanctions de l’OTAN étaient un bon début.\n\n"
    "Elle a salué les discussions avec Carl Dale, qui ont duré deux jours."
)
IN_FRENCH = "This text seems to be in French (sure); Readout reads English. "


def test_a_text_that_is_not_english_is_said_to_be_that_and_nobody_is_guessed() -> None:
    test = finished(ask(app("read"), FOREIGN))

    assert heading(test) == "2 statements read, 0 speakers found"
    assert figures(test, "read") == {"whose speaker was not found": 2}
    assert figures(test, "of_them") == {}
    overview = test.switch_page(path("overview")).run()
    assert not overview.exception
    assert f"{IN_FRENCH}It was cut into sentences, and not read for speakers, topics and tone." in html(overview)
    assert "Read by machine: 0 of 2 speakers sure, 2 not found. Look through them." in links(overview)


def test_a_reader_may_insist_that_a_foreign_text_is_read() -> None:
    test = ask(app("read"), FOREIGN)
    test.checkbox(key=key_of(test, "read_insist")).check().run()
    test = finished(test)

    assert f"{IN_FRENCH}It was read as if it were English, so every answer is a guess." in html(test)
    assert [row.speakers for row in own(test).first.statements] != [("unknown",)] * 2


def test_every_page_survives_a_text_that_was_not_read() -> None:
    for name, test in each_page(finished(ask(app("read"), FOREIGN))):
        assert not test.exception, name
        assert heading(test), name
        assert IN_FRENCH in html(test), name


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("It was a w\u0430r.", "1 word mixes letters of two alphabets that look alike"),
        ("It was\x00 a war.", "1 control character was replaced by �."),
        ("\u202eraw a saw tI\u202c", "2 invisible characters were taken out."),
        ("It was a ｗａｒ.", "3 letters in another width or weight (Ａ) were written as plain ones."),
    ],
)
@pytest.mark.parametrize("page", ["read", "attach"])
def test_what_a_pasted_text_hides_is_named_on_the_page(page: str, text: str, note: str) -> None:
    test = app(page)

    box_of(test).set_value(text).run()

    assert note in html(test)


def test_a_plain_text_has_no_note() -> None:
    assert "taken out" not in html(ask(app("read"), TEXT))


@pytest.mark.parametrize("box", ["title", "publisher"])
def test_a_name_that_is_too_long_is_told_and_not_cut(box: str) -> None:
    test = ask(app("read"), TEXT)

    test.text_input(key=key_of(test, f"read_{box}")).set_value("x" * 301).run()
    assert f"The {box} has 301 characters; 300 are allowed. Shorten it." in notices(test)
    test.button(key="read_start").click().run()

    assert f"The {box} has 301 characters; 300 are allowed. Shorten it." in notices(test)
    assert not desk_of(test).own


def test_a_text_that_is_too_long_is_not_attached_in_part() -> None:
    test = app("attach")
    box_of(test).set_value("Nobody " * 150_000)

    test.button(key="attach").click().run()

    assert "The text has 1,050,000 characters; up to 1,000,000 can be read. Read it in parts." in notices(test)
    assert not desk_of(test).attached


@pytest.mark.parametrize("page", ["read", "attach"])
def test_the_limits_stand_on_the_page_before_a_text_is_given(page: str) -> None:
    said = html(app(page))

    for line in what_can_be_read(what_may_be_opened()):
        assert line in said


# --- Files --------------------------------------------------------------------------------------


def test_a_press_before_the_file_that_was_chosen_is_there_is_done_when_it_comes() -> None:
    """The browser says that the button was pressed while the file is still on its way."""
    test = app("read").button(key="read_start").click().run()
    assert NO_TEXT in notices(test)

    test = upload(test, "talks.txt", TEXT.encode())
    job = desk_of(test).reader.job
    assert job is None or job.wait(600)

    assert shown(test.run()).title == TITLE
    assert NO_TEXT not in notices(test)


@pytest.mark.parametrize("seconds", [ON_ITS_WAY, 3600.0])
def test_a_file_that_comes_long_after_a_press_is_put_into_the_box_alone(
    monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    test = app("read").button(key="read_start").click().run()
    pressed = desk_of(test).box("read").pressed
    assert pressed
    desk_of(test).box("read").pressed = pressed._replace(at=pressed.at - seconds)

    test = upload(test, "talks.txt", TEXT.encode())

    assert box_of(test).value == TEXT
    assert (desk_of(test).reader.job, desk_of(test).own) == (None, {})


def test_what_was_done_once_is_not_done_again_with_the_next_file() -> None:
    test = app("attach", article=EXAMPLE)
    test.button(key="attach").click().run()
    test = upload(test, "other.txt", b"Another text.")
    assert "None of the 11 sentences was recognised." in html(test)

    test = upload(test, "talks.txt", (DATA / EXAMPLE / "article.txt").read_bytes())

    assert "11 of 11 sentences recognised." not in html(test)
    assert "Ana Brook" in box_of(test).value


def test_a_press_that_was_made_before_the_page_showed_the_text_of_a_file_is_done_with_that_text() -> None:
    """The browser sends it with the empty box that it still had."""
    test = app("attach", article=EXAMPLE)
    seen_until_then = test._tree
    upload(test, "talks.txt", (DATA / EXAMPLE / "article.txt").read_bytes())
    test._tree = seen_until_then
    test.file_uploader[0].set_value(None)  # the file itself is not sent twice
    box_of(test).set_value("")
    test.button(key="attach").click().run()

    assert "11 of 11 sentences recognised." in html(test)
    assert "Ana Brook" in box_of(test).value


def test_of_a_text_that_a_file_takes_the_place_of_nothing_stays_in_the_session() -> None:
    test = ask(app("read"), "Ana Brook spoke of peace.")
    assert box_of(test).key == "read_text"

    test = upload(test, "talks.txt", TEXT.encode())

    assert box_of(test).value == TEXT
    assert "read_text" not in test.session_state


def test_a_press_over_a_text_waits_for_no_file() -> None:
    test = app("attach", article=EXAMPLE)
    test.button(key="attach").click().run()
    box_of(test).set_value("Another text.")
    test.button(key="attach").click().run()

    assert desk_of(test).box("attach").pressed is None


class WatchedManager(MemoryUploadedFileManager):
    """The platform's store of uploaded files, with what passed through it."""

    made: ClassVar[list["WatchedManager"]] = []

    def __init__(self, endpoint: str) -> None:
        super().__init__(endpoint)
        self.passed = 0
        self.made.append(self)

    def add_file(self, session_id: str, file: UploadedFileRec) -> None:
        self.passed += len(file.data)
        super().add_file(session_id, file)


@pytest.fixture
def managers(monkeypatch: pytest.MonkeyPatch) -> list[WatchedManager]:
    monkeypatch.setattr(local_script_runner, "MemoryUploadedFileManager", WatchedManager)
    WatchedManager.made.clear()
    return WatchedManager.made


@pytest.mark.parametrize("page", ["read", "attach"])
@pytest.mark.parametrize(("name", "data"), [("talks.txt", TEXT.encode()), ("talks.pdf", b"no pdf at all")])
def test_a_file_is_gone_from_the_memory_of_the_server_once_it_was_read(
    managers: list[WatchedManager], page: str, name: str, data: bytes
) -> None:
    upload(app(page), name, data)

    assert sum(manager.passed for manager in managers) >= len(data)
    assert [manager.get_stats() for manager in managers if manager.passed] == [{}]


def test_where_the_platform_has_no_such_store_the_file_is_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.ui.uploads.get_script_run_ctx", lambda: None)

    assert box_of(upload(app("read"), "talks.txt", TEXT.encode())).value == TEXT


@pytest.mark.parametrize("page", ["read", "attach", "second", "compare"])
def test_a_file_that_the_server_lost_in_a_restart_is_told(monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    monkeypatch.setattr(MemoryUploadedFileManager, "get_files", lambda *_, **__: [])

    test = upload(app(page), "talks.txt", TEXT.encode())

    assert not test.exception
    assert "The file is no longer there: the server was started anew. Open it again." in notices(test)


@pytest.mark.parametrize("page", ["read", "attach"])
@pytest.mark.parametrize("name", ["talks.csv", "<img src=x>.exe", "../../etc/passwd.csv", "CON.csv", ".csv"])
def test_a_file_of_another_type_is_a_sentence_and_the_session_goes_on(page: str, name: str) -> None:
    """The browser alone would keep such a file back, and one that is sent past it broke the session."""
    test = upload(app(page), name, b"a,b")
    assert not test.exception
    assert "Readable are .txt, .md, .html, .htm, .docx, .odt, .rtf, .eml, .mhtml, .mht, .pdf" in notices(test)

    test = upload(test, "talks.txt", TEXT.encode())

    assert not test.exception
    assert box_of(test).value == TEXT


@pytest.mark.parametrize("page", ["read", "attach"])
@pytest.mark.parametrize("name", ["talks.txt", "talks.zip"])
def test_a_file_that_was_sent_past_the_size_of_the_browser_is_a_sentence(page: str, name: str) -> None:
    test = upload(app(page), name, b"a" * 5_100_000)

    assert "The file has 5.1 MB; 5 MB are allowed. Save its text alone, or split it." in notices(test)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("talks.docx", word(paragraph("Ana Brook spoke."))),
        ("talks.pdf", pdf(lines("Ana Brook spoke."))),
        ("talks.html", b"<p>Ana Brook spoke.<p hidden>Gone."),
        ("talks.md", b"Ana Brook **spoke**."),
    ],
)
def test_the_page_that_attaches_opens_the_same_files(name: str, data: bytes) -> None:
    test = upload(app("attach"), name, data)

    assert box_of(test).value.startswith("Ana Brook spoke.")


def test_the_page_that_attaches_says_what_a_file_hides() -> None:
    assert "1 hidden passage was left out." in html(
        upload(app("attach"), "talks.html", b"<p>Ana Brook spoke.<p hidden>Gone.")
    )


def test_a_file_is_attached(changeable: Path) -> None:
    text = (changeable / "worked-example" / "article.txt").read_bytes()
    (changeable / "worked-example" / "article.txt").unlink()
    test = upload(app("attach", article="worked-example"), "talks.txt", text)

    test.button(key="attach").click().run()

    assert "11 of 11 sentences recognised." in html(test)


def test_a_hostile_saved_article_changes_nothing(saved: bytes) -> None:
    files = {**from_zip(saved), "datapackage.json": b"[" * 100_000}

    test = upload(app("read"), "talks.zip", to_zip(files))

    assert not test.exception
    assert not desk_of(test).own
    assert "cannot be opened" in notices(test) or "is damaged" in notices(test)


def test_a_file_fills_the_box_and_the_details() -> None:
    page = f"<html><head><title>Talks</title></head><body><article><h1>Talks</h1><p>{'Ana Brook spoke. ' * 9}</p></article>"

    test = upload(app("read"), "talks.html", page.encode())

    assert "Ana Brook spoke." in box_of(test).value
    assert test.text_input(key=key_of(test, "read_title")).value == "Talks"


def several(test: AppTest, *files: tuple[str, bytes]) -> AppTest:
    """Give several files at once, and wait until all have been read."""
    test.file_uploader[0].set_value([(name, data, "") for name, data in files]).run()
    while (job := desk_of(test).reader.job) is not None:
        assert job.wait(600)
        test.run()
    return test


def test_several_files_at_once_are_each_an_article_and_what_fails_is_told() -> None:
    second = TEXT.replace("good", "bad")

    test = several(
        app("read"), ("a.txt", TEXT.encode()), ("b.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), ("c.txt", second.encode())
    )

    assert sorted(each.text for each in desk_of(test).own.values()) == sorted([TEXT, second])
    assert "File 2 of 3 was not read. The file is a picture, not a text." in html(test)


def test_too_many_files_at_once_are_said_to_be_that_and_none_is_read() -> None:
    test = several(app("read"), *((f"{n}.txt", TEXT.encode()) for n in range(11)))

    assert "11 files were given; up to 10 are opened at once. None was read: choose fewer." in html(test)
    assert box_of(test).value == ""


def test_the_page_that_attaches_takes_one_file_and_says_so() -> None:
    test = several(app("attach"), ("a.txt", TEXT.encode()), ("b.txt", TEXT.encode()))

    assert "2 files were given; one is opened at a time. None was read: choose fewer." in html(test)


def test_the_source_of_a_page_that_is_pasted_is_read_as_the_page() -> None:
    source = f"<html><head><title>Pasted</title></head><body><h1>Talks</h1>{''.join(f'<p>{line}</p>' for line in TEXT.splitlines() if line)}</body></html>"

    test = ask(app("read"), source)

    assert "<p>" not in box_of(test).value
    assert "What was pasted is the source of a web page; the words of the page were read." in html(test)
    assert test.text_input(key=key_of(test, "read_title")).value == "Pasted"


def test_addresses_alone_are_said_to_be_that() -> None:
    test = ask(app("read"), "https://halde.example/talks")
    test.button(key="read_start").click().run()

    assert "The text holds addresses of pages and no sentence." in html(test)


def test_another_text_does_not_keep_the_title_of_the_file_before_it() -> None:
    page = f"<html><head><title>Talks</title></head><body><article><p>{'Ana Brook spoke. ' * 9}</p></article>"
    test = upload(app("read"), "talks.html", page.encode())

    ask(test, TEXT)

    assert test.text_input(key=key_of(test, "read_title")).value == TITLE


def test_a_file_that_says_a_day_to_come_gets_no_such_day() -> None:
    head = '<meta property="article:published_time" content="2199-01-01">'
    page = f"<html><head><title>Talks</title>{head}</head><body><article><p>{'Ana Brook spoke. ' * 9}</p></article>"

    before = today()
    test = upload(app("read"), "talks.html", page.encode())

    assert not test.exception
    assert test.date_input(key=key_of(test, "read_day")).value in (before, today())


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("talks.pdf", b"no pdf at all", "PDF"),
        ("talks.docx", b"no Word document", "Word"),
        ("talks.txt", b"", "empty"),
        ("talks.zip", b"no zip file", "cannot be opened as a zip file"),
        ("talks.zip", to_zip({"actors.csv": b"id"}), "It is not an article that Readout saved"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_it_is(name: str, data: bytes, said: str) -> None:
    test = upload(app("read"), name, data)

    assert not test.exception
    assert said in notices(test) + "".join(code.value for code in test.code)


# --- On all pages -------------------------------------------------------------------------------


def test_every_page_shows_the_article_says_who_read_it_and_leaves_but_a_mark_in_the_address(opened: AppTest) -> None:
    for name, test in each_page(opened):
        assert not test.exception, name
        assert heading(test), name
        assert "All 8 statements" in html(test), name
        assert (BY_MACHINE in links(test)) == (name != "review"), name  # which is the page that it leads to
        assert dict(test.query_params) == {"yours": "1"}, name


def test_every_page_survives_a_filter_and_the_words_searched_are_in_no_address(opened: AppTest) -> None:
    generation = desk_of(opened).generation
    opened.multiselect(key=f"filter_speakers_{generation}").set_value(["dale"]).run()
    opened.text_input(key=f"filter_words_{generation}").set_value("alarm").run()

    for name, test in each_page(opened):
        assert not test.exception, name
        assert "1 of 8 statements: Dale, with “alarm” in" in html(test), name
        assert dict(test.query_params) == {"yours": "1"}, name


def test_it_stands_first_in_the_list_of_articles_and_the_way_back_is_in_the_address(opened: AppTest) -> None:
    assert offered(opened)[0] == own(opened).id

    choose_article(opened, "worked-example")

    assert "All 11 statements" in html(opened)
    assert dict(opened.query_params) == {"article": "worked-example"}


def test_what_was_asked_of_it_is_in_no_address_of_the_article_that_is_shown_next(opened: AppTest) -> None:
    """Its words, its topics and the order of its statements are the reader's; the next address may be passed on."""
    generation = desk_of(opened).generation
    opened.multiselect(key=f"filter_speakers_{generation}").set_value(["dale"]).run()
    opened.text_input(key=f"filter_words_{generation}").set_value("alarm").run()
    opened.switch_page(path("quotes")).run()
    opened.get("button_group")[0].set_value("negative").run()
    assert "1 of 8 statements: Dale, with “alarm” in" in html(opened)
    assert "most negative first by Blend" in html(opened)

    choose_article(opened, "worked-example")

    for name, test in each_page(opened):
        assert "All 11 statements" in html(test), name
        assert dict(test.query_params) == {"article": "worked-example"}, name
        assert "alarm" not in " ".join(str(link.proto) for link in test.get("page_link")), name


def test_another_session_does_not_have_it(opened: AppTest) -> None:
    other = app("read")

    assert set(offered(other)) == {folder.parent.name for folder in DATA.glob("*/datapackage.json")}
    assert TITLE not in html(other)
    assert not desk_of(other).own


def test_a_link_to_it_opens_nothing(opened: AppTest) -> None:
    test = app(article=own(opened).id)

    assert "which this article does not have" in notices(test)
    assert "All 91 statements" in html(test)


def test_a_sentence_opens_in_the_article_without_an_address(opened: AppTest) -> None:
    opened.button(key="figure_read_0").click().run()
    statement = row(opened, 2)["statement"]

    opened.button(key=f"link_read_result_{statement}").click().run()

    assert heading(opened) == "Who says what, in order"
    assert 'class="rd-linked"' in html(opened)
    assert dict(opened.query_params) == {"yours": "1"}


# --- Review -------------------------------------------------------------------------------------


def test_a_shipped_article_has_nothing_to_review() -> None:
    test = app("review", article="worked-example")

    assert heading(test) == "Nothing to review"
    assert "Read an article" in links(test)


def queued(review: AppTest) -> list[int]:
    """The numbers of the statements in the list."""
    return [int(each) for each in re.findall(r'data-place="review_queue" data-press="read (\d+)"', html(review))]


def test_the_review_begins_with_what_is_in_doubt(review: AppTest) -> None:
    assert heading(review) == "4 speakers are likely, 3 are guesses and 1 was not found"
    assert review.session_state["review_which"] == "doubtful"
    assert "<sup>1</sup>" in html(review)
    assert queued(review) == [1, 3, 4, 7, 2, 5, 8, 6]  # not found, carried over, a pronoun, named, beside


def test_accepting_goes_on_to_the_next_and_the_count_falls(review: AppTest) -> None:
    review.button(key="review_accept").click().run()

    assert row(review, 1)["level"] == ""
    assert heading(review) == "4 speakers are likely and 3 are guesses"
    assert "<sup>3</sup>" in html(review)
    assert "Read by machine: 4 of 8 speakers likely, 3 guesses, 1 looked at. Look through them." in links(
        review.switch_page(path("quotes")).run()
    )
    review.switch_page(path("review")).run()


def test_when_all_is_looked_through_the_page_says_so(review: AppTest) -> None:
    for _ in range(8):
        review.button(key="review_accept").click().run()

    assert "There is none of these." in html(review)
    assert heading(review) == "Every speaker is sure, or was accepted"


def test_several_are_accepted_and_taken_back_at_once(review: AppTest) -> None:
    """Four of the eight in doubt are likely; which they are stands there before they are accepted."""
    review.session_state["review_by"] = "level"
    assert review.run().selectbox(key=key_of(review, "review_of")).value == "likely"
    accept = review.button(key="review_accept_several")
    these = next(each.value for each in review.dataframe if list(each.value.columns) == ["No.", "Speaker", "Wording"])
    assert (accept.label, list(these["No."])) == ("Accept 4 statements", [2, 5, 8, 6])

    accept.click().run()
    assert heading(review) == "3 speakers are guesses and 1 was not found"
    assert [row(review, n)["level"] for n in (2, 5, 6, 8)] == [""] * 4

    review.button(key="review_undo").click().run()
    assert heading(review) == "4 speakers are likely, 3 are guesses and 1 was not found"
    review.button(key="review_redo").click().run()
    assert heading(review) == "3 speakers are guesses and 1 was not found"


def test_each_article_is_reviewed_from_its_own_start(review: AppTest) -> None:
    review.button(key="review_previous").click().run()
    assert "<sup>6</sup>" in html(review)

    text = "US Secretary of State Carl Dale spoke. " + "He said that the talks were good. " * 8
    finished(ask(review.switch_page(path("read")).run(), text)).switch_page(path("review")).run()

    assert f"<sup>{queued(review)[0]}</sup>" in html(review)


def test_a_long_list_has_pages_and_shows_the_one_of_the_statement_that_is_looked_at(review: AppTest) -> None:
    text = "US Secretary of State Carl Dale spoke. " + "He said that the talks were good. " * 29
    finished(ask(review.switch_page(path("read")).run(), text)).switch_page(path("review")).run()
    first = queued(review)
    assert len(first) == 12

    review.button(key="review_previous").click().run()  # from the first to the last

    last = queued(review)
    assert not set(first) & set(last)
    assert f"<sup>{last[-1]}</sup>" in html(review)
    assert re.search(r'rd-on"(?:(?!rd-item).)*no\. (\d+)<', html(review)).group(1) == str(last[-1])  # type: ignore[union-attr]
    press(review, "review_queue", "read", str(last[0]))
    assert f"<sup>{last[0]}</sup>" in html(review)
    assert queued(review) == last


def test_the_statement_stands_with_who_says_it_how_that_is_known_and_by_which_words(review: AppTest) -> None:
    said = html(look_at(review, 3))

    assert "<b>Brook</b>. Guess. The speaker of the sentence before goes on." in said
    assert "Such answers were right 39 of 100 times (483 measured: report of one meeting)." in said
    assert "British Foreign Secretary Ana Brook" in said
    assert "Minsk agreements" in said
    assert "2 · British Foreign Secretary" in said
    assert "4 · The sanctions would stay until the autumn." in said


NARRATED = "Ana Brook said on 4 May 2020 that the talks were good.\n\nThe ferry left at noon.\n\nShe wanted to stay."


def test_what_the_machine_read_as_the_reporter_s_account_is_said_to_be_that_until_a_person_looks_at_it() -> None:
    test = finished(ask(app("read"), NARRATED)).switch_page(path("review")).run()
    look_at(test, 2)
    assert "<b>Reporter</b>. The reporter’s own account, as the machine read it; nobody has looked at it yet." in html(
        test
    )
    assert "Coded by a person" not in html(test)

    test.multiselect(key=key_of(test, "review_topics")).set_value(["trade"]).run()
    test.button(key="review_save").click().run()
    assert "Coded by a person" not in html(test)  # of its speaker nobody said anything

    test.multiselect(key=key_of(test, "review_speakers")).set_value(["Nora Quill"]).run()
    test.button(key="review_save").click().run()
    assert "<b>Quill</b>. Coded by a person, or accepted by one." in html(test)
    test.button(key="review_undo_all").click().run()
    assert "Coded by a person" not in html(look_at(test, 2))


def test_how_an_article_was_coded_names_a_person_only_where_one_corrected_it(opened: AppTest) -> None:
    method = opened.switch_page(path("method")).run()
    assert "By machine; nobody has corrected it. What was not found stays empty." in html(method)

    review = method.switch_page(path("review")).run()
    review.button(key="review_accept").click().run()
    method = review.switch_page(path("method")).run()
    assert "By machine, and where a person corrected it, by hand." in html(method)


def test_next_and_previous_walk_around(review: AppTest) -> None:
    review.button(key="review_previous").click().run()
    assert "<sup>6</sup>" in html(review)

    review.button(key="review_next").click().run()
    assert "<sup>1</sup>" in html(review)


def test_a_speaker_whom_the_list_does_not_have_is_typed(review: AppTest) -> None:
    look_at(review, 1)
    review.multiselect(key=key_of(review, "review_speakers")).set_value(["Eva Stone"]).run()
    review.button(key="review_save").click().run()

    assert row(review, 1)["speakers"] == ("eva-stone",)
    assert row(review, 1)["level"] == ""
    assert shown(review).actor_names["eva-stone"] == "Eva Stone"
    assert "1 correction on 1 statement, 1 of actors" in html(review).casefold()


def test_a_typed_name_that_somebody_has_already_makes_nobody_new(review: AppTest) -> None:
    look_at(review, 1)
    review.multiselect(key=key_of(review, "review_speakers")).set_value(["ana brook"]).run()
    review.button(key="review_save").click().run()

    assert row(review, 1)["speakers"] == ("brook",)
    assert [entry.field for entry in own(review).log] == ["speakers"]


def test_via_form_and_topics_are_corrected_at_once(review: AppTest) -> None:
    look_at(review, 2)
    review.selectbox(key=key_of(review, "review_via")).set_value("dale")
    review.selectbox(key=key_of(review, "review_form")).set_value("carried")
    review.multiselect(key=key_of(review, "review_topics")).set_value(["trade", "alliances"]).run()
    review.button(key="review_save").click().run()

    after = row(review, 2)
    assert (after["via"], after["form"], after["topics"]) == ("dale", "carried", ("trade", "alliances"))
    assert [entry.field for entry in own(review).log][-3:] == ["via", "form", "topics"]


def test_without_a_speaker_nothing_can_be_saved(review: AppTest) -> None:
    review.multiselect(key=key_of(review, "review_speakers")).set_value([]).run()

    assert review.button(key="review_save").disabled


def test_what_does_not_fit_is_told_and_nothing_is_changed(review: AppTest) -> None:
    review.multiselect(key=key_of(review, "review_speakers")).set_value(["  "]).run()
    review.button(key="review_save").click().run()

    assert not review.exception
    assert "Nothing was changed. Found nothing; allowed: a name on one line, without semicolons." in notices(review)
    assert own(review).log == ()


def test_what_is_no_statement_is_left_out_and_put_back(review: AppTest) -> None:
    look_at(review, 3)
    first = shown(review)
    statement = row(review, 3)["statement"]
    review.button(key="review_drop").click().run()
    assert statement not in set(shown(review).statements["statement"])
    assert "All 7 statements" in html(review)

    review.selectbox(key=key_of(review, "review_out")).set_value(statement).run()
    review.button(key="review_put_back").click().run()

    same_tables(shown(review), first)
    assert [(entry.field, entry.to) for entry in own(review).log] == [("kept", "no"), ("kept", "yes")]


def change(test: AppTest, actor: str) -> AppTest:
    return test.selectbox(key=key_of(test, "review_actor_")).set_value(actor).run()


def test_an_actor_gets_another_name_role_side_and_one_more_name(review: AppTest) -> None:
    change(review, "dale")
    sides = review.selectbox(key=key_of(review, "actor_side")).options
    here = [Codebook(()).side_label(side) for side in shown(review).sides_heard]
    assert sides[: len(here)] == here  # those of the article first, ...
    assert {"Serbia", "NATO", "Kosovo", "UK"} < set(sides)  # ... then all countries and bodies, by name
    assert len(sides) == len(set(sides)) > 280
    review.text_input(key=key_of(review, "actor_name")).set_value("Charles Dale")
    review.text_input(key=key_of(review, "actor_role")).set_value("Secretary")
    review.selectbox(key=key_of(review, "actor_side")).set_value("gbr")
    review.text_input(key=key_of(review, "actor_alias")).set_value("Mr Dale")
    review.button(key="actor_save").click().run()  # typed and pressed at once

    (dale,) = [actor for actor in shown(review).actors if actor.id == "dale"]
    assert (dale.name, dale.role, dale.side, dale.aliases) == ("Charles Dale", "Secretary", "gbr", ("Mr Dale",))


def test_a_press_that_changes_nothing_about_an_actor_says_so(review: AppTest) -> None:
    before = own(change(review, "dale")).log
    review.button(key="actor_save").click().run()
    assert "Nothing was changed: the actor has this name, role and side already." in notices(review)
    review.button(key="actor_split").click().run()
    assert "Nothing was split: give the numbers of the statements, and whose they are." in notices(review)
    assert own(review).log == before


def test_two_actors_who_are_one_are_merged(review: AppTest) -> None:
    change(review, "brook")
    review.selectbox(key=key_of(review, "actor_merge_")).set_value("dale").run()
    review.button(key="actor_merge").click().run()

    assert "brook" not in shown(review).actor_names
    assert row(review, 2)["speakers"] == ("dale",)


def test_one_who_is_two_is_split(review: AppTest) -> None:
    change(review, "dale")
    moved = [row(review, 7)["statement"], row(review, 8)["statement"]]
    review.multiselect(key=key_of(review, "actor_split_dale")).set_value(moved)
    review.text_input(key=key_of(review, "actor_split_name")).set_value("Eva Stone")
    review.button(key="actor_split").click().run()

    assert [row(review, n)["speakers"] for n in (5, 6, 7, 8)] == [("dale",), ("dale",), ("eva-stone",), ("eva-stone",)]


@pytest.fixture
def corrected(review: AppTest) -> AppTest:
    """After one correction of every kind."""
    test_accepting_goes_on_to_the_next_and_the_count_falls(review)
    test_a_speaker_whom_the_list_does_not_have_is_typed(review)
    test_via_form_and_topics_are_corrected_at_once(review)
    look_at(review, 4).button(key="review_drop").click().run()
    test_an_actor_gets_another_name_role_side_and_one_more_name(review)
    test_one_who_is_two_is_split(review)
    test_two_actors_who_are_one_are_merged(review)
    return review


def test_undo_takes_back_one_decision_shows_it_and_redo_brings_it_again(review: AppTest) -> None:
    first = shown(review)
    review.button(key="review_accept").click().run()
    second = shown(review)

    review.button(key="review_undo").click().run()
    same_tables(shown(review), first)
    assert "<sup>1</sup>" in html(review)
    assert "1 statement taken back" in html(review) or "1 correction taken back" in html(review).casefold()

    review.button(key="review_redo").click().run()
    same_tables(shown(review), second)
    assert review.button(key="review_redo").disabled


def test_undo_everything_gives_exactly_the_first_table_and_forgets_nothing(corrected: AppTest, read: Draft) -> None:
    decided = own(corrected).log

    corrected.button(key="review_undo_all").click().run()

    same_tables(shown(corrected), package_of(replace(own(corrected), log=())))
    same_tables(shown(corrected), package_of(read), within=WRITTEN)
    assert heading(corrected) == "4 speakers are likely, 3 are guesses and 1 was not found"
    assert own(corrected).log[: len(decided)] == decided
    assert corrected.button(key="review_undo").disabled


def test_every_page_survives_every_kind_of_correction(corrected: AppTest) -> None:
    for name in PAGES:
        corrected.switch_page(path(name)).run()

        assert not corrected.exception, name
        assert "All 7 statements" in html(corrected), name


def test_what_was_corrected_is_counted_and_listed(corrected: AppTest) -> None:
    corrected.session_state["review_which"] = "corrected"
    corrected.run()

    assert sorted(queued(corrected)) == [1, 2, 7, 8]
    (log,) = [table.value for table in corrected.dataframe if "Stands" in table.value]
    assert len(log) == len(own(corrected).log)
    assert set(log["Stands"]) == {"yes"}


# --- Saved, and opened again --------------------------------------------------------------------


def test_the_corrected_tables_are_those_of_the_saved_and_opened_article(corrected: AppTest) -> None:
    again = upload(app("read"), "again.zip", to_zip(save_article(own(corrected))))

    same_tables(shown(again), shown(corrected))
    assert own(again).log == own(corrected).log
    assert own(again).first == own(corrected).first


def test_an_article_that_was_opened_says_what_is_in_it_and_can_be_reviewed(opened: AppTest, read: Draft) -> None:
    assert heading(opened) == "8 statements read, 2 speakers found"
    assert desk_of(opened).own
    same_tables(shown(opened), package_of(read), within=WRITTEN)
    assert replace(own(opened), id=read.id, first=read.first) == read


def test_a_saved_article_with_faults_is_told_fault_by_fault(saved: bytes) -> None:
    files = from_zip(saved)
    broken = files["statements.csv"].replace(b",dale,", b",nobody,")

    test = upload(app("read"), "talks.zip", to_zip({**files, "statements.csv": broken}))

    assert "The saved article cannot be opened:" in notices(test)
    assert test.code[0].value.count("statements.csv, line ") == 4
    assert not desk_of(test).own


def test_what_a_faulty_file_said_is_gone_with_the_next_one(saved: bytes) -> None:
    test = upload(app("read"), "talks.zip", b"no zip file")

    upload(test, "talks.zip", saved)

    assert heading(test) == "8 statements read, 2 speakers found"
    assert notices(test) == ""


# --- The codebook -------------------------------------------------------------------------------


@pytest.fixture
def topics(begun: AppTest) -> AppTest:
    return go_on(begun, "codebook")


def words(test: AppTest, *lines: str, label: str = "Customs") -> AppTest:
    test.text_input(key="topic_label").set_value(label)
    return test.text_area(key="topic_words").set_value("\n".join(lines)).run()


def refuses(test: AppTest, said: str) -> bool:
    """The button is there to be pressed; a press tells what is wrong, and adds nothing."""
    before = heading(test)
    test.button(key="topic_add").click().run()
    return said in notices(test) and heading(test) == before


def caught(test: AppTest) -> list[int]:
    """The numbers of the sentences that the words catch, as the page lists them when asked."""
    found = [button for button in test.button if button.key == "figure_topic_0"]
    if not found:
        assert "These words stand in no statement of 8" in html(test)
        return []
    found[0].click().run()
    texts = shown(test).statements.set_index("statement")["sentence"]
    caught = desk_of(test).place("codebook_caught").opened
    assert caught is not None
    return [int(texts[id]) for id in caught.ids]


def test_what_a_topic_would_catch_is_seen_before_it_is_added(topics: AppTest) -> None:
    words(topics, "sanction*", "export control*")

    assert topics.button(key="figure_topic_0").label == "**3** statements caught"
    assert caught(topics) == [2, 4, 8]
    assert html(topics).count('class="rd-item"') == 3
    assert own(topics).log == ()


def test_the_topic_that_was_added_stands_in_the_statements_and_in_the_filter(topics: AppTest) -> None:
    words(topics, "sanction*", "export control*").button(key="topic_add").click().run()

    assert "“Customs” was added to this article. 3 statements of it have it now." in notices(topics)
    assert [n for n in range(1, 9) if "customs" in row(topics, n)["topics"]] == [2, 4, 8]
    assert "Customs" in topics.multiselect(key=f"filter_topics_{desk_of(topics).generation}").options
    assert heading(topics) == "28 topics, found by their words"
    assert topics.text_area(key="topic_words").value == ""


def test_every_page_survives_a_topic_of_the_session_whatever_it_is_called(topics: AppTest) -> None:
    words(topics, "sanction*", label="<b>War</b> & ![x](http://127.0.0.1:9/x.png)").button(
        key="topic_add"
    ).click().run()

    for name, test in each_page(topics):
        assert not test.exception, name
        assert "<b>War</b>" not in html(test), name
        assert not any("![x](" in button.label for button in test.button), name


def to_own(test: AppTest) -> AppTest:
    """Choose that the topic belongs to the reader's own codebook."""
    return test.radio(key="topic_where").set_value("own").run()


def test_an_article_that_is_read_later_has_the_topic_of_the_reader_s_own_codebook(topics: AppTest) -> None:
    to_own(words(topics, "mistake")).button(key="topic_add").click().run()

    test = finished(ask(topics.switch_page(path("read")).run(), "Ana Brook said that it was a mistake."))

    assert row(test, 1)["topics"] == ("customs",)


def test_a_topic_of_one_article_is_not_looked_for_in_the_next(topics: AppTest) -> None:
    words(topics, "mistake").button(key="topic_add").click().run()

    test = finished(ask(topics.switch_page(path("read")).run(), "Ana Brook said that it was a mistake."))

    assert row(test, 1)["topics"] == ()


def test_a_topic_of_the_reader_s_own_codebook_leaves_the_article_as_it_is(topics: AppTest) -> None:
    before = shown(topics).statements

    to_own(words(topics, "sanction*")).button(key="topic_add").click().run()

    pd.testing.assert_frame_equal(shown(topics).statements, before)
    assert "“Customs” was added to your own codebook. It is there as long as this session;" in notices(topics)
    assert "Yours is the general codebook and 1 topic more." in html(topics)


def test_the_page_says_which_codebook_it_shows(topics: AppTest) -> None:
    assert "“Two days of talks in Tavria” was read with the general codebook." in html(topics)
    words(topics, "sanction*").button(key="topic_add").click().run()
    assert "“Two days of talks in Tavria” was read with the general codebook and 1 topic more." in html(topics)
    assert heading(topics) == "28 topics, found by their words"

    topics.segmented_control(key="codebook_which").set_value("own").run()

    assert "Yours is the general codebook. Articles that you bring from now on are read with it." in html(topics)
    assert heading(topics) == "27 topics, found by their words"


@pytest.mark.parametrize(("name", "topics_of"), [("lavrov-truss-2022-02", 14), ("worked-example", 4)])
def test_a_shipped_article_is_shown_with_its_own_codebook(name: str, topics_of: int) -> None:
    test = app("codebook", article=name)

    assert heading(test) == f"{topics_of} topics, found by their words"
    assert "was coded with a codebook of its own." in html(test)
    assert len(test.multiselect(key=f"filter_topics_{desk_of(test).generation}").options) == topics_of


def open_codebook(test: AppTest, data: bytes, name: str = "codebook.toml") -> AppTest:
    test.segmented_control(key="codebook_which").set_value("own").run()
    return test.file_uploader[0].set_value((name, data, "application/octet-stream")).run()


def test_a_codebook_is_opened_in_place_of_the_reader_s_own_and_given_back(topics: AppTest, codebook: Codebook) -> None:
    open_codebook(topics, write_codebook(codebook))

    assert "Your codebook has 14 topics now." in notices(topics)
    assert heading(topics) == "14 topics, found by their words"
    assert "Yours is another one than the general codebook." in html(topics)
    topics.button(key="codebook_general").click().run()
    assert heading(topics) == "27 topics, found by their words"


def test_a_topic_that_is_taken_along_is_opened_elsewhere(topics: AppTest, general: Codebook) -> None:
    to_own(words(topics, "sanction*")).button(key="topic_add").click().run()
    own_book = desk_of(topics).codebook
    assert own_book

    elsewhere = open_codebook(app("codebook", article="worked-example"), write_own_codebook(own_book, general))

    assert "Your codebook has 28 topics now." in notices(elsewhere)
    assert desk_of(elsewhere).codebook == own_book


def test_a_codebook_with_faults_is_told_and_the_one_before_stays(topics: AppTest) -> None:
    open_codebook(topics, b"[[topics]]\nid = 'A'\n")

    assert "The codebook cannot be opened:" in notices(topics)
    assert "codebook.toml: topics.1.id: " in topics.code[0].value
    assert heading(topics) == "27 topics, found by their words"


def test_a_codebook_of_another_program_is_opened_and_one_that_cannot_be_is_told(topics: AppTest) -> None:
    open_codebook(topics, b'<CodeBook><Codes><Code name="&lt;b&gt;Ferry"/></Codes></CodeBook>', "coding.QDC")

    assert (
        "Your codebook has 1 topic now. 1 topic is found by the name alone: the file gives no words for it."
        in notices(topics)
    )
    assert heading(topics) == "1 topic, found by its words"
    open_codebook(topics, b"<Project/>", "coding.qdc")
    assert "The codebook cannot be opened. The file is a REFI-QDA project; allowed here is a codebook" in notices(
        topics
    )
    assert heading(topics) == "1 topic, found by its words"


def test_a_codebook_that_is_too_large_is_told(topics: AppTest) -> None:
    open_codebook(topics, b"#" * 600_000)

    assert "The file has 0.6 MB; a codebook may have 0.5 MB." in notices(topics)


def test_the_topics_that_a_machine_read_article_speaks_of_most_lead(topics: AppTest) -> None:
    book = desk_of(topics).shown
    assert book is not None
    spoken = Counter(id for each in book.package.statements["topics"] for id in each)
    lead = [topic.id for topic in book.codebook.topics if topic.lead]

    assert 1 <= len(lead) <= 4
    assert min(spoken[id] for id in lead) >= max((n for id, n in spoken.items() if id not in lead), default=0)
    topics.multiselect(key=f"filter_topics_{desk_of(topics).generation}").set_value([lead[-1]]).run()
    again = desk_of(topics).shown
    assert again is not None
    assert [topic.id for topic in again.codebook.topics if topic.lead] == lead


def test_undo_takes_the_topic_from_the_statements(topics: AppTest) -> None:
    first = shown(topics)
    words(topics, "sanction*").button(key="topic_add").click().run()

    topics.switch_page(path("review")).run().button(key="review_undo_all").click().run()

    same_tables(shown(topics), first)


def test_a_topic_of_the_reader_s_is_taken_away_and_a_general_one_is_not(topics: AppTest) -> None:
    to_own(words(topics, "sanction*")).button(key="topic_add").click().run()
    assert re.findall(r'data-press="drop ([\w-]+)"', html(topics)) == ["customs"]

    topics.text_input(key="heard_topics").set_value("1 drop energy").run()  # no button asks for that
    assert heading(topics) == "28 topics, found by their words"
    press(topics, "topics", "drop", "customs")
    assert heading(topics) == "27 topics, found by their words"


def test_the_name_of_a_general_topic_is_taken(topics: AppTest) -> None:
    words(topics, "sanction*", label="Energy")

    said = "“Energy” is a topic of the general codebook. Choose another name."
    assert said in notices(topics)
    assert refuses(topics, said)


def test_two_topics_in_another_script_are_two(topics: AppTest) -> None:
    words(topics, "sanction*", label="Санкции").button(key="topic_add").click().run()
    words(topics, "exercise*", label="Учения").button(key="topic_add").click().run()

    assert heading(topics) == "29 topics, found by their words"


@pytest.mark.parametrize("word", ["sanc*tion", "* sanctions", "**", "sanction**", ".*"])
def test_a_star_in_another_place_than_the_end_of_a_word_is_told(topics: AppTest, word: str) -> None:
    words(topics, word)

    said = f"“{word}”: a star may stand at the end of a word only, such as sanction*."
    assert said in notices(topics)
    assert refuses(topics, said)


@pytest.mark.parametrize("word", ["[a-z]+", "sanctions|talks", "^sanctions$ talks", r"\w+", "(a+)+ b"])
def test_a_pattern_is_told_to_be_none(topics: AppTest, word: str) -> None:
    words(topics, word)

    assert f"“{word}”: found “" in notices(topics)
    assert "allowed are letters, digits, spaces, hyphens, apostrophes, &amp;, full stops and a star" in notices(topics)
    assert refuses(topics, f"“{word}”: found “")


@pytest.mark.parametrize("word", ["s.nctions", "sanction", "a-c-t"])
def test_words_are_literal_and_never_a_pattern(topics: AppTest, word: str) -> None:
    assert caught(words(topics, word)) == []


def test_more_words_than_a_topic_has_are_refused(topics: AppTest) -> None:
    words(topics, *(f"word{n}" for n in range(MOST_TOPIC_WORDS + 1)))

    assert "Found 41 words and names; at most 40 can be used. Make two topics of them." in notices(topics)


def test_a_list_of_words_that_is_too_long_is_told_and_not_cut(topics: AppTest) -> None:
    words(topics, *(f"{n}" * 300 for n in range(7)))

    assert refuses(topics, "The words have 2,100 characters; at most 2,000 can be used.")


def test_without_a_name_or_without_words_there_is_nothing_to_add(topics: AppTest) -> None:
    assert refuses(topics, "Give words or names that the topic is found by.")
    words(topics, "sanction*", label=" ")
    assert refuses(topics, "Give the topic a name to add it.")


def test_a_shipped_article_keeps_its_topics() -> None:
    test = app("codebook", article="worked-example")
    before = shown(test).statements
    assert "This article ships with Readout, so its topics stay as they are." in html(test)

    words(test, "talks").button(key="topic_add").click().run()

    pd.testing.assert_frame_equal(shown(test).statements, before)
    assert heading(test) == "28 topics, found by their words"
    test.segmented_control(key="codebook_which").set_value("article").run()
    assert heading(test) == "4 topics, found by their words"


# --- The library of this machine ----------------------------------------------------------------


def keep_key(test: AppTest) -> str:
    return f"keep_{own(test).id}"


def test_where_others_reach_the_server_nothing_is_kept_and_the_page_says_so(opened: AppTest) -> None:
    assert "Articles cannot be kept here, because this server can be reached from other machines." in html(opened)
    assert keep_key(opened) not in [button.key for button in opened.button]


def test_where_the_folder_cannot_be_used_the_page_says_which_and_why(
    loopback: None, saved: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "file" / "library"))

    test = upload(app("read"), "talks.zip", saved)

    assert f"Articles cannot be kept in the folder {tmp_path}/file/library: {tmp_path}/file is no folder." in html(test)
    assert keep_key(test) not in [button.key for button in test.button]


def test_what_is_kept_is_there_in_the_next_session_with_its_corrections(
    loopback: None, saved: bytes, library_folder: Path
) -> None:
    test = upload(app("read"), "talks.zip", saved)
    test.button(key=keep_key(test)).click().run()
    assert f"Kept as {library_folder}" in notices(test)
    assert test.button(key=keep_key(test)).disabled

    test.switch_page(path("review")).run().button(key="review_accept").click().run()
    test.switch_page(path("read")).run()
    assert test.button(key=keep_key(test)).label == "Keep the changes"
    assert "kept on this machine, with changes that are not" in html(test)
    test.button(key=keep_key(test)).click().run()

    later = app("read")
    assert "All 91 statements" in html(later)  # it is among those to choose; what is shown stays what the link says
    assert not desk_of(later).own  # and is not opened before it is chosen
    later.button(key=f"show_{own(test).id}").click().run()
    assert own(later) == own(test)
    assert "All 8 statements" in html(later)


def test_a_topic_of_a_kept_article_is_on_its_codebook_page_after_a_restart(loopback: None, topics: AppTest) -> None:
    words(topics, "sanction*").button(key="topic_add").click().run()
    read_page = topics.switch_page(path("read")).run()
    read_page.button(key=keep_key(read_page)).click().run()

    later = app("read")
    later.button(key=f"show_{own(topics).id}").click().run()
    later.switch_page(path("codebook")).run()

    assert "Customs" in html(later)
    assert heading(later) == "28 topics, found by their words"
    assert [n for n in range(1, 9) if "customs" in row(later, n)["topics"]] == [2, 4]


def test_the_reader_s_own_codebook_is_there_after_a_restart(
    loopback: None, topics: AppTest, library_folder: Path
) -> None:
    to_own(words(topics, "sanction*")).button(key="topic_add").click().run()
    assert f"It is kept in {library_folder}, and here again after a restart." in notices(topics)

    later = app("codebook", article="worked-example")
    later.segmented_control(key="codebook_which").set_value("own").run()
    assert heading(later) == "28 topics, found by their words"
    press(later, "topics", "drop", "customs")

    assert not (library_folder / "codebook.toml").exists()


def test_where_others_reach_the_server_no_codebook_is_kept_or_looked_for(topics: AppTest, library_folder: Path) -> None:
    library_folder.mkdir()
    (library_folder / "codebook.toml").write_text("topics = 1")

    to_own(words(topics, "sanction*")).button(key="topic_add").click().run()

    assert (library_folder / "codebook.toml").read_text() == "topics = 1"
    assert "is kept in" not in notices(topics)


def test_a_kept_codebook_that_cannot_be_read_is_told_and_never_replaced(
    loopback: None, topics: AppTest, library_folder: Path
) -> None:
    library_folder.mkdir(exist_ok=True)
    (library_folder / "codebook.toml").write_text("topics = 1")

    later = app("codebook", article="worked-example")
    later.segmented_control(key="codebook_which").set_value("own").run()
    assert "Your codebook on this machine cannot be read. The general one is used:" in notices(later)
    words(later, "talks").button(key="topic_add").click().run()

    assert "It was not kept on this machine, because the codebook that is kept there cannot be read:" in notices(later)
    assert (library_folder / "codebook.toml").read_text() == "topics = 1"


def test_two_tabs_that_correct_one_kept_article_lose_nothing(
    loopback: None, read: Draft, library_folder: Path, codebook: Codebook
) -> None:
    keep(read, library_folder)
    tabs = [app("read"), app("read")]
    for tab, sentence in zip(tabs, (3, 4), strict=True):
        tab.button(key=f"show_{read.id}").click().run()
        tab.switch_page(path("review")).run()
        look_at(tab, sentence).button(key="review_accept").click().run()
        tab.switch_page(path("read")).run()
    first, second = (own(tab) for tab in tabs)

    for tab in tabs:
        tab.button(key=keep_key(tab)).click().run()
    assert OTHER_CORRECTIONS not in notices(tabs[0])
    assert OTHER_CORRECTIONS in notices(tabs[1])
    tabs[1].button(key=f"beside_{read.id}").click().run()

    assert not tabs[1].exception
    assert f"Kept as {library_folder / read.id}-2.zip" in notices(tabs[1])
    on_disk = {each.stem: open_kept(each, codebook).log for each in kept_files(library_folder)}
    assert on_disk == {read.id: first.log, f"{read.id}-2": second.log}
    assert {id: each.log for id, each in desk_of(tabs[1]).own.items()} == on_disk
    assert shown(tabs[1]).id == f"{read.id}-2"


def test_what_is_kept_is_shared_as_it_stands_on_the_disk_and_no_earlier_state_of_it(
    loopback: None, read: Draft, library_folder: Path
) -> None:
    def opened_now() -> Draft:
        return own(app("read").button(key=f"show_{read.id}").click().run())

    keep(read, library_folder)
    assert opened_now().title == TITLE

    keep(replace(read, title="Other talks"), library_folder)
    assert opened_now().title == "Other talks"

    (library_folder / f"{read.id}.zip").unlink()
    assert not desk_of(app("read")).shelf


def test_a_kept_article_that_cannot_be_read_is_told_when_it_is_chosen(
    loopback: None, read: Draft, library_folder: Path
) -> None:
    files = from_zip(saved_zip(keep(read, library_folder)))
    del files["corrections.csv"]
    (library_folder / f"{read.id}.zip").write_bytes(to_zip(files))
    test = app("read")
    assert f"{read.title}: 4 May 2020, 8 sentences; kept on this machine." in html(test)

    test.button(key=f"show_{read.id}").click().run()

    assert not test.exception
    assert f"{TITLE} in your library cannot be read:" in notices(test)
    assert "corrections.csv: is missing; datapackage.json lists it" in test.code[0].value
    assert "All 91 statements" in html(test)
    assert f"{TITLE} in your library" not in notices(test.run())


def test_of_many_kept_articles_some_stand_on_the_page_and_all_are_found_by_their_names(
    loopback: None, read: Draft, library_folder: Path
) -> None:
    for number in range(LISTED + 5):
        keep(replace(read, id=f"talks-{number:02}"), library_folder)

    test = app("read")

    assert len([button for button in test.button if str(button.key).startswith("show_")]) == LISTED
    assert "5 more are kept on this machine. Find one by its name in the list at the top of the page." in html(test)
    assert "There are more: find them by their names." in html(articles(test))
    test.text_input(key=f"find_article_{desk_of(test).generation}").set_value(f"({LISTED + 5})").run()
    assert offered(test) == [f"talks-{LISTED + 4}"]
    choose_article(test, f"talks-{LISTED + 4}")
    assert "All 8 statements" in html(test)
    assert list(desk_of(test).own) == [f"talks-{LISTED + 4}"]
    assert dict(test.query_params) == {"yours": "1"}


def test_what_another_server_kept_since_is_not_taken_away(loopback: None, read: Draft, library_folder: Path) -> None:
    now = keep(read, library_folder)
    test = app("read")
    keep(replace(now, title="Other talks"), library_folder)

    test.button(key=f"drop_{read.id}").click().run()

    assert CHANGED_SINCE in notices(test)
    assert [path.stem for path in kept_files(library_folder)] == [read.id]
    assert desk_of(test).shelf[read.id].title == "Other talks"


def test_an_article_that_is_opened_again_stands_beside_the_kept_one_with_its_corrections(
    loopback: None, saved: bytes, read: Draft, library_folder: Path
) -> None:
    id = own(upload(app("read"), "talks.zip", saved)).id
    entry = entries.accept(read.coding, read.first.statements[3].statement, when=dt.datetime.now(dt.UTC))
    keep(replace(read, id=id).corrected(entry), library_folder)

    test = upload(app("read"), "talks.zip", saved)

    assert {name: len(each.log) for name, each in desk_of(test).own.items()} == {f"{id}-2": 0, id: 1}


# --- What is not known --------------------------------------------------------------------------


def test_what_of_an_article_is_not_known_is_named_once(read: Draft) -> None:
    files = save_article(read)
    about = json.loads(files["datapackage.json"])
    about["weather"] = "*fine* <b>"
    about["<b>" * 40] = 1

    test = upload(app("read"), "talks.zip", to_zip({**files, "datapackage.json": json.dumps(about).encode()}))

    said = "This version of Readout does not know weather in datapackage.json, <b><b>"
    assert said in unescape(notices(test))
    assert "<b><b>" not in notices(test)
    assert said in unescape(notices(test.run()))  # as long as the reader looks at that page
    assert said not in unescape(notices(test.switch_page(path("quotes")).run()))


# --- Lost ---------------------------------------------------------------------------------------


@every_page
def test_a_page_that_lost_the_article_in_a_restart_says_so(name: str) -> None:
    test = app(name, yours="1")

    assert not test.exception
    assert LOST in notices(test)
    offered = links(test).count("Read an article")
    assert (offered > links(app(name)).count("Read an article")) == (name != "read")  # one more than at other times
    assert "All 91 statements" in html(test)


def test_what_was_lost_is_told_until_something_else_is_asked_for() -> None:
    test = app("overview", yours="1")
    assert LOST in notices(test.run())

    test.multiselect(key=f"filter_topics_{desk_of(test).generation}").set_value(["nato"]).run()

    assert LOST not in notices(test)


def test_while_a_text_stands_in_the_box_its_page_is_marked_and_a_way_back_to_it_loses_nothing() -> None:
    test = ask(app("read", article="worked-example"), "Ana Brook said that the talks were good.")
    assert dict(test.query_params) == {"article": "worked-example", "yours": "1"}

    test.switch_page(path("quotes")).run()
    assert dict(test.query_params) == {"article": "worked-example"}
    test.query_params["yours"] = "1"
    test.switch_page(path("read")).run()

    assert LOST not in notices(test)
    ask(test, "")
    assert dict(test.query_params) == {"article": "worked-example"}


def test_the_way_back_in_the_browser_leads_to_the_article_of_one_s_own(opened: AppTest) -> None:
    choose_article(opened, "worked-example")
    opened.query_params.clear()
    opened.query_params["yours"] = "1"

    opened.run()

    assert "All 8 statements" in html(opened)
    assert LOST not in notices(opened)


def test_what_is_not_kept_is_not_there_in_the_next_session(loopback: None, saved: bytes) -> None:
    upload(app("read"), "talks.zip", saved)

    assert not desk_of(app("read")).own


def test_what_is_taken_away_is_gone_from_the_session_and_from_the_disk(
    loopback: None, read: Draft, library_folder: Path
) -> None:
    keep(read, library_folder)
    change_second_coding(read.id, library_folder, lambda _: b"{}")
    test = app("read")
    test.button(key=f"show_{read.id}").click().run()

    test.button(key=f"drop_{read.id}").click().run()

    assert "All 91 statements" in html(test)
    assert desk_of(test).own == {}
    assert kept_files(library_folder) == []
    assert open_second_coding(read.id, library_folder) == b""


def test_a_full_disk_is_told(loopback: None, saved: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(draft: Draft, folder: Path) -> Path:
        raise OSError(28, "No space left on device")

    test = upload(app("read"), "talks.zip", saved)
    monkeypatch.setattr("components.ui.keeping.keep", full)
    test.button(key=keep_key(test)).click().run()

    assert "The article was not kept: No space left on device. Download it instead." in notices(test)


def test_a_file_that_cannot_be_removed_is_told(
    loopback: None, read: Draft, library_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(id: str, folder: Path, **_: object) -> None:
        raise PermissionError(13, "Permission denied")

    keep(read, library_folder)
    test = app("read")
    monkeypatch.setattr("components.ui.keeping.forget", locked)
    test.button(key=f"drop_{read.id}").click().run()

    assert not test.exception
    assert "The file of the article could not be removed: Permission denied." in notices(test)


def test_a_kept_file_that_is_broken_is_told_and_the_others_are_there(
    loopback: None, read: Draft, library_folder: Path
) -> None:
    keep(read, library_folder)
    (library_folder / "broken.zip").write_bytes(b"no zip file")

    test = app("read")

    assert list(desk_of(test).shelf) == [read.id]
    assert "broken.zip in your library cannot be read and was left out:" in notices(test)
    assert "cannot be opened as a zip file" in test.code[0].value

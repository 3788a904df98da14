"""The brief on the pages: taken in and out, ordered, taken back, kept, and never in an address."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.library import shelf
from components.library.own_brief import change_own_brief
from components.model.brief import BRIEF_FILE, Brief, Key
from components.model.safe import html_text
from components.report.brief import kinds
from components.ui import brief_document, cached
from tests.test_pages import EXAMPLE, TALKS, app, choose_article, desk_of, downloads, heading, html, path, press


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of its own on a server that listens on this machine alone."""
    monkeypatch.setenv(shelf.VARIABLE, str(tmp_path))
    monkeypatch.setattr(cached, "why_nothing_is_kept", lambda: "")
    return tmp_path


def chosen(test: AppTest) -> list[Key]:
    return desk_of(test).brief.keys


def take(test: AppTest, *numbers: int) -> None:
    """Press the plus of these rows of the quotes; taking one does not change the others' places."""
    for number in numbers:
        rows = re.findall(r'data-press="brief (\w+)"', html(test))
        press(test, "quotes_rows", "brief", rows[number - 1])


def test_statements_of_two_articles_stand_in_one_brief_and_not_in_the_address() -> None:
    test = app("quotes", article=EXAMPLE)
    take(test, 3, 1)
    choose_article(test, TALKS)
    take(test, 2)

    assert [key.article for key in chosen(test)] == [EXAMPLE, EXAMPLE, TALKS]
    assert "brief" not in str(test.query_params).lower()
    assert not any(key.statement in str(test.query_params) for key in chosen(test))
    assert heading(test.switch_page(path("brief")).run()) == "Three statements of two articles to take along"


def test_a_second_press_takes_out() -> None:
    test = app("quotes", article=EXAMPLE)
    take(test, 3, 3)

    assert chosen(test) == []


def test_the_number_stands_in_the_frame_once_something_is_chosen() -> None:
    test = app("quotes", article=EXAMPLE)
    links = lambda: [str(each.proto.label) for each in test.get("page_link")]  # noqa: E731
    assert not any("Brief" in each for each in links())

    take(test, 1, 2, 3)
    assert "Brief · 3" in links()


def test_it_is_ordered_headed_noted_taken_back_and_cleared() -> None:
    test = app("quotes", article=EXAMPLE)
    take(test, 1, 2)
    first, second = chosen(test)
    test.switch_page(path("brief")).run()

    test.button(key="brief_Down_0").click().run()
    assert chosen(test) == [second, first]
    test.button(key="brief_undo").click().run()
    assert chosen(test) == [first, second]

    test.text_area(key="brief_note_0").set_value("Ask <b>Brook</b> of this.").run()
    assert "Ask &lt;b&gt;Brook&lt;/b&gt; of this." in html(test)
    test.text_input(key="brief_above_0_2").set_value("Grain & fish").run()
    assert "Grain &amp; fish" in html(test)
    assert [each.heading for each in desk_of(test).brief.entries] == ["Grain & fish", "", ""]

    test.button(key="brief_out_1").click().run()
    assert chosen(test) == [second]
    test.button(key="brief_clear").click().run()
    assert heading(test) == "Nothing is in the brief"
    test.button(key="brief_undo").click().run()
    assert chosen(test) == [second]


def test_it_is_there_again_in_another_session(folder: Path) -> None:
    test = app("quotes", article=EXAMPLE)
    take(test, 1)

    assert (folder / BRIEF_FILE).exists()
    assert chosen(app("brief", article=EXAMPLE)) == chosen(test)


def test_what_another_tab_did_is_not_taken_back(folder: Path) -> None:
    test = app("quotes", article=EXAMPLE)
    take(test, 1)
    change_own_brief(folder, lambda now: now.with_statements(TALKS, ["elsewhere"]))
    test.switch_page(path("brief")).run()
    test.button(key="brief_undo").click().run()

    assert len(chosen(test)) == 2
    assert "Another tab has changed the brief since." in html(test)


def test_a_statement_whose_article_is_not_here_says_so(folder: Path) -> None:
    change_own_brief(folder, lambda now: now.with_statements("gone", ["x"]))

    assert "Its article is not here." in html(app("brief", article=EXAMPLE))


def test_one_that_cannot_be_read_is_told(folder: Path) -> None:
    (folder / BRIEF_FILE).write_bytes(b"{")

    assert "Your brief on this machine cannot be read" in html(app(article=EXAMPLE))


def test_a_sentence_is_taken_on_the_article_page() -> None:
    test = app("article", article=EXAMPLE)
    (box,) = [each for each in test.selectbox if str(each.key).startswith("to_brief_")]
    box.select_index(0).run()

    assert len(chosen(test)) == 1
    assert "✓1</sup>" in html(test)


def test_nothing_is_kept_where_the_server_keeps_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cached, "why_nothing_is_kept", lambda: "It can be reached from elsewhere.")
    test = app("quotes", article=EXAMPLE)
    take(test, 1)

    assert not (folder / BRIEF_FILE).exists()
    assert "this server keeps nothing" in html(test.switch_page(path("brief")).run())
    assert desk_of(test).brief != Brief()


def test_documents_are_offered_of_the_brief_and_of_what_is_shown() -> None:
    test = app("quotes", article=EXAMPLE)
    take(test, 1)
    buttons = lambda: [str(each.proto.label) for each in test.get("download_button")]  # noqa: E731

    assert buttons() == []
    downloads(test)
    assert buttons()[:3] == ["Briefing, HTML", "Briefing, Word", "Briefing, PDF"]
    test.switch_page(path("brief")).run()
    assert buttons() == ["Briefing, HTML", "Briefing, Word", "Briefing, PDF"]


def test_without_the_typesetter_the_page_says_how_to_come_by_a_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    test = app("quotes", article=EXAMPLE)
    take(test, 1)
    assert "open the HTML file and print it" not in html(downloads(test))
    monkeypatch.setattr(kinds, "find_spec", lambda _: None)

    for page in ("quotes", "brief"):
        test.switch_page(path(page)).run()
        assert html_text(kinds.NO_PDF) in html(test)
        assert "Briefing, PDF" not in [str(each.proto.label) for each in test.get("download_button")]


def test_of_more_than_anybody_reads_a_table_is_offered_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brief_document, "MOST_QUOTES", 10)
    test = downloads(app("quotes", article=EXAMPLE))

    assert "statements are no document: take them along as a table" in html(test)
    assert "Briefing, HTML" not in [str(each.proto.label) for each in test.get("download_button")]

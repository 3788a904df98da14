"""The strip: its sentence is the filter, and its chips take themselves away."""

from pathlib import Path

from components.ui.pages import PAGES, place_in_header
from tests.test_pages import EXAMPLE, TALKS, app, articles, desk_of, html, offered


def chips(test: object) -> list[str]:
    return [str(each.label) for each in test.button if str(each.key).startswith("chip_")]  # type: ignore[attr-defined]


def test_what_is_asked_for_stands_in_the_sentence_as_chips(data: Path) -> None:
    test = app("quotes", article=TALKS, speaker="lavrov", topic=["nato", "osce"], section="0", words="treaty")

    assert chips(test) == ["Lavrov ×", "NATO ×", "OSCE ×", "section lead ×", "“treaty” ×"]
    words = [each for each in ("by", "on", "or", "in", "with") if f">{each}</p>" in html(test)]
    assert words == ["by", "on", "or", "in", "with"]


def test_a_chip_takes_itself_away_and_nothing_else(data: Path) -> None:
    test = app(article=TALKS, speaker="lavrov", topic=["nato", "osce"])

    test.button(key="chip_topics_osce").click().run()

    assert chips(test) == ["Lavrov ×", "NATO ×"]
    assert dict(test.query_params) == {"article": TALKS, "speaker": "lavrov", "topic": "nato"}
    test.button(key="chip_topics_nato").click().run()
    test.button(key="chip_speakers_lavrov").click().run()
    assert chips(test) == []
    assert "All 91 statements" in html(test)


def test_the_words_are_a_chip_too(data: Path) -> None:
    test = app(article=TALKS, words="barracks")

    test.button(key="chip_words_barracks").click().run()

    assert dict(test.query_params) == {"article": TALKS}


def test_articles_are_found_by_words_of_their_names(data: Path) -> None:
    test = articles(app(article=EXAMPLE))

    find = test.text_input(key=f"find_article_{desk_of(test).generation}")
    find.set_value("moscow lavrov").run()

    found = [str(each.key) for each in test.button if str(each.key).startswith("pick_article_")]
    assert found == [f"pick_article_{TALKS}"]


def test_the_list_of_articles_is_made_when_it_is_opened(data: Path) -> None:
    test = app(article=EXAMPLE)

    assert [each for each in test.button if str(each.key).startswith("pick_article_")] == []
    assert offered(test)[0] == EXAMPLE


def test_the_menu_of_a_page_is_marked_and_no_other() -> None:
    places = {name: place_in_header(name) for name, entry in PAGES.items() if not entry.hidden}

    assert {name for name, place in places.items() if not place} == {
        "overview", "sentiment", "timeline", "quotes", "article",
    }  # fmt: skip
    assert places["read"] == places["review"] == places["attach"] == 6
    assert places["codebook"] == places["method"] > 6

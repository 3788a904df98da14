"""Every page, run without a browser: it starts, says what it shows, survives every filter, tells every fault."""

import ast
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextArea

from components.ui.desk import Desk
from components.ui.filter_panel import GENERATIONS
from components.ui.opened import Opened
from components.ui.pages import PAGES, path
from tests.conftest import ROOT

EXAMPLE, TALKS = "worked-example", "lavrov-truss-2022-02"
every_page = pytest.mark.parametrize("name", PAGES)


def app(page: str = "overview", **address: str | list[str]) -> AppTest:
    """The app on one of its pages, with what stands in the address."""
    test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300)
    for name, value in address.items():
        test.query_params[name] = value
    return (test.switch_page(path(page)) if page != "overview" else test).run()


def each_page(test: AppTest) -> Iterator[tuple[str, AppTest]]:
    """One session on its way over all pages: the name of each, and the session when it stands there."""
    for name in PAGES:
        yield name, test.switch_page(path(name)).run()


def desk_of(test: AppTest) -> Desk:
    """All that the session of a test holds."""
    held: Desk = test.session_state["desk"]
    return held


def box_of(test: AppTest) -> TextArea:
    """The box that takes a text; its key is another one after each file."""
    (box,) = [each for each in test.text_area if each.label == "Text of the article"]
    return box


def unfold(test: AppTest, menu: str) -> AppTest:
    """Open a menu, in which nothing stands before. AppTest has no hand for that, so the session is told."""
    test.session_state[menu] = True
    return test.run()


def articles(test: AppTest) -> AppTest:
    """Open the list of articles under the name at the top."""
    return unfold(test, f"switch_{desk_of(test).generation}")


def downloads(test: AppTest) -> AppTest:
    """Open what can be taken along of the quotes."""
    return unfold(test, "take_along")


def offered(test: AppTest) -> list[str]:
    """The articles in the list under the name at the top, the open one first."""
    articles(test)
    keys = [str(each.key) for each in test.button]
    return [key.removeprefix("pick_article_") for key in keys if key.startswith("pick_article_")]


def choose_article(test: AppTest, id: str) -> None:
    """Press an article in the list under the name at the top."""
    articles(test).button(key=f"pick_article_{id}").click().run()


def html(test: AppTest) -> str:
    """All HTML of a page."""
    return "\n".join(element.proto.body for element in test.get("html"))


_PRESSES = count()


def press(test: AppTest, place: str, act: str, value: str) -> AppTest:
    """Press a button in a row. AppTest has no hand for HTML, so what the script of the page does is done: it tells the box."""
    assert f'data-place="{place}" data-press="{act} {value}"' in html(test)
    return test.text_input(key=f"heard_{place}").set_value(f"{next(_PRESSES)} {act} {value}").run()


def heading(test: AppTest) -> str:
    (line,) = [element.proto.body for element in test.get("html") if "<h1" in element.proto.body]
    return line.split(">")[1].split("<")[0]


@every_page
@pytest.mark.parametrize("article", [EXAMPLE, TALKS])
def test_every_page_starts_and_says_what_it_shows(data: Path, name: str, article: str) -> None:
    test = app(name, article=article)

    assert not test.exception
    assert ("All 11 statements" if article == EXAMPLE else "All 91 statements") in html(test)
    assert heading(test)


def test_where_the_wording_is_missing_the_offer_to_attach_it_stands_first(data: Path) -> None:
    for name, test in each_page(app(article=TALKS)):
        labels = [link.proto.label for link in test.get("page_link")]
        assert "Reading in paraphrase: attach the text to see the wording." in labels, name


def test_the_panel_says_how_a_score_is_made_of_its_words_and_marks_no_others(data: Path) -> None:
    """A word counts more than a statement can: Blend's "alarm" −1.47, in a score from −1 to +1."""
    asked: dict[str, str | list[str]] = {"article": EXAMPLE, "statement": "kjreis6udzuk"}

    by_blend = html(app("quotes", **asked))
    assert "The sum of what its words count, pressed into −1 to +1." in by_blend
    assert '<p class="rd-statement">They are a new <span class="rd-minus">alarm</span>, he said.</p>' in by_blend

    by_textblob = html(app("quotes", **asked, by="polarity"))
    assert "The mean of what its words count." in by_textblob
    assert '<p class="rd-statement">They are a <span class="rd-plus">new</span> alarm, he said.</p>' in by_textblob


def test_where_the_wording_is_there_nothing_is_offered(data: Path) -> None:
    for name, test in each_page(app(article=EXAMPLE)):
        labels = [link.proto.label for link in test.get("page_link")]
        assert not any("attach the text" in label.lower() for label in labels), name


def test_an_answer_stands_under_its_question_and_links_up_to_it(data: Path) -> None:
    """Sentence 11 of the worked example answers sentence 10, and no other one answers."""
    text = html(app("article", article=EXAMPLE))

    assert text.count("Answer to ") == 1
    assert '<a href="#sentence-10">Answer to 10</a>' in text
    assert text.index('id="sentence-10"') < text.index("Answer to 10") < text.index('id="sentence-11"')


def test_the_article_says_through_whom_a_statement_is_heard_as_the_lists_do(data: Path) -> None:
    text = html(app("article", article=EXAMPLE))

    assert "<small>relayed by Brook</small>" in text
    assert "via Brook" not in text


def test_a_filter_dims_what_it_leaves_out_marks_its_topic_and_leaves_the_article_as_it_is(data: Path) -> None:
    """A browser reads a long article again where one letter of it changed: the dimming stands apart."""

    def drawn(**asked: str) -> tuple[str, str]:
        parts = [each.proto.body for each in app("article", article=EXAMPLE, **asked).get("html")]
        (article,) = [each for each in parts if 'class="rd-article"' in each]
        (said,) = [each for each in parts if each.startswith("<style>") and ".rd-para span" in each]
        return article, said

    whole, nothing = drawn()
    filtered, left_out = drawn(speaker="dale")
    of_a_topic, marked = drawn(topic="nato")

    assert filtered == of_a_topic == whole
    assert "left-out" not in nothing
    numbers = re.findall(r"#sentence-(\d+)[,{]", left_out)
    assert numbers == ["1", "2", "3", "8", "10", "11"]
    assert "{color:var(--rd-left-out)" in left_out
    (style,) = set(re.findall(r"rd-of-\d+", marked))
    assert style not in nothing
    assert f'<span class="{style}">NATO</span>' in whole


PLACES = {
    # page -> how many charts and tables it shows of the first article, before anything is pressed
    "overview": (1, 0), "sentiment": (1, 0), "timeline": (1, 0), "quotes": (0, 0), "article": (0, 0), "brief": (0, 0), "compare": (0, 0), "read": (0, 0),
    "review": (0, 0), "second": (0, 0), "codebook": (0, 0), "method": (0, 1), "attach": (0, 0),
}  # fmt: skip


def drawn(block: Any, place: str = "") -> list[tuple[str, str]]:
    """Each chart and table of a page, with the kind of place that it stands in."""
    found = []
    for child in block.children.values():
        if hasattr(child, "children"):
            found += drawn(child, "".join(re.findall("-(chart|table)_", getattr(child.proto, "id", ""))))
        elif child.type in ("plotly_chart", "dataframe"):
            found.append((place, child.type))
    return found


PLACE_OF = {"plotly_chart": "place_of_chart", "dataframe": "place_of_table"}


def drawn_elsewhere(source: str) -> list[str]:
    """Charts and tables that a source draws outside their places."""
    nodes = ast.walk(ast.parse(source)) if any(name in source for name in PLACE_OF) else ()
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    return [
        ast.unparse(call.func)
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in PLACE_OF
        and PLACE_OF[call.func.attr] != getattr(getattr(call.func.value, "func", None), "id", "")
    ]


def test_no_chart_or_table_is_drawn_outside_its_place() -> None:
    sources = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "components").rglob("*.py"))]

    assert [found for source in sources for found in drawn_elsewhere(source)] == []
    assert drawn_elsewhere("st.dataframe(1); place_of_table('a').dataframe(1)") == ["st.dataframe"]
    assert drawn_elsewhere("place_of_table('a').plotly_chart(1)") == ["place_of_table('a').plotly_chart"]


def test_a_page_says_how_many_charts_and_tables_it_shows(data: Path) -> None:
    """Whoever waits for a page waits for as many; each stands in a place of its own."""
    for name, test in each_page(app(article=TALKS)):
        charts, tables = PLACES[name]
        assert drawn(test._tree) == [("chart", "plotly_chart")] * charts + [("table", "dataframe")] * tables, name


ASKED = [
    {"speaker": "truss"},
    {"topic": ["nato", "osce"]},
    {"section": "0"},
    {"form": "narration"},
    {"tone": "contradicted"},
    {"words": "treaty"},
    {"speaker": "kuleba"},
    {"topic": "osce", "speaker": "truss"},
    {"topic": "nope"},
]


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_every_page_survives_every_kind_of_filter(data: Path, asked: dict[str, str | list[str]]) -> None:
    for name, test in each_page(app(article=TALKS, **asked)):
        assert not test.exception, name
        assert heading(test), name


@pytest.mark.parametrize("name", ["overview", "sentiment", "timeline", "quotes", "article"])
def test_where_nothing_is_found_the_page_says_so_and_offers_to_clear(data: Path, name: str) -> None:
    test = app(name, article=TALKS, topic="osce", speaker="truss")

    assert heading(test) == "Nothing found"
    assert "No statement matches: Truss on OSCE. Clear the filter, or choose less." in html(test)
    test.button(key="clear_nothing").click().run()
    assert "All 91 statements" in html(test)


def test_where_words_stand_in_the_wording_alone_it_is_offered_to_look_there(changeable: Path) -> None:
    """Words that a reader sees on the screen are found, or it is said where they stand."""
    test = app("quotes", article=EXAMPLE, words="called")

    assert heading(test) == "Nothing found"
    assert "In the wording of the article, 1 statement matches." in html(test)
    test.button(key="look_in_wording").click().run()
    assert "1 of 11 statements" in html(test)
    nowhere = app("quotes", article=EXAMPLE, words="zeppelin")
    assert "In the wording" not in html(nowhere)


def test_the_overview_of_invented_countries_tells_the_speakers_apart(data: Path) -> None:
    test = app(article="talks-in-port-sella-tolvia")

    assert "Statements by topic and speaker. One may count for several." in html(test)
    assert "Korrin is heard on four of seven topics" in html(test)


def test_where_nothing_is_found_the_article_is_still_there_to_read(data: Path) -> None:
    assert 'id="sentence-91"' in html(app("article", article=TALKS, topic="osce", speaker="truss"))


def test_what_a_link_asked_for_and_was_not_understood_is_named(data: Path) -> None:
    test = app(article=TALKS, topic="natoo", shade="x")

    assert "The link asked for the parameter “shade”, the topic “natoo”, which this article does not have." in html(
        test
    )


def test_the_filter_stays_when_the_page_changes_and_goes_with_clear(data: Path) -> None:
    test = app("quotes", article=TALKS, topic="nato")
    assert "9 of 91 statements: NATO" in html(test)

    test.switch_page(path("timeline")).run()
    assert "9 of 91 statements: NATO" in html(test)

    test.button(key="clear").click().run()
    assert "All 91 statements" in html(test)


def test_a_widget_of_the_panel_filters(data: Path) -> None:
    test = app(article=TALKS)

    test.multiselect(key="filter_topics_1").set_value(["minsk"]).run()

    assert "4 of 91 statements: Minsk agreements" in html(test)


def test_however_often_the_filter_is_set_its_widgets_show_it_and_the_session_does_not_grow(data: Path) -> None:
    test = app(article=TALKS)

    for topic in ("nato", "osce", "minsk") * GENERATIONS:
        test.query_params["topic"] = topic
        test.run()
        panel = test.multiselect(key=f"filter_topics_{desk_of(test).generation}")
        assert panel.value == [topic]

    remembered = test.session_state._state._state._new_widget_state.widget_metadata
    panels = [id for id in remembered if "-filter_topics_" in id]
    assert len(panels) == GENERATIONS


def test_choosing_another_article_takes_off_what_it_does_not_have(data: Path) -> None:
    test = app(article=TALKS, speaker="lavrov", section="3")

    choose_article(test, EXAMPLE)

    assert "All 11 statements" in html(test)


def test_a_number_opens_its_sentences_and_closes_them_again(data: Path) -> None:
    test = app(article=EXAMPLE)

    test.button(key="side_usa").click().run()
    assert "US: 4" in html(test)
    assert html(test).count('class="rd-item"') == 4

    test.button(key="side_usa").click().run()
    assert "US: 4" not in html(test)


def test_the_overview_counts_apart_what_is_only_relayed(data: Path) -> None:
    test = app(article=TALKS)

    assert "Ukraine, as Lavrov tells it" in test.button(key="side_ukr_relayed").label
    test.button(key="side_ukr_relayed").click().run()
    assert html(test).count('class="rd-item"') == 4
    assert "as Lavrov tells it" in html(test)


def test_the_strongest_words_are_read_beside_the_matrix(data: Path) -> None:
    test = app(article=TALKS)
    assert html(test).count('class="rd-item"') == 3

    press(test, "strong", "read", desk_of(test).shown.package.statements["statement"].iloc[81])

    assert "No. 82" in html(test)


def test_the_strongest_words_say_through_whom_they_are_heard(data: Path) -> None:
    assert "Cole</b>, relayed by Brook · no. 8</div>" in html(app(article=EXAMPLE))


def test_a_long_list_shows_twelve_and_then_all(data: Path) -> None:
    test = app(article=TALKS)
    test.button(key="side_rus").click().run()
    assert html(test).count('class="rd-item"') == 12

    test.button(key="overview_more").click().run()

    assert html(test).count('class="rd-item"') == 77


def test_where_no_lane_has_the_other_mean_the_key_has_no_entry_for_it(data: Path) -> None:
    assert "TextBlob’s mean" not in html(app("sentiment", article=EXAMPLE))


def test_side_by_side_it_is_said_by_which_score_the_headline_is_and_whose_the_counts_are(data: Path) -> None:
    test = app("sentiment", article=TALKS)
    assert "The headline is by" not in html(test)

    test.segmented_control(key="tone_score").set_value("all").run()

    assert "The headline is by Blend alone. Blend knows a word in 53 of the 87" in html(test)
    assert "scored by Blend · TextBlob · VADER, of all</span>" in html(test)
    assert '<span class="rd-many">8 · 3 · 7 of 10</span>' in html(test)


def test_no_word_beside_a_lane_counts_there_because_it_is_negated(data: Path) -> None:
    """Fault, panic and violate count for the tone as "not a fault", "not create panic", "can not violate"."""
    beside = html(app("sentiment", article=TALKS))

    assert "<span>+ improve</span>" in beside
    assert not re.findall("<span>[+] (?:fault|panic|bother|violate)</span>", beside)


def test_a_section_is_opened_by_name(data: Path) -> None:
    test = app("sentiment", article=EXAMPLE)

    test.selectbox(key="sentiment_Read the statements of a section_0").set_value(1).run()

    shown = html(test)
    assert "Section 1 · 3 of 4 scored by Blend. Most positive first." in shown
    assert "One more holds no scored word." in shown
    assert shown.count('class="rd-item"') == 3
    press(test, "list_sentiment", "read", "7hzwtjjcark6")
    assert "excellent" in html(test)


def test_the_marks_of_a_chart_open_what_they_carry(data: Path) -> None:
    """What a mark carries is tried on the function; a real click is tried in the browser."""
    from components.ui.opened import carried

    point = {"customdata": ["cxqmhnap25ur 7hzwtjjcark6", "The talks", ""]}

    assert carried([point]) == Opened("The talks", ("cxqmhnap25ur", "7hzwtjjcark6"))
    assert carried([{"customdata": ["", "1999", "istanbul-charter"]}]) == Opened("1999", (), ("istanbul-charter",))
    assert carried([point, {"customdata": ["kjreis6udzuk", "Other", ""]}]) == Opened(
        "2 marks", ("cxqmhnap25ur", "7hzwtjjcark6", "kjreis6udzuk")
    )
    assert carried([]) is None
    assert carried([{}]) is None


@pytest.mark.parametrize(
    ("article", "said"),
    [
        (TALKS, "in the order of the article; the numbers above are its sections, those below its statements."),
        (EXAMPLE, "in the order of the article; the numbers above are its sections."),
        ("talks-in-port-sella-tolvia", "in the order of the article."),
    ],
)
def test_the_timeline_says_what_its_numbers_are_where_it_has_any(data: Path, article: str, said: str) -> None:
    assert f"Each mark is a statement, {said}" in html(app("timeline", article=article))


def test_an_entry_of_the_record_stands_with_its_source(data: Path) -> None:
    test = app("timeline", article=TALKS)
    test.segmented_control(key="timeline_view").set_value("timeline_calendar").run()

    boxes = [box for box in test.selectbox if box.label == "Read the statements behind a date"]
    boxes[0].set_value(boxes[0].options.index("Budapest Memorandum 1994 (Budapest Memorandum)")).run()

    assert "From the record" in html(test)
    assert "A/49/765, S/1994/1399, 19 December 1994" in html(test)


def test_the_blend_comes_first_and_others_are_one_press_away(data: Path) -> None:
    test = app("sentiment", article=TALKS)
    assert "Blend knows a word in 53 of the 87 reported statements." in html(test)
    assert "TextBlob’s mean, where it scores five or more</span>" in html(test)

    for chosen, said in (("polarity", "TextBlob knows"), ("vader", "VADER knows"), ("all", "Blend knows")):
        test.segmented_control(key="tone_score").set_value(chosen).run()
        assert not test.exception
        assert said in html(test)


def rows(test: AppTest) -> list[int]:
    """The numbers of the statements on the page that is open, in their order."""
    return [int(each) for each in re.findall(r'class="rd-no">no. (\d+)<', html(test))]


def test_the_quotes_are_whole_and_missing_scores_say_so(data: Path) -> None:
    test = app("quotes", article=EXAMPLE)

    assert rows(test) == list(range(1, 12))
    assert "Carl Dale said that it was good for him to be here" not in html(test)
    wording = [row["wording"] for row in desk_of(test).shown.package.statements.to_dict("records")]  # type: ignore[union-attr]
    assert all(text.replace("’", "&#x27;") in html(test).replace("’", "&#x27;") for text in wording)
    assert html(test).count('<div class="rd-tone">–</div>') == 6


def test_without_the_text_the_quotes_are_our_paraphrase(data: Path) -> None:
    test = app("quotes", article=TALKS)

    assert '<div class="rd-said-here">Lavrov says that ties between Moscow and London have sunk low.' in html(test)
    assert len(rows(test)) == 25
    assert "1 to 25 of 91" in html(test)


def test_there_are_25_a_page_and_the_pages_go_round(data: Path) -> None:
    test = app("quotes", article=TALKS)
    seen = rows(test)
    for page in (2, 3, 4):
        (pages,) = test.get("pagination")
        assert pages.proto.num_pages == 4
        desk_of(test).place("quotes").page = page
        test.run()
        seen += rows(test)

    assert seen == list(range(1, 92))


def test_the_most_negative_on_a_topic_is_two_presses_away(data: Path) -> None:
    test = app("quotes", article=TALKS)

    test.selectbox(key="quick_topic").set_value("nato").run()
    test.get("button_group")[0].set_value("Most negative first").run()

    assert "9 of 91 statements: NATO, most negative first by Blend" in html(test)
    assert "Most negative first by Blend." in html(test)
    assert rows(test)[0] == 23


def test_the_order_and_its_score_stand_in_the_link_and_in_the_sentence_above(data: Path) -> None:
    test = app("quotes", article=EXAMPLE)
    test.get("button_group")[0].set_value("Most positive first").run()
    test.selectbox(key="order_by").set_value("vader").run()

    assert dict(test.query_params) == {"article": EXAMPLE, "order": "positive", "by": "vader"}
    assert "All 11 statements, most positive first by VADER" in html(test)
    assert rows(test)[:3] == [3, 4, 2]

    linked = app("quotes", article=EXAMPLE, order="positive", by="vader")
    assert rows(linked)[:3] == [3, 4, 2]
    assert linked.selectbox(key="order_by").value == "vader"


def test_a_link_with_an_order_and_no_score_opens_what_it_opened(data: Path) -> None:
    test = app("quotes", article=EXAMPLE, order="negative")

    assert "All 11 statements, most negative first by TextBlob" in html(test)


def test_the_statement_that_a_link_names_is_read_and_its_page_is_open(data: Path) -> None:
    test = app("quotes", article=EXAMPLE, statement="iouba4yd6ln5")

    assert 'role="status">No. 8 · section 2, Exercises and Minsk<' in html(test)


def test_a_statement_is_read_and_the_next_and_the_panel_is_closed(data: Path) -> None:
    test = app("quotes", article=TALKS)
    assert "Choose a statement to read it here" in html(test)

    assert 'aria-label="Read statement 25"' in html(test)
    press(test, "quotes_rows", "read", desk_of(test).shown.statements["statement"].iloc[24])
    assert "No. 25 · section 5" in html(test)
    test.button(key="next_quotes").click().run()
    assert "No. 26 · section 5" in html(test)
    assert rows(test)[0] == 26  # the list has turned to the page of what is read
    test.button(key="previous_quotes").click().run()
    assert rows(test)[-1] == 25
    test.button(key="close_quotes").click().run()
    assert "Choose a statement to read it here" in html(test)
    assert rows(test)[-1] == 25


def test_who_is_heard_only_through_another_side_is_hollow_and_says_so(data: Path) -> None:
    test = app("quotes", article=TALKS, speaker=["zelensky", "putin"])

    assert "△</span>" in html(test)
    assert "as Lavrov tells it" in html(test)
    assert "relayed by Lavrov" in html(test)  # of his own side
    assert "◎</span>" not in html(test)


def test_other_columns_stand_under_the_words(data: Path) -> None:
    test = app("quotes", article=EXAMPLE)

    test.multiselect(key="columns").set_value(["Place", "VADER"]).run()

    assert "<i>Place</i> section 2, paragraph 2, sentence 8" in html(test)
    assert "<i>VADER</i> +0.44" in html(test)
    assert "rd-no-when rd-no-topics" in html(test)


def test_all_citations_can_be_copied_with_their_order(data: Path) -> None:
    test = downloads(app("quotes", article=EXAMPLE, order="negative", by="blend"))

    assert "Shown: All 11 statements, most negative first by Blend." in html(test)


def test_attaching_the_text_shows_the_wording_on_every_page(changeable: Path) -> None:
    text = (changeable / EXAMPLE / "article.txt").read_text(encoding="utf-8")
    (changeable / EXAMPLE / "article.txt").unlink()
    test = app("attach", article=EXAMPLE)
    assert "Reading in paraphrase" in " ".join(link.proto.label for link in test.get("page_link"))

    box_of(test).set_value(text.replace("were good", "were fine"))
    test.button(key="attach").click().run()

    assert "10 of 11 sentences recognised." in html(test)
    assert "Not recognised, and shown in paraphrase: sentence 2." in html(test)
    test.switch_page(path("article")).run()
    assert "They are a new alarm, he said." in html(test)
    assert "Brook calls the talks good." in html(test)

    test.switch_page(path("attach")).run()
    test.button(key="detach").click().run()
    assert "The text was taken away" in html(test)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("", "No text was given: paste one, or open a file."),
        (
            "Another text.",
            "None of the 91 sentences was recognised. Is this the article named above? Nothing was changed.",
        ),
    ],
)
def test_a_text_that_does_not_fit_is_told(data: Path, given: str, said: str) -> None:
    test = app("attach", article=TALKS)

    box_of(test).set_value(given)
    test.button(key="attach").click().run()

    assert said in html(test)


def test_a_faulty_article_is_told_and_the_others_are_shown(changeable: Path) -> None:
    (changeable / EXAMPLE / "actors.csv").write_text("id,name\n", encoding="utf-8")

    test = app()

    assert "All 91 statements" in html(test)
    assert test.expander[0].label == "1 fault in one article, which is left out"
    assert "actors.csv, line 1: the column side is missing" in test.code[0].value


def test_a_faulty_codebook_is_told_and_nothing_else_is_shown(changeable: Path) -> None:
    (changeable / "codebook.toml").write_text("topics = 1", encoding="utf-8")

    test = app()

    assert heading(test) == "The data cannot be read"
    assert "codebook.toml: " in test.code[0].value


def left_behind(test: AppTest, **address: str | list[str]) -> None:
    """Give the browser the address back that it had before the last press, as where two presses come one upon the other."""
    test.query_params.clear()
    for name, value in address.items():
        test.query_params[name] = value


def test_a_second_press_that_comes_with_the_address_before_the_first_loses_neither(data: Path) -> None:
    test = app("quotes", article=EXAMPLE)
    test.text_input(key="quick_words").set_value("alarm").run()
    left_behind(test, article=EXAMPLE)

    test.button_group(key="order").set_value("negative").run()

    assert (desk_of(test).view.filter.words, desk_of(test).view.order) == ("alarm", "negative")
    assert (test.query_params["words"], test.query_params["order"]) == ("alarm", "negative")


def test_a_statement_pressed_at_once_after_a_search_is_read_among_what_was_found(data: Path) -> None:
    test = app("quotes", article=EXAMPLE)
    test.text_input(key="quick_words").set_value("alarm").run()
    statement = desk_of(test).shown.statements["statement"].iloc[0]
    left_behind(test, article=EXAMPLE)

    press(test, "quotes_rows", "read", statement)

    assert desk_of(test).view.filter.words == "alarm"
    assert desk_of(test).place("quotes").chosen == statement


def test_an_address_that_comes_without_a_press_is_gone_to(data: Path) -> None:
    """The browser's way back: what was asked for since is asked for no more."""
    test = app("quotes", article=EXAMPLE)
    test.text_input(key="quick_words").set_value("alarm").run()
    left_behind(test, article=EXAMPLE)

    test.run()

    assert desk_of(test).view.filter.words == ""
    assert test.query_params.get("words") is None


def test_the_statements_on_a_topic_are_read_beside_the_codebook(data: Path) -> None:
    test = app("codebook", article=EXAMPLE)
    assert "Press a number to read the statements on a topic here." in html(test)

    press(test, "topics", "open", "minsk")

    shown = desk_of(test).shown
    on_it = [
        each
        for each, topics in zip(shown.statements["statement"], shown.statements["topics"], strict=True)
        if "minsk" in topics
    ]
    assert on_it
    assert set(re.findall(r'data-press="read (\w+)"', html(test))) == set(on_it)
    assert "Press a number to read" not in html(test)


def test_the_number_of_the_brief_stands_on_every_page_also_where_nothing_is_found(data: Path) -> None:
    test = app(article=TALKS, topic="osce", speaker="truss")
    desk_of(test).brief = desk_of(test).brief.toggled(EXAMPLE, ("kjreis6udzuk",))

    for name, here in each_page(test):
        assert "Brief · 1" in [link.proto.label for link in here.get("page_link")], name


def test_a_brief_that_is_empty_offers_nothing_to_undo_or_to_clear(data: Path) -> None:
    test = app("brief", article=EXAMPLE)
    keys = {str(each.key) for each in test.button}
    assert not keys & {"brief_undo", "brief_clear"}

    test.switch_page(path("quotes")).run()
    press(test, "quotes_rows", "brief", desk_of(test).shown.statements["statement"].iloc[0])
    test.switch_page(path("brief")).run()
    test.button(key="brief_clear").click().run()

    keys = {str(each.key) for each in test.button}
    assert "brief_undo" in keys
    assert "brief_clear" not in keys


@pytest.mark.parametrize("said", ["1 read nothing", "1 burn {}", "1", "", "read {}"])
def test_what_no_button_of_a_row_asks_for_is_not_done(data: Path, said: str) -> None:
    """The box that hears the rows takes what a browser sends, whatever that is."""
    test = app("quotes", article=EXAMPLE)
    statement = desk_of(test).shown.statements["statement"].iloc[0]

    test.text_input(key="heard_quotes_rows").set_value(said.format(statement)).run()

    assert not test.exception
    assert desk_of(test).place("quotes").chosen is None
    assert desk_of(test).brief.keys == []

"""The page Compare, without a browser: two texts are chosen, rows opened, decisions taken and taken back, files offered."""

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Multiselect

from components.analysis.comparison.compared import Compared
from components.analysis.comparison.decisions import Decision, decided
from components.model.codebook import load_codebook
from components.model.comparison import CAVEAT
from components.ui.pages import path
from tests.comparison.examples import examples
from tests.conftest import DATA
from tests.own import draft
from tests.test_pages import app, desk_of, heading, html, press

MARENIA, TOLVIA = "talks-in-port-sella-marenia", "talks-in-port-sella-tolvia"


@pytest.fixture
def both(data: Path) -> AppTest:
    """The two readouts of Port Sella side by side, as a link opens them."""
    return app("compare", article=MARENIA, beside=TOLVIA)


def _press(test: AppTest, key: str) -> None:
    test.button(key=key).click().run()
    assert not test.exception


def _turn(test: AppTest, subject: str) -> None:
    """Open the row of a subject, or close it."""
    press(test, "subjects", "turn", subject)
    assert not test.exception


def _statements(test: AppTest) -> Multiselect:
    """The box in which statements are chosen for a decision."""
    (box,) = [each for each in test.multiselect if each.label == "Statements"]
    return box


def _id(test: AppTest, article: str, number: int) -> str:
    """The id of a statement of an article that is compared."""
    made = desk_of(test).comparing.made
    assert made is not None
    rows = (made.a if made.a.package.id == article else made.b).rows
    return str(rows[number - 1].statement)


def test_before_a_second_text_is_chosen_the_page_says_what_to_do(data: Path) -> None:
    test = app("compare", article=MARENIA)

    assert heading(test) == "Two texts side by side"
    (choice,) = [each for each in test.selectbox if each.label == "Beside it"]
    assert choice.options[0] == "Talks in Port Sella (invented): Tolvia’s readout (perhaps of the same meeting)"


def test_a_link_opens_two_shipped_articles_and_the_address_keeps_them(both: AppTest) -> None:
    assert heading(both) == "Four subjects stand only in Tolvia’s readout"
    assert CAVEAT in html(both)
    assert dict(both.query_params) == {"article": MARENIA, "beside": TOLVIA}


def test_what_ships_as_a_machine_read_it_leads_to_what_that_is_worth_and_not_to_a_review(both: AppTest) -> None:
    (link,) = [each.proto for each in both.get("page_link") if each.proto.label.startswith("Read by machine: ")]
    assert link.label == "Read by machine: 9 of 10 speakers likely, 1 guess."
    assert link.page == "method"

    both.switch_page(path("review")).run()

    assert "Marenia’s readout” ships with Readout and stays as it is." in html(both)


def test_a_link_to_a_text_that_there_is_not_says_so(data: Path) -> None:
    test = app("compare", article=MARENIA, beside="gone")

    assert "The link asked for the beside “gone”, which this article does not have." in html(test)
    assert heading(test) == "Two texts side by side"


def test_swapping_puts_the_second_text_first(both: AppTest) -> None:
    _press(both, "swap")

    assert dict(both.query_params) == {"article": TOLVIA, "beside": MARENIA}
    assert heading(both) == "Four subjects stand only in Tolvia’s readout"


def test_a_row_opens_with_the_statements_of_both_texts_and_shared_words_marked(both: AppTest) -> None:
    assert "Santa Iva" not in html(both)

    _turn(both, "detained")

    assert "Santa Iva" in html(both)
    assert "Copy citations" in html(both)
    assert "Source: Talks in Port Sella (invented): Tolvia’s readout" in html(both)
    _turn(both, "detained")
    _turn(both, "food")
    assert '<span class="rd-shared">grain</span>' in html(both)
    assert "May stand against each other: one says “will”, the other “may”." in html(both)


def test_not_the_same_is_decided_undone_and_brought_back(both: AppTest) -> None:
    _turn(both, "sovereignty")
    assert "In both: 6 of 11" in html(both)

    _press(both, "apart_0")
    assert "In both: 5 of 11" in html(both)
    _press(both, "undo_decision")
    assert "In both: 6 of 11" in html(both)
    _press(both, "redo_decision")

    assert "In both: 5 of 11" in html(both)
    assert "1 decision of yours" in html(both)


def _open_subject(test: AppTest) -> str:
    return desk_of(test).comparing.row


def test_the_subjects_are_gone_through_in_their_order(both: AppTest) -> None:
    made = desk_of(both).comparing.made
    assert made
    order = [each.id for each in Compared(made.a, made.b, made.points).subjects]
    assert both.button(key="previous_subject").disabled

    _press(both, "next_subject")
    assert _open_subject(both) == order[0]
    assert both.button(key="previous_subject").disabled
    _press(both, "next_subject")
    assert _open_subject(both) == order[1]
    _press(both, "previous_subject")
    assert _open_subject(both) == order[0]

    _turn(both, order[0])  # closes it
    _turn(both, order[-1])
    assert both.button(key="next_subject").disabled


def test_a_subject_is_marked_and_stays_so_when_its_statements_are_told_apart(both: AppTest) -> None:
    _turn(both, "sovereignty")
    assert "★ Marked" not in html(both)

    _press(both, "mark_row")
    assert html(both).count("★ Marked") == 1
    _press(both, "apart_0")
    assert html(both).count("★ Marked") == 1

    _press(both, "mark_row")
    assert "★ Marked" not in html(both)
    _press(both, "undo_decision")
    assert html(both).count("★ Marked") == 1


def test_statements_that_stood_alone_are_decided_to_be_the_same(both: AppTest) -> None:
    _turn(both, "name-kerras-passage")
    which = _statements(both)
    assert [each for each in which.options if each.startswith(("Marenia 5:", "Tolvia 9:"))]
    which.set_value([f"a {_id(both, MARENIA, 5)}", f"b {_id(both, TOLVIA, 9)}"]).run()

    _press(both, "same")

    assert heading(both) == "Three subjects stand only in Tolvia’s readout"
    assert "Decided by you." in html(both)


def test_a_subject_is_renamed_joined_and_split(both: AppTest) -> None:
    _turn(both, "health")
    next(each for each in both.text_input if each.label == "Call it").input("The crew’s <b>health</b>").run()
    _press(both, "rename")
    assert "The crew’s &lt;b&gt;health&lt;/b&gt;" in html(both)

    next(each for each in both.selectbox if each.label == "Same subject as").select("detained").run()
    _press(both, "join")
    assert heading(both) == "Three subjects stand only in Tolvia’s readout"

    which = _statements(both)
    which.set_value([f"b {_id(both, TOLVIA, 5)}"]).run()
    next(each for each in both.text_input if each.label == "A subject of their own, called").input(
        "A written answer"
    ).run()
    _press(both, "split")
    assert "A written answer" in html(both)


def test_what_was_decided_is_kept_when_another_page_is_looked_at(both: AppTest) -> None:
    _turn(both, "sovereignty")
    _press(both, "apart_0")

    both.switch_page(path("overview")).run().switch_page(path("compare")).run()

    assert "1 decision of yours" in html(both)


def test_an_article_beside_itself_is_said_to_be_the_same(data: Path) -> None:
    assert (
        heading(app("compare", article=MARENIA, beside=MARENIA)) == "The two texts are the same, sentence by sentence"
    )


def test_a_text_without_its_wording_is_compared_by_paraphrases(data: Path) -> None:
    test = app("compare", article=MARENIA, beside="lavrov-truss-2022-02")

    assert not test.exception
    assert "A text that is not attached is compared by its paraphrases." in html(test)


def test_a_filter_does_not_narrow_the_comparison_and_the_page_says_so(data: Path) -> None:
    test = app("compare", article=MARENIA, beside=TOLVIA, topic="food")

    assert "The filter does not narrow this page" in html(test)
    assert heading(test) == "Four subjects stand only in Tolvia’s readout"


def test_an_own_article_beside_a_shipped_one_leaves_nothing_in_the_address(both: AppTest) -> None:
    mine = draft(load_codebook(DATA))
    desk_of(both).own = {mine.id: mine}
    both.run()
    (choice,) = [each for each in both.selectbox if each.label == "Beside it"]

    choice.select(mine.id).run()

    assert not both.exception
    assert dict(both.query_params) == {"article": MARENIA}
    assert "The Example" in html(both)


def test_both_sides_of_a_row_go_into_the_brief_and_out_again(both: AppTest) -> None:
    _turn(both, "sovereignty")

    _press(both, "row_to_brief")
    assert {key.article for key in desk_of(both).brief.keys} == {MARENIA, TOLVIA}
    _press(both, "row_to_brief")

    assert desk_of(both).brief.keys == []


def test_a_second_text_that_is_gone_is_told(both: AppTest) -> None:
    desk_of(both).view = replace(desk_of(both).view, beside="")
    desk_of(both).comparing.other = "mine-abc123"

    both.run()

    assert "The text that stood beside this one is no longer among your articles." in html(both)
    assert heading(both) == "Two texts side by side"


def test_a_saved_comparison_opens_with_its_decisions(both: AppTest) -> None:
    made = desk_of(both).comparing.made
    assert made is not None
    points = decided(made.points, [Decision("rename", "detained", to="The crew")])
    desk_of(both).comparing.opened[(MARENIA, TOLVIA)] = points

    both.run()

    assert "The crew" in html(both)


def test_the_examples_that_ship_hold_the_sentences_of_the_pairs() -> None:
    for folder, files in examples().items():
        assert (DATA / folder / "article.txt").read_bytes() == files["article.txt"]
        shipped = (DATA / folder / "statements.csv").read_text(encoding="utf-8").splitlines()
        made = files["statements.csv"].decode("utf-8").splitlines()
        assert [line[:12] for line in shipped] == [line[:12] for line in made]

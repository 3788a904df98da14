"""What a page shows is worked out once for the same statements, and anew for others."""

from dataclasses import replace

from streamlit.testing.v1 import AppTest

from components.analysis.filters import StatementFilter
from components.analysis.view import View
from components.article.package import Package
from components.model.codebook import Codebook
from components.ui.filter_panel import Shown, _of_same_statements
from tests.test_pages import EXAMPLE, app, desk_of


def shown_of(package: Package, codebook: Codebook, view: View) -> Shown:
    return Shown(package, codebook, view, view.filter.apply(package.statements))


def now(test: AppTest) -> Shown:
    """What the page of a test shows now."""
    shown = desk_of(test).shown
    assert shown
    return shown


def test_what_was_worked_out_is_not_worked_out_again(example: Package, codebook: Codebook) -> None:
    shown, made = shown_of(example, codebook, View()), []

    def count() -> int:
        made.append(len(shown.statements))
        return made[-1]

    assert [shown.once("count", count), shown.once("count", count)] == [11, 11]
    assert made == [11]
    assert shown.once(("count", "another"), count) == 11
    assert made == [11, 11]
    assert [shown.once_for_article("count", count), shown.once_for_article("count", count)] == [11, 11]
    assert made == [11, 11, 11]


def test_a_headline_s_facts_are_kept_by_order_and_score(example: Package, codebook: Codebook) -> None:
    shown = shown_of(example, codebook, View())

    assert shown.facts_by("blend") is shown.facts_by("blend")
    assert shown.facts_by("vader").score == "vader"
    ordered = replace(shown, view=replace(shown.view, order="negative"))
    assert ordered.worked_out is shown.worked_out
    assert ordered.facts_by("blend").order == "negative"


def test_a_chosen_order_changes_nothing_of_the_statements_shown() -> None:
    test = app("quotes", article=EXAMPLE)
    before = now(test)

    test.button_group(key="order").set_value("negative").run()

    assert now(test).view.order == "negative"
    assert now(test).worked_out is before.worked_out


def test_another_filter_shows_other_statements_of_the_same_article() -> None:
    test = app("quotes", article=EXAMPLE)
    before = now(test)

    test.text_input(key="quick_words").set_value("alarm").run()

    assert len(now(test).statements) < len(before.statements)
    assert now(test).worked_out is not before.worked_out


def test_nothing_of_another_article_text_codebook_or_filter_is_shown(example: Package, codebook: Codebook) -> None:
    before, words = shown_of(example, codebook, View()), StatementFilter(words="alarm")

    assert _of_same_statements(before, example, codebook, View()) is before
    assert _of_same_statements(None, example, codebook, View()) is None
    assert _of_same_statements(before, replace(example, recognised=3), codebook, View()) is None
    assert _of_same_statements(before, example, replace(codebook), View()) is None
    assert _of_same_statements(before, example, codebook, View(filter=words)) is None


def test_what_is_worked_out_of_a_shipped_article_is_worked_out_once_for_all_sessions() -> None:
    first, second = (now(app("timeline", article=EXAMPLE)) for _ in range(2))

    assert first is not second
    assert first.once_for_article("order of lanes", list) is second.once_for_article("order of lanes", list) != []


def test_what_is_worked_out_of_an_article_goes_with_it_and_its_codebook(example: Package, codebook: Codebook) -> None:
    """So a text that one session attached, or a topic that it added, is in no other."""
    shown = shown_of(example, codebook, View())
    assert shown.once_for_article("words", lambda: "of the example") == "of the example"

    with_text = shown_of(replace(example, recognised=3), codebook, View())
    recoded = shown_of(example, replace(codebook), View())

    assert with_text.once_for_article("words", lambda: "of the text") == "of the text"
    assert recoded.once_for_article("words", lambda: "of the codebook") == "of the codebook"
    assert shown.once_for_article("words", str) == "of the example"

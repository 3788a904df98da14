"""What a page shows is worked out once for the same statements, and anew for others."""

from dataclasses import replace

from components.analysis.filters import StatementFilter
from components.analysis.view import View
from components.article.package import Package
from components.model.codebook import Codebook
from components.ui.filter_panel import Shown, _same


def shown_of(package: Package, codebook: Codebook, view: View) -> Shown:
    return Shown(package, codebook, view, view.filter.apply(package.statements))


def test_what_was_worked_out_is_not_worked_out_again(example: Package, codebook: Codebook) -> None:
    shown, made = shown_of(example, codebook, View()), []

    def count() -> int:
        made.append(len(shown.statements))
        return made[-1]

    assert [shown.once("count", count), shown.once("count", count)] == [11, 11]
    assert made == [11]
    assert shown.once(("count", "another"), count) == 11
    assert made == [11, 11]


def test_a_headline_s_facts_are_kept_by_order_and_score(example: Package, codebook: Codebook) -> None:
    shown = shown_of(example, codebook, View())

    assert shown.facts_by("blend") is shown.facts_by("blend")
    assert shown.facts_by("vader").score == "vader"
    ordered = replace(shown, view=replace(shown.view, order="negative"))
    assert ordered.worked_out is shown.worked_out
    assert ordered.facts_by("blend").order == "negative"


def test_a_chosen_statement_and_an_order_change_nothing_of_the_statements_shown(
    example: Package, codebook: Codebook
) -> None:
    before = shown_of(example, codebook, View())

    assert _same(before, example, codebook, replace(before.view, order="positive", statement="x")) is before


def test_another_filter_article_text_or_codebook_shows_other_statements(example: Package, codebook: Codebook) -> None:
    before = shown_of(example, codebook, View())

    assert _same(None, example, codebook, View()) is None
    assert _same(before, example, codebook, View(filter=StatementFilter(words="peace"))) is None
    assert _same(before, replace(example, recognised=3), codebook, View()) is None
    assert _same(before, example, replace(codebook), View()) is None

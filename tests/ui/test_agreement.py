"""Machine against hand on the Method page: what it says, and that each number and each difference opens its sentences."""

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components.analysis.view import View
from components.article.package import Package
from components.model.codebook import Codebook
from components.ui.agreement import HOW, NOTHING, OTHERS, _open_row
from components.ui.desk import Desk, Place
from components.ui.filter_panel import Shown
from components.ui.opened import Opened
from tests.test_pages import desk_of

COLUMNS = ["statement", "speakers", "via", "form", "level", "topics"]


def page() -> None:
    from components.ui import agreement, filter_panel

    agreement.show_agreement(filter_panel.shown(), place="figures")
    agreement.show_disagreements(filter_panel.shown(), place="table")


def shown(package: Package, codebook: Codebook, machine: pd.DataFrame) -> AppTest:
    """The section alone, for an article with these answers of the machine."""
    test = AppTest.from_function(page, default_timeout=300)
    package = replace(package, machine=machine, about=package.about.model_copy(update={"agreement": {}}))
    view, statements = View(package.id), package.statements
    test.session_state["desk"] = Desk(view=view, shown=Shown(package, codebook, view, statements))
    return test.run()


def opened_at(test: AppTest, place: str) -> Opened | None:
    """What is open at a place of the page."""
    return desk_of(test).place(place).opened


def ids(package: Package, *sentences: int) -> tuple[str, ...]:
    rows = package.statements
    return tuple(rows.loc[rows["sentence"].isin(sentences), "statement"])


@pytest.fixture
def machine(example: Package) -> pd.DataFrame:
    """The coding of the example, but that 8 loses who relays it, 9 a speaker and its topic, and 11 gets a stranger."""
    answers = {8: {"via": ""}, 9: {"speakers": ("dale",), "topics": ()}, 11: {"speakers": ("a-stranger",)}}
    rows = zip(example.statements["sentence"], example.statements[COLUMNS].to_dict("records"), strict=True)
    return pd.DataFrame([{**row, **answers.get(sentence, {})} for sentence, row in rows])


def html(test: AppTest) -> str:
    return "\n".join(element.proto.body for element in test.get("html"))


def line(test: AppTest, field: str) -> list[str]:
    """The figures of a field as a reader sees them."""
    found = [button for button in test.button if button.key.startswith(f"agreement_{field}_")]
    return [button.label.replace("*", "").replace("\\", "") for button in found]


def test_it_opens_with_what_agrees_and_calls_weak_what_is_weak(
    example: Package, codebook: Codebook, machine: pd.DataFrame
) -> None:
    text = html(shown(example, codebook, machine))

    assert "Machine and hand agree on the speaker of 9 of 11 statements" in text
    assert "The agreement is weak on: relayed by." in text
    assert HOW in text


def test_each_field_has_a_line_of_figures(example: Package, codebook: Codebook, machine: pd.DataFrame) -> None:
    """By hand: via is observed 1/11 and expected 2 · 21 ÷ (22 · 21), so alpha is 0; F1 of the topics 2 · 5 ÷ (6 + 5)."""
    test = shown(example, codebook, machine)

    assert not test.exception
    assert line(test, "via") == ["10 of 11 agree on who relays it", "1 differs", "0.000 alpha, weak"]
    assert line(test, "form") == ["11 of 11 agree on the form", "1.000 alpha, reliable"]
    assert line(test, "speakers")[:2] == ["9 of 11 agree on the speaker", "2 differ"]
    assert line(test, "topics")[-1] == "0.909 F1"


def test_each_figure_opens_its_sentences(example: Package, codebook: Codebook, machine: pd.DataFrame) -> None:
    test = shown(example, codebook, machine)

    test.button(key="agreement_speakers_1").click().run()
    assert opened_at(test, "figures") == Opened("2 differ on the speaker", ids(example, 9, 11))

    test.button(key="agreement_via_2").click().run()
    now = opened_at(test, "figures")
    assert now is not None
    title, opened, _ = now
    assert title == "0.000 alpha, weak, for who relays it"
    assert set(opened) == set(example.statements["statement"])


def test_the_differences_stand_in_a_table_by_their_names(
    example: Package, codebook: Codebook, machine: pd.DataFrame
) -> None:
    test = shown(example, codebook, machine)

    names, labels, titles = example.actor_names, codebook.topic_labels, example.about.sections
    assert "They differ on 3 statements" in html(test)
    assert [tuple(row) for row in test.dataframe[0].value.to_numpy()] == [
        (8, "Relayed by", names["brook"], "nobody", f"2 {titles[2]}"),
        (9, "Speaker", f"{names['brook']} and {names['dale']}", names["dale"], f"2 {titles[2]}"),
        (9, "Topics", labels["minsk"], "no topic", f"2 {titles[2]}"),
        (11, "Speaker", names["brook"], "a-stranger", f"2 {titles[2]}"),
    ]


def test_each_difference_opens_its_sentence(example: Package, codebook: Codebook, machine: pd.DataFrame) -> None:
    test = shown(example, codebook, machine)

    test.selectbox[0].set_value(2).run()

    title = "Statement 9, topics: Minsk agreements by hand, no topic by machine"
    assert opened_at(test, "table") == Opened(title, ids(example, 9))


def ticked(rows: list[int], now: Opened | None, monkeypatch: pytest.MonkeyPatch) -> Opened | None:
    """What is open after the rows of the table were ticked."""
    held = Desk(places={"here": Place(now)})
    state: dict[str, Any] = {"table": {"selection": {"rows": rows}}, "desk": held}
    monkeypatch.setattr("streamlit.session_state", state)
    _open_row("here", "table", [Opened("first", ("a",)), Opened("second", ("b",))])
    return held.place("here").opened


def test_a_ticked_row_opens_its_sentence_and_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    second = Opened("second", ("b",))

    assert ticked([1], None, monkeypatch) == second
    assert ticked([1], Opened("first", ("a",)), monkeypatch) == second
    assert ticked([1], second, monkeypatch) == second  # it was opened by the list before


def test_taking_the_tick_away_closes_what_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ticked([], Opened("first", ("a",)), monkeypatch) is None
    assert ticked([], None, monkeypatch) is None


def test_where_they_agree_throughout_there_is_no_table(example: Package, codebook: Codebook) -> None:
    test = shown(example, codebook, example.statements[COLUMNS])

    assert "Machine and hand agree on the speaker of all 11 statements" in html(test)
    assert not test.dataframe
    assert not test.selectbox


def test_where_nothing_varies_alpha_is_called_not_defined(example: Package, codebook: Codebook) -> None:
    """The three statements after the lead have no one who relays them."""
    test = shown(example, codebook, example.statements[COLUMNS][1:4])

    assert line(test, "via") == ["3 of 3 agree on who relays it", "not defined alpha"]
    assert "3 of 11 statements have a recorded answer of the machine; only these are compared." in html(test)


@pytest.mark.parametrize(
    ("recorded", "said"),
    [
        (pd.DataFrame(columns=COLUMNS), NOTHING),
        (pd.DataFrame([("another", ("brook",), "", "direct", "sure", ())], columns=COLUMNS), OTHERS),
    ],
)
def test_where_nothing_can_be_compared_a_sentence_says_why(
    example: Package, codebook: Codebook, recorded: pd.DataFrame, said: str
) -> None:
    test = shown(example, codebook, recorded)

    assert said in html(test)
    assert not test.button
    assert not test.dataframe

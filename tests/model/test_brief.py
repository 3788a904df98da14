"""The brief as a value: what is chosen, in which order; the file that it is kept in."""

import pytest

from components.model.brief import Brief, Entry, Key, read_brief, write_brief
from components.model.limits import MOST_QUOTES
from components.model.rows import FaultyFilesError

THREE = Brief().with_statements("talks", ["a", "b"]).with_statements("reply", ["a"])


def said(brief: Brief) -> list[str]:
    return [each.heading or f"{each.article}/{each.statement}" for each in brief.entries]


def test_statements_of_several_articles_stand_in_the_order_in_which_they_were_taken() -> None:
    assert THREE.keys == [Key("talks", "a"), Key("talks", "b"), Key("reply", "a")]


def test_no_statement_stands_in_it_twice() -> None:
    assert THREE.with_statements("talks", ["b", "c", "c"]).keys == [*THREE.keys, Key("talks", "c")]


def test_a_second_press_takes_out_and_a_part_is_completed_first() -> None:
    assert THREE.toggled("talks", ["a"]).keys == [Key("talks", "b"), Key("reply", "a")]
    assert THREE.toggled("talks", ["a", "c"]).keys[-1] == Key("talks", "c")
    assert THREE.toggled("talks", ["a", "b"]).keys == [Key("reply", "a")]


@pytest.mark.parametrize(
    ("at", "steps", "order"),
    [
        (0, 1, ["talks/b", "talks/a", "reply/a"]),
        (2, -2, ["reply/a", "talks/a", "talks/b"]),
        (0, -1, ["talks/a", "talks/b", "reply/a"]),
        (2, 9, ["talks/a", "talks/b", "reply/a"]),
    ],
)
def test_an_entry_moves_and_never_past_an_end(at: int, steps: int, order: list[str]) -> None:
    assert said(THREE.moved(at, steps)) == order


def test_a_heading_stands_before_a_statement_and_a_note_with_it() -> None:
    brief = THREE.with_heading(1, "Fish").changed(2, note="Ask about this.")

    assert said(brief) == ["talks/a", "Fish", "talks/b", "reply/a"]
    assert brief.entries[2] == Entry("talks", "b", note="Ask about this.")
    assert brief.keys == THREE.keys
    assert said(brief.without_entry(1)) == said(THREE)


def test_it_holds_so_many_statements_and_no_more() -> None:
    full = THREE.with_statements("long", [str(i) for i in range(MOST_QUOTES)])

    assert len(full.keys) == MOST_QUOTES
    assert full.with_statements("other", ["x"]) == full


def test_its_file_gives_it_back() -> None:
    brief = THREE.with_heading(0, "Рыба 🐟 <b>").changed(1, note="=1+1")

    assert read_brief(write_brief(brief)) == brief


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "the file: Invalid JSON"),
        (b"[]", "the file: Input should be"),
        (b'{"entries": [{"note": 5}]}', "entries.0.note: Input should be a valid string"),
        (b'{"title": "%s"}' % (b"x" * 301), "title: String should have at most 300 characters"),
    ],
)
def test_a_file_that_is_none_is_told(data: bytes, told: str) -> None:
    with pytest.raises(FaultyFilesError, match=f"brief.json: {told}"):
        read_brief(data)

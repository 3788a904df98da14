"""Which stretches stand in quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.reading.quotations import find_quotations


def quoted(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_quotations(text, [(0, len(text))])]


@pytest.mark.parametrize(
    "text",
    [
        "“No,” he said.",
        '"No," he said.',
        "''No,'' he said.",
        "``No,'' he said.",
        "«No,» he said.",
        "„No,“ he said.",
        "‘No,’ he said.",
    ],
)
def test_the_marks_of_many_houses_are_known(text: str) -> None:
    assert quoted(text) == ["No,"]


@pytest.mark.parametrize("text", ["the envoys’ talks, Dale’s", "it’s 6'2\" tall", 'a mark at the end "', "no marks"])
def test_these_open_nothing(text: str) -> None:
    assert quoted(text) == []


def test_a_quotation_inside_another_is_part_of_it() -> None:
    assert quoted("“He said ‘no,’ twice,” she said.") == ["He said ‘no,’ twice,"]
    assert quoted("Dale said: “The “deal” is off.") == ["The “deal"]


def test_several_stand_apart() -> None:
    assert quoted("“One,” he said, “and two.”") == ["One,", "and two."]


def test_one_that_is_not_closed_runs_to_the_end_of_the_paragraph_and_says_so() -> None:
    text = "“One.\n“Two.”"
    first, second = find_quotations(text, [(0, 5), (6, len(text))])

    assert (text[first.start : first.end], first.closed) == ("One.", False)
    assert (text[second.start : second.end], second.closed) == ("Two.", True)


@given(st.text(alphabet="ab “”\"'«»„‘’.\n"))
def test_quotations_stand_in_order_and_apart_in_any_text(text: str) -> None:
    ends = [0]
    for each in find_quotations(text, [(0, len(text))]):
        assert ends[-1] <= each.start <= each.end <= len(text)
        ends.append(each.end)

"""Finding names: literal words and one wildcard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.model.names import find_names

FOUND = [
    ("Talks near Minsk", ["Minsk"], ["Minsk"]),
    ("minsk", ["Minsk"], ["minsk"]),
    ("Foreign  Minister Lee", ["Foreign Minister"], ["Foreign  Minister"]),
    ("The Russian-Belarusian exercises", ["Russian-Belarusian exercises"], ["Russian-Belarusian exercises"]),
    ("Russia’s Foreign Secretary", ["Russia's Foreign Secretary"], ["Russia’s Foreign Secretary"]),
    ("drills and a drill", ["drill*"], ["drills", "drill"]),
    ("the U.S. said", ["U.S"], ["U.S"]),
    ("US and us", ["US"], ["US"]),
    ("Lavrov’s remarks", ["Lavrov"], ["Lavrov"]),
    ("the Quad and a quad", ["=Quad"], ["Quad"]),
    ("F-16s and f-16s", ["=F-16*"], ["F-16s"]),
    ("a cease-fire, no cease fire", ["cease fire"], ["cease-fire", "cease fire"]),
    ("commitment to our security", ["commitment to * security"], ["commitment to our security"]),
    ("resolved the old bitter conflict", ["resolv* * * * conflict"], ["resolved the old bitter conflict"]),
    ("free, open seas", ["free, open"], ["free, open"]),
    ("defence, defense", ["defense"], ["defence", "defense"]),
    (
        "labour organisations, organizing labor",
        ["labor", "organiz*"],
        ["labour", "organisations", "organizing", "labor"],
    ),
    ("colours, behaviour, a harbour", ["color*", "behavior", "harbor"], ["colours", "behaviour", "harbour"]),
    ("a data centre, a programme", ["data center*", "program"], ["data centre", "programme"]),
]

NOT_FOUND = [
    ("Minskers", ["Minsk"]),
    ("it told us", ["US"]),
    ("Foreign. Minister", ["Foreign Minister"]),
    ("Foreign, Minister", ["Foreign Minister"]),
    ("a drill", ["dri"]),
    ("anything", []),
    ("commitment to security", ["commitment to * security"]),
    ("commitment to our own security", ["commitment to * security"]),
    ("commitment to. our security", ["commitment to * security"]),
    ("free open seas", ["free, open"]),
    ("any word", ["*", "* *", "="]),
    ("a defence", ["defenses"]),
    ("a.b", ["."]),
]


@pytest.mark.parametrize(("text", "names", "found"), FOUND)
def test_a_name_is_found(text: str, names: list[str], found: list[str]) -> None:
    assert [text[m.start : m.end] for m in find_names(text, {"it": names})] == found


@pytest.mark.parametrize(("text", "names"), NOT_FOUND)
def test_what_only_looks_like_the_name_is_not(text: str, names: list[str]) -> None:
    assert find_names(text, {"it": names}) == []


def test_the_longest_name_wins_and_covers_what_lies_in_it() -> None:
    found = find_names("the Black Sea", {"sea": ["Sea"], "black-sea": ["Black Sea"]})

    assert [mention.key for mention in found] == ["black-sea"]


def test_two_keys_may_share_a_name() -> None:
    found = find_names("Both leaders met", {"a": ["Both leaders"], "b": ["Both leaders"]})

    assert [mention.key for mention in found] == ["a", "b"]


def test_a_name_with_the_marks_of_a_pattern_is_literal() -> None:
    """Nobody's name becomes a regular expression: this one would hang a matcher."""
    assert find_names("a" * 40 + "!", {"it": ["(a+)+$"]}) == []


@given(st.text(), st.lists(st.text(max_size=12), max_size=5))
def test_any_name_in_any_text_gives_places_in_order(text: str, names: list[str]) -> None:
    places = [(mention.start, mention.end) for mention in find_names(text, {"it": names})]

    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)

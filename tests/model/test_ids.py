"""Ids made of names, and names that nobody has yet."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.model.ids import first_free, slug


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Carl Dale", "carl-dale"),
        ("Zoë Müller", "zoe-muller"),
        ("The EU’s Council", "the-eus-council"),
        ("Ruritania's army", "ruritania-army"),
        ("Ана", ""),
    ],
)
def test_an_id_has_small_letters_digits_and_hyphens(name: str, id: str) -> None:
    assert slug(name) == id


@given(st.text(max_size=40))
def test_every_id_can_stand_in_a_table_and_in_an_address(name: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(name))


@pytest.mark.parametrize(
    ("taken", "name"), [((), "brook"), (("dale",), "brook"), (("brook",), "brook-2"), (("brook", "brook-2"), "brook-3")]
)
def test_the_first_name_that_nobody_has(taken: tuple[str, ...], name: str) -> None:
    assert first_free("brook", taken) == name


def test_a_title_is_numbered_as_titles_are() -> None:
    assert first_free("Talks", ["Talks"], "{} ({})") == "Talks (2)"

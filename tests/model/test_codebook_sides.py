"""The sides of a codebook: countries and bodies without being listed, and groups of its own."""

import pytest

from components.model.codebook import JOINT, OTHER, REPORTER, Codebook, Side, Topic, read_codebook, write_codebook
from components.model.countries import ALLOWED
from components.model.rows import FaultyFilesError

TOPIC = Topic(id="trade", label="Trade", definition="Trade.", counts="Goods.", counts_not="Aid.", words=("trade",))
GROUPS = Codebook(
    (TOPIC,), (Side(id="opposition", label="Opposition", voice="the opposition"), Side(id="unions", label="Unions"))
)
ACTOR = '[[actors]]\nid = "{id}"\nname = "Ana Brook"\nrole = ""\nside = "{side}"\naliases = []\n'


def test_countries_and_bodies_need_no_listing() -> None:
    book = Codebook((TOPIC,))

    assert all(book.has_side(side) for side in ("srb", "xkx", "eu", "nato", OTHER, REPORTER))
    assert not any(book.has_side(side) for side in ("serbia", "SRB", "", JOINT, "opposition"))


@pytest.mark.parametrize(
    ("side", "label", "voice"),
    [
        ("opposition", "Opposition", "the opposition"),
        ("unions", "Unions", "Unions"),
        ("srb", "Serbia", "Belgrade"),
        (OTHER, "Others", "other capitals"),
        (REPORTER, "Reporter", "the reporter"),
        (JOINT, "several sides", "several sides"),
        ("atlantis", "atlantis", "atlantis"),
    ],
)
def test_a_side_has_a_label_and_a_voice(side: str, label: str, voice: str) -> None:
    assert (GROUPS.side_label(side), GROUPS.voice(side)) == (label, voice)


def test_a_group_of_the_codebook_goes_before_a_country_of_the_same_id() -> None:
    book = Codebook((TOPIC,), (Side(id="eu", label="Union side"),))

    assert (book.side_label("eu"), book.voice("eu")) == ("Union side", "Union side")


def test_groups_are_written_and_read_again_and_may_be_missing() -> None:
    assert read_codebook(write_codebook(GROUPS)).sides == GROUPS.sides
    assert read_codebook(write_codebook(Codebook((TOPIC,)))).sides == ()


def test_actors_with_sides_that_there_are_not_are_told_all_at_once() -> None:
    actors = (
        ACTOR.format(id="brook", side="srb")
        + ACTOR.format(id="cole", side="serbia")
        + ACTOR.format(id="dale", side="mars")
    )
    groups = f"{ALLOWED}, a group of the codebook (opposition, unions)"

    with pytest.raises(FaultyFilesError) as error:
        read_codebook(write_codebook(GROUPS).replace(b"actors = []\n", b"") + actors.encode())

    assert [str(fault) for fault in error.value.faults] == [
        f"codebook.toml: the actor cole has a side that there is not: found “serbia”; allowed: {groups}. The code is srb",
        f"codebook.toml: the actor dale has a side that there is not: found “mars”; allowed: {groups}",
    ]

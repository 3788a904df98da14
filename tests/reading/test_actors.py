"""Who the people and bodies of a text are, and whom a mention means.

Names are marked by hand, as the parse would have found them: `cast` takes the names of persons, places and bodies that
stand in the text.
"""

import re

import pytest

from components.reading.actors import Cast, Meant, Named, Person, side_of

SIDES = {"ruritania": ("Ruritania", "Ruritanian"), "eu": ("EU", "European Union")}


def cast(text: str, *people: str, places: tuple[str, ...] = (), bodies: tuple[str, ...] = (), known: tuple[Person, ...] = ()) -> Cast:  # fmt: skip
    names = [
        Named(found.start(), found.end(), kind)
        for kind, words in (("person", people), ("place", places), ("organisation", bodies))
        for word in words
        for found in re.finditer(rf"\b{re.escape(word)}\b", text)
    ]
    whole = [name for name in names if not any(_inside(name, other) for other in names)]
    return Cast(text, whole, known, SIDES)


def _inside(name: Named, other: Named) -> bool:
    return name != other and other.start <= name.start and name.end <= other.end


def mean(cast: Cast, mention: str, nth: int = 0) -> Meant | None:
    """Whom the nth mention with these words means."""
    place = [found.span() for found in re.finditer(rf"\b{re.escape(mention)}\b", cast.text)][nth]
    return cast.mean(*place)


# --- Names and ids ------------------------------------------------------------------------------


def test_a_last_name_means_who_bore_it_in_full() -> None:
    here = cast("Carl Dale spoke. Dale left.", "Carl Dale", "Dale")

    assert mean(here, "Dale", 1) == Meant("dale", sure=True)
    assert here.people["dale"].name == "Carl Dale"


def test_a_full_name_that_comes_later_completes_the_short_one() -> None:
    here = cast("Dale spoke. Carl Dale left.", "Dale", "Carl Dale")

    assert [person.name for person in here.people.values()] == ["Carl Dale"]


def test_two_with_one_last_name_are_two() -> None:
    here = cast("Ana Brook spoke. Carl Brook left.", "Ana Brook", "Carl Brook")

    assert list(here.people) == ["brook", "carl-brook"]
    assert mean(here, "Carl Brook") == Meant("carl-brook", sure=True)


def test_somebody_known_keeps_their_id_and_name() -> None:
    known = Person("dale-of-borduria", "Carl Dale", "Foreign Minister of Borduria", ("Karl Dale",))
    here = cast("Karl Dale spoke. Dale left. The foreign minister stayed.", "Karl Dale", "Dale", known=(known,))

    assert list(here.people) == ["dale-of-borduria"]
    assert mean(here, "Dale", 1) == Meant("dale-of-borduria", sure=True)
    assert mean(here, "The foreign minister") == Meant("dale-of-borduria", sure=True)


def test_a_body_that_speaks_is_an_actor_of_its_own() -> None:
    here = cast("The ministry spoke. Officials agreed.")

    assert mean(here, "The ministry") == Meant("ministry", sure=True)
    assert here.people["ministry"] == Person("ministry", "Ministry", kind="group")
    assert mean(here, "Officials") == Meant("officials", sure=True)


def test_where_only_names_count_a_body_is_nobody() -> None:
    here = cast("The ministry spoke.")

    assert here.mean(0, len("The ministry"), generic=False) is None


def test_a_word_of_somebody_is_theirs() -> None:
    here = cast("Dale came. Dale’s remarks were short.", "Dale")

    assert mean(here, "Dale’s remarks") == Meant("dale", sure=True)


def test_a_name_in_another_script_gets_an_id_all_the_same() -> None:
    here = cast("Ана Брук spoke. Инна Коул left.", "Ана Брук", "Инна Коул")

    assert list(here.people) == ["actor", "actor-2"]


# --- Offices ------------------------------------------------------------------------------------

OFFICES = [
    ("Ruritanian Foreign Minister, Carl Dale, spoke.", "Ruritanian Foreign Minister"),
    ("Ruritanian Foreign Minister Carl Dale spoke.", "Ruritanian Foreign Minister"),
    ("Carl Dale, the EU’s envoy, spoke.", "EU’s envoy"),
    ("Carl Dale, who is the envoy of Ruritania, spoke.", "envoy of Ruritania"),
    ("He met Deputy Defence Minister Carl Dale.", "Deputy Defence Minister"),
    ("Likewise Foreign Minister Carl Dale spoke.", "Foreign Minister"),  # a capital that only begins the sentence
]


@pytest.mark.parametrize(("text", "role"), OFFICES)
def test_the_office_beside_a_name_is_its_role(text: str, role: str) -> None:
    assert cast(text, "Carl Dale").people["dale"].role == role


@pytest.mark.parametrize(
    "text",
    [
        "Carl Dale, tired and late, spoke.",
        "The minister left. Carl Dale spoke.",
        "Carl Dale spoke of the minister.",
        "A word with the Minister\n\nCarl Dale spoke.",  # a heading stands apart
        "According to Carl Dale, President Ina Cole left.",  # the office has a holder of its own
    ],
)
def test_other_words_beside_a_name_are_no_office(text: str) -> None:
    assert cast(text, "Carl Dale", "Ina Cole").people["dale"].role == ""


def test_an_office_means_who_holds_it_here() -> None:
    text = "Ruritanian Foreign Minister Carl Dale met Ana Brook, the EU’s envoy. The foreign minister spoke. The envoy left."
    here = cast(text, "Carl Dale", "Ana Brook")

    assert mean(here, "The foreign minister") == Meant("dale", sure=True)
    assert mean(here, "The envoy") == Meant("brook", sure=True)


def test_an_office_that_two_hold_means_who_spoke_last_and_is_not_sure() -> None:
    here = cast("Minister Carl Dale met Minister Ana Brook. The minister spoke.", "Carl Dale", "Ana Brook")
    here.spoke("brook")
    here.spoke("dale")

    assert mean(here, "The minister") == Meant("dale", sure=False)


def test_an_office_with_a_side_means_its_holder_on_that_side() -> None:
    text = "Ruritanian Minister Carl Dale met EU Minister Ana Brook. The Ruritanian diplomat spoke."
    here = cast(text, "Carl Dale", "Ana Brook")

    assert mean(here, "The Ruritanian diplomat") == Meant("dale", sure=False)


def test_a_name_behind_an_office_is_a_person_though_the_parse_saw_none() -> None:
    here = cast("Defence Minister of Ruritania Carl Dale spoke. Dale left.", places=("Ruritania",))

    assert mean(here, "Defence Minister of Ruritania Carl Dale") == Meant("dale", sure=True)
    assert here.people["dale"] == Person("dale", "Carl Dale", "Defence Minister of Ruritania")


def test_a_first_and_a_last_name_are_a_person_though_the_parse_saw_none() -> None:
    here = cast("Ana Brook spoke. Brook left.")

    assert mean(here, "Ana Brook") == Meant("brook", sure=True)
    assert mean(here, "Brook", 1) == Meant("brook", sure=True)


@pytest.mark.parametrize(
    "mention", ["Foreign Ministry", "The Ministry", "Grey Party", "Trade Minister", "EU Envoys", "grey men"]
)
def test_other_pairs_of_words_are_no_person(mention: str) -> None:
    here = cast(f"{mention} spoke.")
    mean(here, mention)

    assert [person.kind for person in here.people.values()] in ([], ["group"])


# --- Sides --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Ruritanian Foreign Minister", "ruritania"),
        ("Ruritania’s envoy", "ruritania"),
        ("the EU’s envoy", "eu"),
        ("EU-appointed envoy", "eu"),
        ("Foreign Minister", ""),
        ("museum director", ""),  # “eu” inside a word
        ("", ""),
    ],
)
def test_the_side_is_told_by_the_words_of_an_office(words: str, side: str) -> None:
    assert side_of(words, SIDES) == side


def test_the_side_of_somebody_is_that_of_their_office() -> None:
    here = cast("Ruritanian Foreign Minister Carl Dale met Ana Brook.", "Carl Dale", "Ana Brook")

    assert (here.side("dale"), here.side("brook")) == ("ruritania", "")


# --- Pronouns -----------------------------------------------------------------------------------


def test_a_pronoun_means_who_spoke_last() -> None:
    here = cast("Carl Dale met Ana Brook. He spoke.", "Carl Dale", "Ana Brook")
    here.spoke("brook")
    here.spoke("dale")

    assert mean(here, "He") == Meant("dale", sure=False)


def test_a_title_tells_the_pronoun() -> None:
    """Dale spoke last, but "she" cannot be Mr Dale."""
    here = cast("Ms. Ana Brook met Mr. Carl Dale. She spoke.", "Ana Brook", "Carl Dale")
    here.spoke("brook")
    here.spoke("dale")

    assert mean(here, "She") == Meant("brook", sure=False)


def test_it_means_a_body_and_he_a_person() -> None:
    here = cast("The Council met Carl Dale. It spoke. He left.", "Carl Dale", bodies=("Council",))
    here.spoke("council")
    here.spoke("dale")

    assert mean(here, "It") == Meant("council", sure=False)
    assert mean(here, "He") == Meant("dale", sure=False)


def test_a_pronoun_with_nobody_before_it_means_nobody() -> None:
    assert mean(cast("He spoke. Carl Dale left.", "Carl Dale"), "He") is None


def test_where_nobody_spoke_yet_a_pronoun_means_who_was_named_nearest_before() -> None:
    assert mean(cast("Ana Brook came. Carl Dale left. He spoke.", "Ana Brook", "Carl Dale"), "He") == Meant("dale", sure=False)  # fmt: skip


# --- Several at once ----------------------------------------------------------------------------


def several(cast: Cast, mention: str) -> list[str]:
    start = cast.text.index(mention)
    return [meant.id for meant in cast.mean_several(start, start + len(mention))]


@pytest.mark.parametrize("mention", ["Both ministers", "The two ministers"])
def test_both_means_the_two_who_hold_the_office(mention: str) -> None:
    text = f"Minister Carl Dale met Minister Ana Brook and Ina Cole. {mention} spoke."

    assert several(cast(text, "Carl Dale", "Ana Brook", "Ina Cole"), mention) == ["dale", "brook"]


def test_they_means_those_who_spoke_together() -> None:
    here = cast("Carl Dale and Ana Brook spoke. They left.", "Carl Dale", "Ana Brook")
    here.spoke("dale", "brook")

    assert several(here, "They") == ["dale", "brook"]


@pytest.mark.parametrize("mention", ["They", "The ministers", "Both", "Dale", "The minister"])
def test_others_mean_nobody_rather_than_a_guess(mention: str) -> None:
    here = cast(f"Carl Dale spoke. {mention} left.", "Carl Dale")
    here.spoke("dale")

    assert several(here, f"{mention} left"[: len(mention)]) == []


# --- Who is named -------------------------------------------------------------------------------


def test_the_first_person_of_a_title_is_found_by_full_or_last_name() -> None:
    here = cast("Carl Dale met Ana Brook.", "Carl Dale", "Ana Brook")

    assert here.find_in("Remarks by Ms. Brook and Carl Dale") == "brook"
    assert here.find_in("Remarks in Oslo") is None


def test_who_spoke_last_is_remembered() -> None:
    here = cast("Carl Dale met Ana Brook.", "Carl Dale", "Ana Brook")

    assert here.last_speaker() is None
    here.spoke("dale")
    assert here.last_speaker() == "dale"

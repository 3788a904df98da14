"""Who the people and bodies of a text are: what the cases (`cases/actors.toml`) do not hold.

Names are marked by hand, as the parse would have found them: `cast` takes the names of persons, places and bodies that
stand in the text.
"""

import datetime as dt
import re
from collections import Counter
from string import ascii_uppercase
from typing import Any

import pytest

from components.reading import people
from components.reading.actors import Cast
from components.reading.article import read_article
from components.reading.people import Meant, Person
from components.reading.whole_names import Named

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


def test_of_many_people_none_is_looked_through_for_each_name_and_the_text_once_for_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is done for each mention must not grow with all of the others: a text of a million characters has thousands."""
    asked: Counter[str] = Counter()

    def counted(name: str) -> None:
        real = getattr(people, name)

        def count(*words: Any) -> Any:
            asked[name] += 1
            return real(*words)

        monkeypatch.setattr(people, name, count)

    counted("office_before")
    counted("folded")
    names = [f"{first}an {last}el" for first in ascii_uppercase for last in ascii_uppercase[:10]]
    text = " ".join(f"{name} came by. Tavran Holdas was there." for name in names)

    cast(text, *names, bodies=("Tavran Holdas",))

    assert len(names) == 260
    assert asked["office_before"] < 20 * len(names)
    assert asked["folded"] < 40 * len(names)


def _inside(name: Named, other: Named) -> bool:
    return name != other and other.start <= name.start and name.end <= other.end


def mean(cast: Cast, mention: str, nth: int = 0) -> Meant | None:
    """Whom the nth mention with these words means."""
    place = [found.span() for found in re.finditer(rf"\b{re.escape(mention)}\b", cast.text)][nth]
    return cast.mean(*place)


# --- Names and ids ------------------------------------------------------------------------------


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


# --- Offices ------------------------------------------------------------------------------------


def test_a_name_behind_an_office_is_a_person_though_the_parse_saw_none() -> None:
    here = cast("Defence Minister of Ruritania Carl Dale spoke. Dale left.", places=("Ruritania",))

    assert mean(here, "Defence Minister of Ruritania Carl Dale") == Meant("dale", sure=True)
    assert here.people["dale"] == Person("dale", "Carl Dale", "Defence Minister of Ruritania", ("Carl Dale",))


# --- Sides --------------------------------------------------------------------------------------


def test_the_side_of_somebody_is_that_of_their_office() -> None:
    here = cast("Ruritanian Foreign Minister Carl Dale met Ana Brook.", "Carl Dale", "Ana Brook")

    assert (here.side("dale"), here.side("brook")) == ("ruritania", "")


def test_the_side_of_somebody_may_stand_behind_the_name() -> None:
    here = cast("President Carl Dale of Serbia met Ana Brook of the board in Norway.", "Carl Dale", "Ana Brook")

    assert (here.side("dale"), here.side("brook")) == ("srb", "")


def test_a_body_has_the_side_that_its_name_tells_and_a_person_with_the_name_of_a_country_has_none() -> None:
    here = cast("Eva Jordan met the Serbian Ministry.", "Eva Jordan", bodies=("Serbian Ministry",))

    assert {person.name: here.side(id) for id, person in here.people.items()} == {
        "Eva Jordan": "",
        "Serbian Ministry": "srb",
    }


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


@pytest.mark.parametrize(
    ("label", "name", "role"),
    [
        ("Secretary of the Harbour Council Carl Dale", "Carl Dale", "Secretary of the Harbour Council"),
        ("Chief of the General Staff Carl Dale", "Carl Dale", "Chief of the General Staff"),
        ("Director of the Ferry Museum Carl Dale", "Carl Dale", "Director of the Ferry Museum"),
        ("Minister of Culture Carl Omar Dale", "Carl Omar Dale", "Minister of Culture"),
        ("Rosmore CEO Carl Dale", "Carl Dale", "Rosmore CEO"),
        ("CEO Carl Dale", "Carl Dale", "CEO"),
        ("MINISTER Carl Dale", "Carl Dale", "Minister"),
    ],
)
def test_a_label_tells_name_and_office(label: str, name: str, role: str) -> None:
    text = f"President Ana Brook: We begin.\n\n{label}: We do.\n\nAna Brook: Good.\n\nCarl Dale: Yes."

    actors = read_article(text, published=dt.date(2020, 5, 4), genre="transcript", title="Meeting on ferries").actors

    assert [(each.name, each.role) for each in actors if "Dale" in each.name] == [(name, role)]


def test_the_office_in_a_title_ends_with_the_title() -> None:
    """Above a speech stands where it was held: none of it is part of what who speaks is."""
    text = "Lakeside Harbour Auditorium\n\nLima, Peru\n\nSECRETARY BROOK: Good morning. The harbour is open."

    read = read_article(
        text, published=dt.date(2022, 2, 13), genre="speech", title="Remarks, Ana Brook, Secretary of State"
    )

    assert [actor.role for actor in read.actors if actor.name == "Ana Brook"] == ["Secretary of State"]


def test_who_is_served_has_the_office_behind_and_who_serves_the_one_before() -> None:
    text = (
        "The following is a transcript of today’s briefing by Ana Brook, Spokesperson for Secretary-General Carl Dale.\n\n"
        "Spokesperson: Good afternoon. Mr. Dale told us that the harbour is open."
    )

    title = "Daily Press Briefing by the Office of the Spokesperson for the Secretary-General"
    read = read_article(text, published=dt.date(2022, 2, 13), genre="transcript", title=title)

    roles = {actor.name: actor.role for actor in read.actors}
    assert (roles["Ana Brook"], roles["Carl Dale"]) == ("Spokesperson", "Secretary-General")

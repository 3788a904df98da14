"""For whom somebody speaks: what the words of an office tell, and what they do not."""

from pathlib import Path

import pytest

from components.model.lexicons import LEXICONS, read_table
from components.model.rows import FaultyFilesError
from components.reading.sides import Metonym, Sides

GROUPS = {"opposition": ("Opposition", "Free Ruritania")}

OFFICES = [
    # the name, the people, the capital, another name
    ("Foreign Minister of Serbia", "srb"),
    ("Serbian Foreign Minister", "srb"),
    ("Serbia’s envoy", "srb"),
    ("Mayor of Belgrade", "srb"),
    ("Élysée official", "fra"),
    ("White House press secretary", "usa"),
    ("U.S. Secretary of State", "usa"),
    ("US President", "usa"),
    # bodies
    ("NATO Secretary General", "nato"),
    ("EU foreign policy chief", "eu"),
    ("the EU’s envoy", "eu"),
    ("EU-appointed envoy", "eu"),
    ("Brussels official", "eu"),
    ("President of the European Commission", "eu"),
    ("WHO chief", "who"),
    ("Secretary of State of the Holy See", "vat"),
    # the longest name
    ("South Sudanese President", "ssd"),
    ("President of South Sudan", "ssd"),
    ("Papua New Guinea Deputy Prime Minister", "png"),
    ("President of the Republic of Korea", "kor"),
    ("New Jersey lawmaker", "usa"),
    # where somebody is sent tells nothing, who sends them does
    ("Serbian ambassador to Norway", "srb"),
    ("Ambassador of Serbia to the UN", "srb"),
    ("ambassador to Norway", ""),
    ("adviser on Iran", ""),
    ("UN Special Envoy for Syria", "un"),
    ("Minister for Foreign Affairs of Chad", "tcd"),
    # several fit
    ("Serbian and Norwegian negotiators", ""),
    ("Congolese minister", ""),  # of two countries
    # words that are also others
    ("turkey farmer", ""),
    ("Turkish farmer", "tur"),
    ("polish the speech", ""),
    ("who leads the talks", ""),
    ("us", ""),
    ("Governor of Georgia", ""),
    ("Senator from Washington", ""),
    ("President of Georgia", "geo"),
    ("King of Jordan", "jor"),
    ("Indian Ocean Commission", ""),
    ("Latin American adviser", ""),
    ("museum director", ""),
    ("Foreign Minister", ""),
    ("", ""),
    # the codebook's own groups go first
    ("Opposition leader of Serbia", "opposition"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "side"), OFFICES)
def test_the_side_is_told_by_the_words_of_an_office(words: str, side: str) -> None:
    assert Sides(GROUPS).of_office(words) == side


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("Serbia", "srb"),
        ("Belgrade", "srb"),
        ("the Kremlin", ""),  # the name that an actor gets has no article
        ("Kremlin", "rus"),
        ("Jordan", ""),  # more often somebody's name
        ("Chad", ""),
        ("Carl Jordan", ""),
        ("Serbia Dale", ""),
        ("Ana Brook", ""),
    ],
)
def test_the_name_of_a_person_tells_a_side_only_where_it_is_a_country_s(name: str, side: str) -> None:
    assert Sides().of_name(name) == side


@pytest.mark.parametrize(
    ("behind", "side"),
    [
        (" of Serbia said so.", "srb"),
        (" of the Republic of Korea said so.", "kor"),
        (" of South Sudan.", "ssd"),
        (" of Downing Street.", "gbr"),
        (" of the board of Serbia.", ""),
        (" in Serbia.", ""),
        (" of\nSerbia", ""),
        (" of them.", ""),
    ],
)
def test_a_country_behind_a_name_tells_the_side(behind: str, side: str) -> None:
    assert Sides().behind(f"Prime Minister Ana Brook{behind}", 24) == side


@pytest.mark.parametrize(
    ("title", "side"),
    [
        ("Talks with President of Serbia Ana Brook", "srb"),
        ("Call with Prime Minister Brook of Norway", "nor"),
        ("Norway’s Brook sees President of Serbia Carl Dale", "nor"),
        ("President of Serbia Carl Dale and Ana Brook", ""),
        ("In Oslo Brook says no", ""),
        ("Oslo talks with Brookside", ""),
        ("Brook", ""),
        ("", ""),
    ],
)
def test_a_title_tells_the_side_of_somebody_beside_the_name(title: str, side: str) -> None:
    assert Sides().beside(title, ("Ana Brook", "Brook")) == side


@pytest.mark.parametrize(("word", "tells"), [("Serbian", True), ("Jordan", False), ("Dale", False), ("serbian", False)])
def test_a_word_in_front_of_a_name_may_be_that_of_a_side(word: str, tells: bool) -> None:  # noqa: FBT001
    assert Sides().is_word(word) is tells


def test_all_faults_of_the_metonyms_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    head = (LEXICONS / "en" / "metonyms.toml").read_text(encoding="utf-8")
    (tmp_path / "en" / "metonyms.toml").write_text(head, encoding="utf-8")
    (tmp_path / "en" / "metonyms.csv").write_text("words,side\nOld Palace,atlantis\n,srb\n", encoding="utf-8")

    with pytest.raises(FaultyFilesError) as caught:
        read_table(Metonym, "metonyms", folder=tmp_path)

    assert [str(fault) for fault in caught.value.faults] == [
        "lexicons/en/metonyms.csv, line 2, column side: found “atlantis”; allowed: a country’s code, a body’s id, or none",
        "lexicons/en/metonyms.csv, line 3, column words: found nothing; allowed: a name, as in the codebook",
    ]

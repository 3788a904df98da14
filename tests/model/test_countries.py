"""Countries and bodies: codes, labels, voices, and what is said of a table with faults."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from components.model import countries
from components.model.countries import CountryRow
from components.model.lexicons import LEXICONS, read_table
from components.model.rows import FaultyFilesError
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("code", "label", "voice"),
    [
        ("gbr", "UK", "London"),
        ("usa", "US", "Washington"),
        ("ukr", "Ukraine", "Kyiv"),
        ("srb", "Serbia", "Belgrade"),
        ("kaz", "Kazakhstan", "Astana"),  # the package knows an earlier name of the capital
        ("xkx", "Kosovo", "Pristina"),  # ... and lacks the country
        ("hkg", "Hong Kong", "Hong Kong"),
        ("eu", "EU", "Brussels"),
        ("bel", "Belgium", "Belgium"),  # whose capital is another side's name
        ("vat", "Holy See", "the Holy See"),
        ("un", "UN", "the UN"),
        ("nato", "NATO", "NATO"),
    ],
)
def test_a_side_is_called_as_people_call_it(code: str, label: str, voice: str) -> None:
    country = countries.find(code)

    assert country is not None
    assert (country.label, country.voice) == (label, voice)


@pytest.mark.parametrize("code", ["", "atlantis", "GBR", "gb", "uk", "ant", "scg", "other", "reporter", "joint"])
def test_what_is_no_code_is_no_country(code: str) -> None:
    assert countries.find(code) is None


@pytest.mark.parametrize("body", "eu un nato osce g7 g20 au asean opec iaea who wto imf coe vat".split())
def test_the_bodies_that_are_heard_most_are_known(body: str) -> None:
    assert countries.find(body)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("uk", "gbr"), ("us", "usa"), ("eu", "eu"), ("Serbia", "srb"), ("the Gambia", "gmb"), ("Curacao", "cuw"),
        ("TÜRKİYE", "tur"), ("Côte d'Ivoire", "civ"), ("srb", "srb"), ("Atlantis", ""), ("", ""), ("other", ""),
    ],
)  # fmt: skip
def test_a_code_is_found_by_a_name(name: str, code: str) -> None:
    assert countries.code_of(name) == code


def test_codes_labels_and_words_are_plain_and_each_label_is_of_one() -> None:
    known = countries.everything()

    assert len(known) > 280
    for id, country in known.items():
        assert country.id == id
        assert re.fullmatch(r"[a-z][a-z0-9-]+", id)
        assert all((country.label, country.voice, country.names))
        assert all(word == word.strip() and word for word in (*country.names, *country.demonyms))
    assert [label for label, n in Counter(each.label for each in known.values()).items() if n > 1] == []
    names = Counter(name.casefold() for each in known.values() for name in each.names)
    assert [name for name, n in names.items() if n > 1] == []


def test_no_body_has_the_code_of_a_country_and_every_country_of_the_table_has_one_of_iso() -> None:
    from countryinfo import all_countries

    iso = {str(each.iso().get("alpha3")).casefold() for each in all_countries()} | {"xkx"}
    rows = read_table(CountryRow, "countries")
    split = next(i for i, row in enumerate(rows) if row.id == "vat")  # bodies stand first

    assert [row.id for row in rows[:split] if row.id in iso] == []
    assert [row.id for row in rows[split:] if row.id not in iso] == []


def test_what_the_pages_show_most_needs_no_library() -> None:
    """Reading the library takes a tenth of a second: labels of the table, and of every shipped article, go without."""
    sides = "rus gbr ukr eu usa un nato"
    code = (
        "import sys\nfrom components.model.codebook import Codebook\nbook = Codebook(())\n"
        f"print([book.side_label(side) + book.voice(side) for side in '{sides}'.split()], 'countryinfo' in sys.modules)\n"
        "print(book.side_label('srb'), 'countryinfo' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    first, second = done.stdout.splitlines()

    assert first.endswith("False")
    assert second == "Serbia True"


def test_all_faults_of_the_table_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    head = (LEXICONS / "en" / "countries.toml").read_text(encoding="utf-8")
    (tmp_path / "en" / "countries.toml").write_text(head, encoding="utf-8")
    rows = "id,label,voice,names,demonyms\nRUR,Ruritania,,Ruritania,\ntol,,,Tolvia,-\nmar,Marenia,,,\ntol,Tolvia,,Tolvia,-\n"
    (tmp_path / "en" / "countries.csv").write_text(rows, encoding="utf-8")

    with pytest.raises(FaultyFilesError) as caught:
        read_table(CountryRow, "countries", folder=tmp_path)

    assert [str(fault) for fault in caught.value.faults] == [
        "lexicons/en/countries.csv, line 2, column id: found “RUR”; allowed: a code of ISO 3166-1 in three small letters, "
        "or a body’s id",
        "lexicons/en/countries.csv, line 3, column label: found nothing; allowed: any text",
        "lexicons/en/countries.csv, line 4, column names: found nothing; allowed: names separated by semicolons",
    ]

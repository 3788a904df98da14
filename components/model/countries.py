"""Countries and bodies: whom somebody may speak for, by code, with label, voice and the words that tell them.

A country has its ISO 3166-1 alpha-3 code in small letters, a body an id of ours. `data/lexicons/en/countries.csv` has the
bodies, what the library `countryinfo` lacks, says otherwise than people do, or has wrong, and the countries that are heard
most. The library knows the others; reading it takes a tenth of a second, so it is asked only for what the table lacks.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from components.model.lexicons import read_table
from components.model.rows import Row, Several, column

NONE = "-"
"""In a cell of several: there are none, whatever the library has."""

WITHDRAWN = ("ant", "scg")
"""Codes that ISO has taken back and the library still has."""

ALLOWED = (
    "a country’s code of ISO 3166-1 in three small letters (fra, jpn), a body (un, eu, nato, osce, g7 and others of "
    "data/lexicons/en/countries.csv), other, reporter"
)


class Country(NamedTuple):
    """A country or body. `voice` is its capital as newspapers name it, or the name with its article.

    `names` and `demonyms` are names as in `names.find_names`.
    """

    id: str
    label: str
    voice: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]


class CountryRow(Row):
    """A row of `countries.csv`. What is left empty is as the library has it."""

    id: str = column(
        "The code.", "a code of ISO 3166-1 in three small letters, or a body’s id", pattern=r"^[a-z][a-z0-9-]+$"
    )
    label: str = column("The name as people say it, short.", "any text", min_length=1)
    voice: str = column("The capital as newspapers name it, or the name with its article.", "any text, or nothing")
    names: Several = column("Its names.", "names separated by semicolons", min_length=1)
    demonyms: Several = column("What tells its people.", f"names separated by semicolons, {NONE} for none, or nothing")


@cache
def _table() -> Mapping[str, CountryRow]:
    return {row.id: row for row in read_table(CountryRow, "countries")}


def find(code: str) -> Country | None:
    """The country or body with this code; None where there is none."""
    row = _table().get(code)
    if row and row.voice and row.demonyms:
        return _made(row, None)
    return everything().get(code)


def is_state(code: str) -> bool:
    """Whether a code is a country's, whose people have a name, and no body's."""
    country = find(code)
    return country is not None and bool(country.demonyms)


@cache
def everything() -> Mapping[str, Country]:
    """All countries and bodies by code: those of the table first, in its order."""
    from countryinfo import all_countries  # a tenth of a second: only where the table is not enough

    theirs: dict[str, Country] = {}
    for each in all_countries():
        code = str(each.iso().get("alpha3") or "").casefold()
        if code and code not in WITHDRAWN:
            theirs.setdefault(code, _theirs(code, each.name(), each.capital(), each.demonym()))
    ours = {id: _made(row, theirs.get(id)) for id, row in _table().items()}
    return {**ours, **{code: country for code, country in theirs.items() if code not in ours}}


def _theirs(code: str, name: str, capital: str | None, demonyms: str | None) -> Country:
    """A country as the library has it: several demonyms are one text there."""
    label = name.removeprefix("The ")
    told = [each.strip() for each in (demonyms or "").replace("/", ",").split(",")]
    return Country(code, label, capital or label, (label,), tuple(filter(None, told)))


def _made(row: CountryRow, theirs: Country | None) -> Country:
    """A row of the table, with what the library says where the row says nothing."""
    demonyms = () if row.demonyms == (NONE,) else row.demonyms or (theirs.demonyms if theirs else ())
    return Country(row.id, row.label, row.voice or (theirs.voice if theirs else row.label), row.names, demonyms)


def code_of(name: str) -> str:
    """The code of a country or body by its code, label or another of its names; nothing where there is none.

    >>> code_of("us"), code_of("Czech Republic"), code_of("Atlantis")
    ('usa', 'cze', '')
    """
    asked = _folded(name)
    return _ours().get(asked) or _all().get(asked, "")


@cache
def _ours() -> Mapping[str, str]:
    return {_folded(word): row.id for row in _table().values() for word in (*row.names, row.label, row.id)}


@cache
def _all() -> Mapping[str, str]:
    return {
        _folded(word): country.id
        for country in everything().values()
        for word in (*country.names, country.label, country.id)
    }


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").casefold())
    return " ".join("".join(each for each in plain if not unicodedata.combining(each)).removeprefix("the ").split())

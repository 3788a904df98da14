"""A step: for which country or body a known office-holder speaks, where a text gives a name and no country.

`data/lexicons/en/office-holders.csv` has heads of state and government, foreign ministers and heads of bodies with their
time in office. A full name is enough; a surname has to stand with the office, on a day on which it was held. Where several
fit, nobody is guessed.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from pydantic import ConfigDict, field_validator

from components.model import countries
from components.model.intervals import parse_edtf
from components.model.lexicons import read_table
from components.model.rows import Row, column
from components.reading.persons import folded, may_be_one, parts_of


class OfficeHolder(Row):
    """Somebody in office for a time: a row of `office-holders.csv`."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    key: str = column("Name, office and beginning.", "any text, each once", min_length=1)
    name: str = column("The name, in a spelling that texts use.", "a given name and a surname, or more", min_length=1)
    office: str = column("The office.", "any text", min_length=1)
    country: str = column("For whom it speaks.", "a country’s code or a body’s id", min_length=2)
    from_: str = column("When it began.", "a date as EDTF", alias="from")
    to: str = column("When it ended.", "a date as EDTF, or nothing where it goes on")

    @field_validator("from_", "to")
    @classmethod
    def _is_edtf(cls, value: str) -> str:
        if value:
            parse_edtf(value)
        return value

    @field_validator("country")
    @classmethod
    def _is_known(cls, value: str) -> str:
        if not countries.find(value):
            raise ValueError
        return value

    def held_on(self, day: dt.date) -> bool:
        """Whether the office was held on a day."""
        first, last = parse_edtf(self.from_).first, parse_edtf(self.to).last if self.to else None
        return (first is None or first <= day) and (last is None or day <= last)


@cache
def office_holders() -> tuple[OfficeHolder, ...]:
    """All of the table."""
    return read_table(OfficeHolder, "office-holders")


def side_of_holder(name: str, role: str, day: dt.date) -> str:
    """The country or body of who bears a name and holds an office on a day; nothing where nobody or several do."""
    given, last = bool(parts_of(name).given), parts_of(name).last
    same = [each for each in _by_surname().get(last, ()) if may_be_one(name, each.name)]
    words = folded(role).split()
    in_office = [each for each in same if each.held_on(day)]
    if given:
        return _only(in_office) or _only(same)
    return _only(each for each in in_office if _noun_of(each.office, words))


def _noun_of(office: str, words: Sequence[str]) -> bool:
    """Whether words have the noun of an office: "President" that of a "President of the European Commission"."""
    plain = folded(office)
    return plain.split()[-1] in words or plain.split(" of ")[0].split()[-1] in words


def surname_last(name: str) -> str:
    """A name of two words with the surname behind, where the table has it in that order and the text in the other."""
    words = name.split()
    return " ".join(reversed(words)) if len(words) == 2 and folded(" ".join(reversed(words))) in _names() else name


def is_holder(name: str) -> bool:
    """Whether a whole name is one of the table."""
    return folded(name) in _names()


@cache
def _by_surname() -> Mapping[str, list[OfficeHolder]]:
    """The table by the surname without its particles."""
    found: dict[str, list[OfficeHolder]] = {}
    for each in office_holders():
        found.setdefault(parts_of(each.name).last, []).append(each)
    return found


@cache
def _names() -> frozenset[str]:
    return frozenset(folded(each.name) for each in office_holders())


def holder_of(office: str, side: str, day: dt.date) -> str:
    """The name of who holds an office of a country or body on a day; nothing where the table has nobody or several.

    What the office is for need not be said: "High Commissioner", of the one for refugees.
    """
    held: dict[str, str] = {}
    plain = _plain(office)
    for each in office_holders():
        same = _plain(each.office) == plain or _plain(each.office).startswith(f"{plain} for ")
        if each.country == side and each.held_on(day) and same:
            held.setdefault(each.from_, each.name)  # another spelling of a name has the same beginning
    return held.popitem()[1] if len(held) == 1 else ""


def office_of(name: str, day: dt.date) -> str:
    """The office that who bears a whole name holds on a day by the table; nothing where it has none or several."""
    plain = folded(name)
    held = {each.office for each in office_holders() if folded(each.name) == plain and each.held_on(day)}
    return held.pop() if len(held) == 1 else ""


def _plain(office: str) -> str:
    return folded(office).replace("-", " ")  # "Secretary General" and "Secretary-General"


def _only(holders: Iterable[OfficeHolder]) -> str:
    codes = {each.country for each in holders}
    return codes.pop() if len(codes) == 1 else ""

"""Whose country a known office-holder's name tells. Real names: a table of office-holders is about them."""

import datetime as dt

import pytest

from components.reading.holders import holder_of, office_holders, side_of_holder

DAY = dt.date(2023, 6, 1)


@pytest.mark.parametrize(
    ("name", "role", "day", "side"),
    [
        ("Emmanuel Macron", "", DAY, "fra"),
        ("Macron", "President", DAY, "fra"),
        ("Macron", "", DAY, ""),  # a surname alone is anybody's
        ("Macron", "President", dt.date(2012, 6, 1), ""),  # not yet in office
        ("Angela Merkel", "", DAY, "deu"),  # no longer, but her country's all the same
        ("Macron", "Foreign President", dt.date(2017, 5, 14), "fra"),  # the first day in office
        ("Macron", "Minister", DAY, ""),  # another office
        ("Donald Tusk", "", dt.date(2018, 6, 1), "eu"),
        ("Donald Tusk", "", dt.date(2024, 6, 1), "pol"),
        ("Donald Tusk", "", dt.date(2021, 6, 1), ""),  # between two offices: nobody is guessed
        ("Brigitte Macron", "", DAY, ""),
        ("Ana Brook", "President", DAY, ""),
    ],
)
def test_a_name_tells_the_country_where_it_can_be_one_alone(name: str, role: str, day: dt.date, side: str) -> None:
    assert side_of_holder(name, role, day) == side


@pytest.mark.parametrize(
    ("office", "side", "day", "name"),
    [
        ("Prime Minister", "gbr", dt.date(2022, 2, 13), "Boris Johnson"),
        ("prime minister", "gbr", dt.date(2019, 7, 25), "Boris Johnson"),
        ("Prime Minister", "gbr", dt.date(2019, 7, 24), ""),  # two hold it on the day on which it is handed over
        ("Prime Minister", "gbr", dt.date(2019, 1, 1), "Theresa May"),
        ("Foreign Secretary", "gbr", dt.date(2022, 2, 13), "Liz Truss"),
        ("President", "gbr", DAY, ""),
        ("Prime Minister", "gbr", dt.date(1900, 1, 1), ""),
        ("Prime Minister", "", DAY, ""),
    ],
)
def test_an_office_of_a_country_has_one_holder_on_a_day(office: str, side: str, day: dt.date, name: str) -> None:
    assert holder_of(office, side, day) == name


def test_nobody_is_in_office_before_it_begins() -> None:
    assert all(not each.to or each.from_ < each.to for each in office_holders())


def test_the_spellings_of_one_holder_are_one_person() -> None:
    day = dt.date(2024, 4, 17)

    assert holder_of("President", "ukr", day) == "Volodymyr Zelenskyy"
    assert holder_of("Prime Minister", "ukr", dt.date(1995, 1, 1)) == ""

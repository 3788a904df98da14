"""Whose country a known office-holder's name tells. Real names: a table of office-holders is about them."""

import datetime as dt

import pytest

from components.reading.holders import office_holders, side_of_holder

DAY = dt.date(2023, 6, 1)


@pytest.mark.parametrize(
    ("name", "role", "day", "side"),
    [
        ("Emmanuel Macron", "", DAY, "fra"),
        ("Macron", "President", DAY, "fra"),
        ("Macron", "", DAY, ""),  # a surname alone is anybody's
        ("Macron", "President", dt.date(2012, 6, 1), ""),  # not yet in office
        ("Angela Merkel", "", DAY, "deu"),  # no longer, but her country's all the same
        ("Donald Tusk", "", dt.date(2018, 6, 1), "eu"),
        ("Donald Tusk", "", dt.date(2024, 6, 1), "pol"),
        ("Donald Tusk", "", dt.date(2021, 6, 1), ""),  # between two offices: nobody is guessed
        ("Brigitte Macron", "", DAY, ""),
        ("Ana Brook", "President", DAY, ""),
    ],
)
def test_a_name_tells_the_country_where_it_can_be_one_alone(name: str, role: str, day: dt.date, side: str) -> None:
    assert side_of_holder(name, role, day) == side


def test_nobody_is_in_office_before_it_begins() -> None:
    assert all(not each.to or each.from_ < each.to for each in office_holders())

"""Title, day and genre, guessed from the text."""

import datetime as dt

import pytest

from components.reading.details import guess_details

TODAY = dt.date(2022, 6, 1)

TRANSCRIPT = (
    "Question: Will you go?\n\nDale: Yes.\n\nQuestion: When?\n\nDale: Soon.\n\nQuestion: Why?\n\nDale: For peace."
)
SPEECH = "Dear friends, I am glad that we are here. We have much to do, and our time is short. I ask you to stay."
READOUT = "Lakeside, 4 May 2020. Ana Brook held talks with Carl Dale. He said that the talks were good."
NEWS = "The price of bread rose. “It is too much,” said Ana Brook, who lives here."


@pytest.mark.parametrize(
    ("text", "genre"),
    [(TRANSCRIPT, "transcript"), (SPEECH, "speech"), (READOUT, "readout"), (NEWS, "news"), ("", "news")],
)
def test_the_genre_is_guessed(text: str, genre: str) -> None:
    assert guess_details(text, today=TODAY).genre == genre


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (READOUT, dt.date(2020, 5, 4)),
        ("In 2019 they met. On 3 April 2020 they parted.", dt.date(2020, 4, 3)),  # a year alone is no day
        ("They will meet on 3 July 2022, after the talks of 5 May 2022.", dt.date(2022, 5, 5)),  # not in the future
        ("They met last week.", None),
        ("No day at all.", None),
        (f"{'Word ' * 150} On 3 April 2020 they parted.", None),  # too far down to be the article's own
    ],
)
def test_the_day_is_the_first_whole_one_at_the_head(text: str, day: dt.date | None) -> None:
    assert guess_details(text, today=TODAY).published == day


@pytest.mark.parametrize(
    ("says", "day"),
    [
        (dt.date(2021, 1, 2), dt.date(2021, 1, 2)),
        (dt.date(2023, 1, 1), dt.date(2020, 5, 4)),  # of the future
        (dt.date(1750, 1, 1), dt.date(2020, 5, 4)),  # of another age
    ],
)
def test_what_the_file_says_goes_first_where_it_can_be(says: dt.date, day: dt.date) -> None:
    found = guess_details(READOUT, today=TODAY, title="Talks", published=says)

    assert (found.title, found.published) == ("Talks", day)


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Lakeside, 4 May 2020 (TDN): Ana Brook spoke.", "TDN"),
        ("Talks\n\nLAKESIDE (Example News) — Ana Brook spoke.", "Example News"),
        ("LAKESIDE (Example News) - Ana Brook spoke.", "Example News"),
        ("Ana Brook (Ruritania) spoke.", ""),  # nothing parts it from the sentence
        ("Ana Brook spoke (again): it was late.", ""),  # no name
        (f"{'Word. ' * 120}\nLAKESIDE (TDN): Ana Brook spoke.", ""),  # too far down
    ],
)
def test_the_publisher_is_the_agency_of_the_dateline(text: str, publisher: str) -> None:
    assert guess_details(text, today=TODAY).publisher == publisher
    assert guess_details(text, today=TODAY, publisher="The Example").publisher == "The Example"


def test_the_title_is_the_heading_at_the_top() -> None:
    assert guess_details("Talks at Lakeside\n\nAna Brook spoke.", today=TODAY).title == "Talks at Lakeside"


def test_without_a_heading_the_first_words_stand_for_a_title() -> None:
    assert guess_details("They met.", today=TODAY).title == "They met."
    assert guess_details(f"They met and {'talked ' * 20}.", today=TODAY).title == (
        "They met and talked talked talked talked talked talked …"
    )

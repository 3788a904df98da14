"""Title, day, genre and publisher of a long text; the rules are in `cases/details.toml`."""

import datetime as dt

import pytest

from components.model.limits import MOST_TITLE_CHARACTERS
from components.reading.details import TITLE, guess_details

TODAY = dt.date(2022, 6, 1)

FAR = "They met and talked, and met again. " * 20


def test_a_day_or_an_agency_far_down_is_not_the_article_s_own() -> None:
    assert guess_details(f"{FAR}On 3 April 2020 they parted.", today=TODAY).published is None
    assert guess_details(f"{FAR}\nLAKESIDE (TDN): Ana Brook spoke.", today=TODAY).publisher == ""


def test_a_meeting_or_a_kind_that_is_told_far_down_says_nothing_of_the_text() -> None:
    """In a long first paragraph, or below it, they are what the text tells, not what it is."""
    assert guess_details("They left.\n\nSpeech by Ana Brook on the ferry.", today=TODAY).genre == "speech"
    assert guess_details(f"{FAR}\n\nSpeech by Ana Brook on the ferry.", today=TODAY).genre == "news"
    assert guess_details(f"{FAR}They held talks.", today=TODAY).genre == "readout"
    assert guess_details(f"{FAR}{FAR}They held talks.", today=TODAY).genre == "news"


LONG = "Foreign ministers of Ruritania and Tavria go on with their talks about grain, the ferry and what to do in the winter"


@pytest.mark.parametrize(
    "line",
    [
        LONG,  # more words than a heading of a section has
        "Can the talks at Lakeside still save the ferry, and who would have to pay for all of it in the end?",
        "No more talks at Lakeside for Tavria and its neighbours!",
    ],
)
def test_a_headline_is_a_whole_title_however_long(line: str) -> None:
    assert guess_details(f"{line}\n\nAna Brook spoke. She was late.", today=TODAY).title == line


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brook spoke at length of the grain and of the ferry that sails to Tavria.\n\nShe was late.",  # a sentence
        f"{LONG}",  # nothing stands under it
        f"{LONG} {LONG} {LONG}\n\nAna Brook spoke.",  # longer than any title
        "Dale: We go on with the talks about grain and the ferry in the winter, and with all else\n\nBrook: No.\n\nDale: Yes.",
    ],
)
def test_what_is_no_headline_is_short_as_a_title_and_ends_at_a_word(text: str) -> None:
    title = guess_details(text, today=TODAY).title

    assert len(title) <= TITLE + 2
    assert " ".join(text.split()).startswith(title.removesuffix(" …") + " ")


def test_what_a_file_calls_its_title_and_is_a_paragraph_is_none() -> None:
    """Rather than to cut it: a citation has whole titles."""
    text = "Talks at Lakeside\n\nAna Brook spoke."
    whole = "x" * MOST_TITLE_CHARACTERS

    assert guess_details(text, today=TODAY, title=whole).title == whole
    assert guess_details(text, today=TODAY, title=f"{whole}x").title == "Talks at Lakeside"
    assert guess_details(text, today=TODAY, publisher=f"{whole}x").publisher == ""
    assert guess_details(f"# {whole}x\n\nAna Brook spoke.", today=TODAY).title.endswith(" …")


def test_a_text_that_is_headed_as_a_statement_is_one_whatever_its_title() -> None:
    text = "MEDIA STATEMENT\n\n4 May 2020\n\nThe Government of Norway is glad. “It is late,” the Minister of the Sea, Ana Brook, said."
    plain = text.replace("MEDIA STATEMENT\n\n", "")

    assert guess_details(text, today=dt.date(2020, 5, 4), title="Norway welcomes the ferry").genre == "declaration"
    assert guess_details(plain, today=dt.date(2020, 5, 4), title="Norway welcomes the ferry").genre == "news"

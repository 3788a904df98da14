"""Title, day, genre and publisher of a long text; the rules are in `cases/details.toml`."""

import datetime as dt

from components.reading.details import guess_details

TODAY = dt.date(2022, 6, 1)

FAR = "They met and talked, and met again. " * 20


def test_a_day_or_an_agency_far_down_is_not_the_article_s_own() -> None:
    assert guess_details(f"{FAR}On 3 April 2020 they parted.", today=TODAY).published is None
    assert guess_details(f"{FAR}\nLAKESIDE (TDN): Ana Brook spoke.", today=TODAY).publisher == ""

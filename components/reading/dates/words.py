"""The words of dates, from the lexicon, each with the number that it means."""

from components.model.lexicons import CalendarWords, Groups, WordLists, Words


class DateWords(WordLists):
    """What a list is for is told in its file."""

    FILE = "dates"

    names_too: Words
    ordinals: Words
    decades: Words
    amounts: Words
    counted: Words
    numbered: Words
    times: Words
    on_holidays: Words
    holidays_too: Words
    not_these_weeks: Words
    papers: Words
    nowadays: Words
    numbers: Groups
    near_days: Groups
    from_published: Groups
    from_text: Groups
    holidays: Groups


def _by_word(groups: Groups) -> dict[str, int]:
    """Each word with the number that is the name of its group."""
    return {word: int(number) for number, words in groups.items() for word in words}


CALENDAR = CalendarWords.read()
WORDS = DateWords.read()

_TITLED = {name: number for number, names in enumerate(CALENDAR.months.values(), 1) for name in names}
MONTHS = _TITLED | {name.upper(): number for name, number in _TITLED.items()}
WEEKDAYS = {name: number for number, name in enumerate(CALENDAR.weekdays)}
SEASONS = {name: MONTHS[month] for month, names in CALENDAR.seasons.items() for name in names}
"""The month in which each begins in the north. It lasts three."""

NUMBERS = _by_word(WORDS.numbers)
ORDINALS = {word: number for number, word in enumerate(WORDS.ordinals, 1)}
DECADES = {word: number for number, word in enumerate(WORDS.decades, 2)}
DAYS_NEAR = _by_word(WORDS.near_days)
FROM_PUBLISHED = _by_word(WORDS.from_published)
FROM_TEXT = _by_word(WORDS.from_text)
"""How many units on: counted from the article's date, and from the last date of the text."""

HOLIDAYS = {name: (int(day[:2]), int(day[3:])) for day, names in WORDS.holidays.items() for name in names}
"""Month and day."""

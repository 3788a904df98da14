"""What figures and words of years mean: years, decades, centuries, quarters; and which figures are none."""

import re

from components.model.lexicons import any_of
from components.reading.dates.spans import edtf_month, edtf_year, span
from components.reading.dates.told import Told, text_before
from components.reading.dates.words import DECADES, ORDINALS, WORDS

AMOUNT_AFTER = re.compile(rf"\s?(?:[%+°]|{any_of(WORDS.amounts)}\b)")
_COUNTED_AFTER = re.compile(rf"\s{any_of(WORDS.counted)}\b|[\s–-](?:(?:year|month|week|day)s?|strong)\b")
_NUMBERED_BEFORE = re.compile(
    rf"(?:\b(?i:{any_of(WORDS.numbered)}|H\.\s?R)s?\.?\s?(?:\d[\d,\s]*(?:and\s)?)?"
    r"|[$€£#§+]\s?|US\$\s?|(?<!\d)(?!(?:19|20)\d\d\s)\d+\s)$"
)
_TIME_BEFORE = re.compile(rf"(?:\b(?i:{any_of(WORDS.times)}|ca?\.)\s?|[(–—]\s?|\d{{3,4}}\s-\s)$")
_MAYBE_TIME_BEFORE = re.compile(
    r"\b(?:by|from|between|around|about|before|after|during|late|(?<=\d\s)(?:to|and|or))\s$", re.IGNORECASE
)
_BY_ITSELF_AFTER = re.compile(r"\s*(?:[,.;:)\]–—]|\s-\s|$|['’]s\b)")
_ADJECTIVE_BEFORE = re.compile(r"\b(?i:the|an?|his|her|its|their|this|that|of)\s$")
_PLURAL_AFTER = re.compile(r"\s+(?!(?:was|is|has|as|his|its|this|thus)\b)[a-z]{2,}(?:s|ren)\b")


def years(match: re.Match[str], told: Told) -> str | None:
    """A year. Before 1900 and after 2100 a figure is one only where the words around it say so."""
    text, end, year, before = match.string, match.end(), int(match["year"]), text_before(match)
    if _is_a_figure(match):
        return None
    sure = 1900 <= year < 2100 or match["part"] or match["named"] or match["era"]
    if not sure and _PLURAL_AFTER.match(text, end):
        return None
    of_old_times = told.last is not None and told.last.closed()[1].year < 1900
    by_itself = re.search(r"(?:\bof|,)\s$", before) and _BY_ITSELF_AFTER.match(text, end)
    adjective = _ADJECTIVE_BEFORE.search(before) and re.match(r"\s[a-z]", text[end : end + 2])
    told_by = _TIME_BEFORE.search(before) or (of_old_times and _MAYBE_TIME_BEFORE.search(before))
    return edtf_year(year) if sure or by_itself or adjective or told_by else None


def _is_a_figure(match: re.Match[str]) -> bool:
    """Whether something is counted, or an entry is numbered: 2021 percent, 2000 people, resolution 2022.

    "In 2014 people fled" is a year all the same, if it is no round figure.
    """
    text, end, before = match.string, match.end(), text_before(match)
    if AMOUNT_AFTER.match(text, end) or _NUMBERED_BEFORE.search(before):
        return True
    when = re.search(r"\b(?:in|since|until)\s$", before, re.IGNORECASE) and not match.group().endswith("00")
    return bool(_COUNTED_AFTER.match(text, end)) and not when


def old_years(match: re.Match[str], told: Told) -> str | None:
    """A year of three figures: with its era or its circa, or after another of them."""
    before = text_before(match)
    sure = match["era"] or re.search(r"\b(?:c\.|ca\.|circa|AD)\s?$", before)
    after_another = told.last is not None and told.last.closed()[1].year < 1000
    told_by = _TIME_BEFORE.search(before) or _MAYBE_TIME_BEFORE.search(before)
    return edtf_year(int(match["old"])) if sure or (after_another and told_by and not _is_a_figure(match)) else None


def short_years(match: re.Match[str], told: Told) -> str | None:
    """Two figures, '89 or the second of 1920 – 21: the century is that of the year before, or the last one possible."""
    if match["first"]:
        return match["first"][:2] + match["short"] if match["short"] > match["first"][2:] else None
    if not re.search(r"\b(?:in|of|since|until|class|summer|from|to|and)\s$", text_before(match)):
        return None
    century = told.published.year // 100
    return edtf_year((century - (int(match["short"]) > told.published.year % 100 + 10)) * 100 + int(match["short"]))


def year_range(match: re.Match[str], _: Told) -> str | None:
    """2019-20; "2020-05" is a month."""
    if _is_a_figure(match):
        return None
    year, to = match["year"], match["to"]
    last = to if len(to) == 4 else year[:2] + to
    if last > year:
        return f"{year}/{last}"
    return edtf_month(int(year), int(to)) if match["dash"] == "-" and 1 <= int(to) <= 12 and len(to) == 2 else None


def decades(match: re.Match[str], _: Told) -> str | None:
    """The 1990s are ten years, the 1800s a hundred; the 2000s ten, as people speak of them."""
    if match["year"]:
        return match["year"] + "X" if match["year"][2] != "0" or match["year"] == "200" else match["year"][:2] + "XX"
    if match["named"] and not re.search(r"\bthe\b", match.group(), re.IGNORECASE):
        return None  # somebody in his late sixties
    return f"19{match['tens'] or DECADES[match['named'].lower()]}X"


def centuries(match: re.Match[str], _: Told) -> str:
    """One century, or several on end."""
    numbers = [int(n) if n.isdigit() else ORDINALS[n.lower()] for n in (match["nth"], match["to_nth"]) if n]
    return span(*(f"{number - 1:02}XX" for number in (numbers[0], numbers[-1])))


def quarters(match: re.Match[str], _: Told) -> str:
    """A quarter or half of a year."""
    months = 6 if match["half"] else 3
    number = int(match["half"] or match["quarter"] or ORDINALS[match["nth"].lower()])
    return span(
        edtf_month(int(match["year"]), (number - 1) * months + 1), edtf_month(int(match["year"]), number * months)
    )

"""A step: what the writer of an account adds to what was said: who else was there, how they spoke, what is to follow."""

import re
from functools import cache

from components.model.lexicons import WordLists, Words, any_of

_THIS_CAME = re.compile(
    r"\W*(?:This|That|It|(?:The|This|His|Her|Their)\s+(?:statements?|remarks?|comments?|announcement))\s+"
    r"(?:came|was|were made|was made)\s+(?:during|on the sidelines|in the course)\b"
)
"""On what occasion something was said: "This came during the second meeting of the Council"."""

_RELATIONS_SINCE = re.compile(
    r"\W*(?:formal\s+|full\s+)?(?:diplomatic\s+|bilateral\s+){0,2}relations\s+(?:between\s[^.;]{3,80}?\s)?"
    r"were\s+(?:\w+\s+)?established\s+(?:on|in)\s+(?:\w+\s+)?\d"
    r"|[^.;,]{3,90}\s(?:have\s+|formally\s+)?established\s+(?:formal\s+|full\s+)?diplomatic\s+(?:relations|ties)\s+(?:on|in)\s+(?:\w+\s+)?\d",
    re.IGNORECASE,
)

_CAPTION = re.compile(r"\W*(?:photo(?:graph)?|picture|image)?\s*(?:caption|credit|courtesy|photo)s?\s*:", re.IGNORECASE)
"""What is printed under a picture: "Photo Caption: Minister Brook signs the visitors' book"."""

_GOES_ON = re.compile(
    r"\W*(?:the\s+(?:visit|mission|trip|tour|programme|program)|the\s+next\s+(?:one|meeting|round|session|summit)|this|it)\s+will\s+(?:also\s+)?"
    r"(?:be\s+(?:followed|held)|continue|conclude|end|begin|take\s+place)\b"
    r"|\W*(?:the\s+next|an?(?:other)?(?:\s+(?:further|second|new|follow-up))?)\s+(?:round|meeting|session|call|visit)\s+"
    r"(?:[^.,;]{3,60}\s)?is\s+(?:\w+\s+)?(?:foreseen|planned|scheduled|due|expected)\b",
    re.IGNORECASE,
)


class BesideWords(WordLists):
    """`beside-talks.toml`."""

    FILE = "beside-talks"
    occasions: Words
    ordinals: Words
    manners: Words
    figures: Words


def tells_when_said(text: str, start: int, end: int) -> bool:
    """Whether a sentence only tells on what occasion something was said: "This came during the second meeting"."""
    return _THIS_CAME.match(text, start, end) is not None


def is_beside_the_talks(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells what the writer knows of the occasion, the countries or their trade, and nobody's words."""
    return any(each.match(text, start, end) for each in _beside())


@cache
def _beside() -> tuple[re.Pattern[str], ...]:
    """All that tells of something beside the talks."""
    return (
        _attended_by(), _present(), _first_of_its_kind(), _RELATIONS_SINCE, _how_they_spoke(), _CAPTION, _GOES_ON, _trade(),
    )  # fmt: skip


def _attended_by() -> re.Pattern[str]:
    """Who took part, told of the occasion: "The talks were also attended by ..."."""
    return re.compile(
        rf"\W*(?:the|this|both)\s+(?:\w+\s+)?{any_of(BesideWords.read().occasions)}\s+(?:was|were)\s+(?:also\s+)?attended\s+by\b",
        re.IGNORECASE,
    )


def _present() -> re.Pattern[str]:
    """Who else took part: "Also present were ...", "Minister Brook attended the meeting.", "The delegation included ..."."""
    return re.compile(
        r"\W*(?:also\s+)?(?:present|attending|participating|taking part|in attendance|joining)\b[^.]*\b(?:was|were)\b"
        r"|[^.]*\b(?:attended|took part in|participated in|(?:was|were) (?:also )?present (?:at|during)|"
        r"(?:was|were) also attended)"
        rf"\s+(?:the|this|their)\s+(?:\w+\s+){{0,2}}{any_of(BesideWords.read().occasions)}(?:,\s+as\s+did\b[^.]*(?:\.\s?[A-Z][^.]*)*)?\W*$"
        r"|[^.;,]{3,120}\baccompanied\s+(?:the\s+[A-Z]\w+|him|her)\b[^.,;]*\W*$"
        r"|[^.]*\b(?:took part|participated|attended|(?:was|were) (?:also )?present)(?:,[^.]*)?\W*$"
        r"|\W*(?:the\s+)?(?:\w+\s+)?(?:delegation|participants|party)\s+(?:also\s+)?(?:included|comprised|consisted)\b",
        re.IGNORECASE,
    )


def _first_of_its_kind() -> re.Pattern[str]:
    """Which of its kind the occasion was: "It was her third visit to Ruritania"."""
    return re.compile(
        r"\W*(?:this|it)\s+(?:is|was)\s+(?:(?:the|his|her|their)|the\s[^.;,]{3,40}?['’]s?)\s+"
        rf"(?:{any_of(BesideWords.read().ordinals)}|\d{{1,2}}th)\s+(?:\w+\s+){{0,2}}"
        r"(?:visit|meeting|call|trip|contact|conversation|summit|occasion)\b[^.]*\W*$"
        r"|\W*(?:the|this|his|her)\s+visit\s+(?:is|was)\s+(?:in\s+line\s+with|part\s+of|in\s+keeping\s+with)\b[^.]*\W*$"
        r"|\W*the\s+(?:meeting|visit|call|talks)(?:,\s+which\s[^,.;]{3,80},)?\s+(?:was|were)\s+the\s+(?:first|second|third|last)\b",
        re.IGNORECASE,
    )


def _how_they_spoke() -> re.Pattern[str]:
    """Nothing but the manner: "The conversation was frank and constructive."; not "was friendly, and covered trade"."""
    return re.compile(
        r"\W*(?:the|their|this)\s+(?:conversation|talks|meeting|call|discussions?|exchange|atmosphere)\s+(?:was|were)\s+"
        rf"(?:(?:very|both|and|a|an|in)\s+|{any_of(BesideWords.read().manners)}"
        r"(?:,\s+|\s+|(?=\W*$))){1,6}(?:one|manner|atmosphere)?\W*$",
        re.IGNORECASE,
    )


def _trade() -> re.Pattern[str]:
    """Figures: "In 2020 trade between them stood at 21 million"."""
    return re.compile(
        r"\W*(?:in\s+\d{4},?\s+)?(?:mutual\s+|bilateral\s+|total\s+)?(?:exports|imports|trade(?:\s+turnover)?)\s+[^.]{0,200}?"
        rf"\b(?:(?:has|have|had)\s+(?:risen|grown|increased|fallen|reached)|{any_of(BesideWords.read().figures)})\b"
        r"[^.]{0,200}\d",
        re.IGNORECASE,
    )

"""A step: what the writer of an account adds to what was said: who else was there, how they spoke, what is to follow."""

import re

_OCCASION = r"(?:meetings?|talks|reception|audience|conversation|call|ceremony|discussions?|visit|session)"

_THIS_CAME = re.compile(
    r"\W*(?:This|That|It|(?:The|This|His|Her|Their)\s+(?:statements?|remarks?|comments?|announcement))\s+"
    r"(?:came|was|were made|was made)\s+(?:during|on the sidelines|in the course)\b"
)
"""On what occasion something was said: "This came during the second meeting of the Council"."""

_ATTENDED_BY = re.compile(
    rf"\W*(?:the|this|both)\s+(?:\w+\s+)?{_OCCASION}\s+(?:was|were)\s+(?:also\s+)?attended\s+by\b", re.IGNORECASE
)

_PRESENT = re.compile(
    r"\W*(?:also\s+)?(?:present|attending|participating|taking part|in attendance|joining)\b[^.]*\b(?:was|were)\b"
    r"|[^.]*\b(?:attended|took part in|participated in|(?:was|were) (?:also )?present (?:at|during)|(?:was|were) also attended)"
    rf"\s+(?:the|this|their)\s+(?:\w+\s+){{0,2}}{_OCCASION}(?:,\s+as\s+did\b[^.]*(?:\.\s?[A-Z][^.]*)*)?\W*$"
    r"|[^.]*\b(?:took part|participated|attended|(?:was|were) (?:also )?present)(?:,[^.]*)?\W*$"
    r"|\W*(?:the\s+)?(?:\w+\s+)?(?:delegation|participants|party)\s+(?:also\s+)?(?:included|comprised|consisted)\b",
    re.IGNORECASE,
)
"""Who else took part: "Also present were ...", "Minister Brook attended the meeting.", "The delegation included ..."."""

_FIRST_OF_ITS_KIND = re.compile(
    r"\W*(?:this|it)\s+(?:is|was)\s+(?:(?:the|his|her|their)|the\s[^.;,]{3,40}?['’]s?)\s+"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|last|latest|\d{1,2}th)\s+(?:\w+\s+){0,2}"
    r"(?:visit|meeting|call|trip|contact|conversation|summit)\b[^.]*\W*$"
    r"|\W*the\s+(?:meeting|visit|call|talks)(?:,\s+which\s[^,.;]{3,80},)?\s+(?:was|were)\s+the\s+(?:first|second|third|last)\b",
    re.IGNORECASE,
)

_RELATIONS_SINCE = re.compile(
    r"\W*(?:formal\s+|full\s+)?(?:diplomatic\s+|bilateral\s+){0,2}relations\s+(?:between\s[^.;]{3,80}?\s)?"
    r"were\s+(?:\w+\s+)?established\s+(?:on|in)\s+(?:\w+\s+)?\d"
    r"|[^.;,]{3,90}\s(?:have\s+|formally\s+)?established\s+(?:formal\s+|full\s+)?diplomatic\s+(?:relations|ties)\s+(?:on|in)\s+(?:\w+\s+)?\d",
    re.IGNORECASE,
)

_HOW_THEY_SPOKE = re.compile(
    r"\W*(?:the|their|this)\s+(?:conversation|talks|meeting|call|discussions?|exchange|atmosphere)\s+(?:was|were)\s+"
    r"(?:(?:very|both|and|a|an|in)\s+|(?:businesslike|business-like|friendly|warm|cordial|constructive|frank|open|fruitful|"
    r"productive|substantive|candid)(?:,\s+|\s+|(?=\W*$))){1,6}(?:one|manner|atmosphere)?\W*$",
    re.IGNORECASE,
)
"""Nothing but the manner: "The conversation was frank and constructive."; not "was friendly, and covered trade"."""

_CAPTION = re.compile(r"\W*(?:photo(?:graph)?|picture|image)?\s*(?:caption|credit|courtesy|photo)s?\s*:", re.IGNORECASE)
"""What is printed under a picture: "Photo Caption: Minister Brook signs the visitors' book"."""

_GOES_ON = re.compile(
    r"\W*(?:the\s+(?:visit|mission|trip|tour|programme|program)|the\s+next\s+(?:one|meeting|round|session|summit)|this|it)\s+will\s+(?:also\s+)?"
    r"(?:be\s+(?:followed|held)|continue|conclude|end|begin|take\s+place)\b",
    re.IGNORECASE,
)

_TRADE = re.compile(
    r"\W*(?:in\s+\d{4},?\s+)?(?:mutual\s+|bilateral\s+|total\s+)?(?:exports|imports|trade(?:\s+turnover)?)\s+[^.]{0,200}?"
    r"\b(?:(?:has|have|had)\s+(?:risen|grown|increased|fallen|reached)|stood|reached|amounted|came\s+to|totalled|totaled|rose|grew|fell)\b"
    r"[^.]{0,200}\d",
    re.IGNORECASE,
)
"""Figures: "In 2020 trade between them stood at 21 million"."""

_BESIDE = (_ATTENDED_BY, _PRESENT, _FIRST_OF_ITS_KIND, _RELATIONS_SINCE, _HOW_THEY_SPOKE, _CAPTION, _GOES_ON, _TRADE)


def tells_when_said(text: str, start: int, end: int) -> bool:
    """Whether a sentence only tells on what occasion something was said: "This came during the second meeting"."""
    return _THIS_CAME.match(text, start, end) is not None


def is_beside_the_talks(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells what the writer knows of the occasion, the countries or their trade, and nobody's words."""
    return any(each.match(text, start, end) for each in _BESIDE)

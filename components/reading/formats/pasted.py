"""What characters are that name no kind of file: the source of a web page, addresses alone, or a text."""

import re

_TAGS = (
    "a|article|b|blockquote|body|br|button|div|em|figure|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|label|li|link|main|meta|nav|ol|"
    "p|script|section|span|strong|style|table|td|th|time|title|tr|ul"
)
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)
_CLOSING = re.compile(rf"</(?:{_TAGS})\s*>", re.IGNORECASE)
_BUILDING = re.compile(
    r"<(?:article|body|br|div|h[1-6]|main|ol|p|section|table|ul)(?:\s[^<>]{0,2000})?/?>", re.IGNORECASE
)

FEWEST_TAGS = 4
"""Tags from which a text is the source of a page: who writes of tags names one or two."""

WORDS_BETWEEN = 80
"""Words for each tag of a page's source: an article that quotes some tags has more."""

_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")

_WORDS_BESIDE = 3
"""Words beside each address, up to which a text is a list of addresses with their names."""

ONLY_ADDRESSES = (
    "The text holds addresses of pages and no sentence. Open the page that you mean, and paste or save its text."
)


def is_markup(text: str) -> bool:
    """Whether a text is the source of a web page, or a piece of one: tags that build a page, closed ones among them."""
    tags = len(_TAG.findall(text))
    if tags < FEWEST_TAGS or not _BUILDING.search(text) or not _CLOSING.search(text):
        return False
    return len(_WORD.findall(_TAG.sub(" ", text))) <= WORDS_BETWEEN * tags


def is_only_addresses(text: str) -> bool:
    """Whether there is nothing in a text but addresses of pages, with a few words beside each."""
    addresses = len(_ADDRESS.findall(text))
    return bool(addresses) and len(_WORD.findall(_ADDRESS.sub(" ", text))) <= _WORDS_BESIDE * addresses

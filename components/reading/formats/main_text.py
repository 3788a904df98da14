"""Which passages of a web page are its article: found by trafilatura, completed from the page itself.

trafilatura loses a lead that stands apart from the text, and its own output has neither our headings nor the numbers of lists:
it says where the article is, and the page is read there as elsewhere. It gets the page's characters, fetches nothing and keeps
nothing.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Any, NamedTuple

from components.model.limits import MOST_SEARCHED_CHARACTERS, MOST_SEARCHED_ELEMENTS
from components.reading.formats.common import Block, tidy

SHORT = 1_000
"""Characters of a page that is not looked through: there is little around its text that could be left out."""

_MOST_OF_IT = 0.8
"""Share of the characters of the article that the element around its text holds; a lead or a signature may stand apart."""

_PROSE = 8
"""Words of a passage that is prose; shorter ones, between the title and the text, are days, places and buttons."""

_FOUND_WITHIN = 20
"""Letters of a passage from which it may be looked for inside another one: a shorter one may stand anywhere."""

_NO_LETTER = re.compile(r"[\W_]+")


class Placed(NamedTuple):
    """A block of a page and the element that it is the words of."""

    block: Block
    element: Any


def article_of(source: str, root: Any, placed: Sequence[Placed]) -> list[Placed] | None:
    """The blocks of a page's article, its title first; None where all of the page is to be read.

    `source` was parsed to `root`; `placed` are the blocks that a person sees, in their order.
    """
    if sum(len(each.block.words) for each in placed) < SHORT or not _may_be_searched(source, root):
        return None
    lines = _lines(source)
    whole, alone = "".join(lines), frozenset(lines)
    found = [i for i, each in enumerate(placed) if _is_among(_letters(each.block.words), alone, whole)]
    if not found:
        return None
    first, last = _text(placed, found)
    title = max((i for i, each in enumerate(placed[: first + 1]) if each.block.level == 1), default=first)
    taken = set(found)
    before = [i for i in range(first) if i in taken or (i > title and _is_prose(placed[i].block))]
    order = [title, *(i for i in (*before, *range(first, last + 1)) if i != title)]
    article = [placed[i] for i in order]
    return article if _prose(article) >= _prose(placed) / 2 else None


def _may_be_searched(source: str, root: Any) -> bool:
    elements = sum(1 for _ in islice(root.iter(), MOST_SEARCHED_ELEMENTS + 1))
    return len(source) <= MOST_SEARCHED_CHARACTERS and elements <= MOST_SEARCHED_ELEMENTS


def _prose(placed: Sequence[Placed]) -> int:
    """How many characters stand in passages that are long enough for prose."""
    return sum(len(each.block.words) for each in placed if _is_prose(each.block))


def _lines(source: str) -> list[str]:
    """The letters of each line of the article as the library finds it; none where it finds nothing, or gives up."""
    from lxml import etree
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(source, fast=True, include_comments=False)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, etree.LxmlError):
        return []
    text = getattr(found, "text", None) or ""
    return [letters for line in text.split("\n") if (letters := _letters(line))]


def _letters(words: str) -> str:
    return _NO_LETTER.sub("", words).casefold()


def _is_among(letters: str, alone: frozenset[str], whole: str) -> bool:
    return letters in alone or (len(letters) >= _FOUND_WITHIN and letters in whole)


def _is_prose(block: Block) -> bool:
    return not block.level and len(block.words.split()) >= _PROSE


def _text(placed: Sequence[Placed], found: Sequence[int]) -> tuple[int, int]:
    """The first and the last block of the text: of those in the smallest element that holds most of what was found.

    What stands beside a found block, in the same element, belongs to it: a last short line, a signature.
    """
    weights: Counter[Any] = Counter()
    for i in found:
        for element in (placed[i].element, *placed[i].element.iterancestors()):
            weights[element] += len(placed[i].block.words)
    most = _MOST_OF_IT * sum(len(placed[i].block.words) for i in found)
    holding = (element for element, weight in weights.items() if weight >= most)  # one inside another
    holder = max(holding, key=lambda element: sum(1 for _ in element.iterancestors()))
    inside = [i for i in found if holder in (placed[i].element, *placed[i].element.iterancestors())]
    homes = {placed[i].element.getparent() for i in inside if len(tidy(placed[i].block.words)) >= _FOUND_WITHIN}
    first, last = inside[0], inside[-1]
    while last + 1 < len(placed) and placed[last + 1].element.getparent() in homes:
        last += 1
    while first and placed[first - 1].element.getparent() in homes:
        first -= 1
    return first, last

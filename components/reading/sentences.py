"""Second step: where a paragraph's sentences end.

Rules rather than a model: a full stop ends a sentence unless it belongs to an abbreviation, an initial or a number.
TextBlob's own splitter needs data that NLTK downloads, and nothing is downloaded here.
"""

import re
from typing import NamedTuple

# Abbreviations that stand before a name or a number, so that a capital after them begins no sentence.
BEFORE_A_NAME = frozenset(
    "mr mrs ms mx dr prof gen col lt sgt capt maj adm sen rep gov pres amb hon rev fr sr st messrs vs no nos art arts para "
    "paras pp fig sec vol ch e.g i.e cf viz approx ca".split()
)
# Abbreviations that may end a sentence: only a capital after them ends it, and often not even that.
MAY_END = frozenset(
    "u.s u.k u.n e.u u.s.a a.m p.m etc inc ltd co corp jr al jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# Words that begin a sentence and no name: after "U.S." they mean that the sentence ended.
STARTERS = frozenset(
    "the a an he she it they we i you this that these those but and or in on at for if when as there his her its their "
    "however".split()
)

_END = re.compile(r"(?P<stop>[.!?…]+)(?P<close>[\"'”’»)\]]*)(?P<gap>\s+)(?=(?P<open>[\"'“‘«(\[]*)(?P<next>\w*))")
_LAST_WORD = re.compile(r"(?:\w+\.)*\w+$")


class Sentence(NamedTuple):
    """A sentence and where it stands in what was split; code points, end exclusive."""

    text: str
    start: int
    end: int


def split_sentences(paragraph: str) -> list[Sentence]:
    """The sentences of a paragraph, in order; outer white space is left out, nothing else is lost.

    >>> [each.text for each in split_sentences("Mr. Lee spoke. He left at 5 p.m. on Monday.")]
    ['Mr. Lee spoke.', 'He left at 5 p.m. on Monday.']
    """
    sentences = []
    start = len(paragraph) - len(paragraph.lstrip())
    for end in _END.finditer(paragraph):
        if _ends_sentence(paragraph[start : end.start()], end):
            stop = end.end("close")
            sentences.append(Sentence(paragraph[start:stop], start, stop))
            start = end.end("gap")
    last = len(paragraph.rstrip())
    if last > start:
        sentences.append(Sentence(paragraph[start:last], start, last))
    return sentences


def _ends_sentence(before: str, end: re.Match[str]) -> bool:
    follows = end["next"]
    lower_next = follows[:1].islower() and not end["open"]
    if end["stop"] != ".":
        # "Really?" he asked: a question inside a sentence goes on in lower case.
        return not lower_next
    if lower_next:
        return False
    last = _LAST_WORD.search(before)
    word = last.group().casefold() if last else ""
    if word in BEFORE_A_NAME and not end["close"]:
        return follows.casefold() in STARTERS and word in ("no", "ch", "sec", "art")
    if len(word) == 1 and word.isalpha() and last and last.group().isupper():
        return False  # an initial: "J. Smith"
    if word in MAY_END:
        return follows.casefold() in STARTERS and follows[:1].isupper()
    return True

"""What a page's own style sheets hide from a person's eyes, or add before them.

They are not applied, because a script or a style sheet outside of the file may show again what they hide: what they hide
is read, and how much it is, is told.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from components.model.limits import MOST_STYLE_RULES
from components.reading.formats.common import counted, tidy

_HIDING = re.compile(
    r"(?<![\w-])(?:display:none|visibility:(?:hidden|collapse)|(?:font-size|opacity):0(?![.\d])"
    r"|(?:left|top|text-indent):-\d{4}|transform:scale\(0[,)]|clip:rect\(0|clip-path:(?:inset\((?:100|50)%|circle\(0)"
    r"|color:transparent)"
)
_FLAT = re.compile(r"(?<![\w-])(?:max-)?height:0(?![.\d])")  # with `overflow:hidden`
_PALE = re.compile(r"(?<![\w-])color:(?:white|#fff(?:fff)?|rgb\(255,255,255\))(?![\w])")
_ADDED = re.compile(r"(?<![\w-])content:[^;]*[\"'][^\"']*[^\W\d_]")
_PSEUDO = re.compile(r"::?(?:before|after)\s*$", re.IGNORECASE)
_CLASS = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")
_STATE = re.compile(r":(?:hover|focus|active|checked|target|visited|disabled|selection|placeholder|-)", re.IGNORECASE)
# Names, classes, ids and attributes, one inside another: what is found in a time that grows with the page alone.
_COMPOUND = r"(?:[\w*.#-]|\[[^\[\]]{1,60}\])+"
_SIMPLE = re.compile(rf"{_COMPOUND}(?:(?:\s*>\s*|\s+){_COMPOUND}){{0,4}}")
_LONGEST_SELECTOR = 200
_WHOLE = ("html", "body")  # hidden until a script has made the page
_SCREENS = ("", "all", "screen", "only screen")


class _Rule(NamedTuple):
    """A selector of a style sheet and what it declares, without white space and in small letters."""

    selector: str
    declared: str


class _Seen(NamedTuple):
    """What style sheets do to a page: elements that they may hide, places where they add words, whether all was looked at."""

    hidden: set[Any]
    added: int
    complete: bool


def hides(style: str) -> bool:
    """Whether a `style` attribute hides its element."""
    return _hides(_plain(style))


def _hides(declared: str) -> bool:
    return bool(_HIDING.search(declared) or ("overflow:hidden" in declared and _FLAT.search(declared)))


def _pale(style: str) -> bool:
    """Whether a `style` attribute makes words white, which are not seen on white paper."""
    return bool(_PALE.search(_plain(style)))


def _plain(style: str) -> str:
    return re.sub(r"\s", "", style).lower()


def _look_at(root: Any) -> _Seen:
    """Find what the style sheets inside a page hide or add, as far as their rules hold on a screen of any size.

    Only rules that are found quickly are looked at: a page is read whatever its style sheets are.
    """
    hidden: set[Any] = set()
    added = looked_at = 0
    complete = True
    classes = {name for element in root.iter() for name in (element.get("class") or "").split()}
    sheets = "\n".join("".join(style.itertext()) for style in root.iter("style"))
    try:
        for rule in _rules_of(sheets):
            adds = bool(_PSEUDO.search(rule.selector))
            matters = _ADDED.search(rule.declared) if adds else _hides(rule.declared)
            if not matters or _STATE.search(rule.selector) or not classes.issuperset(_CLASS.findall(rule.selector)):
                continue
            selector = _PSEUDO.sub("", rule.selector) or "*"
            if len(selector) > _LONGEST_SELECTOR or not _SIMPLE.fullmatch(selector):
                complete = False
                continue
            looked_at += 1
            if looked_at > MOST_STYLE_RULES:
                return _Seen(hidden, added, complete=False)
            found = _chosen(root, selector)
            added += len(found) if adds else 0
            hidden.update(() if adds else found)
    except RecursionError:  # brackets inside brackets
        return _Seen(hidden, added, complete=False)
    return _Seen(hidden, added, complete)


def _chosen(root: Any, selector: str) -> list[Any]:
    """The elements that a selector holds for; none where it is no selector."""
    from cssselect import SelectorError
    from lxml.cssselect import CSSSelector
    from lxml.etree import XPathError

    try:
        return list(CSSSelector(selector, translator="html")(root))
    except (SelectorError, XPathError):
        return []


def _rules_of(sheet: str) -> Iterator[_Rule]:
    """The rules of a style sheet that hold on every screen, one for each selector."""
    import tinycss2

    yield from _flat(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))


def _flat(nodes: Iterable[Any]) -> Iterator[_Rule]:
    import tinycss2

    for node in nodes:
        if node.type == "qualified-rule":
            declared = _plain(tinycss2.serialize(node.content))
            for selector in tinycss2.serialize(node.prelude).split(","):
                yield _Rule(selector.strip(), declared)
        elif node.type == "at-rule" and node.at_keyword == "media" and _on_screens(node):
            yield from _flat(tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True))


def _on_screens(media: Any) -> bool:
    """Whether what stands in a media rule holds on every screen: not on paper alone, and on narrow ones too."""
    import tinycss2

    return bool(media.content) and tinycss2.serialize(media.prelude).strip().lower() in _SCREENS


def _unseen(part: Any, hidden: set[Any], left_out: Callable[[Any], str]) -> int:
    """How many passages of a part are read and may not be seen. What lies in such a passage is not counted again."""
    from lxml import etree

    count = 0
    walk = etree.iterwalk(part, events=("start",))
    for _, element in walk:
        if left_out(element):
            walk.skip_subtree()
        elif element.tag not in _WHOLE and (element in hidden or _pale(element.get("style") or "")):
            count += bool(tidy("".join(element.itertext())))
            walk.skip_subtree()
    return count


def notes_on_styles(root: Any, part: Any, left_out: Callable[[Any], str]) -> list[str]:
    """What is said of words of a part that were read and may not be seen, and of those that are seen and were not read.

    `left_out` tells of an element why it is not read at all, or nothing.
    """
    seen = _look_at(root)
    return [
        *counted(
            _unseen(part, seen.hidden, left_out),
            "{} passage may not be seen on the page, as its style hides it or makes it white; it was read. Compare it.",
            "{} passages may not be seen on the page, as their style hides them or makes them white; they were read. "
            "Compare them.",
        ),
        *counted(
            seen.added,
            "The style sheet adds words in {} place; they were not read.",
            "The style sheet adds words in {} places; they were not read.",
        ),
        *(
            []
            if seen.complete
            else ["The page has style rules that were not looked at: there are too many, or they are too involved."]
        ),
    ]

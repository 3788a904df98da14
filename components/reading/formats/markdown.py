"""Markdown: its headings, paragraphs, list items and table rows; no marks, addresses or pictures."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from components.model.limits import DEEPEST_LIST
from components.reading.formats.common import Block, Page, UnreadableFileError, counted, day_of
from components.reading.formats.web import read_web_page

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"---[^\S\n]*\n(?P<lines>(?:(?!---|\.\.\.)[^\n]*\n){1,100})(?:---|\.\.\.)[^\S\n]*(?:\n|$)")
_FIELD = re.compile(r"^(?P<name>title|date|published|publisher)\s*:\s*(?P<value>[^\n]*)$", re.IGNORECASE | re.MULTILINE)
_TAG = re.compile(r"<[^<>]*>")


def read_markdown(source: str) -> Page:
    """The text of a Markdown file (CommonMark with tables and strikethrough). Front matter gives title, date and publisher."""
    from markdown_it import MarkdownIt

    fields, body = _front_matter(source)
    parser = MarkdownIt("commonmark", {"maxNesting": 2 * DEEPEST_LIST}).enable(["table", "strikethrough"])
    tokens: list[Token] | None
    try:
        tokens = parser.parse(body)
    except RecursionError:
        tokens = None
    # The parser leaves out what is deeper, and sometimes all that follows, without a word.
    if tokens is None or any(token.level >= 2 * DEEPEST_LIST - 1 for token in tokens):
        raise UnreadableFileError(
            f"The file has lists or quotations too deep inside one another; {DEEPEST_LIST} levels are read. "
            "Save it as plain text (.txt)."
        )
    left: Counter[str] = Counter()
    blocks = list(_blocks(tokens, left))
    notes = [
        *counted(left["picture"], "{} picture was left out.", "{} pictures were left out."),
        *counted(
            left["hidden"],
            "{} piece of HTML was read without what it hides.",
            "{} pieces of HTML were read without what they hide.",
        ),
    ]
    return Page(
        blocks,
        fields.get("title", ""),
        day_of(fields.get("date") or fields.get("published", "")),
        notes,
        fields.get("publisher", ""),
    )


def _front_matter(source: str) -> tuple[dict[str, str], str]:
    """The fields of the lines between `---` at the top, and what follows them."""
    match = _FRONT.match(source)
    if not match or ":" not in match["lines"]:
        return {}, source
    fields = {field["name"].lower(): field["value"].strip(" \t'\"") for field in _FIELD.finditer(match["lines"])}
    return fields, source[match.end() :]


def _blocks(tokens: Sequence["Token"], left: Counter[str]) -> Iterator[Block]:
    lists: list[int] = []  # the number of the last item of each open list; below zero where it has none
    item = ""
    level = 0
    row: list[str] | None = None
    for token in tokens:
        kind = token.type
        if kind in ("ordered_list_open", "bullet_list_open"):
            lists.append(int(token.attrGet("start") or 1) - 1 if kind == "ordered_list_open" else -1)
        elif kind in ("ordered_list_close", "bullet_list_close"):
            lists.pop()
        elif kind == "list_item_open":
            lists[-1] += lists[-1] >= 0
            item = "- " if lists[-1] < 0 else f"{lists[-1]}. "
        elif kind == "heading_open":
            level = int(token.tag[1:])
        elif kind == "heading_close":
            level = 0
        elif kind == "tr_open":
            row = []
        elif kind == "tr_close":
            yield Block(" | ".join(row or []))
            row = None
        elif kind == "inline":
            words = _inline(token.children or [], left)
            if row is not None:
                row.append(words)
            elif words.strip():
                yield Block(item + words, level)
                item = ""
        elif kind in ("fence", "code_block"):
            yield Block(item + token.content)
            item = ""
        elif kind == "html_block":
            yield from _html(token.content, left)


def _inline(tokens: Sequence["Token"], left: Counter[str]) -> str:
    words: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            words.append(token.content)
        elif token.type == "softbreak":
            words.append(" ")
        elif token.type == "hardbreak" or (token.type == "html_inline" and token.content.lower().startswith("<br")):
            words.append("\n")
        elif token.type == "image":
            left["picture"] += 1
    return "".join(words)


def _html(source: str, left: Counter[str]) -> Iterator[Block]:
    if not _TAG.sub("", source).strip():
        return
    page = read_web_page(source)
    left["hidden"] += bool(page.notes)
    yield from page.blocks

"""An OpenDocument text (.odt): what stands in it once tracked changes are accepted."""

import re
import zipfile
from collections import Counter
from typing import Any

from components.reading.formats.common import (
    Block,
    Page,
    UnreadableFileError,
    counted,
    day_of,
    made_on,
    tidy,
    title_of,
)
from components.reading.formats.office import LOCKED, Parts, Program

OPEN_DOCUMENT = Program("LibreOffice", ".odt")
_NOTES = (
    ("deleted", "{} tracked deletion was left out.", "{} tracked deletions were left out."),
    ("hidden", "{} hidden passage was left out.", "{} hidden passages were left out."),
    ("comment", "{} comment was left out.", "{} comments were left out."),
    ("contents", "{} table of contents was left out.", "{} tables of contents were left out."),
    ("picture", "{} picture was left out.", "{} pictures were left out."),
    ("note", "{} note stands at the end, under “Notes”.", "{} notes stand at the end, under “Notes”."),
)  # fmt: skip
_LEFT_OUT = {
    "tracked-changes": "",  # counted by its deletions
    "annotation": "comment",
    "table-of-content": "contents",
    "alphabetical-index": "contents",
    "hidden-text": "hidden",
    "hidden-paragraph": "hidden",
    "forms": "",
    "sequence-decls": "",
    "variable-decls": "",
    "user-field-decls": "",
    "note-citation": "",
}
_IN_PLACE = {"tab": " ", "line-break": "\n", "s": " ", "soft-page-break": ""}


def read_open_document(archive: zipfile.ZipFile) -> Page:
    """The text of an OpenDocument file. Raises UnreadableFileError where it is damaged, locked or hostile."""
    parts = Parts(archive, OPEN_DOCUMENT)
    if any(True for _ in parts.parsed("META-INF/manifest.xml", may_miss=True).iter("{*}encryption-data")):
        raise UnreadableFileError(LOCKED)
    content = parts.parsed("content.xml")
    walk = _Walk(_hidden_styles(content) | _hidden_styles(parts.parsed("styles.xml", may_miss=True)))
    text = content.find("{*}body/{*}text")
    if text is None:
        raise UnreadableFileError(OPEN_DOCUMENT.damaged)
    walk.read(text)
    blocks, found = walk.blocks, walk.found
    if walk.notes:
        blocks += [Block("Notes", 1), *map(Block, walk.notes)]
        found["note"] = len(walk.notes)
    found["deleted"] = sum(1 for _ in text.iter("{*}deletion"))
    found["picture"] = sum(1 for _ in text.iter("{*}image"))
    told = [note for kind, one, many in _NOTES for note in counted(found[kind], one, many)]
    meta = parts.parsed("meta.xml", may_miss=True)
    made = day_of(meta.findtext(".//{*}creation-date") or "")
    return Page(blocks, title_of(meta.findtext(".//{*}title") or ""), made, [*told, *made_on(made)])


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _value(element: Any, name: str) -> str:
    """An attribute, whatever its namespace."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def _hidden_styles(root: Any) -> set[str]:
    """The styles of letters or paragraphs that are not shown."""
    return {
        _value(style, "name")
        for style in root.iter("{*}style")
        if any(_value(each, "display") == "none" for each in style.iter("{*}text-properties"))
    } - {""}


class _Walk:
    """The walk through a document: its blocks, the notes that it calls, and what was left out, by reason."""

    def __init__(self, hidden: set[str]) -> None:
        self.blocks: list[Block] = []
        self.notes: list[str] = []
        self.found: Counter[str] = Counter()
        self._hidden = hidden

    def read(self, root: Any) -> None:
        """The headings, paragraphs, items and table rows under an element, in order."""
        from lxml import etree

        walk = etree.iterwalk(root, events=("start",), tag=("{*}*",))
        for _, element in walk:
            name = _name(element)
            left_out = self._is_left_out(element)
            if left_out or name in ("p", "h", "table-row"):
                walk.skip_subtree()
            if left_out:
                continue
            if name == "table-row":
                cells = [tidy(self._words(cell), one_line=True) for cell in element.iterfind("{*}table-cell")]
                self.blocks.append(Block(" | ".join(cells)))
            elif name in ("p", "h"):
                self.blocks.append(self._paragraph(element, name))

    def _paragraph(self, element: Any, name: str) -> Block:
        level = _value(element, "outline-level")
        in_list = any(_name(each) == "list-item" for each in element.iterancestors()) and element.getprevious() is None
        words = tidy(self._words(element))
        if name == "h":
            return Block(words, min(int(level), 6) if re.fullmatch(r"[1-9]\d?", level) else 1)
        return Block(f"- {words}" if in_list and words else words)

    def _is_left_out(self, element: Any) -> bool:
        """Whether an element is passed over; it is counted where it says something."""
        name = _name(element)
        if name in _LEFT_OUT or self._is_hidden(element):
            self.found[_LEFT_OUT.get(name, "hidden") or "nothing"] += 1
            return True
        return False

    def _is_hidden(self, element: Any) -> bool:
        styled = _name(element) in ("p", "h", "span") and _value(element, "style-name") in self._hidden
        return styled or (_name(element) == "section" and _value(element, "display") == "none")

    def _words(self, root: Any) -> str:
        """The characters under an element; a note goes to the end of the document."""
        from lxml import etree

        words: list[str] = []
        passed = None
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            name = _name(element)
            if event == "end":
                words.append(("\n" if name in ("p", "h") else "") + (element.tail or "") if element is not root else "")
            elif element is not root and (name == "note" or self._is_left_out(element)):
                walk.skip_subtree()
                passed = element
                if name == "note":
                    self.notes.append(self._words(element))
            elif element is not passed:
                words.append(_IN_PLACE.get(name, "") + (element.text or ""))
        return "".join(words)

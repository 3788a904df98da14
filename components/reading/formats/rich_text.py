"""Rich Text Format (.rtf): its characters by striprtf, its headings by their outline level."""

import re

from components.reading.formats.common import Block, Page, UnreadableFileError, counted, day_of, made_on, tidy, title_of
from components.reading.formats.encodings import is_not_text

_ADVICE = "Open it in Word and save it again as .docx, or save it as plain text (.txt)."
_LEVEL = re.compile(r"\\outlinelevel([0-5])(?!\d) ?")
_MARKED = re.compile("\ue000([0-5])")
"""A sign of no alphabet that carries the level of a heading through the library."""
_LINK = re.compile("hyperlink", re.IGNORECASE)
_TITLE = re.compile(r"\{\\title ([^{}\\]{1,400})\}")
_MADE = re.compile(r"\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_TOLD = (
    (r"v(?![a-z0-9])", "{} hidden passage was read like the rest. Compare it.", "{} hidden passages were read like the rest. "
     "Compare them."),
    (r"deleted(?![a-z0-9])", "{} tracked deletion was read like the rest. Compare it.", "{} tracked deletions were read like the "
     "rest. Compare them."),
    (r"pict(?![a-z])", "{} picture was left out.", "{} pictures were left out."),
    (r"footnote(?![a-z])", "{} footnote was left out.", "{} footnotes were left out."),
    (r"object(?![a-z])", "{} object inside the document was left out.", "{} objects inside the document were left out."),
)  # fmt: skip


def read_rich_text(data: bytes) -> Page:
    """The text of a file in Rich Text Format. Raises UnreadableFileError where it cannot be read."""
    from striprtf.striprtf import rtf_to_text

    source = data.decode("latin-1").replace("\ue000", "")
    # The library looks for links with a pattern that takes time without end; a line end, which means nothing here, parts it.
    marked = _LEVEL.sub(lambda found: f"{found[0].rstrip()} \ue000{found[1]}", _LINK.sub("\n\\g<0>", source))
    try:
        text = rtf_to_text(marked, errors="replace")
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError):
        raise UnreadableFileError(f"The file is damaged and cannot be opened. {_ADVICE}") from None
    if is_not_text(text):
        raise UnreadableFileError(f"The file is damaged and cannot be opened. {_ADVICE}")
    made = _made(source)
    title = _TITLE.search(source)
    told = [note for word, one, many in _TOLD for note in counted(len(re.findall(rf"\\{word}", source)), one, many)]
    blocks = [_block(line) for line in text.split("\n")]
    return Page(blocks, title_of(title[1]) if title else "", made, [*told, *made_on(made)])


def _block(line: str) -> Block:
    level = _MARKED.search(line)
    words = tidy(_MARKED.sub("", line), one_line=True)
    cells = [cell.strip() for cell in words.split("|")] if words.endswith("|") else []
    return Block(" | ".join(cells[:-1]) if cells else words, int(level[1]) + 1 if level else 0)


def _made(source: str) -> str:
    """The day on which the file was made, as YYYY-MM-DD; or nothing."""
    found = _MADE.search(source)
    return day_of(f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}") if found else ""

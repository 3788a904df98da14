"""Before the first step: from a file that a reader brings to its text.

What a file is is decided by its content; its name only helps where the content is plain characters. Nothing is fetched,
nothing is unpacked to disk, and no name is used as a path. A hostile file can still ask for hours and gigabytes:
`components.reading.apart` reads it in a process that is stopped in time.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from components.model.limits import MOST_CHARACTERS, too_much
from components.reading.formats.common import (
    FileText,
    Page,
    TooMuchMemoryError,
    UnreadableFileError,
    refuse_size,
    text_of,
    tidy,
)
from components.reading.formats.encodings import clean, decode, is_not_text, printable
from components.reading.formats.mail import is_mail, read_mail
from components.reading.formats.markdown import read_markdown
from components.reading.formats.office import open_archive
from components.reading.formats.opendocument import OPEN_DOCUMENT, read_open_document
from components.reading.formats.pasted import ONLY_ADDRESSES, is_markup, is_only_addresses
from components.reading.formats.pdf import read_pdf
from components.reading.formats.quoted import without_quote_marks
from components.reading.formats.rich_text import read_rich_text
from components.reading.formats.saved_page import is_saved_page, read_saved_page
from components.reading.formats.web import declared_encoding, read_web_page
from components.reading.formats.word import WORD, read_word

__all__ = [
    "FORMATS", "FileFormat", "FileText", "TooMuchMemoryError", "UnreadableFileError", "file_types", "kinds_of_files",
    "read_file", "what_may_be_opened",
]  # fmt: skip


# What the first bytes of other files are, with the words for them.
_SIGNATURES = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"RIFF", "a picture, a sound or a film"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound or a film"),
    (b"\x1f\x8b", "a packed archive"),
    (b"7z\xbc\xaf\x27\x1c", "a packed archive"),
    (b"Rar!", "a packed archive"),
    (b"BZh", "a packed archive"),
    (b"\xfd7zXZ", "a packed archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"PAR1", "a table of data"),
    (b"SQLite format 3", "a database"),
)
_CONTROL = re.compile(rb"[\x00-\x08]")
_INSIDE = (  # what the names inside an archive tell
    (re.compile("word/"), ""),
    (re.compile("xl/"), "an Excel workbook"),
    (re.compile("ppt/"), "a set of slides"),
    (re.compile("mimetype$|META-INF/"), "an OpenDocument table or an e-book"),
    (re.compile(""), "a packed archive"),
)
_RICH_TEXT, _OPEN_DOCUMENT = b"{\\rtf", b"application/vnd.oasis.opendocument.text"
_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", (b"PK\x03\x04", b"PK\x05\x06")
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_WEB_PAGE = re.compile(
    r"\s*(?:<\?xml[^<>]*>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)


# --- What can be read ---------------------------------------------------------------------------


class FileFormat(NamedTuple):
    """A kind of file that can be read.

    `suffixes` are the ends of its names; `label` says what it is after "the file is", `said` in a list of what can be read,
    where that differs. `is_one` decides by the content and by the end of the name, `read` makes a page of the content: both
    get the file's bytes or, where `characters`, its characters. None: what no other format takes, left as it is.
    """

    suffixes: tuple[str, ...]
    label: str
    is_one: Callable[[Any, str], bool]
    read: Callable[[Any], Page] | None
    characters: bool = False
    said: str = ""


def _is_pdf(data: bytes, ending: str) -> bool:
    return b"%PDF-" in data[:1024] and (ending == ".pdf" or data.lstrip()[:5] == b"%PDF-")


def _is_archive(data: bytes, ending: str) -> bool:  # noqa: ARG001
    return data.startswith(_ZIP)


def _read_archive(data: bytes) -> Page:
    archive = open_archive(data, WORD)
    _refuse_other_archive(archive.namelist())
    return read_word(archive)


def _is_open_document(data: bytes, ending: str) -> bool:  # noqa: ARG001
    return data.startswith(_ZIP) and _OPEN_DOCUMENT in data[:200]


def _read_open_document(data: bytes) -> Page:
    return read_open_document(open_archive(data, OPEN_DOCUMENT))


def _is_rich_text(data: bytes, ending: str) -> bool:  # noqa: ARG001
    return data.lstrip()[: len(_RICH_TEXT)] == _RICH_TEXT


def _is_mail(data: bytes, ending: str) -> bool:
    return ending == ".eml" or is_mail(data)


def _is_saved_page(data: bytes, ending: str) -> bool:
    return ending in _SAVED_PAGES or (is_mail(data) and is_saved_page(data))


def _is_web_page(source: str, ending: str) -> bool:
    if ending in _WEB_SUFFIXES or _WEB_PAGE.match(source[:4_096]):
        return True
    return ending != ".md" and is_markup(source)  # Markdown may hold tags


def _read_markdown(source: str) -> Page:
    _refuse_long(source)
    return read_markdown(source)


_WEB_SUFFIXES = (".html", ".htm")
_SAVED_PAGES = (".mhtml", ".mht")

FORMATS: dict[str, FileFormat] = {
    "text": FileFormat((".txt",), "plain text", lambda *_: False, None, characters=True),
    "markdown": FileFormat((".md",), "Markdown", lambda _, ending: ending == ".md", _read_markdown, characters=True),
    "web": FileFormat(
        _WEB_SUFFIXES, "a web page", _is_web_page, read_web_page, characters=True, said="a saved web page"
    ),
    "word": FileFormat((".docx",), "a Word document", _is_archive, _read_archive),
    "opendocument": FileFormat((".odt",), "an OpenDocument text", _is_open_document, _read_open_document),
    "rtf": FileFormat((".rtf",), "Rich Text Format", _is_rich_text, read_rich_text, said="Rich Text"),
    "mail": FileFormat((".eml",), "a mail", _is_mail, read_mail),
    "saved page": FileFormat(_SAVED_PAGES, "a web page saved in one file", _is_saved_page, read_saved_page),
    "pdf": FileFormat((".pdf",), "a PDF", _is_pdf, read_pdf),
}
"""The kinds of files that can be read. Each is asked in turn whether a file is one, last to first, those of bytes first."""


def file_types() -> dict[str, str]:
    """What can be read, by the end of the file's name, with the words for it."""
    return {suffix: each.label for each in FORMATS.values() for suffix in each.suffixes}


def _endings() -> str:
    return ", ".join(file_types())


def kinds_of_files() -> str:
    """The kinds of files that can be read, as they stand in a sentence."""
    *first, last = (each.said or each.label for each in FORMATS.values())
    return f"{', '.join(first)} or {last}"


def what_may_be_opened() -> str:
    """The kinds of files that can be read, in a sentence, with the ends of their names."""
    return f"A file may be {kinds_of_files()} ({_endings()})."


# --- Reading ------------------------------------------------------------------------------------


def read_file(name: str, data: bytes) -> FileText:
    """The text of a file: plain text, Markdown, a web page, a Word document or a PDF.

    Headings stand on lines of their own with `#` before them, paragraphs are parted by blank lines; plain text is left
    as it is. Raises UnreadableFileError, and nothing else, with a sentence that says what was found, what is allowed and
    what to do.
    """
    if not data:
        raise UnreadableFileError("The file is empty. Choose one with text in it.")
    refuse_size(data)
    try:
        return _finished(*_read(_ending(name), data))
    except MemoryError:
        raise TooMuchMemoryError(
            "Reading the file needed more memory than there is. Save it as plain text (.txt), or split it."
        ) from None


def _read(ending: str, data: bytes) -> tuple[str, Page]:
    """The text of a file and what else was found; `Page.blocks` has done its work."""
    if (kind := _kind_of(data, ending, characters=False)) and kind.read:
        return _of_page(kind, ending, kind.read(data))
    _refuse_other_kinds(ending, data)
    declared = declared_encoding(data) if ending in _WEB_SUFFIXES or b"<html" in data[:1024].lower() else ""
    source, guessed = decode(data, declared)
    _refuse_bytes(source)
    source, replaced = printable(source)
    notes = [*guessed, *replaced]
    text, page = source, Page([], "", "", [])
    if (kind := _kind_of(source, ending, characters=True)) and kind.read:
        text, page = _of_page(kind, ending, kind.read(source))
    else:
        text, chain = without_quote_marks(source)
        notes += chain
    return text, page._replace(notes=[*notes, *page.notes])


def _kind_of(content: bytes | str, ending: str, *, characters: bool) -> FileFormat | None:
    """The format that takes a file; None where none does."""
    asked = (each for each in reversed(FORMATS.values()) if each.characters == characters)
    return next((each for each in asked if each.is_one(content, ending)), None)


def _of_page(kind: FileFormat, ending: str, page: Page) -> tuple[str, Page]:
    """The blocks of a page as text. Where the name promised something else, a note says so."""
    words = kind.label
    if ending in kind.suffixes:
        return text_of(page.blocks), page
    promised = f"The name ends in {ending}, but the file is {words}" if ending else f"The file is {words}"
    return text_of(page.blocks), page._replace(notes=[f"{promised}; it was read as one.", *page.notes])


def _finished(text: str, page: Page) -> FileText:
    _refuse_bytes(text)
    text, seen = clean(text)
    if not text.strip():
        raise UnreadableFileError(
            "The file holds no text that can be seen. Open it, copy its text, and paste it or save it as plain text (.txt)."
        )
    _refuse_long(text)
    if is_only_addresses(text):
        raise UnreadableFileError(ONLY_ADDRESSES)
    said = (page.title, page.publisher, page.place)
    title, publisher, place = (tidy(clean(each).text, one_line=True) for each in said)
    return FileText(text, title, page.published, tuple(dict.fromkeys([*page.notes, *seen])), publisher, place)


def _ending(name: str) -> str:
    """The end of a file's name in small letters, with its dot, where it may name a kind of file; else nothing."""
    found = re.search(r"\.(?=\d*[A-Za-z])[A-Za-z0-9]{1,8}$", name.strip(), re.ASCII)
    return found[0].lower() if found else ""


# --- What is not read ---------------------------------------------------------------------------


def _refuse_other_archive(names: list[str]) -> None:
    found = next(words for pattern, words in _INSIDE if any(map(pattern.match, [*names, ""])))
    if found:
        raise UnreadableFileError(f"The file is {found}. Readable are {_endings()}: save its text as one of them.")


def _refuse_other_kinds(ending: str, data: bytes) -> None:
    """Raise where the first bytes or the name say that the file is something else than characters."""
    if data.startswith(_OLE):
        if _LOCKED_OFFICE in data:
            raise UnreadableFileError("The document is locked with a password. Save it again without one.")
        raise UnreadableFileError(
            "The file is in the old Word format (.doc) or of another old program. Save it as .docx."
        )
    if _CONTROL.search(data[:256]):
        words = next((words for signature, words in _SIGNATURES if data.startswith(signature)), "")
        words = "a film or a picture" if data[4:8] == b"ftyp" else words
        if words:
            raise UnreadableFileError(f"The file is {words}, not a text. Readable are {_endings()}.")
    if any(ending in each.suffixes for each in FORMATS.values() if not each.characters):
        raise UnreadableFileError(
            f"The name ends in {ending}, but the file is not {file_types()[ending]}: it may be damaged. "
            f"Save it again as {ending}."
        )
    if ending and ending not in file_types():
        raise UnreadableFileError(
            f"The file's name ends in {ending}. Readable are {_endings()}: save its text as one of them."
        )


def _refuse_bytes(text: str) -> None:
    if is_not_text(text):
        raise UnreadableFileError(
            "The file holds bytes that are no text. Save it again as plain text with the encoding UTF-8, or as .docx."
        )


def _refuse_long(text: str) -> None:
    if fault := too_much(len(text), MOST_CHARACTERS, "characters"):
        raise UnreadableFileError(fault)

"""A mail (.eml): its words, its subject and its day; attachments are named and not read."""

import email.policy
import re
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

from components.model.limits import MOST_ENTRIES
from components.reading.formats.common import Block, Page, UnreadableFileError, counted, tidy
from components.reading.formats.encodings import clean, decode, list_of, printable
from components.reading.formats.quoted import without_quote_marks
from components.reading.formats.web import read_web_page

_DAMAGED = "The mail is damaged and cannot be opened. Open it in a mail program, copy its text, and paste it."
_HEADS = re.compile(rb"(?:[!-9;-~]{1,60}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}")
_TELLING = re.compile(
    rb"^(?:from|message-id|mime-version|received|return-path|content-type):", re.IGNORECASE | re.MULTILINE
)
_LONGEST_HEAD = 1_000
"""Characters of a subject, a sender or a date: what is longer is none."""
_FEWEST_HEADS = 2


def is_mail(data: bytes) -> bool:
    """Whether bytes begin as a mail does: with headers, and with those that every mail has among them."""
    found = _HEADS.match(data[:16_384])
    return found is not None and len(set(map(bytes.lower, _TELLING.findall(found[0])))) >= _FEWEST_HEADS


def parse_message(data: bytes) -> list[Message]:
    """The parts of a message that hold something, in their order. Raises UnreadableFileError where it cannot be read."""
    try:
        message: Message = BytesParser(policy=email.policy.compat32).parsebytes(data)
        parts = list(message.walk())
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise UnreadableFileError(_DAMAGED) from None
    if len(parts) > MOST_ENTRIES:
        raise UnreadableFileError(
            f"The file holds {len(parts):,} parts; {MOST_ENTRIES:,} are allowed. Copy its text, and paste it."
        )
    return parts


def read_mail(data: bytes) -> Page:
    """The text of a mail: as plain text where it has it, else as its page."""
    whole, *_ = parts = parse_message(data)
    attached = [_name(part) for part in parts if _is_attached(part)]
    bodies = [part for part in parts if not part.is_multipart() and not _is_attached(part)]
    notes = [
        note + list_of(attached)
        for note in counted(len(attached), "{} attachment was not read: ", "{} attachments were not read: ")
    ]
    page = _plain(bodies) or _web(bodies)
    if page is None:
        raise UnreadableFileError("The mail holds no text. Open it, copy its text, and paste it.")
    sender, _ = parseaddr(head_of(whole, "From"))
    return page._replace(
        title=head_of(whole, "Subject"), published=_day(head_of(whole, "Date")), publisher=sender,
        notes=[*notes, *page.notes],
    )  # fmt: skip


def head_of(part: Message, name: str) -> str:
    """A header in readable characters; nothing where it is missing, damaged or too long."""
    raw: Any = part.get(name, "")
    if len(str(raw)) > _LONGEST_HEAD:
        return ""
    try:
        return tidy(str(make_header(decode_header(raw))), one_line=True)
    except (MessageError, ValueError, LookupError, TypeError, AttributeError):
        return ""


def characters_of(part: Message) -> tuple[str, list[str]]:
    """The characters of a part, and notes on what was guessed. Raises UnreadableFileError where they are none."""
    try:
        data = part.get_payload(decode=True)
        charset = part.get_content_charset() or ""
    except (MessageError, ValueError, LookupError, TypeError, AttributeError):
        raise UnreadableFileError(_DAMAGED) from None
    if not isinstance(data, bytes):
        return "", []
    source, guessed = decode(data, charset) if data else ("", [])
    source, replaced = printable(source)
    return source, [*guessed, *replaced]


def _plain(bodies: list[Message]) -> Page | None:
    read = [characters_of(part) for part in bodies if part.get_content_type() == "text/plain"]
    text = "\n\n".join(words for words, _ in read)
    if not text.strip():
        return None
    text, chain = without_quote_marks(text)
    blocks = [Block(each) for each in re.split(r"\n[^\S\n]*\n", text)]
    return Page(blocks, "", "", [*(note for _, notes in read for note in notes), *chain])


def _web(bodies: list[Message]) -> Page | None:
    for part in bodies:
        if part.get_content_type() == "text/html":
            source, notes = characters_of(part)
            if source.strip():
                page = read_web_page(source)
                return page._replace(notes=[*notes, *page.notes])
    return None


def _is_attached(part: Message) -> bool:
    """Whether a part is handed over beside the text: a file, a picture, another mail."""
    if part.is_multipart() and part.get_content_type() != "message/rfc822":
        return False
    return bool(part.get_content_disposition() == "attachment" or _file_name(part)) or (
        part.get_content_maintype() not in ("text", "multipart")
    )


def _file_name(part: Message) -> str:
    try:
        return part.get_filename() or ""
    except (MessageError, ValueError, LookupError, TypeError, AttributeError):
        return ""


def _name(part: Message) -> str:
    return tidy(clean(_file_name(part)).text, one_line=True) or part.get_content_type()


def _day(stamp: str) -> str:
    """The day of a date header where it was written, as YYYY-MM-DD; nothing where it is none."""
    try:
        return parsedate_to_datetime(stamp).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""

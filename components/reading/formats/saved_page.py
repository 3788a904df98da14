"""A web page saved with all that belongs to it in one file (.mhtml, .mht): the page itself is read."""

from components.reading.formats.common import Page, UnreadableFileError, counted
from components.reading.formats.mail import characters_of, head_of, parse_message
from components.reading.formats.web import read_web_page


def is_saved_page(data: bytes) -> bool:
    """Whether bytes begin as such a file does: a message of related parts."""
    return b"multipart/related" in data[:4_096].lower() and b"mime-version" in data[:4_096].lower()


def read_saved_page(data: bytes) -> Page:
    """The first page in the file; what stands beside it, frames and style sheets, is told and not read."""
    parts = parse_message(data)
    pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        raise UnreadableFileError("The file holds no web page. Open it in a browser, and save or copy its text.")
    source, notes = characters_of(pages[0])
    page = read_web_page(source)
    styles = sum(part.get_content_type() == "text/css" for part in parts)
    told = [
        *counted(len(pages) - 1, "{} frame of the page was not read.", "{} frames of the page were not read."),
        *counted(
            styles,
            "{} style sheet of the page was not looked at: what it hides was read.",
            "{} style sheets of the page were not looked at: what they hide was read.",
        ),
    ]
    return page._replace(title=page.title or head_of(parts[0], "Subject"), notes=[*notes, *page.notes, *told])

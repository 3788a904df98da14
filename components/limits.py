"""The one place of every limit on what a reader brings, each with its reason.

Nothing here is a matter of taste: a limit protects the other readers of the same machine, or says from where on a
figure could no longer be trusted. A page prints them with `what_can_be_read`.
"""

from typing import NamedTuple

# --- Texts and files ----------------------------------------------------------------------------

MOST_CHARACTERS = 1_000_000
"""Characters of one text. About 170,000 words, a long book; what is longer takes minutes to read and fills a page with
more statements than a person can look through. No article, transcript or treaty comes near it."""

MOST_BYTES = 5_000_000
"""Bytes of one file. A Word file of a million characters is smaller. The server refuses more than 5 MB by itself
(`maxUploadSize`), but the browser alone checks it for each widget, so it is checked again here."""

MOST_PAGES = 300
"""Pages of a PDF. Each page may repeat the work of another, so that a small file can ask for hours."""

LONGEST_WORD = 200
"""Characters without white space. Nothing longer is a word: it is an address or a picture written as letters, and the
first scorer of tone takes time that grows with its square (400,000 brackets: 24 seconds)."""

MOST_STATEMENTS = 20_000
"""Sentences of one article. A million characters of prose have about 7,000; a text of a million full stops has more
than a table can show."""

# --- Files that are archives (.docx) ------------------------------------------------------------

MOST_ENTRIES = 2_000
"""Files inside a .docx. One with hundreds of pictures has some hundreds."""

MOST_UNPACKED_BYTES = 50_000_000
"""Bytes of a .docx when unpacked. In memory its XML takes about ten times its size: 50 MB is what the reading process
can hold."""

MOST_RATIO = 100
"""Unpacked bytes for each packed one, in an entry that unpacks to more than `RATIO_FROM_BYTES`. XML of real documents
stays under 40; a run of one letter reaches 1,000."""

RATIO_FROM_BYTES = 5_000_000
"""Under it the ratio says nothing: a short file that repeats one line packs as well as a bomb, and does no harm."""

# --- Markup -------------------------------------------------------------------------------------

DEEPEST_LIST = 50
"""Lists and quotations inside one another in Markdown. People write three; the parser leaves out what is deeper."""

# --- The process that reads a file --------------------------------------------------------------


class ReadingLimits(NamedTuple):
    """What the process that reads one file may take: seconds of the processor, seconds of the clock, bytes."""

    processor_seconds: int
    clock_seconds: float
    memory_bytes: int


READING = ReadingLimits(processor_seconds=8, clock_seconds=10, memory_bytes=1_000_000_000)
"""A PDF of 300 pages takes 3 to 6 seconds; a hostile one takes hours, and a person waits about ten seconds. 1 GB is ten
times what the largest harmless file took, and leaves something of the smallest server."""

MOST_READERS = 2
"""Files read at the same time. More would take the memory of the whole server together; the others wait."""

# --- In words -----------------------------------------------------------------------------------

FILE_TYPES = {
    ".txt": "plain text",
    ".md": "Markdown",
    ".html": "a web page",
    ".htm": "a web page",
    ".docx": "a Word document",
    ".pdf": "a PDF",
}
"""What can be read, by the end of the file's name, with the words for it."""


def megabytes(count: int) -> str:
    """Bytes in words.

    >>> megabytes(5_000_000), megabytes(5_260_000)
    ('5 MB', '5.3 MB')
    """
    if count >= 1_000_000_000:
        return f"{count / 1_000_000_000:.1f}".removesuffix(".0") + " GB"
    return f"{count / 1_000_000:.1f}".removesuffix(".0") + " MB"


def what_can_be_read() -> list[str]:
    """The limits that a person meets, one plain sentence each, for a page."""
    return [
        f"A file may be plain text, Markdown, a saved web page, a Word document or a PDF ({', '.join(FILE_TYPES)}).",
        f"It may have {megabytes(MOST_BYTES)} and {MOST_CHARACTERS:,} characters of text; a PDF, {MOST_PAGES} pages.",
        f"Reading it is stopped after {READING.clock_seconds:g} seconds.",
        "Pictures of text (scans), files locked with a password and the old Word format (.doc) cannot be read.",
        "What is left out, guessed or repaired is named beside the text.",
    ]

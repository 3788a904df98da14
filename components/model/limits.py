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

MOST_FILES = 10
"""Files that are opened at once. Each is read in a process of its own and becomes an article; more than ten hold up the page for
half a minute, and nobody looks through more at one sitting."""

LONGEST_WORD = 200
"""Characters without white space. Nothing longer is a word: it is an address or a picture written as letters, and the
first scorer of tone takes time that grows with its square (400,000 brackets: 24 seconds)."""

LONGEST_SENTENCE = 3_000
"""Characters of a sentence in which speakers and tone are looked for. Nobody wrote a longer one as a sentence: it is a list,
or has lost its stops. The time for a sentence grows with the square of its length."""

MOST_SECTIONS = 500
"""Sections of one article, each with its heading. A book has some dozens of chapters; what has more headings is a list, and
no chart of the sections could be read."""

MOST_STATEMENTS = 20_000
"""Sentences of one article. A million characters of prose have about 7,000; a text of a million full stops has more
than a table can show."""

READING_SECONDS = 600
"""Seconds in which a text is read into statements. A million characters take some two minutes; what takes five times as
long will not end."""

# --- Files that are written ---------------------------------------------------------------------

LONGEST_CELL = 32_767
"""Characters of a cell in a workbook, as Excel counts them: in UTF-16. XlsxWriter cuts what is longer without a word."""

MOST_QUOTES = 2_000
"""Quotes of one brief and of one briefing: some 150 pages, which nobody reads. Of more a table is offered instead."""

# --- What is typed beside a text ----------------------------------------------------------------

MOST_TITLE_CHARACTERS = 300
"""Characters of a title or a publisher. A communiqué that names two heads of state with all that they are has 250; a longer one
is a paragraph that was pasted into the wrong box."""

MOST_NOTE_CHARACTERS = 2_000
"""Characters of a reader's note in a brief: a page of text."""

MOST_NOTICES = 20
"""Sentences that an article keeps of how its text was read. A file gives some six at the most; they stand on every page."""

MOST_NOTICE_CHARACTERS = 600
"""Characters of such a sentence: one that lists odd words or the headings of lists is the longest."""

MOST_NAME_CHARACTERS = 100
"""Characters of a person's name or office."""

MOST_LABEL_CHARACTERS = 100
"""Characters of a subject that a reader names on Compare: longer is no subject, and no row can show it."""

MOST_TOPIC_NAME_CHARACTERS = 60
"""Characters of a topic's name: it stands on the axes of charts."""

MOST_TOPIC_WORDS = 40
"""Words and names of one topic; more are a search, not a topic."""

MOST_TOPIC_CHARACTERS = 2_000
"""Characters of the words of one topic: 50 for each of them."""

MOST_SEARCH_CHARACTERS = 200
"""Characters of the word filter: enough for any search, too few to carry a text in a link."""

MOST_PRESS_CHARACTERS = 200
"""Characters of what a button in a row asks for: a moment, a word and an id; a subject's id may be a name."""

# --- Codebooks and projects of other programs ---------------------------------------------------

MOST_CODES = 1_000
"""Codes of a codebook of another program. Researchers have some hundreds; each is looked for in every sentence."""

MOST_CODE_CHARACTERS = 200
"""Characters of the name of a code: longer is no name, and no list can show it."""

DEEPEST_CODE = 20
"""Codes above a code. People have three or four."""

MOST_CODED_TEXTS = 100
"""Coded texts of a project of another program: the sentences of an article are looked for in each."""

MOST_CODERS = 50
"""People in a project of another program. A team has some ten; a list of them is chosen from."""

MOST_CODINGS = 100_000
"""Codings of a project of another program: two coders with five codes for each of 10,000 sentences. They take some seconds, in
which other readers wait."""

# --- Files that are archives (.docx, .zip) ------------------------------------------------------

MOST_ENTRIES = 2_000
"""Files inside a .docx or a .zip. A document with hundreds of pictures has some hundreds."""

MOST_UNPACKED_BYTES = 50_000_000
"""Bytes of a .docx when unpacked. In memory its XML takes about ten times its size: 50 MB is what the reading process
can hold."""

MOST_RATIO = 100
"""Unpacked bytes for each packed one, in an entry that unpacks to more than `RATIO_FROM_BYTES`. XML of real documents
stays under 40; a run of one letter reaches 1,000."""

RATIO_FROM_BYTES = 5_000_000
"""Under it the ratio says nothing: a short file that repeats one line packs as well as a bomb, and does no harm."""

MOST_PACKAGE_BYTES = 20_000_000
"""Bytes of a saved article when unpacked. One of a million characters comes to about 10 MB with all its tables."""

MOST_LINES = {
    "statements.csv": MOST_STATEMENTS + 1,
    "machine.csv": MOST_STATEMENTS + 1,
    "evidence.csv": 200_000,
    "actors.csv": 2_000,
    "corrections.csv": 20_000,
    "record.csv": 2_000,
}
"""Lines of each table of a saved article, the first line with it. Ten stretches decide a statement at most, and a person
corrects each once; a table takes the server some 10 microseconds a line, and there the other readers wait with it."""

MOST_MERGES = 500
"""Actors of a saved article that were merged into others: each merge goes through all statements again."""

MOST_PART_BYTES = {
    "datapackage.json": 1_000_000,
    "codebook.toml": 500_000,
    "article.txt": 4 * MOST_CHARACTERS,
}
"""Bytes of the other files of a saved article. The general codebook has 60,000; a character has four at most."""

MOST_NAMES_IN_CELL = 100
"""Names in one cell of a table: the speakers or topics of a sentence, the names of an actor."""

MOST_UNKNOWN_COLUMNS = 50
"""Columns that a table may have beside its own: enough for any other program, few enough for each row."""

MOST_FAULTS = 100
"""Faults of one file that are listed. Who has mended a hundred tries again; a hostile file would have millions."""

# --- Markup -------------------------------------------------------------------------------------

DEEPEST_LIST = 50
"""Lists and quotations inside one another in Markdown. People write three; the parser leaves out what is deeper."""

MOST_STYLE_RULES = 1_000
"""Rules of a web page's style sheets that hide or add words and may hold for it: each is a search through the page. Saved
pages have some dozens."""

MOST_SEARCHED_CHARACTERS = 2_000_000
"""Characters of a web page's source in which its article is looked for; a longer one is read whole. Saved pages of news have
some hundred thousand, and looking through two million takes some seconds."""

MOST_SEARCHED_ELEMENTS = 50_000
"""Elements of such a page. Saved pages have some thousand; what would take the seconds that a file has has a hundred thousand."""

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


def megabytes(count: int) -> str:
    """Bytes in words.

    >>> megabytes(5_000_000), megabytes(5_260_000)
    ('5 MB', '5.3 MB')
    """
    if count >= 1_000_000_000:
        return f"{count / 1_000_000_000:.1f}".removesuffix(".0") + " GB"
    return f"{count / 1_000_000:.1f}".removesuffix(".0") + " MB"


def too_much(length: int, most: int, what: str) -> str:
    """Why a text is not read, in a sentence; nothing where it is within the limit."""
    return f"The text has {length:,} {what}; up to {most:,} can be read. Read it in parts." if length > most else ""


def what_can_be_read(kinds: str) -> list[str]:
    """The limits that a person meets, one plain sentence each, for a page; first `kinds`, which says what files are read."""
    return [
        kinds,
        f"It may have {megabytes(MOST_BYTES)} and {MOST_CHARACTERS:,} characters of text; a PDF, {MOST_PAGES} pages.",
        f"Up to {MOST_FILES} files are opened at once; each becomes an article.",
        f"Opening a file is stopped after {READING.clock_seconds:g} seconds, and reading its text after "
        f"{READING_SECONDS // 60} minutes.",
        f"An article may have {MOST_STATEMENTS:,} sentences and {MOST_SECTIONS} sections.",
        f"In a word of more than {LONGEST_WORD} characters, and past the {LONGEST_SENTENCE:,}th of a sentence, no speaker and "
        "no tone is looked for; both are shown as they stand, and counted.",
        f"An article saved here before (.zip) may have {megabytes(MOST_BYTES)}, unpacked {megabytes(MOST_PACKAGE_BYTES)}.",
        "Pictures of text (scans), files locked with a password and the old Word format (.doc) cannot be read.",
        "Nothing is cut off: what is longer is not read, and the page says so.",
        "Only English is read for speakers, topics and tone. A text in another language is cut into sentences, and said to be "
        "in that language, unless you have it read as if it were English.",
        "What is left out, guessed or repaired is named beside the text, and stays with the article.",
    ]

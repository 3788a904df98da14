"""An article of the reader's own: what a machine read from a text, ready to be looked through and saved."""

from collections.abc import Sequence

from components.article.corrections.log import Coding
from components.article.package import About, Draft
from components.model.codebook import Codebook
from components.model.ids import slug
from components.model.intervals import in_words
from components.model.limits import MOST_NOTICE_CHARACTERS, MOST_NOTICES
from components.model.rows import shortened
from components.model.statements import Genre, fingerprint
from components.reading.article import Reading, readable

UNTITLED = "Untitled article"


def draft_of(
    reading: Reading,
    text: str,
    *,
    published: str,
    genre: Genre,
    codebook: Codebook,
    publisher: str = "",
    title: str = "",
    place: str = "",
    notices: Sequence[str] = (),
) -> Draft:
    """What a machine read from a text, as an article of the reader's own. `published` is EDTF.

    Of the record it has what it names: the general one is of everybody, and the rest of it stands behind no sentence.

    Its genre is the one as which it was read, where that is another than the one that was said.

    `notices` are what was told when its file was opened; the article keeps them, and those of the reading.

    Its id is made of its title and its text, so that the same article read again takes the place of the first.
    """
    named = (title or reading.title or UNTITLED, publisher, place)
    text, title, publisher, place = (readable(each) for each in (text, *named))
    about = About(
        publisher=publisher,
        place=place,
        published=published,
        citation=", ".join(part for part in (title, publisher, in_words(published)) if part),
        genre=reading.genre or genre,
        language=reading.language,
        coded_by="machine",
        notices=kept_notices([*notices, *reading.notices]),
        sections=reading.sections or ("Lead",),
    )
    rows = reading.rows
    first = Coding(tuple(rows.statements), tuple(rows.evidence), reading.actors)
    events = {row.label for row in rows.evidence if row.kind == "event"}
    book = codebook.with_record_of(events)
    return Draft(id=article_id(title, text), title=title, about=about, first=first, codebook=book, text=text)


def kept_notices(notices: Sequence[str]) -> tuple[str, ...]:
    """Sentences as an article keeps them: each once, on one line, none too long; where there are too many, their number."""
    lines = ("".join(each if each.isprintable() else " " for each in readable(notice)) for notice in notices)
    told = list(dict.fromkeys(shortened(" ".join(line.split()), MOST_NOTICE_CHARACTERS) for line in lines))
    told = [notice for notice in told if notice]
    if len(told) > MOST_NOTICES:
        told = [*told[: MOST_NOTICES - 1], f"And {len(told) - MOST_NOTICES + 1} notes more."]
    return tuple(told)


def article_id(title: str, text: str) -> str:
    """The id of an article of the reader's own, for a file name too; what stands in a stranger's file is none to rely on."""
    return f"{slug(title)[:40].strip('-') or 'article'}-{fingerprint(text)[:6]}"

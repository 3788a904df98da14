"""How a statement is cited: a wording as a quotation, a gloss as a paraphrase, always with section and sentence."""

import calendar
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from components.model.codebook import REPORTER
from components.model.fields import said_names
from components.model.intervals import in_words

CITATION_STYLES = {"chicago": "Chicago", "plain": "Plain", "apa": "APA", "oscola": "OSCOLA"}

_MONTH_OR_DAY = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


class Source(NamedTuple):
    """What a citation needs of an article: how it is cited, its date (EDTF), its section titles and its actors' names.

    `our_titles`: the titles are ours; of an article that a machine read they are the article's own headings. `notices`
    are what a reader should know of how its text was read.
    """

    citation: str
    publisher: str
    published: str
    sections: Sequence[str]
    names: Mapping[str, str]
    our_titles: bool = True
    notices: Sequence[str] = ()


def source_of(package: Any) -> Source:
    """What a citation needs of an article."""
    about = package.about
    ours = about.coded_by == "hand"
    return Source(
        about.citation, about.publisher, about.published, about.sections, package.actor_names, ours, about.notices
    )


def cite(source: Source, row: Any, style: str) -> str:
    """A note for one statement. `row` is a row of the statements; `style` is a key of `CITATION_STYLES`.

    The article's headline is not known to a package, so the citation describes the article, as The Chicago Manual of
    Style and that of the APA do for works without a title.
    """
    make = {"chicago": _chicago, "plain": _plain, "apa": _apa, "oscola": _oscola}[style]
    return make(source, row)


def _chicago(source: Source, row: Any) -> str:
    return f"{source.citation}, {place_of(source, row)}, sentence {row.sentence} ({_note(source, row)})."


def _apa(source: Source, row: Any) -> str:
    """After the Publication Manual of the APA, 7th edition: a work without title is described in brackets (9.22)."""
    described, day = f"[{source.citation}]", f"({_apa_date(source.published)})"
    work = f"{source.publisher.rstrip('.')}. {day}. {described}" if source.publisher else f"{described}. {day}"
    return f"{work}, {place_of(source, row)}, sentence {row.sentence} ({_note(source, row)})."


def _apa_date(published: str) -> str:
    """2022, February 13; what is neither a day nor a month as it is read aloud; n.d. where none is known."""
    if not published:
        return "n.d."
    found = _MONTH_OR_DAY.fullmatch(published)
    if not found:
        return in_words(published)
    year, month, day = found.groups()
    return f"{year}, {calendar.month_name[int(month)]}{f' {int(day)}' if day else ''}"


def _oscola(source: Source, row: Any) -> str:
    """After OSCOLA, 4th edition, 3.4.9, for newspapers: publisher and day in brackets, then the place, without full stops."""
    where = ", ".join(
        part for part in (source.publisher, in_words(source.published) if source.published else "") if part
    )
    bracketed = f" ({where})" if where else ""
    return f"{source.citation}{bracketed} {place_of(source, row)}, sentence {row.sentence} ({_note(source, row)})"


def _note(source: Source, row: Any) -> str:
    who = speaker_of(source, row)
    return f"{who}; {kind_of_words(row)}" if who else kind_of_words(row)


def _plain(source: Source, row: Any) -> str:
    said = _quoted(row.wording) if row.wording else row.gloss
    published = ", ".join(part for part in (source.publisher, in_words(source.published)) if part)
    where = f"{published}, {place_of(source, row)}, sentence {row.sentence}"
    who = speaker_of(source, row)
    return f"{f'{who}: ' if who else ''}{said} ({kind_of_words(row)}; {where})"


def _quoted(wording: str) -> str:
    """The wording in quotation marks, character for character; one that has its own around it needs no second pair."""
    return wording if wording[0] in '“"' and wording[-1] in '”"' else f"“{wording}”"


def kind_of_words(row: Any) -> str:
    """What stands there: only a direct sentence holds the speaker's own words; the others are the article's."""
    if not row.wording:
        return "paraphrase"
    return "quoted" if row.form == "direct" else "as the article puts it"


def cite_all(source: Source, rows: Iterable[Any], *, shown: str = "") -> str:
    """A list to paste into a document: one line per statement, in the order of the rows.

    At its end stand the source, what is shown and in which order, and what should be known of how the text was read.
    """
    lines = [_plain(source, row) for row in rows]
    under = [f"Shown: {shown}."] if shown else []
    notes = (f"Note: {notice}" for notice in source.notices)
    return "\n".join([*lines, f"Source: {source.citation}.", *under, *notes])


def speaker_of(source: Source, row: Any) -> str:
    """Who holds it; nothing for the reporter's own account, which the source stands for."""
    if tuple(row.speakers) == (REPORTER,):
        return ""
    who = said_names(row.speakers, source.names)
    return f"{who}, as relayed by {source.names[row.via]}" if row.via else who


def place_of(source: Source, row: Any) -> str:
    """In which section, and whose its title is."""
    if row.section == 0:
        return "lead"
    ours = ", our title" if source.our_titles else ""
    return f"section {row.section} ({source.sections[row.section]}{ours})"

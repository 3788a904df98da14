"""From a text to the two tables: the list of steps, top to bottom. The steps find; only the composers write rows.

    language
    sections ─► sentences ─► quotations ─► speakers ─► voices ─► actors ─► floor ─► topics, dates, tone ─► rows

Everything found here is a machine's answer. Each comes with its evidence and, for the speaker, the kind of cue by which it
was found and a level: how often answers of this kind were right in texts of this genre (`model/evaluation`). A text that
is not English is cut into sentences alone, unless the reader insists.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from pathlib import Path

import pandas as pd

from components.model.codebook import MODERATOR, REPORTER, UNKNOWN, Actor, Codebook, load_codebook
from components.model.evaluation import level_of
from components.model.limits import MOST_CHARACTERS, MOST_SECTIONS, MOST_STATEMENTS, too_much
from components.model.scores import SCORES
from components.model.statements import (
    Evidence,
    Genre,
    Level,
    Statement,
    evidence_table,
    statement_ids,
    statements_table,
)
from components.reading.actors import Cast
from components.reading.acts import Deed, find_deed
from components.reading.dates.find import DateMention, find_dates
from components.reading.details import house_of, is_account, place_of
from components.reading.evidence import (
    Recorded,
    date_rows,
    event_rows,
    evidence_row,
    stretch_rows,
    tone_of_content,
    tone_rows,
    with_measures,
    without_insertions,
    without_long_words,
)
from components.reading.floor import MOST_OF_ACCOUNT, find_floor
from components.reading.language import ENGLISH, find_language, said_of
from components.reading.own_words import own_at_home
from components.reading.parties import seat_of_host
from components.reading.people import Person
from components.reading.persons import in_small_letters
from components.reading.places import Place, places_of
from components.reading.quotations import Quotation, find_quotations
from components.reading.sections import Section, find_title, paragraphs_of, split_sections, with_headings
from components.reading.signatures import find_foot
from components.reading.speakers import Speech, find_speech
from components.reading.suggestions import Suggestion, suggest_topics
from components.reading.told import Told
from components.reading.topics import TopicMention, find_topics, with_questions
from components.reading.voices import Block, Source, Unit, Voice, find_voices
from components.reading.whole_names import Named

DATA = Path(__file__).parents[2] / "data"

TELL_EACH = 20
"""After so many sentences the progress is told."""

STEPS: dict[str, str] = {
    "sentences": "Sentences",
    "speakers": "Speakers: who says what",
    "topics": "Topics and dates",
    "tone": "Tone",
}
"""The steps of a reading in their order, as they are told to whoever waits; the speakers take nearly all of the time."""

_LETTER = re.compile(r"[^\W\d_]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class TooLongError(ValueError):
    """The text has more characters, sections or sentences than are read. Its words are for the reader."""


READ_AS_ACCOUNT = (
    "It tells of a meeting and names by their offices who met, so it was read as a report of one meeting, not as news."
)
"""What is said of news that is a government's own account."""


@dataclass(frozen=True)
class Reading:
    """What was read from a text: rows, actors, titles of its sections, and what the codebook may lack.

    `language` is the code of the one that it seems to be in; `notices` say in sentences what a reader should know of it.
    `genre` is the one as which it was read, where that is not the one that was said.
    """

    title: str
    rows: Recorded
    actors: tuple[Actor, ...]
    sections: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]
    language: str = ENGLISH
    notices: tuple[str, ...] = ()
    genre: Genre | None = None

    @property
    def statements(self) -> pd.DataFrame:
        """One row per sentence, as in `statements.statements_table`."""
        titles = dict(enumerate(self.sections))
        return statements_table(self.rows.statements, article="read", section_titles=titles)

    @property
    def evidence(self) -> pd.DataFrame:
        """One row per stretch that decided something, as in `statements.evidence_table`."""
        return evidence_table(self.rows.evidence, article="read")


def read_article(
    text: str,
    *,
    published: dt.date,
    genre: Genre,
    title: str | None = None,
    codebook: Codebook | None = None,
    on_progress: Callable[[float], None] | None = None,
    insist: bool = False,
    publisher: str = "",
    on_step: Callable[[str, int], None] = lambda _step, _found: None,
) -> Reading:
    """Read a text: find its statements, who makes them, their topics, dates and tone.

    `published` is the day from which relative dates are counted; `genre` decides how far an attribution carries.
    `publisher` tells whose own people a government's text need not say the country of. Without a codebook the one that ships
    is used. `on_progress` is told the share of the work that is done, 0 to 1; what it raises ends the reading.

    Offsets are code points of `text`, which is kept as it is; half a character (a lone
    surrogate) is read as U+FFFD, and of what is too long for a word or a sentence little or nothing is read.

    `on_step` is told each of `STEPS` as it is done, with how much it found.

    A text that is not English gets no speakers, topics and tone, and no dates but those in figures; `insist` has it read
    as if it were English.

    Raises TooLongError where the text has more than a million characters, five hundred sections, or twenty thousand
    sentences.
    """
    _refuse_if_longer(len(text), MOST_CHARACTERS, "characters")
    text = readable(text)
    codebook = codebook or _shipped_codebook()
    title = readable(title) if title is not None else find_title(text)
    sections = split_sections(text)
    _refuse_if_longer(max((section.number for section in sections), default=0), MOST_SECTIONS, "sections")
    places = places_of(text, sections)
    _refuse_if_longer(len(places), MOST_STATEMENTS, "sentences")
    on_step("sentences", len(places))
    language = find_language(text)
    if language.foreign and not insist:
        told, topics, dates = _unread(text, places, published)
        rows = _rows(text, places, told, genre, topics, dates, replace(codebook, record=()))
        actors = _actors(rows.statements, Cast(text, [], [], {}), codebook)
        return Reading(title, rows, actors, _titles(sections), (), language.code, said_of(language))
    account = genre == "news" and is_account(text, title)
    genre = "readout" if account else genre
    blocks = _blocks_of(sections, places)
    sentences = [(place.start, place.end) for place in places]
    quotations = find_quotations(text, paragraphs_of(sections), running=genre != "speech")
    plain = without_insertions(text)
    speech = _parse(without_long_words(plain), sentences, quotations, on_progress)
    voices = _find_voices(text, sections, sentences, blocks, quotations, speech)
    own_account = genre == "readout" and len(sentences) <= MOST_OF_ACCOUNT
    above = [title, *_lines_above(text, sections)] if genre == "speech" else [title]
    cast = _cast(plain, speech, codebook, title, above, entitled=own_account or genre not in ("readout", "news"))
    cast.day = published
    cast.issuer = _issuer(text, title, genre, publisher or house_of(text), cast)
    foot = find_foot(text, with_headings(sections)) if genre in ("declaration", "speech") else None
    told = find_floor(text, sentences, speech, voices, quotations, genre=genre, cast=cast, title=title, foot=foot)
    on_step("speakers", len({who for each in told for who in each.speakers}))
    topics = _find_topics(text, sentences, blocks, codebook)
    topics = with_questions(topics, [(each.turn, each.answers) for each in told])
    dates = find_dates(text, reference=published)
    on_step("topics", sum(map(len, topics)) + len(dates))
    rows = _rows(text, places, told, genre, topics, dates, codebook)
    return Reading(
        title=title,
        rows=rows,
        actors=_actors(rows.statements, cast, codebook),
        sections=_titles(sections),
        suggestions=tuple(_suggestions(text, sentences, speech, codebook, cast)),
        language=language.code,
        notices=(*said_of(language, insisted=insist), *([READ_AS_ACCOUNT] if account else ())),
        genre=genre if account else None,
    )


def _unread(
    text: str, places: Sequence[Place], published: dt.date
) -> tuple[list[Told], list[list[TopicMention]], list[DateMention]]:
    """Of each sentence of a text in another language: somebody's words, on no topic, with the dates that are figures alone."""
    told = [Told((UNKNOWN,), "indirect", "", turn=1) for _ in places]
    dates = [each for each in find_dates(text, reference=published) if not _LETTER.search(text, each.start, each.end)]
    return told, [[] for _ in places], dates


def _refuse_if_longer(length: int, most: int, what: str) -> None:
    if fault := too_much(length, most, what):
        raise TooLongError(fault)


def readable(text: str) -> str:
    """The text, of the same length, without halves of characters, which neither the parser nor a file can hold."""
    return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


@cache
def _shipped_codebook() -> Codebook:
    return load_codebook(DATA)


def _titles(sections: Sequence[Section]) -> tuple[str, ...]:
    """The titles by number. A text without a lead still has number 0, which stays empty."""
    by_number = {section.number: section.title for section in sections}
    return tuple(by_number.get(number, "Lead") for number in range(max(by_number, default=0) + 1))


# --- From one step to the next ------------------------------------------------------------------


def _blocks_of(sections: Sequence[Section], places: Sequence[Place]) -> list[int]:
    """The running number of each sentence's paragraph, counted through the article from 0."""
    before = dict(zip(
        (section.number for section in sections),
        accumulate((len(section.paragraphs) for section in sections), initial=0),
        strict=False,
    ))  # fmt: skip
    return [before[place.section] + place.paragraph - 1 for place in places]


def _parse(
    text: str,
    sentences: Sequence[tuple[int, int]],
    quotations: Sequence[Quotation],
    on_progress: Callable[[float], None] | None,
) -> list[Speech]:
    """The parse is nearly all of the work, so its progress is the reading's."""
    parsed: list[Speech] = []
    for speech in find_speech(text, sentences, [(each.start, each.end) for each in quotations]):
        parsed.append(speech)
        if on_progress and (len(parsed) % TELL_EACH == 0 or len(parsed) == len(sentences)):
            on_progress(len(parsed) / len(sentences))
    return parsed


def _find_voices(
    text: str,
    sections: Sequence[Section],
    sentences: Sequence[tuple[int, int]],
    blocks: Sequence[int],
    quotations: Sequence[Quotation],
    speech: Sequence[Speech],
) -> list[Voice | None]:
    units = [
        Unit(*sentence, block, Source(said.main.source, said.main.share) if said.main else None, said.subject)
        for sentence, block, said in zip(sentences, blocks, speech, strict=True)
    ]
    paragraphs = [Block(*paragraph) for section in sections for paragraph in section.paragraphs]
    return find_voices(text, units, paragraphs, [(each.start, each.end, each.closed) for each in quotations])


def _find_topics(
    text: str, sentences: Sequence[tuple[int, int]], blocks: Sequence[int], codebook: Codebook
) -> list[list[TopicMention]]:
    numbered = [(start, end, block) for (start, end), block in zip(sentences, blocks, strict=True)]
    return find_topics(text, numbered, codebook.topics)


def _lines_above(text: str, sections: Sequence[Section]) -> list[str]:
    """The headings that stand above the first paragraph, which may say who speaks: "Foreign Minister Ana Brook"."""
    first = next((each.paragraphs[0].start for each in sections if each.paragraphs), len(text))
    return [text[slice(*each.heading)] for each in sections if each.heading and each.heading[0] < first]


def _cast(
    text: str, speech: Iterable[Speech], codebook: Codebook, title: str, above: Sequence[str], *, entitled: bool
) -> Cast:
    """The people of the text; where its title, or another line `above` it, names who speaks (`entitled`), they are known."""
    sides = {side.id: side.words for side in codebook.sides}
    known = [Person(actor.id, actor.name, actor.role, actor.aliases) for actor in codebook.actors]
    lines = "\n\n".join(dict.fromkeys(in_small_letters(line) for line in above if line)) if entitled else ""
    places = [each.span() for each in re.finditer(r"[^\n]+", lines)]
    named = _names(find_speech(without_long_words(lines), places, [])) if places else []
    known_from_title = [each for each in Cast(lines, named, known, sides).people.values() if _is_somebody(each, text)]
    settled = [person.id for person in known]
    return Cast(text, _names(speech), list(known_from_title), sides, title, settled)


def _is_somebody(person: Person, text: str) -> bool:
    """Whether a name in a title is somebody's: one word without an office that the text never says is the headline's."""
    return person.kind != "person" or bool(person.role) or " " in person.name or person.name in text


def _issuer(text: str, title: str, genre: Genre, publisher: str, cast: Cast) -> str:
    """Whose text it is: the side of who publishes it, else of whom title and text tell it by; nobody's where it is news."""
    if genre == "news":
        return ""
    if told := cast.sides.of_publisher(publisher) or cast.sides.of_title(title):
        return told
    if genre == "speech":
        return cast.sides.of_lone_office_in(title)
    if genre == "declaration":
        return next(filter(None, map(cast.sides.of_office, own_at_home(text))), "")
    return _issuer_of_meeting(text, title, genre, cast)


def _issuer_of_meeting(text: str, title: str, genre: Genre, cast: Cast) -> str:
    """Whose text it is: by words of its title that one government alone uses, by its office-holders, by the place at its head.

    In a transcript many are spoken of, and only those whom the title names tell it.
    """
    if lone := cast.sides.of_lone_office_in(title):
        return lone
    among = cast.find_all_in(title) if genre == "transcript" else None
    place = place_of(text)
    of_seat = cast.sides.of_seat(place) or cast.sides.of_seat(seat_of_host(text))
    return cast.issuer_by_offices(among) or of_seat or cast.sides.of_capital(place, text)


def _names(speech: Iterable[Speech]) -> list[Named]:
    return [Named(*name) for said in speech for name in said.names]


def _actors(statements: Sequence[Statement], cast: Cast, codebook: Codebook) -> tuple[Actor, ...]:
    """Those who speak or relay, in the order in which they come; the reporter and the unknown last."""
    used = dict.fromkeys(id for row in statements for id in (*row.speakers, *([row.via] if row.via else [])))
    known = {actor.id: actor for actor in codebook.actors}
    actors = [
        known[id] if id in known else _actor(cast.people[id], cast.side(id) or "other")
        for id in used
        if id not in (REPORTER, UNKNOWN, MODERATOR)
    ]
    if MODERATOR in used:
        role = "Who opens the event, gives the floor and closes it"
        actors.append(Actor(id=MODERATOR, name="Moderator", role=role, side="other", aliases=()))
    if UNKNOWN in used:
        actors.append(
            Actor(id=UNKNOWN, name="Unknown", role="Whose words these are was not found", side="other", aliases=())
        )
    reporter = Actor(
        id=REPORTER,
        name="Reporter",
        role="The writer of the article, and the press that asks",
        side=REPORTER,
        aliases=(),
    )
    return (*actors, reporter)


def _actor(person: Person, side: str) -> Actor:
    name, role = person.name.replace(";", ","), person.role.replace(";", ",")
    return Actor(id=person.id, name=name, role=role, side=side, aliases=())


def _suggestions(
    text: str, sentences: Sequence[tuple[int, int]], speech: Sequence[Speech], codebook: Codebook, cast: Cast
) -> list[Suggestion]:
    people = {
        word
        for person in cast.people.values()
        for word in (person.name, person.name.split()[-1])
        if person.kind == "person" or " " not in person.name
    }
    return suggest_topics(
        text,
        sentences,
        [said.phrases for said in speech],
        topics=[word for topic in codebook.topics for word in topic.names],
        people=sorted(people),
    )


def _rows(
    text: str,
    places: Sequence[Place],
    told: Sequence[Told],
    genre: Genre,
    topics: Sequence[Sequence[TopicMention]],
    dates: Sequence[DateMention],
    codebook: Codebook,
) -> Recorded:
    ids = statement_ids([text[place.start : place.end] for place in places])
    statements: list[Statement] = []
    evidence: list[Evidence] = []
    for place, each, id, mentions in zip(places, told, ids, topics, strict=True):
        statement = _statement(id, place, each, mentions, find_deed(text, each.verb, place.end), _level(each, genre))
        tone = tone_of_content(text, statement, codebook.neutral_words)
        statements.append(with_measures(text, statement, tone))
        evidence += [evidence_row(text, statement, "speaker", m.how, m.actor, m.place) for m in each.mentions]
        evidence += stretch_rows(text, statement)
        evidence += [
            evidence_row(text, statement, "topic", "named" if m.place else "continued", m.topic, m.place)
            for m in mentions
        ]
        evidence += event_rows(text, statement, codebook)
        evidence += date_rows(text, statement, dates)
        evidence += tone_rows(text, statement, tone)
    return Recorded(statements, evidence)


def _statement(
    id: str, place: Place, told: Told, topics: Sequence[TopicMention], deed: Deed, level: Level
) -> Statement:
    """The statement as it is told, not measured yet."""
    cue, content = told.cue or (None, None), told.content or (None, None)
    return Statement.model_validate({
        "statement": id, "section": place.section, "paragraph": place.paragraph, "sentence": place.sentence,
        "turn": told.turn, "answers": told.answers, "speakers": told.speakers, "via": told.via, "form": told.form,
        "level": level, "how": told.how, "verb": deed.verb, "acts": deed.acts,
        "topics": tuple(dict.fromkeys(each.topic for each in topics)), "gloss": "",
        "cue_start": cue[0], "cue_end": cue[1], "content_start": content[0], "content_end": content[1],
        "start": place.start, "end": place.end, "words": 0,
        **dict.fromkeys(SCORES),
    })  # fmt: skip


def _level(told: Told, genre: Genre) -> Level:
    """How sure the speaker is: the reporter's own account has no level."""
    if told.form == "narration":
        return ""
    return "unknown" if UNKNOWN in told.speakers else level_of(told.how, genre)

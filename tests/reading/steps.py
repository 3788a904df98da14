"""What each step of reading finds in a text, as lines that a case can hold: one function a step, named like its file.

Keywords are what a case may say under `given`.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import cache

from components.model.codebook import REPORTER, Codebook, load_codebook
from components.model.names import find_names
from components.model.statements import Genre
from components.reading.accounts import (
    act_of,
    discussed_at,
    is_meeting,
    is_of_the_occasion,
    means_all,
    subject_by_words,
    tells_more,
)
from components.reading.actors import Cast
from components.reading.acts import find_deed
from components.reading.article import DATA, read_article
from components.reading.datelines import behind_dateline
from components.reading.dates.find import find_dates
from components.reading.details import guess_details
from components.reading.genres import by_whom
from components.reading.issuers import issuers_of
from components.reading.labels import answers, askers, asks, find_turns, moderates
from components.reading.parties import parties_of
from components.reading.people import Person
from components.reading.persons import may_be_one, parts_of, printed
from components.reading.quotations import find_quotations
from components.reading.sections import split_sections
from components.reading.sentences import split_sentences
from components.reading.speakers import Speech, find_speech
from components.reading.titled import find_titled
from components.reading.topics import find_topics
from components.reading.voices import Block, Source, Unit, find_voices
from components.reading.whole_names import Named

PUBLISHED = dt.date(2022, 2, 13)  # a Sunday


SIDES = {"ruritania": ("Ruritania", "Ruritanian", "North Ruritania"), "eu": ("EU", "European Union")}
NO_CODEBOOK = Codebook(topics=(), sides=())


def actors(
    text: str,
    *,
    people: Sequence[str] = (),
    places: Sequence[str] = (),
    bodies: Sequence[str] = (),
    known: Mapping[str, str] | None = None,
    spoke: Sequence[str] = (),
    named_only: bool = False,
    with_cast: bool = False,
) -> list[str]:
    """Whom each mention in [brackets] means, `He = dale ?` where it is not sure; without brackets, the cast.

    Names stand in the text as the parse would have found them: `people`, `places`, `bodies`. `known` are ids with names
    from a codebook, `spoke` who had the word before, the last one last. The cast: `dale: Carl Dale, Foreign Minister`,
    with `with_cast` behind the mentions.
    """
    plain, mentions = _marked(text)
    cast = Cast(plain, _named(plain, people, places, bodies), [Person(*each) for each in (known or {}).items()], SIDES)
    for each in spoke:
        cast.spoke(*each.split())
    found = [f"{plain[start:end]} = {_meant(cast, start, end, named_only=named_only)}" for start, end in mentions]
    return found if mentions and not with_cast else found + _those_of(cast)


def cast(
    text: str,
    *,
    ask: str,
    people: Sequence[str] = (),
    places: Sequence[str] = (),
    bodies: Sequence[str] = (),
    spoke: Sequence[str] = (),
    issuer: str = "",
    with_cast: bool = False,
) -> list[str]:
    """Whom the words in [brackets] mean of those whom the text names, `The Prime Minister = brook`; with `with_cast` all of them.

    `ask` is the question: one of the methods of `Cast` that take the words, their place, or also who may be meant. `issuer` is
    the country whose text it is, on 13 February 2022; the rest as in `actors`.
    """
    plain, mentions = _marked(text)
    here = Cast(plain, _named(plain, people, places, bodies), (), SIDES)
    here.day, here.issuer = PUBLISHED, issuer
    here.spoke(*spoke)
    lines = []
    for start, end in mentions:
        told: Sequence[object] = (plain[start:end],)
        if ask in ("holding", "sided"):
            told = (*told, list(here.people))
        elif ask in ("person_at", "introduce_label"):
            told = (start, end)
        found = getattr(here, ask)(*told)
        ids = " ".join([found] if isinstance(found, str) else found or ["nobody"])
        lines += [f"{plain[start:end]} = {ids}"] if ask != "introduce_label" else []
    return lines + (_those_of(here) if with_cast else [])


def titled(text: str, *, title: str = "") -> list[str]:
    """The names behind an office or a title, as they stand in the text."""
    sides = Cast("", [], (), SIDES).sides
    return [text[start:end] for start, end in find_titled(text, title, sides.is_word, sides.of_whole)]


def meetings(
    text: str, *, title: str, people: Sequence[str] = (), opens: Sequence[str] = (), declared: bool = False
) -> list[str]:
    """The parties of a meeting by its title and its first sentences, the text; with `declared` who issues a declaration.

    `opens` are the ids of the subject of the first sentence. The first line is the part of the title that names who speaks.
    """
    here = Cast(text, _named(text, people, (), ()), (), {}, title)
    found = issuers_of(title, text, here) if declared else parties_of(title, text, tuple(opens), here)
    return [by_whom(title), ", ".join(here.people[id].name for id in found)]


def _marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its [brackets], and the places of what stood in them."""
    places = [
        (each.start() - 2 * i, each.end() - 2 * (i + 1)) for i, each in enumerate(re.finditer(r"\[[^\]]+\]", text))
    ]
    return re.sub(r"[\[\]]", "", text), places


def _those_of(cast: Cast) -> list[str]:
    """`dale: Carl Dale, Foreign Minister`."""
    return [f"{each.id}: {each.name}" + (f", {each.role}" if each.role else "") for each in cast.people.values()]


def _named(text: str, people: Sequence[str], places: Sequence[str], bodies: Sequence[str]) -> list[Named]:
    kinds = (("person", people), ("place", places), ("organisation", bodies))
    names = [
        Named(found.start(), found.end(), kind)
        for kind, words in kinds
        for word in words
        for found in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)
    ]
    return [
        name
        for name in names
        if not any(name != other and other.start <= name.start and name.end <= other.end for other in names)
    ]


def _meant(cast: Cast, start: int, end: int, *, named_only: bool) -> str:
    several = cast.mean_several(start, end)
    meant = cast.mean(start, end, generic=not named_only) if not several else None
    found = several or ([meant] if meant else [])
    return (
        " ".join(each.id for each in found) + ("" if all(each.sure for each in found) else " ?") if found else "nobody"
    )


def acts(text: str) -> list[str]:
    """What the verb of saying in [brackets] tells: its words as they are shown, and the acts: `urged = request`."""
    verb = re.search(r"\[(.+?)\]", text)
    assert verb
    plain = text.replace("[", "").replace("]", "")
    deed = find_deed(plain, (verb.start(), verb.end() - 2), len(plain))
    return [f"{deed.verb} = {' '.join(deed.acts) or 'nothing'}"]


def datelines(text: str) -> list[str]:
    """What is left of a sentence behind its dateline."""
    return [text[behind_dateline(text, 0, len(text)) :]]


def persons(text: str) -> list[str]:
    """First names, surname, and the name as it is printed; of two names with a stroke between, `one` person or `two`."""
    if " / " in text:
        return ["one" if may_be_one(*text.split(" / ")) else "two"]
    parts = parts_of(text)
    return [" ".join(parts.given), parts.surname, printed(text)]


def floor(text: str, *, genre: Genre = "news", title: str | None = None, where: bool = False) -> list[str]:
    """A line a sentence: speakers, who relays, form, kind of cue (`dale via brook indirect relayed`).

    With `where` also the turn, whom it answers, cue, content and mentions:
    `1>0 | Dale said | that it was late | dale named Dale`.
    """
    rows = read_article(text, published=PUBLISHED, genre=genre, title=title, codebook=NO_CODEBOOK).rows
    lines = []
    for row in rows.statements:
        line = " ".join((*row.speakers, *(["via", row.via] if row.via else []), row.form, row.how)).strip()
        if where:
            cue, content = (
                text[slice(*each)] if each else "-" for each in (row.stretch("cue"), row.stretch("content"))
            )
            mentions = [
                f"{each.value} {each.label} {text[each.start : each.end]}"
                for each in rows.evidence
                if each.statement == row.statement and each.kind == "speaker"
            ]
            turn = f"{row.turn}>{row.answers}" if row.answers else str(row.turn)
            line = " | ".join((line, turn, cue, content, *mentions))
        lines.append(line)
    return lines


def speakers(text: str) -> list[str]:
    """A line an attribution, first the one that decides: `shape | source | cue | content`, behind it antecedent and others.

    Behind the shape stands `inside` where the verb of saying is inside another clause ("Dale left, saying that ...").
    """
    return [
        " | ".join(
            words
            for words in (
                f"{each.shape}{' inside' * each.deep}",
                *(text[slice(*stretch)] for stretch in (each.source, each.cue, each.content)),
                f"= {text[slice(*each.antecedent)]}" if each.antecedent else "",
                *(f"+ {text[slice(*other)]}" for other in each.others),
            )
            if words
        )
        for said in _speech(text)
        for each in said.ranked
    ]


def parsing(text: str) -> list[str]:
    """The names that the parse finds: `person Carl Dale`."""
    return [f"{name.kind} {text[name.start : name.end]}" for said in _speech(text) for name in said.names]


def _speech(text: str) -> list[Speech]:
    quotations = [(each.start, each.end) for each in find_quotations(text, [(0, len(text))])]
    return list(find_speech(text, [(each.start, each.end) for each in split_sentences(text)], quotations))


def voices(
    text: str, *, told: Mapping[str, str] | None = None, introduces: Mapping[str, str] | None = None, share: float = 1.0
) -> list[str]:
    """A line a sentence: its source and how it is known (`Dale, beside`), or `-` for the reporter's own.

    A line of the text is a paragraph. `told` names the sources that sentences attribute to by themselves, by the first
    words of the sentence; `share` is the share of their content. `introduces` names the subjects of others.
    """
    units, blocks = [], []
    for n, line in enumerate(re.finditer(r"[^\n]+", text)):
        label = None if told else re.match(r"“?(?P<label>[A-Z][a-z]+): (?=\S)", line.group())
        start = line.start() + (label.end() if label else 0)
        named = (line.start() + label.start("label"), line.start() + label.end("label")) if label else None
        blocks.append(Block(start, line.end(), named))
        for each in split_sentences(text[start : line.end()]):
            place = (start + each.start, start + each.end)
            source = _source(text, place, told or {})
            units.append(
                Unit(*place, n, Source(source, share) if source else None, _source(text, place, introduces or {}))
            )
    quotations = find_quotations(text, [(block.start, block.end) for block in blocks])
    found = find_voices(text, units, blocks, [tuple(each) for each in quotations])
    return [f"{text[slice(*each.source)] if each.source else 'nobody'}, {each.how}" if each else "-" for each in found]


def _source(text: str, sentence: tuple[int, int], sources: Mapping[str, str]) -> tuple[int, int] | None:
    for begins, source in sources.items():
        if text.startswith(begins, sentence[0]):
            at = text.index(source, sentence[0])
            return (at, at + len(source))
    return None


def dates(text: str, *, published: dt.date = PUBLISHED) -> list[str]:
    """`13 February 2022 = 2022-02-13`; behind what does not say its year itself stands `, relative`."""
    return [
        f"{text[each.start : each.end]} = {each.edtf}" + (", relative" if each.how == "relative" else "")
        for each in find_dates(text, reference=published)
    ]


def details(
    text: str,
    *,
    only: str = "",
    today: dt.date = dt.date(2022, 6, 1),
    title: str = "",
    published: dt.date | None = None,
    publisher: str = "",
    place: str = "",
) -> list[str]:
    """`title: Talks`, `published: 2022-02-13`, `genre: news`, `publisher: TDN`; what is not guessed is left out.

    `only` names the one that the case is about; title and the like are what the text's file says.
    """
    found = guess_details(
        text, today=today, title=title, published=published, publisher=publisher, place=place
    )._asdict()
    return [f"{name}: {value}" for name, value in found.items() if value and only in ("", name)]


def labels(text: str) -> list[str]:
    """`Brook | We met.` where a turn begins."""
    blocks, start = [], 0
    for block in text.split("\n\n"):
        blocks.append((start, start + len(block)))
        start += len(block) + 2
    return [
        f"{text[slice(*turn.label)]} | {text[turn.start : blocks[i][1]]}"
        for i, turn in find_turns(text, blocks).items()
    ]


def turns(text: str, *, genre: Genre, title: str) -> list[str]:
    """`press | When?`: who has the floor in each sentence."""
    return [f"{who} | {words}" for who, _, words in _told(text, genre, title)]


def parties(text: str, *, genre: Genre, title: str) -> list[str]:
    """`brook, dale | indirect | They discussed trade.`: who speaks in each sentence, and how."""
    return [f"{who} | {form} | {words}" for who, form, words in _told(text, genre, title)]


def _told(text: str, genre: Genre, title: str) -> list[tuple[str, str, str]]:
    rows = read_article(text, published=PUBLISHED, genre=genre, title=title).rows.statements
    press = [row.how == "press" for row in rows]
    return [
        ("press" if asked else ", ".join(sorted(row.speakers)), row.form, text[row.start : row.end])
        for row, asked in zip(rows, press, strict=True)
    ]


def accounts(text: str) -> list[str]:
    """What a sentence of an account of a meeting tells, by its words alone.

    Where its subject stands in [brackets]: whom it means and what it does, `all, said: thanked`, `the meeting, talked:
    covered`, `somebody, nothing: asked`; behind `met: spoke` how it goes on, `then said: thanked`, `then talked: discuss`.
    Else what tells without a subject: `all: The two`, `discussed: raised`, `the occasion`.
    """
    subject = re.search(r"\[(.+?)\]", text)
    if subject is None:
        places = {"all": subject_by_words(text, 0, len(text)), "discussed": discussed_at(text, 0, len(text))}
        told = [f"{what}: {text[slice(*place)]}" for what, place in places.items() if place]
        return told + (["the occasion"] if is_of_the_occasion(text, 0, len(text)) else [])
    plain = text.replace("[", "").replace("]", "")
    who = "all" if means_all(subject[1]) else "the meeting" if is_meeting(subject[1]) else "somebody"
    what, verb = act_of(plain, (subject.start(), subject.end() - 2), len(plain))
    lines = [f"{who}, {what}: {plain[slice(*verb)]}" if verb else f"{who}, {what}"]
    if what == "met" and verb:
        goes_on = zip(("said", "talked"), tells_more(plain, verb[1], len(plain)), strict=True)
        lines += [f"then {how}: {plain[slice(*place)]}" for how, place in goes_on if place]
    return lines


def floors(text: str, *, title: str) -> list[str]:
    """Who has the floor behind a label, a line a label: `Q = press`, `A = answer`, `OPERATOR = moderator`, `Dale = somebody`.

    A line of the text is a turn.
    """
    turns = [(label, words) for line in text.split("\n") for label, _, words in [line.partition(": ")]]
    named = askers(turns, title)
    return [
        f"{label} = "
        + (
            "press"
            if asks(label) or label.casefold() in named
            else "moderator"
            if moderates(label)
            else "answer"
            if answers(label)
            else "somebody"
        )
        for label in dict.fromkeys(label for label, _ in turns)
    ]


def sides(text: str, *, genre: Genre, title: str, publisher: str = "", published: dt.date = PUBLISHED) -> list[str]:
    """`Ana Brook = srb`: for whom each of those speaks who speak or relay; the reporter is left out."""
    read = read_article(text, published=published, genre=genre, title=title, publisher=publisher)
    return [f"{actor.name} = {actor.side}" for actor in read.actors if actor.id != REPORTER]


def record(text: str) -> list[str]:
    """Entries of the general record that a text names: `kyoto-protocol = Kyoto Protocol`."""
    return [f"{each.key} = {text[each.start : each.end]}" for each in find_names(text, _names_of_record())]


@cache
def _names_of_record() -> dict[str, tuple[str, ...]]:
    return {entry.id: entry.names for entry in load_codebook(DATA).record}


def quotations(text: str) -> list[str]:
    """The words between the marks, a line a paragraph; behind a quotation that is not closed stand three dots."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        paragraphs.append((start, start + len(line)))
        start += len(line) + 1
    return [text[each.start : each.end] + ("" if each.closed else " ...") for each in find_quotations(text, paragraphs)]


def sections(text: str) -> list[str]:
    """`# 1 Heading` before the paragraphs of a section, and `Dale | We met.` where Dale has the floor."""
    lines = []
    for section in split_sections(text):
        lines.append(f"# {section.number} {section.title}")
        for paragraph in section.paragraphs:
            label = text[slice(*paragraph.label)] + " | " if paragraph.label else ""
            lines.append(label + text[paragraph.start : paragraph.end])
    return lines


def sentences(text: str) -> Sequence[str]:
    """The sentences as they stand."""
    return [text[each.start : each.end] for each in split_sentences(text)]


def topics(text: str) -> list[str]:
    """Of each sentence that has some the topics of the general codebook, by place: `trade, energy`."""
    sentences = [(each.start, each.end, 0) for each in split_sentences(text)]
    found = find_topics(text, sentences, load_codebook(DATA).topics)
    return [", ".join(dict.fromkeys(each.topic for each in mentions)) for mentions in found if mentions]

"""The briefing as one plain value, which a writer turns into a file: what it is of, findings, figures, quotes, sources, method.

The same statements and the same day give the same value. Nothing in it is escaped: each writer does that for its own form.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

from components.analysis import summaries
from components.analysis.english import capital, counted, listed
from components.analysis.findings.facts import Facts, facts_of
from components.analysis.findings.headlines import headline
from components.analysis.findings.others import who_else
from components.analysis.findings.pattern import Headline
from components.analysis.findings.tone import scored
from components.analysis.voices import relayed_through
from components.charts.drawn.tone_lanes import draw_tone_lanes
from components.charts.drawn.topic_bars import draw_topic_bars
from components.charts.palette import Marks
from components.model.brief import Brief, Entry, Key
from components.model.fields import said_names
from components.model.intervals import in_words
from components.model.limits import MOST_QUOTES
from components.model.numbers import signed
from components.model.scores import BESIDE_SCORES, SCORES
from components.model.statements import ENOUGH, FORM_LABELS, LEVEL_LABELS, each_row
from components.report.citations import Source, source_of
from components.report.tables import made_with

Grouping = Literal["own", "topic", "speaker"]
GROUPINGS: dict[Grouping, str] = {"own": "In this order", "topic": "By topic", "speaker": "By speaker"}
"""How the quotes can be grouped."""

LONG = 8
"""From so many headings on a table of contents helps."""

FIGURES = 2
TOPICS_IN_PROSE, TOPICS_DRAWN, SECTIONS_DRAWN = 4, 6, 7
FOOT = 70
"""Characters of a title at the foot of each page, and above a figure."""

KEPT = "\N{NO-BREAK SPACE}"
"""Between a word and the number that belongs to it."""

NOT_STANCE = "Tone is in the words, not the stance: a polite threat scores positive."
NO_TOPIC = "On no topic"


class TooManyQuotesError(ValueError):
    """More statements than anybody reads as a document: a table is the better thing to send."""

    def __init__(self, count: int) -> None:
        super().__init__(
            f"{count:,} statements are too many for a document, which holds {MOST_QUOTES:,}: take them along as a table, or "
            "filter for less."
        )


@dataclass(frozen=True)
class Part:
    """What a briefing takes of one article: the statements in their order, what is known of them, and of how many they are."""

    id: str
    title: str
    source: Source
    facts: Facts
    heard: Sequence[str]
    total: int
    by_hand: bool

    @property
    def marks(self) -> Marks:
        """Which side looks how."""
        return Marks.of(self.heard)


class Quote(NamedTuple):
    """A statement in print: its number, its words, who says it with the mark of the side, and all else in one line.

    `colour` is that of the side's words on white; `note` is the reader's own.
    """

    number: int
    text: str
    glyph: str
    colour: str
    who: str
    meta: str
    note: str = ""


class Group(NamedTuple):
    """Quotes under a heading; under none where it is empty."""

    heading: str
    quotes: tuple[Quote, ...]


class Figure(NamedTuple):
    """A drawing with its title, what one mark is, and itself in words for who cannot see it."""

    title: str
    under: str
    svg: str
    says: str


class Found(NamedTuple):
    """Findings, a paragraph each, under the name of their article; under none where there is one article."""

    heading: str
    paragraphs: tuple[str, ...]


class Briefing(NamedTuple):
    """The document, and the day that it bears."""

    title: str
    day: dt.date
    made: str
    shown: str
    note: str
    found: tuple[Found, ...]
    figures: tuple[Figure, ...]
    groups: tuple[Group, ...]
    sources: tuple[str, ...]
    method: tuple[str, ...]


def headings(briefing: Briefing) -> list[tuple[int, str]]:
    """The headings of the document with their levels, in their order."""
    under = [(2, found.heading) for found in briefing.found if found.heading]
    groups = [(2, group.heading) for group in briefing.groups if group.heading]
    quotes = [(1, "Quotes"), *groups] if briefing.groups else []
    return [(1, "Findings"), *under, *quotes, (1, sources_heading(briefing)), (1, "Method")]


def sources_heading(briefing: Briefing) -> str:
    """The heading above the sources."""
    return "Sources" if len(briefing.sources) > 1 else "Source"


def running_title(title: str) -> str:
    """The title as it stands at the foot of each page: cut, with dots, where it is long."""
    return title if len(title) <= FOOT else f"{title[: FOOT - 1]}…"


def part_of(package: Any, codebook: Any, statements: Any, view: Any) -> Part:
    """What a briefing takes of an article under a view; `statements` are those that it leaves, in their order."""
    score = view.score if view.order != "article" else BESIDE_SCORES[0]
    facts = facts_of(package, codebook, statements, view, score=score)
    hand = package.about.coded_by == "hand"
    total = len(package.statements)
    return Part(package.id, package.title, source_of(package), facts, package.sides_heard, total, hand)


# --- Composing ----------------------------------------------------------------------------------


def of_brief(brief: Brief, parts: Sequence[Part], *, by: Grouping, day: dt.date) -> Briefing:
    """The briefing of what a reader chose. `parts` hold the chosen statements of the articles that are here."""
    chosen = sum(len(part.facts.statements) for part in parts)
    of = [f"{len(part.facts.statements):,} of {part.total:,} statements of “{part.title}”" for part in parts]
    absent = len(brief.keys) - chosen
    shown = f"{listed(of)}, chosen by hand." if of else "Nothing."
    if absent:
        shown += f" {capital(counted(absent, 'statement'))} more could not be printed: the article is not here."
    title = brief.title or listed([part.title for part in parts][:3]) or "Brief"
    return compose(parts, brief.entries, title=title, shown=shown, note=brief.note, by=by, day=day)


def of_what_is_shown(part: Part, sentence: str, *, by: Grouping, day: dt.date, title: str = "") -> Briefing:
    """The briefing of one article under a filter, which `sentence` says; without a title it has the article's."""
    entries = [Entry(part.id, id) for id in part.facts.statements["statement"]]
    shown = f"{sentence}, in “{part.title}”."
    return compose([part], entries, title=title or part.title, shown=shown, note="", by=by, day=day)


def compose(
    parts: Sequence[Part],
    entries: Sequence[Entry],
    *,
    title: str,
    shown: str,
    note: str,
    by: Grouping,
    day: dt.date,
    found: Sequence[str] = (),
) -> Briefing:
    """A briefing of the entries whose articles are in `parts`. Findings of another kind come with `found`, without figures.

    Raises TooManyQuotesError.
    """
    count = len([entry for entry in entries if entry.key])
    if count > MOST_QUOTES:
        raise TooManyQuotesError(count)
    several = len(parts) > 1
    groups = _numbered(_grouped(parts, entries, by), parts)
    numbers = {key: quote.number for group in groups for key, quote in group[1]}
    figures = () if found else (figure for part in parts for figure in _figures(part, several=several))
    told = (
        (Found("", tuple(found)),)
        if found
        else (Found(part.title if several else "", tuple(_findings(part, numbers))) for part in parts)
    )
    return Briefing(
        title=title,
        day=day,
        made=f"Brief · made with Readout on {in_words(day.isoformat())}",
        shown=shown + _kinds_of_words(parts),
        note=note,
        found=tuple(told),
        figures=tuple(figures)[:FIGURES],
        groups=tuple(Group(heading, tuple(quote for _, quote in quotes)) for heading, quotes in groups),
        sources=tuple(_source(part, i, several=several) for i, part in enumerate(parts, 1)),
        method=tuple(_method(parts)),
    )


def _kinds_of_words(parts: Sequence[Part]) -> str:
    """Whether what follows is wording or paraphrase."""
    has = [bool(wording) for part in parts for wording in part.facts.statements["wording"]]
    if not has or all(has):
        return ""
    return " Where “paraphrase” stands, the words are ours." if any(has) else " All in our paraphrase, not the wording."


# --- Findings -----------------------------------------------------------------------------------


def _findings(part: Part, numbers: Mapping[Key, int]) -> list[str]:
    """Paragraphs, each true of the statements that are printed."""
    facts = part.facts
    if facts.statements.empty:
        return ["No statement is shown."]
    found = headline("who", facts)
    said = [f"{found.text}. {who_else(facts, found)}".strip()]
    if len(facts.statements) > 1:
        said += [_on_topic(part, row, numbers) for row in each_row(facts.topics.head(TOPICS_IN_PROSE))]
        said.append(f"{headline('tone', facts).text}. {scored(facts)} {NOT_STANCE}")
    return said


def _on_topic(part: Part, row: Any, numbers: Mapping[Key, int]) -> str:
    """How many statements on a topic, in how many sections, who makes them, and under which numbers they stand."""
    facts = part.facts
    table = facts.statements[facts.statements["statement"].isin(row.ids)]
    sections = int(table["section"].nunique())
    where = f", in {counted(sections, 'section')}" if len(facts.sections) > 1 else ""
    who = who_else(replace(facts, statements=table), Headline("", ""))
    cited = ranges(sorted(numbers[Key(part.id, id)] for id in row.ids if Key(part.id, id) in numbers))
    return f"On {facts.label(row.topic)}: {counted(len(row.ids), 'statement')}{where} [{cited}]. {who}".strip()


def ranges(numbers: Sequence[int]) -> str:
    """Numbers with their runs drawn together.

    >>> ranges([1, 2, 3, 5, 7, 8])
    '1–3, 5, 7, 8'
    """
    runs: list[list[int]] = []
    for each in numbers:
        if runs and each == runs[-1][-1] + 1:
            runs[-1].append(each)
        else:
            runs.append([each])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


# --- Figures ------------------------------------------------------------------------------------


def _figures(part: Part, *, several: bool) -> list[Figure]:
    """Who speaks on what, and the tone of the sections that have enough; of several articles the first alone."""
    made = [_topics_drawn(part, several=several), *([] if several else [_tone_drawn(part)])]
    return [each for each in made if each]


def _topics_drawn(part: Part, *, several: bool) -> Figure | None:
    facts = part.facts
    labels = {side: facts.codebook.side_label(side) for side in [*part.heard, "joint"]}
    cells = summaries.topics_by_side(facts.statements, facts.sides, facts.codebook, labels)
    topics = list(dict.fromkeys(cells["topic"]))
    if not topics:
        return None
    sharing = [side for side in dict.fromkeys(cells["side"]) if part.marks.shares(side)]
    drawn = summaries.with_others(cells[cells["topic"].isin(topics[:TOPICS_DRAWN])], sharing)
    labels = {**labels, "other": facts.codebook.side_label("other")}
    heard = headline("topics", facts).text
    largest = f", the {TOPICS_DRAWN} largest topics" if len(topics) > TOPICS_DRAWN else ""
    under = f"Statements by topic and {facts.codebook.side_word}{largest}. One may count for several."
    says = "; ".join(
        f"{facts.label(row.topic)}, {labels[row.side]}{' as others tell it' if row.relayed else ''}: {len(row.ids)}"
        for row in each_row(drawn)
    )
    names = {topic: facts.label(topic) for topic in topics}
    svg = draw_topic_bars(drawn, names, labels, part.marks, name=f"f{part.id}-", says=f"{heard}. {says}.")
    return Figure(f"{running_title(part.title)}: {heard}" if several else heard, under, svg, f"{heard}. {says}.")


def _tone_drawn(part: Part) -> Figure | None:
    facts, score = part.facts, SCORES[part.facts.score]
    tone = summaries.tone_by_section(facts.statements, facts.sections, [score])
    enough = tone[tone["n"] >= ENOUGH].head(SECTIONS_DRAWN)
    if enough.empty:
        return None
    table = facts.statements[facts.statements[score.key].notna()]
    values: dict[int, list[float]] = {}
    for section, value in zip(table["section"], table[score.key], strict=True):
        values.setdefault(int(section), []).append(float(value))
    found = headline("tone", facts).text
    more = f" The first {SECTIONS_DRAWN} of them." if int((tone["n"] >= ENOUGH).sum()) > SECTIONS_DRAWN else ""
    under = f"{score.label}, −1 to +1: sections with {ENOUGH} scored statements or more, mean and 95% interval.{more}"
    says = "; ".join(f"{row.title}: {signed(row.mean)}, n = {row.n}" for row in each_row(enough))
    return Figure(
        found, f"{under} Bold: the interval leaves out zero.", draw_tone_lanes(enough, values, says=says), says
    )


# --- Quotes -------------------------------------------------------------------------------------

_Drafts = list[tuple[str, list[tuple[Key, Entry]]]]


def _grouped(parts: Sequence[Part], entries: Sequence[Entry], by: Grouping) -> _Drafts:
    """The entries under headings, in the order in which they come up; those of articles that are not here are left out."""
    rows = {Key(part.id, row.statement): (part, row) for part in parts for row in each_row(part.facts.statements)}
    groups: dict[tuple[int, str], list[tuple[Key, Entry]]] = {}
    heading, count = "", 0
    for entry in entries:
        if entry.key is None:
            heading, count = entry.heading, count + 1
        elif entry.key in rows:
            under = (count, heading) if by == "own" else (0, _heading(*rows[entry.key], by))
            groups.setdefault(under, []).append((entry.key, entry))
    if by == "topic":
        return sorted(((name, held) for (_, name), held in groups.items()), key=lambda each: each[0] == NO_TOPIC)
    return [(name, held) for (_, name), held in groups.items()]


def _heading(part: Part, row: Any, by: Grouping) -> str:
    if by == "speaker":
        return capital(said_names(row.speakers, part.source.names))
    known = [topic for topic in part.facts.topics["topic"] if topic in row.topics]
    return part.facts.label(known[0]) if known else NO_TOPIC


def _numbered(groups: _Drafts, parts: Sequence[Part]) -> list[tuple[str, list[tuple[Key, Quote]]]]:
    """The quotes with their numbers, which run through the whole document."""
    make = {part.id: _quotes_of(part, i if len(parts) > 1 else 0) for i, part in enumerate(parts, 1)}
    number, made = 0, []
    for heading, held in groups:
        quotes = []
        for key, entry in held:
            number += 1
            quotes.append((key, make[key.article](key.statement, number, entry.note)))
        made.append((heading, quotes))
    return made


def _quotes_of(part: Part, source: int) -> Callable[[str, int, str], Quote]:
    """Makes the quotes of an article; `source` is its number among several, else 0."""
    table = part.facts.statements
    sides = summaries.sides_of(table, part.facts.sides)
    through = relayed_through(table, part.facts.sides)
    known = {
        row.statement: each
        for *each, row in zip(sides, through, each_row(table), strict=True)
        for each in [[*each, row]]
    }

    def make(id: str, number: int, note: str) -> Quote:
        side, teller, row = known[id]
        mark = part.marks.mark(side)
        glyph = mark.hollow if teller else mark.glyph
        text = row.wording or row.gloss
        return Quote(number, text, glyph, mark.words[0], _who(part, row, bool(teller)), _meta(part, row, source), note)

    return make


def _who(part: Part, row: Any, relayed: bool) -> str:  # noqa: FBT001
    who = capital(said_names(row.speakers, part.source.names))
    if not row.via:
        return who
    teller = part.source.names[row.via]
    return f"{who}, as {teller} tells it" if relayed else f"{who}, via {teller}"


def _meta(part: Part, row: Any, source: int) -> str:
    """When, where, whose words, in which tone, and what of it was guessed."""
    value = getattr(row, part.facts.score)
    where = f"section {row.section}, {row.section_title}" if row.section else str(row.section_title)
    kind = FORM_LABELS[row.form] if row.wording else "paraphrase"
    facts = [
        f"source {source}" if source else "",
        in_words(row.when) if row.when else "",
        f"no.{KEPT}{row.sentence}",
        where,
        kind,
        f"tone{KEPT}{signed(value)}" if value == value else f"tone{KEPT}not{KEPT}scored",  # noqa: PLR0124 — NaN
        f"speaker {LEVEL_LABELS[row.level].lower()}" if row.level not in ("", "sure") else "",
    ]
    return " · ".join(each for each in facts if each)


# --- Sources and method -------------------------------------------------------------------------


def _source(part: Part, number: int, *, several: bool) -> str:
    how = "Coded by hand; paraphrases ours, CC BY 4.0." if part.by_hand else "Read by machine."
    notes = "".join(f" Note: {notice}" for notice in part.source.notices)
    return f"{f'{number}. ' if several else ''}{part.source.citation}. {how}{notes}"


def _method(parts: Sequence[Part]) -> list[str]:
    """How it was made, with versions; what a machine guessed."""
    said = [
        "Each sentence has a speaker, whom it is relayed by, a form of reporting and topics. Tone is counted from word lists, "
        "which agree with human readers only in part. A mean is given from five scored statements on, with Student’s t interval."
    ]
    if any(not part.by_hand for part in parts):
        said.append(
            "What was read by machine may be wrong: a speaker is marked likely or a guess where answers found in the same way "
            "were right less than nine times in ten."
        )
    said.append(f"Made with {made_with()}. The findings are counted in the statements that are printed here.")
    return said

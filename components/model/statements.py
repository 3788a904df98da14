"""The two tables in the middle of Readout: statements and evidence. Fields, types, meaning, checks, and identity.

`statements` has one row per sentence of an article, `evidence` one row per stretch of a sentence that decided
something. Every number on screen is a sum over statements; every highlight and chip is a row of evidence.

Offsets are code points in the article's text, the end exclusive, as Python slices them.
"""

import base64
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, get_args

import pandas as pd
from pydantic import field_validator

from components.model.rows import NumberOrNone, Row, Several, WholeOrNone, column

Form = Literal["direct", "indirect", "carried", "narration"]
FORMS: tuple[Form, ...] = get_args(Form)
FORM_LABELS: dict[str, str] = {
    "direct": "quoted",
    "indirect": "reported",
    "carried": "carried over",
    "narration": "narration",
}
FORM_MEANINGS: dict[str, str] = {
    "direct": "The content stands in quotation marks, or in a turn of a transcript.",
    "indirect": "The sentence itself says who holds its content.",
    "carried": "Reported content; who says it is carried over from a sentence before.",
    "narration": "The reporter's own account, and questions put by the press.",
}

Genre = Literal["readout", "news", "transcript", "speech"]
GENRES: tuple[Genre, ...] = get_args(Genre)
GENRE_LABELS: dict[str, str] = {
    "readout": "Report of one meeting",
    "news": "News",
    "transcript": "Transcript",
    "speech": "Speech",
}

Level = Literal["", "stated", "inferred", "unknown"]
LEVELS: tuple[Level, ...] = get_args(Level)
LEVEL_LABELS: dict[str, str] = {"": "", "stated": "named", "inferred": "guess", "unknown": "not found"}
LEVEL_MEANINGS: dict[str, str] = {
    "": "Coded by a person, or the reporter's own account.",
    "stated": "The sentence names its source.",
    "inferred": "A guess: the source is a pronoun, or an attribution carried over from another sentence.",
    "unknown": "Somebody's words; whose was not found.",
}

Kind = Literal["speaker", "cue", "content", "topic", "event", "date", "tone"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Score(NamedTuple):
    """A tone score: a column of the statements, the scorer that makes it, and its scale."""

    key: str
    label: str
    scorer: str
    low: float
    high: float
    upward: str

    @property
    def signed(self) -> bool:
        """Whether it runs from negative to positive; only then can a section be clearly one of them."""
        return self.low < 0


SCORES: dict[str, Score] = {
    "polarity": Score("polarity", "TextBlob", "textblob", -1, 1, "more positive"),
    "vader": Score("vader", "VADER", "vader", -1, 1, "more positive"),
    "blend": Score("blend", "Blend", "blend", -1, 1, "more positive"),
    "subjectivity": Score("subjectivity", "Subjectivity", "textblob", 0, 1, "more subjective"),
}
"""The tone scores, in the order in which they stand side by side."""

NEAR_ZERO = 0.05
"""Scores within ±0.05 count as neutral: the threshold that VADER's authors give for `compound`."""

ENOUGH = 5
"""Under five scored statements a mean is drawn thin and grey, and nothing is called clear."""

PHRASE_WORDS = 5
"""A phrase of evidence is at most this many words: enough to recognise a place, too few to stand for the text."""

ALLOWED_OFFSET = "a whole number from 0, or nothing"
ALLOWED_STATEMENT = "12 letters and digits (a–z, 2–7), written by the recorder"
STATEMENT_ID = r"^[a-z2-7]{12}$"


class Statement(Row):
    """One sentence of an article, with what is known of it: a row of `statements.csv`."""

    statement: str = column("Id of the statement, made from its sentence.", ALLOWED_STATEMENT, pattern=STATEMENT_ID)
    section: int = column("Number of the section; 0 is the lead.", "a whole number from 0", ge=0)
    paragraph: int = column("Number of the paragraph in its section.", "a whole number from 1", ge=1)
    sentence: int = column(
        "Running number of the sentence in the article.", "a whole number from 1, one more a row", ge=1
    )
    turn: int = column("Running number of the unbroken stretch of one speaker.", "a whole number from 1", ge=1)
    answers: WholeOrNone = column(
        "Turn of the question that this sentence answers.", "a turn before this one, or nothing", ge=1
    )
    speakers: Several = column(
        "Those whose position the sentence reports.", "actors of the article, separated by semicolons", min_length=1
    )
    via: str = column("Who relays it.", "an actor of the article, or nothing")
    form: Form = column("How it is reported.", ", ".join(FORMS))
    level: Level = column(
        "How the machine knows the speaker; nothing where a person coded.", "stated, inferred, unknown, or nothing"
    )
    topics: Several = column("What it is about.", "topics of the codebook, separated by semicolons, or nothing")
    gloss: str = column("Our own paraphrase of the sentence.", "one sentence, or nothing where a machine read")
    cue_start: WholeOrNone = column("Where the words that attribute begin.", ALLOWED_OFFSET, ge=0)
    cue_end: WholeOrNone = column("Where the words that attribute end.", ALLOWED_OFFSET, ge=0)
    content_start: WholeOrNone = column("Where what is said begins.", ALLOWED_OFFSET, ge=0)
    content_end: WholeOrNone = column("Where what is said ends.", ALLOWED_OFFSET, ge=0)
    start: int = column("Where the sentence begins in the text.", "a whole number from 0", ge=0)
    end: int = column("Where the sentence ends in the text.", "a whole number from 0", ge=0)
    words: int = column("Number of words of what is said.", "a whole number from 0", ge=0)
    polarity: NumberOrNone = column(
        "TextBlob's polarity of what is said.", "a number from −1 to 1, or nothing where not scored", ge=-1, le=1
    )
    subjectivity: NumberOrNone = column(
        "TextBlob's subjectivity of what is said.", "a number from 0 to 1, or nothing where not scored", ge=0, le=1
    )
    vader: NumberOrNone = column(
        "VADER's compound score of what is said.", "a number from −1 to 1, or nothing where not scored", ge=-1, le=1
    )
    blend: NumberOrNone = column(
        "The blend's score of what is said.", "a number from −1 to 1, or nothing where not scored", ge=-1, le=1
    )

    def stretch(self, kind: Literal["cue", "content"]) -> tuple[int, int] | None:
        """The offsets of the cue or the content, None where the sentence has none."""
        start, end = (self.cue_start, self.cue_end) if kind == "cue" else (self.content_start, self.content_end)
        return None if start is None or end is None else (start, end)


class Evidence(Row):
    """A stretch of a sentence that decided something: a row of `evidence.csv`."""

    statement: str = column("The statement that it belongs to.", ALLOWED_STATEMENT, pattern=STATEMENT_ID)
    kind: Kind = column("What it decided.", ", ".join(KINDS))
    label: str = column("How, or by which scorer.", "any text, or nothing")
    value: str = column("What it says: an actor, a topic, a date, a value.", "any text, or nothing")
    start: WholeOrNone = column("Where it begins in the text.", ALLOWED_OFFSET, ge=0)
    end: WholeOrNone = column("Where it ends in the text.", ALLOWED_OFFSET, ge=0)
    phrase: str = column("Its words.", f"at most {PHRASE_WORDS} words, or nothing")

    @field_validator("phrase")
    @classmethod
    def _is_short(cls, value: str) -> str:
        if len(value.removesuffix(" …").split()) > PHRASE_WORDS:
            raise ValueError
        return value


class MachineAnswer(Row):
    """What the machine answers for a sentence that was coded by hand: a row of `machine.csv`."""

    statement: str = column("The statement that it belongs to.", ALLOWED_STATEMENT, pattern=STATEMENT_ID)
    speakers: Several = column(
        "Whose position the machine finds in it.", "actors, separated by semicolons", min_length=1
    )
    via: str = column("Who relays it, by the machine.", "an actor, or nothing")
    form: Form = column("How it is reported, by the machine.", ", ".join(FORMS))
    level: Level = column("How the machine knows the speaker.", "stated, inferred, unknown, or nothing")
    topics: Several = column(
        "What it is about, by the machine.", "topics of the codebook, separated by semicolons, or nothing"
    )


# --- Identity -----------------------------------------------------------------------------------

_FOLDED = str.maketrans({
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
})  # fmt: skip


class Normal(NamedTuple):
    """A normalised text, and for each of its characters the place in the text it came from (and one place for the end)."""

    text: str
    places: list[int]


def normalise(text: str) -> Normal:
    """The text in the form in which two copies of a sentence are the same.

    Unicode NFC, quotation marks and dashes folded, runs of white space as one space, outer white space off; case kept.
    """
    out: list[str] = []
    places: list[int] = []
    for cluster in re.finditer(r"\s+|[^\s][̀-ͯ]*", text):
        piece = " " if cluster.group().isspace() else unicodedata.normalize("NFC", cluster.group()).translate(_FOLDED)
        out.append(piece)
        places += [cluster.start()] * len(piece)
    whole = "".join(out)
    first, last = len(whole) - len(whole.lstrip(" ")), len(whole.rstrip(" "))
    after = places[last] if last < len(places) else len(text)
    return Normal(whole[first:last], [*places[first:last], after] if last > first else [0])


def fingerprint(*sentences: str) -> str:
    """The id of a sentence (or of several in a row) by its normalised words."""
    return fingerprint_of_normal("\n".join(normal_text(sentence) for sentence in sentences))


def fingerprint_of_normal(text: str) -> str:
    """12 base32 characters of SHA-256 over a text that is normalised already: 60 bits, so that a clash is out of reach."""
    return base64.b32encode(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()).decode("ascii")[:12].lower()


def normal_text(text: str) -> str:
    """`normalise` without the places, which most callers do not need."""
    if unicodedata.is_normalized("NFC", text):
        return " ".join(text.translate(_FOLDED).split())
    return normalise(text).text


def statement_ids(sentences: Sequence[str]) -> list[str]:
    """An id for each sentence of an article, in order.

    A sentence's own fingerprint; one that stands there more than once takes that of its predecessor, itself and its
    successor, so that a paragraph inserted above changes no id. Sentences that are alike with their neighbours too are
    told apart by their number among the likes.
    """
    own = [fingerprint(sentence) for sentence in sentences]
    often = Counter(own)
    padded = ["", *sentences, ""]
    ids = [
        fingerprint(padded[i], padded[i + 1], padded[i + 2]) if often[own[i]] > 1 else own[i] for i in range(len(own))
    ]
    seen: Counter[str] = Counter()
    for i, id in enumerate(ids):
        seen[id] += 1
        if seen[id] > 1:
            ids[i] = fingerprint(id, str(seen[id]))
    return ids


def phrase(text: str) -> str:
    """The words of a stretch, at most five of them, for chips and for the record."""
    words = text.split()
    return " ".join(words) if len(words) <= PHRASE_WORDS else " ".join(words[:PHRASE_WORDS]) + " …"


def count_words(text: str) -> int:
    """Number of words: runs of letters and digits, with apostrophes and hyphens inside."""
    return len(re.findall(r"\w+(?:['’‑-]\w+)*", text))


# --- In memory ----------------------------------------------------------------------------------


def statements_table(rows: Iterable[Statement], *, article: str, section_titles: Mapping[int, str]) -> pd.DataFrame:
    """The rows as a table. Key: (`article`, `statement`).

    To the fields of `Statement` come `article`, `section_title`, `wording` (empty until the text is attached) and
    `phrases` (the words of its evidence, for searching; filled by the package). `speakers` and `topics` are tuples.
    Scores are floats, NaN where not scored; offsets that may be missing are nullable integers.
    """
    table = pd.DataFrame([row.model_dump() for row in rows], columns=Statement.columns())
    table.insert(0, "article", article)
    table["article"] = table["article"].astype("category")
    table["form"] = pd.Categorical(table["form"], categories=FORMS)
    table["via"] = pd.Categorical(table["via"])
    table["section_title"] = pd.Categorical(table["section"].map(section_titles))
    for name in ("answers", "cue_start", "cue_end", "content_start", "content_end"):
        table[name] = table[name].astype("Int64")
    for name in ("polarity", "subjectivity", "vader", "blend"):
        table[name] = table[name].astype("float64")
    table["wording"] = ""
    table["phrases"] = ""
    return table


def in_short(statements: pd.DataFrame) -> pd.Series:
    """What stands for a statement in few words: the paraphrase; where a machine read and there is none, the wording."""
    return statements["gloss"].where(statements["gloss"] != "", statements["wording"])


def each_row(table: pd.DataFrame) -> Iterator[Any]:
    """The rows of a table as named tuples. pandas makes their type, so it has no name to check against."""
    return iter(table.itertuples(index=False))


def evidence_table(rows: Iterable[Evidence], *, article: str) -> pd.DataFrame:
    """The rows as a table. Foreign key: (`article`, `statement`)."""
    table = pd.DataFrame([row.model_dump() for row in rows], columns=Evidence.columns())
    table.insert(0, "article", article)
    table["article"] = table["article"].astype("category")
    table["kind"] = pd.Categorical(table["kind"], categories=KINDS)
    for name in ("start", "end"):
        table[name] = table[name].astype("Int64")
    return table

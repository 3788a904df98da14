"""The two tables in the middle of Readout: statements and evidence. Fields, types, meaning, checks, and identity.

`statements` has one row per sentence of an article, `evidence` one row per stretch of a sentence that decided
something. Every number on screen is a sum over statements; every highlight and chip is a row of evidence.

Offsets are code points in the article's text, the end exclusive, as Python slices them.
"""

import base64
import hashlib
import re
import unicodedata
from collections import Counter, namedtuple
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import pandas as pd
from pydantic import create_model, field_validator

from components.model.fields import (
    ALLOWED_HOW,
    ALLOWED_LEVEL,
    ALLOWED_OFFSET,
    ALLOWED_STATEMENT,
    FIELDS,
    STATEMENT_ID,
    stored,
)
from components.model.kinds import (
    BY_A_PERSON,
    FORM_LABELS,
    FORM_MEANINGS,
    FORMS,
    GENRE_LABELS,
    GENRES,
    HOW_MEANINGS,
    HOWS,
    KINDS,
    LEVEL_LABELS,
    LEVEL_MEANINGS,
    LEVELS,
    Form,
    Genre,
    How,
    Kind,
    Level,
)
from components.model.rows import NumberOrNone, Row, Several, WholeOrNone, column
from components.model.scores import SCORES, Score

__all__ = [
    "ALLOWED_STATEMENT", "BY_A_PERSON", "FORMS", "FORM_LABELS", "FORM_MEANINGS", "GENRES", "GENRE_LABELS", "HOWS",
    "HOW_MEANINGS", "KINDS", "LEVELS", "LEVEL_LABELS", "LEVEL_MEANINGS", "SCORES", "STATEMENT_ID", "Form", "Genre", "How",
    "Kind", "Level", "Score",
]  # fmt: skip
"""What is of a statement, but stands in modules of its own; all else that has no underscore is public too."""

NEAR_ZERO = 0.05
"""Scores within ±0.05 count as neutral: the threshold that VADER's authors give for `compound`."""

ENOUGH = 5
"""Under five scored statements a mean is drawn thin and grey, and nothing is called clear."""

PHRASE_WORDS = 5
"""A phrase of evidence is at most this many words: enough to recognise a place, too few to stand for the text."""

CUT = " …"
"""The end of a phrase that goes on in the text."""


class _Statement(Row):
    """The columns that code names: each is a field of `FIELDS`, and has its type there once more."""

    statement: str = stored("statement")
    section: int = stored("section")
    paragraph: int = stored("paragraph")
    sentence: int = stored("sentence")
    turn: int = stored("turn")
    answers: WholeOrNone = stored("answers")
    speakers: Several = stored("speakers")
    via: str = stored("via")
    form: Form = stored("form")
    level: Level = stored("level")
    how: How = stored("how")
    verb: str = stored("verb")
    acts: Several = stored("acts")
    topics: Several = stored("topics")
    gloss: str = stored("gloss")
    cue_start: WholeOrNone = stored("cue_start")
    cue_end: WholeOrNone = stored("cue_end")
    content_start: WholeOrNone = stored("content_start")
    content_end: WholeOrNone = stored("content_end")
    start: int = stored("start")
    end: int = stored("end")
    words: int = stored("words")

    def stretch(self, kind: Literal["cue", "content"]) -> tuple[int, int] | None:
        """The offsets of the cue or the content, None where the sentence has none."""
        start, end = (self.cue_start, self.cue_end) if kind == "cue" else (self.content_start, self.content_end)
        return None if start is None or end is None else (start, end)


if TYPE_CHECKING:

    class Statement(_Statement):
        """One sentence of an article, with what is known of it: a row of `statements.csv`."""

else:
    Statement = create_model(
        "Statement",
        __base__=_Statement,
        __module__=__name__,
        __doc__="One sentence of an article, with what is known of it: a row of `statements.csv`.",
        **{
            each.name: (each.type, stored(each.name))
            for each in FIELDS.values()
            if each.type is not None and each.name not in _Statement.model_fields
        },
    )


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
        if len(value.removesuffix(CUT).split()) > PHRASE_WORDS:
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
    level: Level = column("How sure the machine is of the speaker.", ALLOWED_LEVEL)
    how: How = column("The kind of cue by which the machine found the speaker.", ALLOWED_HOW, default="")
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

    A sentence's own fingerprint, whatever follows; a later copy takes that of its predecessor, itself, its successor and
    its number among the copies. So neither a paragraph inserted above nor a repetition inserted below changes an id.
    """
    padded = ["", *sentences, ""]
    copies: Counter[str] = Counter()
    ids: list[str] = []
    for i, sentence in enumerate(sentences):
        own = fingerprint(sentence)
        copies[own] += 1
        later = copies[own] > 1
        ids.append(fingerprint(padded[i], sentence, padded[i + 2], str(copies[own])) if later else own)
    return ids


def statement_ids_of_format_1(sentences: Sequence[str]) -> list[str]:
    """The ids that packages of format 1 have, where the first copy of a repeated sentence took in its neighbours too.

    A package without its text keeps them, so the sentences of a text are looked for under both.
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


def are_ids_of(ids: Sequence[str], sentences: Sequence[str]) -> bool:
    """Whether these are the ids of these sentences, in whichever format the ids were given."""
    return list(ids) in (statement_ids(sentences), statement_ids_of_format_1(sentences))


def phrase(text: str) -> str:
    """The words of a stretch, at most five of them, for chips and for the record."""
    words = text.split()
    return " ".join(words) if len(words) <= PHRASE_WORDS else " ".join(words[:PHRASE_WORDS]) + CUT


def count_words(text: str) -> int:
    """Number of words: runs of letters and digits, with apostrophes and hyphens inside."""
    return len(re.findall(r"\w+(?:['’‑-]\w+)*", text))


# --- In memory ----------------------------------------------------------------------------------


def statements_table(rows: Iterable[Statement], *, article: str, section_titles: Mapping[int, str]) -> pd.DataFrame:
    """The rows as a table. Key: (`article`, `statement`).

    To the fields of `Statement` come `article`, `section_title`, `wording` (empty until the text is attached), and, filled by
    the package, `phrases` (the words of its evidence, for searching) and `when` (EDTF: when it was said). `speakers` and
    `topics` are tuples.
    Scores are floats, NaN where not scored; offsets that may be missing are nullable integers.
    """
    table = pd.DataFrame([row.model_dump() for row in rows], columns=Statement.columns())
    table.insert(0, "article", article)
    table["article"] = table["article"].astype("category")
    table["form"] = pd.Categorical(table["form"], categories=FORMS)
    table["via"] = pd.Categorical(table["via"])
    table["section_title"] = pd.Categorical(table["section"].map(section_titles))
    for each in FIELDS.values():
        if each.type is WholeOrNone:
            table[each.name] = table[each.name].astype("Int64")
        elif each.type is NumberOrNone:
            table[each.name] = table[each.name].astype("float64")
    table["wording"] = ""
    table["phrases"] = ""
    table["when"] = ""
    return table


def in_short(statements: pd.DataFrame) -> pd.Series:
    """What stands for a statement in few words: the paraphrase; where a machine read and there is none, the wording."""
    return statements["gloss"].where(statements["gloss"] != "", statements["wording"])


def each_row(table: pd.DataFrame) -> Iterator[Any]:
    """The rows of a table as named tuples. Their type is made of the columns, so it has no name to check against.

    All cells at once become objects, as `itertuples` gives them, which is four times as fast as column by column.
    """
    return map(_row_type(tuple(table.columns))._make, table.to_numpy(dtype=object))


@lru_cache(maxsize=32)
def _row_type(columns: tuple[str, ...]) -> Any:
    """As pandas makes it, but once: to make a type takes longer than to go through a short table."""
    return namedtuple("Row", columns, rename=True)  # noqa: PYI024


def evidence_table(rows: Iterable[Evidence], *, article: str) -> pd.DataFrame:
    """The rows as a table. Foreign key: (`article`, `statement`)."""
    table = pd.DataFrame([row.model_dump() for row in rows], columns=Evidence.columns())
    table.insert(0, "article", article)
    table["article"] = table["article"].astype("category")
    table["kind"] = pd.Categorical(table["kind"], categories=KINDS)
    for name in ("start", "end"):
        table[name] = table[name].astype("Int64")
    return table

"""An article of a reader's own for the tests: four invented sentences, with the machine's answers written by hand.

1  Brook        named      "Ana Brook said that sanctions on Ruritania were good."
2  Brook        a guess    "She praised the talks."
3  not found               "“No war,” it was shouted."
4  Reporter     narration  "Carl Dale left for Minsk."
"""

from dataclasses import replace

from components.article.corrections.log import Coding
from components.article.package import About, Draft
from components.model.codebook import REPORTER, UNKNOWN, Actor, Codebook
from components.model.statements import Evidence, Statement, statement_ids

SENTENCES = (
    "Ana Brook said that sanctions on Ruritania were good.",
    "She praised the talks.",
    "“No war,” it was shouted.",
    "Carl Dale left for Minsk.",
)
TEXT = "\n\n".join(SENTENCES)
IDS = statement_ids(SENTENCES)

ACTORS = (
    Actor(id="brook", name="Ana Brook", role="EU envoy", side="eu", aliases=()),
    Actor(id="dale", name="Carl Dale", role="", side="usa", aliases=("Mr Dale",)),
    Actor(id=UNKNOWN, name="Unknown", role="", side="other", aliases=()),
    Actor(id=REPORTER, name="Reporter", role="", side=REPORTER, aliases=()),
)

_CODED = (
    {"speakers": ("brook",), "form": "indirect", "level": "sure"},
    {"speakers": ("brook",), "form": "indirect", "level": "guess"},
    {"speakers": (UNKNOWN,), "form": "direct", "level": "unknown"},
    {"speakers": (REPORTER,), "form": "narration", "level": ""},
)


def statement(number: int, **changed: object) -> Statement:
    """One of the four, as the machine answered; `number` counts from 1."""
    start = TEXT.index(SENTENCES[number - 1])
    end = start + len(SENTENCES[number - 1])
    content = (None, None) if number == 4 else (start, end)
    return Statement.model_validate({
        "statement": IDS[number - 1], "section": 0, "paragraph": number, "sentence": number, "turn": number, "answers": None,
        "via": "", "topics": (), "gloss": "", "cue_start": None, "cue_end": None, "content_start": content[0],
        "content_end": content[1], "start": start, "end": end, "words": 0 if number == 4 else 4,
        "polarity": None, "subjectivity": None, "vader": None, "blend": None, **_CODED[number - 1], **changed,
    })  # fmt: skip


def evidence(number: int, kind: str, value: str, words: str) -> Evidence:
    """A row of evidence at the words of a sentence."""
    start = TEXT.index(words)
    return Evidence.model_validate({
        "statement": IDS[number - 1], "kind": kind, "label": "named", "value": value, "start": start,
        "end": start + len(words), "phrase": words,
    })  # fmt: skip


def short(codebook: Codebook) -> Codebook:
    """A codebook with its first topic alone: where an article is written and opened often, that of all takes the time."""
    return replace(codebook, topics=codebook.topics[:1], record=())


def draft(codebook: Codebook) -> Draft:
    """The article as it is right after reading."""
    rows = (evidence(1, "speaker", "brook", "Ana Brook"), evidence(2, "speaker", "brook", "She"))
    about = About(
        publisher="The Example", place="", published="2020-05-04", citation="Talks, The Example, 4 May 2020",
        genre="news", coded_by="machine", sections=("Lead",),
    )  # fmt: skip
    first = Coding(tuple(statement(n) for n in range(1, 5)), rows, ACTORS)
    return Draft("talks-abc123", "Talks", about, first, codebook, text=TEXT)

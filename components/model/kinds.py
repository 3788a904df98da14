"""What is one of a few: the forms, genres, levels of a statement, with their labels and meanings, and the kinds of evidence."""

from typing import Literal, get_args

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

Genre = Literal["readout", "news", "transcript", "speech", "declaration"]
GENRES: tuple[Genre, ...] = get_args(Genre)
GENRE_LABELS: dict[str, str] = {
    "readout": "Report of one meeting",
    "news": "News",
    "transcript": "Transcript",
    "speech": "Speech",
    "declaration": "Declaration",
}

Level = Literal["", "stated", "inferred", "unknown"]
LEVELS: tuple[Level, ...] = get_args(Level)
LEVEL_LABELS: dict[str, str] = {"": "", "stated": "named", "inferred": "guess", "unknown": "not found"}
LEVEL_MEANINGS: dict[str, str] = {
    "": "The reporter’s own account, as the machine read it; nobody has looked at it yet.",
    "stated": "The sentence names its source.",
    "inferred": "A guess: the source is a pronoun, or an attribution carried over from another sentence.",
    "unknown": "Somebody's words; whose was not found.",
}
"""Of what a machine read and nobody touched; `BY_A_PERSON` says it of the others."""

BY_A_PERSON = "Coded by a person, or accepted by one."

Kind = Literal["speaker", "cue", "content", "topic", "event", "date", "tone"]
KINDS: tuple[Kind, ...] = get_args(Kind)

TONE_OPTIONS: dict[str, str] = {
    "negative": "negative",
    "neutral": "near zero",
    "positive": "positive",
    "unscored": "not scored",
    "contradicted": "scorers contradict each other",
}
"""Kinds of tone that can be asked for, with their labels."""

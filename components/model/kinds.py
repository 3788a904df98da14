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

Level = Literal["", "sure", "likely", "guess", "unknown"]
LEVELS: tuple[Level, ...] = get_args(Level)
LEVEL_LABELS: dict[str, str] = {"": "", "sure": "sure", "likely": "likely", "guess": "guess", "unknown": "not found"}
LEVEL_MEANINGS: dict[str, str] = {
    "": "The reporter’s own account, as the machine read it; nobody has looked at it yet.",
    "sure": "Speakers that were found in this way are right at least 9 times in 10.",
    "likely": "Speakers that were found in this way are right at least 3 times in 4, but not 9 in 10.",
    "guess": "Speakers that were found in this way are right less often than 3 times in 4, or too few were measured to say.",
    "unknown": "Somebody’s words; whose was not found.",
}
"""Of what a machine read and nobody touched; `BY_A_PERSON` says it of the others."""

How = Literal[
    "",
    "named", "pronoun", "nested", "relayed",
    "party", "everybody", "act", "carried",
    "turn", "answer", "press", "host",
    "orator", "opener", "message", "issuer",
    "signature", "introduced", "beside", "open",
    "account", "after", "partly", "aside", "rival",
]  # fmt: skip
HOWS: tuple[How, ...] = get_args(How)
HOW_MEANINGS: dict[str, str] = {
    "": "",
    "named": "The sentence names its source.",
    "pronoun": "The sentence has a pronoun, or an office that several hold, for its source.",
    "nested": "A clause inside another names the source.",
    "relayed": "The sentence tells somebody’s words through somebody else.",
    "party": "A party of the meeting is the subject of the sentence.",
    "everybody": "What the parties of the meeting spoke of, so all of them did.",
    "act": "What somebody did who spoke before.",
    "carried": "The speaker of the sentence before goes on.",
    "turn": "The label of the turn names the speaker.",
    "rival": "Somebody’s by where it stands, though the sentence names another source.",
    "answer": "An answer whose label names nobody: who answered before, or spoke last.",
    "press": "The label of the turn is that of the press.",
    "host": "The label of the turn is that of the moderator.",
    "orator": "The title, a line above or a signature names whose speech it is.",
    "opener": "Whose speech it is is told by an office alone, or by who is named first in it.",
    "message": "The title names whose message is read out.",
    "issuer": "The title and the first sentences name whose declaration it is.",
    "signature": "A name stands under the quotation.",
    "introduced": "The paragraph before introduces these words.",
    "beside": "A quotation whose source stands in another sentence of the paragraph.",
    "open": "A quotation that goes on from the paragraph before.",
    "account": "Nobody is named whose words these are: the reporter’s own account.",
    "after": "Nobody is named whose words these are, right behind a sentence that gives somebody’s.",
    "partly": "Some of its words are somebody’s, and less than half.",
    "aside": "A stage direction, a time or a place.",
}
"""The kinds of cue by which a machine finds the speaker of a sentence. `data/evaluation.csv` has how often each is right."""

BY_A_PERSON = "Coded by a person, or accepted by one."

Kind = Literal["speaker", "cue", "content", "topic", "event", "date", "tone"]
KINDS: tuple[Kind, ...] = get_args(Kind)

"""What is told of a sentence: who makes its statement, how it is reported, and where that stands."""

from typing import NamedTuple

from components.model.statements import Form, How


class Mention(NamedTuple):
    """A mention of a speaker as evidence: whose, how (`named`, `pronoun`, `earlier`, `via`), and where."""

    actor: str
    how: str
    place: tuple[int, int]


class Told(NamedTuple):
    """Who makes the statement of a sentence, how it is reported, and where that stands.

    `how` is the kind of cue by which the speaker was found, also where whom it means was not. `turn` and `answers` are as in
    `Statement`; `cue` and `content` are stretches of the text, `verb` is where the verb of saying stands.
    """

    speakers: tuple[str, ...]
    form: Form
    how: How
    via: str = ""
    turn: int = 0
    answers: int | None = None
    cue: tuple[int, int] | None = None
    content: tuple[int, int] | None = None
    mentions: tuple[Mention, ...] = ()
    verb: tuple[int, int] | None = None

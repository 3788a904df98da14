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


def paragraph_of(text: str, place: int) -> int:
    """Where the paragraph begins in which a place stands."""
    return text.rfind("\n", 0, place) + 1


def told_by_act(
    speakers: tuple[str, ...], how: How, subject: tuple[int, int], verb: tuple[int, int], end: int, named: str = "named"
) -> Told:
    """What is told by the act of a subject in a sentence that ends at `end`: what stands behind its verb."""
    mentions = tuple(Mention(id, named, subject) for id in speakers)
    cue, content = (subject[0], verb[1]), (min(verb[1] + 1, end - 1), end)
    return Told(speakers, "indirect", how, cue=cue, content=content, mentions=mentions, verb=verb)

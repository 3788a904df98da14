"""Of a parsed sentence: clauses with a verb of reporting, and what in them is whose."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from components.model.lexicons import WordLists, Words
from components.reading.verbs import reporting_verbs

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
"""The parser's names of subjects."""


class AttributionWords(WordLists):
    """The lists of `attribution.toml`."""

    FILE = "attribution"
    addressed: Words
    about: Words
    before_a_clause: Words
    relays: Words


class Clause:
    """A clause with a verb of reporting: who, by which words, and what hangs on the verb."""

    def __init__(self, verb: Any, name: str, group: str, source: Any, children: Sequence[Any], cue: set[int]) -> None:
        self.verb, self.name, self.group = verb, name, group
        self.source, self.children, self.cue = source, children, cue
        self.inverted = source.i > verb.i
        self.deep = verb.dep_ in ("relcl", "acl", "advcl", "csubj")
        after = [child for child in children if child.i > verb.i and child.i != source.i]
        self.complements = [child for child in after if child.dep_ in ("ccomp", "xcomp", "oprd", "attr")]
        self.objects = [
            child for child in after if child.dep_ in ("dobj", "pobj", "dative") and not subtree(child) <= cue
        ]
        self.phrases = [child for child in after if child.dep_ in ("prep", "advcl", "acl", "agent")]
        own = source.head.i == verb.i and not self.inverted
        self.begin: int = min(source.left_edge.i if own else verb.i, *cue)
        self.end: int = max(verb.i, *cue, source.right_edge.i if self.inverted else verb.i)

    @property
    def adjuncts(self) -> list[Any]:
        """What may stand beside the verb in a clause that is put in: …, he told reporters in Lakeside on Monday."""
        beside = [
            child for child in self.children if child.i > self.verb.i and child.dep_ in ("npadvmod", "advmod", "dative")
        ]
        return [*self.phrases, *beside]


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
        if child.i < token.i and child.dep_ in (
            "det", "compound", "amod", "poss", "nummod", "nmod", "quantmod", "advmod", "case", "predet",
        ):  # fmt: skip
            left = min(left, child.left_edge.i)
    return range(left, token.i + 1)


def subject_of(verb: Any, quoted: AbstractSet[int], depth: int = 0) -> Any:
    """Who does what the verb says: its own subject, the agent of a passive, or the subject of the clause it hangs on."""
    children = list(verb.children)
    for child in children:
        if child.dep_ == "agent":
            return next((each for each in child.children if each.dep_ == "pobj"), None)
    own = [child for child in children if child.dep_ in SUBJECTS]
    if own:
        return min(own, key=lambda child: (child.i in quoted, abs(child.i - verb.i)))
    head = verb.head
    if depth > 3 or head.i == verb.i:
        return None
    if verb.dep_ == "pcomp" and head.head.i != head.i and head.lower_ in AttributionWords.read().before_a_clause:
        return subject_of(head.head, quoted, depth + 1)
    if verb.dep_ == "relcl" or (verb.dep_ == "acl" and verb.tag_ == "VBG"):
        return head
    joined = verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX")
    if verb.dep_ in ("xcomp", "advcl") or joined or (verb.dep_ == "ccomp" and verb.tag_ == "VBG"):
        return subject_of(head, quoted, depth + 1)
    return None


def cue_of(verb: Any, name: str, source: Any, children: Sequence[Any]) -> set[int]:
    """The verb with its auxiliaries, short adverbs, time and addressee: "then told reporters on Monday"."""
    cue = {verb.i}
    for child in children:
        own = not child.i < source.i < verb.i  # what stands before the subject belongs to something else
        if (child.dep_ in ("aux", "auxpass", "neg", "prt") and own) or (
            child.dep_ == "advmod" and child.left_edge.i == child.right_edge.i and own
        ):
            cue.add(child.i)
        elif (
            child.dep_ in ("dobj", "dative", "iobj")
            and name in AttributionWords.read().addressed
            and child.i != source.i
        ) or (child.dep_ == "npadvmod" and child.i != source.i):
            cue |= subtree(child)
    return cue

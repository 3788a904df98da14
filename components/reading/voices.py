"""A step: whose words a sentence gives, where the sentence alone does not say it.

A quotation that goes on, a turn of a transcript, a signature under a quotation, a paragraph that introduces the next one.
What the sentence itself attributes comes in as `Source`, as the parse found it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from components.model.statements import How

QUOTED = 0.5
"""A sentence is quoted when more than this share of its letters stands in quotation marks."""

SIGNATURE_WORDS = 8

_SIGNATURE = re.compile(r"[\"”’.!?…](?:\s*[―—–]|\s*\n\s*-)\s*(?P<name>[^\W\d_a-z][^\n.!?:;”\"]{1,60}?)[.\s]*$")
_ONLY_SIGNATURE = re.compile(r"\s*[―—–-]\s*(?P<name>[^\W\d_a-z][^\n.!?:;”\"]{1,60}?)[.\s]*$")
_INTRODUCES = re.compile(r":[\"”’)]*\s*$")
_OPENS = ("“", '"', "''", "``", "‘", "«", "„")
_STAGE = re.compile(r"[\W_]*[A-Z ]+[\W_]*")


_LEADS = re.compile(r"[^\"“«:]{8,}:\s*[\"“«]")


class Source(NamedTuple):
    """What a sentence itself says of its source: where the source stands, and the share of the content."""

    source: tuple[int, int]
    share: float


class Unit(NamedTuple):
    """A sentence: its place, the running number of its paragraph, and what it tells of its source.

    `introduces` is the source that a sentence with a colon at its end names for what follows.
    """

    start: int
    end: int
    paragraph: int
    told: Source | None
    introduces: tuple[int, int] | None = None


class Block(NamedTuple):
    """A paragraph; `label` is the name before it in a transcript."""

    start: int
    end: int
    label: tuple[int, int] | None = None


class Voice(NamedTuple):
    """Whose words a sentence gives: the mention of the source, None where it was looked for and not found.

    `how` it is known: `named` (the sentence says so itself), `turn`, `signature`, `introduced` (by the paragraph before),
    `beside` (a quotation whose source should stand in another sentence of the paragraph), `open` (a quotation that goes on
    from the paragraph before).
    """

    source: tuple[int, int] | None
    how: How


def find_voices(
    text: str, units: Sequence[Unit], blocks: Sequence[Block], quotations: Sequence[tuple[int, int, bool]]
) -> list[Voice | None]:
    """A voice for each sentence that gives somebody's words; None for the others, which are the reporter's own."""
    voices = _Voices(text, units, blocks, quotations)
    voices.take_turns()
    voices.take_signatures()
    voices.take_what_is_told()
    voices.take_quotations()
    return [voices.found.get(i) for i in range(len(units))]


class _Voices:
    def __init__(
        self, text: str, units: Sequence[Unit], blocks: Sequence[Block], quotations: Sequence[tuple[int, int, bool]]
    ) -> None:
        self.text, self.units, self.blocks = text, units, blocks
        self.found: dict[int, Voice] = {}
        self.units_of: dict[int, list[int]] = {}
        for i, unit in enumerate(units):
            self.units_of.setdefault(unit.paragraph, []).append(i)
        self.quoted = _quoted_shares(text, units, quotations)
        ends = {end for _, end, closed in quotations if not closed}
        self.left_open = {k for k, block in enumerate(blocks) if block.end in ends}

    def take_turns(self) -> None:
        """A label holds for its paragraph and for those after it, up to the next label.

        Of a transcript inside an article, printed in quotation marks, the turn ends with the marks.
        """
        turn: tuple[int, int] | None = None
        in_marks = False
        for k, block in enumerate(self.blocks):
            if block.label:
                turn = block.label
                in_marks = self.text[: block.label[0]].endswith(_OPENS)
            elif turn and in_marks and not (self._opens(k) and k - 1 in self.left_open):
                turn = None
            if turn and not _STAGE.fullmatch(self.text, block.start, block.end):
                for i in self.units_of.get(k, ()):
                    self.found[i] = Voice(turn, "turn")

    def take_signatures(self) -> None:
        """“…” — Ana Brook: the name stands behind all sentences of the paragraph."""
        for k, block in enumerate(self.blocks):
            signature = _SIGNATURE.search(self.text, block.start, block.end)
            if not signature and k + 1 < len(self.blocks):
                signature = _ONLY_SIGNATURE.fullmatch(self.text, self.blocks[k + 1].start, self.blocks[k + 1].end)
            if signature and self._opens(k) and len(signature["name"].split()) <= SIGNATURE_WORDS:
                for i in self.units_of.get(k, ()):
                    unit = self.units[i]
                    if i not in self.found and not _ONLY_SIGNATURE.fullmatch(self.text, unit.start, unit.end):
                        self.found[i] = Voice((signature.start("name"), signature.end("name")), "signature")

    def take_what_is_told(self) -> None:
        for i, unit in enumerate(self.units):
            if i not in self.found and unit.told and unit.told.share >= 0.5:
                self.found[i] = Voice(unit.told.source, "named")

    def take_quotations(self) -> None:
        for k in range(len(self.blocks)):
            units = self.units_of.get(k, [])
            introduced = self._introduction(k - 1)
            if introduced and not self._opens(k) and not any(self.quoted[i] or i in self.found for i in units):
                self.found.update((i, Voice(introduced, "introduced")) for i in units)
                continue
            for i in units:
                if i not in self.found and self.quoted[i] >= QUOTED:
                    self.found[i] = self._source_of_quotation(k, i, units, introduced)

    def _source_of_quotation(self, k: int, i: int, units: Sequence[int], introduced: tuple[int, int] | None) -> Voice:
        """Where newspapers name the source of a quotation: in the sentence before it or after it.

        At the head of a paragraph it is the one after it, unless the paragraph before introduced the quotation or left
        its own open.
        """
        if shown := self._shown_by(i):
            return Voice(shown, "introduced")
        if k - 1 in self.left_open and not self._opens(k) and (earlier := self._last_source(k - 1)):
            return Voice(earlier, "open")
        before = [source for j in units if j < i and (source := self._source_in(j))]
        after = [(j, source) for j in units if j > i and (source := self._source_in(j))]
        leads = self._opens(k) and not any(self._says_itself(j) for j in units if j < i)
        if not leads:
            nearest = [*reversed(before), *(source for _, source in after)]
            return Voice(nearest[0], "beside") if nearest else Voice(None, "beside")
        if introduced:
            return Voice(introduced, "introduced")
        if after and self.quoted[after[0][0]] > 0:
            return Voice(after[0][1], "beside")
        if k - 1 in self.left_open and (earlier := self._last_source(k - 1)):
            return Voice(earlier, "open")
        if after:
            return Voice(after[0][1], "beside")
        earlier = self._last_source(k - 1)
        return Voice(earlier, "open") if earlier else Voice(None, "beside")

    def _shown_by(self, i: int) -> tuple[int, int] | None:
        """The subject of a sentence that leads to a quotation in it with a colon: "Her neighbour put up a sign: “Closed”"."""
        unit = self.units[i]
        return unit.introduces if _LEADS.match(self.text, unit.start, unit.end) and not unit.told else None

    def _says_itself(self, i: int) -> bool:
        return self.quoted[i] < QUOTED or (i in self.found and self.found[i].how == "named")

    def _source_in(self, i: int) -> tuple[int, int] | None:
        if i in self.found:
            return self.found[i].source
        told = self.units[i].told
        return told.source if told else None

    def _last_source(self, k: int) -> tuple[int, int] | None:
        units = self.units_of.get(k)
        return self._source_in(units[-1]) if units else None

    def _introduction(self, k: int) -> tuple[int, int] | None:
        """The source that a paragraph names which ends in a colon."""
        units = self.units_of.get(k)
        if not units or not _INTRODUCES.search(self.text, self.blocks[k].start, self.blocks[k].end):
            return None
        last = self.units[units[-1]]
        return last.told.source if last.told else last.introduces

    def _opens(self, k: int) -> bool:
        return self.text.startswith(_OPENS, self.blocks[k].start)


def _quoted_shares(
    text: str, units: Sequence[Unit], quotations: Sequence[tuple[int, int, bool]]
) -> Mapping[int, float]:
    """For each sentence the share of its letters that stands in quotation marks, 0 to 1."""
    shares: dict[int, float] = {}
    q = 0
    for i, unit in enumerate(units):
        while q < len(quotations) and quotations[q][1] <= unit.start:
            q += 1
        inside = sum(
            _letters(text, max(start, unit.start), min(end, unit.end)) for start, end in _from(quotations, q, unit)
        )
        shares[i] = inside / max(_letters(text, unit.start, unit.end), 1)
    return shares


def _from(quotations: Sequence[tuple[int, int, bool]], q: int, unit: Unit) -> Iterator[tuple[int, int]]:
    while q < len(quotations) and quotations[q][0] < unit.end:
        yield quotations[q][0], quotations[q][1]
        q += 1


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))

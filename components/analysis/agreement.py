"""Machine against hand: how far two codings of one article agree, field by field, and where they differ.

Every field is compared as a set of values, since a sentence may have several speakers and topics; a form is a set of
one, and "relayed by nobody" is the empty set. Only statements that stand in both codings are compared.

Alpha is nltk's. Sources: Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011); for its thresholds
Krippendorff, "Content Analysis", second edition (2004), p. 241; for the distance between two sets Passonneau,
"Measuring Agreement on Set-valued Items (MASI) for Semantic and Pragmatic Annotation" (LREC 2006).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from components.model.codebook import Codebook
from components.model.statements import each_row
from components.model.without_statistics import without_statistics


class Compared(NamedTuple):
    """A field that is compared: its label, how it is said after "agree on", whether it has several values, and F1."""

    label: str
    on: str
    several: bool = False
    with_f1: bool = False


COMPARED: dict[str, Compared] = {
    "speakers": Compared("Speaker", "the speaker", several=True),
    "via": Compared("Relayed by", "who relays it"),
    "form": Compared("Form", "the form"),
    "topics": Compared("Topics", "the topics", several=True, with_f1=True),
    "lead_topics": Compared("Lead topics", "the lead topics", several=True, with_f1=True),
}
"""What is compared. `lead_topics` are the topics of the codebook's lead alone: a part of `topics`, counted once more. Where a
field has several values, a partial overlap is partial agreement."""

RELIABLE, TENTATIVE = 0.800, 0.667
"""Krippendorff's conventional thresholds: from the first on rely on it, from the second on draw tentative conclusions."""

DECIMALS = 3
"""As many as the thresholds have: what a reader sees is what is judged."""

Values = tuple[str, ...]
Pair = tuple[Values, Values]
"""The values of one field of one statement, by hand and by machine."""


class Agreement(NamedTuple):
    """How far two codings agree on a field.

    `same_ids` and `different_ids` are the statements compared, in the article's order. `alpha` is at most 1 (0 is
    chance, less is worse than chance); None where nothing varies or nothing is compared. `f1` is 0 to 1, over all pairs
    of statement and topic; None for other fields, and where neither coding has a topic.
    """

    field: str
    label: str
    same_ids: tuple[str, ...]
    different_ids: tuple[str, ...]
    alpha: float | None
    f1: float | None

    @property
    def n(self) -> int:
        """Number of statements compared."""
        return len(self.same_ids) + len(self.different_ids)

    @property
    def same(self) -> int:
        """Number of statements with exactly the same values."""
        return len(self.same_ids)

    @property
    def verdict(self) -> str:
        """The agreement in a word, by `RELIABLE` and `TENTATIVE`; nothing where alpha is not defined."""
        if self.alpha is None:
            return ""
        alpha = round(self.alpha, DECIMALS)
        return "reliable" if alpha >= RELIABLE else "tentative" if alpha >= TENTATIVE else "weak"


class Disagreement(NamedTuple):
    """A statement on which two codings differ, the field, and its values by each: ids, in the coding's order."""

    statement: str
    field: str
    hand: Values
    machine: Values


# --- The comparison -----------------------------------------------------------------------------


def agreement(
    hand: pd.DataFrame,
    machine: pd.DataFrame,
    codebook: Codebook,
    *,
    alphas: Mapping[str, float | None] | None = None,
) -> list[Agreement]:
    """How far two codings of an article agree, one entry for each of `COMPARED`.

    `alphas` are those that were recorded, by field: computing them loads nltk, which takes seconds. None computes them.

    Both tables have a row per statement with `statement`, `speakers`, `via`, `form`, `topics`; statements that stand in
    one of them alone are left out. An empty `machine` gives entries of n = 0.
    """
    lead = {topic.id for topic in codebook.topics if topic.lead}
    both = list(_in_both(hand, machine))
    found = []
    for field in COMPARED:
        pairs = {id: _pair(*rows, field, lead) for id, rows in both}
        alpha = krippendorff_alpha(list(pairs.values())) if alphas is None else alphas.get(field)
        found.append(_agreement(field, pairs, alpha))
    return found


def alphas(hand: pd.DataFrame, machine: pd.DataFrame, codebook: Codebook) -> dict[str, float | None]:
    """Alpha for each of `COMPARED`, to four decimals, as it is recorded: computing it loads nltk, which takes seconds."""
    found = agreement(hand, machine, codebook)
    return {each.field: None if each.alpha is None else round(each.alpha, 4) for each in found}


def disagreements(hand: pd.DataFrame, machine: pd.DataFrame) -> list[Disagreement]:
    """Where two codings differ, in the article's order, within a statement in the order of `COMPARED`.

    The order of several speakers or topics is no difference. Lead topics are topics, so they are not told twice.
    """
    return [
        Disagreement(id, field, *pair)
        for id, rows in _in_both(hand, machine)
        for field in COMPARED
        if field != "lead_topics" and not _is_same(pair := _pair(*rows, field))
    ]


def _in_both(hand: pd.DataFrame, machine: pd.DataFrame) -> Iterator[tuple[str, tuple[Any, Any]]]:
    """The statements of both codings, in the order of the first, each with its two rows."""
    answers = {row.statement: row for row in each_row(machine)}
    return ((row.statement, (row, answers[row.statement])) for row in each_row(hand) if row.statement in answers)


def _pair(hand: Any, machine: Any, field: str, lead: Iterable[str] = ()) -> Pair:
    return _values(hand, field, lead), _values(machine, field, lead)


def _values(row: Any, field: str, lead: Iterable[str]) -> Values:
    if field == "lead_topics":
        return tuple(topic for topic in row.topics if topic in lead)
    value = getattr(row, field)
    return tuple(value) if COMPARED[field].several else (str(value),) if value else ()


def _is_same(pair: Pair) -> bool:
    return set(pair[0]) == set(pair[1])


def _agreement(field: str, pairs: Mapping[str, Pair], alpha: float | None) -> Agreement:
    return Agreement(
        field,
        COMPARED[field].label,
        tuple(id for id, pair in pairs.items() if _is_same(pair)),
        tuple(id for id, pair in pairs.items() if not _is_same(pair)),
        alpha,
        micro_f1(list(pairs.values())) if COMPARED[field].with_f1 else None,
    )


# --- The measures -------------------------------------------------------------------------------


def krippendorff_alpha(pairs: Sequence[Pair]) -> float | None:
    """Krippendorff's alpha of two coders, with MASI as distance; between sets of at most one value MASI is nominal.

    None where both use one and the same value throughout: chance would then agree as well, and nltk's 1 says too much.
    """
    with without_statistics():
        from nltk.metrics.agreement import AnnotationTask  # heavy: all of nltk comes with it
        from nltk.metrics.distance import masi_distance

    def distance(one: frozenset[str], other: frozenset[str]) -> float:
        """MASI, which nltk does not define between two empty sets."""
        return 0.0 if one == other else float(masi_distance(one, other))

    coded = [(coder, i, frozenset(values)) for i, pair in enumerate(pairs) for coder, values in enumerate(pair)]
    if len({values for *_, values in coded}) < 2:
        return None
    return float(AnnotationTask(coded, distance=distance).alpha())


def micro_f1(pairs: Sequence[Pair]) -> float | None:
    """F1 over all pairs of statement and value: 2 · common ÷ (by hand + by machine). None where there is no value."""
    given = sum(len(set(hand)) + len(set(machine)) for hand, machine in pairs)
    common = sum(len(set(hand) & set(machine)) for hand, machine in pairs)
    return 2 * common / given if given else None


# --- In words -----------------------------------------------------------------------------------


def same_speaker(agreements: Sequence[Agreement]) -> str:
    """A heading: on how many statements the two codings give the same speaker."""
    (speakers,) = (each for each in agreements if each.field == "speakers")
    n, same = speakers.n, speakers.same
    if n == 0:
        return "No statement was coded both by machine and by hand"
    if n == 1:
        return f"Machine and hand {'agree' if same else 'differ'} on the speaker of the one statement"
    part = f"all {n}" if same == n else "none" if same == 0 else str(same)
    whole = " statements" if same == n else f" of {n} statements"
    return f"Machine and hand agree on the speaker of {part}{whole}"


def weakest(agreements: Sequence[Agreement]) -> str:
    """A sentence on the fields whose agreement is weak, or that none is; nothing where no alpha is defined."""
    weak = [each.label.lower() for each in agreements if each.verdict == "weak"]
    if weak:
        return f"The agreement is weak on: {', '.join(weak)}."
    return "No agreement is weak." if any(each.verdict for each in agreements) else ""

"""A second coder's answers as files: to go on with later, and with the agreement, to hand on."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from components.analysis.reliability import ASKED, DRAWS, SEED, Answer, Reliability, Settled, Settling, Values
from components.model.rows import SEPARATOR
from components.report.tables import csv_of

KIND = "readout-second-coding"
CODING_FILE = "second-coding.json"
"""The coding itself among the files that are handed on: it opens again."""
FIRST, SECOND = "first", "second"
"""What a disagreement is settled for."""

_UNIT = "a statement that both coded; where the second coder said nothing it is missing and left out"


_NO_CODING = "The file is no second coding that Readout saved."


class NoCodingError(ValueError):
    """The file is no second coding of this article; the message says so."""


def write_coding(article: str, answers: Mapping[str, Answer], settled: Settled) -> bytes:
    """The answers so far, to be read by `read_coding`."""
    content = {
        "kind": KIND,
        "article": article,
        "answers": {
            id: {field: None if value is None else sorted(value) for field, value in each._asdict().items()}
            for id, each in answers.items()
        },
        "settled": [[*place, each.way, sorted(each.first)] for place, each in settled.items()],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def read_coding(
    data: bytes, article: str, known: Mapping[str, frozenset[str]]
) -> tuple[dict[str, Answer], dict[tuple[str, str], Settling]]:
    """The answers in a file that anybody may have made; `known` are the values that each field may have.

    An id that is not known is left out. Raises NoCodingError where it is no such file, or one of another article.
    """
    try:
        content = json.loads(data)
        kind, of = content["kind"], content["article"]
        answers = {str(id): _answer(each, known) for id, each in content["answers"].items()}
        settled = {
            (str(id), str(field)): Settling(str(way), frozenset(map(str, first)))
            for id, field, way, first in content["settled"]
        }
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        raise NoCodingError(_NO_CODING) from None
    if kind != KIND:
        raise NoCodingError(_NO_CODING)
    if of != article:
        raise NoCodingError("The file is a second coding of another article. Show that article first.")
    return answers, settled


def _answer(each: Any, known: Mapping[str, frozenset[str]]) -> Answer:
    said = {field: each.get(field) for field in ASKED}
    return Answer(**{
        field: None if value is None else frozenset(map(str, value)) & known[field] for field, value in said.items()
    })  # fmt: skip


def files_of(found: Sequence[Reliability], settled: Settled, numbers: Mapping[str, int]) -> dict[str, bytes]:
    """Agreement, both codings, confusion and disagreements, as CSV by name. `numbers` are those of the statements."""
    return {
        "second-coder-agreement.csv": csv_of(AGREEMENT, map(_figures, found)),
        "second-coder-codings.csv": csv_of(("sentence", "field", FIRST, SECOND), _both(found, numbers)),
        "second-coder-confusion.csv": csv_of(("field", FIRST, SECOND, "statements"), _confusion(found)),
        "second-coder-disagreements.csv": csv_of(
            ("sentence", "statement", "field", FIRST, SECOND, "settled for"), _disagreements(found, settled, numbers)
        ),
    }


AGREEMENT = (
    "field", "statements", "missing", "share", "kappa", "alpha", "alpha_low", "alpha_high", "distance", "interval", "unit",
)  # fmt: skip
"""Columns of the agreement. The interval bounds alpha in 95% of the draws."""


def _figures(each: Reliability) -> Sequence[Any]:
    alpha = (each.alpha.value, each.alpha.low, each.alpha.high) if each.alpha else (None, None, None)
    numbers = (None if value is None else round(value, 4) for value in (each.share, each.kappa, *alpha))
    interval = f"percentile bootstrap over statements, {DRAWS} draws, seed {SEED}"
    return (each.field, each.n, each.missing, *numbers, "MASI (nominal for one value)", interval, _UNIT)


def said(values: Values) -> str:
    """Several ids in one cell, in a fixed order."""
    return f"{SEPARATOR} ".join(sorted(values))


def _both(found: Sequence[Reliability], numbers: Mapping[str, int]) -> Iterator[Sequence[Any]]:
    for each in found:
        yield from ((numbers[id], each.field, said(one), said(other)) for id, (one, other) in each.pairs.items())


def _confusion(found: Sequence[Reliability]) -> Iterator[Sequence[Any]]:
    for each in found:
        often: dict[tuple[str, str], int] = {}
        for one, other in each.pairs.values():
            often[said(one), said(other)] = often.get((said(one), said(other)), 0) + 1
        yield from ((each.field, *pair, count) for pair, count in often.items())


def _disagreements(
    found: Sequence[Reliability], settled: Settled, numbers: Mapping[str, int]
) -> Iterator[Sequence[Any]]:
    for each in found:
        for id in each.different:
            yield numbers[id], id, each.field, *map(said, each.pairs[id]), _way(settled, id, each.field)


def _way(settled: Settled, id: str, field: str) -> str:
    each = settled.get((id, field))
    return each.way if each else ""

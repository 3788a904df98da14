"""What a reader takes along, as every export gets it: the statements shown, with all that belongs to them."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from components.model.codebook import Actor, Codebook
from components.model.rows import SEPARATOR
from components.model.statements import each_row
from components.report.citations import Source
from components.report.tables import Provenance, export_rows
from components.report.workbook import Sheet

_NUMBER = re.compile(r"-?\d+\.\d+")
"""What a word of tone weighs."""

PERSON, MACHINE, SECOND = "Person", "Machine", "Second coder"
"""Who codes."""


@dataclass(frozen=True)
class Taken:
    """The statements shown, in the order shown, and what is known of them.

    `id` is the article's; `evidence` are the rows of these statements; `actors` are all of the article's. `url` is where the
    article was published and `language` that of its text, nothing where not known. `by_hand`: a person coded it first.
    `machine` are the answers of the machine, of the whole article: beside a coding by hand, or the first ones, which a person
    corrected since in the statements that are `decided`. `fingerprint` is that of all sentences of the article; `format` the
    number of the format in which it is saved. `second` are the answers of a second coder, and `second_files` makes the files with
    them and with how far both agree, of the whole article.
    """

    id: str
    statements: pd.DataFrame
    evidence: pd.DataFrame
    actors: Sequence[Actor]
    codebook: Codebook
    source: Source
    made: Provenance
    url: str = ""
    language: str = ""
    by_hand: bool = True
    machine: pd.DataFrame | None = None
    decided: Collection[str] = ()
    fingerprint: str = ""
    format: int = 0
    second: pd.DataFrame | None = None
    second_files: Callable[[], Mapping[str, bytes]] = dict

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The statements as rows of a table."""
        return export_rows(self.statements, self.source.names, self.codebook, self.made)

    @cached_property
    def codings(self) -> dict[str, pd.DataFrame]:
        """The codings of the statements shown by who coded them; nobody stands there who coded none of them."""
        shown = self.statements
        machine = self.machine if self.machine is not None else shown[:0]
        answers = machine[machine["statement"].isin(shown["statement"])]
        person = shown if self.by_hand else shown[shown["statement"].isin(list(self.decided))]
        if not self.by_hand and answers.empty:
            answers = shown
        other = self.second if self.second is not None else shown[:0]
        second = other[other["statement"].isin(shown["statement"])]
        return {name: each for name, each in ((PERSON, person), (MACHINE, answers), (SECOND, second)) if len(each)}

    @property
    def sheets(self) -> tuple[Sheet, Sheet]:
        """Evidence and codebook, as further sheets of a workbook."""
        return self._evidence, self._codebook

    @property
    def _evidence(self) -> Sheet:
        numbers = dict(zip(self.statements["statement"], self.statements["sentence"], strict=True))
        labels = {**self.source.names, **self.codebook.topic_labels}
        rows = [
            (
                int(numbers[row.statement]),
                row.kind,
                row.label,
                float(row.value) if _NUMBER.fullmatch(row.value) else _named(row.value, labels),
                row.phrase,
                None if pd.isna(row.start) else int(row.start),
                None if pd.isna(row.end) else int(row.end),
                row.statement,
            )
            for row in each_row(self.evidence)
            if row.statement in numbers
        ]
        widths = {
            "sentence": 11, "decided": 12, "how": 24, "what": 30, "words": 40, "start": 9, "end": 9, "statement": 16,
        }  # fmt: skip
        return Sheet("Evidence", widths, rows)

    @property
    def _codebook(self) -> Sheet:
        rows = [
            (each.id, each.label, each.definition, each.counts, each.counts_not, f"{SEPARATOR} ".join(each.names))
            for each in self.codebook.topics
        ]
        widths = {"topic": 18, "label": 24, "definition": 50, "counts": 40, "does not count": 40, "words": 60}
        return Sheet("Codebook", widths, rows)


def _named(value: str, labels: Mapping[str, str]) -> str:
    """Ids of actors and topics by their names; all else as it is."""
    return f"{SEPARATOR} ".join(labels.get(each, each) for each in value.split(SEPARATOR))

"""One of two articles that are compared: its statements, their general subjects, and what it is called beside the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from components.analysis.comparison.matching import Sentence
from components.article.package import Package
from components.article.subjects import general_subjects
from components.model.codebook import Codebook
from components.model.statements import each_row

NAME = 40
"""Characters of a name in a heading."""


@dataclass(frozen=True)
class Account:
    """An article as a side of a comparison. `subjects` are the general ones of each statement, in the table's order.

    `name` is whose text it is, for headings: its publisher, or nothing where that is not known.
    """

    package: Package
    subjects: tuple[tuple[str, ...], ...]
    name: str

    @property
    def statements(self) -> pd.DataFrame:
        """One row per statement."""
        return self.package.statements

    @cached_property
    def rows(self) -> list[Any]:
        """The statements as named tuples, in order."""
        return list(each_row(self.statements))

    @cached_property
    def row_of(self) -> dict[str, Any]:
        """The statements by id."""
        return {row.statement: row for row in self.rows}

    @cached_property
    def sentences(self) -> list[Sentence]:
        """What is compared: the wording where it is known, else the paraphrase."""
        return [Sentence(text_of(row), subjects) for row, subjects in zip(self.rows, self.subjects, strict=True)]

    def numbers(self, ids: Sequence[str]) -> list[int]:
        """The running numbers of statements, those that the article has."""
        return [int(self.row_of[id].sentence) for id in ids if id in self.row_of]


def text_of(row: Any) -> str:
    """The wording of a statement, or its paraphrase."""
    return str(row.wording or row.gloss)


def account_of(package: Package, general: Codebook) -> Account:
    """An article made ready to be compared."""
    name = package.about.publisher.partition(",")[0].strip()
    return Account(package, tuple(general_subjects(package, general)), name if len(name) <= NAME else "")

"""What a speaker does by a statement: the acts, by id (`data/lexicons/en/acts.csv`)."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from pydantic import field_validator

from components.model.lexicons import read_table
from components.model.rows import Row, column

ALLOWED_ACTS = "acts of data/lexicons/en/acts.csv, separated by semicolons, or nothing"


class Act(Row):
    """An act: a row of `acts.csv`."""

    act: str = column("The id.", "small letters", pattern=r"^[a-z]+$")
    label: str = column("As a screen says it.", "any text", min_length=1)
    sign: Literal["1", "0", "-1"] = column("Whether it draws near (1), parts (-1), or neither.", "1, 0, -1")
    plover: str = column("The nearest event type of PLOVER.", "capitals, or nothing", pattern="^[A-Z]*$")
    meaning: str = column("What the speaker does.", "one sentence", min_length=1)


class ActVerb(Row):
    """A verb of saying with its act: a row of `act-verbs.csv`."""

    words: str = column(
        "The verb’s first form, and the words that belong to it.", "small letters", pattern=r"^[a-z]{2,}(?: [a-z]+)*$"
    )
    act: str = column("The act.", "an act of acts.csv")
    denied: str = column("The act of the verb with “not”.", "an act of acts.csv, or nothing")
    opens: Literal["", "yes"] = column("Whether what follows decides first: see act-words.toml.", "yes, or nothing")

    @field_validator("act", "denied")
    @classmethod
    def _is_known(cls, value: str) -> str:
        if value and value not in acts():
            raise ValueError
        return value


@cache
def acts() -> Mapping[str, Act]:
    """The acts by id, those that draw near first."""
    return {row.act: row for row in read_table(Act, "acts")}


@cache
def act_verbs() -> tuple[ActVerb, ...]:
    """The verbs of saying with their acts."""
    return read_table(ActVerb, "act-verbs")

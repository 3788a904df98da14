"""The files of an article on disk: a Frictionless Data Package, in a folder of its own or as one zip file.

datapackage.json   what the article is, its format number, and the schemas of the tables
statements.csv     one row per sentence: coding, measurements, gloss
evidence.csv       one row per stretch that decided something
actors.csv         who speaks
corrections.csv    of an article that a machine read: what a person corrected, replayed over the first answer
codebook.toml      the codebook that it was coded or read with, where that is not the general one
record.csv         the dated record behind its topics, where that is not the general one
machine.csv        beside a coding by hand: what the machine answers without it
article.txt        the text, where the user has it; never part of a shipped package
"""

from collections.abc import Mapping
from pathlib import Path

from components.article.corrections.log import Correction
from components.model.codebook import CODEBOOK_FILE, Actor, RecordEntry
from components.model.rows import Row
from components.model.statements import Evidence, MachineAnswer, Statement

ABOUT_FILE = "datapackage.json"
TEXT_FILE = "article.txt"
TABLES: dict[str, type[Row]] = {
    "statements": Statement,
    "evidence": Evidence,
    "actors": Actor,
    "machine": MachineAnswer,
    "corrections": Correction,
    "record": RecordEntry,
}
OPTIONAL = ("machine", "corrections", "record")
"""Tables that not every article has."""

FILES = (ABOUT_FILE, *(f"{name}.csv" for name in TABLES), CODEBOOK_FILE, TEXT_FILE)

OUR_KEYS = ("name", "title", "description", "profile", "sources", "readout", "resources")
"""The keys of `datapackage.json` that are written anew when an article is saved."""

Contents = Mapping[str, bytes]
"""The files of a package by name."""


def undescribed(column: str) -> dict[str, str]:
    """The schema's field for a column that nobody described."""
    return {"name": column, "type": "string"}


def contents_of(folder: Path) -> dict[str, bytes]:
    """The files of a package in a folder. Others that lie there are left alone."""
    return {name: (folder / name).read_bytes() for name in FILES if (folder / name).is_file()}

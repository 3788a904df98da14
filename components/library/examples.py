"""Texts of ours to try the reading with: invented countries, invented people, with their full wording."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from components.model.statements import GENRES, Genre

FOLDER = "examples"


class Example(NamedTuple):
    """An invented text, and what is known of it. `kind` and `says` stand on its card."""

    id: str
    kind: str
    title: str
    says: str
    publisher: str
    published: dt.date
    genre: Genre
    text: str


def load_examples(data: Path) -> tuple[Example, ...]:
    """The examples of a data folder, in the order of `examples.toml`; none where it has no such file."""
    table = data / FOLDER / "examples.toml"
    if not table.is_file():
        return ()
    listed = tomllib.loads(table.read_text(encoding="utf-8"))["example"]
    return tuple(_example(each, (data / FOLDER / f"{each['id']}.txt").read_text(encoding="utf-8")) for each in listed)


def _example(told: dict[str, Any], text: str) -> Example:
    genres: dict[str, Genre] = {genre: genre for genre in GENRES}
    published = dt.date.fromisoformat(told["published"])
    return Example(**{**told, "published": published, "genre": genres[told["genre"]], "text": text})

"""The recorder: measures a hand-coded article anew from its text, and writes its tables.

It finds nothing that the coder decided. It checks that the text falls into the same sections, paragraphs and sentences,
and writes ids, offsets, mentions, dates and tone; and beside them what the machine would have answered.
"""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from components.article.files import ABOUT_FILE, TABLES, TEXT_FILE, contents_of
from components.article.opening import carried, read_files
from components.article.package import About
from components.article.saving import as_json, resources
from components.article.upgrade import FORMAT, upgraded
from components.model.codebook import Actor, Codebook, own_codebook
from components.model.rows import Fault, FaultyFilesError, Placed, Row, write_rows
from components.model.statements import MachineAnswer, Statement
from components.reading.article import read_article
from components.reading.record import CodingFault, compare_places, missing_topic_names, record_article

RECORDED = ("statements", "evidence", "actors", "machine")
"""The tables of a hand-coded article."""
OWN = ("record",)
"""Tables that a person writes, where the article has them."""

CODED = ("statements", "actors")
"""Those that a person fills: what they hold in columns that are not known stays. The others are made anew."""

Alphas = Mapping[str, float | None]
"""How far two codings agree, by field; None where that is not defined."""


def record_package(
    folder: Path, codebook: Codebook, *, measure: Callable[[pd.DataFrame, pd.DataFrame, Codebook], Alphas]
) -> int:
    """Measure a hand-coded article anew from its `article.txt` and write its tables. Returns the number of statements.

    It is read with the codebook and the record that lie beside it, else with those that are given.

    Beside them it writes what the machine answers without the coding, and how far the two agree, by `measure`: it gets
    both as tables with a row per statement, the hand's first.
    Raises FaultyFilesError where files are faulty or the coding does not fit the text; nothing is written then.
    """
    contents = upgraded(contents_of(folder))
    codebook = own_codebook(contents, codebook)
    files = read_files(contents, codebook, recorded=False)
    if TEXT_FILE not in contents:
        files.faults.append(Fault(TEXT_FILE, f"is missing. Save the article's text as {TEXT_FILE} in {folder.name}"))
    if files.faults or files.about is None:
        raise FaultyFilesError(files.faults)
    text = contents[TEXT_FILE].decode("utf-8-sig")
    coded = [row for _, row in files.statements]
    if faults := compare_places(text, coded):
        raise FaultyFilesError(_placed_faults(faults, files.statements))
    actors = [row for _, row in files.actors]
    recorded = record_article(text, coded, actors=actors, codebook=codebook, published=files.about.published_day)
    if faults := missing_topic_names(recorded.statements, recorded.evidence):
        raise FaultyFilesError(_placed_faults(faults, files.statements))
    tables: dict[str, Sequence[Row]] = {
        "statements": recorded.statements,
        "evidence": recorded.evidence,
        "actors": actors,
        "machine": machine_answers(text, files.title, files.about, actors, codebook),
    }
    columns = {name: fields for name, fields in carried(contents).columns.items() if name in CODED}
    for name, rows in tables.items():
        more = [each["name"] for each in columns.get(name, ())]
        (folder / f"{name}.csv").write_bytes(write_rows(TABLES[name], rows, more))
    hand, machine = (_table(tables[name]) for name in ("statements", "machine"))
    spoken = Counter(topic for row in recorded.statements for topic in row.topics)
    _renew(folder / ABOUT_FILE, measure(hand, machine, codebook.led_by(spoken)), columns)
    return len(recorded.statements)


def machine_answers(
    text: str, title: str, about: About, actors: Sequence[Actor], codebook: Codebook
) -> list[MachineAnswer]:
    """What the machine answers for a text that was coded by hand, with the hand coding's actors where it means them."""
    read = read_article(
        text,
        published=about.published_day,
        genre=about.genre,
        title=title,
        codebook=codebook,
        publisher=about.publisher,
    )
    same = _same_actors(read.actors, actors)
    return [
        MachineAnswer(
            statement=row.statement,
            speakers=tuple(same.get(id, id) for id in row.speakers),
            via=same.get(row.via, row.via),
            form=row.form,
            level=row.level,
            how=row.how,
            topics=row.topics,
        )
        for row in read.rows.statements
    ]


def _same_actors(found: Sequence[Actor], coded: Sequence[Actor]) -> dict[str, str]:
    """From the ids that the machine gave to the coder's: the same id, or a name that the coder gives the actor."""
    names = {name.casefold(): actor.id for actor in coded for name in (actor.short, *actor.aliases, actor.name)}
    ids = {actor.id for actor in coded}
    return {
        actor.id: names[actor.name.casefold()]
        for actor in found
        if actor.id not in ids and actor.name.casefold() in names
    }


def _placed_faults(faults: Sequence[CodingFault], rows: Sequence[Placed[Statement]]) -> list[Fault]:
    return [Fault("statements.csv", fault.what, rows[fault.row].line, fault.column) for fault in faults]


def _table(rows: Sequence[Row]) -> pd.DataFrame:
    return pd.DataFrame([row.model_dump() for row in rows])


def _renew(path: Path, alphas: Alphas, columns: Mapping[str, Any]) -> None:
    """Renew format and what is measured in the descriptor, and its list of tables; what a person wrote there stays."""
    content = json.loads(path.read_text(encoding="utf-8-sig"))
    content["readout"] = {**content["readout"], "format": FORMAT, "agreement": alphas}
    own = [name for name in OWN if (path.parent / f"{name}.csv").is_file()]
    content["resources"] = resources([*RECORDED, *own], columns)
    path.write_bytes(as_json(content))

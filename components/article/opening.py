"""Opening an article: its files are read and checked, and all faults of all files are reported at once."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from components.article.checks import actor_faults, evidence_faults, machine_faults, statement_faults
from components.article.corrections.log import Coding, Correction
from components.article.corrections.replay import log_faults
from components.article.files import (
    ABOUT_FILE,
    OPTIONAL,
    OUR_KEYS,
    TABLES,
    TEXT_FILE,
    Contents,
    contents_of,
    undescribed,
)
from components.article.package import About, Carried, Draft
from components.article.upgrade import upgraded
from components.model.codebook import CODEBOOK_FILE, RECORD_FILE, Actor, Codebook, own_codebook
from components.model.rows import (
    Fault,
    FaultyFilesError,
    Placed,
    decode,
    doubled_ids,
    found,
    read_rows,
    unknown_columns,
)
from components.model.statements import Evidence, MachineAnswer, Statement


def open_folder(folder: Path, codebook: Codebook) -> Draft:
    """Read one article from its folder, with its text where `article.txt` lies beside it.

    Raises FaultyFilesError with every fault of every file: missing files and columns, cells outside their range,
    ids that are unknown or doubled, numbers out of order, offsets that do not fit, corrections that do not.
    """
    return open_article(folder.name, contents_of(folder), codebook)


def open_article(id: str, contents: Contents, codebook: Codebook) -> Draft:
    """Read the files of an article. One that brings its own codebook is read with that.

    What an earlier version wrote is brought to the newest format first; what is not known is carried along.

    Raises FaultyFilesError with every fault of every file, or where the format is a newer one.
    """
    contents = upgraded(contents)
    codebook = own_codebook(contents, codebook)
    files = read_files(contents, codebook)
    if files.faults or files.about is None:
        raise FaultyFilesError(files.faults)
    text, faults = decode(contents.get(TEXT_FILE, b""), TEXT_FILE)
    first = files.coding
    if _lost_its_record(contents):  # of the general record it has what its sentences name
        codebook = codebook.with_record_of({row.label for row in first.evidence if row.kind == "event"})
    faults += log_faults(first, files.corrections, codebook=codebook)
    if faults:
        raise FaultyFilesError(faults)
    return Draft(
        id=id,
        title=files.title or id,
        about=files.about,
        first=first,
        codebook=codebook,
        log=tuple(row for _, row in files.corrections),
        text=text.replace("\r\n", "\n").replace("\r", "\n"),
        machine=tuple(row for _, row in files.machine),
        carried=carried(contents),
    )


class Files(NamedTuple):
    """What was read from the files of a package, and all that is wrong with them."""

    title: str
    about: About | None
    statements: list[Placed[Statement]]
    evidence: list[Placed[Evidence]]
    actors: list[Placed[Actor]]
    machine: list[Placed[MachineAnswer]]
    corrections: list[Placed[Correction]]
    faults: list[Fault]

    @property
    def coding(self) -> Coding:
        """The rows without their lines."""
        return Coding(
            tuple(row for _, row in self.statements),
            tuple(row for _, row in self.evidence),
            tuple(row for _, row in self.actors),
        )


def read_files(contents: Contents, codebook: Codebook, *, recorded: bool = True) -> Files:
    """All files of a package with all their faults. `recorded=False`: what the recorder writes may still be empty."""
    title, about, faults = _read_about(contents.get(ABOUT_FILE))
    unwritten = None if recorded else {"statement": "a" * 12, "start": "0", "end": "0", "words": "0"}
    statements, more = _read_table("statements", contents, defaults=unwritten)
    faults += more
    actors, more = _read_table("actors", contents)
    faults += more
    evidence: list[Placed[Evidence]] = []
    machine: list[Placed[MachineAnswer]] = []
    corrections: list[Placed[Correction]] = []
    if recorded:
        evidence, more = _read_table("evidence", contents, may_be_empty=True)
        faults += more
        machine, more = _read_table("machine", contents, may_be_empty=True)
        faults += more
        corrections, more = _read_table("corrections", contents, may_be_empty=True)
        faults += more
        faults += doubled_ids("statements.csv", statements, "statement")
    faults += actor_faults(actors, codebook)
    if actors:
        names = {actor.id for _, actor in actors}
        faults += statement_faults(statements, names, codebook, len(about.sections) if about else None)
        if recorded:
            ids = {row.statement for _, row in statements}
            events = None if _lost_its_record(contents) else {entry.id for entry in codebook.record}
            faults += evidence_faults(evidence, ids, names, codebook, events)
            faults += machine_faults(machine, ids, codebook)
    return Files(title, about, statements, evidence, actors, machine, corrections, faults)


def _lost_its_record(contents: Contents) -> bool:
    """Whether it was read with a general record that it did not bring along, and that may have changed since."""
    return CODEBOOK_FILE in contents and RECORD_FILE not in contents


def _read_about(data: bytes | None) -> tuple[str, About | None, list[Fault]]:
    name = ABOUT_FILE
    if data is None:
        return "", None, [Fault(name, "is missing")]
    text, faults = decode(data, name)
    if faults:
        return "", None, faults
    try:
        content = json.loads(text)
        json.dumps(content, ensure_ascii=False, allow_nan=False).encode("utf-8")
        if not isinstance(content, dict):
            return "", None, [Fault(name, "holds no object { … }")]
        about = About.model_validate(_of_the_article(content.get("readout", {})))
    except json.JSONDecodeError as error:
        return "", None, [Fault(name, f"is no readable JSON: {error.msg}", error.lineno)]
    except ValidationError as error:
        return "", None, [_about_fault(name, each) for each in error.errors()]
    except RecursionError:
        return "", None, [Fault(name, "is no readable JSON: lists or objects are nested too deeply")]
    except ValueError:  # what Python reads and no file can hold
        return "", None, [Fault(name, "is no readable JSON: it holds half a character, or a number that is none")]
    title = content.get("title") or ""
    if not isinstance(title, str):
        return "", about, [Fault(name, f"title: {found(title, 'any text')}")]
    return title, about, []


def _of_the_article(said: Any) -> Any:
    """What is said of the article: its format and the digests of its files are said of the package."""
    return {key: said[key] for key in said if key not in ("format", "files")} if isinstance(said, dict) else said


def carried(contents: Contents) -> Carried:
    """What sound files of a package hold and this version does not know."""
    content = json.loads(decode(contents[ABOUT_FILE], ABOUT_FILE)[0])
    described = _described_fields(content.get("resources"))
    columns = {
        name: tuple(described.get((name, column)) or undescribed(column) for column in unknown)
        for name, model in TABLES.items()
        if (unknown := unknown_columns(model, contents.get(f"{name}.csv", b"")))
    }
    return Carried({key: value for key, value in content.items() if key not in OUR_KEYS}, columns)


def _described_fields(resources: Any) -> dict[tuple[str, str], dict[str, Any]]:
    """What the schemas of a package say of each column, by table and column. Schemas that are none say nothing."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for resource in resources if isinstance(resources, list) else ():
        schema = resource.get("schema") if isinstance(resource, dict) else None
        fields = schema.get("fields") if isinstance(schema, dict) else None
        for each in fields if isinstance(fields, list) else ():
            if isinstance(each, dict):
                found[str(resource.get("name")), str(each.get("name"))] = each
    return found


def _about_fault(file: str, error: Any) -> Fault:
    where = ".".join(str(part) for part in ("readout", *error["loc"]))
    message = error["msg"].removeprefix("Value error, ")
    return Fault(file, f"{where}: {message[:1].lower()}{message[1:]}")


def _read_table(name: str, contents: Contents, **how: Any) -> tuple[list[Placed[Any]], list[Fault]]:
    file = f"{name}.csv"
    if file in contents:
        return read_rows(TABLES[name], contents[file], file, ages=True, **how)
    return [], [] if name in OPTIONAL else [Fault(file, "is missing")]

"""Saving an article: the files from which opening gives it back."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from components.article.corrections.log import LOG_FILE
from components.article.files import ABOUT_FILE, TABLES, TEXT_FILE
from components.article.package import Draft
from components.article.upgrade import FORMAT
from components.model.codebook import CODEBOOK_FILE, write_codebook
from components.model.rows import Row, table_schema, write_rows

_MARK = "\ufeff"
"""The byte order mark, which is taken off a file where it stands first."""


def save_article(draft: Draft) -> dict[str, bytes]:
    """The files of an article that a machine read, its text among them; `open_article` gives the draft back.

    The text is the user's own copy, so it is no resource of the package and its licence is nobody's to say. The same
    draft gives the same bytes.
    """
    tables: dict[str, Iterable[Row]] = {
        "statements": draft.first.statements,
        "evidence": draft.first.evidence,
        "actors": draft.first.actors,
        "corrections": draft.log,
        **({"record": record} if (record := draft.codebook.fitting().record) else {}),
    }
    columns = draft.carried.columns
    about = {
        "name": draft.id,
        "title": draft.title,
        "description": f"Read by machine. {LOG_FILE} holds what a person corrected; replayed over the other tables it "
        "gives the coding that Readout shows.",
        "profile": "tabular-data-package",
        "sources": [{"title": draft.about.citation}],
        "readout": {"format": FORMAT, **draft.about.model_dump(mode="json")},
        "resources": resources(tables, columns),
        **draft.carried.keys,
    }
    return {
        ABOUT_FILE: as_json(about),
        **{
            f"{name}.csv": write_rows(TABLES[name], rows, [each["name"] for each in columns.get(name, ())])
            for name, rows in tables.items()
        },
        CODEBOOK_FILE: write_codebook(draft.codebook),
        TEXT_FILE: ((_MARK if draft.text.startswith(_MARK) else "") + draft.text).encode("utf-8"),
    }


def as_json(content: Mapping[str, Any]) -> bytes:
    """JSON as it stands in the packages: readable, UTF-8, with a line end at the end."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def resources(tables: Iterable[str], more: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[dict[str, Any]]:
    """The tables of a package as Frictionless resources, with their schemas and the keys between them.

    `more` are the fields of columns that are not known, by table.
    """
    keys = {"statements": "statement", "actors": "id", "machine": "statement", "record": "id"}  # others have none
    listed = []
    for name in tables:
        schema = table_schema(TABLES[name], primary_key=keys.get(name))
        schema["fields"] += more.get(name, ())
        if name in ("evidence", "machine"):
            schema["foreignKeys"] = [
                {"fields": ["statement"], "reference": {"resource": "statements", "fields": ["statement"]}}
            ]
        listed.append({
            "name": name, "path": f"{name}.csv", "profile": "tabular-data-resource", "format": "csv",
            "mediatype": "text/csv", "encoding": "utf-8", "schema": schema,
        })  # fmt: skip
    return listed

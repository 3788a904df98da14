"""The coding as annotations of the article's text: W3C Web Annotation Data Model, as JSON-LD.

Each statement is an annotation of a place that is given twice: by its words with those around them in its paragraph, and by its
offsets (code points, the end exclusive, as the model says). Without the text the offsets alone lead there.
"""

import json
from collections.abc import Iterator
from typing import Any

from components.model.kinds import FORM_LABELS
from components.model.safe import whole_text
from components.model.statements import each_row
from components.report.taken import MACHINE, PERSON, Taken

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters before and after a statement that tell it from another one with the same words."""


def to_annotations(taken: Taken) -> bytes:
    """One collection with one page: the statements shown, in their order."""
    items = list(_annotations(taken))
    id = f"urn:readout:{taken.id}"
    page = {"id": f"{id}:page", "type": "AnnotationPage", "partOf": id, "startIndex": 0, "items": items}
    collection = {
        "@context": CONTEXT,
        "id": id,
        "type": "AnnotationCollection",
        "label": " ".join(filter(None, (f"{taken.made.article}. {taken.made.shown}.", taken.made.notices))),
        "creator": {"type": "Software", "name": taken.made.versions},
        "created": _moment(taken),
        "total": len(items),
        "first": page,
    }
    return whole_text(json.dumps(collection, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _annotations(taken: Taken) -> Iterator[dict[str, Any]]:
    rows = {row.sentence: row for row in each_row(taken.statements)}
    for row in each_row(taken.statements):
        by_a_person = taken.by_hand or row.statement in taken.decided
        creator = {"type": "Person" if by_a_person else "Software", "name": PERSON if by_a_person else MACHINE}
        yield {
            "id": f"urn:readout:{taken.id}:{row.statement}",
            "type": "Annotation",
            "motivation": "tagging",
            "creator": creator,
            "created": _moment(taken),
            "body": list(_bodies(taken, row)),
            "target": {
                "source": taken.url or f"urn:readout:{taken.id}:text",
                "selector": list(_selectors(row, rows.get(row.sentence - 1), rows.get(row.sentence + 1))),
            },
        }


def _bodies(taken: Taken, row: Any) -> Iterator[dict[str, str]]:
    names, topics = taken.source.names, taken.codebook.topic_labels
    said = [
        *(("identifying", f"speaker: {names.get(id, id)}") for id in row.speakers),
        *([("identifying", f"via: {names.get(row.via, row.via)}")] if row.via else ()),
        *(("tagging", f"topic: {topics.get(id, id)}") for id in row.topics),
        ("tagging", f"form: {FORM_LABELS[row.form]}"),
        *([("tagging", f"when: {row.when}")] if row.when else ()),
        *([("assessing", f"level: {row.level}")] if row.level else ()),
        *([("describing", f"Paraphrase (ours): {row.gloss}")] if row.gloss else ()),
    ]
    for purpose, value in said:
        yield {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _selectors(row: Any, before: Any, after: Any) -> Iterator[dict[str, Any]]:
    """By words and by place. `before` and `after` are the statements beside it, None where they are not taken along."""
    if row.wording:
        prefix = f"{before.wording} "[-AROUND:] if _adjoins(before, row) else ""
        suffix = f" {after.wording}"[:AROUND] if _adjoins(row, after) else ""
        around = {name: value for name, value in (("prefix", prefix), ("suffix", suffix)) if value}
        yield {"type": "TextQuoteSelector", "exact": row.wording, **around}
    yield {"type": "TextPositionSelector", "start": int(row.start), "end": int(row.end)}


def _adjoins(one: Any, other: Any) -> bool:
    """Whether a space and nothing else stands between two statements: between paragraphs a heading or a label may stand."""
    if one is None or other is None or not (one.wording and other.wording):
        return False
    return bool((one.section, one.paragraph) == (other.section, other.paragraph) and other.start - one.end == 1)


def _moment(taken: Taken) -> str:
    return f"{taken.made.exported.isoformat()}T00:00:00Z"

"""The coding for programs of qualitative research: REFI-QDA project (.qdpx) and codebook (.qdc).

A project holds one text, in which each statement is a selection of one coder's with the codes that this coder gave it: the
topics, the speakers, who relays, the form and the level. Offsets are code points, the end exclusive, in a text that is UTF-8
without a byte order mark and with LF alone: with another mark or line end some programs shift every coding. A speaker's case has
the GUID of the speaker's code, so that programs which take cases from codes find its text.

The standard is "REFI-QDA Project" 1.5 of the Rotterdam Exchange Format Initiative (qdasoftware.org).
"""

import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from components.model.kinds import FORM_LABELS, FORM_MEANINGS, LEVEL_LABELS, LEVEL_MEANINGS
from components.model.refi import FORM, LEVEL, SPEAKERS, TOPICS, VIA, described, relaying
from components.model.safe import xml_text
from components.model.statements import each_row
from components.model.zips import to_zip
from components.report.taken import Taken

_PROJECT, _CODEBOOK = "urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0"
_SPACE = uuid.UUID("b7a4d1c0-52f5-5d0e-9c0b-6f5b1d5b6f1e")
"""Under which all GUIDs are made from ids: the same article has the same ones each time."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

WORDINGS = "The article’s sentences."
GLOSSES = (
    "Paraphrases (ours) of the article’s sentences: its text was not attached, so none of its own words stand here."
)
SOME = "The article’s sentences; where one was not found in the text that was attached, a paraphrase (ours)."


class Code(NamedTuple):
    """A code: its name, what it means, and those under it. `id` is its kind and its id in Readout, with a slash."""

    id: str
    name: str
    meaning: str = ""
    under: tuple["Code", ...] = ()


class Selection(NamedTuple):
    """A statement in the text of a project: its id, its number and its offsets."""

    statement: str
    sentence: int
    start: int
    end: int


def to_qdpx(taken: Taken) -> bytes:
    """A project with one text and, for each coder, selections of its own: the layout that all programs tell apart."""
    text, selections = source_text(taken)
    guid = _guid("source", taken.id)
    return to_zip({
        "project.qde": _written(_project(taken, guid, selections)),
        f"sources/{guid}.txt": text.encode("utf-8"),
    })  # fmt: skip


def to_qdc(taken: Taken) -> bytes:
    """The codebook alone: topics with their definitions and words, forms and levels."""
    root = ET.Element("CodeBook", {"xmlns": _CODEBOOK, "origin": "Readout"})
    _add_codes(ET.SubElement(root, "Codes"), _codebook(taken))
    return _written(root)


def source_text(taken: Taken) -> tuple[str, list[Selection]]:
    """The statements as one text in the article's order, and where each stands in it.

    Its first line is ours and says what it is made of; headings and paragraphs are the article's.
    """
    rows = list(each_row(taken.statements.sort_values("sentence", kind="stable")))
    text, selections, before = f"{what_stands_there(taken)}\n", list[Selection](), (-1, -1)
    for row in rows:
        place = (row.section, row.paragraph)
        if place[0] != before[0] and row.section:
            text += f"\n{_line(row.section_title)}\n"
        text += "\n" if place != before else " "
        words = xml_text(row.wording or row.gloss)
        selections.append(Selection(row.statement, int(row.sentence), len(text), len(text) + len(words)))
        text += words
        before = place
    return f"{text}\n", selections


def what_stands_there(taken: Taken) -> str:
    """In a sentence, whether a project's text is the article's or ours."""
    with_wording = (taken.statements["wording"] != "").sum()
    return GLOSSES if not with_wording else WORDINGS if with_wording == len(taken.statements) else SOME


# --- The codes ----------------------------------------------------------------------------------


def _codebook(taken: Taken) -> list[Code]:
    """What does not depend on who speaks in the article."""
    return [
        _category("topic", TOPICS, ((each.id, each.label, described(each)) for each in taken.codebook.topics)),
        _category("form", FORM, ((id, name, FORM_MEANINGS[id]) for id, name in FORM_LABELS.items())),
        _category("level", LEVEL, ((id, name, LEVEL_MEANINGS[id]) for id, name in LEVEL_LABELS.items() if id)),
    ]


def _codes(taken: Taken) -> list[Code]:
    heard_through = {row.via for coding in taken.codings.values() for row in each_row(coding)}
    return [
        *_codebook(taken),
        _category("speaker", SPEAKERS, ((each.id, each.name, each.role) for each in taken.actors)),
        _category(
            "via", VIA, ((each.id, relaying(each.name), "") for each in taken.actors if each.id in heard_through)
        ),
    ]


def _category(kind: str, name: str, codes: Iterable[tuple[str, str, str]]) -> Code:
    under = tuple(Code(f"{kind}/{id}", _line(label) or id, meaning) for id, label, meaning in codes)
    return Code(f"category/{kind}", name, under=under)


def _given(row: Any) -> Iterator[str]:
    """The codes that a coder gave a statement."""
    yield from (f"topic/{id}" for id in row.topics)
    yield from (f"speaker/{id}" for id in row.speakers)
    if row.via:
        yield f"via/{row.via}"
    yield f"form/{row.form}"
    if row.level:
        yield f"level/{row.level}"


# --- The project --------------------------------------------------------------------------------


def _project(taken: Taken, source: str, selections: Iterable[Selection]) -> ET.Element:
    made = taken.made
    coders = {name: _guid("user", name) for name in taken.codings}
    codes = _codes(taken)
    known = {each.id for category in codes for each in category.under}
    attributes = {"name": _line(made.article), "origin": "Readout", "creationDateTime": _moment(taken)}
    root = ET.Element("Project", {"xmlns": _PROJECT, **attributes})
    users = ET.SubElement(root, "Users")
    for name, guid in coders.items():
        ET.SubElement(users, "User", {"guid": guid, "name": name})
    _add_codes(ET.SubElement(ET.SubElement(root, "CodeBook"), "Codes"), codes)
    published = "Date" if _DAY.fullmatch(taken.source.published) else "Text"
    variables = {"Published": published, "Publisher": "Text", "Side": "Text", "Role": "Text"}
    listed = ET.SubElement(root, "Variables")
    for name, kind in variables.items():
        ET.SubElement(listed, "Variable", {"guid": _guid("variable", name), "name": name, "typeOfVariable": kind})
    if taken.actors:
        _add_cases(ET.SubElement(root, "Cases"), taken, source)
    text = ET.SubElement(
        ET.SubElement(root, "Sources"),
        "TextSource",
        {"guid": source, "name": _line(made.article), "plainTextPath": f"internal://{source}.txt"},
    )
    ET.SubElement(text, "Description").text = xml_text(f"{what_stands_there(taken)} {made.source}")
    _add_selections(text, taken, coders, list(selections), known)
    values = {"Published": taken.source.published, "Publisher": taken.source.publisher}
    _add_values(text, {name: (variables[name], value) for name, value in values.items()})
    ET.SubElement(root, "Description").text = xml_text(
        " ".join(filter(None, (f"{made.shown}.", made.source, made.notices, made.versions)))
    )
    return root


def _add_codes(place: ET.Element, codes: Iterable[Code], *, codable: bool = False) -> None:
    for each in codes:
        attributes = {"guid": _guid(each.id), "name": each.name, "isCodable": "true" if codable else "false"}
        entry = ET.SubElement(place, "Code", attributes)
        if each.meaning:
            ET.SubElement(entry, "Description").text = xml_text(each.meaning)
        _add_codes(entry, each.under, codable=True)


def _add_cases(place: ET.Element, taken: Taken, source: str) -> None:
    for actor in taken.actors:
        guid = _guid(f"speaker/{actor.id}")
        case = ET.SubElement(place, "Case", {"guid": guid, "name": _line(actor.name) or actor.id})
        ET.SubElement(case, "CodeRef", {"targetGUID": guid})
        _add_values(case, {"Side": ("Text", taken.codebook.side_label(actor.side)), "Role": ("Text", actor.role)})
        ET.SubElement(case, "SourceRef", {"targetGUID": source})


def _add_values(place: ET.Element, values: Mapping[str, tuple[str, str]]) -> None:
    """`values` are a type and a value by the name of the variable; what is empty is left out."""
    for name, (kind, value) in values.items():
        if value:
            entry = ET.SubElement(place, "VariableValue")
            ET.SubElement(entry, "VariableRef", {"targetGUID": _guid("variable", name)})
            ET.SubElement(entry, f"{kind}Value").text = xml_text(value)


def _add_selections(
    text: ET.Element, taken: Taken, coders: Mapping[str, str], selections: Iterable[Selection], known: set[str]
) -> None:
    """Coder by coder: a coding on a selection of somebody else's would be taken for theirs."""
    moment = _moment(taken)
    for coder, guid in coders.items():
        coded = {row.statement: row for row in each_row(taken.codings[coder])}
        for each in selections:
            if each.statement not in coded:
                continue
            own = _guid("selection", taken.id, coder, each.statement)
            by = {"creatingUser": guid, "creationDateTime": moment}
            places = {"startPosition": str(each.start), "endPosition": str(each.end)}
            entry = ET.SubElement(
                text, "PlainTextSelection", {"guid": own, "name": f"Sentence {each.sentence}", **places, **by}
            )
            for code in _given(coded[each.statement]):
                if code in known:
                    coding = ET.SubElement(entry, "Coding", {"guid": _guid(own, code), **by})
                    ET.SubElement(coding, "CodeRef", {"targetGUID": _guid(code)})


def _moment(taken: Taken) -> str:
    return f"{taken.made.exported.isoformat()}T00:00:00Z"


def _guid(*parts: str) -> str:
    return str(uuid.uuid5(_SPACE, xml_text("\n".join(parts))))


def _line(text: str) -> str:
    """The text on one line: the names of codes and texts stand in attributes."""
    return " ".join(xml_text(text).split())


def _written(root: ET.Element) -> bytes:
    ET.indent(root)
    out: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return out + b"\n"

"""Codebooks and projects of programs of qualitative research (REFI-QDA), as QualCoder, MAXQDA, ATLAS.ti or NVivo export them.

A codebook (`.qdc`) is one file of XML, a project (`.qdpx`) an archive of such a file and of texts.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from components.model.ids import all_different
from components.model.limits import (
    DEEPEST_CODE,
    MOST_CHARACTERS,
    MOST_CODE_CHARACTERS,
    MOST_CODED_TEXTS,
    MOST_CODERS,
    MOST_CODES,
    MOST_CODINGS,
    MOST_NAME_CHARACTERS,
)
from components.model.read_codes import ReadCode, ReadCoding, ReadProject, ReadText
from components.reading.formats.common import UnreadableFileError, tidy
from components.reading.formats.office import Parts, Program, open_archive
from components.reading.formats.safe_xml import parse_xml

_ADVICE = "Export it again in the program that made it."
_DAMAGED = f"The file is no readable XML: it is damaged, or no REFI-QDA codebook. {_ADVICE}"
_ABBREVIATES = f"The file defines abbreviations of its own (a DOCTYPE), as no codebook does. {_ADVICE}"
_PROJECT = "The file is a REFI-QDA project; allowed here is a codebook (.qdc). Export the codebook alone."
_NO_CODES = f"The file is a REFI-QDA codebook without a code that can be given; at least one is needed. {_ADVICE}"
_NO_TEXTS = f"The project has no text with codings in it; pictures, sounds, films and PDFs are not read. {_ADVICE}"
_PROJECT_OF = Program("REFI-QDA", ".qdpx", _ADVICE, "Take out pictures, sounds and films, and export it again.")
_QDE = "project.qde"
_ZIP = b"PK\x03\x04"


def read_codes(data: bytes) -> list[ReadCode]:
    """The codes of a REFI-QDA codebook in the file's order, those under another after it.

    Raises UnreadableFileError with a sentence that says what was found, where, what is allowed and what to do.
    """
    if data.startswith(_ZIP):
        raise UnreadableFileError(_PROJECT)
    root = parse_xml(data, damaged=_DAMAGED, abbreviates=_ABBREVIATES)
    name = _local_name(root)
    if name == "Project":
        raise UnreadableFileError(_PROJECT)
    if name != "CodeBook":
        raise UnreadableFileError(f"The file is XML of another kind: its first element is no CodeBook. {_ADVICE}")
    codes = _codes_in(root)
    if not any(each.codable for each in codes):
        raise UnreadableFileError(_NO_CODES)
    return codes


def read_project(data: bytes) -> ReadProject:
    """The codes of a REFI-QDA project, and who gave which of them to which characters of its plain texts.

    The coder of a coding is who made it, else who made its selection. Raises UnreadableFileError as `read_codes` does.
    """
    if not data.startswith(_ZIP):
        raise UnreadableFileError(f"The file is no REFI-QDA project (.qdpx). {_ADVICE}")
    archive = open_archive(data, _PROJECT_OF)
    parts = Parts(archive, _PROJECT_OF)
    if _QDE not in parts.names():
        raise UnreadableFileError(f"The file holds no {_QDE}: it is an archive, but no REFI-QDA project. {_ADVICE}")
    root = parts.parsed(_QDE)
    if _local_name(root) != "Project":
        raise UnreadableFileError(f"The first element of {_QDE} is no Project. {_ADVICE}")
    users = _users(root)
    codes = _all(root, "Code")
    places = {each.get("guid"): place for place, each in enumerate(codes)}
    texts = []
    for number, source in enumerate(_all(root, "TextSource"), 1):
        text = _text_of(source, number, parts)
        codings = tuple(_codings(source, number, users, places)) if text else ()
        texts += [ReadText(text, codings)] if codings else []
    _refuse_much(texts)
    return ReadProject(tuple(_codes_in(root)), tuple(texts))


def _users(root: Any) -> dict[str, str]:
    users = _all(root, "User")
    if len(users) > MOST_CODERS:
        raise UnreadableFileError(f"The project has {len(users):,} users; {MOST_CODERS} are allowed. {_ADVICE}")
    names = [tidy(each.get("name") or "", one_line=True) for each in users]
    for number, name in enumerate(names, 1):
        if len(name) > MOST_NAME_CHARACTERS:
            raise UnreadableFileError(
                f"The name of user {number} has {len(name):,} characters; {MOST_NAME_CHARACTERS} are allowed. {_ADVICE}"
            )
    return {each.get("guid"): name for each, name in zip(users, all_different(names), strict=True)}


def _text_of(source: Any, number: int, parts: Parts) -> str:
    """The characters of a text, which lie in the archive or beside its codings; nothing where they lie elsewhere."""
    inside = "".join(each.text or "" for each in source if _local_name(each) == "PlainTextContent")
    scheme, _, name = (source.get("plainTextPath") or "").partition("internal://")
    path = next((each for each in parts.names() if each.casefold() == f"sources/{name}".casefold()), "")
    if inside or scheme or not path:
        return inside
    try:
        return parts.unpacked(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFileError(f"Text {number} of the project is not in UTF-8, as it has to be. {_ADVICE}") from None


def _codings(source: Any, number: int, users: Mapping[str, str], places: Mapping[str, int]) -> Iterator[ReadCoding]:
    for selection in _all(source, "PlainTextSelection"):
        try:
            start, end = (int(selection.get(name, "")) for name in ("startPosition", "endPosition"))
        except ValueError:
            raise UnreadableFileError(
                f"A selection in text {number} of the project has no start or no end; both are whole numbers. {_ADVICE}"
            ) from None
        for coding in _all(selection, "Coding"):
            by = coding.get("creatingUser") or selection.get("creatingUser")
            for code in _all(coding, "CodeRef"):
                if code.get("targetGUID") in places:
                    yield ReadCoding(users.get(by, ""), places[code.get("targetGUID")], start, end)


def _refuse_much(texts: Sequence[ReadText]) -> None:
    if not texts:
        raise UnreadableFileError(_NO_TEXTS)
    if len(texts) > MOST_CODED_TEXTS:
        raise UnreadableFileError(
            f"The project has {len(texts):,} coded texts; {MOST_CODED_TEXTS} are allowed. Export one article alone."
        )
    if (codings := sum(len(each.codings) for each in texts)) > MOST_CODINGS:
        raise UnreadableFileError(f"The project has {codings:,} codings; {MOST_CODINGS:,} are allowed.")
    if (characters := sum(len(each.text) for each in texts)) > MOST_CHARACTERS:
        raise UnreadableFileError(
            f"The coded texts of the project have {characters:,} characters; {MOST_CHARACTERS:,} are allowed. "
            "Export one article alone."
        )


def _all(element: Any, name: str) -> list[Any]:
    """The elements of a name under another, in the file's order."""
    return [each for each in element.iter() if _local_name(each) == name]


def _codes_in(codebook: Any) -> list[ReadCode]:
    elements = _all(codebook, "Code")
    if len(elements) > MOST_CODES:
        raise UnreadableFileError(f"The codebook has {len(elements):,} codes; {MOST_CODES:,} are allowed. {_ADVICE}")
    names = {each: _name(each, number) for number, each in enumerate(elements, 1)}
    return [_code(each, names) for each in elements]


def _code(element: Any, names: Mapping[Any, str]) -> ReadCode:
    above = [names[each] for each in element.iterancestors() if each in names]
    if len(above) > DEEPEST_CODE:
        raise UnreadableFileError(
            f"A code lies under {len(above)} others; {DEEPEST_CODE} are allowed. Let it lie less deep, and export it again."
        )
    description = "\n".join(each.text or "" for each in element if _local_name(each) == "Description")
    return ReadCode(names[element], tidy(description), tuple(reversed(above)), element.get("isCodable") != "false")


def _local_name(element: Any) -> str:
    """The name of an element without its namespace, which programs write differently."""
    return str(element.tag).rpartition("}")[2]


def _name(element: Any, number: int) -> str:
    name = tidy(element.get("name") or "", one_line=True)
    if not name:
        raise UnreadableFileError(f"Code {number} in the file has no name; each needs one. {_ADVICE}")
    if len(name) > MOST_CODE_CHARACTERS:
        raise UnreadableFileError(
            f"The name of code {number} in the file has {len(name):,} characters; {MOST_CODE_CHARACTERS} are allowed. "
            "Shorten it, and export it again."
        )
    return name

"""Codebooks of programs of qualitative research (REFI-QDA, `.qdc`), as QualCoder, MAXQDA, ATLAS.ti or NVivo export them."""

from collections.abc import Mapping
from typing import Any

from components.model.limits import DEEPEST_CODE, MOST_CODE_CHARACTERS, MOST_CODES
from components.model.refi import ReadCode
from components.reading.formats.common import UnreadableFileError, tidy
from components.reading.formats.safe_xml import parse_xml

_ADVICE = "Export the codebook again (.qdc) in the program that made it."
_DAMAGED = f"The file is no readable XML: it is damaged, or no REFI-QDA codebook. {_ADVICE}"
_ABBREVIATES = f"The file defines abbreviations of its own (a DOCTYPE), as no codebook does. {_ADVICE}"
_PROJECT = f"The file is a REFI-QDA project; allowed here is a codebook (.qdc). {_ADVICE}"
_NO_CODES = f"The file is a REFI-QDA codebook without a code that can be given; at least one is needed. {_ADVICE}"
_ZIP = b"PK\x03\x04"


def read_codes(data: bytes) -> list[ReadCode]:
    """The codes of a REFI-QDA codebook in the file's order, those under another after it.

    Raises UnreadableFileError with a sentence that says what was found, where, what is allowed and what to do.
    """
    if data.startswith(_ZIP):
        raise UnreadableFileError(_PROJECT)
    root = parse_xml(data, damaged=_DAMAGED, abbreviates=_ABBREVIATES)
    name = local_name(root)
    if name == "Project":
        raise UnreadableFileError(_PROJECT)
    if name != "CodeBook":
        raise UnreadableFileError(f"The file is XML of another kind: its first element is no CodeBook. {_ADVICE}")
    codes = codes_in(root)
    if not any(each.codable for each in codes):
        raise UnreadableFileError(_NO_CODES)
    return codes


def codes_in(codebook: Any) -> list[ReadCode]:
    """The codes under an element `CodeBook`, as `read_codes` gives them."""
    elements = [each for each in codebook.iter() if local_name(each) == "Code"]
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
    description = "\n".join(each.text or "" for each in element if local_name(each) == "Description")
    return ReadCode(names[element], tidy(description), tuple(reversed(above)), element.get("isCodable") != "false")


def local_name(element: Any) -> str:
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

"""A package as one zip file: written the same every time, opened without trusting it."""

from itertools import pairwise
from pathlib import Path

from components.article.files import FILES, TEXT_FILE, contents_of
from components.article.opening import open_article
from components.article.package import Draft
from components.article.saving import save_article
from components.article.seal import refuse_broken_seal, sealed
from components.model.codebook import Codebook
from components.model.rows import Fault, FaultyFilesError
from components.model.statements import are_ids_of
from components.model.zips import to_zip
from components.reading.apart import unpack_apart
from components.reading.formats.common import UnreadableFileError
from components.reading.formats.zipped import unpack_package

DAMAGED = "The file is damaged. Save the article again, or choose another file."


def shipped(folder: Path) -> bytes:
    """An article of a data folder as such a file, without the text, which is its publisher's."""
    return to_zip(sealed({name: data for name, data in contents_of(folder).items() if name != TEXT_FILE}))


def saved(draft: Draft) -> bytes:
    """An article as one zip file, which lists all its files with their digests."""
    return to_zip(sealed(save_article(draft)))


def from_zip(data: bytes, file: str = "The file") -> dict[str, bytes]:
    """The files of a package in a zip file that this machine keeps, by name; `file` is what a fault calls it.

    Only files that belong to a package are unpacked, in memory. Raises FaultyFilesError where the file is no zip file,
    holds no package, is encrypted or broken, unpacks to too much, or where a file inside is not as it was saved.
    """
    try:
        contents = unpack_package(data, FILES)
    except UnreadableFileError as error:
        what = str(error).removeprefix("The file ").removesuffix(".")
        raise FaultyFilesError([Fault(file, what)]) from None
    refuse_broken_seal(contents)
    return contents


def open_strangers_zip(id: str, data: bytes, codebook: Codebook) -> Draft:
    """The article in a zip file that anybody may have made: unpacked in a process of its own, and read here.

    Raises UnreadableFileError where it cannot be unpacked, FaultyFilesError where what is inside is no sound article.
    """
    contents = unpack_apart(data, FILES)
    refuse_broken_seal(contents)
    try:
        draft = open_article(id, contents, codebook)
        _refuse_other_text(draft)
        _ = draft.package  # made here, where what cannot be made is told
    except FaultyFilesError:
        raise
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError):
        raise UnreadableFileError(DAMAGED) from None
    return draft


def _refuse_other_text(draft: Draft) -> None:
    """Raise where the sentences do not stand in the text where they should: to look for them all could take hours."""
    if not draft.text:
        return
    places = [(row.start, row.end) for row in draft.first.statements]
    apart = all(before[1] <= after[0] for before, after in pairwise(places))
    ids = [row.statement for row in draft.first.statements]
    if apart and are_ids_of(ids, [draft.text[start:end] for start, end in places]):
        return
    what = "is not the text that the article was read from: its sentences do not stand where statements.csv says"
    raise FaultyFilesError([Fault(TEXT_FILE, f"{what}. Save the article again, or take {TEXT_FILE} out of the file")])

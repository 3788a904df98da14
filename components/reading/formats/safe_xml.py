"""XML of strangers: no entity is resolved, nothing is fetched, no abbreviation of a file's own is followed."""

from typing import Any

from components.reading.formats.common import UnreadableFileError, ran_out_of_memory

_DOCTYPE = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


def parse_xml(data: bytes, *, damaged: str, abbreviates: str) -> Any:
    """The root of a file, without comments and processing instructions.

    Raises UnreadableFileError with `damaged` where it is no XML, with `abbreviates` where it defines entities; MemoryError.
    """
    from lxml import etree

    if any(mark in data for mark in _DOCTYPE):
        raise UnreadableFileError(abbreviates)
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        if ran_out_of_memory(error):
            raise MemoryError from None
        raise UnreadableFileError(damaged) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableFileError(abbreviates)
    return root

"""The files that a reader can take along: one record of each. The download menu and the pack are made from them.

A new export is a function that writes it, and an entry here.
"""

from collections.abc import Callable
from typing import NamedTuple

from components.model.safe import file_name
from components.report.annotations import to_annotations
from components.report.networks import to_relays, to_speakers_and_topics
from components.report.pack import pack
from components.report.parquet import to_parquet
from components.report.references import to_bibtex, to_csl, to_ris
from components.report.refi import to_qdc, to_qdpx
from components.report.second_coder import CODING_FILE
from components.report.tables import to_csv, to_jsonl
from components.report.taken import Taken
from components.report.workbook import to_xlsx

TABLES = "Tables"
REFERENCES = "References: the article and each statement"
CODING = "The coding, for programs of research"
NETWORKS = "Networks, for Gephi, visone or networkx"
ALL = "Everything"
GROUPS = (TABLES, REFERENCES, CODING, NETWORKS, ALL)
"""The groups of the menu, in their order."""

PACK = "pack"
SECOND_CODING = f"a second person’s coding of the whole article; {CODING_FILE} opens again on “Code it yourself”"


class Export(NamedTuple):
    """A kind of file with the statements that are shown.

    `make` makes its bytes; the same statements and day give the same bytes. `purpose` says in a few words what it is for.
    """

    label: str
    suffix: str
    mime: str
    make: Callable[[Taken], bytes]
    purpose: str = ""
    group: str = TABLES


EXPORTS: dict[str, Export] = {
    "xlsx": Export(
        "XLSX",
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        lambda taken: to_xlsx(taken.rows, taken.made, taken.sheets),
        "to sort, filter and print, with evidence and codebook",
    ),
    "csv": Export("CSV", ".csv", "text/csv", lambda taken: to_csv(taken.rows), "for any spreadsheet"),
    "jsonl": Export(
        "JSON Lines",
        ".jsonl",
        "application/jsonl",
        lambda taken: to_jsonl(taken.rows),
        "for programs, one object a line",
    ),
    "parquet": Export(
        "Parquet",
        ".parquet",
        "application/vnd.apache.parquet",
        lambda taken: to_parquet(taken.rows, taken.made),
        "for pandas, R and DuckDB, with types",
    ),
    "ris": Export(
        "RIS", ".ris", "application/x-research-info-systems", to_ris, "for Zotero, EndNote, Citavi", REFERENCES
    ),
    "bibtex": Export("BibTeX", ".bib", "application/x-bibtex", to_bibtex, "for LaTeX", REFERENCES),
    "csl": Export(
        "CSL-JSON", ".csl.json", "application/vnd.citationstyles.csl+json", to_csl, "for pandoc and Zotero", REFERENCES
    ),
    "qdpx": Export(
        "REFI project",
        ".qdpx",
        "application/zip",
        to_qdpx,
        "statements and codes for QualCoder, MAXQDA, ATLAS.ti, NVivo",
        CODING,
    ),
    "qdc": Export("REFI codebook", ".qdc", "application/xml", to_qdc, "its codes alone", CODING),
    "annotations": Export(
        "annotations",
        ".jsonld",
        "application/ld+json",
        to_annotations,
        "W3C Web Annotation, with quote and place",
        CODING,
    ),
    "topics": Export(
        "who on what",
        ".topics.graphml",
        "application/graphml+xml",
        to_speakers_and_topics,
        "speakers and topics",
        NETWORKS,
    ),
    "relays": Export(
        "who via whom",
        ".relays.graphml",
        "application/graphml+xml",
        to_relays,
        "speakers and those who relay them",
        NETWORKS,
    ),
}
"""The exports by their id, in the order of their buttons."""


def to_pack(taken: Taken) -> bytes:
    """All other exports in one zip file, and the second coding, where there is one."""
    parts = {f"{file_name(taken.id)}{each.suffix}": each for id, each in EXPORTS.items() if id != PACK}
    files = {name: each.make(taken) for name, each in parts.items()}
    purposes = {name: f"{each.label}, {each.purpose}" for name, each in parts.items()}
    second = taken.second_files()
    return pack(taken, {**files, **second}, {**purposes, **dict.fromkeys(second, SECOND_CODING)})


EXPORTS[PACK] = Export(
    "all of these", ".pack.zip", "application/zip", to_pack, "in one file, with a manifest to check it by", ALL
)

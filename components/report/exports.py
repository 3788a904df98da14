"""The files that a reader can take along: one record of each. The buttons under the quote table are made from them.

A new export is a function that writes it, and an entry here.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from components.report.tables import Provenance, to_csv, to_xlsx


class Export(NamedTuple):
    """A kind of file with the statements that are shown.

    `make` makes its bytes of the rows (`export_rows`) and of where they come from; the same rows give the same bytes.
    """

    label: str
    suffix: str
    mime: str
    make: Callable[[Sequence[Mapping[str, Any]], Provenance], bytes]


EXPORTS: dict[str, Export] = {
    "csv": Export("CSV", ".csv", "text/csv", to_csv),
    "xlsx": Export("XLSX", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_xlsx),
}
"""The exports by their id, in the order of their buttons."""

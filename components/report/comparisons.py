"""Two articles side by side as files: a row for each statement under each subject, with its source and the caveat."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from components.analysis.comparison.accounts import Account
from components.analysis.comparison.compared import Compared
from components.model.comparison import CAVEAT, Point, Status
from components.model.fields import said_names
from components.report.tables import Provenance, csv_of
from components.report.workbook import Sheet, book_of

STATUS_WORDS: dict[Status, str] = {
    "both": "in both",
    "only_a": "not in the second text",
    "only_b": "not in the first text",
}

COMPARISON_COLUMNS: dict[str, str] = {
    "subject": "What it is about",
    "subject_status": "Which of the two texts speaks of the subject at all",
    "point": "Running number of the point: statements with one number report the same",
    "status": "Whether both texts report the point",
    "against": "By what the two may stand against each other, a candidate to look at; empty where nothing was found",
    "decided": "yes where a reader decided it; empty where a machine proposes it",
    "marked": "yes where a reader marked the subject; empty otherwise",
    "text": "first or second",
    "article": "Title of the article",
    "sentence": "Running number of the sentence in its article",
    "speakers": "Those whose position it reports",
    "verb": "The words of saying",
    "section": "Number of the section; 0 is the lead",
    "paraphrase": "Our own paraphrase, not the article's wording",
    "wording": "The article's sentence, where its text is attached",
    "statement": "Id of the statement",
    "source": "How to cite the article",
    "notices": "What to know of how the article's text was read; empty where there is nothing",
    "caveat": "What a comparison of two texts cannot say",
    "exported": "Day of the export",
    "versions": "Versions of Readout and of the scorers",
}
"""Columns of the export and what they mean."""


def comparison_rows(compared: Compared, provenance: Provenance) -> list[dict[str, Any]]:
    """A row for each statement of each point, subject by subject, those that one text has alone first."""
    rows: list[dict[str, Any]] = []
    number = 0
    for subject in compared.subjects:
        for point in subject.points:
            number += 1
            head = {
                "subject": subject.label,
                "subject_status": STATUS_WORDS[subject.status],
                "point": number,
                "status": STATUS_WORDS[point.status],
                "against": point.against,
                "decided": point.decided,
                "marked": "yes" if subject.marked else "",
            }
            rows += [{**head, **cells, **_ends(provenance)} for cells in _statements(compared, point)]
    return rows


def _statements(compared: Compared, point: Point) -> list[dict[str, Any]]:
    sides = ((compared.a, "first", point.a), (compared.b, "second", point.b))
    return [_cells(account, text, id) for account, text, ids in sides for id in ids]


def _cells(account: Account, text: str, id: str) -> dict[str, Any]:
    row, package = account.row_of[id], account.package
    return {
        "text": text,
        "article": package.title,
        "sentence": int(row.sentence),
        "speakers": said_names(row.speakers, package.actor_names),
        "verb": row.verb,
        "section": int(row.section),
        "paraphrase": row.gloss,
        "wording": row.wording,
        "statement": id,
        "source": package.about.citation,
        "notices": " ".join(package.about.notices),
    }


def _ends(provenance: Provenance) -> dict[str, str]:
    return {"caveat": CAVEAT, "exported": provenance.exported.isoformat(), "versions": provenance.versions}


def _to_csv(rows: Sequence[Mapping[str, Any]], provenance: Provenance) -> bytes:  # noqa: ARG001 — stands in each row
    return csv_of(COMPARISON_COLUMNS, (row.values() for row in rows))


def _to_xlsx(rows: Sequence[Mapping[str, Any]], provenance: Provenance) -> bytes:
    widths = {name: _WIDTHS.get(name, 14) for name in COMPARISON_COLUMNS}
    sheet = Sheet("Comparison", widths, (list(row.values()) for row in rows), _PRINTED)
    return book_of((sheet,), provenance, COMPARISON_COLUMNS)


_PRINTED = list(COMPARISON_COLUMNS).index("wording") + 1
"""On paper stands all but where the rows come from, which stands on the sheet About."""

_WIDTHS = {
    "subject": 24,
    "against": 24,
    "article": 30,
    "paraphrase": 50,
    "wording": 70,
    "source": 40,
    "caveat": 40,
    "versions": 40,
}


class ComparisonExport(NamedTuple):
    """A kind of file with a comparison. `make` gets its rows (`comparison_rows`); the same rows give the same bytes."""

    label: str
    suffix: str
    mime: str
    make: Callable[[Sequence[Mapping[str, Any]], Provenance], bytes]


COMPARISON_EXPORTS: dict[str, ComparisonExport] = {
    "csv": ComparisonExport("CSV", ".csv", "text/csv", _to_csv),
    "xlsx": ComparisonExport(
        "XLSX", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _to_xlsx
    ),
}
"""The exports by their id, in the order of their buttons."""

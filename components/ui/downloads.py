"""What the reader takes along: the statements shown, as CSV and XLSX, and citations."""

import datetime as dt
from collections.abc import Callable
from importlib.metadata import version

import streamlit as st

import components
from components.article.package import Package
from components.model.safe import file_name
from components.model.scores import SCORERS
from components.report.citations import Source
from components.report.tables import Provenance, export_rows, to_csv, to_xlsx
from components.ui.filter_panel import Shown

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def source_of(package: Package) -> Source:
    """What a citation needs of an article."""
    about = package.about
    ours = about.coded_by == "hand"
    return Source(about.citation, about.publisher, about.published, about.sections, package.actor_names, ours)


def provenance_of(shown: Shown, today: dt.date) -> Provenance:
    """Where an export comes from."""
    scorers = ", ".join(f"{each.label} {version(each.package)}" for each in SCORERS.values() if each.package)
    made = f"Readout {components.__version__}, {scorers}"
    return Provenance(shown.package.title, shown.package.about.citation, shown.sentence, today, made)


def show_downloads(shown: Shown) -> None:
    """Two buttons. The files are made when one is pressed, not before."""
    name = file_name(f"{shown.package.id} {len(shown.statements)} statements")
    csv_file, xlsx_file = _makers(shown)
    with st.container(key="downloads", horizontal=True, gap="small"):
        st.download_button("Download CSV", csv_file, f"{name}.csv", "text/csv", on_click="ignore", key="download_csv")
        st.download_button("Download XLSX", xlsx_file, f"{name}.xlsx", XLSX, on_click="ignore", key="download_xlsx")


def _makers(shown: Shown) -> tuple[Callable[[], bytes], Callable[[], bytes]]:
    def rows() -> tuple[list[dict[str, object]], Provenance]:
        provenance = provenance_of(shown, dt.datetime.now(dt.UTC).date())
        return export_rows(shown.in_order, shown.package.actor_names, shown.codebook, provenance), provenance

    return lambda: to_csv(rows()[0]), lambda: to_xlsx(*rows())

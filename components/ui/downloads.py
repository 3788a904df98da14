"""What the reader takes along: the statements shown, as files, and citations."""

import datetime as dt
from collections.abc import Callable
from importlib.metadata import version

import streamlit as st

import components
from components.article.package import Package
from components.model.safe import file_name
from components.model.scores import SCORERS
from components.report.citations import Source
from components.report.exports import EXPORTS, Export
from components.report.tables import Provenance, export_rows
from components.ui.filter_panel import Shown


def source_of(package: Package) -> Source:
    """What a citation needs of an article."""
    about = package.about
    ours = about.coded_by == "hand"
    return Source(
        about.citation, about.publisher, about.published, about.sections, package.actor_names, ours, about.notices
    )


def provenance_of(shown: Shown, today: dt.date) -> Provenance:
    """Where an export comes from."""
    scorers = ", ".join(f"{each.label} {version(each.package)}" for each in SCORERS.values() if each.package)
    made = f"Readout {components.__version__}, {scorers}"
    about = shown.package.about
    return Provenance(shown.package.title, about.citation, shown.sentence, today, made, " ".join(about.notices))


def show_downloads(shown: Shown) -> None:
    """A button for each of `EXPORTS`. The files are made when one is pressed, not before."""
    name = file_name(f"{shown.package.id} {len(shown.statements)} statements")
    with st.container(key="downloads", horizontal=True, gap="small"):
        for id in EXPORTS:
            st.download_button(
                f"Download {EXPORTS[id].label}",
                _maker(shown, EXPORTS[id]),
                f"{name}{EXPORTS[id].suffix}",
                EXPORTS[id].mime,
                on_click="ignore",
                key=f"download_{id}",
            )


def _maker(shown: Shown, export: Export) -> Callable[[], bytes]:
    def make() -> bytes:
        made = provenance_of(shown, dt.datetime.now(dt.UTC).date())
        return export.make(export_rows(shown.statements, shown.package.actor_names, shown.codebook, made), made)

    return make

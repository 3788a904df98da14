"""The comparison as files: as a sheet, as a small data package, and opened again."""

import datetime as dt
from collections.abc import Callable

import streamlit as st

from components.analysis.comparison.compared import Compared, heading
from components.article.comparisons import COMPARISON_FILES, fitting, open_comparison, save_comparison
from components.model.limits import MOST_BYTES
from components.model.numbers import counted
from components.model.rows import FaultyFilesError
from components.model.safe import file_name
from components.model.zips import to_zip
from components.reading.apart import unpack_apart
from components.reading.files import UnreadableFileError
from components.report.comparisons import COMPARISON_EXPORTS, ComparisonExport, comparison_rows
from components.ui import brief_document, cached, filter_panel, frame
from components.ui.comparing.texts import take
from components.ui.desk import desk, value_of
from components.ui.downloads import provenance_of
from components.ui.filter_panel import Shown
from components.ui.uploads import GONE, bytes_of


def show_files(shown: Shown, compared: Compared) -> None:
    """Download it as a sheet, or as a package that this page opens again."""
    name = file_name(f"{compared.a.package.id} beside {compared.b.package.id}")
    with st.container(key="compare_files", horizontal=True, gap="small"):
        for id, export in COMPARISON_EXPORTS.items():
            st.download_button(
                f"Download {export.label}",
                _maker(shown, compared, export),
                f"{name}{export.suffix}",
                export.mime,
                on_click="ignore",
                key=f"compare_{id}",
            )
        brief_document.offer_comparison(compared, name)
        st.download_button(
            "Save the comparison",
            lambda: to_zip(save_comparison(compared.a.package, compared.b.package, compared.points)),
            f"{name}.zip",
            "application/zip",
            on_click="ignore",
            key="compare_zip",
            help="A data package with your decisions, linked to the two articles, which are not inside. Open it here again.",
        )


def _maker(shown: Shown, compared: Compared, export: ComparisonExport) -> Callable[[], bytes]:
    def make() -> bytes:
        one = provenance_of(shown, dt.datetime.now(dt.UTC).date())
        both = one._replace(
            article=f"{compared.a.package.title} beside {compared.b.package.title}",
            source=f"{compared.a.package.about.citation}; {compared.b.package.about.citation}",
            shown=heading(compared),
        )
        return export.make(comparison_rows(compared, both), both)

    return make


def ask_for_file() -> None:
    """Open a comparison that was saved: its two articles must be among those that can be chosen."""
    for_file = f"comparison_file_{desk().comparing.files}"
    with st.expander("Open a saved comparison"):
        st.file_uploader(
            "A comparison (.zip)",
            key=for_file,
            max_upload_size=MOST_BYTES // 1_000_000,
            on_change=lambda: _open(for_file),
        )
    if said := desk().said.pop("comparison", ""):
        frame.notice(said)
        if faults := desk().faults.pop("comparison", ()):
            frame.faults(faults)


def _open(key: str) -> None:
    """A callback. What cannot be opened is told, and nothing is changed."""
    given = value_of(key)
    if given is None:
        return
    desk().comparing.files += 1
    data = bytes_of(given)
    if data is None:
        desk().say("comparison", GONE)
        return
    try:
        saved = open_comparison(unpack_apart(data, COMPARISON_FILES))
        missing = [title for id, title in (saved.a, saved.b) if id not in cached.titles()]
        if missing:
            named = " and ".join(f"“{title}”" for title in missing)
            desk().say("comparison", f"The comparison is of {named}, which is not among your articles. Open it first.")
            return
        first, second = cached.package(saved.a[0]), cached.package(saved.b[0])
    except UnreadableFileError as error:
        desk().say("comparison", f"This is no comparison that can be opened. {error}")
        return
    except FaultyFilesError as error:
        desk().say("comparison", "The comparison cannot be opened:", error.faults)
        return
    points, gone = fitting(saved.points, first, second)
    pair = (first.id, second.id)
    filter_panel.show_article(first.id)
    take(second.id)
    desk().comparing.opened[pair] = tuple(points)
    desk().comparing.decisions.pop(pair, None)
    told = f" {counted(gone, 'statement')} of it no longer stand in the articles, and are left out." if gone else ""
    desk().say("comparison", f"The comparison is open.{told}")

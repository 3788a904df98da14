"""What the reader takes along: the statements shown, as files, and citations."""

import datetime as dt
from collections.abc import Callable

import streamlit as st

from components.article.archive import saved, shipped
from components.article.corrections import log
from components.article.package import first_answers
from components.article.seal import digest
from components.article.upgrade import FORMAT
from components.model.safe import file_name, html_text
from components.report.citations import source_of
from components.report.exports import EXPORTS, GROUPS, Export
from components.report.tables import Provenance, made_with
from components.report.taken import Taken
from components.ui import brief_document, cached, links
from components.ui.filter_panel import Shown
from components.ui.second_coding import files_to_hand_on, table_of

NO_LINKS = (
    "The files have no links, because this copy runs on your machine alone: say which statement you mean by its number and the "
    "sentence above the page, or share the app."
)
NO_LINKS_OF_OWN = (
    "The files have no links, because the article is yours and nothing of it stands in an address: to share it, send what "
    "“Download package” gives."
)


def provenance_of(shown: Shown, today: dt.date) -> Provenance:
    """Where an export comes from."""
    made = made_with()
    about = shown.package.about
    told = " ".join(about.notices)
    return Provenance(
        shown.package.title, about.citation, shown.sentence, today, made, told, links.shared_by_all(shown)
    )


def taken_of(shown: Shown, today: dt.date) -> Taken:
    """What an export is made of."""
    package, rows = shown.package, shown.in_order
    draft = cached.own().get(package.id) if shown.own else None
    evidence = package.evidence[package.evidence["statement"].isin(rows["statement"])]
    return Taken(
        id=package.id,
        statements=rows,
        evidence=evidence,
        actors=package.actors,
        codebook=shown.codebook,
        source=source_of(package),
        made=provenance_of(shown, today),
        url=package.about.url,
        language=package.about.language,
        by_hand=package.about.coded_by == "hand",
        machine=first_answers(draft) if draft else package.machine,
        decided=log.decided(draft.log) if draft else (),
        fingerprint=digest("\n".join(package.statements["statement"]).encode()),
        format=FORMAT,
        second=table_of(shown),
        second_files=lambda: files_to_hand_on(shown),
    )


def show_downloads(shown: Shown) -> None:
    """A button for each of `EXPORTS`, group by group, with what it is for. The files are made when one is pressed."""
    name = file_name(f"{shown.package.id} {len(shown.statements)} statements")
    with st.container(key="downloads", gap="xxsmall"):
        st.html('<p class="rd-group">A document of what is shown</p>')
        brief_document.offer_shown(shown)
        for group in GROUPS:
            st.html(f'<p class="rd-group">{html_text(group)}</p>')
            for id, each in EXPORTS.items():
                if each.group == group:
                    _show(shown, id, name)
        _show_package(shown)
        if not links.shared_by_all(shown):
            st.html(f'<p class="rd-kind">{html_text(NO_LINKS_OF_OWN if shown.own else NO_LINKS)}</p>')


def _show(shown: Shown, id: str, name: str) -> None:
    each = EXPORTS[id]
    _download(id, f"Download {EXPORTS[id].label}", _maker(shown, each), f"{name}{each.suffix}", each.mime, each.purpose)


def _show_package(shown: Shown) -> None:
    """The whole article as a data package: whatever is filtered."""
    id = shown.package.id
    st.html('<p class="rd-group">The whole article</p>')
    what = "with its text and corrections" if shown.own else "without its text"
    _download(
        "package",
        "Download package",
        lambda: saved(cached.own()[id]) if shown.own else shipped(cached.DATA / id),
        f"{file_name(id)}.zip",
        "application/zip",
        f"a data package, {what}: opens here again",
    )


def _download(id: str, label: str, make: Callable[[], bytes], name: str, mime: str, purpose: str) -> None:
    """A button for a file, with what it is for."""
    st.download_button(label, make, name, mime, on_click="ignore", key=f"download_{id}", type="tertiary", width=176)
    st.html(f'<p class="rd-kind">{html_text(purpose)}</p>')


def _maker(shown: Shown, export: Export) -> Callable[[], bytes]:
    return lambda: export.make(taken_of(shown, dt.datetime.now(dt.UTC).date()))

"""From a statement to its place in the article.

A shipped article has an address for each statement. Nothing of an article of the reader's own may stand in an address,
so there a button does the same within the session.
"""

from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from components.ui import filter_panel, hosting, pages
from components.ui.filter_panel import Shown


def forget(shown: Shown) -> None:
    """The statement has been shown; the next page begins at its top."""
    if shown.own:
        filter_panel.look_at("")


def to_statement(shown: Shown, statement: str, *, label: str, key: str, shortcut: str | None = None) -> None:
    """A link to the article page with the statement in view; with a `shortcut`, a button. `label` is text of ours."""
    there = {} if shown.own else {**shown.parameters, "statement": [statement]}
    if there and not shortcut:
        st.page_link(pages.path("article"), label=label, query_params=there)
    elif st.button(label, key=f"link_{key}", type="tertiary", shortcut=shortcut):
        filter_panel.look_at(statement)
        st.switch_page(pages.path("article"), query_params=there)


def link_of(shown: Shown, statement: str) -> str:
    """The address of a statement, to be taken along; nothing of an article of the reader's own."""
    if shown.own:
        return ""
    return address_of("article", {"article": shown.package.id, "statement": statement}, seen_at=st.context.url)


def shared_by_all(shown: Shown) -> str:
    """The address to which a statement's id is put to lead others there; nothing where they could not follow it.

    That is an article of the reader's own, and any article where the reader's browser sees this very machine.
    """
    seen_at = st.context.url
    if shown.own or hosting.is_of_this_machine(seen_at):
        return ""
    return address_of("article", {"article": shown.package.id, "statement": ""}, seen_at=seen_at)


def address_of(page: str, parameters: Mapping[str, str], *, seen_at: str | None) -> str:
    """A link to another page of the same copy of the app, to be taken along.

    `seen_at` is the address of the page that the reader sees; what stands in it before the page (a server may run under a
    path) stands in the link too. Where it is not known, the link is one to this machine.
    """
    parts = urlsplit(seen_at or "http://localhost:8501/")
    before, _, here = parts.path.rstrip("/").rpartition("/")
    base = before if here in pages.PAGES else parts.path.rstrip("/")
    return urlunsplit((parts.scheme, parts.netloc, f"{base}/{page}", urlencode(parameters), ""))

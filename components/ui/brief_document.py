"""The document on the pages: how its quotes are grouped, and a button for each kind of file. Made when one is pressed."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal

import streamlit as st

from components.analysis.comparison.compared import Compared
from components.analysis.view import View
from components.article.package import Package
from components.model.brief import Brief
from components.model.limits import MOST_QUOTES
from components.model.safe import file_name, html_text
from components.report.brief.briefing import GROUPINGS, Briefing, Grouping, Part, of_brief, of_what_is_shown, part_of
from components.report.brief.kinds import BRIEFINGS, NO_PDF, briefings
from components.report.brief.side_by_side import of_comparison
from components.ui import cached
from components.ui.choices import choose_one
from components.ui.filter_panel import Shown

TOO_MANY = f"More than {MOST_QUOTES:,} statements are no document: take them along as a table, or filter for less."


def choose_grouping(key: str) -> Grouping:
    """How the quotes are grouped."""
    return choose_one("Quotes", GROUPINGS, key=key, first="own", says_title=True) or "own"


def offer_brief(now: Brief, here: Mapping[str, Package], by: Grouping) -> None:
    """The document of the brief."""
    _offer(lambda: of_brief(now, _parts(now, here), by=by, day=_today()), file_name(now.title or "brief"), key="brief")


def offer_shown(shown: Shown) -> None:
    """The document of what a page shows; of more than anybody reads, why there is none."""
    if len(shown.statements) > MOST_QUOTES:
        st.html(f'<p class="rd-kind">{html_text(TOO_MANY)}</p>')
        return
    part = part_of(shown.package, shown.codebook, shown.in_order, shown.view)
    name = file_name(f"{shown.package.id} briefing")
    by: Grouping = "topic" if shown.view.order == "article" else "own"
    _offer(lambda: of_what_is_shown(part, shown.sentence, by=by, day=_today()), name, key="shown")


def offer_comparison(compared: Compared, name: str) -> None:
    """The document of a comparison, where it is one that somebody reads."""
    both = [part_of(each, cached.codebook(each.id), each.statements, View(each.id)) for each in _packages(compared)]
    if sum(part.total for part in both) <= MOST_QUOTES:
        for id in briefings():
            _button(
                lambda: of_comparison(compared, both[0], both[1], day=_today()),
                id,
                name,
                key="compared",
                look="secondary",
                width="content",
            )


def _packages(compared: Compared) -> tuple[Package, Package]:
    return compared.a.package, compared.b.package


def _offer(compose: Callable[[], Briefing], name: str, *, key: str) -> None:
    """Each kind of file with what it is for, side by side in a menu; how to come by a PDF where none can be made here."""
    kinds = briefings()
    for id, kind in kinds.items():
        _button(compose, id, name, key=key, look="tertiary", width=176)
        st.html(f'<p class="rd-kind">{html_text(kind.purpose)}</p>')
    if "pdf" not in kinds:
        st.html(f'<p class="rd-kind">{html_text(NO_PDF)}</p>')


def _button(
    compose: Callable[[], Briefing],
    id: str,
    name: str,
    *,
    key: str,
    look: Literal["secondary", "tertiary"],
    width: Literal["content"] | int,
) -> None:
    st.download_button(
        f"Briefing, {BRIEFINGS[id].label}",
        _maker(compose, BRIEFINGS[id].make),
        f"{name}{BRIEFINGS[id].suffix}",
        BRIEFINGS[id].mime,
        on_click="ignore",
        key=f"briefing_{key}_{id}",
        type=look,
        width=width,
    )


def _maker(compose: Callable[[], Briefing], make: Callable[[Briefing], bytes]) -> Callable[[], bytes]:
    return lambda: make(compose())


def _parts(now: Brief, here: Mapping[str, Package]) -> list[Part]:
    """The chosen statements of each article that is here, in the article's order."""
    made = []
    for id, package in here.items():
        chosen = {key.statement for key in now.keys if key.article == id}
        statements = package.statements[package.statements["statement"].isin(chosen)]
        made.append(part_of(package, cached.codebook(id), statements, View(id)))
    titles = cached.titles()
    return [replace(part, title=titles.get(part.id, part.title)) for part in made if len(part.facts.statements)]


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()

"""The pages, in the order of the navigation."""

from typing import Literal, NamedTuple

import streamlit as st
from streamlit.navigation.page import Page

FOLDER = "components/pages"


BRING, MANY, ABOUT = "Bring a text", "Many", "About"
"""The menus of the navigation, in their order; before them stand the pages that show one article."""


class PageEntry(NamedTuple):
    """A page: its title, in the navigation too, what it is for, and the menu that it stands in; in none it stands openly."""

    title: str
    purpose: str
    menu: str = ""
    hidden: bool = False
    """Whether it stands in no navigation: another thing of the frame leads to it."""
    draws: tuple[str, ...] = ()
    """What of `early.DRAWN_BY` is on it whatever is shown, so that a browser loads early what draws it."""


PAGES: dict[str, PageEntry] = {
    "overview": PageEntry("Overview", "Who speaks, on what, in which tone: the article at a glance.", draws=("chart",)),
    "sentiment": PageEntry(
        "Sentiment", "The tone of each section, statement by statement, by two scorers.", draws=("chart",)
    ),
    "timeline": PageEntry(
        "Timeline", "When each topic comes up, along the article and along the calendar.", draws=("chart",)
    ),
    "quotes": PageEntry("Quotes", "Every statement in a table: filter, sort, cite, download."),
    "article": PageEntry("Article", "The article in order, with speakers, topics and tone words."),
    "brief": PageEntry("Brief", "What you chose to take along: order it, and make a document of it.", hidden=True),
    "read": PageEntry("Read an article", "Bring an article: paste or open it, and see it on all pages.", BRING),
    "review": PageEntry("Review", "Look through what a machine guessed, and correct it.", BRING),
    "compare": PageEntry("Compare", "Two texts side by side: what both report, what stands in one alone.", MANY),
    "second": PageEntry(
        "Code it yourself", "Code the statements as a second person, and see how far the two agree.", BRING
    ),
    "codebook": PageEntry("Codebook", "The topics that articles are read with: see them, add one.", ABOUT),
    "method": PageEntry("Method", "How the figures are made, and what they cannot say.", ABOUT),
    "attach": PageEntry("Attach the text", "Give the article's text to see its wording.", BRING),
}
"""The pages by the name of their file in `pages`, in the order of the navigation. A new page is its file and an entry here."""


def listed() -> dict[str, list[Page]]:
    """The pages for `st.navigation`, menu by menu; the first page is the default. A menu without a page is not shown."""
    menus: dict[str, list[Page]] = {menu: [] for menu in ("", BRING, MANY, ABOUT)}
    for i, name in enumerate(PAGES):
        entry = PAGES[name]
        seen: Literal["visible", "hidden"] = "hidden" if entry.hidden else "visible"
        page = st.Page(path(name), title=PAGES[name].title, help=PAGES[name].purpose, default=i == 0, visibility=seen)
        menus[entry.menu].append(page)
    return {menu: pages for menu, pages in menus.items() if pages}


def of_one_article() -> list[str]:
    """The pages that stand openly in the navigation."""
    return [name for name, each in PAGES.items() if not each.menu and not each.hidden]


def name_of(url_path: str) -> str:
    """The name of a page by its path in an address; the first page has none."""
    return url_path or next(iter(PAGES))


def place_in_header(name: str) -> int:
    """Which entry of the header, counted from 1, is the menu that a page stands in; 0 where it stands openly."""
    menus = list(dict.fromkeys(each.menu for each in PAGES.values()))
    at = [menu for menu in (BRING, MANY, ABOUT) if menu in menus]
    menu = PAGES[name].menu
    return len(of_one_article()) + at.index(menu) + 1 if menu else 0


def path(name: str) -> str:
    """The file of a page, as `st.page_link` and `st.switch_page` want it."""
    return f"{FOLDER}/{name}.py"

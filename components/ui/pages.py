"""The pages, in the order of the navigation."""

from typing import NamedTuple

import streamlit as st
from streamlit.navigation.page import Page

FOLDER = "components/pages"


class PageEntry(NamedTuple):
    """A page: its title, in the navigation too, and what it is for."""

    title: str
    purpose: str


PAGES: dict[str, PageEntry] = {
    "overview": PageEntry("Overview", "Who speaks, on what, in which tone: the article at a glance."),
    "sentiment": PageEntry("Sentiment", "The tone of each section, statement by statement, by two scorers."),
    "timeline": PageEntry("Timeline", "When each topic comes up, along the article and along the calendar."),
    "quotes": PageEntry("Quotes", "Every statement in a table: filter, sort, cite, download."),
    "article": PageEntry("Article", "The article in order, with speakers, topics and tone words."),
    "read": PageEntry("Read an article", "Bring an article: paste or open it, and see it on all pages."),
    "review": PageEntry("Review", "Look through what a machine guessed, and correct it."),
    "codebook": PageEntry("Codebook", "The topics that articles are read with: see them, add one."),
    "method": PageEntry("Method", "How the figures are made, and what they cannot say."),
    "attach": PageEntry("Attach the text", "Give the article's text to see its wording."),
}
"""The pages by the name of their file in `pages`, in the order of the navigation. A new page is its file and an entry here."""


def listed() -> list[Page]:
    """The pages for `st.navigation`; the first is the default."""
    return [
        st.Page(f"{FOLDER}/{name}.py", title=PAGES[name].title, help=PAGES[name].purpose, default=i == 0)
        for i, name in enumerate(PAGES)
    ]


def path(name: str) -> str:
    """The file of a page, as `st.page_link` and `st.switch_page` want it."""
    return f"{FOLDER}/{name}.py"

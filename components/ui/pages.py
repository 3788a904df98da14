"""The pages, in the order of the navigation."""

import streamlit as st
from streamlit.navigation.page import Page

FOLDER = "components/pages"

PAGES: dict[str, tuple[str, str]] = {
    "overview": ("Overview", "Who speaks, on what, in which tone: the article at a glance."),
    "sentiment": ("Sentiment", "The tone of each section, statement by statement, by two scorers."),
    "timeline": ("Timeline", "When each topic comes up, along the article and along the calendar."),
    "quotes": ("Quotes", "Every statement in a table: filter, sort, cite, download."),
    "article": ("Article", "The article in order, with speakers, topics and tone words."),
    "read": ("Read an article", "Bring an article: paste or open it, and see it on all pages."),
    "review": ("Review", "Look through what a machine guessed, and correct it."),
    "codebook": ("Codebook", "The topics that articles are read with: see them, add one."),
    "method": ("Method", "How the figures are made, and what they cannot say."),
    "attach": ("Attach the text", "Give the article's text to see its wording."),
}
"""File name to title and to what the page is for."""


def listed() -> list[Page]:
    """The pages for `st.navigation`; the first is the default."""
    return [
        st.Page(f"{FOLDER}/{name}.py", title=title, help=purpose, default=i == 0)
        for i, (name, (title, purpose)) in enumerate(PAGES.items())
    ]


def path(name: str) -> str:
    """The file of a page, as `st.page_link` and `st.switch_page` want it."""
    return f"{FOLDER}/{name}.py"

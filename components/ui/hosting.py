"""Where the app runs, and what that means for a text that is given to it."""

import ipaddress
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import streamlit as st

from components.model.hosts import LOOPBACK

Host = Literal["cloud", "server", "here"]
"""Streamlit Community Cloud, a server that others can reach, or the machine before the reader."""

CLOUD = ".streamlit.app"

SENTENCES: dict[Host, str] = {
    "cloud": (
        "This copy runs on Streamlit Community Cloud: a text that you give it leaves your machine for that host’s servers, "
        "and the host counts its use. Do not give here what must not leave your desk."
    ),
    "server": (
        "This copy runs on a server that other machines can reach: a text that you give it goes there. Do not give here "
        "what must not leave your desk."
    ),
    "here": "This copy runs on your own machine: a text that you give it stays there, and nothing is sent anywhere.",
}


def host_of(listens_on: str | None, address: str | None, place: Path, variables: Mapping[str, str]) -> Host:
    """Where an app runs.

    `listens_on` is the server's address, nothing where it listens to everybody; `address` is what stands in the
    reader's browser, nothing where that is not known; `place` is where the code lies; `variables` are the environment's.
    Community Cloud promises no sign of itself: the names of its addresses, the place that it puts a repository and the
    name of its machines are each taken for one. What is missed is a server still.
    """
    seen_at = (urlsplit(address).hostname or "") if address else ""
    if seen_at.endswith(CLOUD) or place.is_relative_to("/mount/src") or variables.get("HOSTNAME") == "streamlit":
        return "cloud"
    reached_by_loopback = seen_at in {"", *LOOPBACK}
    return "here" if listens_on in LOOPBACK and reached_by_loopback else "server"


def is_of_this_machine(address: str | None) -> bool:
    """Whether an address leads whoever follows it to their own machine; so does one that is not known."""
    name = (urlsplit(address).hostname or "") if address else ""
    if name in {"", *LOOPBACK} or name.endswith(".localhost"):
        return True
    try:
        number = ipaddress.ip_address(name)
    except ValueError:
        return False
    return number.is_loopback or number.is_unspecified


def where_the_text_goes() -> str:
    """One sentence, to be shown before a text is given: where the text goes from here."""
    host = host_of(st.get_option("server.address"), st.context.url, Path(__file__), os.environ)
    return SENTENCES[host]

"""Where the app runs, told from faked settings: nothing of this machine is asked."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.ui.hosting import SENTENCES, Host, host_of, is_of_this_machine

DESK, CLOUD = Path("/opt/ana/readout/components/ui"), Path("/mount/src/readout/components/ui")

CASES: list[tuple[str | None, str | None, Path, dict[str, str], Host]] = [
    # listens on, address in the browser, place of the code, environment, where it runs
    ("127.0.0.1", "http://127.0.0.1:8501/", DESK, {}, "here"),
    ("localhost", "http://localhost:8501/read", DESK, {}, "here"),
    ("::1", "http://[::1]:8501/", DESK, {}, "here"),
    ("127.0.0.1", None, DESK, {}, "here"),
    (None, "http://localhost:8501/", DESK, {}, "server"),  # others reach it too
    ("::", "http://localhost:8501/", DESK, {}, "server"),
    ("192.168.1.5", "http://192.168.1.5:8501/", DESK, {}, "server"),
    ("127.0.0.1", "https://readout.example/", DESK, {}, "server"),  # through a proxy
    (None, "https://talks.streamlit.app/", DESK, {}, "cloud"),
    (None, None, CLOUD, {}, "cloud"),
    (None, None, DESK, {"HOSTNAME": "streamlit"}, "cloud"),
    (None, "https://streamlit.app.example/", DESK, {}, "server"),  # a look-alike
    ("127.0.0.1", "http://localhost:8501/", Path("/mount/source"), {"HOSTNAME": "streamlit-desk"}, "here"),
]


@pytest.mark.parametrize(("listens_on", "address", "place", "variables", "host"), CASES)
def test_where_it_runs(listens_on: str | None, address: str | None, place: Path, variables: dict[str, str], host: Host) -> None:  # fmt: skip
    assert host_of(listens_on, address, place, variables) == host


def test_each_place_has_one_sentence_or_two_and_only_one_s_own_machine_promises_to_send_nothing() -> None:
    assert {host for host, sentence in SENTENCES.items() if "nothing is sent anywhere" in sentence} == {"here"}
    assert "Streamlit Community Cloud" in SENTENCES["cloud"]
    assert "counts its use" in SENTENCES["cloud"]
    assert all("must not leave your desk" in SENTENCES[host] for host in ("cloud", "server"))


def _page() -> None:
    import streamlit as st

    from components.ui.hosting import where_the_text_goes

    st.text(where_the_text_goes())


@pytest.mark.parametrize(("listens_on", "host"), [("127.0.0.1", "here"), (None, "server")])
def test_a_page_asks_the_running_server(monkeypatch: pytest.MonkeyPatch, listens_on: str | None, host: Host) -> None:
    monkeypatch.setattr("streamlit.get_option", lambda name: {"server.address": listens_on}[name])

    assert AppTest.from_function(_page).run().text[0].value == SENTENCES[host]


@pytest.mark.parametrize(
    ("address", "own"),
    [
        (None, True), ("http://localhost:8501/", True), ("http://127.0.0.2:8501/", True), ("http://[::1]:8501/", True),
        ("http://0.0.0.0:8501/", True), ("http://a.localhost/", True), ("https://readout.example/", False),
        ("http://192.168.1.5:8501/", False), ("https://localhost.example/", False),
    ],
)  # fmt: skip
def test_an_address_of_this_machine_is_none_to_send(address: str | None, own: bool) -> None:  # noqa: FBT001
    assert is_of_this_machine(address) is own

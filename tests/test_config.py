"""Each setting of the server that a promise hangs on, as the platform understands our file, with what it prevents."""

import tomllib
from typing import Any

import pytest
from streamlit import config

from components.model import limits
from tests.conftest import ROOT

FILE = ROOT / ".streamlit" / "config.toml"
SET: dict[str, Any] = tomllib.loads(FILE.read_text(encoding="utf-8"))


def in_our_file(section: str, name: str) -> Any:
    """A value of the file, of a setting that the installed platform knows: a wrong name would be passed over."""
    assert f"{section}.{name}" in config._config_options_template
    return SET[section][name]


def by_default(name: str) -> Any:
    """What holds where our file says nothing."""
    section, _, key = name.partition(".")
    assert key not in SET.get(section, {})
    return config._config_options_template[name].default_val


# --- Nothing is sent ----------------------------------------------------------------------------


def test_no_statistics_are_sent() -> None:
    assert in_our_file("browser", "gatherUsageStats") is False


def test_the_start_looks_up_no_outside_address() -> None:
    assert in_our_file("browser", "serverAddress") == "localhost"


def test_an_error_has_no_links_that_carry_it_to_a_search_engine() -> None:
    assert in_our_file("client", "showErrorLinks") is False


@pytest.mark.parametrize("name", ["font", "headingFont", "codeFont"])
def test_no_font_is_fetched(name: str) -> None:
    """The three names are of fonts that the platform brings; a font of elsewhere would be an address."""
    assert in_our_file("theme", name) in ("sans-serif", "serif", "monospace")


def test_no_setting_names_an_address_outside() -> None:
    assert "://" not in FILE.read_text(encoding="utf-8")


def test_no_tiles_are_fetched_with_a_key_of_ours() -> None:
    assert "mapbox" not in SET


# --- A reader's words stay out of messages ------------------------------------------------------


def test_an_exception_is_not_shown_on_the_page() -> None:
    assert in_our_file("client", "showErrorDetails") == "none"


def test_no_library_prints_an_exception_past_the_log() -> None:
    assert in_our_file("logger", "enableRich") is False


def test_a_bare_expression_is_not_printed_on_a_page() -> None:
    assert in_our_file("runner", "magicEnabled") is False


def test_the_table_offers_no_file_with_live_formulas() -> None:
    assert in_our_file("client", "disableDataExport") is True


def test_readers_have_no_developer_menu() -> None:
    assert in_our_file("client", "toolbarMode") == "viewer"


# --- Limits -------------------------------------------------------------------------------------


def test_an_upload_may_be_as_large_as_a_file_that_is_read_and_no_larger() -> None:
    assert in_our_file("server", "maxUploadSize") * 1_000_000 == limits.MOST_BYTES


def test_the_longest_text_that_is_read_can_be_pasted() -> None:
    """A character takes four bytes at the most. Past the limit the platform closes the connection without a word."""
    assert limits.MOST_CHARACTERS * 4 < in_our_file("server", "maxWidgetStateSize") * 1_000_000 <= 5_000_000


def test_a_message_to_the_browser_is_limited() -> None:
    assert in_our_file("server", "maxMessageSize") == 50


def test_what_is_remembered_for_all_readers_is_limited() -> None:
    assert in_our_file("server", "maxCacheDataSize") == "100mb"


def test_no_search_for_garbage_follows_each_click() -> None:
    """With fifty sessions it took five times as long as the page. Python's own goes on."""
    assert in_our_file("runner", "postScriptGC") is False


# --- What is handed out and to whom -------------------------------------------------------------


def test_no_folder_is_handed_out() -> None:
    assert in_our_file("server", "enableStaticServing") is False


def test_the_first_start_asks_for_no_address() -> None:
    assert in_our_file("server", "showEmailPrompt") is False


def test_pages_of_other_sites_are_kept_out() -> None:
    assert by_default("server.enableCORS") is True
    assert by_default("server.enableXsrfProtection") is True
    assert by_default("server.corsAllowedOrigins") == []


def test_no_program_is_served_in_place_of_a_reader() -> None:
    assert by_default("server.enableAgentApi") is False


def test_the_file_does_not_say_where_to_listen() -> None:
    """On Community Cloud the app would be out of reach. The README's command says it for one's own machine."""
    assert by_default("server.address") is None
    assert by_default("server.allowedHosts") == []
    assert "streamlit run app.py --server.address=127.0.0.1" in (ROOT / "README.md").read_text(encoding="utf-8")

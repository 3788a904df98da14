"""Files and paths as no browser sends them: what a program may put to the server's addresses.

The browser's checks of a file are a courtesy; these go around them, with the session and the token of a real page.
"""

import http.client
import re
from collections.abc import Iterator
from email.message import Message
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from components.model.limits import MOST_BYTES, MOST_CHARACTERS, too_much
from tests.browser.conftest import SECONDS, Server, download, give, settle, visit
from tests.browser.test_own_articles import own_server, paste, read  # noqa: F401 — a fixture

BORDER = "border-of-the-parts"


class Answer(NamedTuple):
    """What the server answers."""

    status: int
    body: bytes
    headers: Message


class Address(NamedTuple):
    """Where a page of a session puts its files, and the headers without which it may not."""

    path: str
    headers: dict[str, str]


def multipart(data: bytes, name: str = "talks.txt") -> bytes:
    head = f'--{BORDER}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    return head.encode() + data + f"\r\n--{BORDER}--\r\n".encode()


def ask(server: Server, method: str, path: str, body: object = None, headers: dict[str, str] | None = None) -> Answer:
    """Send a request as it is written, with no path tidied up."""
    place = urlsplit(server.url)
    line = http.client.HTTPConnection(str(place.hostname), place.port, timeout=30)
    try:
        line.request(method, path, body, headers or {})  # type: ignore[arg-type]
        answer = line.getresponse()
        return Answer(answer.status, answer.read(), answer.headers)
    finally:
        line.close()


def upload(page: Page, name: str, data: bytes) -> None:
    give(page, {"name": name, "mimeType": "text/plain", "buffer": data})


def address_of(page: Page) -> Address:
    """Watch a page send a small file."""
    with page.expect_request(re.compile("upload_file")) as waiting:
        upload(page, "small.txt", b"Ana Brook spoke.")
    settle(page)
    sent = waiting.value.all_headers()
    headers = {name: sent[name] for name in ("cookie", "x-xsrftoken") if name in sent}
    return Address(
        urlsplit(waiting.value.url).path, {**headers, "Content-Type": f"multipart/form-data; boundary={BORDER}"}
    )


def held_uploads(server: Server) -> int:
    """The bytes of uploaded files that the server says it holds."""
    metrics = ask(server, "GET", "/_stcore/metrics").body
    sizes = re.findall(rb"^cache_memory_bytes\{.*UploadedFileManager.*\} (\d+)", metrics, flags=re.MULTILINE)
    return sum(map(int, sizes))


# --- Size ---------------------------------------------------------------------------------------


def test_a_file_that_is_too_large_is_not_sent_and_the_page_says_what_is_allowed(page: Page, server: Server) -> None:
    visit(page, server, "read")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))

    file = {"name": "long.txt", "mimeType": "text/plain", "buffer": b"x" * (MOST_BYTES + 400_000)}
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]

    expect(page.get_by_text("File must be 5.0MB or smaller.")).to_be_visible(timeout=SECONDS)
    assert not [url for url in sent if "upload_file" in url]


def test_a_file_that_is_too_large_is_refused_by_the_server_too(page: Page, server: Server) -> None:
    visit(page, server, "read")
    path, headers = address_of(page)
    too_large = multipart(b"x" * 2 * MOST_BYTES)

    def in_pieces() -> Iterator[bytes]:
        """Sent without a length."""
        for start in range(0, len(too_large), 65_536):
            yield too_large[start : start + 65_536]

    for body in (too_large, in_pieces()):
        try:
            status = ask(server, "PUT", path, body, headers).status
        except (BrokenPipeError, ConnectionResetError):
            status = 413  # it was refused before all of it was sent
        assert status == 413
    assert held_uploads(server) == 0
    paste(page, "Ana Brook said that the talks were good.")
    read(page, re.compile("^1 statement read"))


def test_a_file_is_put_by_the_page_of_its_session_alone(page: Page, server: Server) -> None:
    visit(page, server, "read")
    path, headers = address_of(page)
    body = multipart(b"Carl Dale spoke.")
    without_token = {name: value for name, value in headers.items() if name != "x-xsrftoken"}
    of_nobody = re.sub(r"upload_file/[^/]+/", "upload_file/00000000-0000-0000-0000-000000000000/", path)

    assert ask(server, "PUT", path, body, without_token).status == 403
    assert ask(server, "PUT", of_nobody, body, headers).status == 400
    assert held_uploads(server) == 0


# --- Kind and name ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("../../etc/passwd.txt", b"Ana Brook spoke of peace.", ""),
        ("<img src=x onerror=alert(1)>.txt", b"Ana Brook spoke of peace.", ""),
        ("CON.txt", b"Ana Brook spoke of peace.", ""),
        (".txt", b"Ana Brook spoke of peace.", ""),
        ("talks.exe", b"MZ\x90\x00" + bytes(200), "is a program, not a text"),
        ("talks.txt", b"\x7fELF\x02\x01\x01" + bytes(200), "is a program, not a text"),
    ],
)
def test_a_file_of_any_name_is_read_as_what_it_is(
    page: Page, server: Server, name: str, data: bytes, said: str
) -> None:
    """The name is changed on its way, as a program would; the session goes on whatever comes."""
    visit(page, server, "read")

    def rename(route: Route) -> None:
        route.continue_(
            post_data=multipart(data, name),
            headers={**route.request.all_headers(), "content-type": f"multipart/form-data; boundary={BORDER}"},
        )

    page.route(re.compile("upload_file"), rename)
    upload(page, "talks.txt", data)

    if said:
        expect(page.locator(".rd-notice")).to_contain_text(said, timeout=SECONDS)
    else:
        box = page.get_by_role("textbox", name="Text of the article")
        expect(box).to_have_value("Ana Brook spoke of peace.", timeout=SECONDS)
    assert page.get_by_test_id("stException").count() == 0
    paste(page, "Ana Brook said that the talks were good.")
    read(page, re.compile("^1 statement read"))


def test_a_file_is_out_of_memory_as_soon_as_it_has_been_read(page: Page, own_server: Server) -> None:
    visit(page, own_server, "read")
    for n in range(3):
        upload(page, f"talks{n}.txt", f"Round {n}. ".encode() + b"Ana Brook spoke of peace. " * 30_000)
        expect(page.get_by_role("textbox", name="Text of the article")).not_to_have_value("", timeout=SECONDS)
        settle(page)

    assert held_uploads(own_server) == 0


# --- Paths --------------------------------------------------------------------------------------

PATHS = (
    "/../../../../etc/passwd", "/media/../../../../etc/passwd", "/media/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "/static/..%2f..%2f..%2f..%2fetc%2fpasswd", "/static/....//....//etc/passwd", "/media/..%5c..%5cetc%5cpasswd",
    "//etc/passwd", "/app/static/../../requirements.txt", "/static/%00/../../../etc/passwd", "/component/x/../../../app.py",
    "/_stcore/../../data/codebook.toml", "/static/C:%5CWindows%5Cwin.ini", "/%5c%5chost%5cshare",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_no_path_leads_out_of_what_the_platform_hands_out(server: Server, path: str) -> None:
    index = ask(server, "GET", "/").body

    status, body, _ = ask(server, "GET", path)

    assert status >= 300 or body == index  # an unknown page is the app's first page
    assert b"root:" not in body
    assert b"streamlit==" not in body
    assert b"[[topics]]" not in body


def test_a_download_is_a_file_to_be_saved_and_no_page_of_the_app_s_own(page: Page, server: Server) -> None:
    """Opened in its place it would run as a page of ours."""
    visit(page, server, "quotes?article=worked-example")
    settle(page)

    with page.expect_response(re.compile("/media/")) as waiting:
        download(page, "CSV")

    headers = waiting.value.all_headers()  # of this answer: a second one finds a file that is gone after a run or two
    assert headers["content-disposition"].startswith("attachment")
    assert headers["x-content-type-options"] == "nosniff"


# --- Pasted text --------------------------------------------------------------------------------


def test_a_text_that_no_box_takes_is_refused_where_it_is_pasted(browser: Browser, server: Server) -> None:
    """Sent, it would have the browser lose its connection and send it again, for ever and without a word."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    visit(page, server, "read")
    box = page.get_by_role("textbox", name="Text of the article")

    def paste_of(words: int) -> None:
        page.evaluate("(n) => navigator.clipboard.writeText('Ana spoke. '.repeat(n))", words)
        box.click()
        page.keyboard.press("Control+V")

    paste_of(600_000)
    expect(page.locator(".rd-too-long")).to_have_text(too_much(6_600_000, MOST_CHARACTERS, "characters"))
    expect(page.locator(".rd-too-long")).to_be_visible()
    expect(box).to_have_value("")

    paste_of(3)
    expect(page.locator(".rd-too-long")).to_be_hidden()
    expect(box).to_have_value("Ana spoke. " * 3)
    box.press("Control+Enter")
    settle(page)
    read(page, re.compile("^3 statements read"))
    context.close()

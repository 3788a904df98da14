"""Reading in a process of its own: the same answer, and an end in time."""

import gc
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from components.model.limits import MOST_BYTES, MOST_READERS, ReadingLimits
from components.reading import apart
from components.reading.apart import read_file_apart, unpack_apart
from components.reading.files import UnreadableFileError, read_file
from tests.reading.make_files import lines, paragraph, pdf, run, word, zipped

GENEROUS = ReadingLimits(processor_seconds=60, clock_seconds=600, memory_bytes=1_000_000_000)
"""What none of these files reaches, however busy the machine is; each test makes one of the three small."""

MANY_ATTRIBUTES = b"<p " + b" ".join(b"a%d=1" % i for i in range(100_000)) + b">x</p>"
"""A parser looks each of them up among all others: a minute of work in 900 KB, on whatever machine longer than a second."""

ON_LIMITS = pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to all of its limits")


def refusal(name: str, data: bytes, limits: ReadingLimits = GENEROUS) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read_file_apart(name, data, limits=limits)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", "“No,” said Ana Brook – Переговоры 👩‍🚀\r\n\x00.".encode()),
        ("a.html", b"<title>T</title><p>One.<p hidden>Two."),
        ("a.docx", word(paragraph("We ", f"<w:ins>{run('accept ')}</w:ins>", "it."))),
        ("a.pdf", pdf(lines("Text."), about="/CreationDate (D:20220210)")),
        ("\ud800\0; rm -rf.txt", b"Text."),
    ],
)
def test_the_answer_is_that_of_reading_here(name: str, data: bytes) -> None:
    assert read_file_apart(name, data, limits=GENEROUS) == read_file(name, data)


@pytest.mark.parametrize(("name", "data"), [("a.txt", b""), ("a.csv", b"a,b"), ("a.txt", b"a" * (MOST_BYTES + 1))])
def test_a_refusal_is_that_of_reading_here(name: str, data: bytes) -> None:
    with pytest.raises(UnreadableFileError) as here:
        read_file(name, data)

    assert refusal(name, data) == str(here.value)


def test_a_saved_article_is_unpacked_byte_for_byte() -> None:
    contents = {
        "datapackage.json": b"{}\n",
        "a.csv": bytes(range(256)),
        "empty.csv": b"",
        "article.txt": "“No”\r\n".encode(),
    }

    assert unpack_apart(zipped(contents), list(contents), limits=GENEROUS) == contents


@pytest.mark.parametrize("data", [b"", b"no zip file", zipped({"a.txt": b"x"}), b"a" * (MOST_BYTES + 1)])
def test_a_zip_file_that_is_no_article_is_a_plain_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match=r"^The file [^\n]+\.$"):
        unpack_apart(data, ["datapackage.json"], limits=GENEROUS)


def test_a_bomb_is_unpacked_to_its_limit_and_no_further() -> None:
    bomb = zipped({"datapackage.json": b"{}", "a.csv": bytes(200_000_000)})

    with pytest.raises(UnreadableFileError, match="unpacks to more than 20 MB, which no article does"):
        unpack_apart(bomb, ["datapackage.json", "a.csv"], limits=GENEROUS._replace(memory_bytes=150_000_000))


def test_a_file_that_takes_too_long_is_stopped_by_the_clock() -> None:
    said = "Reading the file took longer than 0.5 seconds and was stopped. Save it as plain text (.txt), or split it, and try again."

    assert refusal("a.html", MANY_ATTRIBUTES, GENEROUS._replace(clock_seconds=0.5)) == said


@ON_LIMITS
def test_a_file_that_works_too_long_is_stopped_by_the_system() -> None:
    said = "Reading the file took longer than 1 second and was stopped. Save it as plain text (.txt), or split it, and try again."

    assert refusal("a.html", MANY_ATTRIBUTES, GENEROUS._replace(processor_seconds=1)) == said


@ON_LIMITS
@pytest.mark.parametrize(("name", "data"), [("a.html", b"<p>" * 800_000), ("a.docx", word("<w:p/>" * 800_000))])
def test_a_file_that_takes_too_much_memory_is_stopped(name: str, data: bytes) -> None:
    said = "Reading the file needed more memory than 100 MB and was stopped. Save it as plain text (.txt), or split it, and try again."

    assert refusal(name, data, GENEROUS._replace(memory_bytes=100_000_000)) == said


@pytest.mark.parametrize(
    ("out", "code", "said"),
    [
        (b"", 0, "Reading the file broke off: it may be damaged or too large."),
        (b"{", 0, "Reading the file broke off: it may be damaged or too large."),
        (b"", 1, "Reading the file broke off: it may be damaged or too large."),
        (b"", -11, "Reading the file broke off: it may be damaged or too large."),
        (b'{"text": "half', -24, "Reading the file took longer than 60 seconds and was stopped."),
        (b"", -9, "Reading the file needed more memory than 1 GB and was stopped."),
    ],
)
def test_a_process_that_dies_is_a_plain_sentence(
    monkeypatch: pytest.MonkeyPatch, out: bytes, code: int, said: str
) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], code, out))

    assert refusal("a.txt", b"Text.") == f"{said} Save it as plain text (.txt), or split it, and try again."


def test_a_process_that_does_not_start_is_a_plain_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(Path(__file__).parent / "nowhere"))

    assert refusal("a.txt", b"Text.") == "The program that reads files did not start. Try again in a minute."


def test_nothing_of_the_file_stands_on_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = []
    real = subprocess.run

    def watched(command: list[str], **rest: object) -> object:
        commands.append(command)
        return real(command, **rest)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "run", watched)
    read_file_apart("secret.txt", b"secret", limits=GENEROUS)

    assert commands == [[sys.executable, "-m", "components.reading.apart"]]


def test_it_works_from_any_folder_and_leaves_nothing_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("PYTHONSAFEPATH", "1")

    assert read_file_apart("a.docx", word(paragraph("Text.")), limits=GENEROUS).text == "Text."
    assert list(tmp_path.iterdir()) == []


def test_what_the_process_prints_is_not_shown(capfd: pytest.CaptureFixture[str]) -> None:
    refusal("a.pdf", b"%PDF-1.4 a marker")

    assert capfd.readouterr() == ("", "")


def test_other_threads_run_on_and_more_readers_than_places_all_get_an_answer() -> None:
    found: list[str] = []
    threads = [
        threading.Thread(
            target=lambda i=i: found.append(read_file_apart("a.txt", b"Text %d." % i, limits=GENEROUS).text)
        )
        for i in range(MOST_READERS + 2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(found) == [f"Text {i}." for i in range(MOST_READERS + 2)]


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts open files as Linux lists them")
def test_no_open_file_stays_behind() -> None:
    gc.collect()  # what an earlier test left open is not this one's
    before = open_files()
    read_file_apart("a.txt", b"Text.", limits=GENEROUS)
    refusal("a.html", MANY_ATTRIBUTES, GENEROUS._replace(clock_seconds=0.2))

    assert open_files() == before


def test_the_module_is_no_part_of_what_pages_wait_for() -> None:
    """The parsers are imported in the process alone, so the app starts as fast as before; what makes tables, in the app alone."""
    heavy = ("lxml", "pypdf", "markdown_it", "charset_normalizer", "pydantic", "pandas")
    code = f"import sys, {apart.__name__}; print([m for m in {heavy} if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], cwd=apart._ROOT, capture_output=True, text=True, check=True)

    assert out.stdout.strip() == "[]"

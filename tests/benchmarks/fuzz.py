"""Search for files that break a reader, guided by coverage. Run by hand, never collected.

    python -m pip install atheris
    python tests/benchmarks/fuzz.py html -max_total_time=60

The first word is what is read: txt, md, html, site, docx, odt, rtf, eml, mhtml, pdf, zip or codebook; what follows goes to libFuzzer. Whatever is
raised beside the errors that a reader promises ends the search, and the file is written where `-artifact_prefix=` says.
"""

import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import atheris

with atheris.instrument_imports(
    include=[
        "components",
        "pypdf",
        "lxml",
        "zipfile",
        "tomllib",
        "markdown_it",
        "tinycss2",
        "cssselect",
        "trafilatura",
        "striprtf",
        "email",
    ]
):
    from components.article.archive import from_zip, to_zip
    from components.article.files import contents_of
    from components.article.opening import open_article
    from components.article.package import package_of
    from components.model.codebook import load_codebook, read_codebook, write_codebook
    from components.model.rows import FaultyFilesError
    from components.reading.files import UnreadableFileError, read_file
    from tests.reading.make_files import lines, mail, open_document, paragraph, pdf, run, word
    from tests.reading.site_pages import PRESIDENT

DATA = Path(__file__).parents[2] / "data"
BOOK = load_codebook(DATA)
TEXT = (DATA / "worked-example/article.txt").read_bytes()
PACKAGE = contents_of(DATA / "worked-example")


def read(ending: str) -> Callable[[bytes], None]:
    """A reader of files of one kind."""

    def once(data: bytes) -> None:
        try:
            read_file(f"file.{ending}", data)
        except UnreadableFileError as error:
            assert str(error)

    return once


def open_zip(data: bytes) -> None:
    try:
        package_of(open_article("mine", from_zip(data), BOOK))
    except FaultyFilesError as error:
        assert error.faults


def open_codebook(data: bytes) -> None:
    try:
        read_codebook(data)
    except FaultyFilesError as error:
        assert error.faults


KINDS: dict[str, tuple[Callable[[bytes], None], bytes]] = {
    "txt": (read("txt"), TEXT[:500]),
    "md": (read("md"), b"# Talks\n\n- Ana *Brook*\n\n> `said`\n\n| a | b |\n|---|---|\n| c | d |\n"),
    "html": (
        read("html"),
        b"<html><head><title>T</title><style>.a,p>b{display:none}@media all{p::after{content:'x'}}</style></head>"
        b"<body><h1>Talks</h1><p hidden>x</p><p class=a style='color:#fff'>Ana said.</body>",
    ),
    "docx": (read("docx"), word(paragraph(run("Ana Brook said that the talks were good.")))),
    "site": (read("html"), PRESIDENT.encode()),
    "odt": (read("odt"), open_document("<text:h>Talks</text:h><text:p>Ana<text:s/>said so.</text:p>")),
    "rtf": (read("rtf"), rb"{\rtf1\ansi{\info{\title T}}\outlinelevel0 Talks\par\pard Ana {\b said}\'e9\u8217?.\par}"),
    "eml": (read("eml"), mail("We accept.", "> Do you?", ">> We asked.")),
    "mhtml": (
        read("mhtml"),
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>Ana.</p>\n--x--",
    ),
    "pdf": (read("pdf"), pdf(lines("Ana Brook said that the talks were good."))),
    "zip": (open_zip, to_zip(PACKAGE)),
    "codebook": (open_codebook, write_codebook(BOOK)[:2_000]),
}


def main() -> None:
    kind, *options = sys.argv[1:] or ["--help"]
    if kind not in KINDS:
        sys.exit(__doc__)
    once, seed = KINDS[kind]
    once(seed)
    corpus = Path(f"/tmp/readout-fuzz-{kind}")  # noqa: S108 — seeds only
    corpus.mkdir(exist_ok=True)
    (corpus / "seed").write_bytes(seed)
    atheris.Setup([sys.argv[0], *options, str(corpus)], once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

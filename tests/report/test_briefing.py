"""The briefing: true for what is shown, whole, in order, the same each time, and text stays text."""

import datetime as dt
import io
import itertools
import re
import string
import tomllib
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from components.__main__ import main
from components.analysis.comparison.accounts import account_of
from components.analysis.comparison.compared import Compared
from components.analysis.comparison.rows import propose
from components.analysis.filters import StatementFilter
from components.analysis.view import View
from components.article.package import Package, package_of
from components.library.shipped import Library
from components.model.brief import Brief
from components.model.codebook import Codebook
from components.model.comparison import CAVEAT
from components.model.limits import MOST_QUOTES
from components.model.statements import LEVEL_LABELS
from components.report.brief import briefing as module
from components.report.brief import kinds
from components.report.brief.briefing import (
    Briefing,
    Part,
    TooManyQuotesError,
    of_brief,
    of_what_is_shown,
    part_of,
    ranges,
    running_title,
)
from components.report.brief.html import to_html
from components.report.brief.kinds import BRIEFINGS, NO_PDF, briefings
from components.report.brief.pdf import LACKS, to_pdf
from components.report.brief.side_by_side import of_comparison
from components.report.brief.word import to_word
from tests import own
from tests.conftest import DATA, ROOT

DAY = dt.date(2026, 11, 25)
HOSTILE = "<script>alert(1)</script>=1+1\x00\u202e\"'\\*/ @import url(https://x.example)"


def part(package: Package, *ids: str, view: View | None = None) -> Part:
    """What a briefing takes of an article: these statements, or all of them."""
    table = package.statements
    left = table[table["statement"].isin(ids)] if ids else table
    return part_of(package, package.led, left, view or View(package.id))


@pytest.fixture(scope="module")
def whole(example: Package) -> Briefing:
    return of_what_is_shown(part(example), "All 11 statements", by="own", day=DAY)


@pytest.fixture(scope="module")
def whole_pdf(whole: Briefing) -> bytes:
    return to_pdf(whole)


def numbers(made: Briefing) -> list[int]:
    return [quote.number for group in made.groups for quote in group.quotes]


def test_every_statement_stands_in_it_once_with_a_running_number(whole: Briefing) -> None:
    assert numbers(whole) == list(range(1, 12))
    assert whole.made == "Brief · made with Readout on 25 November 2026"


def test_each_quote_says_who_where_and_whose_words(whole: Briefing, example: Package) -> None:
    for quote, row in zip(whole.groups[0].quotes, example.statements.itertuples(), strict=True):
        assert quote.text == row.wording
        assert f"no.\N{NO-BREAK SPACE}{row.sentence} · " in quote.meta
        assert all(example.actor_names[who].casefold() in quote.who.casefold() for who in row.speakers)


def test_a_paraphrase_says_that_it_is_one(example: Package) -> None:
    bare = replace(example, statements=example.statements.assign(wording=""))
    made = of_what_is_shown(part(bare), "All 11 statements", by="own", day=DAY)

    assert made.shown.endswith("All in our paraphrase, not the wording.")
    assert all("paraphrase" in quote.meta for quote in made.groups[0].quotes)
    assert "paraphrase" not in of_what_is_shown(part(example), "All", by="own", day=DAY).groups[0].quotes[0].meta


def test_findings_are_counted_in_what_is_shown(talks: Package) -> None:
    view = View(talks.id, filter=StatementFilter(topics=("nato",)))
    left = view.filter.apply(talks.statements)
    made = of_what_is_shown(part_of(talks, talks.led, left, view), "9 of 91", by="own", day=DAY)
    on_nato = next(each for each in made.found[0].paragraphs if each.startswith("On NATO:"))

    assert made.found[0].paragraphs[0].startswith("On NATO, six of nine statements are Lavrov’s.")
    assert "nine statements, in five sections [1–9]" in on_nato
    assert len(left) == 9
    assert left["section"].nunique() == 5


def test_the_numbers_in_the_prose_are_those_of_the_quotes(talks: Package) -> None:
    made = of_what_is_shown(part(talks), "All 91 statements", by="topic", day=DAY)
    topic = made.groups[0].heading
    said = next(each for each in made.found[0].paragraphs if each.startswith(f"On {topic}:"))
    cited = {int(each) for each in re.findall(r"\d+", said[said.index("[") : said.index("]")])}

    assert {made.groups[0].quotes[0].number, made.groups[0].quotes[-1].number} & cited


@pytest.mark.parametrize(
    ("found", "said"), [([], ""), ([4], "4"), ([1, 2], "1, 2"), ([1, 2, 3, 9, 11, 12, 13], "1–3, 9, 11–13")]
)
def test_numbers_in_a_row_are_drawn_together(found: list[int], said: str) -> None:
    assert ranges(found) == said


def test_a_brief_keeps_the_readers_order_headings_and_notes(example: Package, talks: Package) -> None:
    first, second = example.statements["statement"][3], example.statements["statement"][1]
    third = talks.statements["statement"][30]
    brief = Brief(note="For the minister.").with_statements(example.id, [first, second])
    brief = brief.with_statements(talks.id, [third]).with_heading(2, "Elsewhere").changed(0, note="Ask.")
    parts = [part(example, first, second), part(talks, third)]
    made = of_brief(brief, parts, by="own", day=DAY)

    assert [(group.heading, len(group.quotes)) for group in made.groups] == [("", 2), ("Elsewhere", 1)]
    assert [quote.note for group in made.groups for quote in group.quotes] == ["Ask.", "", ""]
    assert made.groups[0].quotes[0].text == example.statements["wording"][3]
    assert made.groups[1].quotes[0].meta.startswith("source 2 · ")
    assert [each.heading for each in made.found] == [example.title, talks.title]
    assert len(made.sources) == 2
    assert "2 of 11 statements" in made.shown


def test_quotes_stand_by_speaker_where_that_is_asked_for(example: Package) -> None:
    made = of_what_is_shown(part(example), "All 11 statements", by="speaker", day=DAY)

    assert [(group.heading, len(group.quotes)) for group in made.groups] == [
        ("Reporter", 2), ("Ana Brook", 3), ("Carl Dale", 4), ("Ina Cole", 1), ("Ana Brook and Carl Dale", 1),
    ]  # fmt: skip
    assert numbers(made) == list(range(1, 12))


def test_what_a_machine_guessed_says_so(codebook: Codebook) -> None:
    package = package_of(own.draft(codebook))
    levels = package.statements["level"].tolist()
    made = of_what_is_shown(part(package), "All", by="own", day=DAY)
    metas = [quote.meta for group in made.groups for quote in group.quotes]

    assert [f"speaker {LEVEL_LABELS[level].lower()}" in meta for level, meta in zip(levels, metas, strict=True)] == [
        level not in ("", "sure") for level in levels
    ]
    assert set(levels) & {"likely", "guess", "unknown"}
    assert "Read by machine." in made.sources[0]
    assert any("a speaker is marked likely or a guess" in each for each in made.method)


def test_statements_whose_article_is_not_here_are_told(example: Package) -> None:
    id = example.statements["statement"][0]
    made = of_brief(
        Brief().with_statements(example.id, [id]).with_statements("gone", ["x"]), [part(example, id)], by="own", day=DAY
    )

    assert numbers(made) == [1]
    assert "One statement more could not be printed" in made.shown


def test_nothing_and_one_statement_make_a_document(example: Package) -> None:
    none = of_what_is_shown(part(example, "no such"), "0 of 11 statements", by="topic", day=DAY)
    one = of_what_is_shown(part(example, example.statements["statement"][2]), "1 of 11 statements", by="topic", day=DAY)

    assert (none.groups, none.figures, none.found[0].paragraphs) == ((), (), ("No statement is shown.",))
    assert numbers(one) == [1]
    for kind in BRIEFINGS.values():
        assert kind.make(none)
        assert kind.make(one)


def test_more_than_anybody_reads_is_refused_and_a_table_named(
    example: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_QUOTES", 10)

    with pytest.raises(
        TooManyQuotesError,
        match="11 statements are too many for a document, which holds 10: take them along as a table",
    ):
        of_what_is_shown(part(example), "All", by="own", day=DAY)
    assert MOST_QUOTES == 2_000


# --- The files ----------------------------------------------------------------------------------


class Tags(HTMLParser):
    """What a browser would see: elements, their attributes, and the text."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def hostile(made: Briefing) -> Briefing:
    """The briefing with a stranger's words wherever a text stands."""
    quote = made.groups[0].quotes[0]._replace(text=HOSTILE, who=HOSTILE, meta=HOSTILE, note=HOSTILE)
    return made._replace(
        title=HOSTILE * 150,
        shown=HOSTILE,
        note=HOSTILE,
        found=(made.found[0]._replace(heading=HOSTILE, paragraphs=(HOSTILE,)),),
        figures=tuple(each._replace(title=HOSTILE, under=HOSTILE, says=HOSTILE) for each in made.figures),
        groups=(made.groups[0]._replace(heading=HOSTILE, quotes=(quote,)),),
        sources=(HOSTILE,),
    )


@pytest.mark.parametrize("kind", BRIEFINGS)
def test_the_same_briefing_gives_the_same_bytes(whole: Briefing, kind: str) -> None:
    assert BRIEFINGS[kind].make(whole) == BRIEFINGS[kind].make(whole)


def test_the_page_runs_nothing_and_fetches_nothing(whole: Briefing) -> None:
    seen = Tags(to_html(whole))
    policy = next(attrs["content"] for tag, attrs in seen.tags if attrs.get("http-equiv"))

    assert str(policy).startswith("default-src 'none'; style-src 'sha256-")
    assert not {"script", "link", "img", "iframe", "a", "object"} & {tag for tag, _ in seen.tags}
    assert not [attrs for _, attrs in seen.tags if {"src", "href", "style", "onload", "onclick"} & set(attrs)]
    assert sum(tag == "svg" for tag, _ in seen.tags) == len(whole.figures) > 0


def test_hostile_text_is_text_on_the_page(whole: Briefing) -> None:
    data = to_html(hostile(whole))
    seen = Tags(data)
    (style,) = [said for said in seen.said if "@page" in said]

    assert "script" not in {tag for tag, _ in seen.tags}
    assert any("<script>alert(1)</script>=1+1\ufffd" in said for said in seen.said)
    assert "@import" not in style
    assert b"\x00" not in data


def test_hostile_text_is_text_in_word(whole: Briefing) -> None:
    import docx

    document = docx.Document(io.BytesIO(to_word(hostile(whole))))
    texts = [each.text for each in document.paragraphs]

    assert any("<script>alert(1)</script>=1+1\ufffd" in text for text in texts)


def test_the_word_document_has_headings_captions_and_words_for_its_pictures(talks: Package) -> None:
    import docx

    made = of_what_is_shown(part(talks), "All 91 statements", by="topic", day=DAY)
    data = to_word(made)
    document = docx.Document(io.BytesIO(data))
    styles = {each.text: each.style.name for each in document.paragraphs if each.style}

    assert styles["Findings"] == styles["Quotes"] == styles["Method"] == "Heading 1"
    assert styles[made.groups[0].heading] == "Heading 2"
    assert [each.style.name for each in document.paragraphs if each.style and each.text.startswith("Figure ")] == [
        "Caption"
    ] * 2
    body = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert 'TOC \\o "1-2"' in body
    contents = [each.text for each in document.paragraphs if each.style and each.style.name.startswith("Contents ")]
    assert contents == ["Findings", "Quotes", *(group.heading for group in made.groups), "Source", "Method"]
    assert len(document.inline_shapes) == 2
    assert body.count('descr="') >= 2


# --- PDF ----------------------------------------------------------------------------------------


def pages_of(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def text_of(data: bytes) -> str:
    """All that a PDF says, without its white space, which depends on where lines are broken."""
    return "".join("".join(page.extract_text() for page in pages_of(data).pages).replace("\u200b", "").split())


def test_the_pdf_says_all_that_the_page_says(whole: Briefing, whole_pdf: bytes) -> None:
    said = text_of(whole_pdf)
    texts = [whole.title, whole.made, whole.shown, *whole.sources, *whole.method]
    texts += [each for found in whole.found for each in found.paragraphs]
    texts += [each for figure in whole.figures for each in (figure.title, figure.under)]
    texts += [each for group in whole.groups for quote in group.quotes for each in (quote.text, quote.who, quote.meta)]

    assert [each for each in texts if "".join(each.split()) not in said] == []
    assert [quote.number for group in whole.groups for quote in group.quotes if f"[{quote.number}]" not in said] == []
    assert LACKS not in whole.method


def test_the_pdf_is_tagged_and_says_its_language_its_title_and_its_pictures_in_words(
    whole: Briefing, whole_pdf: bytes
) -> None:
    read = pages_of(whole_pdf)
    root = read.trailer["/Root"]
    pictures = [each["/Alt"] for each in parts_of(root["/StructTreeRoot"]) if "/Alt" in each]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert pictures == [figure.says for figure in whole.figures]
    assert read.metadata is not None
    assert (read.metadata.title, read.metadata.creation_date) == (whole.title, dt.datetime(2026, 11, 25, tzinfo=dt.UTC))
    assert [str(each["/Title"]) for each in read.outline if not isinstance(each, list)] == [
        "Findings", "Quotes", "Source", "Method",
    ]  # fmt: skip


def parts_of(part: Any) -> Iterator[Any]:
    """The parts of a tagged document, each before those inside it."""
    part = part.get_object()
    if isinstance(part, list):
        for each in part:
            yield from parts_of(each)
    elif isinstance(part, dict):
        yield part
        if "/K" in part:
            yield from parts_of(part["/K"])


def test_a_long_pdf_begins_with_its_contents(talks: Package, whole_pdf: bytes) -> None:
    by_topic = of_what_is_shown(part(talks), "All 91 statements", by="topic", day=DAY)
    kinds_of = [
        {each.get("/S") for each in parts_of(pages_of(made).trailer["/Root"]["/StructTreeRoot"])}
        for made in (to_pdf(by_topic), whole_pdf)
    ]

    assert ["/TOC" in each for each in kinds_of] == [True, False]


MARKUP = (
    "#panic() = Title *bold* _under_ $x^2$ `code` @label <label> // gone /* gone */ [x] #sys.inputs",
    '\\u{41} \\# -- ~ ... \'a\' "b" #include "/etc/passwd" #image("/etc/passwd") #link("https://x.example")',
)


@pytest.mark.parametrize("words", MARKUP)
def test_what_is_markup_to_the_typesetter_is_text_in_a_pdf(whole: Briefing, words: str) -> None:
    quote = whole.groups[0].quotes[0]._replace(text=words, who=words, meta=words, note=words)
    group = whole.groups[0]._replace(heading=words, quotes=(quote,))
    told = (whole.found[0]._replace(heading=words, paragraphs=(words,)),)
    figures = tuple(each._replace(title=words, under=words, says=words) for each in whole.figures)
    data = to_pdf(
        whole._replace(
            title=words,
            shown=words,
            note=words,
            found=told,
            figures=figures,
            groups=(group,),
            sources=(words,),
            method=(words,),
        )
    )

    assert text_of(data).count("".join(words.split())) == 12 + 2 * len(figures)
    assert b"/URI" not in data


def test_a_long_title_a_long_word_and_a_long_quote_stand_whole_in_a_pdf(whole: Briefing) -> None:
    words = " ".join(f"word{i}" for i in range(1_500))
    long = "".join(map("".join, itertools.islice(itertools.product(string.ascii_lowercase, repeat=5), 2_000)))
    quote = whole.groups[0].quotes[0]._replace(text=words, note="\n".join(f"line{i}" for i in range(150)))
    data = to_pdf(whole._replace(title=long, groups=(whole.groups[0]._replace(quotes=(quote,)),)))

    said = re.sub(rf"Readout·{running_title(long)}\d+of\d+", "", text_of(data))
    assert all(each in said for each in (long, "word1499", "line149"))
    lines = [line for page in pages_of(data).pages for line in page.extract_text().splitlines()]
    assert max(map(len, lines)) < 130  # none runs over the edge of its page


@given(st.text(max_size=40))
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_makes_a_pdf(whole: Briefing, words: str) -> None:
    quote = whole.groups[0].quotes[0]._replace(text=words, note=words)

    assert to_pdf(whole._replace(title=words, groups=(whole.groups[0]._replace(heading=words, quotes=(quote,)),)))


def test_a_mark_that_no_font_puts_on_a_letter_is_marked_and_told(whole: Briefing) -> None:
    """The fonts have the letter, and the mark alone; together they would end the making of the file."""
    said = text_of(to_pdf(whole._replace(title="Talks 0\u1dc0 and e\u0301 here")))

    assert "Talks0\ufffdande\u0301here" in unicodedata.normalize("NFD", said)
    assert "".join(LACKS.split()) in said


def test_what_no_font_has_is_marked_and_told(whole: Briefing) -> None:
    said = text_of(to_pdf(whole._replace(title="Talks 会談 on Переговоры and Συνομιλίες")))

    assert "Talks\ufffd\ufffdonПереговорыandΣυνομιλίες" in said
    assert "".join(LACKS.split()) in said


def test_a_pdf_is_made_from_a_file_in_one_try_and_in_a_few_where_no_font_has_a_letter(
    whole: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of pages that are no files the typesetter makes 65,535 in a process and no more: a server would have no PDFs then."""
    pages: list[Any] = []
    compiled = typst.compile
    monkeypatch.setattr("typst.compile", lambda page, **given: pages.append(page) or compiled(page, **given))

    to_pdf(whole._replace(title="Talks – “Переговоры” and Συνομιλίες"))
    assert [isinstance(each, Path) for each in pages] == [True]
    pages.clear()
    to_pdf(whole._replace(title="Talks 会談 and 0\u1dc0, \u4f1a\u1dc3 and “\u0903”"))
    assert 2 <= len(pages) <= 4
    assert all(isinstance(each, Path) for each in pages)


def test_a_fault_that_is_no_lacking_letter_is_told_as_it_is(whole: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.report.brief.pdf.PAGE", ROOT / "tests/report/test_briefing.py")

    with pytest.raises(typst.TypstError):
        to_pdf(whole)


def test_hostile_text_is_text_in_a_pdf(whole: Briefing) -> None:
    data = to_pdf(hostile(whole))

    assert "<script>alert(1)</script>=1+1\ufffd" in text_of(data)
    assert not [each for each in (b"/JavaScript", b"/URI", b"/Launch", b"/EmbeddedFile") if each in data]


def test_without_the_typesetter_there_is_no_pdf_and_it_is_said_how_to_come_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list(briefings()) == ["html", "docx", "pdf"]
    monkeypatch.setattr(kinds, "find_spec", lambda _: None)

    assert list(briefings()) == ["html", "docx"]
    assert brief("--out", str(tmp_path / "a.pdf")) == 1
    assert NO_PDF in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_the_same_range_is_named_wherever_the_typesetter_is() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert project["project"]["optional-dependencies"]["pdf"] == [kinds.TYPST]
    assert kinds.TYPST in project["dependency-groups"]["tests"]
    assert f'"{kinds.TYPST}"' in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_command_writes_a_pdf_too(tmp_path: Path, whole_pdf: bytes) -> None:
    out = tmp_path / "a.pdf"

    assert brief("--out", str(out), "--by", "own") == 0
    assert out.read_bytes() == whole_pdf


# --- The command --------------------------------------------------------------------------------


def brief(*arguments: str) -> int:
    return main(["brief", str(DATA / "worked-example"), "--day", "2026-11-25", *arguments])


def test_the_command_makes_what_the_page_makes(
    tmp_path: Path, example: Package, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "a.html"

    assert brief("--out", str(out), "--by", "own") == 0
    assert out.read_bytes() == to_html(of_what_is_shown(part(example), "All 11 statements", by="own", day=DAY))
    assert "All 11 statements -> " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--filter", "topic=unheard-of"], "the filter asks for the topic “unheard-of”, which it does not have"),
        (["--filter", "colour=red"], "the parameter “colour”"),
        (["--out", "a.odt"], "a.odt: found “.odt”; allowed: a name that ends in .html or .docx or .pdf"),
    ],
)
def test_what_the_command_cannot_do_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    out = [] if "--out" in arguments else ["--out", str(tmp_path / "a.html")]

    assert brief(*out, *arguments) == 1
    assert told in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_filter_leaves_what_it_asks_for(tmp_path: Path, example: Package) -> None:
    topic = next(each[0] for each in example.statements["topics"] if each)
    out = tmp_path / "a.docx"

    assert brief("--filter", f"topic={topic}", "--out", str(out)) == 0
    assert zipfile.is_zipfile(out)


# --- Of a comparison ----------------------------------------------------------------------------


def test_a_comparison_prints_each_statement_once_under_its_subject_with_the_caveat(library: Library) -> None:
    first, second = (library.packages[f"talks-in-port-sella-{side}"] for side in ("marenia", "tolvia"))
    a, b = (account_of(each, library.codebook) for each in (first, second))
    compared = Compared(a, b, propose(a, b, library.codebook))
    sides = [part_of(each, each.led or library.codebook, each.statements, View(each.id)) for each in (first, second)]
    made = of_comparison(compared, sides[0], sides[1], day=DAY)

    assert numbers(made) == list(range(1, len(first.statements) + len(second.statements) + 1))
    assert made.found[0].paragraphs[-1] == CAVEAT
    assert made.figures == ()
    assert made.groups[0].heading.endswith(f"only in {compared.names[1]}")
    assert {quote.meta[:8] for group in made.groups for quote in group.quotes} == {"source 1", "source 2"}

"""Any text, any package, any address, any codebook: no traceback, and offsets that are exact.

What a longer search found (`tests/benchmarks/fuzz.py`, run by hand) is kept below as small cases of our own.
"""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components.analysis import summaries
from components.analysis.filters import StatementFilter
from components.analysis.findings.facts import facts_of
from components.analysis.findings.headlines import PATTERNS, headline
from components.analysis.view import KNOWN, View, read_view
from components.article.archive import from_zip, to_zip
from components.article.drafts import draft_of
from components.article.files import contents_of
from components.article.opening import open_article
from components.article.package import Draft, package_of
from components.article.saving import save_article
from components.library.shipped import Library
from components.model.codebook import Codebook, read_codebook, write_codebook
from components.model.names import find_names
from components.model.rows import FaultyFilesError
from components.model.statements import each_row
from components.reading.article import read_article
from components.reading.formats.encodings import clean
from components.report.citations import CITATION_STYLES, cite, cite_all
from components.report.tables import Provenance, export_rows, to_csv
from components.report.workbook import to_xlsx
from components.ui.downloads import source_of
from components.ui.highlights import tone_highlights
from tests import own
from tests.charts.test_charts import CHARTS
from tests.conftest import DATA

DAY = dt.date(2020, 5, 4)


def tried(times: int) -> settings:
    """So many examples, however long each takes: each goes through all that the pages make of an article."""
    return settings(max_examples=times, deadline=None, suppress_health_check=list(HealthCheck))


def use(draft: Draft) -> None:
    """What all pages make of an article: tables, summaries, charts, citations, exports, and the article saved again."""
    package, book = package_of(draft), draft.codebook
    table = package.statements
    facts = facts_of(package, book, table, View(package.id))
    for question in PATTERNS:
        headline(question, facts)
    summaries.statements_by_side(table, package.sides, package.sides_heard)
    summaries.dates_named(table, package.evidence_of)
    for draw in CHARTS:
        draw(package, book).to_json()
    StatementFilter(words="a", tones=("negative",), in_wording=True).apply(table)
    source = source_of(package)
    cite_all(source, each_row(table))
    for row in each_row(table):
        tone_highlights(package.evidence_of[row.statement])
        assert all(cite(source, row, style) for style in CITATION_STYLES)
    made = Provenance(package.title, package.about.citation, "all", DAY, "0")
    rows = export_rows(table, package.actor_names, book, made)
    to_csv(rows)
    to_xlsx(rows, made)
    if draft.about.coded_by == "machine":
        again = open_article(draft.id, from_zip(to_zip(save_article(draft))), book)
        assert again.first == draft.first


# --- Any text -----------------------------------------------------------------------------------

ANY = st.text(st.characters(), max_size=80)  # all categories, halves of characters and controls too
PIECES = st.sampled_from([
    "Ana Brook said that the talks were good. ", "“No war,” she said.", "\n\n", "\n# A heading\n\n", "Q. Why? ", "A. ",
    "\r\n", "\r", "\ufeff", "\u202e", "\u200b", "\x00", "\ud800", "=1+1", "![](http://h/x.png)", "<b>", "&amp;", "4 May 2020 ",
    "since 2014 ", "the 1990s ", "NATO ", "“", "”", "'", "(", "[", "...", "!?", "e\u0301", "𝒜", "🇺🇳", "\u2028", "said ", "Mr ", "; ",
])  # fmt: skip
TEXTS = st.lists(PIECES | ANY, max_size=8).map("".join)


def read(text: str, codebook: Codebook, title: str = "") -> Draft:
    reading = read_article(text, published=DAY, genre="news", title=title or None, codebook=codebook)
    return draft_of(reading, text, published="2020-05-04", genre="news", codebook=codebook, title=title)


@given(TEXTS, ANY)
@tried(12)
def test_any_text_is_read_shown_saved_and_opened_as_it_was(codebook: Codebook, given: str, title: str) -> None:
    text = clean(given).text  # as every page and command hands it on
    draft = read(text, codebook, title)
    if not draft.first.statements:
        return
    package = package_of(draft)

    assert package.recognised == len(draft.first.statements)
    for row in each_row(package.statements):
        assert row.wording == text[row.start : row.end]
    for row in draft.first.evidence:
        assert row.start is None or 0 <= row.start < row.end <= len(text)
    use(draft)
    assert open_article(draft.id, from_zip(to_zip(save_article(draft))), codebook) == draft


@given(TEXTS)
@tried(20)
def test_a_text_that_was_not_cleaned_is_read_too(codebook: Codebook, text: str) -> None:
    draft = read(text, codebook)

    assert len(draft.text) == len(text)
    assert all(0 <= row.start < row.end <= len(text) for row in draft.first.statements)
    save_article(draft)


def test_an_article_in_which_nothing_decided_anything_is_shown(codebook: Codebook) -> None:
    use(read("\n# A heading\n\n", codebook))


# --- Any package --------------------------------------------------------------------------------

HOSTILE = [
    None, True, 1, 10**30, 1.5, float("nan"), float("inf"), "", [], {}, [[]], "\ud800", ["a"], {"a": 1}, "0000", "0001", "9999",
    "2020-02-30", "../2014", "2014/..", "00XX", [""], ["x"] * 50, "\x00", "<b>", "٢٠٢٢",
]  # fmt: skip
CELLS = [
    b"", b"NaN", b"inf", b"-1", b"9" * 30, b"9" * 5000, b"\x00", b'"', b'""', b";", b";;", b"\xff", b"\xef\xbb\xbf", b"0000",
    b"0001", b"9999", b"0001/9999", b"../2014", b"\n", b"\r", b" ", b"1e400", b"1_0", b"+1", b"01", b"nato", b"tone", b"event",
    b"date", b"topic", b"undo", b"1", b",", b"\xe2\x80\xa8", b"yes", b"reporter", b"unknown", b"brook",
]  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn, contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with one place of one of them changed: a cell, a value of the JSON, a stretch of bytes, an end cut off."""
    name = draw(st.sampled_from(sorted(contents)))
    data = contents[name]
    kind = draw(st.sampled_from(["inside", "inside", "inside", "bytes", "cut", "gone"]))
    if kind == "gone":
        return {other: kept for other, kept in contents.items() if other != name}
    if kind == "cut":
        return {**contents, name: data[: draw(st.integers(0, len(data)))]}
    if kind == "bytes" or not name.endswith((".csv", ".json")):
        at = draw(st.integers(0, len(data)))
        new = draw(st.sampled_from(CELLS) | st.binary(max_size=5))
        return {**contents, name: data[:at] + new + data[at + draw(st.integers(0, 20)) :]}
    if name.endswith(".json"):
        return {**contents, name: json.dumps(_with_another_value(draw, json.loads(data))).encode()}
    lines = [line.split(b",") for line in data.split(b"\n")]
    cells = lines[draw(st.integers(0, len(lines) - 1))]
    others = [cell for line in lines for cell in line]
    cells[draw(st.integers(0, len(cells) - 1))] = draw(st.sampled_from(CELLS) | st.sampled_from(others))
    return {**contents, name: b"\n".join(b",".join(line) for line in lines)}


def _with_another_value(draw: st.DrawFn, content: dict[str, Any]) -> dict[str, Any]:
    within = draw(st.sampled_from([content, content["readout"]]))
    within[draw(st.sampled_from(sorted(within)))] = draw(st.sampled_from(HOSTILE))
    return content


def open_and_use(contents: Mapping[str, bytes], codebook: Codebook) -> None:
    """Either it can be used wholly, or every fault can be read; what else is raised fails the test."""
    try:
        draft = open_article("mine", contents, codebook)
    except FaultyFilesError as error:
        assert error.faults
        assert all(str(fault).encode("utf-8") for fault in error.faults)
    else:
        use(draft)


@given(st.data())
@tried(40)
def test_any_package_opens_and_can_be_used_or_its_faults_are_told(codebook: Codebook, data: st.DataObject) -> None:
    good = data.draw(st.sampled_from([save_article(own.draft(codebook)), contents_of(DATA / "worked-example")]))

    open_and_use(data.draw(damaged(good)), codebook)


def faults(contents: Mapping[str, bytes], codebook: Codebook) -> str:
    with pytest.raises(FaultyFilesError) as error:
        open_article("mine", contents, codebook)
    return str(error.value)


@pytest.mark.parametrize(
    ("file", "before", "after", "said"),
    [
        ("evidence.csv", b"speaker,named,brook,0,9", b"tone,blend,good,0,9", "line 2, column value: found “good”; allowed: a number"),
        ("evidence.csv", b"speaker,named,brook,0,9", b"tone,blend,nan,0,9", "line 2, column value: found “nan”; allowed: a number"),
        ("evidence.csv", b"brook,0,9", b"brook,0,", "line 2, column end: found nothing; allowed: both offsets, or neither"),
        ("evidence.csv", b"brook,0,9", b"brook,9,9", "line 2, column end: found “9”; allowed: more than 9"),
        ("evidence.csv", b"brook,0,9", b"brook,0," + b"9" * 24, "line 2, column end: found “999999999999999999999999”; allowed: a whole number from 0, or nothing"),
        ("evidence.csv", b"speaker,named,brook", b"event,nowhere,1990", "line 2, column label: found “nowhere”; allowed: an entry of the record"),
        ("statements.csv", b"sure,,,,", b"sure,,,bargain,", "line 2, column acts: found “bargain”; allowed: agree, support,"),
        ("actors.csv", b"Ana Brook", "\u2028".encode(), "line 2, column name: found “\u2028”; allowed: any text"),
        ("datapackage.json", b'"title": "Talks"', b'"title": ["Talks"]', "title: found “['Talks']”; allowed: any text"),
        ("datapackage.json", b'"title": "Talks"', b'"title": "\\ud800"', "is no readable JSON: it holds half a character, or a number that is none"),
        ("datapackage.json", b'"format": 2', b'"format": "\\ud800"', "readout.format: found “\ufffd”; allowed: a whole number from 1 to 2"),
        ("datapackage.json", b'"title": "Talks"', b'"title": NaN', "is no readable JSON: it holds half a character, or a number that is none"),
        ("datapackage.json", b'"title": "Talks"', b'"title": ' + b"[" * 100_000, "is no readable JSON: lists or objects are nested too deeply"),
        ("codebook.toml", b"[[topics]]", b"x = " + b"[" * 100_000, "is no readable TOML: lists or tables are nested too deeply"),
        ("codebook.toml", b"[[topics]]", b"x = " + b"9" * 5_000, "is no readable TOML: Exceeds the limit"),
    ],
)  # fmt: skip
def test_what_was_found_is_told(codebook: Codebook, file: str, before: bytes, after: bytes, said: str) -> None:
    contents = save_article(own.draft(codebook))
    assert before in contents[file]

    assert f"{file}{', ' if said.startswith('line') else ': '}{said}" in faults(
        {**contents, file: contents[file].replace(before, after, 1)}, codebook
    )


@pytest.mark.parametrize("date", ["0001/9999", "9999", "0001", "00XX"])
def test_dates_of_all_ages_are_drawn_or_told(codebook: Codebook, date: str) -> None:
    contents = save_article(own.draft(codebook))
    row = f"{own.IDS[0]},date,stated,{date},,,year\n".encode()

    open_and_use({**contents, "evidence.csv": contents["evidence.csv"] + row}, codebook)


# --- Any address, any codebook ------------------------------------------------------------------


@given(st.dictionaries(st.sampled_from(KNOWN) | ANY, st.lists(ANY | st.sampled_from(["0", "nato", "yes"]), max_size=3)))
@tried(60)
def test_any_address_shows_something_and_what_was_not_understood_is_told(
    library: Library, parameters: dict[str, list[str]]
) -> None:
    asked = read_view(parameters, library.drafts, library.codebook)

    package = library.packages[asked.view.article]
    asked.view.ordered(asked.view.filter.apply(package.statements))
    assert all(name in KNOWN for name in parameters) or asked.unknown


@given(st.binary(max_size=200) | ANY.map(lambda text: text.encode("utf-8", "surrogatepass")))
@tried(60)
def test_any_codebook_is_read_or_its_faults_are_told(codebook: Codebook, data: bytes) -> None:
    for each in (data, write_codebook(codebook) + data, data + write_codebook(codebook)):
        try:
            read_codebook(each)
        except FaultyFilesError as error:
            assert str(error)


@given(ANY, st.lists(ANY, max_size=5))
@tried(60)
def test_any_words_are_looked_for_as_words(text: str, words: list[str]) -> None:
    for mention in find_names(text, {"topic": words}):
        assert 0 <= mention.start < mention.end <= len(text)


@pytest.mark.parametrize("many", ["*", " ", "(", "a*", "a ", ".*", "(a+)+$", "\u0301"])
def test_words_of_a_hundred_thousand_marks_are_looked_for_and_nothing_hangs(many: str) -> None:
    """It would not end in an hour if the words were a regular expression."""
    assert isinstance(find_names("a" * 30 + "! " + many * 1_000, {"topic": [many * 100_000]}), list)

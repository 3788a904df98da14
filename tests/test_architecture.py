"""Who may import whom. The tables are the house's plan; a second test shows that planted faults are found.

import-linter was tried in their place and can say the table of the rooms, but neither that a room uses no other library
than its own, nor that a heavy one is imported where it is used: two of the tables would stand here all the same.
"""

import ast
import re
import sys
from collections.abc import Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.conftest import ROOT

ROOMS: dict[str, set[str]] = {
    # room -> rooms that it may look into, beside itself
    "model": set(),
    "reading": {"model"},
    "article": {"model", "reading"},
    "library": {"model", "reading", "article"},
    "analysis": {"model", "article"},
    "charts": {"model"},  # a chart takes a finished summary
    "report": {"model", "analysis", "charts"},
    "ui": {"model", "reading", "article", "library", "analysis", "charts", "report"},
    "pages": {"model", "article", "library", "analysis", "charts", "report", "ui"},
    "app": {"ui"},
    "__main__": {"model", "reading", "article", "library", "analysis", "report"},
}

COMPOSERS = {
    f"reading.{name}"
    for name in (
        "addresses",
        "article",
        "declarations",
        "details",
        "evidence",
        "files",
        "floor",
        "issuers",
        "meetings",
        "parties",
        "parties_meant",
        "places",
        "quoted",
        "record",
        "relayed",
        "sources",
        "spoken_for",
        "told_offices",
        "transcripts",
    )
}
PROCESSES = {"reading.apart", "reading.worker"}
"""A step finds, a composer writes, a process runs a composer: everything else in `reading` is a step."""

FOLDERS = {"reading.dates": "reading.dates.find"}
"""Steps of several modules: these look at one another, without a circle; others look at the one named here."""

NEIGHBOURS: dict[str, set[str]] = {
    # module that others of its kind may look at -> those others; empty: all of them
    "reading.formats.common": set(),
    "reading.holders": {f"reading.{part}" for part in ("people", "officials", "signatures", "whole_names")},
    "reading.labels": {"reading.sections"},
    "reading.formats.styles": {"reading.formats.web"},
    "reading.formats.main_text": {"reading.formats.web"},
    "reading.imprints": {"reading.sections", "reading.signatures"},
    "reading.genres": {"reading.imprints", "reading.labels", "reading.sections"},
    "reading.titled": {"reading.whole_names"},
    "reading.whole_names": {"reading.people", "reading.officials", "reading.actors"},
    "reading.formats.web": {
        f"reading.formats.{kind}" for kind in ("markdown", "mail", "saved_page")
    },  # which may hold HTML
    "reading.formats.encodings": {f"reading.formats.{kind}" for kind in ("mail", "quoted", "rich_text")},
    "reading.formats.mail": {"reading.formats.saved_page"},
    "reading.formats.office": {f"reading.formats.{kind}" for kind in ("opendocument", "word", "refi")},
    "reading.formats.safe_xml": {"reading.formats.office", "reading.formats.refi"},
    "reading.formats.quoted": {"reading.formats.mail"},
    "reading.persons": {
        f"reading.{part}"
        for part in (
            "holders",
            "offices",
            "pronouns",
            "people",
            "officials",
            "actors",
            "parsing",
            "labels",
            "signatures",
            "titled",
            "whole_names",
        )
    },
    "reading.offices": {
        f"reading.{part}"
        for part in (
            "people",
            "officials",
            "actors",
            "imprints",
            "parsing",
            "accounts",
            "suggestions",
            "signatures",
            "titled",
            "whole_names",
        )
    },
    "reading.pronouns": {f"reading.{part}" for part in ("people", "actors", "attributions", "topics")},
    "reading.people": {"reading.officials", "reading.actors"},
    "reading.officials": {"reading.actors"},
    "reading.verbs": {"reading.acts", "reading.clauses", "reading.attributions"},
    "reading.parsing": {"reading.attributions", "reading.speakers"},
    "reading.clauses": {"reading.attributions"},
    "reading.attributions": {"reading.speakers"},
    "reading.datelines": {"reading.labels", "reading.speakers", "reading.imprints"},
    "reading.sides": {"reading.people", "reading.whole_names"},
    "charts.palette": set(),
    "charts.drawn.svg": set(),
}
"""Steps do not look at one another, nor charts: but for these."""

LIBRARIES: dict[str, set[str]] = {
    # room, or a module of it that may use others than the room -> libraries, beside the standard library
    "model": {"pydantic", "pydantic_core", "pandas"},
    "model.codebook": {"pydantic", "tomli_w"},
    "model.countries": {"countryinfo"},
    "article.upgrade": {"tomli_w"},
    "reading": set(),
    "reading.article": {"pandas"},
    "reading.language": {"py3langid"},
    "reading.parsing": {"spacy"},
    "reading.holders": {"pydantic"},
    "reading.sides": {"pydantic"},
    "reading.tone": {"textblob", "vaderSentiment"},
    "reading.formats.encodings": {"charset_normalizer"},
    "reading.formats.markdown": {"markdown_it"},
    "reading.formats.pdf": {"pypdf"},
    "reading.formats.styles": {"lxml", "cssselect", "tinycss2"},
    "reading.formats.main_text": {"lxml", "trafilatura"},
    "reading.formats.web": {"lxml"},
    "reading.formats.office": {"lxml"},
    "reading.formats.safe_xml": {"lxml"},
    "reading.formats.opendocument": {"lxml"},
    "reading.formats.rich_text": {"striprtf"},
    "reading.formats.word": {"lxml"},
    "article": {"pandas", "pydantic"},
    "library": {"filelock", "platformdirs"},
    "analysis": {"pandas", "numpy", "scipy"},
    "analysis.agreement": {"pandas", "numpy", "nltk"},
    "analysis.comparison.words": {"nltk"},
    "charts": {"pandas", "plotly"},
    "report": {"pandas"},
    "report.parquet": {"pyarrow"},
    "report.brief.word": {"docx", "resvg_py"},
    "report.brief.pdf": {"typst"},
    "report.workbook": {"xlsxwriter"},
    "ui": {"streamlit", "pandas", "starlette"},  # starlette is the platform's server: headers are sent with it
    "pages": {"streamlit"},
    "app": {"streamlit"},
    "__main__": set(),
}

HEAVY = {
    "spacy", "textblob", "vaderSentiment", "nltk", "scipy", "plotly", "xlsxwriter", "lxml", "cssselect", "tinycss2", "docx", "resvg_py", "typst", "pypdf", "trafilatura", "striprtf", "markdown_it",
    "charset_normalizer", "countryinfo", "filelock", "platformdirs", "py3langid", "tomli_w", "pyarrow",
}  # fmt: skip
"""Imported where they are used, inside a function, so that the dashboard starts fast."""


def module_of(file: Path) -> str:
    """A file's module without the package, as the tables name it."""
    inside = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(inside[1:] or inside).removesuffix(".__init__")


def room_of(module: str) -> str:
    return module.partition(".")[0]


def folder_of(module: str) -> str:
    """The folder inside a room that a module stands in; the module itself where it stands in none."""
    return ".".join(module.split(".")[:2])


@cache
def imports(source: str) -> list[tuple[str, bool]]:
    """Modules that a source imports, and whether at its top level. Imports for type checking alone do not count."""
    tree = ast.parse(source)
    only_types = {
        id(child)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for child in ast.walk(node)
    }
    top = {id(node) for node in tree.body}
    found = []
    for node in ast.walk(tree):
        if id(node) in only_types:
            continue
        if isinstance(node, ast.Import):
            found += [(alias.name, id(node) in top) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            found += [(name if (ROOT / name.replace(".", "/")).with_suffix(".py").is_file() else node.module, id(node) in top) for name in inner]  # fmt: skip
    return found


def may_look_at(module: str, other: str) -> bool:
    """Whether a module of ours may import another one."""
    room, folder = room_of(module), folder_of(other)
    if folder in FOLDERS and folder == folder_of(module):
        return True
    if folder in FOLDERS and other != FOLDERS[folder]:
        return False
    if room_of(other) != room:
        return room_of(other) in ROOMS[room]
    if other in NEIGHBOURS:
        return not NEIGHBOURS[other] or module in NEIGHBOURS[other] | COMPOSERS
    if room == "reading":
        return module in COMPOSERS | PROCESSES and other not in PROCESSES
    return room != "charts"


def faults(module: str, source: str) -> list[str]:
    """What a module's source imports and may not."""
    told = []
    allowed = LIBRARIES.get(module, LIBRARIES[room_of(module)])
    for name, at_top in imports(source):
        root, _, rest = name.partition(".")
        if root == "components":
            if rest and not may_look_at(module, rest):  # the package itself holds the version alone
                told.append(f"{module} imports components.{rest}")
        elif root not in sys.stdlib_module_names:
            if root not in allowed:
                told.append(f"{module} uses {root}")
            if root in HEAVY and at_top:
                told.append(f"{module} imports {root} at its top: import it where it is used")
    return told


BRING_STATISTICS = ("nltk", "textblob")
"""What would load `scipy.stats` with it: see `model/without_statistics.py`."""


def imported_with_statistics(source: str) -> list[str]:
    """Imports of what brings statistics that do not stand in `with without_statistics()`."""
    tree = ast.parse(source if any(name in source for name in BRING_STATISTICS) else "")
    inside = {
        id(node)
        for each in ast.walk(tree)
        if isinstance(each, ast.With) and ast.unparse(each.items[0]) == "without_statistics()"
        for node in ast.walk(each)
    }
    names = (
        (node, node.module if isinstance(node, ast.ImportFrom) else node.names[0].name)
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
    )
    return [str(name) for node, name in names if id(node) not in inside and str(name).startswith(BRING_STATISTICS)]


def circle(imported: Mapping[str, set[str]]) -> list[str]:
    """Modules that import one another in a circle; none where there is no circle."""
    try:
        tuple(TopologicalSorter(imported).static_order())
    except CycleError as error:
        return list(error.args[1])
    return []


MOST_WORDS = 8
"""Words of an alternation in a pattern of a step, at most: longer ones are word lists, and stand in `data/lexicons/`."""

GRAMMAR = frozenset(
    "about after again ahead all also and any are around been before being both but can concerning could did does during each"
    " either else for following from had has have her here his how into its just later may might more most must near nor not"
    " now off once one only onto other our out over own regarding same shall she should since some such than that the their"
    " them then there these they this those through too toward towards two under until upon very was were what when whether"
    " where which while who whom whose will with would yet you your".split()
)
"""Words that say nothing by themselves, of which a pattern may have many."""

_SIGN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:P?<\w+>|<?[=!]|[a-zA-Z-]*:|\(\w+\)))?|.", re.DOTALL)
_WORDS = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)?")
INSIDE, NO_LETTER = "\0", "#"


def alternations(pattern: str) -> list[list[str]]:
    """The alternatives of a pattern and of each of its groups, with a mark where a group stands inside one."""
    found: list[list[str]] = []
    open_groups = [[""]]
    for sign in _SIGN.findall(pattern):
        if sign == ")" and len(open_groups) > 1:
            found.append(open_groups.pop())
            open_groups[-1][-1] += INSIDE
        elif sign.startswith("("):
            open_groups.append([""])
        elif sign == "|":
            open_groups[-1].append("")
        elif sign.startswith("["):
            open_groups[-1][-1] += sign[1] if sign[1:-1].isalpha() else NO_LETTER
        elif sign not in ("?", "+", "*", r"\b"):
            open_groups[-1][-1] += {r"\s": " ", r"\ ": " ", r"\-": "-"}.get(sign, sign)
    return found + open_groups


def tells_something(alternative: str) -> bool:
    """Whether an alternative is a word, or two, and no word of grammar alone; "cent(?:re|er)" is one, "said (?:so|that)" not."""
    plain = alternative if " " in alternative else alternative.replace(INSIDE, "")
    words = re.findall(r"[^\W\d_]{3,}", plain) if _WORDS.fullmatch(plain.strip()) else []
    return any(word.casefold() not in GRAMMAR for word in words)


def listed_words(source: str) -> list[str]:
    """The alternations in a source that are word lists, each as a pattern."""
    tree = ast.parse(source if "|" in source else "")
    texts = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # of docstrings
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    patterns = []
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            patterns.append("".join(str(part.value) if isinstance(part, ast.Constant) else NO_LETTER for part in node.values))  # fmt: skip
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in texts | parts:
            patterns.append(node.value)
    told = (each for pattern in patterns if "|" in pattern for each in alternations(pattern))
    return ["|".join(each) for each in told if len({word for word in each if tells_something(word)}) > MOST_WORDS]


FILES = [ROOT / "app.py", *sorted((ROOT / "components").rglob("*.py"))]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_module_looks_only_to_the_left(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    if file.name == "__init__.py":
        assert not imports(source)
    else:
        assert faults(module_of(file), source) == []


def test_what_brings_statistics_is_loaded_without_them() -> None:
    """They take half a second and 50 MB of every process that scores or compares a text, for nothing."""
    assert {
        file: found for file in FILES if (found := imported_with_statistics(file.read_text(encoding="utf-8")))
    } == {}
    assert imported_with_statistics("def f():\n    from nltk.stem import porter") == ["nltk.stem"]
    assert imported_with_statistics("with open('a'):\n    import textblob") == ["textblob"]
    assert imported_with_statistics("with without_statistics():\n    import textblob") == []


def test_word_lists_stand_in_the_lexicons_and_in_no_pattern_of_a_step() -> None:
    steps = (file for file in FILES if file.parent == ROOT / "components" / "reading")

    assert {file: found for file in steps if (found := listed_words(file.read_text(encoding="utf-8")))} == {}


NINE = "lake|[Ff]erry|harbours?|pier|cent(?:re|er)|quay|port town|boat|sail"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (f'P = re.compile(r"\\b(?:{NINE})\\b")', 9),
        (f'P = re.compile(\n    rf"(?P<what>{NINE})"\n    rf"\\s{{NAME}}"\n)', 9),
        (f'P = f"(?:in|{{NAME}}|(?:{NINE}|{{NAME}}|(?:on|at) sea))"', 11),
        (f'WORDS = "{NINE}"', 9),
        (f'P = re.compile("{NINE.removesuffix("|sail")}")', 0),
        (f'P = re.compile("{NINE.replace("sail", "boat")}")', 0),
        (f'P = re.compile("{NINE.replace("sail", "with")}|and|for|you|an?|[a-z]+ing|\\\\w+ly")', 0),
        (f'def f():\n    """{NINE}"""', 0),
        ('P = re.compile("(?:lake|ferry|pier|quay) (?:boat|sail|port|town|sea gate)")', 0),
    ],
)
def test_a_planted_word_list_is_found(source: str, words: int) -> None:
    assert [len(each.split("|")) for each in listed_words(source)] == ([words] if words else [])


def test_no_modules_import_one_another_in_a_circle() -> None:
    """Also not inside a room, nor in a function: what is to the left of what could not be said."""
    imported = {
        module_of(file): {name.removeprefix("components.") for name, _ in imports(file.read_text(encoding="utf-8"))}
        for file in FILES
    }

    assert circle(imported) == []
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) != []


def test_the_tables_name_only_what_is_there() -> None:
    modules = {module_of(file) for file in FILES}

    assert set(ROOMS) == {room_of(module) for module in modules if module != "__init__"}
    assert {
        name for name in {*LIBRARIES, *FOLDERS.values(), *NEIGHBOURS, *COMPOSERS, *PROCESSES} if "." in name
    } <= modules


PLANTED = [
    ("model.rows", "from components.reading.dates.find import find_dates", "model.rows imports components.reading.dates.find"),
    ("reading.dates.find", "from components.reading.tone import score_tone", "reading.dates.find imports components.reading.tone"),
    ("reading.topics", "from components.reading.dates.tense import is_ahead", "reading.topics imports components.reading.dates.tense"),
    ("reading.article", "from components.reading.dates.tense import is_ahead", "reading.article imports components.reading.dates.tense"),
    ("reading.topics", "from components.reading.article import read_article", "reading.topics imports components.reading.article"),
    ("reading.tone", "def f():\n    import spacy", "reading.tone uses spacy"),
    ("reading.dates.find", "import pandas", "reading.dates.find uses pandas"),
    ("analysis.summaries", "import streamlit as st", "analysis.summaries uses streamlit"),
    ("analysis.summaries", "from components.charts.palette import INK", "analysis.summaries imports components.charts.palette"),
    ("charts.tone_lanes", "from components.charts.topic_lanes import BAR", "charts.tone_lanes imports components.charts.topic_lanes"),
    ("charts.tone_lanes", "from components.analysis import summaries", "charts.tone_lanes imports components.analysis.summaries"),
    ("report.tables", "from components.article.package import Package", "report.tables imports components.article.package"),
    ("reading.formats.word", "from components.reading.formats.web import read_html", "reading.formats.word imports components.reading.formats.web"),
    ("reading.article", "from components.reading.worker import Worker", "reading.article imports components.reading.worker"),
    ("article.recorder", "from components.analysis.agreement import agreement", "article.recorder imports components.analysis.agreement"),
    ("article.package", "from components.library.shelf import keep", "article.package imports components.library.shelf"),
    ("library.shelf", "from components.analysis import filters", "library.shelf imports components.analysis.filters"),
    ("analysis.view", "from components.reading.dates.find import find_dates", "analysis.view imports components.reading.dates.find"),
    ("ui.frame", "from components.pages import overview", "ui.frame imports components.pages.overview"),
    ("article.archive", "import requests", "article.archive uses requests"),
    ("pages.overview", "import plotly.graph_objects as go", "pages.overview uses plotly"),
    ("pages.overview", "def f():\n    from components.reading.tone import score_tone", "pages.overview imports components.reading.tone"),
    ("app", "from components.analysis import filters", "app imports components.analysis.filters"),
    ("reading.tone", "from textblob import TextBlob", "reading.tone imports textblob at its top: import it where it is used"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "source", "fault"), PLANTED)
def test_a_planted_fault_is_found(part: str, source: str, fault: str) -> None:
    assert fault in faults(part, source)


def test_an_import_for_types_alone_is_no_import() -> None:
    source = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import plotly.graph_objects as go"

    assert faults("pages.overview", source) == []


def test_app_is_page_setup_filter_panel_list_of_pages_and_run() -> None:
    body = ast.parse((ROOT / "app.py").read_text(encoding="utf-8")).body
    *before, choice = body

    assert len(before) <= 4  # the docstring, two imports, the log
    assert isinstance(choice, ast.If)
    assert ast.unparse(choice.test) == "__name__ == '__main__'"
    assert len(choice.body) <= 4  # what pages need is imported there
    assert len(choice.orelse) == 1  # the server: never run for a reader's click


def test_there_is_no_other_source_folder() -> None:
    allowed = {"app.py", "components", "data", "tests"}

    assert {path.relative_to(ROOT).parts[0] for path in ROOT.rglob("*.py") if ".venv" not in path.parts} <= allowed

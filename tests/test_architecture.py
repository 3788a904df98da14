"""Who may import whom. The table is the house's plan; a second test shows that planted faults are found."""

import ast
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

LEAVES = {
    "model.statements",
    "model.codebook",
    "model.intervals",
    "model.rows",
    "model.names",
    "model.numbers",
    "model.safe",
    "model.limits",
    "model.ids",
    "model.lexicons",
}
STEPS = {
    f"reading.{step}"
    for step in ("sections", "sentences", "quotations", "speakers", "voices", "actors", "topics", "tone")
} | {
    f"reading.formats.{kind}" for kind in ("common", "encodings", "markdown", "pdf", "styles", "web", "word", "zipped")
}

DATES = [
    f"reading.dates.{part}"
    for part in (
        "words",
        "patterns",
        "spans",
        "told",
        "tense",
        "yearly",
        "years",
        "months",
        "relative",
        "rules",
        "find",
    )
]
"""Each looks only at those before it; the others of reading look at the last."""
STEPS |= {DATES[-1]}

COMPOSERS = {f"reading.{composer}" for composer in ("evidence", "floor", "record", "article", "details", "files")}
PROCESSES = {"reading.worker", "reading.apart"}
READING = STEPS | set(DATES) | COMPOSERS | PROCESSES
ARTICLES = {
    "article.attach",
    "article.checks",
    "article.corrections",
    "article.files",
    "article.package",
    "article.opening",
    "article.drafts",
    "article.saving",
    "article.archive",
    "article.recorder",
    "library.shelf",
    "library.shipped",
}
ANALYSIS = {f"analysis.{part}" for part in ("filters", "view", "measures", "summaries", "findings", "agreement")}
CHARTS = {"charts.palette", "charts.section_tone", "charts.tone_panels", "charts.topic_calendar", "charts.topic_lanes", "charts.topic_matrix"}  # fmt: skip
REPORT = {"report.tables", "report.citations"}

OURS: dict[str, set[str]] = {
    # part -> parts of ours that it may import
    "model.intervals": set(),
    "model.rows": {"model.limits"},
    "model.names": set(),
    "model.numbers": set(),
    "model.safe": {"model.limits"},
    "model.limits": set(),
    "model.ids": set(),
    "model.lexicons": {"model.codebook", "model.rows"},
    "model.codebook": {"model.intervals", "model.rows"},
    "model.statements": {"model.intervals", "model.rows"},
    **dict.fromkeys(STEPS, LEAVES | {"reading.formats.common"}),
    **{part: LEAVES | set(DATES[:i]) for i, part in enumerate(DATES)},
    "reading.formats.web": LEAVES | {"reading.formats.common", "reading.formats.styles"},
    "reading.formats.markdown": LEAVES | {"reading.formats.common", "reading.formats.web"},  # which may hold HTML
    **dict.fromkeys(COMPOSERS, LEAVES | STEPS | COMPOSERS),
    "reading.worker": LEAVES | STEPS | {"reading.article"},
    "reading.apart": LEAVES | {"reading.files", "reading.formats.zipped"},
    "article.attach": LEAVES | STEPS | {"reading.evidence"},
    "article.checks": LEAVES,
    "article.corrections": LEAVES,
    "article.files": LEAVES | {"article.corrections"},
    "article.package": LEAVES | {"reading.evidence", "article.attach", "article.corrections"},
    "article.opening": LEAVES | {"article.checks", "article.corrections", "article.files", "article.package"},
    "article.drafts": LEAVES | {"reading.article", "article.corrections", "article.package"},
    "article.saving": LEAVES | {"article.corrections", "article.files", "article.package"},
    "article.recorder": LEAVES
    | COMPOSERS
    | {"article.files", "article.opening", "article.package", "article.saving", "analysis.agreement"},
    "article.archive": LEAVES
    | {"article.files", "article.opening", "article.package"}
    | {"reading.apart", "reading.formats.common", "reading.formats.zipped"},
    "library.shelf": LEAVES | {"article.archive", "article.opening", "article.package", "article.saving"},
    "library.shipped": LEAVES | {"article.opening", "article.package"},
    **dict.fromkeys(ANALYSIS, LEAVES | ANALYSIS),
    "analysis.view": LEAVES | {"analysis.filters", "article.package"},
    **{part: LEAVES | {"charts.palette"} for part in CHARTS},
    **dict.fromkeys(REPORT, LEAVES | ANALYSIS | CHARTS),
    "ui": LEAVES | READING | ARTICLES | {"ui", ""} | ANALYSIS | CHARTS | REPORT,
    "pages": LEAVES | ARTICLES | {"ui"} | ANALYSIS | CHARTS | REPORT,
    "app": {"ui"},
    "__main__": LEAVES | ARTICLES | {"reading.apart", "reading.article", "reading.details", "reading.files"},
}

THEIRS: dict[str, set[str]] = {
    # part -> libraries that it may use, beside the standard library
    **{leaf: set() for leaf in LEAVES},
    "model.rows": {"pydantic"},
    "model.lexicons": {"pydantic", "pydantic_core"},
    "model.codebook": {"pydantic", "tomli_w"},
    "model.statements": {"pydantic", "pandas"},
    **{step: set() for step in READING},
    "reading.speakers": {"spacy"},
    "reading.formats.encodings": {"charset_normalizer"},
    "reading.formats.markdown": {"markdown_it"},
    "reading.formats.pdf": {"pypdf"},
    "reading.formats.styles": {"lxml", "cssselect", "tinycss2"},
    "reading.formats.web": {"lxml"},
    "reading.formats.word": {"lxml"},
    "reading.tone": {"textblob", "vaderSentiment"},
    "reading.article": {"pandas"},
    "article.attach": {"pandas"},
    "article.checks": set(),
    "article.corrections": {"pydantic"},
    "article.files": set(),
    "article.package": {"pandas", "pydantic"},
    "article.opening": {"pydantic"},
    "article.drafts": set(),
    "article.saving": set(),
    "article.archive": set(),
    "article.recorder": {"pandas"},
    "library.shelf": {"platformdirs"},
    "library.shipped": set(),
    **{part: {"pandas", "numpy", "scipy"} for part in ANALYSIS},
    "analysis.agreement": {"pandas", "numpy", "nltk"},
    **{part: {"pandas", "plotly"} for part in CHARTS},
    "report.tables": {"pandas", "xlsxwriter"},
    "report.citations": set(),
    "ui": {"streamlit", "pandas", "starlette"},  # starlette is the platform's server: headers are sent with it
    "pages": {"streamlit"},
    "app": {"streamlit"},
    "__main__": set(),
}

HEAVY = {
    "spacy", "textblob", "vaderSentiment", "nltk", "scipy", "plotly", "xlsxwriter", "lxml", "cssselect", "tinycss2", "docx", "pypdf", "markdown_it",
    "charset_normalizer", "platformdirs", "tomli_w",
}  # fmt: skip
"""Imported where they are used, inside a function, so that the dashboard starts fast."""


def part_of(file: Path) -> str:
    """The row of the tables that a file belongs to."""
    inside = file.relative_to(ROOT).with_suffix("").parts
    if inside == ("app",):
        return "app"
    name = ".".join(inside[1:]).removesuffix(".__init__")
    return next((folder for folder in ("ui", "pages") if name.split(".")[0] == folder), name)


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


def faults(part: str, source: str) -> list[str]:
    """What a source of a part imports and may not."""
    told = []
    for module, at_top in imports(source):
        root, _, rest = module.partition(".")
        if root == "components":
            target = next((folder for folder in ("ui", "pages") if rest.split(".")[0] == folder), rest)
            if target not in OURS[part]:
                told.append(f"{part} imports components.{rest}")
        elif root not in sys.stdlib_module_names:
            if root not in THEIRS[part]:
                told.append(f"{part} uses {root}")
            if root in HEAVY and at_top:
                told.append(f"{part} imports {root} at its top: import it where it is used")
    return told


FILES = [ROOT / "app.py", *sorted((ROOT / "components").rglob("*.py"))]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_module_looks_only_to_the_left(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    if file.name == "__init__.py" and file.parent.name != "ui":
        assert not imports(source)
    else:
        assert faults(part_of(file), source) == []


PLANTED = [
    ("model.intervals", "from components.model.rows import Fault", "model.intervals imports components.model.rows"),
    ("reading.dates.find", "from components.reading.tone import score_tone", "reading.dates.find imports components.reading.tone"),
    ("reading.dates.tense", "from components.reading.dates.find import find_dates", "reading.dates.tense imports components.reading.dates.find"),
    ("reading.topics", "from components.reading.dates.tense import is_ahead", "reading.topics imports components.reading.dates.tense"),
    ("reading.topics", "from components.reading.article import read_article", "reading.topics imports components.reading.article"),
    ("reading.tone", "def f():\n    import spacy", "reading.tone uses spacy"),
    ("reading.dates.find", "import pandas", "reading.dates.find uses pandas"),
    ("analysis.summaries", "import streamlit as st", "analysis.summaries uses streamlit"),
    ("analysis.summaries", "from components.charts.palette import INK", "analysis.summaries imports components.charts.palette"),
    ("charts.tone_panels", "from components.charts.topic_lanes import ROW", "charts.tone_panels imports components.charts.topic_lanes"),
    ("charts.tone_panels", "from components.analysis import summaries", "charts.tone_panels imports components.analysis.summaries"),
    ("report.tables", "from components.article.package import Package", "report.tables imports components.article.package"),
    ("pages", "import plotly.graph_objects as go", "pages uses plotly"),
    ("pages", "def f():\n    from components.reading.tone import score_tone", "pages imports components.reading.tone"),
    ("app", "from components.analysis import filters", "app imports components.analysis.filters"),
    ("reading.tone", "from textblob import TextBlob", "reading.tone imports textblob at its top: import it where it is used"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "source", "fault"), PLANTED)
def test_a_planted_fault_is_found(part: str, source: str, fault: str) -> None:
    assert fault in faults(part, source)


def test_an_import_for_types_alone_is_no_import() -> None:
    source = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import plotly.graph_objects as go"

    assert faults("pages", source) == []


def test_app_is_page_setup_filter_panel_list_of_pages_and_run() -> None:
    body = ast.parse((ROOT / "app.py").read_text(encoding="utf-8")).body
    *before, choice = body

    assert len(before) <= 4  # the docstring, two imports, the log
    assert isinstance(choice, ast.If)
    assert ast.unparse(choice.test) == "__name__ == '__main__'"
    assert len(choice.body) <= 3
    assert len(choice.orelse) == 1  # the server: never run for a reader's click


def test_there_is_no_other_source_folder() -> None:
    allowed = {"app.py", "components", "data", "tests"}

    assert {path.relative_to(ROOT).parts[0] for path in ROOT.rglob("*.py") if ".venv" not in path.parts} <= allowed

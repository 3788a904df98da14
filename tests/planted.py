"""A house in which one more of each kind stands in its place, and nothing else is changed.

A scorer, a field, an export, a kind of file and a page stand in the records; a chart, its page and a topic are files.
`build(FOLDER)` makes a copy of the house with those files; `python -m tests.planted` there plants the others, before any other
module of the app is imported, and writes as JSON what then is seen of them in the files of an article, in its exports and
on the pages.
"""

import csv
import datetime as dt
import json
import re
import shutil
from functools import cache
from pathlib import Path
from typing import Literal

from components.model import scores

ROOT = Path(__file__).parents[1]
SEEN = "seen.json"
LABELS = {"calm": "calm", "tense": "tense"}

CHART = """
from components.charts.palette import INK, axis, carry, figure, trace


def draw_lengths(lengths):
    marks = [carry([id], str(id)) for id in lengths["statement"]]
    bars = trace("bar", x=list(range(len(lengths))), y=lengths["words"].tolist(), marker={"color": INK}, customdata=marks)
    return figure([bars], height=200, top=8, bottom=24, xaxis=axis(), yaxis=axis())
"""

PAGE = """
from components.analysis import summaries
from components.charts.lengths import draw_lengths
from components.ui import filter_panel, frame
from components.ui.chart import show_chart

shown = filter_panel.shown()
frame.heading("How long they speak")
lengths = summaries.lengths(shown.statements)
show_chart(draw_lengths(lengths), key="lengths", place="lengths", alt="Words of each statement.")
"""

TOPIC = """
[[topics]]
id = "venues"
label = "Venues"
definition = "Where talks are held."
counts = "A place of talks."
counts_not = "A country."
words = ["excellent place*"]
"""


def build(house: Path) -> None:
    """Copy the house, with a chart, its page and a topic more, and an article that brings no codebook of its own.

    Of that article the third sentence is coded with the new topic.
    """
    for name in ("components", "data", ".streamlit"):
        shutil.copytree(ROOT / name, house / name)
    for name in ("app.py", "tests/__init__.py", "tests/planted.py"):
        (house / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, house / name)
    (house / "components/charts/lengths.py").write_text(CHART, encoding="utf-8")
    (house / "components/pages/lengths.py").write_text(PAGE, encoding="utf-8")
    with (house / "data/codebook.toml").open("a", encoding="utf-8") as codebook:
        codebook.write(TOPIC)
    plain = Path(shutil.copytree(house / "data/worked-example", house / "data/plain"))
    for name in ("codebook.toml", "record.csv", "evidence.csv", "machine.csv"):
        (plain / name).unlink()
    code(plain, topics={3: "venues"})
    code(house / "data/worked-example", mood={3: "calm", 9: "tense"}, articles={})


def code(folder: Path, **columns: dict[int, str]) -> None:
    """Code columns of an article by hand: what they hold by the number of the statement, and nothing elsewhere."""
    table = folder / "statements.csv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows, start=1):
        row |= {name: values.get(number, "") for name, values in columns.items()}
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def plant() -> None:
    """Put one more into each record."""
    scores.SCORERS["the"] = scores.Scorer("The", "tests.planted:count_articles", "the counter of articles")
    scores.SCORES["articles"] = scores.Score(
        "articles",
        "Articles",
        "the",
        -1,
        1,
        "more articles",
        what="Articles counted",
        column="Articles of what is said.",
        measure="Articles (the)",
        meaning="How often the content says the.",
        formula="articles ÷ 10",
        source="invented",
    )
    from components.model import fields

    fields.FIELDS["mood"] = fields.Field(
        "mood",
        "Mood of the speaker.",
        Literal["", "calm", "tense"],
        "calm, tense, or nothing",
        default="",
        screen=fields.Column("Mood", "In which mood it is said"),
        sheet=fields.Column("mood", "In which mood it is said"),
        question=fields.Question("mood", "Mood", lambda _: LABELS),
    )
    from components.analysis import summaries
    from components.reading.files import FORMATS, FileFormat
    from components.reading.formats.common import Block, Page
    from components.report.exports import EXPORTS, Export
    from components.ui.pages import PAGES, PageEntry

    PAGES["lengths"] = PageEntry("Lengths", "How many words each statement has.")
    summaries.lengths = lambda statements: statements[["statement", "words"]]  # type: ignore[attr-defined]
    EXPORTS["lines"] = Export(
        "lines", ".lines", "text/plain", lambda taken: f"{taken.made.article}\n{len(taken.rows)} lines".encode()
    )
    FORMATS["shout"] = FileFormat(
        (".shout",),
        "a shout",
        lambda data, _: data.startswith(b"\x01SHOUT"),
        lambda data: Page([Block(data[6:].decode().lower())], "", "", []),
    )


def count_articles(text: str) -> object:
    """A scorer: it knows one word."""
    from components.reading.tone import NOTHING_KNOWN, KnownWord, Scored

    places = [i for i in range(len(text)) if text[i : i + 4] == "the "]
    if not places:
        return NOTHING_KNOWN
    return Scored({"articles": len(places) / 10}, [KnownWord(i, i + 3, 0.1) for i in places])


def look() -> dict[str, object]:
    """Record two articles, export one and open pages; returns what is seen."""
    data = ROOT / "data"
    example = data / "worked-example"
    from streamlit.components.v2 import manifest_scanner
    from streamlit.testing.v1 import AppTest

    from components.analysis.agreement import alphas
    from components.analysis.filters import StatementFilter
    from components.analysis.view import View
    from components.article.recorder import record_package
    from components.library.shipped import load_library
    from components.reading.files import read_file, what_may_be_opened
    from components.report.exports import EXPORTS
    from components.report.tables import Provenance
    from components.report.taken import Taken
    from components.ui.downloads import source_of

    manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
    library = load_library(data)
    for folder in (example, data / "plain"):
        record_package(folder, library.codebook, measure=alphas)
    again = load_library(data)
    package = again.packages["worked-example"]
    about = json.loads((example / "datapackage.json").read_text(encoding="utf-8"))
    asked = StatementFilter().with_values("mood", ["calm", "tense"])
    made = Provenance(package.title, "Invented", "All", dt.date(2026, 11, 25), "")
    taken = Taken(
        package.id, package.statements, package.evidence, package.actors, package.codebook or again.codebook,
        source_of(package), made,
    )  # fmt: skip
    written = {id: each.make(taken) for id, each in EXPORTS.items()}

    from io import BytesIO

    from openpyxl import load_workbook

    def page(name: str, **address: str) -> AppTest:
        test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        for key, value in {"article": "worked-example", **address}.items():
            test.query_params[key] = value
        test.switch_page(f"components/pages/{name}.py").run()
        if test.exception:
            raise RuntimeError(test.exception[0].message)
        return test

    def html(test: AppTest) -> str:
        return "\n".join(element.proto.body for element in test.get("html"))

    quotes = page("quotes", mood="tense")
    offered = quotes.multiselect(key="columns")
    offered.set_value([*offered.value, "Mood", "Articles"]).run()
    (read,) = re.findall(r'aria-label="Read statement 9"[^>]* data-press="([^"]*)"', html(quotes))
    quotes.text_input(key="heard_quotes_rows").set_value(f"1 {read}").run()
    taken_along = page("quotes")
    taken_along.session_state["take_along"] = True
    taken_along.run()
    return {
        "faults": {id: [str(each) for each in found] for id, found in again.faults.items()},
        "schema": [each["name"] for each in about["resources"][0]["schema"]["fields"]],
        "moods": package.statements["mood"].tolist(),
        "articles": package.statements["articles"].fillna(0).tolist(),
        "evidence": sorted({row.phrase for row in package.evidence.itertuples() if row.label == "the"}),
        "filtered": asked.apply(package.statements)["sentence"].tolist(),
        "address": View("worked-example", filter=asked).parameters,
        "csv": written["csv"].decode("utf-8-sig").splitlines()[:10],
        "xlsx": [str(cell.value) for cell in load_workbook(BytesIO(written["xlsx"]))["Statements"][1]],
        "lines": written["lines"].decode(),
        "file": read_file("a.shout", b"\x01SHOUTHELLO THERE").text,
        "files": what_may_be_opened(),
        "strip": next(each for each in html(quotes).splitlines() if "rd-shown" in each),
        "filter labels": [each.label for each in quotes.multiselect],
        "table": offered.value + re.findall("<i>(.*?)</i>", html(quotes)),
        "buttons": [each.proto.label for each in taken_along.get("download_button")],
        "detail": html(quotes),
        "method": html(method := page("method")),
        "counted": [each.label for each in method.button],
        "sentiment": page("sentiment").get("button_group")[0].options,
        "link": dict(quotes.query_params),
        "heading": html(lengths := page("lengths", mood="tense")),
        "bars": json.loads(lengths.get("plotly_chart")[0].proto.spec)["data"][0]["customdata"],
        "topics": again.packages["plain"].statements["topics"].tolist(),
        "machine's topics": again.packages["plain"].machine["topics"].tolist(),
        "on the topic": html(page("quotes", article="plain", topic="venues")),
        "codebook": html(page("codebook", article="plain")),
    }


if __name__ == "__main__":
    plant()
    found = look()
    (ROOT / SEEN).write_text(json.dumps(found, ensure_ascii=False, default=str), encoding="utf-8")

"""A house in which a scorer, a field, an export and a kind of file more stand in the records, and nothing else is changed.

`python -m tests.planted FOLDER` plants them, before any other module of the app is imported, and writes as JSON what then
is seen of them in the files of an article, in its exports and on the pages.
"""

import datetime as dt
import json
import os
import re
import shutil
import sys
from pathlib import Path
from typing import Literal

from components.model import scores

ROOT = Path(__file__).parents[1]
LABELS = {"calm": "calm", "tense": "tense"}


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
    from components.reading.files import FORMATS, FileFormat
    from components.reading.formats.common import Block, Page
    from components.report.exports import EXPORTS, Export

    EXPORTS["lines"] = Export(
        "lines", ".lines", "text/plain", lambda rows, made: f"{made.article}\n{len(rows)} lines".encode()
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


def code_moods(folder: Path) -> None:
    """Code the new field by hand: one column more, of which the third and the ninth statement have a value."""
    table = folder / "statements.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    moods = {3: "calm", 9: "tense"}
    coded = [f"{line},{'mood,articles' if i == 0 else moods.get(i, '') + ','}" for i, line in enumerate(lines)]
    table.write_text("\n".join(coded) + "\n", encoding="utf-8")


def look(folder: Path) -> dict[str, object]:
    """Record an article, export it and open pages; returns what is seen."""
    data = Path(shutil.copytree(ROOT / "data", folder / "data"))
    example = data / "worked-example"
    code_moods(example)
    os.environ["READOUT_DATA"] = str(data)
    from streamlit.testing.v1 import AppTest

    from components.analysis.agreement import alphas
    from components.analysis.filters import StatementFilter
    from components.analysis.view import View
    from components.article.recorder import record_package
    from components.library.shipped import load_library
    from components.reading.files import read_file, what_may_be_opened
    from components.report.exports import EXPORTS
    from components.report.tables import Provenance, export_rows

    library = load_library(data)
    record_package(example, library.codebook, measure=alphas)
    again = load_library(data)
    package = again.packages["worked-example"]
    about = json.loads((example / "datapackage.json").read_text(encoding="utf-8"))
    asked = StatementFilter().with_values("mood", ["calm", "tense"])
    made = Provenance(package.title, "Invented", "All", dt.date(2026, 11, 25), "")
    rows = export_rows(package.statements, package.actor_names, package.codebook or again.codebook, made)
    written = {id: each.make(rows, made) for id, each in EXPORTS.items()}

    from io import BytesIO

    from openpyxl import load_workbook

    def page(name: str, **address: str) -> AppTest:
        test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        for key, value in {"article": "worked-example", **address}.items():
            test.query_params[key] = value
        test.run()
        test = test.switch_page(f"components/pages/{name}.py").run()
        if test.exception:
            raise RuntimeError(test.exception[0].message)
        return test

    def html(test: AppTest) -> str:
        return "\n".join(element.proto.body for element in test.get("html"))

    quotes = page("quotes", mood="tense")
    offered = quotes.multiselect(key="columns")
    offered.set_value([*offered.value, "Mood", "Articles"]).run()
    next(each for each in quotes.button if each.label == "Read statement 9").click().run()
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
        "buttons": [each.proto.label for each in quotes.get("download_button")],
        "detail": html(quotes),
        "method": html(method := page("method")),
        "counted": [each.label for each in method.button],
        "sentiment": page("sentiment").get("button_group")[0].options,
        "link": dict(quotes.query_params),
    }


if __name__ == "__main__":
    plant()
    found = look(Path(sys.argv[1]))
    Path(sys.argv[1], "seen.json").write_text(json.dumps(found, ensure_ascii=False, default=str), encoding="utf-8")

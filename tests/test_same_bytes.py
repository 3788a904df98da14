"""The same article gives the same bytes: another process, another order of sets, two seconds later."""

import datetime as dt
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from components.analysis.agreement import alphas
from components.analysis.view import View
from components.article.archive import to_zip
from components.article.drafts import draft_of
from components.article.opening import open_folder
from components.article.package import package_of
from components.article.recorder import record_package
from components.article.saving import save_article
from components.model.codebook import load_codebook
from components.model.statements import each_row
from components.reading.article import read_article
from components.report.brief.briefing import of_what_is_shown, part_of
from components.report.brief.pdf import to_pdf
from components.report.citations import CITATION_STYLES, cite, cite_all
from components.report.tables import Provenance, export_rows, to_csv
from components.report.workbook import to_xlsx
from components.ui.downloads import source_of
from tests import own
from tests.article.test_drafts import corrected
from tests.conftest import DATA, ROOT

DAY = dt.date(2026, 11, 24)


def exports() -> dict[str, bytes]:
    """Every file that Readout writes, by name."""
    codebook = load_codebook(DATA)
    package = open_folder(DATA / "worked-example", codebook).package
    assert package.codebook
    made = Provenance(package.title, package.about.citation, "All 11 statements", DAY, "Readout")
    rows = export_rows(package.statements, package.actor_names, package.codebook, made)
    source = source_of(package)
    notes = [cite(source, row, style) for row in each_row(package.statements) for style in CITATION_STYLES]
    text = (DATA / "worked-example/article.txt").read_text(encoding="utf-8")
    reading = read_article(text, published=DAY, genre="news", codebook=codebook)
    machine = draft_of(reading, text, published=DAY.isoformat(), genre="news", codebook=codebook)
    written = save_article(corrected(own.draft(package.codebook)))
    return {
        "statements.csv of the table": to_csv(rows),
        "statements.xlsx": to_xlsx(rows, made),
        "briefing.pdf": to_pdf(
            of_what_is_shown(
                part_of(package, package.codebook, package.statements, View(package.id)), "All", by="topic", day=DAY
            )
        ),
        "citations": "\n".join([cite_all(source, each_row(package.statements)), *notes]).encode(),
        "package.zip": to_zip(save_article(machine)),
        "corrected.zip": to_zip(written),
        "tables shown": package_of(machine).statements.to_csv().encode(),
        **{f"corrected {name}": data for name, data in written.items()},
        **recorded(),
    }


def recorded() -> dict[str, bytes]:
    """What the recorder writes of the worked example."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(shutil.copytree(DATA / "worked-example", Path(place) / "worked-example"))
        record_package(folder, load_codebook(DATA), measure=alphas)
        return {f"recorded {path.name}": path.read_bytes() for path in sorted(folder.iterdir())}


def started(seed: int) -> subprocess.Popen[str]:
    """Another process that writes all files, in another order of sets, and prints their hashes."""
    asked = "import json; from tests.test_same_bytes import exports, hashed; print(json.dumps(hashed(exports())))"
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "TZ": f"UTC{seed:+d}"}
    return subprocess.Popen([sys.executable, "-c", asked], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


def answered(process: subprocess.Popen[str]) -> dict[str, str]:
    out, _ = process.communicate(timeout=300)
    assert process.returncode == 0
    found: dict[str, str] = json.loads(out.splitlines()[-1])
    return found


def hashed(files: dict[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


def test_every_file_has_the_same_bytes_in_another_process_at_another_time() -> None:
    """The order of sets differs too: this process has drawn its own."""
    first, ended = hashed(exports()), time.monotonic()
    while time.monotonic() < ended + 2.1:  # the clock of a zip file moves in steps of two seconds
        time.sleep(0.1)
    second = answered(started(7))

    assert len(first) > 15
    assert second == first
    shipped = {f"recorded {path.name}": path.read_bytes() for path in (DATA / "worked-example").iterdir()}
    assert hashed(shipped).items() <= first.items()

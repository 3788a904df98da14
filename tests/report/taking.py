"""What is taken along of an article of the tests: all its statements, on one day."""

import datetime as dt

from components.article.package import Package
from components.model.codebook import Codebook
from components.report.tables import Provenance
from components.report.taken import Taken
from components.ui.downloads import source_of

MADE = Provenance("Worked example", "Invented report", "All 11 statements", dt.date(2026, 11, 24), "Readout 0.1.0")


def taken_of(package: Package, codebook: Codebook, made: Provenance = MADE) -> Taken:
    """All statements of an article, in its order."""
    return Taken(
        id=package.id, statements=package.statements, evidence=package.evidence, actors=package.actors, codebook=codebook,
        source=source_of(package), made=made, url=package.about.url, language=package.about.language,
        by_hand=package.about.coded_by == "hand", machine=package.machine,
        fingerprint="sha256:0", format=2,
    )  # fmt: skip

"""The briefing of a comparison: what stands in one text alone, and what both report, subject by subject."""

import datetime as dt
from collections.abc import Iterator

from components.analysis.comparison.compared import Compared, heading, in_figures, in_short
from components.model.brief import Entry
from components.model.comparison import CAVEAT, Status
from components.report.brief.briefing import Briefing, Part, compose


def of_comparison(compared: Compared, first: Part, second: Part, *, day: dt.date) -> Briefing:
    """The quotes stand under their subjects, each under its first one; the caveat stands with the findings."""
    return compose(
        (first, second),
        list(_entries(compared)),
        title=f"{first.title} beside {second.title}",
        shown=f"Both texts whole: {first.total:,} and {second.total:,} statements.",
        note="",
        by="own",
        day=day,
        found=(f"{heading(compared)}. {in_short(compared)}", in_figures(compared), CAVEAT),
    )


def _entries(compared: Compared) -> Iterator[Entry]:
    names: dict[Status, str] = {
        "only_a": f"only in {compared.names[0]}",
        "only_b": f"only in {compared.names[1]}",
        "both": "in both",
    }
    told: set[tuple[str, str]] = set()
    for subject in compared.subjects:
        sides = ((compared.a.package.id, subject.a), (compared.b.package.id, subject.b))
        new = [key for article, ids in sides for id in ids if (key := (article, id)) not in told]
        told.update(new)
        if new:
            yield Entry(heading=f"{subject.label}: {names[subject.status]}"[:200])
        yield from (Entry(article, id) for article, id in new)

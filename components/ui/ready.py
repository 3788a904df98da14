"""What the first page needs, loaded while its reader's browser is still loading the platform's own files.

A server that has just begun has nothing to do for a second or so: the first page would wait for all of this.
"""

import contextlib
import importlib

from components.analysis.measures import mean_interval
from components.charts.palette import figure
from components.model.rows import FaultyFilesError
from components.ui import cached

USED_BY_PAGES = (
    "components.charts.tone_lanes",
    "components.charts.topic_calendar",
    "components.charts.topic_lanes",
    "components.charts.topic_matrix",
    "components.ui.article_text",
    "components.ui.figures",
    "components.ui.lanes",
    "components.ui.quote_list",
    "components.ui.tone_answer",
    "components.ui.topic_answer",
    "pyarrow.pandas_compat",
)
"""Modules that the five pages of the header load, and what is heavy of others' that they load in turn."""


def load_what_pages_need() -> None:
    """Once, in a thread of its own. What is faulty is told by the page that needs it."""
    with contextlib.suppress(FaultyFilesError):
        shown = next(iter(cached.library().drafts.values()), None)
        _ = shown and shown.package  # its tables: the first article is the one that an address without a name shows
    for name in USED_BY_PAGES:
        importlib.import_module(name)
    figure([{"type": "bar"}], height=1).to_json()
    mean_interval((0.0, 1.0))

"""A decision of a person: put into the article's log, and where the reader goes from there."""

import datetime as dt
from collections.abc import Sequence

from components.article.corrections.log import Correction
from components.article.package import Draft
from components.model.rows import FaultyFilesError
from components.ui import cached
from components.ui.desk import desk


def now() -> dt.datetime:
    """The moment of a decision."""
    return dt.datetime.now(dt.UTC)


def go(sentence: int) -> None:
    """Look at a sentence of the article that is shown. A callback."""
    desk().reviewed[desk().view.article] = sentence


def put(draft: Draft, entries: Sequence[Correction], *, then: int | None = None) -> bool:
    """A callback: put entries into the log. What does not fit is told, and nothing is changed. Returns whether it fits."""
    try:
        cached.keep_own(draft.corrected(*entries))
    except FaultyFilesError as error:
        told = " ".join(f"{fault.what[:1].upper()}{fault.what[1:]}." for fault in error.faults)
        desk().say("review", f"Nothing was changed. {told}")
        return False
    desk().say("review", "")
    if then is not None:
        go(then)
    return True


def decide(draft: Draft, entries: Sequence[Correction], *, then: int | None = None) -> None:
    """The same, where nobody asks whether it fits."""
    put(draft, entries, then=then)

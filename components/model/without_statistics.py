"""How NLTK is loaded: without `scipy.stats`, which it would bring for one measure of collocations that nobody here asks for.

It takes half a second or more and 50 MB, and NLTK does without it where it cannot be loaded.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def without_statistics() -> Iterator[None]:
    """Whoever imports NLTK, or what brings it, does so inside. Whoever asks for `scipy.stats` later gets it."""
    absent: Any = None  # a module that is None in this table cannot be loaded
    sys.modules.setdefault("scipy.stats", absent)
    try:
        yield
    finally:
        if sys.modules.get("scipy.stats", sys) is None:
            del sys.modules["scipy.stats"]

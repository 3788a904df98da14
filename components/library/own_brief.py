"""The reader's brief, kept as one file in the folder of the library, under the library's rule (`shelf.why_off`)."""

from collections.abc import Callable
from pathlib import Path

from components.library.shelf import alone_in, write_whole
from components.model.brief import BRIEF_FILE, Brief, read_brief, write_brief
from components.model.rows import Fault, FaultyFilesError


def open_own_brief(folder: Path) -> Brief:
    """The brief that is kept in the folder; an empty one where none is. Raises FaultyFilesError where it cannot be read."""
    try:
        return read_brief((folder / BRIEF_FILE).read_bytes())
    except FileNotFoundError:
        return Brief()
    except OSError as error:
        raise FaultyFilesError([Fault(BRIEF_FILE, f"cannot be read: {error.strerror}")]) from None


def change_own_brief(folder: Path, change: Callable[[Brief], Brief]) -> Brief:
    """Change what is kept, whoever else has changed it since this reader saw it; returns what is kept now.

    An empty brief is not kept. Raises FaultyFilesError where what is kept cannot be read, OSError where the folder cannot
    be written; then nothing is changed.
    """
    with alone_in(folder):
        changed = change(open_own_brief(folder))
        if changed == Brief():
            (folder / BRIEF_FILE).unlink(missing_ok=True)
        else:
            write_whole(write_brief(changed), folder / BRIEF_FILE, is_new=False)
    return changed

"""The reader's own codebook: the general one with the reader's topics, or another one that the reader opened.

It is kept as one file in the folder of the library, under the library's rule: only while the server listens on this
machine alone (`shelf.why_off`).
"""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from components.model.codebook import CODEBOOK_FILE, Codebook, own_codebook, write_own_codebook
from components.model.rows import Fault, FaultyFilesError

SECONDS_TO_WAIT = 10
"""For another server that is writing: it takes milliseconds. Afterwards it is said that nothing was kept."""


def open_own_codebook(folder: Path, general: Codebook) -> Codebook | None:
    """The codebook that is kept in the folder; None where none is. Raises FaultyFilesError where it cannot be read."""
    path = folder / CODEBOOK_FILE
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FaultyFilesError([Fault(CODEBOOK_FILE, f"cannot be read: {error.strerror}")]) from None
    return own_codebook({CODEBOOK_FILE: data}, general)


def change_own_codebook(folder: Path, general: Codebook, change: Callable[[Codebook], Codebook]) -> Codebook:
    """Change what is kept, whoever else has changed it since this reader saw it; returns what is kept now.

    What is the general codebook again is not kept. Raises FaultyFilesError where what is kept cannot be read, OSError
    where the folder cannot be written; then nothing is changed.
    """
    from filelock import FileLock, Timeout

    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / ".codebook.lock", timeout=SECONDS_TO_WAIT):
            changed = change(open_own_codebook(folder, general) or general)
            if changed == general:
                (folder / CODEBOOK_FILE).unlink(missing_ok=True)
            else:
                _write(folder, write_own_codebook(changed, general))
    except Timeout:
        raise OSError(None, "another server is writing it") from None
    return changed


def _write(folder: Path, data: bytes) -> None:
    """Written aside, brought to the disk and then renamed, so that the file under its name is always whole."""
    handle, aside = tempfile.mkstemp(prefix=".", suffix=".part", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(aside).replace(folder / CODEBOOK_FILE)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise

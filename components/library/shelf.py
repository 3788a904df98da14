"""Articles that a reader keeps: one zip file each, in a folder of the reader's own outside the repository.

The folder is the platform's place for user data, or the one that `READOUT_LIBRARY` names. It is used only while the
server listens on this machine alone: whoever reaches a server can read what is kept on it.
"""

import contextlib
import os
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

from components.article.archive import from_zip, saved
from components.article.opening import open_article
from components.article.package import Draft
from components.model.codebook import Codebook
from components.model.ids import first_free
from components.model.rows import Fault, FaultyFilesError

VARIABLE = "READOUT_LIBRARY"
SECONDS_OF_A_LEFTOVER = 3600
"""What was being written for longer than this is no longer written: its process was killed."""

_ONE_AT_A_TIME = threading.Lock()
"""Sessions of one server look and write one after the other. Two servers on one folder are not kept apart."""

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def library_folder() -> Path:
    """Where articles are kept. The folder need not exist yet."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("readout", appauthor=False) / "library"


def why_off(listens_on: str | None, folder: Path) -> str:
    """Why nothing can be kept, in a sentence; nothing where it can. `listens_on` is the server's address."""
    if listens_on not in LOOPBACK:
        return (
            "Articles cannot be kept here, because this server can be reached from other machines. Download the article "
            "instead, and open it again next time."
        )
    place = next(each for each in (folder, *folder.parents) if each.exists())
    if place.is_dir() and os.access(place, os.W_OK):
        return ""
    reason = "it cannot be written" if place.is_dir() else f"{place} is no folder"
    return f"Articles cannot be kept in the folder {folder}: {reason}. Choose another one with {VARIABLE}."


class NotAnEarlierStateError(Exception):
    """What is kept under the name of an article is no earlier state of it, so it must not be replaced. Says why."""


OTHER_CORRECTIONS = (
    "The article was not kept: another tab or session has kept corrections that are not in this one. Keep this state "
    "beside the other, and nothing is lost."
)
OTHER_FILE = (
    "The article was not kept: the file under its name cannot be read, and what it holds would be lost. Keep this state "
    "beside it."
)


def keep(draft: Draft, folder: Path) -> Path:
    """Write an article into the folder, in place of an earlier state of it. Returns the file.

    It is written aside, brought to the disk and then renamed, so that a file under its name is always whole. Raises
    NotAnEarlierStateError where somebody else kept what this state does not have, OSError where the disk is full or the
    folder cannot be written; then nothing is changed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _ONE_AT_A_TIME:
        _refuse_to_lose(draft, folder / f"{draft.id}.zip")
        return _write(draft, folder)


def keep_beside(draft: Draft, folder: Path) -> Draft:
    """Write an article into the folder under the next free name: "…-2". Returns it with the id that it got.

    Raises OSError as `keep` does.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _ONE_AT_A_TIME:
        kept = {draft.id, *(path.stem for path in kept_files(folder))}
        beside = replace(draft, id=first_free(draft.id, kept))
        _write(beside, folder)
    return beside


def _refuse_to_lose(draft: Draft, path: Path) -> None:
    """The log only grows, so what is an earlier state has a log with which this one begins; topics only grow too."""
    if not path.exists():
        return
    try:
        there = open_kept(path, draft.codebook)
    except FaultyFilesError:
        raise NotAnEarlierStateError(OTHER_FILE) from None
    more_topics = there.codebook.topic_labels.keys() - draft.codebook.topic_labels.keys()
    if draft.log[: len(there.log)] != there.log or more_topics:
        raise NotAnEarlierStateError(OTHER_CORRECTIONS)


def _write(draft: Draft, folder: Path) -> Path:
    target = folder / f"{draft.id}.zip"
    handle, aside = tempfile.mkstemp(prefix=".", suffix=".part", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(saved(draft))
            file.flush()
            os.fsync(file.fileno())
        Path(aside).replace(target)
        _bring_to_disk(folder)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise
    return target


def _bring_to_disk(folder: Path) -> None:
    """The new name too, where the system lets a folder be opened (Windows does not)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sweep(folder: Path) -> None:
    """Take away what a process that was killed while it wrote has left. What cannot be taken away stays."""
    for left in folder.glob(".*.part"):
        with contextlib.suppress(OSError):
            if left.stat().st_mtime < time.time() - SECONDS_OF_A_LEFTOVER:
                left.unlink()


def forget(id: str, folder: Path) -> None:
    """Take an article out of the folder."""
    (folder / f"{id}.zip").unlink(missing_ok=True)


def kept_files(folder: Path) -> list[Path]:
    """The files of the articles that are kept, by name. A folder that is not there holds none."""
    return sorted(path for path in folder.glob("*.zip") if path.is_file())


def open_kept(path: Path, codebook: Codebook) -> Draft:
    """A kept article; its id is the name of its file. Raises FaultyFilesError where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FaultyFilesError([Fault(path.name, f"cannot be read: {error.strerror}")]) from None
    return open_article(path.stem, from_zip(data, path.name), codebook)

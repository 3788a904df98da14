"""Articles that a reader keeps: one zip file each, in a folder of the reader's own outside the repository.

The folder is the platform's place for user data, or the one that `READOUT_LIBRARY` names. It is used only while the
server listens on this machine alone: whoever reaches a server can read what is kept on it.
"""

import contextlib
import errno
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from components.article.archive import from_zip, saved
from components.article.opening import open_article
from components.article.package import Draft
from components.article.seal import digest
from components.model.codebook import Codebook
from components.model.hosts import LOOPBACK
from components.model.ids import first_free
from components.model.rows import Fault, FaultyFilesError

VARIABLE = "READOUT_LIBRARY"
SECONDS_OF_A_LEFTOVER = 3600
"""What was being written for longer than this is no longer written: its process was killed."""

_ONE_AT_A_TIME = threading.Lock()
"""Sessions of one server look and write one after the other; servers on one folder wait for each other's lock."""

LOCK_FILE = ".lock"
PATIENCE = 10
"""Seconds for which one waits until another server has written."""


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


Stamp = tuple[int, int, int]
"""When a file was written, its size, and its place on the disk: another one where it was written anew."""


def stamp_of(stat: os.stat_result) -> Stamp:
    """The stamp of a file."""
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


class NotAnEarlierStateError(Exception):
    """What is kept under the name of an article is no earlier state of it, so it must not be replaced. Says why."""


OTHER_CORRECTIONS = (
    "The article was not kept: another tab or session has kept corrections that are not in this one. Keep this state "
    "beside the other, and nothing is lost."
)
CHANGED_SINCE = (
    "The article was not taken away: another tab, session or server has kept it with changes that are not seen here. Show "
    "it again, and decide then."
)
OTHER_FILE = (
    "The article was not kept: the file under its name cannot be read, and what it holds would be lost. Keep this state "
    "beside it."
)


def keep(draft: Draft, folder: Path) -> Draft:
    """Write an article into the folder, in place of an earlier state of it. Returns it as it is kept there.

    It is written aside, brought to the disk and then renamed, so that a file under its name is always whole. Raises
    NotAnEarlierStateError where somebody else kept what this state does not have, OSError where the disk is full or the
    folder cannot be written; then nothing is changed.
    """
    data = saved(draft)
    with alone_in(folder):
        target = folder / f"{draft.id}.zip"
        is_new = _refuse_to_lose(draft, target)
        try:
            write_whole(data, target, is_new=is_new)
        except FileExistsError:  # of a program that does not ask for the lock
            raise NotAnEarlierStateError(OTHER_CORRECTIONS) from None
    return replace(draft, origin=digest(data))


def keep_beside(draft: Draft, folder: Path) -> Draft:
    """Write an article into the folder under the next free name: "…-2". Returns it with the id that it got.

    Raises OSError as `keep` does.
    """
    with alone_in(folder):
        taken = {draft.id, *(path.stem for path in kept_files(folder))}
        while True:
            beside = replace(draft, id=first_free(draft.id, taken))
            data = saved(beside)
            try:
                write_whole(data, folder / f"{beside.id}.zip", is_new=True)
            except FileExistsError:
                taken.add(beside.id)
            else:
                return replace(beside, origin=digest(data))


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Nobody else looks and writes in the folder: no other session of this server, and no other server.

    Raises OSError where the folder cannot be used, or another server holds it for longer than anybody writes.
    """
    from filelock import FileLock, Timeout

    folder.mkdir(parents=True, exist_ok=True)
    try:
        with _ONE_AT_A_TIME, FileLock(folder / LOCK_FILE, timeout=PATIENCE, poll_interval=0.01):
            yield
    except Timeout:
        raise OSError(errno.EAGAIN, "another Readout is writing in the folder; try again in a minute") from None


def _refuse_to_lose(draft: Draft, path: Path) -> bool:
    """Whether the name is new. What was opened is what is on disk, or that is an earlier state of the same reading.

    A log only grows, so an earlier state has a log with which this one begins; topics only grow too.
    """
    if not path.exists():
        return True
    if draft.origin and digest(path.read_bytes()) == draft.origin:
        return False
    try:
        there = open_kept(path, draft.codebook)
    except FaultyFilesError:
        raise NotAnEarlierStateError(OTHER_FILE) from None
    same_reading = (there.first, there.text) == (draft.first, draft.text)
    more_topics = there.codebook.topic_labels.keys() - draft.codebook.topic_labels.keys()
    if not same_reading or draft.log[: len(there.log)] != there.log or more_topics:
        raise NotAnEarlierStateError(OTHER_CORRECTIONS)
    return False


def write_whole(data: bytes, target: Path, *, is_new: bool) -> None:
    """Write a file whole. Raises FileExistsError where it is to be new and somebody has its name meanwhile."""
    handle, aside = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if is_new:
            _take_name(target, Path(aside))
        else:
            Path(aside).replace(target)
        _bring_to_disk(target.parent)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise


def _take_name(target: Path, aside: Path) -> None:
    """Give a file its name in one step, which fails where somebody has it: a link, or where there are none, a marker."""
    try:
        os.link(aside, target)
    except FileExistsError:
        raise
    except OSError:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        aside.replace(target)
    else:
        aside.unlink()


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


def forget(id: str, folder: Path, *, origin: str = "", stamp: Stamp | None = None) -> None:
    """Take an article out of the folder: the one that was opened (`origin`) or listed (`stamp`), where that is given.

    Raises NotAnEarlierStateError where another state of it stands there now, OSError where it cannot be taken out.
    """
    path = folder / f"{id}.zip"
    if not path.exists():
        return
    with alone_in(folder):
        other = (origin and digest(path.read_bytes()) != origin) or (stamp and stamp_of(path.stat()) != stamp)
        if other:
            raise NotAnEarlierStateError(CHANGED_SINCE)
        path.unlink(missing_ok=True)


def kept_files(folder: Path) -> list[Path]:
    """The files of the articles that are kept, by name. A folder that is not there holds none."""
    return sorted(path for path in folder.glob("*.zip") if path.is_file())


def open_kept(path: Path, codebook: Codebook) -> Draft:
    """A kept article; its id is the name of its file. Raises FaultyFilesError where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FaultyFilesError([Fault(path.name, f"cannot be read: {error.strerror}")]) from None
    return replace(open_article(path.stem, from_zip(data, path.name), codebook), origin=digest(data))

"""Articles that a reader keeps: one zip file each, in a folder of the reader's own outside the repository.

The folder is the platform's place for user data, or the one that `READOUT_LIBRARY` names. It is used only while the
server listens on this machine alone: whoever reaches a server can read what is kept on it.
"""

import os
import tempfile
from pathlib import Path

from components.archive import from_zip, to_zip
from components.codebook import Codebook
from components.package import Draft, open_article, save_article
from components.rows import Fault, FaultyFilesError

VARIABLE = "READOUT_LIBRARY"
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


def keep(draft: Draft, folder: Path) -> Path:
    """Write an article into the folder, in place of an earlier state of it. Returns the file.

    It is written aside, brought to the disk and then renamed, so that a file under its name is always whole. Raises
    OSError where the disk is full or the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{draft.id}.zip"
    handle, aside = tempfile.mkstemp(prefix=".", suffix=".part", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(to_zip(save_article(draft)))
            file.flush()
            os.fsync(file.fileno())
        Path(aside).replace(target)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise
    return target


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

"""Second coders' codings, one file for each article, in a folder of the library, under the library's rule (`shelf.why_off`).

What stands in a file is said by `report.second_coder`; here it is bytes.
"""

from collections.abc import Callable
from pathlib import Path

from components.library.shelf import alone_in, write_whole

FOLDER = "second-codings"


def open_second_coding(article: str, folder: Path) -> bytes:
    """The coding of an article that is kept; nothing where none is. Raises OSError where it cannot be read."""
    try:
        return _file(article, folder).read_bytes()
    except FileNotFoundError:
        return b""


def change_second_coding(article: str, folder: Path, change: Callable[[bytes], bytes]) -> bytes:
    """Change what is kept, whoever else has changed it since this reader saw it; returns what is kept now.

    `change` may raise what it likes, and nothing is changed. Raises OSError where the folder cannot be written.
    """
    with alone_in(folder):
        changed = change(open_second_coding(article, folder))
        file = _file(article, folder)
        file.parent.mkdir(exist_ok=True)
        write_whole(changed, file, is_new=False)
    return changed


def forget_second_coding(article: str, folder: Path) -> None:
    """Take the coding of an article out of the folder. Raises OSError where that cannot be done."""
    _file(article, folder).unlink(missing_ok=True)


def _file(article: str, folder: Path) -> Path:
    return folder / FOLDER / f"{article}.json"

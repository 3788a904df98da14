"""The articles of a data folder: those that ship with Readout, or those of another folder that the environment names."""

from pathlib import Path
from typing import NamedTuple

from components.article.opening import load_package
from components.article.package import Package
from components.model.codebook import Codebook, load_codebook
from components.model.rows import Fault, FaultyFilesError


class Library(NamedTuple):
    """All articles of a data folder: the good ones by id, newest first, and the faults of the others by id."""

    codebook: Codebook
    packages: dict[str, Package]
    faults: dict[str, tuple[Fault, ...]]


def load_library(folder: Path) -> Library:
    """Read the codebook, the record and every article. An article with faults is left out and its faults are kept.

    Raises FaultyFilesError where the codebook or the record cannot be used: without them no article can be read.
    """
    codebook = load_codebook(folder)
    packages: list[Package] = []
    faults: dict[str, tuple[Fault, ...]] = {}
    for each in sorted(path.parent for path in folder.glob("*/datapackage.json")):
        try:
            packages.append(load_package(each, codebook))
        except FaultyFilesError as error:
            faults[each.name] = error.faults
    packages.sort(key=lambda package: package.about.published_day, reverse=True)
    return Library(codebook, {package.id: package for package in packages}, faults)

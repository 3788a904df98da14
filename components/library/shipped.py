"""The articles of a data folder: those that ship with Readout, or those of another folder that the environment names."""

from pathlib import Path
from typing import NamedTuple

from components.article.opening import open_folder
from components.article.package import Draft, Package
from components.model.codebook import Codebook, load_codebook
from components.model.rows import Fault, FaultyFilesError


class Library(NamedTuple):
    """All articles of a data folder: the good ones by id, newest first, and the faults of the others by id.

    The tables of an article are made when it is first shown: most readers look at one.
    """

    codebook: Codebook
    drafts: dict[str, Draft]
    faults: dict[str, tuple[Fault, ...]]

    @property
    def packages(self) -> dict[str, Package]:
        """The tables of every article."""
        return {id: draft.package for id, draft in self.drafts.items()}


def load_library(folder: Path) -> Library:
    """Read the codebook, the record and every article. An article with faults is left out and its faults are kept.

    Raises FaultyFilesError where the codebook or the record cannot be used: without them no article can be read.
    """
    codebook = load_codebook(folder)
    drafts: list[Draft] = []
    faults: dict[str, tuple[Fault, ...]] = {}
    for each in sorted(path.parent for path in folder.glob("*/datapackage.json")):
        try:
            drafts.append(open_folder(each, codebook))
        except FaultyFilesError as error:
            faults[each.name] = error.faults
    drafts.sort(key=lambda draft: draft.about.published_day, reverse=True)
    return Library(codebook, {draft.id: draft for draft in drafts}, faults)

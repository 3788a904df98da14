"""What is told when a text is read belongs to its article: in the package, and through save and open."""

import json
from dataclasses import replace

import pytest

from components.article.drafts import draft_of, kept_notices
from components.article.opening import open_article
from components.article.saving import save_article
from components.model.codebook import Codebook
from components.model.limits import MOST_NOTICE_CHARACTERS, MOST_NOTICES
from components.model.rows import FaultyFilesError
from components.reading.article import Reading
from components.reading.evidence import Recorded
from tests.own import ACTORS, TEXT, draft

GUESSED = "The encoding was guessed: windows-1252."
FRENCH = "This text seems to be in French (sure)."


def test_an_article_keeps_what_was_told_of_its_file_and_of_its_reading(codebook: Codebook) -> None:
    rows = Recorded(list(draft(codebook).first.statements), [])
    reading = Reading("Talks", rows, ACTORS, ("Lead",), (), "fr", (FRENCH,))

    made = draft_of(reading, TEXT, published="2020-05-04", genre="news", codebook=codebook, notices=[GUESSED, GUESSED])

    assert (made.about.language, made.about.notices) == ("fr", (GUESSED, FRENCH))
    assert made.package.about.notices == (GUESSED, FRENCH)


def test_the_package_holds_them(codebook: Codebook) -> None:
    own = draft(codebook)
    told = replace(own, about=own.about.model_copy(update={"notices": (GUESSED, FRENCH)}))
    files = save_article(told)

    assert json.loads(files["datapackage.json"])["readout"]["notices"] == [GUESSED, FRENCH]
    assert open_article(told.id, files, codebook).about == told.about


def test_a_package_without_any_opens_as_before(codebook: Codebook) -> None:
    files = save_article(draft(codebook))
    content = json.loads(files["datapackage.json"])
    del content["readout"]["notices"]

    opened = open_article("talks", {**files, "datapackage.json": json.dumps(content).encode()}, codebook)

    assert opened.about.notices == ()


@pytest.mark.parametrize(
    ("notices", "told"),
    [
        (["A note."] * 21, "readout.notices: found 21 notices; up to 20 can be shown"),
        (["x" * 601], f"readout.notices: found “{'x' * 59}…”; allowed: sentences on one line, of up to 600 characters"),
        (["One\nand two."], "readout.notices: found “One\nand two.”; allowed: sentences on one line, of up to 600 characters"),
        ([" "], "readout.notices: found “ ”; allowed: sentences on one line, of up to 600 characters"),
        ([7], "readout.notices.0: input should be a valid string"),
    ],
    ids=["many", "long", "two lines", "nothing", "a number"],
)  # fmt: skip
def test_a_stranger_s_notices_are_few_and_short(codebook: Codebook, notices: list[object], told: str) -> None:
    files = save_article(draft(codebook))
    content = json.loads(files["datapackage.json"])
    content["readout"]["notices"] = notices

    with pytest.raises(FaultyFilesError) as caught:
        open_article("talks", {**files, "datapackage.json": json.dumps(content).encode()}, codebook)

    assert [str(fault) for fault in caught.value.faults] == [f"datapackage.json: {told}"]


def test_whatever_is_told_can_be_kept() -> None:
    """A note may list words of the text, and a file may give many."""
    assert kept_notices(["Two\nlines,\u2028three.", "", "Two lines, three.", "Half \ud800."]) == (
        "Two lines, three.",
        "Half \ufffd.",
    )
    (long,) = kept_notices(["word " * 400])
    assert len(long) == MOST_NOTICE_CHARACTERS
    many = kept_notices([f"Note {n}." for n in range(30)])
    assert (len(many), many[-2], many[-1]) == (MOST_NOTICES, "Note 18.", "And 11 notes more.")

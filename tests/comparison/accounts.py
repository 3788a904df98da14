"""Accounts of a few sentences for the tests, without a reading: each sentence with the subjects that it is given."""

from collections.abc import Sequence
from itertools import accumulate

from components.analysis.comparison.accounts import Account, account_of
from components.article.corrections.log import Coding
from components.article.package import About, Draft
from components.model.codebook import REPORTER, Actor, Codebook
from components.model.statements import Genre, Statement, statement_ids

Line = tuple[str, str]
"""A sentence and its subjects, separated by spaces."""

REPORTERS = (Actor(id=REPORTER, name="Reporter", role="", side=REPORTER, aliases=()),)


def account(
    lines: Sequence[Line], codebook: Codebook, *, name: str = "", genre: Genre = "readout", language: str = "en"
) -> Account:
    """An account of these sentences, each a paragraph of its own; all are the writer's."""
    texts = [text for text, _ in lines]
    starts = accumulate((len(text) + 2 for text in texts), initial=0)
    rows = [
        Statement.model_validate({
            "statement": id, "section": 0, "paragraph": n + 1, "sentence": n + 1, "turn": 1, "answers": None,
            "speakers": (REPORTER,), "via": "", "form": "narration", "level": "", "topics": tuple(subjects.split()),
            "gloss": "", "cue_start": None, "cue_end": None, "content_start": None, "content_end": None,
            "start": start, "end": start + len(text), "words": 0, "polarity": None, "subjectivity": None, "vader": None,
            "blend": None,
        })
        for n, (id, (text, subjects), start) in enumerate(zip(statement_ids(texts), lines, starts, strict=False))
    ]  # fmt: skip
    about = About(
        publisher=name, place="", published="2019-05-14", citation=f"Readout, {name}", genre=genre, coded_by="machine",
        language=language, sections=("Lead",),
    )  # fmt: skip
    draft = Draft(
        id=f"of-{name.casefold() or 'somebody'}", title="Talks", about=about, first=Coding(tuple(rows), (), REPORTERS),
        codebook=codebook, text="\n\n".join(texts),
    )  # fmt: skip
    return account_of(draft.package, codebook)

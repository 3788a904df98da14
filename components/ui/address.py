"""What stands in a link: the article, the filter and one statement, as ids. Pure: no Streamlit.

A published link must open the same view for years, so the names of the parameters and their values are frozen by a
test. What a link asks for and the article does not have is named, never dropped in silence.

| parameter | value | may repeat |
| --- | --- | --- |
| article | id of the article | no |
| speaker | id of an actor | yes |
| topic | id of a topic | yes |
| section | number of a section, 0 is the lead | yes |
| form | direct, indirect, carried, narration | yes |
| tone | negative, neutral, positive, unscored, contradicted | yes |
| words | words to find | no |
| wording | yes: the words are looked for in the wording too | no |
| statement | id of a statement | no |
| yours | 1: an article of the reader's own was shown, or a text stood in a box; nothing is said of it | no |
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from components.analysis.filters import TONES, StatementFilter
from components.article.package import Package
from components.library.shipped import Library
from components.model.limits import MOST_SEARCH_CHARACTERS
from components.model.rows import shortened
from components.model.statements import FORMS

Parameters = Mapping[str, Sequence[str]]

KNOWN = ("article", "speaker", "topic", "section", "form", "tone", "words", "wording", "statement", "yours")

YOURS: dict[str, list[str]] = {"yours": ["1"]}
"""The whole address while an article of the reader's own is shown, so that a page that lost it can say so. While a text
stands in the box of a page it is added to that page's address."""


class Asked(NamedTuple):
    """What a link asks for. `statement` is "" if none; `unknown` says in words what was not understood.

    `yours`: it was written while an article of the reader's own was shown, or a text of theirs stood in a box.
    """

    article: str
    filter: StatementFilter
    statement: str
    unknown: tuple[str, ...]
    yours: bool = False


def read_address(parameters: Parameters, library: Library) -> Asked:
    """Understand the parameters of a link, as far as the articles have what it asks for."""
    unknown = [f"the parameter “{shortened(name)}”" for name in parameters if name not in KNOWN]
    article = _first(parameters, "article") or next(iter(library.packages))
    if article not in library.packages:
        unknown.append(f"the article “{shortened(article)}”")
        article = next(iter(library.packages))
    package = library.packages[article]

    def known(name: str, allowed: Iterable[str]) -> tuple[str, ...]:
        values = dict.fromkeys(parameters.get(name, ()))
        unknown.extend(f"the {name} “{shortened(value)}”" for value in values if value not in allowed)
        return tuple(value for value in values if value in allowed)

    words = _first(parameters, "words").strip()
    if len(words) > MOST_SEARCH_CHARACTERS:
        unknown.append(f"words beyond the first {MOST_SEARCH_CHARACTERS} characters")
    asked = StatementFilter(
        speakers=known("speaker", package.actor_names),
        topics=known("topic", library.codebook.topic_labels),
        sections=tuple(int(number) for number in known("section", _section_numbers(package))),
        forms=known("form", FORMS),
        tones=known("tone", TONES),
        words=words[:MOST_SEARCH_CHARACTERS],
        in_wording="yes" in known("wording", ("yes",)),
    )
    statement = (known("statement", set(package.statements["statement"])) or ("",))[0]
    yours = "1" in known("yours", ("1",))
    return Asked(article, asked, statement, tuple(unknown), yours)


def write_address(article: str, asked: StatementFilter, statement: str = "") -> dict[str, list[str]]:
    """The parameters of a link to this view. `read_address` gives back what went in."""
    parameters = {
        "article": [article],
        "speaker": list(asked.speakers),
        "topic": list(asked.topics),
        "section": [str(number) for number in asked.sections],
        "form": list(asked.forms),
        "tone": list(asked.tones),
        "words": [asked.words] if asked.words else [],
        "wording": ["yes"] if asked.words and asked.in_wording else [],
        "statement": [statement] if statement else [],
    }
    return {name: values for name, values in parameters.items() if values}


def _first(parameters: Parameters, name: str) -> str:
    return next(iter(parameters.get(name, ())), "")


def _section_numbers(package: Package) -> list[str]:
    return [str(number) for number in range(len(package.about.sections))]

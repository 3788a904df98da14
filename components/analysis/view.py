"""The view: one value of article, filter, order, score and statement, that every page shows and every link means.

It writes and reads an address, and the two are inverse of each other: a published link must open the same view for years,
so the names of the parameters and their values are frozen by a test. What a link asks for and the article does not have
is named, never dropped in silence.

| parameter | value | may repeat |
| --- | --- | --- |
| article | id of the article | no |
| speaker | id of an actor | yes |
| topic | id of a topic | yes |
| section | number of a section, 0 is the lead | yes |
| form | direct, indirect, carried, narration | yes |
| tone | negative, neutral, positive, unscored, contradicted | yes |
| (of a field that is added to `FIELDS`) | one of its values | yes |
| words | words to find | no |
| wording | yes: the words are looked for in the wording too | no |
| order | negative, positive: first what is most so; without it the order of the article | no |
| by | the score that orders | no |
| statement | id of a statement | no |
| beside | id of a shipped article that it is compared with | no |
| yours | 1: an article of the reader's own was shown, or a text stood in a box; nothing is said of it | no |
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, NamedTuple, get_args

import pandas as pd

from components.analysis.filters import QUESTIONS, StatementFilter
from components.article.package import Draft
from components.model.codebook import Codebook
from components.model.fields import Labels
from components.model.limits import MOST_SEARCH_CHARACTERS
from components.model.rows import shortened
from components.model.scores import SCORES

Parameters = Mapping[str, Sequence[str]]

KNOWN = (
    "article",
    *(question.parameter for question in QUESTIONS.values()),
    *("words", "wording", "order", "by", "statement", "beside", "yours"),
)

YOURS: dict[str, list[str]] = {"yours": ["1"]}
"""The whole address while an article of the reader's own is shown, so that a page that lost it can say so. While a text
stands in the box of a page it is added to that page's address."""

Order = Literal["article", "negative", "positive"]
ORDERS: tuple[Order, ...] = get_args(Order)
ORDER_WORDS: dict[Order, str] = {"article": "", "negative": "most negative first", "positive": "most positive first"}

ORDERING: tuple[str, ...] = tuple(key for key, score in SCORES.items() if score.signed)
"""Scores that can order statements: those that run from negative to positive."""

FIRST_SCORE = "blend"
"""The score that orders before a reader chooses one: of all it agrees best with people."""

UNSAID_SCORE = "polarity"
"""The score of links that name an order and no score: those were written when there was no other."""


@dataclass(frozen=True)
class View:
    """What is looked at. `own`: the article is the reader's, so nothing of the view may stand in an address.

    `statement` is the id of one statement, or nothing; `score` is one of `ORDERING`, and orders where `order` is not that
    of the article. `beside` is the shipped article that it is compared with, or nothing.
    """

    article: str = ""
    own: bool = False
    filter: StatementFilter = field(default_factory=StatementFilter)
    order: Order = "article"
    score: str = FIRST_SCORE
    statement: str = ""
    beside: str = ""

    # --- Another view ---

    def asking(self, **fields: Any) -> "View":
        """The view with other fields of the filter."""
        return replace(self, filter=replace(self.filter, **fields))

    def at(self, statement: str) -> "View":
        """The view of one statement; of none where it is nothing."""
        return replace(self, statement=statement)

    def cleared(self) -> "View":
        """The view without filter and statement: the whole article, in the same order."""
        return replace(self, filter=StatementFilter(), statement="")

    def moved_to(self, article: str, *, own: bool, speakers: Container[str], topics: Container[str]) -> "View":
        """The view of another article, with what was asked as far as that one has it: it has other sections.

        From an article of the reader's own nothing goes along, since it would stand in the address of the next one.
        """
        if self.own and article != self.article:
            return View(article, own)
        asked = self.filter
        left = replace(
            asked,
            speakers=tuple(each for each in asked.speakers if each in speakers),
            topics=tuple(each for each in asked.topics if each in topics),
            sections=(),
        )
        return replace(self, article=article, own=own, filter=left, statement="")

    # --- What it shows ---

    def ordered(self, statements: pd.DataFrame) -> pd.DataFrame:
        """Statements in the order of the view, unscored ones last.

        Where scores are equal the other scores decide, then the article's order.
        """
        if self.order == "article":
            return statements
        scores = [self.score, *(key for key in ORDERING if key != self.score)]
        ascending = self.order == "negative"
        return statements.sort_values(
            [*scores, "sentence"], ascending=[*[ascending] * len(scores), True], na_position="last"
        )

    def describe(self, shown: int, total: int, labels: Labels) -> str:
        """What is shown, in which order, in English.

        >>> view = View("talks", filter=StatementFilter(topics=("grain",)), order="negative", score="vader")
        >>> view.describe(9, 91, Labels({}, {"grain": "Grain"}))
        '9 of 91 statements: Grain, most negative first by VADER'
        """
        said = self.filter.describe(shown, total, labels)
        return f"{said}, {self.order_in_words}" if self.order_in_words else said

    @property
    def order_in_words(self) -> str:
        """Which statements come first, and by which score; nothing where the order is the article's."""
        words = ORDER_WORDS[self.order]
        return f"{words} by {SCORES[self.score].label}" if words else ""

    # --- Its address ---

    @property
    def parameters(self) -> dict[str, list[str]]:
        """The address of the view. `read_view` gives the view back. Of an article of the reader's own it says that alone."""
        if self.own:
            return {name: list(values) for name, values in YOURS.items()}
        asked, by_score = self.filter, self.order != "article"
        written: dict[str, list[str]] = {
            "article": [self.article],
            **{each.parameter: [str(value) for value in asked.asked_of(name)] for name, each in QUESTIONS.items()},
            "words": [asked.words] if asked.words else [],
            "wording": ["yes"] if asked.words and asked.in_wording else [],
            "order": [self.order] if by_score else [],
            "by": [self.score] if by_score or self.score != FIRST_SCORE else [],
            "statement": [self.statement] if self.statement else [],
            "beside": [self.beside] if self.beside else [],
        }
        return {name: values for name, values in written.items() if values}


class Asked(NamedTuple):
    """What a link asks for: a view, and in words what was not understood.

    `yours`: it was written while an article of the reader's own was shown, or a text of theirs stood in a box.
    """

    view: View
    unknown: tuple[str, ...] = ()
    yours: bool = False


def read_view(parameters: Parameters, articles: Mapping[str, Draft], general: Codebook) -> Asked:
    """Understand the parameters of a link, as far as the articles have what it asks for.

    `articles` are those that links may name, the first of them is shown where none is named; `general` is the
    codebook of those that bring none.
    """
    unknown = [f"the parameter “{shortened(name)}”" for name in parameters if name not in KNOWN]
    article = _first(parameters, "article") or next(iter(articles))
    if article not in articles:
        unknown.append(f"the article “{shortened(article)}”")
        article = next(iter(articles))
    package = articles[article].package

    def known(name: str, allowed: Iterable[str]) -> tuple[str, ...]:
        values = dict.fromkeys(parameters.get(name, ()))
        unknown.extend(f"the {name} “{shortened(value)}”" for value in values if value not in allowed)
        return tuple(value for value in values if value in allowed)

    words = _first(parameters, "words").strip()
    if len(words) > MOST_SEARCH_CHARACTERS:
        unknown.append(f"words beyond the first {MOST_SEARCH_CHARACTERS} characters")
    asked = StatementFilter(words=words[:MOST_SEARCH_CHARACTERS])
    labels = Labels(package.actor_names, (package.codebook or general).topic_labels, sections=package.about.sections)
    for name, question in QUESTIONS.items():
        options = {str(value): value for value in question.options(labels)}
        asked = asked.with_values(name, [options[value] for value in known(question.parameter, options)])
    asked = replace(asked, in_wording="yes" in known("wording", ("yes",)))
    orders: dict[str, Order] = {each: each for each in ORDERS if each != "article"}
    order: Order = next((orders[each] for each in known("order", orders)), "article")
    score = next(iter(known("by", ORDERING)), FIRST_SCORE if order == "article" else UNSAID_SCORE)
    statement = next(iter(known("statement", set(package.statements["statement"]))), "")
    beside = next(iter(known("beside", articles)), "")
    view = View(article, filter=asked, order=order, score=score, statement=statement, beside=beside)
    yours = "1" in known("yours", ("1",))
    return Asked(view, tuple(unknown), yours)


def _first(parameters: Parameters, name: str) -> str:
    return next(iter(parameters.get(name, ())), "")

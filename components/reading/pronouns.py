"""A step: which pronoun means whom, by what titles and earlier sentences told of each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from components.model.lexicons import Groups, WordLists, Words
from components.reading.persons import folded

OFTEN = 3
"""So often a pronoun has to have meant somebody before it outweighs who spoke last."""

TITLE_COUNTS = 5
"""A title ("Ms.") tells as much as so many sentences."""


class PronounWords(WordLists):
    """The lists of `pronouns.toml`."""

    FILE = "pronouns"
    pronouns: Words
    personal: Words
    relative: Words
    first_persons: Words
    nobody: Words
    pointers: Words
    subjects: Groups


def is_pronoun(words: str) -> bool:
    """Whether words are a pronoun and nothing else."""
    return folded(words) in PronounWords.read().pronouns


def is_personal(words: str) -> bool:
    """Whether words are a pronoun that stands for people."""
    return folded(words) in PronounWords.read().personal


@cache
def _subjects() -> Mapping[str, str]:
    groups = PronounWords.read().subjects
    return {form: subject for subject, forms in groups.items() for form in forms}


def as_subject(pronoun: str) -> str:
    """The pronoun as it stands before a verb: "he" for "his"."""
    return _subjects().get(pronoun, pronoun)


class Pronouns:
    """By which pronoun each of a text's people is spoken of."""

    def __init__(self) -> None:
        self._heard: dict[str, Counter[str]] = {}
        self._titled: dict[str, str] = {}

    def titled(self, id: str, pronoun: str) -> None:
        """A title before somebody's name tells their pronoun; nothing is told by an empty one."""
        if pronoun:
            self._titled[id] = pronoun
            self._hear(id, pronoun, TITLE_COUNTS)

    def _hear(self, id: str, pronoun: str, weight: int) -> None:
        if pronoun in ("he", "she"):
            self._heard.setdefault(id, Counter())[pronoun] += weight

    def is_titled(self, id: str, pronoun: str) -> bool:
        """Whether a title told this pronoun of somebody."""
        return bool(pronoun) and self._titled.get(id) == pronoun

    def is_another(self, id: str, pronoun: str) -> bool:
        """Whether a title told the other pronoun of somebody."""
        return bool(pronoun) and self._titled.get(id, pronoun) != pronoun

    def may_mean(self, pronoun: str, id: str, *, is_person: bool) -> bool:
        """Whether a pronoun may mean somebody: "he" no body, "it" no person, "she" nobody who is mostly "he"."""
        if pronoun in ("he", "she"):
            told = self._heard.get(id, Counter())
            return is_person and told["she" if pronoun == "he" else "he"] <= told[pronoun]
        return not is_person if pronoun == "it" else True

    def choose(self, pronoun: str, near: Sequence[str]) -> str | None:
        """Whom of those who may be meant, the nearest first, a pronoun means.

        Where nothing tells the pronoun of the nearest, somebody for whom it is usual goes first.
        """
        if not near:
            return None
        usual = [id for id in near if self._heard.get(id, Counter())[pronoun] >= OFTEN]
        id = usual[0] if usual and not self._heard.get(near[0]) else near[0]
        self._hear(id, pronoun, 1)
        return id

"""Word lists of a language: `data/lexicons/<language>/`, read strictly, all faults of a file at once.

A file is a TOML file of lists, each after a comment that says what its words are for; its head says which language it
is of, where the words come from and under which licence they stand. A step says which lists it needs, as a model:

    class SentenceWords(WordLists):
        FILE = "sentences"
        starters: Words          # starters = ["the", "a"]
        months: Groups           # [months]  January = ["January", "Jan"]

    SentenceWords.read().starters

A list with several columns is a CSV file with a model per row (`read_table`); beside it stands a TOML file of the same
name with the head alone. So another language is another folder.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Annotated, Any, ClassVar, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictStr, ValidationError
from pydantic_core import PydanticCustomError

from components.model.rows import Fault, FaultyFilesError, Row, decode, doubled_ids, found, read_rows

LEXICONS = Path(__file__).parents[2] / "data" / "lexicons"
ENGLISH = "en"

ALLOWED_WORDS = 'a list such as ["word", "two words"], each once and without white space at its ends'
ALLOWED_GROUPS = f"names, each with {ALLOWED_WORDS}"


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    """Raises for an empty list, a word with white space around it, and one that stands there twice."""
    if not words:
        raise PydanticCustomError("word", "{found}", {"found": found("", ALLOWED_WORDS)})
    for place, word in enumerate(words):
        if not word or word != word.strip():
            raise PydanticCustomError("word", "{found}", {"found": found(word, ALLOWED_WORDS)})
        if word in words[:place]:
            raise PydanticCustomError("twice", "“{word}” stands there twice; each word may stand once", {"word": word})
    return words


Words = Annotated[tuple[StrictStr, ...], AfterValidator(_plain)]
"""Words in their order."""

Groups = Annotated[dict[str, Words], Field(min_length=1)]
"""Words under a name or a number each, in their order: `[months]`, then `January = ["January", "Jan"]`."""


class WordLists(BaseModel):
    """The head of every file. A subclass names its file and its lists."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    FILE: ClassVar[str] = ""

    language: str = Field(min_length=2)
    source: str = Field(min_length=1)
    licence: str = Field(min_length=1)

    @classmethod
    def read(cls, language: str = ENGLISH, folder: Path = LEXICONS) -> Self:
        """The lists of a language. Raises FaultyFilesError with all faults of the file."""
        lists: Self = _read_lists(cls, cls.FILE, language, folder)
        return lists


class CalendarWords(WordLists):
    """Names of months, weekdays and seasons: the full one is the key, or the first."""

    FILE = "calendar"

    months: Groups
    weekdays: Words
    short_weekdays: Words
    seasons: Groups


def any_of(words: Iterable[str]) -> str:
    r"""A pattern that any of the words fits, the longest first; with straight or curly apostrophes and any white space.

    >>> any_of(["May", "May Day"])
    '(?:May\\s+Day|May)'
    """
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(w).replace("'", "['’]").replace(r"\ ", r"\s+") for w in longest_first) + ")"


def in_both_cases(words: Iterable[str]) -> list[str]:
    """The words as they stand inside a sentence and at its head.

    >>> in_both_cases(["many", "some"])
    ['many', 'Many', 'some', 'Some']
    """
    return [form for word in words for form in (word, word[:1].upper() + word[1:])]


R = TypeVar("R", bound=Row)
L = TypeVar("L", bound=WordLists)


def read_table(model: type[R], name: str, language: str = ENGLISH, folder: Path = LEXICONS) -> tuple[R, ...]:
    """The rows of `<name>.csv`, each with another word in its first column. Raises FaultyFilesError with all faults."""
    path = folder / language / f"{name}.csv"
    file = _shown(path)
    head, faults = _lists(WordLists, path.with_suffix(".toml"), language)
    if not path.is_file():
        raise FaultyFilesError([*faults, Fault(file, "is missing")])
    placed, row_faults = read_rows(model, path.read_bytes(), file)
    faults += row_faults + doubled_ids(file, placed, model.columns()[0])
    if faults or head is None:
        raise FaultyFilesError(faults)
    return tuple(row for _, row in placed)


@cache
def _read_lists(model: type[L], name: str, language: str, folder: Path) -> L:
    lists, faults = _lists(model, folder / language / f"{name}.toml", language)
    if faults or lists is None:
        raise FaultyFilesError(faults)
    return lists


def _lists(model: type[L], path: Path, language: str) -> tuple[L | None, list[Fault]]:
    file = _shown(path)
    if not path.is_file():
        return None, [Fault(file, "is missing")]
    text, faults = decode(path.read_bytes(), file)
    if faults:
        return None, faults
    try:
        lists = model.model_validate(tomllib.loads(text))
    except ValidationError as error:
        return None, [_fault(model, file, each) for each in error.errors()]
    except ValueError as error:
        return None, [Fault(file, f"is no readable TOML: {error}")]
    if lists.language != language:
        return None, [Fault(file, f"language: {found(lists.language, f'{language}, as its folder')}")]
    return lists, []


def _shown(path: Path) -> str:
    """The file as a message names it: lexicons/en/dates.toml."""
    return "/".join(("lexicons", *path.parts[-2:]))


def _fault(model: type[WordLists], file: str, error: Any) -> Fault:
    name = ".".join(str(part) for part in error["loc"] if isinstance(part, str) and part != "[key]")
    fields = ", ".join(model.model_fields)
    match error["type"]:
        case "missing":
            return Fault(file, f"{name} is missing; the file must hold {fields}")
        case "extra_forbidden":
            return Fault(file, f"“{name}” is not known; the file may hold {fields}")
        case "word" | "twice":
            return Fault(file, f"{name}: {error['msg']}")
    kinds: dict[Any, str] = {str: "any text", dict[str, Words]: ALLOWED_GROUPS}
    allowed = kinds.get(model.model_fields[str(error["loc"][0])].annotation, ALLOWED_WORDS)
    return Fault(file, f"{name}: {found(error['input'] or '', allowed)}")

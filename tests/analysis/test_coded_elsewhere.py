"""Second codings out of a project of another program: which sentence a selection is of, and what its code says."""

import pandas as pd
import pytest

from components.analysis.coded_elsewhere import LONGEST, CodedElsewhere, coded_elsewhere
from components.analysis.reliability import Answer
from components.model.read_codes import ReadCode, ReadCoding, ReadProject, ReadText

KNOWN = {
    "speakers": {"brook": "Ana Brook", "cole": "Ina Cole"},
    "via": {"brook": "Ana Brook", "cole": "Ina Cole"},
    "form": {"direct": "direct", "indirect": "reported"},
    "topics": {"fish": "Fish & boats", "ferry": "Ferry"},
}
SAID = ["The ferry runs again.", "“No fish,” said Ana Brook.", "The harbour is closed."]
STATEMENTS = pd.DataFrame({"statement": ["a", "b", "c"], "wording": SAID, "gloss": ["", "", "A port is shut."]})
FERRY, BROOK = ReadCode("Ferry"), ReadCode("Ana Brook", above=("Speakers",))


def of(*codings: tuple[str, ReadCode, int, int], text: str = " ".join(SAID)) -> CodedElsewhere:
    """What a project with these codings says: by whom, with what, from where to where."""
    made = tuple(ReadCoding(who, i, start, end) for i, (who, _, start, end) in enumerate(codings))
    project = ReadProject(tuple(code for _, code, *_ in codings), (ReadText(text, made),))
    return coded_elsewhere(project, STATEMENTS, KNOWN)


def under(start: int, end: int, text: str = " ".join(SAID)) -> list[str]:
    """The statements that a selection is of."""
    return list(of(("Ina", FERRY, start, end), text=text).answers.get("Ina", {}))


@pytest.mark.parametrize(
    ("start", "end", "statements"),
    [
        (0, 21, ["a"]),  # all of it
        (4, 9, ["a"]),  # a word of it
        (0, 25, ["a"]),  # and some of the next one
        (0, 48, ["a", "b"]),
        (19, 26, ["b"]),  # two characters of the first, four of the second
        (21, 22, []),  # the space between two
        (5, 5, []),  # nothing
        (9, 4, []),
        (10_000, 20_000, []),  # past the end
    ],
)
def test_a_selection_is_of_the_statement_that_it_covers_by_half_or_that_holds_half_of_it(
    start: int, end: int, statements: list[str]
) -> None:
    assert under(start, end) == statements


def test_statements_are_found_whatever_the_white_space_and_by_their_paraphrase() -> None:
    text = "Head\r\n\r\nThe  ferry\r\nruns again.\tA port is shut."
    start = text.index("A port")

    assert under(start, len(text), text) == ["c"]
    assert under(8, 31, text) == ["a"]
    assert of(("Ina", FERRY, 0, 1), text=text).found == 2


def test_a_sentence_that_comes_twice_is_two_statements() -> None:
    twice = pd.DataFrame({"statement": ["a", "b"], "wording": ["Yes.", "Yes."], "gloss": ["", ""]})
    project = ReadProject((FERRY,), (ReadText("Yes. Yes.", (ReadCoding("Ina", 0, 5, 9),)),))

    assert list(coded_elsewhere(project, twice, KNOWN).answers["Ina"]) == ["b"]


def test_a_code_says_what_its_name_says_in_our_categories_and_elsewhere() -> None:
    codes = [
        BROOK, ReadCode("via Ina Cole", above=("Via",)), ReadCode("reported", above=("Form",)), ReadCode("fish  &amp; boats".replace("&amp;", "&")),
        ReadCode("guess", above=("Level",)), ReadCode("Boats"), ReadCode("Ferry", above=("Speakers",)),
    ]  # fmt: skip
    found = of(*(("Ina", each, 0, 21) for each in codes))

    assert found.answers == {
        "Ina": {"a": Answer(frozenset({"brook"}), frozenset({"cole"}), frozenset({"indirect"}), frozenset({"fish"}))}
    }
    assert found.unknown == ("Boats", "Ferry")


def test_what_a_coder_did_not_say_is_missing_and_not_empty() -> None:
    """Ina codes topics, so no topic is an answer in what she coded; Ana never does, so it is none. Nobody coded the last."""
    found = of(("Ina", FERRY, 0, 21), ("Ina", BROOK, 22, 48), ("Ana", BROOK, 0, 21))
    speaker = frozenset({"brook"})

    assert found.answers == {
        "Ina": {"a": Answer(topics=frozenset({"ferry"})), "b": Answer(speaker, frozenset(), None, frozenset())},
        "Ana": {"a": Answer(speaker, frozenset(), None, None)},
    }


def test_two_forms_are_no_answer() -> None:
    codes = [ReadCode("direct"), ReadCode("reported"), FERRY]

    assert of(*(("Ina", each, 0, 21) for each in codes)).answers["Ina"]["a"] == Answer(topics=frozenset({"ferry"}))


def test_two_who_relay_are_no_answer_and_nobody_relays_where_no_speaker_is_said() -> None:
    ours, theirs = ReadCode("via Ina Cole", above=("Via",)), ReadCode("via Ana Brook", above=("Via",))

    one = of(*(("Ina", each, 0, 21) for each in (BROOK, ours))).answers["Ina"]["a"]
    two = of(*(("Ina", each, 0, 21) for each in (BROOK, ours, theirs))).answers["Ina"]["a"]
    assert (one.via, two.via) == (frozenset({"cole"}), None)
    nobody = of(("Ina", ours, 0, 21), ("Ina", FERRY, 0, 21)).answers["Ina"]["a"]
    assert nobody == Answer(topics=frozenset({"ferry"}))


def test_a_selection_of_a_whole_text_says_nothing_of_each_sentence() -> None:
    rows = pd.DataFrame({"statement": map(str, range(LONGEST + 1)), "wording": "Yes.", "gloss": ""})
    text = "Yes. " * (LONGEST + 1)
    for sentences, too_long in ((LONGEST, 0), (LONGEST + 1, 1)):
        project = ReadProject((FERRY,), (ReadText(text, (ReadCoding("Ina", 0, 0, 5 * sentences),)),))
        found = coded_elsewhere(project, rows, KNOWN)
        assert (found.too_long, bool(found.answers)) == (too_long, not too_long)

"""The rules of reading, case by case: `cases/<step>.toml`, in a form that `cases/README.md` tells."""

import tomllib
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pydantic import BaseModel, ConfigDict, Field

from tests.reading import steps

CASES = Path(__file__).parent / "cases"


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Case(_Entry):
    text: str
    found: list[str] | None = None
    not_found: list[str] = []
    given: dict[str, Any] = {}


class _Rule(_Entry):
    rule: str = Field(min_length=1)
    given: dict[str, Any] = {}
    cases: list[_Case] = Field(min_length=1)


class _File(_Entry):
    rules: list[_Rule] = Field(min_length=1)


class Case(NamedTuple):
    """A text, what must be found in it (all of it, or None where only `not_found` matters), and the rule."""

    step: str
    rule: str
    text: str
    found: list[str] | None
    not_found: list[str]
    given: dict[str, Any]


def cases_of(step: str, data: str) -> Iterator[Case]:
    """The cases of a file. Raises ValueError for one that is not in the form."""
    for rule in _File.model_validate(tomllib.loads(data)).rules:
        for each in rule.cases:
            yield Case(step, rule.rule, each.text, each.found, each.not_found, {**rule.given, **each.given})


def faults(case: Case, read: Callable[..., Sequence[str]]) -> list[str]:
    """What is wrong with what a step finds, or with the case itself."""
    if case.found is None and not case.not_found:
        return ["a case needs found, or not_found"]
    found = list(read(case.text, **case.given))
    told = [f"found {found}, not {case.found}"] if case.found is not None and found != case.found else []
    for words in case.not_found:
        if words not in case.text:
            told.append(f"“{words}” does not stand in the text: nothing could find it")
        told += [f"found “{line}”, in which “{words}” may not be" for line in found if words in line]
    return told


ALL = [case for file in sorted(CASES.glob("*.toml")) for case in cases_of(file.stem, file.read_text(encoding="utf-8"))]


RULES = [list(cases) for _, cases in groupby(ALL, key=lambda case: (case.step, case.rule))]


@pytest.mark.parametrize("cases", RULES, ids=lambda cases: f"{cases[0].step}: {cases[0].rule}")
def test_the_cases_of_a_rule_hold(cases: list[Case]) -> None:
    told = [(case.text, case.given, faults(case, getattr(steps, case.step))) for case in cases]

    assert [each for each in told if each[-1]] == []


@pytest.mark.parametrize("step", sorted({case.step for case in ALL}))
def test_a_step_has_cases_of_what_must_not_be_found_and_no_case_twice(step: str) -> None:
    ours = [case for case in ALL if case.step == step]
    keys = [(case.text, str(case.given)) for case in ours]

    assert any(case.not_found or case.found == [] for case in ours)
    assert [key for key in set(keys) if keys.count(key) > 1] == []


# --- The form itself ----------------------------------------------------------------------------

FORM = '[[rules]]\nrule = "Capitals"\ngiven = {{ least = 2 }}\ncases = [{{ {case} }}]'


def capitals(text: str, *, least: int = 1) -> list[str]:
    """A toy step."""
    return [word for word in text.split() if word[0].isupper() and len(word) >= least]


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ('text = "Oslo is A town", found = ["Oslo"], not_found = ["is", "town"]', []),
        ('text = "Oslo is A town", found = ["Oslo", "A"], given = { least = 1 }', []),
        ('text = "Oslo", found = []', ["found ['Oslo'], not []"]),
        ('text = "Oslo", found = ["Oslo", "Rome"]', ["found ['Oslo'], not ['Oslo', 'Rome']"]),
        ('text = "Oslo", not_found = ["slo"]', ["found “Oslo”, in which “slo” may not be"]),
        ('text = "Oslo", not_found = ["Rome"]', ["“Rome” does not stand in the text: nothing could find it"]),
        ('text = "Oslo"', ["a case needs found, or not_found"]),
    ],
)
def test_what_is_wrong_is_told(case: str, told: list[str]) -> None:
    (only,) = cases_of("capitals", FORM.format(case=case))

    assert faults(only, capitals) == told


@pytest.mark.parametrize(
    "case", ['txt = "Oslo", found = []', 'text = "Oslo", fond = []', 'text = "Oslo", found = "Oslo"']
)
def test_a_case_in_another_form_is_refused(case: str) -> None:
    with pytest.raises(ValueError, match=r"rules\.0\.cases\.0"):
        list(cases_of("capitals", FORM.format(case=case)))

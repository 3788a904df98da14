"""The forms of the verbs of reporting."""

from typing import Any

import pytest

from components.model.lexicons import read_table
from components.reading import verbs
from components.reading.verbs import forms_of, reporting_verbs


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("said", "say"),
        ("denies", "deny"),
        ("quipped", "quip"),
        ("told", "tell"),
        ("noting", "note"),
        ("stresses", "stress"),
    ],
)
def test_every_form_of_a_verb_of_reporting_is_known(form: str, verb: str) -> None:
    assert reporting_verbs()[form][0] == verb


@pytest.mark.parametrize("form", ["left", "met", "rained", "hopping"])
def test_other_verbs_are_not(form: str) -> None:
    assert form not in reporting_verbs()


def test_the_list_is_read_once_for_all_verbs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading it anew for each of the verbs that tell an act took half a second of the first text."""
    times: list[str] = []

    def counted(*asked: Any) -> Any:
        times.append(asked[1])
        return read_table(*asked)

    monkeypatch.setattr(verbs, "read_table", counted)
    for kept in (verbs._listed, forms_of):
        kept.cache_clear()

    assert "told" in forms_of("tell")
    assert forms_of("deny")[:2] == ("deny", "denies")
    assert times == ["reporting-verbs"]

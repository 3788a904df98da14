"""The forms of the verbs of reporting."""

import pytest

from components.reading.verbs import reporting_verbs


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

"""A step: every form of the verbs by which texts report what somebody says (`data/lexicons/en/reporting-verbs.csv`)."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from components.model.lexicons import read_table
from components.model.rows import Row, column


class ReportingVerb(Row):
    """A verb that reports what somebody says or holds: a row of `reporting-verbs.csv`."""

    verb: str = column("The verb's first form.", "two small letters or more", pattern="^[a-z]{2,}$")
    group: Literal["say", "clause", "hold", "speak"] = column(
        "How it reports: see `reporting_verbs`.", "say, clause, hold, speak"
    )
    irregular: str = column("Its irregular forms.", "words, or nothing")


@cache
def reporting_verbs() -> dict[str, tuple[str, str]]:
    """Every form of the verbs of reporting: form to (verb, group).

    Groups: `say` reports whatever follows; `clause` only a clause or a quotation ("he added that", not "he added
    weight"); `hold` the same, and it tells what somebody holds rather than says; `speak` tells that somebody spoke about
    something.
    """
    forms: dict[str, tuple[str, str]] = {}
    for row in _listed().values():
        for form in forms_of(row.verb):
            forms[form] = (row.verb, row.group)
    return forms


@cache
def forms_of(verb: str) -> tuple[str, ...]:
    """Every form of a verb; the irregular ones where it is a verb of reporting."""
    irregular = _listed()[verb].irregular.split() if verb in _listed() else ()
    return tuple(dict.fromkeys((*_regular_forms(verb), *irregular)))


@cache
def _listed() -> Mapping[str, ReportingVerb]:
    return {row.verb: row for row in read_table(ReportingVerb, "reporting-verbs")}


def _regular_forms(verb: str) -> tuple[str, ...]:
    """The forms by the rules of English spelling: say, says, saying, sayed (harmless); deny, denies; quip, quipped."""
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    plural = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    doubled = verb + verb[-1]
    return verb, plural, verb + "ed", verb + "ing", doubled + "ed", doubled + "ing"

"""The desk holds all that a session holds; a page that kept something elsewhere would be found here."""

import ast
import dataclasses

import pytest

from components.ui.desk import Desk
from tests.conftest import ROOT

ELSEWHERE: dict[str, str] = {
    # file -> why it uses the platform's session state itself
}
"""At most ten."""


def uses(source: str) -> int:
    """How often a source names the platform's session state."""
    nodes = ast.walk(ast.parse(source)) if "session_state" in source else ()
    return sum(getattr(node, "attr", getattr(node, "name", "")) == "session_state" for node in nodes)


def test_what_a_session_holds_is_held_by_the_desk_alone() -> None:
    files = [ROOT / "app.py", *(ROOT / "components").rglob("*.py")]
    found = {
        file.relative_to(ROOT).as_posix(): uses(file.read_text(encoding="utf-8"))
        for file in files
        if file != ROOT / "components/ui/desk.py"
    }

    assert {name for name, times in found.items() if times} == set(ELSEWHERE)
    assert sum(found.values()) <= 10


@pytest.mark.parametrize(
    "planted",
    [
        "import streamlit as st\nst.session_state['x'] = 1",
        "from streamlit import session_state\nsession_state['x'] = 1",
    ],
)
def test_a_use_elsewhere_is_found(planted: str) -> None:
    assert uses(planted)


def test_everything_on_the_desk_has_a_type() -> None:
    assert all(field.type not in ("Any", "object") for field in dataclasses.fields(Desk))


def test_two_desks_share_nothing() -> None:
    """A value that both sessions changed would be one session's text in the other."""
    one, other = Desk(), Desk()
    mutable = [
        field.name for field in dataclasses.fields(Desk) if isinstance(getattr(one, field.name), dict | list | set)
    ]

    assert mutable
    assert all(getattr(one, name) is not getattr(other, name) for name in mutable)
    assert one.address is not other.address
    assert one.reader is not other.reader

"""Linter, formatter and type checker find nothing."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT

CHECKS = {
    "linter": ["ruff", "check", "."],
    "formatter": ["ruff", "format", "--check", "."],
    "type checker": ["mypy"],
}


@pytest.mark.parametrize("check", CHECKS)
def test_nothing_is_found(check: str) -> None:
    result = subprocess.run(
        [sys.executable, "-m", *CHECKS[check]], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert result.returncode == 0, result.stdout + result.stderr


def test_every_brace_of_the_style_sheet_is_closed_before_the_next_rule() -> None:
    """A rule that is left open swallows all that come after it, and no page says so."""
    depth = 0
    for line in (ROOT / "components/ui/styles.css").read_text(encoding="utf-8").splitlines():
        if line.startswith((".", "@", "[")):
            assert depth == 0, line
        depth += line.count("{") - line.count("}")
    assert depth == 0

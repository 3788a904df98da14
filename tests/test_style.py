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

"""How numbers are written, on every page and in every chart."""

import math


def signed(value: float | None) -> str:
    """A score: two decimals, always a sign, a true minus; nothing for what is not scored.

    >>> signed(0.4), signed(-0.171), signed(-0.001), signed(None)
    ('+0.40', '−0.17', '0.00', '')
    """
    if value is None or math.isnan(value):
        return ""
    rounded = round(value, 2)
    return "0.00" if rounded == 0 else f"{rounded:+.2f}".replace("-", "−")


def percent(value: float) -> str:
    """A share as whole percent; a share that is there but rounds to nothing is "under 1%"."""
    return "under 1%" if 0 < value < 0.005 else f"{value:.0%}"


def counted(count: int, thing: str) -> str:
    """A number with its noun, whose plural ends in s.

    >>> counted(1, "statement"), counted(1200, "statement")
    ('1 statement', '1,200 statements')
    """
    return f"{count:,} {thing}{'' if count == 1 else 's'}"

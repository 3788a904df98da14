"""Quotations of any text whatever; which stretches they are is told by `cases/quotations.toml`."""

from hypothesis import given
from hypothesis import strategies as st

from components.reading.quotations import find_quotations


@given(st.text(alphabet="ab “”\"'«»„‘’.\n"))
def test_quotations_stand_in_order_and_apart_in_any_text(text: str) -> None:
    ends = [0]
    for each in find_quotations(text, [(0, len(text))]):
        assert ends[-1] <= each.start <= each.end <= len(text)
        ends.append(each.end)

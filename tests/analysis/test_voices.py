"""Who is heard itself, and who only as another side tells it."""

import pandas as pd
import pytest

from components.analysis.voices import is_relayed, relayed_through
from components.article.package import Package

SIDES = {"brook": "eu", "cole": "eu", "dale": "usa", "reporter": "reporter"}


@pytest.mark.parametrize(
    ("side", "via", "relayed"),
    [
        ("usa", "brook", True),
        ("usa", "stranger", True),  # of whom nobody knows for whom they speak: not of this side, as far as is known
        ("other", "stranger", False),
        ("eu", "brook", False),  # one of its own people tells it
        ("usa", "reporter", False),
        ("usa", "", False),
    ],
)
def test_a_side_is_relayed_where_somebody_of_another_side_tells_it(side: str, via: str, *, relayed: bool) -> None:
    assert is_relayed(side, via, SIDES) is relayed


def test_a_statement_is_relayed_where_all_its_sides_are() -> None:
    table = pd.DataFrame(
        {"speakers": [("dale",), ("cole",), ("brook", "dale"), ("dale",)], "via": ["brook", "brook", "cole", ""]},
        index=[4, 5, 6, 7],
    )

    assert relayed_through(table, SIDES).to_dict() == {4: "brook", 5: "", 6: "", 7: ""}


def test_of_two_strangers_one_is_not_known_to_be_of_another_side() -> None:
    table = pd.DataFrame({"speakers": [("stranger",), ("stranger",)], "via": ["another", "brook"]})

    assert relayed_through(table, SIDES).tolist() == ["", "brook"]


def test_in_the_first_article_one_side_is_heard_only_through_another(talks: Package) -> None:
    """Kuleba once, Reznikov once, Zelensky twice, each as Lavrov tells it; Putin is of Lavrov's own side."""
    found = relayed_through(talks.statements, talks.sides)

    assert talks.statements[found == "lavrov"]["speakers"].value_counts().to_dict() == {
        ("zelensky",): 2, ("kuleba",): 1, ("reznikov",): 1,
    }  # fmt: skip
    assert set(found) == {"", "lavrov"}

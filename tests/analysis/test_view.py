"""The view and its address. The names are frozen: a link that was published must open the same view for years."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.filters import Labels, StatementFilter
from components.analysis.view import KNOWN, ORDERING, ORDERS, YOURS, Asked, View, read_view
from components.article.package import Package
from components.library.shipped import Library
from components.model.limits import MOST_SEARCH_CHARACTERS
from components.model.scores import TONES
from components.model.statements import FORMS, SCORES

FROZEN = {
    "article": ["worked-example"],
    "speaker": ["brook", "dale"],
    "topic": ["minsk"],
    "section": ["0", "2"],
    "form": ["indirect"],
    "tone": ["negative"],
    "words": ["badly"],
    "wording": ["yes"],
    "statement": ["iouba4yd6ln5"],
}
ORDERED = {**FROZEN, "order": ["negative"], "by": ["vader"]}
ASKED = StatementFilter(("brook", "dale"), ("minsk",), (0, 2), ("indirect",), ("negative",), "badly", True)
MEANS = View("worked-example", filter=ASKED, statement="iouba4yd6ln5")
FIRST = "lavrov-truss-2022-02"


def read(parameters: dict[str, list[str]], library: Library) -> Asked:
    return read_view(parameters, library.drafts, library.codebook)


# --- Its address --------------------------------------------------------------------------------


def test_a_published_link_means_what_it_meant(library: Library) -> None:
    assert read(FROZEN, library) == Asked(MEANS)
    assert read(ORDERED, library) == Asked(replace(MEANS, order="negative", score="vader"))


def test_a_published_link_that_names_no_score_is_ordered_by_textblob_as_it_was(library: Library) -> None:
    """Before there was another one to choose, an order stood in a link alone."""
    asked = read({**FROZEN, "order": ["negative"]}, library).view

    assert (asked.order, asked.score) == ("negative", "polarity")


def test_a_reader_who_chooses_an_order_gets_it_by_the_blend(library: Library) -> None:
    view = replace(read(FROZEN, library).view, order="negative")

    assert view.parameters["by"] == ["blend"]
    assert view.order_in_words == "most negative first by Blend"


def test_the_same_view_writes_the_same_link() -> None:
    assert MEANS.parameters == FROZEN
    assert replace(MEANS, order="negative", score="vader").parameters == ORDERED


def test_the_values_that_a_link_may_hold_are_frozen() -> None:
    assert KNOWN == (
        "article", "speaker", "topic", "section", "form", "tone", "words", "wording", "order", "by", "statement", "beside", "yours",
    )  # fmt: skip
    assert FORMS == ("direct", "indirect", "carried", "narration")
    assert {id: tone.score.key if tone.score else "" for id, tone in TONES.items()} == {
        "negative": "polarity", "neutral": "polarity", "positive": "polarity", "unscored": "polarity", "contradicted": "",
        "blend-negative": "blend", "blend-neutral": "blend", "blend-positive": "blend", "blend-unscored": "blend",
    }  # fmt: skip
    assert ORDERS == ("article", "negative", "positive")
    assert ORDERING == ("polarity", "vader", "blend")


def test_a_mark_that_is_another_one_is_named(library: Library) -> None:
    asked = read({"yours": ["talks"]}, library)

    assert (asked.yours, asked.unknown) == (False, ("the yours “talks”",))


def test_without_parameters_the_newest_article_is_shown_whole(library: Library) -> None:
    assert read({}, library) == Asked(View(FIRST))


def test_what_the_article_does_not_have_is_named_and_the_rest_is_kept(library: Library) -> None:
    asked = read(
        {
            "article": ["worked-example"],
            "speaker": ["lavrov", "dale"],
            "section": ["9"],
            "shade": ["x"],
            "by": ["mood"],
            "order": ["article"],
        },
        library,
    )

    assert asked.view == View("worked-example", filter=StatementFilter(speakers=("dale",)))
    assert asked.unknown == (
        "the parameter “shade”", "the speaker “lavrov”", "the section “9”", "the order “article”", "the by “mood”",
    )  # fmt: skip


def test_an_unknown_article_is_named_and_the_newest_shown(library: Library) -> None:
    asked = read({"article": ["gone"]}, library)

    assert (asked.view.article, asked.unknown) == (FIRST, ("the article “gone”",))


def test_a_long_value_is_cut_where_it_is_named(library: Library) -> None:
    (named,) = read({"topic": ["x" * 1000]}, library).unknown

    assert len(named) < 100


def test_words_are_cut_to_a_length_and_the_page_can_say_so(library: Library) -> None:
    asked = read({"words": ["x" * 1000]}, library)

    assert len(asked.view.filter.words) == MOST_SEARCH_CHARACTERS
    assert asked.unknown == ("words beyond the first 200 characters",)


@given(st.dictionaries(st.sampled_from([*KNOWN, "else"]), st.lists(st.text(), max_size=4)))
def test_any_address_is_read(library: Library, parameters: dict[str, list[str]]) -> None:
    assert read(parameters, library).view.article in library.packages


views = st.builds(
    View,
    article=st.just("worked-example"),
    filter=st.builds(
        StatementFilter,
        speakers=st.lists(st.sampled_from(["brook", "dale", "cole"]), unique=True).map(tuple),
        topics=st.lists(st.sampled_from(["minsk", "nato"]), unique=True).map(tuple),
        sections=st.lists(st.integers(0, 2), unique=True).map(tuple),
        forms=st.lists(st.sampled_from(FORMS), unique=True).map(tuple),
        tones=st.lists(st.sampled_from(list(TONES)), unique=True).map(tuple),
        words=st.text(alphabet="abc ", max_size=9).map(str.strip),
    ),
    order=st.sampled_from(ORDERS),
    score=st.sampled_from(ORDERING),
    statement=st.sampled_from(["", "iouba4yd6ln5"]),
)


@given(view=views)
def test_what_is_written_reads_back(library: Library, view: View) -> None:
    assert read(view.parameters, library) == Asked(view)


@given(view=views)
def test_what_is_read_writes_the_same_address(library: Library, view: View) -> None:
    assert read(view.parameters, library).view.parameters == view.parameters


# --- An article of the reader's own -------------------------------------------------------------


@given(view=views)
def test_of_an_article_of_the_reader_s_own_a_mark_stands_in_the_address_and_nothing_else(
    library: Library, view: View
) -> None:
    own = replace(view, article="secret-talks-abc123", own=True)

    assert own.parameters == YOURS == {"yours": ["1"]}
    assert read(YOURS, library) == Asked(View(FIRST), yours=True)


@given(view=views)
def test_nothing_of_it_goes_along_to_the_article_that_is_shown_next(view: View) -> None:
    """Its words, topics and order would stand in the address of the other one."""
    own = replace(view, article="secret-talks-abc123", own=True)

    after = own.moved_to("worked-example", own=False, speakers=["brook"], topics=["minsk", "nato"])

    assert after == View("worked-example")
    assert after.parameters == {"article": ["worked-example"]}


def test_showing_it_again_keeps_what_was_asked() -> None:
    own = View("secret-talks-abc123", own=True, filter=StatementFilter(topics=("grain",)))

    assert own.moved_to(own.article, own=True, speakers=[], topics=["grain"]) == own


# --- Another view -------------------------------------------------------------------------------


def test_what_the_next_article_does_not_have_is_no_longer_asked() -> None:
    view = View("a", filter=StatementFilter(("brook", "dale"), ("minsk", "grain"), (1,), words="good"), order="negative", statement="s")  # fmt: skip

    after = view.moved_to("b", own=False, speakers=["dale"], topics=["grain"])

    assert after == View("b", filter=StatementFilter(("dale",), ("grain",), words="good"), order="negative")


def test_clearing_keeps_the_article_and_the_order() -> None:
    view = replace(MEANS, order="positive", score="blend")

    assert view.cleared() == View("worked-example", order="positive", score="blend")


# --- What it says -------------------------------------------------------------------------------

LABELS = Labels({"brook": "Brook"}, {"minsk": "Minsk agreement"})


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (View(), "All 11 statements"),
        (View(order="negative"), "All 11 statements, most negative first by Blend"),
        (View(order="positive", score="blend"), "All 11 statements, most positive first by Blend"),
        (View(score="blend"), "All 11 statements"),
        (
            View(filter=StatementFilter(("brook",), ("minsk",)), order="negative", score="vader"),
            "2 of 11 statements: Brook on Minsk agreement, most negative first by VADER",
        ),
    ],
)
def test_a_view_says_itself_in_english(view: View, said: str) -> None:
    assert view.describe(2 if view.filter.active else 11, 11, LABELS) == said


# Worked example: TextBlob 2 +0.70, 3 +1.00, 7 +0.14, 8 -1.00. VADER 2 +0.44, 3 +0.57, 4 +0.53, 7 -0.34, 8 -0.48.
# Statement 4 has no word that TextBlob knows, so by TextBlob VADER decides that it comes before the rest.
@pytest.mark.parametrize(
    ("order", "score", "numbers"),
    [
        ("article", "vader", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
        ("negative", "polarity", [8, 7, 2, 3, 4, 1, 5, 6, 9, 10, 11]),
        ("positive", "polarity", [3, 2, 7, 8, 4, 1, 5, 6, 9, 10, 11]),
        ("negative", "vader", [8, 7, 2, 4, 3, 1, 5, 6, 9, 10, 11]),
        ("positive", "vader", [3, 4, 2, 7, 8, 1, 5, 6, 9, 10, 11]),
    ],
)
def test_statements_stand_in_the_order_of_the_view(
    example: Package, order: str, score: str, numbers: list[int]
) -> None:
    view = View(order=order, score=score)  # type: ignore[arg-type]

    assert view.ordered(example.statements)["sentence"].tolist() == numbers


def test_only_scores_from_negative_to_positive_order() -> None:
    assert [key for key in SCORES if key not in ORDERING] == ["subjectivity"]

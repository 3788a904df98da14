"""What stands in a link. These names are frozen: a link that was published must open the same view for years."""

from hypothesis import given
from hypothesis import strategies as st

from components.analysis.filters import TONES, StatementFilter
from components.library.shipped import Library
from components.model.limits import MOST_SEARCH_CHARACTERS
from components.model.statements import FORMS
from components.ui.address import KNOWN, YOURS, read_address, write_address

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
MEANS = StatementFilter(("brook", "dale"), ("minsk",), (0, 2), ("indirect",), ("negative",), "badly", True)


def test_a_published_link_means_what_it_meant(library: Library) -> None:
    assert read_address(FROZEN, library) == ("worked-example", MEANS, "iouba4yd6ln5", (), False)


def test_the_same_view_writes_the_same_link() -> None:
    assert write_address("worked-example", MEANS, "iouba4yd6ln5") == FROZEN


def test_the_values_that_a_link_may_hold_are_frozen() -> None:
    assert KNOWN == (
        "article", "speaker", "topic", "section", "form", "tone", "words", "wording", "statement", "yours",
    )  # fmt: skip
    assert FORMS == ("direct", "indirect", "carried", "narration")
    assert list(TONES) == ["negative", "neutral", "positive", "unscored", "contradicted"]


def test_an_article_of_the_reader_s_own_has_a_mark_in_the_address_and_nothing_else(library: Library) -> None:
    assert YOURS == {"yours": ["1"]}
    assert read_address(YOURS, library) == ("lavrov-truss-2022-02", StatementFilter(), "", (), True)


def test_a_mark_that_is_another_one_is_named(library: Library) -> None:
    asked = read_address({"yours": ["talks"]}, library)

    assert (asked.yours, asked.unknown) == (False, ("the yours “talks”",))


def test_without_parameters_the_newest_article_is_shown_whole(library: Library) -> None:
    assert read_address({}, library) == ("lavrov-truss-2022-02", StatementFilter(), "", (), False)


def test_what_the_article_does_not_have_is_named_and_the_rest_is_kept(library: Library) -> None:
    asked = read_address(
        {"article": ["worked-example"], "speaker": ["lavrov", "dale"], "section": ["9"], "shade": ["x"]}, library
    )

    assert asked.filter == StatementFilter(speakers=("dale",))
    assert asked.unknown == ("the parameter “shade”", "the speaker “lavrov”", "the section “9”")


def test_an_unknown_article_is_named_and_the_newest_shown(library: Library) -> None:
    asked = read_address({"article": ["gone"]}, library)

    assert (asked.article, asked.unknown) == ("lavrov-truss-2022-02", ("the article “gone”",))


def test_a_long_value_is_cut_where_it_is_named(library: Library) -> None:
    (named,) = read_address({"topic": ["x" * 1000]}, library).unknown

    assert len(named) < 100


def test_words_are_cut_to_a_length_and_the_page_can_say_so(library: Library) -> None:
    asked = read_address({"words": ["x" * 1000]}, library)

    assert len(asked.filter.words) == MOST_SEARCH_CHARACTERS
    assert asked.unknown == ("words beyond the first 200 characters",)


@given(st.dictionaries(st.sampled_from([*KNOWN, "else"]), st.lists(st.text(), max_size=4)))
def test_any_address_is_read(library: Library, parameters: dict[str, list[str]]) -> None:
    asked = read_address(parameters, library)

    assert asked.article in library.packages


@given(
    speakers=st.lists(st.sampled_from(["brook", "dale", "cole"]), unique=True),
    sections=st.lists(st.integers(0, 2), unique=True),
    tones=st.lists(st.sampled_from(list(TONES)), unique=True),
    words=st.text(alphabet="abc ", max_size=9).map(str.strip),
)
def test_what_is_written_reads_back(
    library: Library, speakers: list[str], sections: list[int], tones: list[str], words: str
) -> None:
    asked = StatementFilter(speakers=tuple(speakers), sections=tuple(sections), tones=tuple(tones), words=words)

    assert read_address(write_address("worked-example", asked), library) == ("worked-example", asked, "", (), False)

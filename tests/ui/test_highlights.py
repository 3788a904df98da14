"""Evidence as highlights and chips: the text between the tags is the text."""

import html
import re
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from components.article.package import Package
from components.ui.highlights import (
    Highlight,
    chip,
    date_chips,
    draw_wording,
    tone_chips,
    tone_highlights,
    topic_highlights,
)


class Named(NamedTuple):
    """A row of evidence, as far as it tells where something is named."""

    kind: str
    value: str
    start: int
    end: int


def evidence(package: Package, sentence: int) -> list[object]:
    return package.evidence_of[package.statements.loc[package.statements["sentence"] == sentence, "statement"].item()]


def test_a_highlight_stands_on_its_words(example: Package) -> None:
    row = next(example.statements[example.statements["sentence"] == 8].itertuples())
    marks = topic_highlights(evidence(example, 8), {"minsk": "rd-of-2"})

    assert draw_wording(row.wording, row.start, marks).endswith(
        'called the <span class="rd-of-2">Minsk agreement</span> terrible.'
    )
    assert topic_highlights(evidence(example, 8), {"nato": "rd-of-1"}) == []


def test_what_two_topics_are_named_by_is_marked_for_both() -> None:
    named = [
        Named("topic", "sea", 0, 8),
        Named("topic", "law", 4, 12),
        Named("topic", "sea", 20, 24),
        Named("date", "sea", 0, 2),
    ]

    assert topic_highlights(named, {"sea": "rd-of-0", "law": "rd-of-1"}) == [
        Highlight(0, 4, "span", "rd-of-0"),
        Highlight(4, 8, "span", "rd-of-0 rd-of-1"),
        Highlight(8, 12, "span", "rd-of-1"),
        Highlight(20, 24, "span", "rd-of-0"),
    ]


def test_tone_words_are_marked_by_sign(example: Package) -> None:
    row = next(example.statements[example.statements["sentence"] == 7].itertuples())

    drawn = draw_wording(row.wording, row.start, tone_highlights(evidence(example, 7)))

    assert drawn == 'They are a <span class="rd-plus">new</span> <span class="rd-minus">alarm</span>, he said.'


def test_of_one_scorer_the_words_are_marked_that_have_its_chips(example: Package) -> None:
    """Blend does not know "new"."""
    row = next(example.statements[example.statements["sentence"] == 7].itertuples())
    marked = tone_highlights(evidence(example, 7), ["blend"])

    assert [row.wording[each.start - row.start : each.end - row.start] for each in marked] == ["alarm"]
    assert len(tone_chips(evidence(example, 7), ["blend"])) == 1


def test_markup_in_a_wording_is_text() -> None:
    assert (
        draw_wording("<b>&", 0, [Highlight(0, 3, "mark", "rd-topic")]) == '<mark class="rd-topic">&lt;b&gt;</mark>&amp;'
    )


def test_chips_say_phrase_scorer_and_value(example: Package) -> None:
    assert tone_chips(evidence(example, 2), ["textblob"]) == [chip("TextBlob: good", "+0.70")]
    assert date_chips(evidence(example, 8)) == [chip("Minsk agreement", "5 September 2014 – 12 February 2015 (record)")]
    assert chip("<i>", "<b>") == '<span class="rd-chip">&lt;i&gt; <b>&lt;b&gt;</b></span>'


@given(st.text(), st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60))))
def test_whatever_is_highlighted_the_words_stay(wording: str, stretches: list[tuple[int, int]]) -> None:
    marks = [Highlight(first, last, "mark", "rd-topic") for first, last in stretches]

    bare = re.sub(r'</?mark(?: class="rd-topic")?>', "", draw_wording(wording, 0, marks))

    assert html.unescape(bare) == html.unescape(html.escape(wording))

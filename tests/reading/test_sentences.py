"""Where sentences end, and where they only seem to."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.reading.sentences import split_sentences

# A bar stands where a sentence ends.
PLAIN = [
    "He came.|She left.",
    "Really?|Yes!",
    "He came.|(She was ill.)|They left.",
    "Who came?|What was said?|Where?",
    "They came at last.|5 of them stayed.",
    "It cost $24.5 billion in 2021.|Trade grew.",
    "One sentence without an end",
    "An end, but no full stop.|Then nothing",
]
SPEECH = [
    "“We want no war,” Dale said.|He left.",
    "“We will not,” he said.|“Never.”",
    "He said “no.”|Then he left.",
    "“We have waited.|We will wait,” he said.",
    "What now? he asked.|Nobody knew.",
    "“Really?” he asked.|“Yes.”",
    "“Really?” Dale asked.|“Yes.”",
    "“Is it over?” Foreign Minister Ann Dale asked reporters.|Nobody knew.",
    "“Is it over?” Mr. Dale said, turning round.|Nobody knew.",
    "“Is it over?” U.S. Secretary of State Ann Dale said on Monday.",
    "'No!' I cried.|She laughed.",
    "“Is it over?”|Dale said he did not know.",
    "“Is it over?”|He asked again.",
    "“Is it over?”|Forty said yes.",
    "“It is over.”|Dale asked for calm.",
    "He said he came from “the U.S.”|Moscow knew.",
    "The plan (what plan?) Dale spoke of was new.|It failed.",
    "(What plan?)|Dale had none.",
]
ABBREVIATIONS = [
    "Mr. Lee and Dr. Wu met.|They talked.",
    "Gen. Wu, Sens. Lee and Dale, and Del. Ray met Prof. Oz.|They talked.",
    "J. Smith spoke.|So did A. B. Jones.",
    "S. V. Lavrov met Yu. V. Petrov and E.A. Truss.|They talked.",
    "He took Plan B.|The others took Plan C.|It failed.",
    "The U.S. ambassador spoke.|He left.",
    "The U.S. Senate voted.|The U.N. Security Council did not.",
    "He came from the U.S.|The others stayed.",
    "He has a Ph.D. in law.|So has she.",
    "It began at 5 p.m. on Monday.|It ended late.",
    "It began at 5 p.m. Monday.|It ended at 9 p.m.|They left.",
    "See No. 7 of the list.|It is short.",
    "Resolution No. 1117 was adopted.|Nos. 3 and 4 were not.",
    "He said no.|Moscow said yes.",
    "Trade (see Art. 5) grew.|Investment fell.",
    "Under Art. II and Sec. 4 they may.|Under Vol. 3, p. 7, they may not.",
    "He loves art.|Paintings bore him.",
    "They met in Feb. 2022 in Moscow.|It was cold.",
    "They met in Feb.|Moscow was cold.",
    "Joan of Arles (c. 1340 – 1402) wrote it.|Few read it.",
    "In Ray v. Dale the court agreed.|In Lee vs. Dale it did not.",
    "They grow apples, pears, etc.|We buy them.",
    "Lee et al. (2005) found it.|Dale et al. in Roanoke, Va. Park did not.",
    "He fell ill.|Doctors came.",
]
NUMBERS_AND_MARKS = [
    "1. Introduction",
    "2.1. Trade and Aid.|It grew.",
    "iv. Aid",
    "Do this: 1. Boil water.|2. Add salt.",
    "Trade grew. [6]|Aid fell. [7] [8]|Nothing else changed. [citation needed]",
    "Trade grew.[3, 4]|Aid fell.[5–7]",
    "“Trade grew.” [6]|Aid fell.",
    "Trade grew.3|Aid fell.”4|The rest is known.",
    "Trade grew. 8|The rest is known.",
    "Trade grew.|8 countries agreed.",
    "The talks on Feb. 8 The Times called useless.|They went on.",
]
DOTS = [
    "He paused ... and went on.|Then he stopped.",
    "Trade grew. ...|Aid fell.",
    "Trade grew. …|Aid fell.",
    "Trade grew. [...]|Aid fell.",
    "Trade grew.|... and aid fell.",
    "We name it the … Northern Pact.|It holds.",
    "And then we ... I do not know.|It was late.",
    "He waited ...|The others left.",
    "It fell…|Nobody knew why.",
    "Well . . . perhaps.|Or . . . Dale knows.",
    "The treaty [...] Moscow signed holds.|It is old.",
]
LOWER_CASE = [
    "i waited.|they came.|we talked about the dept. and left.",
    "It was made by Yahoo! and others.|iPhones came later.",
    "It opened in 2005.|eShop followed.",
    "They came - late.|— And left.",
]
LINES = [
    "Monday, May 2, 2022|The talks began.|They ended.",
    "A Talk with Dale|Monday, May 2, 2022",
    "Dale left on Monday, May 2, 2022",
    "Dale in Oslo|Photo: A. Lee.|She took two.",
    "Dale in Oslo (Photo: A. Lee)",
    "They agreed on:|• trade|• visas and aid.|It was late.",
]


@pytest.mark.parametrize("marked", PLAIN + SPEECH + ABBREVIATIONS + NUMBERS_AND_MARKS + DOTS + LOWER_CASE + LINES)
def test_a_paragraph_is_split_where_its_sentences_end(marked: str) -> None:
    wanted = marked.split("|")

    assert [each.text for each in split_sentences(" ".join(wanted))] == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "They agreed on:\n|- trade;\n|- visas",
        "Trade grew\n- slowly\n– and fell.",
        "They agreed on:\n|1. Trade;\n|2. Visas",
        "They met on May\n12.\n|It was\nlate.",
        "Trade grew.\n|Aid\nfell.",
    ],
)
def test_a_line_end_matters_only_before_an_item_of_a_list(marked: str) -> None:
    wanted = [each.strip() for each in marked.split("|")]

    assert [each.text for each in split_sentences(marked.replace("|", ""))] == wanted


def test_nothing_gives_nothing() -> None:
    assert split_sentences("") == split_sentences("  \n") == []


# Text made of what the rules look at reaches more of them than any text does.
PIECES = st.lists(
    st.sampled_from(
        [
            *(".", "...", "…", "?", "!", "”", "“", '"', "(", ")", "[6]", "[", " ", "  ", "\n", "•", "- ", "\u00a0"),
            *("Mr", "U.S", "No", "5", "1", "A", "I", "the", "The", "Dale", "asked", "it", "eHow", "Photo: "),
            "Monday, May 2, 2022",
        ]
    )
).map("".join)


@given(st.text() | PIECES)
def test_sentences_joined_give_the_paragraph_back(paragraph: str) -> None:
    sentences = split_sentences(paragraph)

    assert "".join("".join(each.text for each in sentences).split()) == "".join(paragraph.split())
    assert all(paragraph[each.start : each.end] == each.text for each in sentences)


@given(PIECES)
def test_sentences_stand_in_order_and_keep_no_white_space_around_them(paragraph: str) -> None:
    sentences = split_sentences(paragraph)

    assert all(each.text and each.text == each.text.strip() for each in sentences)
    assert all(a.end <= b.start for a, b in pairwise(sentences))

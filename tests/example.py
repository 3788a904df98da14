"""The worked example, drawn, with every figure worked out by hand.

        section 0   1  Reporter  [NATO]                                          narration   4 May 2020
        section 1   2  Brook                 "good"        T +0.70  V +0.44      reported
                    3  Brook     [OSCE]      "excellent"   T +1.00  V +0.57      carried over
                    4  Dale                  "want", "no war"       V +0.53      quoted
                    5  Dale                                                      reported    since 2014
        section 2   6  Dale      [exercises]                                     reported
                    7  Dale      [exercises] "new" "alarm" T +0.14  V -0.34  ◆   reported
                    8  Cole      [Minsk]     "terrible"    T -1.00  V -0.48      reported, via Brook
                    9  Brook, Dale  [Minsk, continued]                           reported
                   10  Reporter                                                  narration   2021
                   11  Brook                                                     reported, answers 10

Word values: TextBlob good 0.7, excellent 1.0, new 0.1364, terrible -1.0. VADER good 1.9, excellent 2.7, want 0.3,
war -2.9, alarm -1.4, terrible -2.1. VADER's compound is x / sqrt(x² + 15); "no war" counts -2.9 · -0.74 = 2.146.
"""

from math import sqrt


def compound(x: float) -> float:
    """VADER's compound for a sum of word values, rounded as VADER does."""
    return round(x / sqrt(x * x + 15), 4)


POLARITY = {2: 0.7, 3: 1.0, 7: 0.1364, 8: -1.0}
SUBJECTIVITY = {2: 0.6, 3: 1.0, 7: 0.4545, 8: 1.0}
VADER = {2: compound(1.9), 3: compound(2.7), 4: compound(0.3 + 2.146), 7: compound(-1.4), 8: compound(-2.1)}

SPEAKERS = {
    1: ("reporter",), 2: ("brook",), 3: ("brook",), 4: ("dale",), 5: ("dale",), 6: ("dale",), 7: ("dale",),
    8: ("cole",), 9: ("brook", "dale"), 10: ("reporter",), 11: ("brook",),
}  # fmt: skip
TOPICS = {
    1: ("nato",),
    3: ("osce",),
    6: ("belarus-exercises",),
    7: ("belarus-exercises",),
    8: ("minsk",),
    9: ("minsk",),
}
SECTION = {1: 0, 2: 1, 3: 1, 4: 1, 5: 1, 6: 2, 7: 2, 8: 2, 9: 2, 10: 2, 11: 2}
FORM = {1: "narration", 3: "carried", 4: "direct", 10: "narration"}  # the others are indirect
WORDS = {1: 0, 2: 4, 3: 8, 4: 4, 5: 6, 6: 2, 7: 5, 8: 4, 9: 1, 10: 0, 11: 2}

# The side of a statement: EU for Brook and Cole, US for Dale, both together for 9.
SIDES = {"eu": [2, 3, 8, 11], "usa": [4, 5, 6, 7], "reporter": [1, 10], "joint": [9]}

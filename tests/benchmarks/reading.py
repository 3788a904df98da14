"""Time and memory of reading an article, on texts of our own making.

    python tests/benchmarks/reading.py speed     # reading against spaCy's parse alone, over 200 texts
    python tests/benchmarks/reading.py article   # one text of 1,400 words, warm
    python tests/benchmarks/reading.py memory    # peak memory of a fresh process that reads 100,000 words
    python tests/benchmarks/reading.py hostile   # texts that nobody writes: seconds, or the refusal
    python tests/benchmarks/reading.py profile   # where the time goes that is not the parse's

Run by hand, from the project's root; nothing is asserted.
"""

import argparse
import cProfile
import datetime as dt
import gc
import pstats
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from components.reading import parsing
from components.reading.article import TooLongError, read_article
from components.reading.language import find_language
from components.reading.places import find_places

ROOT = Path(__file__).parents[2]
DAY = dt.date(2022, 2, 11)

# --- Texts: a small grammar of sentences --------------------------------------------------------

PEOPLE = ("Ana Brook", "Carl Dale", "Ina Cole", "Peter Marsh", "Ruth Field", "Omar Lake", "Vera Stone", "Ivan Hill")
LANDS = ("Ruritania", "Borduria", "Syldavia", "Sylvania", "Freedonia", "Florin", "Guilder", "Zubrowka")
OFFICES = ("Foreign Minister", "Defence Minister", "President", "Ambassador", "envoy", "spokeswoman", "Prime Minister")
THINGS = (
    "the agreement", "the exercises near the border", "the new sanctions", "trade with the north", "the ceasefire",
    "NATO", "the OSCE", "the release of the prisoners", "the Minsk agreement", "a visit to the capital",
    "the gas pipeline", "human rights in the region", "the budget of the mission", "the withdrawal of troops",
)  # fmt: skip
WORDS = ("good", "difficult", "useful", "regrettable", "excellent", "dangerous", "open", "late", "fair", "absurd")
VERBS = ("said", "added", "stressed", "told reporters", "noted", "explained", "warned", "insisted")
CLAUSES = (
    "{thing} was {word} for both sides", "the two sides would come back to {thing} in {year}",
    "{land} had done all it could for {thing}", "nobody in {land} wanted a {word} end of {thing}",
    "{thing} remained {word}, although the talks had lasted for hours", "the threat to {land} was real and {word}",
    "{land} would not accept {thing} unless {land2} gave guarantees", "there was a {word} chance for {thing}",
)  # fmt: skip
SENTENCES = (
    "{person} {verb} that {clause}.", "“{Clause},” {person} {verb}.", "“{Clause},” {verb2} {person}, “and {clause}.”",
    "{Clause}, {pronoun} {verb}.", "According to {person}, {clause}.", "As {person} noted, {clause}.",
    "{land}’s {office} {person} {verb} that {clause}.", "{person}, the {office} of {land}, {verb} that {clause}.",
    "“{Clause}. {Clause}.”", "The ministers met on {day} {month} {year} and spoke about {thing} for {number} hours.",
    "Since {year} the border between {land} and {land2} has been closed.", "{Pronoun} also spoke of {thing}.",
    "{Clause}.", "The delegation of {land} left the hall after {number} minutes.",
    "Asked about {thing}, {person} replied that {clause}.", "It was the {word} end of a long day in {land}.",
)  # fmt: skip
MONTHS = ("January", "March", "May", "August", "December")


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  # texts for measuring, no secret


def sentence(choose: random.Random) -> str:
    """A sentence of the grammar. A few words in it may come twice."""

    def clause() -> str:
        land, other = choose.sample(LANDS, 2)
        thing, word = choose.choice(THINGS), choose.choice(WORDS)
        return choose.choice(CLAUSES).format(
            thing=thing, word=word, land=land, land2=other, year=choose.randint(1990, 2022)
        )

    person = choose.choice(PEOPLE)
    capital = clause()
    land, other = choose.sample(LANDS, 2)
    return choose.choice(SENTENCES).format(
        person=person if choose.random() < 0.5 else person.split()[1],
        verb=choose.choice(VERBS), verb2=choose.choice(("said", "added", "asked")),
        clause=clause(), Clause=capital[0].upper() + capital[1:], land=land, land2=other,
        office=choose.choice(OFFICES), thing=choose.choice(THINGS), word=choose.choice(WORDS),
        pronoun=choose.choice(("he", "she")), Pronoun=choose.choice(("He", "She")),
        day=choose.randint(1, 28), month=choose.choice(MONTHS), year=choose.randint(1990, 2022),
        number=choose.randint(2, 50),
    )  # fmt: skip


def article(words: int, seed: int) -> str:
    """A text of about so many words, in sections of a few paragraphs; the same for the same seed."""
    choose = seeded(seed)
    lines = [f"Talks on {choose.choice(THINGS)}"]
    length = 0
    while length < words:
        if len(lines) % 8 == 0:
            lines.append(f"A word on {choose.choice(THINGS)}")
        paragraph = " ".join(sentence(choose) for _ in range(choose.randint(1, 5)))
        length += len(paragraph.split())
        lines.append(paragraph)
    return "\n\n".join(lines)


# --- Time ---------------------------------------------------------------------------------------


def read(text: str) -> int:
    """Read a text; how many statements it has."""
    return len(read_article(text, published=DAY, genre="news").rows.statements)


def parse_alone(text: str, sentences: list[tuple[int, int]]) -> None:
    """What spaCy does to a text, with the model, the pipes, the chunks and the sentence starts of the reading."""
    for chunk in parsing.chunks(sentences):
        first, last = chunk[0][0], chunk[-1][1]
        parsing.parse(text[first:last], [(start - first, end - first) for start, end in chunk])


def took(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def warm() -> None:
    """Load the models and the word lists, let them meet their first words, and look through them no more, as the worker does."""
    find_language("Die Ministerin sprach mit den Gästen über die neue Brücke und den Weg dorthin.")
    for seed in range(1000, 1003):
        read(article(1_500, seed))
    gc.collect()
    gc.freeze()


def measure_speed(texts: int) -> None:
    """The two are measured in turn, text by text, so that what else the machine does hits both alike."""
    warm()
    parse, whole, words = [], [], 0
    for seed in range(texts):
        text = article(seeded(seed).randint(1_000, 2_000), seed)
        words += len(text.split())
        sentences = [(place.start, place.end) for place in find_places(text)]
        measures = [(parse, lambda: parse_alone(text, sentences)), (whole, lambda: read(text))]  # noqa: B023
        for times, work in measures if seed % 2 else reversed(measures):
            times.append(took(work))
    ratios = [a / b for a, b in zip(whole, parse, strict=True)]
    print(f"{texts} texts, {words:,} words")
    print(f"  parse alone  {sum(parse):7.2f} s  {words / sum(parse):8,.0f} words a second")
    print(f"  reading      {sum(whole):7.2f} s  {words / sum(whole):8,.0f} words a second")
    print(f"  ratio        {sum(whole) / sum(parse):7.3f}    median of the texts {statistics.median(ratios):.3f}")


def measure_article(runs: int) -> None:
    warm()
    text = article(1_400, 7)
    times = [took(lambda: read(text)) for _ in range(runs)]
    print(
        f"{len(text.split()):,} words, {runs} runs: median {statistics.median(times):.3f} s, worst {max(times):.3f} s"
    )


def show_profile(texts: int) -> None:
    warm()
    made = [article(1_500, seed) for seed in range(texts)]
    profile = cProfile.Profile()
    profile.enable()
    for text in made:
        read(text)
    profile.disable()
    pstats.Stats(profile).sort_stats("cumulative").print_stats(r"components|textblob|vader|pydantic", 70)


# --- Memory -------------------------------------------------------------------------------------

READER = """
import datetime, resource, sys
from pathlib import Path
from components.reading.article import read_article
text = Path(sys.argv[1]).read_text(encoding="utf-8")
rows = read_article(text, published=datetime.date(2022, 2, 11), genre="news").rows
print(len(rows.statements), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def measure_memory() -> None:
    text = article(100_000, 5)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.write(text)
        file.flush()
        asked = [sys.executable, "-c", READER, file.name]
        done = subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    print(f"{len(text.split()):,} words, {int(done[0]):,} statements: peak of the process {float(done[1]):.0f} MB")


# --- Texts that nobody writes -------------------------------------------------------------------


LETTERS = "abcdefghijklmnopqrstuvwxyz"


def hostile(size: int) -> dict[str, str]:
    """Texts that ask a step to do its work in vain, again and again.

    They have so many characters, or, where each of many short sentences is parsed as any other, a tenth of them.
    """
    plain = "the talks went on about the border and the envoy of Ruritania said nothing "
    said = "Ana Brook said that the talks were good. "
    few, part = max(size // 100, 1), max(size // 10, 1)

    def times(piece: str, length: int = size) -> str:
        return (piece * (length // len(piece) + 1))[:length]

    return {
        "empty": "",
        "one word": "Talks",
        "white space": times(" \t\n\u00a0\u2003"),
        "no full stop": times(plain),
        "one line of sentences": times(said),
        "a book of long sentences": times(f"{plain.capitalize()}and {plain.strip()}, Dale said. "),
        "headings only": times("A Word on Trade\n\n"),
        "blank lines": times("\n", size // 20),
        "lines of one word": times("talks\n"),
        "full stops": times("."),
        "one letter and a stop": times("a. "),
        "round brackets": times("(", few),
        "square brackets": times("[", few),
        "closing brackets": times(")", few),
        "quotation marks": times("“", few) + times('"', few) + times("”", few) + times("'", few),
        "quotations": times("“No,” he said. "),
        "open quotations": times("“No, he said.\n\n"),
        "quotation marks and spaces": times('" '),
        "apostrophes": times("’tis Dale’s "),
        "one long word": times("a", part),
        "one very long word": times("a"),
        "one long address": times("a/b.c?d=e&f-", part),
        "bracketed address": times("[a](http://b.c)", part),
        "digits": times("1"),
        "years": times("2014 "),
        "dates": times("4 May 2020, "),
        "dashes": times("—"),
        "dash and space": times("— "),
        "colons": times("Dale: "),
        "a transcript": times("Dale: Yes.\n\nBrook: No.\n\n"),
        "questions and answers": times("Q: Why?\n\nA: Because.\n\n"),
        "names": " ".join(f"Ana Brook{a}{b}{c} spoke." for a in LETTERS for b in LETTERS for c in LETTERS)[:part],
        "capitals": times("THE TALKS WERE GOOD "),
        "offices": times("the Russian foreign minister of the region and deputy prime minister "),
        "he said that he said": times("he said that "),
        "scripts": times("Ана Брук сказала, 安娜说。 אנה אמרה ש آنا قالت Άννα είπε. ", part),
        "right to left": times("\u202eAna\u202c \u200fBrook\u200e said \u2067no\u2069. ", part),
        "no width": times("A\u200bna\u200d Br\ufeffook said no. ", part),
        "NUL": times("Ana\0 Brook said no.\0 ", part),
        "lone surrogates": times("\ud800Ana\udfff said no. ", part),
        "combining marks": times("e" + "\u0301" * 50),
        "emoji": times("😀"),
        "ellipses": times(". . . "),
        "markdown": times("**#_*`<b>[x](y)</b>\n", part),
    }


def measure_hostile(size: int) -> None:
    """Each in the two genres that ask for most: in a transcript or a speech, all words are somebody's and are scored."""
    warm()
    print(f"texts of up to {size:,} characters: seconds as news and as speech")
    for name, text in hostile(size).items():
        told = []
        for genre in ("news", "speech"):
            started = time.perf_counter()
            try:
                rows = read_article(text, published=DAY, genre=genre).rows  # type: ignore[arg-type]
                outcome = f"{len(rows.statements):,} statements"
            except TooLongError as refused:
                outcome = str(refused)
            told.append(f"{time.perf_counter() - started:6.2f}")
        print(f"  {name:28} {' '.join(told)}  {outcome}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["speed", "article", "memory", "hostile", "profile"])
    parser.add_argument("--texts", type=int, default=200, help="how many texts (speed, profile)")
    parser.add_argument("--runs", type=int, default=10, help="how often (article)")
    parser.add_argument("--size", type=int, default=1_000_000, help="characters (hostile)")
    asked = parser.parse_args()
    if asked.what == "speed":
        measure_speed(asked.texts)
    elif asked.what == "article":
        measure_article(asked.runs)
    elif asked.what == "memory":
        measure_memory()
    elif asked.what == "hostile":
        measure_hostile(asked.size)
    else:
        show_profile(min(asked.texts, 20))


if __name__ == "__main__":
    main()

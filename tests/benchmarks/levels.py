"""How often the speaker is right, kind of cue by kind of cue: the rows of `data/evaluation.csv` that levels are made of.

    python tests/benchmarks/levels.py coded FOLDER       # sentences coded by hand
    python tests/benchmarks/levels.py attributed FILE    # articles with annotated attributions
    python tests/benchmarks/levels.py article FOLDER     # an article of ours that was coded by hand, with its machine.csv

FOLDER of `coded` has `docs.json` (id: genre, parties, labels of a transcript with the name that each stands for), `manifest.csv` (id, title, published), `coding.jsonl` (doc, start, end,
speaker: names) and `texts/<id>.txt`. A speaker is right where the machine's actors have the surnames that the coder wrote.
FILE has a JSON object a line: text, date, attributions (stretches of content, source and cue). There a speaker is right where
the sentence's mention overlaps the annotated source, and no speaker where nothing is attributed; whom a pronoun means was
not annotated. Of sentences whose speaker is said to be unknown nothing is counted: they have a level of their own. Kinds of cue that are found once
for a whole text are counted by texts (`ONCE_A_TEXT`).

Run by hand, from the project's root; nothing is asserted. The rows go to standard output.
"""

import argparse
import csv
import datetime as dt
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))
from components.model.evaluation import ONCE_A_TEXT, SHARES, Evaluation
from components.model.rows import write_rows
from components.reading.article import Reading, read_article
from components.reading.details import is_account

NOBODY = frozenset({"reporter", "press", "narrator"})
ASIDE = re.compile(r"\(.*\)|[\d:]+ [AP]\.M\..*|END.*")
NO_NAMES = frozenset("the mr ms mrs dr jr sr ii iii iv vi president prime minister of a".split())
ROLES = ("official", "moderator")

Stretch = tuple[int, int]


class Answer(NamedTuple):
    """An answer of the machine that was compared: its kind of cue, the genre of its text, and whether it was right."""

    how: str
    genre: str
    right: bool


# --- Sentences coded by hand --------------------------------------------------------------------


def coded(folder: Path) -> Iterator[Answer]:
    """Each coded sentence beside the statement that overlaps it most."""
    docs = json.loads((folder / "docs.json").read_text(encoding="utf-8"))
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as file:
        about = {row["id"]: row for row in csv.DictReader(file)}
    rows: dict[str, list[Any]] = defaultdict(list)
    for line in (folder / "coding.jsonl").read_text(encoding="utf-8").splitlines():
        rows[json.loads(line)["doc"]].append(json.loads(line))
    for name, sentences in rows.items():
        text = (folder / "texts" / f"{name}.txt").read_text(encoding="utf-8")
        genre, day = docs[name]["genre"], dt.date.fromisoformat(about[name]["published"])
        read = read_article(text, published=day, genre=genre, title=about[name]["title"])
        genre = "readout" if genre == "news" and is_account(text, about[name]["title"]) else genre  # it is read as one
        sides = {key(each["name"]): each["for"].casefold() for each in docs[name]["parties"]}
        answers: list[Answer] = []
        for sentence in sentences:
            over = most_overlapping(read, sentence["start"], sentence["end"])
            if over is not None and "unknown" not in over.speakers:
                answers.append(Answer(over.how, genre, same(sentence["speaker"], speakers_of(read, over), sides)))
        places = [(each["start"], each["end"]) for each in sentences]
        answers += turns(text, read, genre, docs[name].get("labels", {}), sides, but=places)
        yield from once_a_text(answers)


def once_a_text(answers: Sequence[Answer]) -> Iterator[Answer]:
    """The answers of one text; of a kind that is found once a text a single one, right where most of them are."""
    yield from (each for each in answers if each.how not in ONCE_A_TEXT)
    for how in sorted({each.how for each in answers} & ONCE_A_TEXT):
        right = [each.right for each in answers if each.how == how]
        yield Answer(how, answers[0].genre, 2 * sum(right) > len(right))


def turns(
    text: str, read: Reading, genre: str, labels: dict[str, str], sides: dict[str, str], *, but: Sequence[Stretch]
) -> Iterator[Answer]:
    """The statements of a whole transcript beside the one whose label was coded, but for those of sentences coded above."""
    known = [(re.compile(rf"{re.escape(label)}(?:[:.]|\s+(?=[A-Z(“\"]))"), who) for label, who in by_length(labels)]
    who = ""
    for paragraph in re.finditer(r"[^\n]+", text) if known else ():
        who = next((who for label, who in known if label.match(paragraph.group())), who)
        if not who or ASIDE.fullmatch(paragraph.group().strip()):
            continue
        for row in read.statements.itertuples(index=False):
            place = (row.start, row.end)
            compared = overlap(paragraph.span(), place) and not any(overlap(each, place) for each in but)
            known_speaker = not row.via and "unknown" not in row.speakers
            if compared and known_speaker and not ASIDE.fullmatch(text[slice(*place)]):
                yield Answer(row.how, genre, same([who], speakers_of(read, row), sides))


def by_length(labels: dict[str, str]) -> list[tuple[str, str]]:
    """The longest first: "President of Ruritania Ana Brook" before "President"."""
    return sorted(labels.items(), key=lambda item: -len(item[0]))


def speakers_of(read: Reading, row: Any) -> set[tuple[str, str]]:
    """Names and sides of the speakers of a row."""
    if row.form == "narration":
        return {("reporter", "")}
    actors = {actor.id: (actor.name, actor.side.casefold()) for actor in read.actors}
    return {actors[id] for id in row.speakers}


def same(coded: Sequence[str], read: set[tuple[str, str]], sides: dict[str, str]) -> bool:
    """Whether the coder's names and the machine's mean the same speakers; a country may stand for its head."""
    wanted, found = {key(each) for each in coded}, {key(name) for name, _ in read}
    named = {sides.get(key(each), "") for each in coded}
    by_side = "nobody" not in wanted | found and len(named) == len(coded) and "" not in named
    return wanted == found or (by_side and named == {side for _, side in read})


def key(name: str) -> str:
    """What two spellings of a speaker share: the surname, or the last word of a body."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(each))
    words = [word for word in re.sub(r"[^\w ]", " ", plain).split() if word not in NO_NAMES]
    if plain in NOBODY:
        return "nobody"
    return next((role for role in ROLES if role in words), words[-1] if words else plain)


def most_overlapping(read: Reading, start: int, end: int) -> Any:
    """The row that overlaps a stretch of the text most; None where none does."""
    rows = list(read.statements.itertuples(index=False))
    best = max(rows, key=lambda row: overlap((start, end), (row.start, row.end)), default=None)
    return best if best is not None and overlap((start, end), (best.start, best.end)) else None


def overlap(one: Stretch, other: Stretch) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


# --- Articles with annotated attributions -------------------------------------------------------


def attributed(file: Path) -> Iterator[Answer]:
    """Each sentence of news articles beside the attribution whose content is most of it."""
    for line in file.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        read = read_article(document["text"], published=dt.date.fromisoformat(document["date"]), genre="news")
        mentions: dict[str, list[Stretch]] = defaultdict(list)
        for row in read.evidence[read.evidence["kind"] == "speaker"].itertuples(index=False):
            mentions[row.statement].append((int(row.start), int(row.end)))
        told = [
            {part: letters(each[part]) for part in ("content", "source", "cue")} for each in document["attributions"]
        ]
        for row in read.statements.itertuples(index=False):
            if "unknown" in row.speakers:
                continue
            source = annotated_source(document["text"], (row.start, row.end), told)
            if row.form == "narration":
                right = source is None
            else:
                right = source is not None and bool(source & letters(mentions[row.statement]))
            yield Answer(row.how, "news", right)


def annotated_source(text: str, sentence: Stretch, told: Sequence[dict[str, set[int]]]) -> set[int] | None:
    """The letters of the source to which at least half of a sentence is attributed; None where it is nobody's."""
    body = {at for at in range(*sentence) if not text[at].isspace()}
    best = max(told, key=lambda each: len(each["content"] & body), default=None)
    if best is None:
        return None
    said = body - best["source"] - best["cue"]
    return best["source"] if said and len(best["content"] & said) / len(said) >= 0.5 else None


def letters(stretches: Sequence[Sequence[int]]) -> set[int]:
    return {at for start, end in stretches for at in range(int(start), int(end))}


# --- An article of ours -------------------------------------------------------------------------


def article(folder: Path) -> Iterator[Answer]:
    """Each sentence of an article that was coded by hand beside the machine's recorded answer."""
    genre = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["readout"]["genre"]
    with (folder / "statements.csv").open(encoding="utf-8", newline="") as file:
        hand = {row["statement"]: row for row in csv.DictReader(file)}
    with (folder / "machine.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if "unknown" not in row["speakers"].split(";"):
                wanted = hand[row["statement"]]["speakers"].split(";")
                yield Answer(row["how"], genre, set(wanted) == set(row["speakers"].split(";")))


# --- The table ----------------------------------------------------------------------------------


def rows_of(answers: Iterator[Answer], dataset: str, half: str) -> list[Evaluation]:
    """A row for each kind of cue and genre."""
    n, right = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for each in answers:
        n[each.how, each.genre] += 1
        right[each.how, each.genre] += each.right
    return [
        Evaluation(
            date=dt.datetime.now(dt.UTC).date().isoformat(),
            label="Speaker of a sentence",
            statistic="share right",
            value=round(right[kind] / count, SHARES),
            dataset=dataset,
            half=half,
            n=count,
            versions="Readout 0.1.0",
            how=kind[0],
            genre=kind[1],
            right=right[kind],
        )
        for kind, count in sorted(n.items(), key=lambda item: (item[0][1], -item[1], item[0][0]))
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shape", choices=("coded", "attributed", "article"), help="the shape of the data")
    parser.add_argument("path", type=Path)
    parser.add_argument("--dataset", default="texts", help="what the rows say of the texts")
    parser.add_argument("--half", default="whole", help="what the rows say of the part that was used")
    given = parser.parse_args()
    answers = {"coded": coded, "attributed": attributed, "article": article}[given.shape](given.path)
    sys.stdout.buffer.write(write_rows(Evaluation, rows_of(answers, given.dataset, given.half)))


if __name__ == "__main__":
    main()

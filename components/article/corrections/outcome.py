"""What comes out of a statement that was corrected: the statement, and the evidence that follows from it.

It follows from the outcome, not from the way to it: what was corrected and corrected back has its first evidence again.
"""

from collections.abc import Callable, Iterator, Sequence

from components.article.corrections.log import CORRECTED, parts_of, renamed
from components.model.rows import SEPARATOR
from components.model.statements import KINDS, SCORES, Evidence, Form, Statement

Measure = Callable[[Statement], tuple[Statement, Sequence[Evidence]]]
"""Takes a statement whose content is new; returns it with its words and scores, and its rows of tone. What cannot be
measured comes back without content.
"""

NARRATION: Form = "narration"
_OF_CONTENT = ("cue", "content", "tone")
_NOTHING_SAID: dict[str, int | None] = {
    "words": 0,
    **dict.fromkeys(("cue_start", "cue_end", "content_start", "content_end", *SCORES)),
}
"""What a statement has of which nothing is somebody's words."""


def outcome(
    before: Statement,
    after: Statement,
    rows: list[Evidence],
    merges: Sequence[tuple[str, str]],
    measure: Measure | None,
) -> tuple[Statement, list[Evidence]]:
    """The statement as it stands after all corrections, and its evidence.

    `before` and `rows` are what the machine answered first, `after` is what the log makes of it; of `merges` each is the
    actor that is gone and the one that stays.
    """
    for old, new in merges:
        before, rows = merged(before, old, new), _merged_rows(rows, old, new)
    if _coded(before) == _coded(after):
        return after, rows
    rows = [*_speaker_rows(before, after, rows), *_topic_rows(before, after, rows)]
    if after.form == NARRATION != before.form:
        after, rows = after.model_copy(update=_NOTHING_SAID), [row for row in rows if row.kind not in _OF_CONTENT]
    if measure and _gets_content(before, after):
        whole = {"content_start": after.start, "content_end": after.end}
        after, tone = measure(after.model_copy(update=whole))
        rows += [*_content_rows(after), *tone]
    return after, sorted(rows, key=lambda row: KINDS.index(row.kind))


def _coded(row: Statement) -> tuple[object, ...]:
    """What the evidence of a statement depends on."""
    return row.speakers, row.via, row.form, row.topics


def _speaker_rows(before: Statement, after: Statement, rows: Sequence[Evidence]) -> Iterator[Evidence]:
    """All rows but those of topics. Mentions of those who neither speak nor relay go; new speakers have a row each."""
    staying = {*after.speakers, after.via}
    moved = (before.speakers, before.via) != (after.speakers, after.via)
    for row in rows:
        if row.kind in ("cue", "content") and before.speakers != after.speakers:
            yield row.model_copy(update={"value": SEPARATOR.join(after.speakers)})
        elif row.kind != "topic" and not (moved and row.kind == "speaker" and row.value not in staying):
            yield row
    mentioned = {row.value for row in rows if row.kind == "speaker"}
    for speaker in after.speakers:
        if speaker not in before.speakers and speaker not in mentioned:
            yield _corrected(after, "speaker", speaker)


def _topic_rows(before: Statement, after: Statement, rows: Sequence[Evidence]) -> Iterator[Evidence]:
    gone = {topic for topic in before.topics if topic not in after.topics}
    yield from (row for row in rows if row.kind == "topic" and row.value not in gone)
    yield from (_corrected(after, "topic", topic) for topic in after.topics if topic not in before.topics)


def _gets_content(before: Statement, after: Statement) -> bool:
    """Whether a sentence in which nothing was said now says something."""
    corrected = (before.speakers, before.form) != (after.speakers, after.form)
    return corrected and after.form != NARRATION and after.stretch("content") is None


def _content_rows(row: Statement) -> Iterator[Evidence]:
    if content := row.stretch("content"):
        yield _corrected(row, "content", SEPARATOR.join(row.speakers), content)


def _corrected(row: Statement, kind: str, value: str, place: tuple[int, int] | None = None) -> Evidence:
    start, end = place or (None, None)
    return Evidence.model_validate({
        "statement": row.statement, "kind": kind, "label": CORRECTED, "value": value, "start": start, "end": end,
        "phrase": "",
    })  # fmt: skip


def merged(row: Statement, old: str, new: str) -> Statement:
    """The statement with one actor in another's place. Nobody relays what they alone say."""
    if old not in row.speakers and old != row.via:
        return row
    speakers = renamed(row.speakers, old, new)
    via = new if row.via == old else row.via
    return row.model_copy(update={"speakers": speakers, "via": "" if speakers == (via,) else via})


def _merged_rows(rows: list[Evidence], old: str, new: str) -> list[Evidence]:
    """The evidence with one actor in another's place; two mentions at one place become one."""
    merged = [_merged_row(row, old, new) for row in rows]
    return rows if merged == rows else list(dict.fromkeys(merged))


def _merged_row(row: Evidence, old: str, new: str) -> Evidence:
    values = parts_of(row.value)
    if row.kind not in ("speaker", "cue", "content") or old not in values:
        return row
    return row.model_copy(update={"value": SEPARATOR.join(renamed(values, old, new))})

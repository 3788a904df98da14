"""Corrections: what each does, what does not fit, and that the log alone decides.

The article of these tests has four sentences, all invented:

    1  aaaa…  Reporter  [nato]          narration                    0–40, nothing is said
    2  bbbb…  Brook     [nato, osce]    indirect, sure               41–90, cue 41–50, content 51–90
    3  cccc…  Brook     [osce]          carried, guess               91–120, content 91–120
    4  dddd…  Putnam, via Dale          indirect, guess              121–160, cue 121–130, content 131–160
"""

import datetime as dt
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from components.article.corrections.entries import (
    accept,
    add_alias,
    correct,
    correct_actor,
    merge_actors,
    new_actor,
    new_id,
    not_a_statement,
    put_back,
    remove_alias,
    split_actor,
)
from components.article.corrections.log import (
    FIELDS,
    LOG_FILE,
    Coding,
    Correction,
    Log,
    changed,
    decided,
    effective,
    redone,
    standing,
    summary,
    undone,
)
from components.article.corrections.replay import log_faults, replay
from components.model.codebook import REPORTER, Actor, Codebook, Side, Topic
from components.model.countries import ALLOWED
from components.model.rows import FaultyFilesError, read_rows, table_schema, write_rows
from components.model.statements import Evidence, Statement

A, B, C, D = "a" * 12, "b" * 12, "c" * 12, "d" * 12
NOW = dt.datetime(2026, 11, 24, 18, 5, tzinfo=dt.UTC)


def topic(id: str) -> Topic:
    return Topic(id=id, label=id, definition=id, counts="", counts_not="", words=(id,))


def actor(id: str, name: str, side: str = "us", role: str = "", aliases: tuple[str, ...] = ()) -> Actor:
    return Actor(id=id, name=name, role=role, side=side, aliases=aliases)


CODEBOOK = Codebook(
    topics=(topic("nato"), topic("osce"), topic("minsk")),
    sides=tuple(Side(id=id, label=id, voice=id) for id in ("us", "eu", "reporter")),
    actors=(actor("cole", "Ina Cole", "eu"),),
)


def statement(id: str, sentence: int, **fields: Any) -> Statement:
    return Statement.model_validate({
        "statement": id, "section": 0, "paragraph": 1, "sentence": sentence, "turn": sentence, "answers": None,
        "via": "", "level": "", "topics": (), "gloss": "", "cue_start": None, "cue_end": None, "content_start": None,
        "content_end": None, "words": 0, "polarity": None, "subjectivity": None, "vader": None, "blend": None, **fields,
    })  # fmt: skip


def row(id: str, kind: str, label: str, value: str, start: int | None = None, end: int | None = None) -> Evidence:
    return Evidence.model_validate({
        "statement": id, "kind": kind, "label": label, "value": value, "start": start, "end": end, "phrase": "",
    })  # fmt: skip


FIRST = Coding(
    statements=(
        statement(A, 1, speakers=(REPORTER,), form="narration", topics=("nato",), start=0, end=40),
        statement(
            B, 2, speakers=("brook",), form="indirect", level="sure", topics=("nato", "osce"), start=41, end=90,
            cue_start=41, cue_end=50, content_start=51, content_end=90, words=6, polarity=0.5, subjectivity=0.5,
        ),
        statement(
            C, 3, speakers=("brook",), form="carried", level="guess", topics=("osce",), start=91, end=120,
            content_start=91, content_end=120, words=5,
        ),
        statement(
            D, 4, speakers=("putnam",), via="dale", form="indirect", level="guess", start=121, end=160,
            cue_start=121, cue_end=130, content_start=131, content_end=160, words=4,
        ),
    ),
    evidence=(
        row(A, "topic", "named", "nato", 10, 14),
        row(B, "speaker", "named", "brook", 41, 46),
        row(B, "cue", "", "brook", 41, 50),
        row(B, "content", "", "brook", 51, 90),
        row(B, "topic", "named", "nato", 55, 59),
        row(B, "topic", "named", "osce", 60, 64),
        row(B, "topic", "named", "nato", 70, 74),
        row(B, "tone", "textblob", "0.5000", 80, 84),
        row(C, "content", "", "brook", 91, 120),
        row(C, "topic", "continued", "osce"),
        row(D, "speaker", "named", "putnam", 126, 130),
        row(D, "speaker", "named", "dale", 121, 125),
        row(D, "cue", "", "putnam", 121, 130),
        row(D, "content", "", "putnam", 131, 160),
    ),
    actors=(
        actor("brook", "Ana Brook", "eu", "Envoy", ("Both envoys",)),
        actor("dale", "Carl Dale", aliases=("Both envoys",)),
        actor("putnam", "Putnam"),
        actor(REPORTER, "Reporter", "reporter"),
    ),
)  # fmt: skip


def after(*log: Correction) -> Coding:
    return replay(FIRST, log, codebook=CODEBOOK)


def of(coding: Coding, id: str) -> Statement:
    (found,) = [each for each in coding.statements if each.statement == id]
    return found


def evidence_of(coding: Coding, id: str) -> list[tuple[str, str, str]]:
    return [(each.kind, each.label, each.value) for each in coding.evidence if each.statement == id]


def actor_of(coding: Coding, id: str) -> Actor:
    (found,) = [each for each in coding.actors if each.id == id]
    return found


def fix(id: str, field: Any, to: Any, coding: Coding = FIRST) -> Correction:
    return correct(coding, id, field, to, when=NOW)


# --- Statements ---------------------------------------------------------------------------------


def test_an_entry_is_filled_from_what_stands() -> None:
    entry = fix(B, "topics", ("minsk",))

    assert entry == Correction(when="2026-11-24T18:05:00Z", statement=B, field="topics", from_="nato;osce", to="minsk")


def test_the_moment_is_written_in_utc() -> None:
    east = dt.datetime(2026, 11, 24, 20, 5, 0, 999, tzinfo=dt.timezone(dt.timedelta(hours=2)))

    assert accept(FIRST, B, when=east).when == "2026-11-24T18:05:00Z"


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^the moment has no time zone; take datetime\.now\(UTC\)$"):
        accept(FIRST, B, when=dt.datetime(2026, 11, 24, 18, 5))  # noqa: DTZ001


def test_a_corrected_speaker_is_coded_by_a_person_and_nothing_else_changes() -> None:
    coding = after(fix(B, "speakers", "dale"))

    assert of(coding, B) == of(FIRST, B).model_copy(update={"speakers": ("dale",), "level": ""})
    assert [each for each in coding.statements if each.statement != B] == [*FIRST.statements[:1], *FIRST.statements[2:]]
    assert coding.actors == FIRST.actors


def test_the_evidence_follows_the_speaker() -> None:
    assert evidence_of(after(fix(B, "speakers", "dale")), B) == [
        ("speaker", "corrected", "dale"),
        ("cue", "", "dale"),
        ("content", "", "dale"),
        ("topic", "named", "nato"),
        ("topic", "named", "osce"),
        ("topic", "named", "nato"),
        ("tone", "textblob", "0.5000"),
    ]


def test_a_second_speaker_leaves_the_mention_of_the_first() -> None:
    coding = after(fix(B, "speakers", ("brook", "dale")))

    assert evidence_of(coding, B)[:4] == [
        ("speaker", "named", "brook"),
        ("speaker", "corrected", "dale"),
        ("cue", "", "brook;dale"),
        ("content", "", "brook;dale"),
    ]


def test_what_a_person_gave_has_no_place() -> None:
    (given_row,) = [each for each in after(fix(C, "speakers", "dale")).evidence if each.label == "corrected"]

    assert given_row == row(C, "speaker", "corrected", "dale")


def test_a_mention_stays_while_its_actor_still_relays() -> None:
    """Brook is named; she relays Cole. Dale, who did relay, is corrected away and so is the mention of him."""
    speaker = fix(B, "speakers", "cole")

    assert ("speaker", "named", "brook") in evidence_of(after(speaker, fix(B, "via", "brook")), B)
    assert ("speaker", "named", "brook") not in evidence_of(after(speaker), B)
    assert ("speaker", "named", "dale") in evidence_of(FIRST, D)
    assert ("speaker", "named", "dale") not in evidence_of(after(fix(D, "via", "")), D)


def test_one_who_relayed_and_now_speaks_keeps_the_mention() -> None:
    coding = after(fix(D, "speakers", "dale"), fix(D, "via", ""))

    assert evidence_of(coding, D) == [("speaker", "named", "dale"), ("cue", "", "dale"), ("content", "", "dale")]


def test_an_actor_of_the_codebook_joins_those_of_the_article() -> None:
    coding = after(fix(B, "speakers", "cole"))

    assert coding.actors == (*FIRST.actors, *CODEBOOK.actors)


@pytest.mark.parametrize(("field", "to"), [("via", "dale"), ("form", "direct")])
def test_correcting_via_or_form_empties_the_level(field: str, to: str) -> None:
    coding = after(fix(B, field, to))

    assert of(coding, B) == of(FIRST, B).model_copy(update={field: to, "level": ""})


def test_topics_come_and_go_with_their_evidence_and_the_level_stays() -> None:
    coding = after(fix(B, "topics", ("osce", "minsk")))

    assert (of(coding, B).topics, of(coding, B).level) == (("osce", "minsk"), "sure")
    assert [each for each in evidence_of(coding, B) if each[0] == "topic"] == [
        ("topic", "named", "osce"),
        ("topic", "corrected", "minsk"),
    ]


def test_no_topic_is_allowed() -> None:
    coding = after(fix(C, "topics", ()))

    assert of(coding, C).topics == ()
    assert evidence_of(coding, C) == [("content", "", "brook")]


def test_accepting_empties_the_level_and_nothing_else() -> None:
    coding = after(accept(FIRST, C, when=NOW))

    assert of(coding, C) == of(FIRST, C).model_copy(update={"level": ""})
    assert coding.evidence == FIRST.evidence


def test_narration_that_has_no_level_can_be_accepted_too() -> None:
    entry = accept(FIRST, A, when=NOW)

    assert (entry.from_, entry.to) == ("", "")
    assert after(entry) == FIRST


def test_no_statement_is_left_out_with_its_evidence_and_can_be_put_back() -> None:
    out = not_a_statement(FIRST, B, when=NOW)
    without = after(out)
    back = put_back(without, B, when=NOW)

    assert [each.statement for each in without.statements] == [A, C, D]
    assert evidence_of(without, B) == []
    assert (back.from_, back.to) == ("no", "yes")
    assert after(out, back) == FIRST


def test_where_nothing_is_corrected_evidence_stays_in_the_order_of_the_file() -> None:
    """Whoever wrote the file, backwards here, may have had a reason."""
    first = Coding(FIRST.statements, FIRST.evidence[::-1], FIRST.actors)
    accepted = replay(first, (accept(first, B, when=NOW),), codebook=CODEBOOK)

    assert replay(first, undo((accept(first, B, when=NOW),)), codebook=CODEBOOK) == first
    assert evidence_of(accepted, B) == evidence_of(first, B)


def test_what_is_corrected_and_corrected_back_has_its_first_evidence_again() -> None:
    there = fix(B, "speakers", "dale")
    back = fix(B, "speakers", "brook", after(there))

    assert after(there, back).evidence == FIRST.evidence
    assert of(after(there, back), B).level == ""


def test_correcting_what_the_coding_has_not_is_refused() -> None:
    with pytest.raises(KeyError, match=r"“e{12}” is no statement of this coding"):
        fix("e" * 12, "form", "direct")


# --- What is said in a sentence that was narration ----------------------------------------------


def measure(found: Statement) -> tuple[Statement, list[Evidence]]:
    return found.model_copy(update={"words": 7, "vader": 0.25}), [row(found.statement, "tone", "vader", "0.2500", 5, 9)]


def test_narration_that_gets_a_speaker_is_measured_as_a_whole() -> None:
    log = (fix(A, "speakers", "dale"), fix(A, "form", "indirect"))
    coding = replay(FIRST, log, codebook=CODEBOOK, measure=measure)

    said = {"content_start": 0, "content_end": 40, "words": 7, "vader": 0.25}
    assert of(coding, A) == of(FIRST, A).model_copy(update={"speakers": ("dale",), "form": "indirect", **said})
    assert [each for each in coding.evidence if each.statement == A] == [
        row(A, "speaker", "corrected", "dale"),
        row(A, "content", "corrected", "dale", 0, 40),
        row(A, "topic", "named", "nato", 10, 14),
        row(A, "tone", "vader", "0.2500", 5, 9),
    ]


def test_without_a_measure_nothing_is_said_in_it() -> None:
    coding = after(fix(A, "speakers", "dale"), fix(A, "form", "indirect"))

    assert of(coding, A).stretch("content") is None
    assert evidence_of(coding, A) == [("speaker", "corrected", "dale"), ("topic", "named", "nato")]


def test_what_could_not_be_measured_has_no_content_row() -> None:
    """The text of that sentence is not there."""

    def cannot(found: Statement) -> tuple[Statement, list[Evidence]]:
        return found.model_copy(update={"content_start": None, "content_end": None}), []

    log = (fix(A, "speakers", "dale"), fix(A, "form", "indirect"))

    assert replay(FIRST, log, codebook=CODEBOOK, measure=cannot) == replay(FIRST, log, codebook=CODEBOOK)


@pytest.mark.parametrize(
    "entry",
    [
        fix(A, "topics", ()),
        fix(B, "speakers", "dale"),
        fix(B, "form", "narration"),
        accept(FIRST, C, when=NOW),
    ],
    ids=["topics of narration", "content is there", "becomes narration", "accepted"],
)
def test_only_what_newly_says_something_is_measured(entry: Correction) -> None:
    def never(found: Statement) -> tuple[Statement, list[Evidence]]:
        raise AssertionError(found)

    assert replay(FIRST, (entry,), codebook=CODEBOOK, measure=never) == after(entry)


@pytest.mark.parametrize(
    "fixes",
    [{"topics": ("nato",)}, {"form": "narration", "speakers": (REPORTER,)}],
    ids=["another field", "becomes narration"],
)
def test_a_statement_that_never_had_content_gets_none_without_a_reason(fixes: dict[str, Any]) -> None:
    """The coder left the content of this reported sentence open."""
    first = Coding((statement(C, 1, speakers=("dale",), form="carried", start=0, end=20),), (), FIRST.actors)
    log = [fix(C, field, to, first) for field, to in fixes.items()]

    (outcome,) = replay(first, log, codebook=CODEBOOK, measure=measure).statements

    assert (outcome.stretch("content"), outcome.words) == (None, 0)


NOTHING_SAID = {
    "cue_start": None, "cue_end": None, "content_start": None, "content_end": None, "words": 0,
    "polarity": None, "subjectivity": None, "vader": None, "blend": None,
}  # fmt: skip


def test_in_a_statement_that_becomes_narration_nothing_is_said() -> None:
    coding = after(fix(B, "form", "narration"))

    assert of(coding, B) == of(FIRST, B).model_copy(update={"form": "narration", "level": "", **NOTHING_SAID})
    assert evidence_of(coding, B) == [
        ("speaker", "named", "brook"),
        ("topic", "named", "nato"),
        ("topic", "named", "osce"),
        ("topic", "named", "nato"),
    ]


def test_narration_that_is_corrected_back_has_its_content_words_and_tone_again() -> None:
    there = fix(B, "form", "narration")
    back = fix(B, "form", "indirect", after(there))

    assert of(after(there, back), B) == of(FIRST, B).model_copy(update={"level": ""})
    assert after(there, back).evidence == FIRST.evidence


def test_narration_that_the_reporter_tells_is_the_same_by_whichever_correction_it_became_it() -> None:
    speakers = fix(B, "speakers", REPORTER)
    form = fix(B, "form", "narration")

    assert after(speakers, form) == after(form, speakers)
    assert of(after(speakers, form), B).stretch("content") is None


def test_narration_gets_no_content_by_another_speaker_alone() -> None:
    """What is said in it is what another form says: the reporter's own account holds nobody's words."""
    coding = replay(FIRST, (fix(A, "speakers", "dale"),), codebook=CODEBOOK, measure=measure)

    assert of(coding, A) == of(FIRST, A).model_copy(update={"speakers": ("dale",)})


def test_narration_that_came_with_content_keeps_it_while_something_else_is_corrected() -> None:
    """Whoever coded it had a reason."""
    coded = of(FIRST, B).model_copy(update={"form": "narration"})
    first = Coding((coded,), tuple(each for each in FIRST.evidence if each.statement == B), FIRST.actors)
    (outcome,) = replay(first, (fix(B, "topics", (), first),), codebook=CODEBOOK).statements

    assert outcome.stretch("content") == (51, 90)


# --- Actors -------------------------------------------------------------------------------------


def test_a_new_actor_can_speak_from_then_on() -> None:
    entry = new_actor("eva-finn", "Eva Finn", "Envoy; acting", "eu", when=NOW)
    coding = after(entry, fix(B, "speakers", "eva-finn"))

    assert entry.to == "eva-finn;Eva Finn;Envoy, acting;eu"
    assert coding.actors == (*FIRST.actors, actor("eva-finn", "Eva Finn", "eu", "Envoy, acting"))
    assert of(coding, B).speakers == ("eva-finn",)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Eva Finn", "eva-finn"),
        ("Zoë Łuk-Ibáñez", "zoe-uk-ibanez"),
        ("Brook", "brook-2"),
        ("Cole", "cole-2"),  # the codebook has one
        ("Кадр", "actor"),
    ],
)
def test_a_new_id_is_the_name_and_nobody_else_s(name: str, id: str) -> None:
    assert new_id(name, FIRST, CODEBOOK) == id


def test_an_alias_is_added_and_removed() -> None:
    added = add_alias("dale", "the American", when=NOW)
    removed = remove_alias("dale", "Both envoys", when=NOW)

    assert actor_of(after(added), "dale").aliases == ("Both envoys", "the American")
    assert actor_of(after(added, removed), "dale").aliases == ("the American",)


@pytest.mark.parametrize(("field", "to"), [("name", "Anna Brook"), ("role", ""), ("side", "us")])
def test_a_detail_of_an_actor_is_corrected(field: Any, to: str) -> None:
    entry = correct_actor(FIRST, "brook", field, to, when=NOW)

    assert actor_of(after(entry), "brook") == FIRST.actors[0].model_copy(update={field: to})
    assert after(entry).statements == FIRST.statements


def test_a_role_that_holds_a_semicolon_can_be_corrected() -> None:
    first = Coding(
        FIRST.statements, FIRST.evidence, (FIRST.actors[0].model_copy(update={"role": "x; y"}), *FIRST.actors[1:])
    )
    entry = correct_actor(first, "brook", "role", "x, y", when=NOW)

    assert actor_of(replay(first, (entry,), codebook=CODEBOOK), "brook").role == "x, y"


def test_merging_moves_statements_evidence_name_and_aliases() -> None:
    coding = after(merge_actors("brook", "dale", when=NOW))

    assert [each.id for each in coding.actors] == ["dale", "putnam", REPORTER]
    assert actor_of(coding, "dale").aliases == ("Both envoys", "Ana Brook")
    assert [each.speakers for each in coding.statements] == [(REPORTER,), ("dale",), ("dale",), ("putnam",)]
    assert evidence_of(coding, B)[:3] == [("speaker", "named", "dale"), ("cue", "", "dale"), ("content", "", "dale")]


def test_merging_is_no_coding_so_levels_and_places_stay() -> None:
    coding = after(merge_actors("brook", "dale", when=NOW))

    assert [each.level for each in coding.statements] == ["", "sure", "guess", "guess"]
    assert [each.start for each in coding.evidence] == [each.start for each in FIRST.evidence]


def test_two_speakers_who_are_one_are_counted_once_and_nobody_relays_himself() -> None:
    both = fix(B, "speakers", ("dale", "brook"))
    coding = after(both, merge_actors("brook", "dale", when=NOW))
    alone = after(merge_actors("dale", "putnam", when=NOW))

    assert of(coding, B).speakers == ("dale",)
    assert (of(alone, D).speakers, of(alone, D).via) == (("putnam",), "")


def test_two_mentions_at_one_place_become_one() -> None:
    """A phrase such as "both envoys" is a mention of each of them."""
    mentions = (row(B, "speaker", "named", "brook", 41, 46), row(B, "speaker", "named", "dale", 41, 46))
    both = of(FIRST, B).model_copy(update={"speakers": ("brook", "dale")})
    first = Coding((both,), mentions, FIRST.actors)

    coding = replay(first, (merge_actors("brook", "dale", when=NOW),), codebook=CODEBOOK)

    assert coding.evidence == mentions[1:]


def test_a_merged_actor_can_be_merged_again() -> None:
    coding = after(merge_actors("brook", "dale", when=NOW), merge_actors("dale", "cole", when=NOW))

    assert evidence_of(coding, B)[:3] == [("speaker", "named", "cole"), ("cue", "", "cole"), ("content", "", "cole")]
    assert actor_of(coding, "cole").aliases == ("Carl Dale", "Both envoys", "Ana Brook")


def test_a_name_that_both_have_is_no_alias() -> None:
    twin = new_actor("putnam-2", "Putnam", "", "us", when=NOW)

    assert actor_of(after(twin, merge_actors("putnam-2", "putnam", when=NOW)), "putnam").aliases == ()


def test_a_merge_reaches_what_is_left_out() -> None:
    log = (not_a_statement(FIRST, B, when=NOW), merge_actors("brook", "dale", when=NOW))

    assert of(after(*log, put_back(after(*log), B, when=NOW)), B).speakers == ("dale",)


def test_merging_into_an_actor_of_the_codebook_lists_that_one() -> None:
    coding = after(merge_actors("putnam", "cole", when=NOW))

    assert [each.id for each in coding.actors] == ["brook", "dale", REPORTER, "cole"]
    assert actor_of(coding, "cole").aliases == ("Putnam",)


def test_splitting_gives_chosen_statements_to_another_actor() -> None:
    finn = actor("eva-finn", "Eva Finn", "eu", aliases=("the other envoy",))
    coding = after(*split_actor(FIRST, "brook", finn, [C], codebook=CODEBOOK, when=NOW))

    assert actor_of(coding, "eva-finn") == finn
    assert [each.speakers for each in coding.statements] == [(REPORTER,), ("brook",), ("eva-finn",), ("putnam",)]


def test_splitting_reaches_those_who_relay_and_needs_no_new_actor_where_there_is_one() -> None:
    listed = split_actor(FIRST, "dale", FIRST.actors[0], [D], codebook=CODEBOOK, when=NOW)
    known = split_actor(FIRST, "dale", CODEBOOK.actors[0], [D], codebook=CODEBOOK, when=NOW)

    assert [(each.field, each.to) for each in (*listed, *known)] == [("via", "brook"), ("via", "cole")]
    assert of(after(*known), D).via == "cole"


def test_splitting_refuses_a_statement_of_somebody_else() -> None:
    with pytest.raises(KeyError, match=r"“d{12}” is no statement of “brook”"):
        split_actor(FIRST, "brook", FIRST.actors[1], [C, D], codebook=CODEBOOK, when=NOW)


# --- Undo and redo ------------------------------------------------------------------------------


def undo(log: Log) -> Log:
    entry = undone(log, when=NOW)
    assert entry
    return (*log, entry)


def redo(log: Log) -> Log:
    entry = redone(log, when=NOW)
    assert entry
    return (*log, entry)


TWO: Log = (fix(B, "speakers", "dale"), fix(B, "topics", ()))


def test_undo_takes_back_the_last_correction_by_its_number() -> None:
    log = undo(TWO)

    assert log[:2] == TWO
    assert (log[2].statement, log[2].field, log[2].from_, log[2].to) == ("", "undo", "", "2")
    assert after(*log) == after(TWO[0])


def test_undo_walks_to_the_start_and_then_has_nothing() -> None:
    log = undo(undo(TWO))

    assert [each.to for each in log[2:]] == ["2", "1"]
    assert after(*log) == FIRST
    assert undone(log, when=NOW) is None
    assert undone((), when=NOW) is None


def test_redo_walks_back_to_where_undo_began() -> None:
    taken = undo(undo(TWO))

    assert after(*redo(taken)) == after(TWO[0])
    assert after(*redo(redo(taken))) == after(*TWO)
    assert redone(redo(redo(taken)), when=NOW) is None
    assert len(redo(redo(taken))) == 6


def test_after_a_redo_undo_takes_the_same_correction_again() -> None:
    log = undo(redo(undo(TWO)))

    assert log[-1].to == "2"
    assert after(*log) == after(TWO[0])


def test_nothing_is_redone_over_a_newer_correction() -> None:
    log = (*undo(TWO), fix(C, "topics", ()))

    assert redone(log, when=NOW) is None
    assert redone(TWO, when=NOW) is None
    assert redone((), when=NOW) is None


def test_a_correction_from_the_middle_can_be_taken_back() -> None:
    middle = Correction(when=TWO[0].when, statement="", field="undo", from_="", to="1")

    assert after(*TWO, middle) == after(TWO[1])


def test_what_rested_on_a_correction_taken_back_no_longer_fits() -> None:
    first = fix(B, "speakers", "dale")
    second = fix(B, "speakers", "cole", after(first))
    middle = Correction(when=first.when, statement="", field="undo", from_="", to="1")

    assert said(first, second, middle) == [
        "corrections.csv, line 3, column from: found “dale”; allowed: “brook”, which stands there. "
        "The log belongs to another reading of the article, or an entry is missing"
    ]


def test_an_undo_stands_until_it_is_taken_back_itself() -> None:
    """A, B, undo B, undo that, undo B again, and last the fourth is undone: B was taken back twice and stays so."""
    moment = TWO[0].when
    numbers = ["2", "3", "2", "4"]
    log = [*TWO, *(Correction(when=moment, statement="", field="undo", from_="", to=number) for number in numbers)]

    assert standing(log) == [True, False, True, False, True, True]
    assert [number for number, _ in effective(log)] == [1, 3, 5, 6]
    assert after(*log) == after(TWO[0])


# --- What does not fit --------------------------------------------------------------------------


def said(*log: Correction) -> list[str]:
    with pytest.raises(FaultyFilesError) as error:
        after(*log)
    return [str(fault) for fault in error.value.faults]


def entry(statement: str, field: Any, from_: str, to: str) -> Correction:
    return Correction(when="2026-11-24T18:05:00Z", statement=statement, field=field, from_=from_, to=to)


OTHER = "The log belongs to another reading of the article, or an entry is missing"
ADD = "Add the actor by an entry before this one, or correct the id"
KNOWN = "brook, cole, dale, putnam, reporter"
MISFITS = [
    (entry("e" * 12, "form", "direct", "indirect"), f"statement: found “{'e' * 12}”; allowed: a statement of the article. {OTHER}"),
    (entry("", "form", "direct", "indirect"), f"statement: found nothing; allowed: a statement of the article. {OTHER}"),
    (entry(B, "speakers", "dale", "cole"), f"from: found “dale”; allowed: “brook”, which stands there. {OTHER}"),
    (entry(B, "via", "dale", "cole"), f"from: found “dale”; allowed: nothing, as nothing stands there. {OTHER}"),
    (entry(B, "speakers", "brook", "brook"), "to: found “brook”; allowed: another value than the one that stands there"),
    (entry(B, "speakers", "brook", "finn"), f"to: found “finn”; allowed: {KNOWN}. {ADD}"),
    (entry(B, "speakers", "brook", "brook;finn"), f"to: found “finn”; allowed: {KNOWN}. {ADD}"),
    (entry(B, "speakers", "brook", ""), f"to: found nothing; allowed: {KNOWN}. {ADD}"),
    (entry(B, "speakers", "brook", "dale;dale"), "to: found “dale;dale”; allowed: each value once"),
    (entry(B, "via", "", "finn"), f"to: found “finn”; allowed: {KNOWN}, or nothing. {ADD}"),
    (entry(B, "via", "", "dale;cole"), f"to: found “dale;cole”; allowed: {KNOWN}, or nothing. {ADD}"),
    (entry(B, "form", "indirect", "quoted"), "to: found “quoted”; allowed: direct, indirect, carried, narration"),
    (entry(B, "topics", "nato;osce", "mars"), "to: found “mars”; allowed: nato, osce, minsk, or nothing"),
    (entry(B, "level", "sure", "guess"), "to: found “guess”; allowed: nothing, which says that a person accepts it"),
    (entry(B, "level", "unknown", ""), f"from: found “unknown”; allowed: “sure”, which stands there. {OTHER}"),
    (entry(B, "kept", "yes", "maybe"), "to: found “maybe”; allowed: yes, no"),
    (entry(B, "kept", "no", "yes"), f"from: found “no”; allowed: “yes”, which stands there. {OTHER}"),
    (entry(B, "alias", "", "dale;Carl"), f"statement: found “{B}”; allowed: nothing, where the field is alias"),
    (entry("", "actor", "", "finn;Eva Finn;eu"), "to: found “finn;Eva Finn;eu”; allowed: id;name;role;side of the new actor"),
    (entry("", "actor", "", "Finn;Eva Finn;;eu"), "to: found “Finn”; allowed: small letters, digits and hyphens"),
    (entry("", "actor", "", "cole;Eva Finn;;eu"), f"to: found “cole”; allowed: an id that no actor has. Taken are {KNOWN}"),
    (entry("", "actor", "", "finn;;;eu"), "to: found nothing; allowed: a name on one line, without semicolons"),
    (entry("", "actor", "", "finn;Eva Finn;a\nb;eu"), "to: found “a\nb”; allowed: an office on one line, without semicolons, or nothing"),
    (entry("", "actor", "", "finn;Eva Finn;;mars"), f"to: found “mars”; allowed: {ALLOWED}, a group of the codebook (us, eu, reporter)"),
    (entry("", "actor", "dale", "finn;Eva Finn;;eu"), f"from: found “dale”; allowed: nothing, as nothing stands there. {OTHER}"),
    (entry("", "alias", "", ""), "to: found nothing; allowed: id;alias, here or in from"),
    (entry("", "alias", "dale;x", "dale;y"), "to: found “dale;y”; allowed: id;alias in one of from and to"),
    (entry("", "alias", "", "cole;Ina"), "to: found “cole”; allowed: brook, dale, putnam, reporter"),
    (entry("", "alias", "", "dale;"), "to: found nothing; allowed: a name on one line, without semicolons"),
    (entry("", "alias", "", "dale;a;b"), "to: found “a;b”; allowed: a name on one line, without semicolons"),
    (entry("", "alias", "", "dale;Carl Dale"), "to: found “Carl Dale”; allowed: a name that dale does not have yet"),
    (entry("", "alias", "dale;Carl", ""), "from: found “Carl”; allowed: an alias of dale: Both envoys"),
    (entry("", "alias", "putnam;Carl", ""), "from: found “Carl”; allowed: an alias of putnam: it has none"),
    (entry("", "merge", "cole", "dale"), "from: found “cole”; allowed: brook, dale, putnam"),
    (entry("", "merge", "reporter", "dale"), "from: found “reporter”; allowed: brook, dale, putnam"),
    (entry("", "merge", "brook", "reporter"), "to: found “reporter”; allowed: cole, dale, putnam"),
    (entry("", "merge", "brook", "brook"), "to: found “brook”; allowed: another actor than the one that is merged"),
    (entry("", "name", "finn;x", "finn;y"), "to: found “finn”; allowed: id;name of an actor of the article: brook, dale, putnam, reporter"),
    (entry("", "name", "dale;Carl Dale", "dale; "), "to: found “ ”; allowed: a name on one line, without semicolons"),
    (entry("", "name", "dale;Karl", "dale;Carl"), f"from: found “dale;Karl”; allowed: “dale;Carl Dale”, which stands there. {OTHER}"),
    (entry("", "side", "dale;us", "dale;mars"), f"to: found “mars”; allowed: {ALLOWED}, a group of the codebook (us, eu, reporter)"),
    (entry("", "undo", "", "1"), "to: found “1”; allowed: the number of an earlier entry that is not taken back yet"),
    (entry("", "undo", "", "x"), "to: found “x”; allowed: the number of an earlier entry that is not taken back yet"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "told"), MISFITS, ids=[f"{i} {each.field}" for i, (each, _) in enumerate(MISFITS)])
def test_what_does_not_fit_is_told_with_its_place_and_what_is_allowed(wrong: Correction, told: str) -> None:
    assert said(wrong) == [f"corrections.csv, line 2, column {told}"]


def test_what_an_undo_has_no_use_for_is_told() -> None:
    assert said(*TWO, entry(B, "undo", "1", "1"))[:2] == [
        f"corrections.csv, line 4, column statement: found “{B}”; allowed: nothing, where the field is undo",
        "corrections.csv, line 4, column from: found “1”; allowed: nothing, where the field is undo",
    ]


def test_nothing_is_taken_back_twice() -> None:
    assert said(*undo(TWO), entry("", "undo", "", "2")) == [
        "corrections.csv, line 5, column to: found “2”; allowed: the number of an earlier entry that is not taken back yet"
    ]


def test_a_statement_that_is_left_out_is_put_back_before_it_is_corrected() -> None:
    assert said(not_a_statement(FIRST, B, when=NOW), fix(B, "form", "direct")) == [
        f"corrections.csv, line 3, column statement: found “{B}”; allowed: a statement that is not left out. "
        "Put it back first: kept, from no to yes"
    ]


def test_an_actor_who_was_merged_is_gone() -> None:
    assert said(merge_actors("putnam", "dale", when=NOW), fix(B, "speakers", "putnam")) == [
        f"corrections.csv, line 3, column to: found “putnam”; allowed: brook, cole, dale, reporter. {ADD}"
    ]


def test_every_fault_of_a_log_is_told_and_what_is_taken_back_needs_not_fit() -> None:
    wrong = (fix(B, "form", "quoted"), fix(B, "topics", "mars"), fix(B, "speakers", "finn"))

    assert [text.split(":")[0] for text in said(*undo(wrong))] == [
        "corrections.csv, line 2, column to",
        "corrections.csv, line 3, column to",
    ]


def test_faults_stand_at_the_lines_of_the_file_that_was_read() -> None:
    """The role of the first entry runs over two lines, so the second stands on line 4."""
    role = entry("", "role", "brook;Envoy", "brook;En\nvoy")
    placed, faults = read_rows(Correction, write_rows(Correction, [role, fix(B, "form", "quoted")]), LOG_FILE)

    assert faults == []
    assert [fault.line for fault in log_faults(FIRST, placed, codebook=CODEBOOK)] == [2, 4]
    assert str(log_faults(FIRST, placed, codebook=CODEBOOK, file="mine.csv")[1]).startswith("mine.csv, line 4")


# --- On disk ------------------------------------------------------------------------------------


def test_the_log_is_a_table() -> None:
    assert write_rows(Correction, TWO).decode() == (
        "when,statement,field,from,to\n"
        f"2026-11-24T18:05:00Z,{B},speakers,brook,dale\n"
        f"2026-11-24T18:05:00Z,{B},topics,nato;osce,\n"
    )


def test_what_cannot_stand_in_a_cell_is_told() -> None:
    data = b"when,statement,field,from,to\n2026-02-30T18:05:00Z,,undo,,1\n2026-2-3T18:05:00Z,B,colour,,1\n"

    assert [str(fault) for fault in read_rows(Correction, data, LOG_FILE)[1]] == [
        "corrections.csv, line 2, column when: found “2026-02-30T18:05:00Z”; allowed: a moment in UTC, such as 2026-11-24T18:05:00Z",
        "corrections.csv, line 3, column when: found “2026-2-3T18:05:00Z”; allowed: a moment in UTC, such as 2026-11-24T18:05:00Z",
        "corrections.csv, line 3, column statement: found “B”; allowed: 12 letters and digits (a–z, 2–7), written by the recorder, or nothing where actors are",
        f"corrections.csv, line 3, column field: found “colour”; allowed: {', '.join(FIELDS)}",
    ]


def test_the_schema_of_the_log_has_its_columns_and_requires_what_is_never_empty() -> None:
    fields = table_schema(Correction)["fields"]

    assert [each["name"] for each in fields] == ["when", "statement", "field", "from", "to"]
    assert fields[2]["constraints"] == {"required": True, "enum": list(FIELDS)}
    assert "constraints" not in fields[1]


# --- Counting -----------------------------------------------------------------------------------


def test_a_person_decided_of_whom_they_said_who_speaks_or_accepted_it() -> None:
    log = (fix(A, "topics", ()), fix(B, "form", "direct"), accept(FIRST, C, when=NOW), fix(D, "via", ""))

    assert decided(log) == {B, C, D}
    assert decided(undo(log)) == {B, C}


def test_the_corrections_of_each_statement_are_those_that_stand() -> None:
    alias = add_alias("dale", "Carl", when=NOW)
    log = (*undo((fix(C, "topics", ()), *TWO)), alias)

    assert changed(log) == {C: (log[0],), B: (log[1],)}


@pytest.mark.parametrize(
    ("log", "line"),
    [
        ((), "no corrections"),
        (TWO[:1], "1 correction on 1 statement"),
        ((*TWO, fix(C, "topics", ())), "3 corrections on 2 statements"),
        (undo(TWO), "1 correction on 1 statement, 1 taken back"),
        (undo(undo(TWO)), "2 corrections taken back"),
        (redo(undo(TWO)), "2 corrections on 1 statement"),
        ((accept(FIRST, B, when=NOW),), "1 statement accepted"),
        ((merge_actors("brook", "dale", when=NOW),), "1 correction of actors"),
        (
            (*undo(TWO), accept(FIRST, C, when=NOW), add_alias("dale", "Carl", when=NOW)),
            "1 correction on 1 statement, 1 of actors, 1 accepted, 1 taken back",
        ),
    ],
)
def test_the_log_in_a_line(log: Log, line: str) -> None:
    assert summary(log) == line


# --- Properties ---------------------------------------------------------------------------------

NAMES = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters=";"), min_size=1, max_size=8)


def any_correction(data: st.DataObject, coding: Coding) -> Correction | None:
    """Some correction that fits what stands now; None where the one that was drawn would change nothing."""
    ids = [each.id for each in coding.actors]
    people = [id for id in ids if id != REPORTER]
    field = data.draw(st.sampled_from([each for each in FIELDS if each != "undo"]))
    if field in ("actor", "alias", "name", "role", "side", "merge"):
        who, name = data.draw(st.sampled_from(people)), data.draw(NAMES)
        found = next(each for each in coding.actors if each.id == who)
        if field == "actor":
            return new_actor(new_id(name, coding, CODEBOOK), name, "", "eu", when=NOW)
        if field == "alias":
            return None if name in (found.name, *found.aliases) else add_alias(who, name, when=NOW)
        if field == "merge":
            other = data.draw(st.sampled_from([*people, "cole"]))
            return None if other == who else merge_actors(who, other, when=NOW)
        detail: Any = field
        value = data.draw(st.sampled_from(["us", "eu"])) if field == "side" else name
        return None if getattr(found, field) == value else correct_actor(coding, who, detail, value, when=NOW)
    left_out = [id for id in (A, B, C, D) if id not in {each.statement for each in coding.statements}]
    if field == "kept" and left_out:
        return put_back(coding, data.draw(st.sampled_from(left_out)), when=NOW)
    if len(left_out) == 3:
        return None
    which = data.draw(st.sampled_from([each.statement for each in coding.statements]))
    choices: dict[str, st.SearchStrategy[Any]] = {
        "speakers": st.lists(st.sampled_from([*ids, "cole"]), min_size=1, max_size=3, unique=True),
        "via": st.sampled_from(["", *ids]),
        "form": st.sampled_from(["direct", "indirect", "carried", "narration"]),
        "topics": st.lists(st.sampled_from(["nato", "osce", "minsk"]), unique=True),
        "level": st.just(""),
        "kept": st.just("no"),
    }
    made = fix(which, field, data.draw(choices[field]), coding)
    return None if made.from_ == made.to and field != "level" else made


def measured(log: Log) -> Coding:
    return replay(FIRST, log, codebook=CODEBOOK, measure=measure)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_undo_and_redo_go_back_and_forth_through_all_that_was_seen(data: st.DataObject) -> None:
    """What is expected is kept as any editor keeps it, in two stacks of outcomes; the log knows nothing of them."""
    log: Log = ()
    seen, taken = [FIRST], list[Coding]()
    for step in data.draw(st.lists(st.sampled_from(["correct", "correct", "undo", "redo"]), max_size=12)):
        if step == "correct":
            made = any_correction(data, seen[-1])
            if made:
                log = (*log, made)
                seen, taken = [*seen, measured(log)], []
        else:
            made = undone(log, when=NOW) if step == "undo" else redone(log, when=NOW)
            source, target = (seen, taken) if step == "undo" else (taken, seen)
            assert (made is not None) == (len(source) > (step == "undo"))
            if made:
                log = (*log, made)
                target.append(source.pop())
        assert measured(log) == seen[-1]

    while entry := undone(log, when=NOW):
        log = (*log, entry)
    assert measured(log) == FIRST


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_written_log_gives_the_same_tables_and_only_grows(data: st.DataObject) -> None:
    log: Log = ()
    for _ in range(data.draw(st.integers(0, 8))):
        made = any_correction(data, measured(log))
        before = write_rows(Correction, log)
        log = (*log, made) if made else undo(log) if undone(log, when=NOW) else log
        assert write_rows(Correction, log).startswith(before)
    placed, faults = read_rows(Correction, write_rows(Correction, log), LOG_FILE, may_be_empty=True)
    again = tuple(each.row for each in placed)

    assert (faults, again) == ([], log)
    assert measured(again) == measured(log)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_comes_out_agrees_with_itself(data: st.DataObject) -> None:
    """Only listed actors are named, every topic of a statement has evidence and no other has, and rows stand in order."""
    log: Log = ()
    for _ in range(data.draw(st.integers(0, 8))):
        made = any_correction(data, measured(log))
        log = (*log, made) if made else log
    coding = measured(log)

    listed = {each.id for each in coding.actors}
    for each in coding.statements:
        assert {*each.speakers, *([each.via] if each.via else [])} <= listed
        assert {value for kind, _, value in evidence_of(coding, each.statement) if kind == "topic"} == set(each.topics)
        said = [value for kind, _, value in evidence_of(coding, each.statement) if kind in ("cue", "content")]
        assert set(said) <= {";".join(each.speakers)}
    order = [each.statement for each in coding.statements]
    places = [order.index(each.statement) for each in coding.evidence]
    assert places == sorted(places)


@example(["1", "3", "4", "3", "5"])  # one undo is taken back twice, and one of the two is taken back in turn
@given(st.lists(st.sampled_from(["", "1", "2", "3", "4", "5", "x", "0", "99999999999"]), max_size=8))
def test_any_undo_entries_are_told_or_followed(numbers: list[str]) -> None:
    """Read from the end: an entry stands unless one after it, which stands itself, takes it back."""
    log = [*TWO, *(entry("", "undo", "", number) for number in numbers)]
    placed = read_rows(Correction, write_rows(Correction, log), LOG_FILE)[0]
    misfits = {(fault.line or 0) - 2 for fault in log_faults(FIRST, placed, codebook=CODEBOOK)}
    back = set(misfits)
    for i in reversed(range(len(TWO), len(log))):
        if i not in back:
            back.add(int(log[i].to) - 1)

    assert standing(log) == [i not in back for i in range(len(log))]
    assert {log[i].to for i in misfits} >= {"", "x", "0", "99999999999"} & set(numbers)

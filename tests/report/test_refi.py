"""REFI-QDA files are read back by a client that is not ours, code point for code point."""

import importlib.util
import io
import json
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyrefiqda import RefiCodebook, RefiProject

from components.analysis.coded_elsewhere import coded_elsewhere
from components.article.package import Package, package_of
from components.model.codebook import Codebook
from components.model.kinds import FORM_LABELS
from components.model.refi import topics_of
from components.reading.formats.refi import read_codes, read_project
from components.report.refi import GLOSSES, SOME, WORDINGS, source_text, to_qdc, to_qdpx
from components.report.taken import Taken
from tests import hostile, own
from tests.report.taking import taken_of

QDAPY = "import sys, qdapy; p = qdapy.read_qdpx(sys.argv[1], warn=False); print(p.fragments[['code', 'text', 'codedBy']].to_json(orient='values'))"


@pytest.fixture
def taken(example: Package, codebook: Codebook) -> Taken:
    return taken_of(example, codebook)


def with_words(taken: Taken, **words: str) -> Taken:
    """The statements with other words in these columns."""
    return replace(taken, statements=taken.statements.assign(**words))


def opened(taken: Taken, folder: Path) -> tuple[Any, str]:
    """The project as pyrefiqda reads it, and its text."""
    (folder / "a.qdpx").write_bytes(to_qdpx(taken))
    project = RefiProject.load(folder / "a.qdpx", str(folder / "out"))
    (source,) = project.sources.text_source
    return project, RefiProject.resolve_source_path(source.plain_text_path, folder / "out").read_bytes().decode("utf-8")


def coded(project: Any, text: str) -> list[tuple[str, str, str]]:
    """Who gave which code to which words."""
    users = {each.guid: each.name for each in project.users.user}
    codes = {code.guid: f"{top.name}/{code.name}" for top in project.code_book.codes.code for code in top.code}
    (source,) = project.sources.text_source
    return [
        (users[each.creating_user], codes[coding.code_ref.target_guid], text[each.start_position : each.end_position])
        for each in source.plain_text_selection
        for coding in each.coding
    ]


def test_pyrefiqda_reads_who_coded_which_words_with_what(taken: Taken, tmp_path: Path) -> None:
    project, text = opened(taken, tmp_path)
    found = coded(project, text)

    words = taken.statements["wording"][7]
    assert [code for who, code, said in found if who == "Person" and said == words] == [
        "Topics/Minsk agreements", "Speakers/Ina Cole", "Via/via Ana Brook", "Form/reported",
    ]  # fmt: skip
    assert {said for who, _, said in found if who == "Person"} == set(taken.statements["wording"])
    assert {who for who, *_ in found} == {"Person", "Machine"}


def test_a_project_that_pyrefiqda_saves_again_says_the_same(taken: Taken, tmp_path: Path) -> None:
    project, text = opened(taken, tmp_path)
    RefiProject.save(project, tmp_path / "b.qdpx", tmp_path / "out" / "sources")

    assert coded(RefiProject.load(tmp_path / "b.qdpx", str(tmp_path / "again")), text) == coded(project, text)


def test_offsets_are_code_points_also_after_emoji_and_cyrillic(taken: Taken, tmp_path: Path) -> None:
    words = "Он сказал: 🕊🏳️‍🌈 «мир».\r\nЕщё строка."
    changed = with_words(taken, wording=words)
    project, text = opened(changed, tmp_path)

    assert {said for *_, said in coded(project, text)} == {words.replace("\r\n", "\n")}
    assert "\r" not in text
    assert not text.startswith("\ufeff")


def test_the_text_says_whether_it_is_the_articles_or_ours(taken: Taken) -> None:
    without = with_words(taken, wording="")
    some = replace(taken, statements=taken.statements.assign(wording=["", *taken.statements["wording"][1:]]))

    assert source_text(taken)[0].startswith(WORDINGS)
    assert source_text(some)[0].startswith(SOME)
    text, selections = source_text(without)
    assert text.startswith(GLOSSES)
    assert text[selections[0].start : selections[0].end] == taken.statements["gloss"][0]


def test_a_speaker_is_a_case_with_the_code_of_the_same_guid(taken: Taken, tmp_path: Path) -> None:
    project, _ = opened(taken, tmp_path)
    speakers = {
        each.name: each.guid for top in project.code_book.codes.code if top.name == "Speakers" for each in top.code
    }

    assert {each.name: each.guid for each in project.cases.case} == speakers
    assert not any(top.is_codable for top in project.code_book.codes.code)
    assert [(each.name, each.type_of_variable.value) for each in project.variables.variable][:2] == [
        ("Published", "Date"), ("Publisher", "Text"),
    ]  # fmt: skip


def test_a_person_codes_only_what_was_decided_where_a_machine_read(codebook: Codebook) -> None:
    package = package_of(own.draft(codebook))
    taken = replace(taken_of(package, codebook), machine=None, decided={own.IDS[1]})

    assert {who: each["statement"].tolist() for who, each in taken.codings.items()} == {
        "Person": [own.IDS[1]], "Machine": own.IDS,
    }  # fmt: skip


def test_the_codebook_alone_is_read_too(taken: Taken, tmp_path: Path) -> None:
    (tmp_path / "a.qdc").write_bytes(to_qdc(taken))
    topics, form, level = RefiCodebook.load(tmp_path / "a.qdc").codes.code

    assert [each.name for each in topics.code] == [each.label for each in taken.codebook.topics]
    assert "Words: " in topics.code[0].description
    assert (form.name, level.name) == ("Form", "Level")


def test_hostile_words_are_text(codebook: Codebook, tmp_path: Path) -> None:
    nasty = hostile.draft(codebook)
    project, text = opened(taken_of(package_of(nasty), nasty.codebook), tmp_path)

    assert {said for *_, said in coded(project, text)} >= set(hostile.NASTY)


def test_nothing_chosen_and_what_no_xml_holds(taken: Taken, tmp_path: Path) -> None:
    assert opened(replace(taken, statements=taken.statements[:0]), tmp_path)[1].startswith(GLOSSES)
    project, text = opened(with_words(taken, wording="a\x00b\x0bc"), tmp_path)
    assert {said for *_, said in coded(project, text)} == {"a\ufffdb\ufffdc"}


def test_the_folder_has_small_letters(taken: Taken) -> None:
    with zipfile.ZipFile(io.BytesIO(to_qdpx(taken))) as archive:
        assert [name.partition("/")[0] for name in archive.namelist()] == ["project.qde", "sources"]


@pytest.mark.skipif(
    importlib.util.find_spec("qdapy") is None, reason="qdapy (AGPL) is not installed: pip install qdapy"
)
def test_qdapy_reads_both_coders(taken: Taken, tmp_path: Path) -> None:
    """In a process of its own: nothing of it is loaded beside our code."""
    (tmp_path / "a.qdpx").write_bytes(to_qdpx(taken))
    out = subprocess.run([sys.executable, "-W", "ignore", "-c", QDAPY, str(tmp_path / "a.qdpx")], capture_output=True, check=True)  # fmt: skip

    found = json.loads(out.stdout)
    assert {who for *_, who in found} == {"Person", "Machine"}
    assert ["Speakers/Ina Cole", taken.statements["wording"][7], "Person"] in found


# --- Read back ----------------------------------------------------------------------------------


def test_our_own_codebook_is_the_same_when_it_is_opened_again(taken: Taken, general: Codebook, tmp_path: Path) -> None:
    """Also after another program has saved it. Of other topics than the general ones, words of all kinds are words."""
    (tmp_path / "a.qdc").write_bytes(to_qdc(replace(taken, codebook=general)))
    RefiCodebook.save(RefiCodebook.load(tmp_path / "a.qdc"), tmp_path / "b.qdc")

    for name in ("a.qdc", "b.qdc"):
        assert topics_of(read_codes((tmp_path / name).read_bytes()), general) == (general, 0)
    book = topics_of(read_codes(to_qdc(taken)), general).codebook
    keep = {"label", "definition", "counts", "counts_not"}
    assert [each.model_dump(include=keep) for each in book.topics] == [
        each.model_dump(include=keep) for each in taken.codebook.topics
    ]
    assert [set(each.words) for each in book.topics] == [set(each.names) for each in taken.codebook.topics]


def test_our_own_project_says_the_same_when_it_is_opened_again(taken: Taken, tmp_path: Path) -> None:
    """Also after another program has saved it, and where the text was not attached."""
    names = {each.id: each.name for each in taken.actors}
    known = {"speakers": names, "via": names, "form": FORM_LABELS, "topics": taken.codebook.topic_labels}
    project, _ = opened(taken, tmp_path)
    RefiProject.save(project, tmp_path / "b.qdpx", tmp_path / "out" / "sources")
    (tmp_path / "c.qdpx").write_bytes(to_qdpx(with_words(taken, wording="")))

    for name in ("a.qdpx", "b.qdpx", "c.qdpx"):
        found = coded_elsewhere(read_project((tmp_path / name).read_bytes()), taken.statements, known)
        assert (found.found, found.unknown, set(found.answers)) == (len(taken.statements), (), {"Person", "Machine"})
        for row in taken.statements.itertuples():
            answer = found.answers["Person"][row.statement]
            assert (answer.speakers, answer.form) == (frozenset(row.speakers), {row.form})
            assert (answer.via, answer.topics) == (frozenset([row.via] if row.via else []), frozenset(row.topics))

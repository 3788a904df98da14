"""A second person codes without seeing the first answers; both are compared, and differences are settled."""

import datetime as dt
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.testing.v1 import AppTest

from components.analysis.reliability import Answer
from components.analysis.view import View
from components.library import shelf
from components.library.second_codings import FOLDER
from components.model.codebook import Codebook
from components.report.exports import EXPORTS, PACK
from components.report.pack import faults_of_pack
from components.report.refi import to_qdpx
from components.report.second_coder import CODING_FILE, SECOND
from components.ui import cached, second_coding
from components.ui.downloads import taken_of as taken_of_page
from tests import own
from tests.reading.make_files import zipped
from tests.report.taking import taken_of
from tests.test_pages import EXAMPLE, TALKS, app, desk_of, heading, html


def test_a_statement_is_coded_blind_compared_and_settled(data: Path) -> None:
    test = app("second", article=EXAMPLE)
    id = desk_of(test).shown.package.statements["statement"][0]
    assert heading(test) == "You coded 0 of 11 statements"
    assert test.multiselect(key=f"second_speakers_{id}").value == []
    assert "Nothing to compare yet" in html(test)

    test.multiselect(key=f"second_speakers_{id}").set_value(["brook"])
    test.multiselect(key=f"second_topics_{id}").set_value(["nato"])
    test.button(key="second_save").click().run()
    assert not test.exception
    coding = desk_of(test).second[EXAMPLE]
    assert (coding.at, set(coding.answers)) == (1, {id})
    assert coding.answers[id].form is None

    test.toggle(key="second_compare").set_value(True).run()
    assert "1 disagreement to settle, 0 settled" in html(test)
    test.button(key=f"settle_{SECOND}_{id}_speakers").click().run()
    assert not test.exception
    assert coding.settled[id, "speakers"].first == {"reporter"}
    assert "0 disagreements to settle, 1 settled" in html(test)


def give(test: AppTest, data: bytes, name: str = "coding.QDPX") -> None:
    test.file_uploader[0].set_value((name, data, "application/zip")).run()
    assert not test.exception


def test_a_project_of_another_program_is_taken_as_the_second_coding() -> None:
    """Here our own, with a person and a machine in it: whose coding is compared is chosen."""
    test = app("second", article=EXAMPLE)
    shown = desk_of(test).shown
    give(test, to_qdpx(taken_of(shown.package, shown.codebook)))
    assert "11 of 11 statements stand in the project. 2 coders coded them: choose whose coding is compared." in html(
        test
    )
    assert heading(test) == "You coded 0 of 11 statements"

    test.selectbox(key="second_coder").set_value("Machine").run()
    test.button(key="second_take").click().run()
    assert "The coding of 11 statements by Machine was taken in place of yours." in html(test)
    assert heading(test) == "You coded 11 of 11 statements"
    assert "second_take" not in [each.key for each in test.button]


def test_a_project_of_one_coder_is_taken_at_once_and_what_it_leaves_out_is_named() -> None:
    test = app("second", article=EXAMPLE)
    statement = desk_of(test).shown.package.statements.iloc[0]
    words = statement["wording"]
    xml = (
        '<Project><User guid="u" name="&lt;b&gt;Ina"/><Code guid="1" name="&lt;i&gt;Boats"/><Code guid="2" name="quoted"/>'
        f'<TextSource><PlainTextContent>{words}</PlainTextContent><PlainTextSelection startPosition="0" '
        f'endPosition="{len(words)}" creatingUser="u"><Coding><CodeRef targetGUID="1"/></Coding><Coding>'
        '<CodeRef targetGUID="2"/></Coding></PlainTextSelection></TextSource></Project>'
    )
    give(test, zipped({"project.qde": xml}))

    assert (
        "1 of 11 statements stand in the project. Left out: 1 code that this article does not have (&lt;i&gt;Boats). "
        "The coding of 1 statement by &lt;b&gt;Ina was taken in place of yours."
    ) in html(test)
    assert desk_of(test).second[EXAMPLE].answers == {statement["statement"]: Answer(form=frozenset({"direct"}))}


def test_a_project_of_another_article_and_no_project_are_told() -> None:
    test = app("second", article=EXAMPLE)
    xml = (
        '<Project><Code guid="1" name="direct"/><TextSource><PlainTextContent>Else.</PlainTextContent><PlainTextSelection '
        'startPosition="0" endPosition="5"><Coding><CodeRef targetGUID="1"/></Coding></PlainTextSelection></TextSource></Project>'
    )
    give(test, zipped({"project.qde": xml}))
    assert "0 of 11 statements stand in the project, and no code in it says anything of them." in html(test)
    give(test, b"PK")
    assert "The file is no REFI-QDA project (.qdpx)." in html(test)
    assert heading(test) == "You coded 0 of 11 statements"


# --- Kept, and handed on ------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of its own on a server that listens on this machine alone."""
    monkeypatch.setenv(shelf.VARIABLE, str(tmp_path))
    monkeypatch.setattr(cached, "why_nothing_is_kept", lambda: "")
    return tmp_path


def code(test: AppTest, place: int, topic: str = "nato") -> str:
    """Code a statement as being on a topic alone; its id."""
    desk_of(test).second[EXAMPLE].at = place
    test.run()
    id = str(desk_of(test).shown.package.statements["statement"][place])
    test.multiselect(key=f"second_topics_{id}").set_value([topic])
    test.button(key="second_save").click().run()
    assert not test.exception
    return id


def test_what_was_coded_is_there_again_in_another_session_which_goes_on_behind_it(folder: Path) -> None:
    test = app("second", article=EXAMPLE)
    code(test, 0)
    assert "The answers are kept on this machine" in html(test)
    assert desk_of(test).second[EXAMPLE].at == 1

    again = app("second", article=EXAMPLE)
    assert heading(again) == "You coded 1 of 11 statements"
    assert desk_of(again).second[EXAMPLE].at == 1
    assert heading(app("second", article=TALKS)) == "You coded 0 of 91 statements"


def test_two_tabs_lose_nothing_of_each_other(folder: Path) -> None:
    one, other = app("second", article=EXAMPLE), app("second", article=EXAMPLE)
    code(one, 0)
    code(other, 5)

    assert heading(other) == "You coded 2 of 11 statements"


def test_where_one_is_settled_that_is_kept_too(folder: Path) -> None:
    test = app("second", article=EXAMPLE)
    id = code(test, 0, "osce")
    test.toggle(key="second_compare").set_value(True).run()
    test.button(key=f"settle_{SECOND}_{id}_topics").click().run()

    assert list(desk_of(app("second", article=EXAMPLE)).second[EXAMPLE].settled) == [(id, "topics")]


def test_one_begins_anew(folder: Path) -> None:
    test = app("second", article=EXAMPLE)
    code(test, 3)
    test.button(key="second_clear").click().run()

    assert heading(test) == heading(app("second", article=EXAMPLE)) == "You coded 0 of 11 statements"


def test_one_that_cannot_be_read_is_told_and_stays(folder: Path) -> None:
    test = app("second", article=EXAMPLE)
    code(test, 0)
    (file,) = (folder / FOLDER).iterdir()
    file.write_bytes(b"{")
    again = app("second", article=EXAMPLE)
    assert "The coding that is kept on this machine cannot be read; what you code is not kept." in html(again)

    code(again, 1)
    assert "this answer was not kept" in html(again)
    assert heading(again) == "You coded 1 of 11 statements"
    assert file.read_bytes() == b"{"


def test_of_an_article_of_this_session_alone_nothing_is_kept(folder: Path, codebook: Codebook) -> None:
    test = app("second", article=EXAMPLE)
    desk_of(test).own = {"mine": replace(own.draft(codebook), id="mine")}
    desk_of(test).view = View("mine", own=True)
    test.run()
    test.button(key="second_save").click().run()

    assert list(desk_of(test).second["mine"].answers) != []
    assert "The answers last as long as this page is open" in html(test)
    assert not (folder / FOLDER).exists()


def test_where_the_server_keeps_nothing_the_page_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cached, "why_nothing_is_kept", lambda: "It can be reached from elsewhere.")
    test = app("second", article=EXAMPLE)
    code(test, 0)

    assert "The answers last as long as this page is open" in html(test)
    assert not (folder / FOLDER).exists()


def test_the_pack_holds_the_coding_which_opens_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    test = app("second", article=EXAMPLE)
    id = code(test, 0)
    answers = dict(desk_of(test).second[EXAMPLE].answers)
    monkeypatch.setattr(second_coding, "desk", lambda: desk_of(test))
    pack = EXPORTS[PACK].make(taken_of_page(desk_of(test).shown, dt.date(2026, 11, 25)))
    with zipfile.ZipFile(io.BytesIO(pack)) as opened:
        names, note = opened.namelist(), opened.read("readme.txt").decode()
        agreement = opened.read("second-coder-agreement.csv").decode("utf-8-sig").splitlines()
    assert faults_of_pack(pack, "pack") == (len(names) - 1, [])
    assert {
        CODING_FILE,
        "second-coder-codings.csv",
        "second-coder-confusion.csv",
        "second-coder-disagreements.csv",
    } <= set(names)
    assert f"{CODING_FILE}: a second person’s coding of the whole article" in note
    assert agreement[0].startswith('"field","statements","missing","share","kappa","alpha","alpha_low","alpha_high"')

    test.button(key="second_clear").click().run()
    assert heading(test) == "You coded 0 of 11 statements"
    give(test, pack, "talks.pack.zip")
    assert "1 answer taken from the file." in html(test)
    assert desk_of(test).second[EXAMPLE].answers == answers == {id: Answer(topics=frozenset({"nato"}))}


def test_other_programs_get_the_second_coder_as_a_third_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    test = app("second", article=EXAMPLE)
    shown, id = desk_of(test).shown, code(test, 0)
    monkeypatch.setattr(second_coding, "desk", lambda: desk_of(test))
    project = EXPORTS["qdpx"].make(taken_of_page(shown, dt.date(2026, 11, 25)))

    test.button(key="second_clear").click().run()
    give(test, project)
    assert "11 of 11 statements stand in the project. 3 coders coded them" in html(test)
    test.selectbox(key="second_coder").set_value("Second coder").run()
    test.button(key="second_take").click().run()
    assert desk_of(test).second[EXAMPLE].answers == {id: Answer(topics=frozenset({"nato"}))}


def test_a_zip_file_without_a_coding_and_a_file_that_is_gone_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    test = app("second", article=EXAMPLE)
    give(test, zipped({"other.json": "{}"}), "a.zip")
    assert "The zip file cannot be opened, or holds no second-coding.json." in html(test)
    assert heading(test) == "You coded 0 of 11 statements"

    monkeypatch.setattr(MemoryUploadedFileManager, "get_files", lambda *_, **__: [])
    give(test, b"{}", "coding.json")
    assert "The file is no longer there: the server was started anew. Open it again." in html(test)


def test_a_disagreement_leads_to_its_sentence(folder: Path) -> None:
    test = app("second", article=EXAMPLE)
    code(test, 0, "osce")
    test.toggle(key="second_compare").set_value(True).run()
    links = [each.proto for each in test.get("page_link")]

    assert "Read it in the article" in [str(each.label) for each in links]

"""A second person codes without seeing the first answers; both are compared, and differences are settled."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from components.analysis.reliability import Answer
from components.report.refi import to_qdpx
from components.report.second_coder import SECOND
from tests.reading.make_files import zipped
from tests.report.taking import taken_of
from tests.test_pages import EXAMPLE, app, desk_of, heading, html


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


def give(test: AppTest, data: bytes) -> None:
    test.file_uploader[0].set_value(("coding.QDPX", data, "application/zip")).run()
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

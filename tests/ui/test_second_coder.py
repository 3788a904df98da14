"""A second person codes without seeing the first answers; both are compared, and differences are settled."""

from pathlib import Path

from components.report.second_coder import SECOND
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

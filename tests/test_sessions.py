"""What the sessions of one server share: nothing that a reader brought, and nothing that tells what another one brought."""

import ast
from pathlib import Path

import pytest

from components.reading.worker import Asked, Job, Worker
from components.ui import reading
from tests.conftest import ROOT
from tests.test_own_articles import TEXT, ask, library_folder, own  # noqa: F401 — a fixture
from tests.test_pages import app, box_of

REMEMBERED = {
    # function that remembers its results for the whole process -> why that is no reader's text
    "components/analysis/measures.py: _t_quantile": "of whole numbers",
    "components/analysis/comparison/against.py: _pairs": "what ships",
    "components/analysis/comparison/matching.py: _meeting_words": "what ships",
    "components/analysis/comparison/words.py: _calendar": "what ships",
    "components/analysis/comparison/words.py: _common": "what ships",
    "components/analysis/comparison/words.py: _groups": "what ships",
    "components/analysis/comparison/words.py: _stems_of": "what ships",
    "components/analysis/comparison/words.py: _stemmer": "a program, no words",
    "components/model/countries.py: _all": "what ships",
    "components/ui/early.py: scripts_of": "names of the platform's files",
    "components/model/countries.py: _ours": "what ships",
    "components/model/countries.py: _table": "what ships",
    "components/model/countries.py: everything": "what ships",
    "components/reading/sides.py: _takes_a_stand": "what ships",
    "components/reading/sides.py: _words": "what ships",
    "components/reading/sides.py: _known_first_words": "what ships",
    "components/model/intervals.py: parse_edtf": "days, of dates that follow the standard: no words; and no more than so many",
    "components/model/lexicons.py: _read_lists": "what ships",
    "components/reading/article.py: _shipped_codebook": "what ships",
    "components/reading/actors.py: _words_of_somebody": "what ships",
    "components/reading/attributions.py: _silent": "what ships",
    "components/reading/datelines.py: _by_an_agency": "what ships",
    "components/reading/holders.py: office_holders": "what ships",
    "components/reading/accounts.py: _said_after": "what ships",
    "components/reading/accounts.py: _talked_after": "what ships",
    "components/reading/language.py: _identifier": "what ships; in the reading process",
    "components/reading/language.py: _plain": "what ships",
    "components/reading/offices.py: _offices": "what ships",
    "components/reading/parsing.py: model": "what ships; in the reading process",
    "components/reading/persons.py: honorifics": "what ships",
    "components/reading/persons.py: relatives": "what ships",
    "components/reading/pronouns.py: _subjects": "what ships",
    "components/reading/topics.py: _pointer": "what ships",
    "components/reading/verbs.py: reporting_verbs": "what ships",
    "components/reading/verbs.py: _listed": "what ships",
    "components/reading/tone.py: _analyser": "what ships",
    "components/reading/tone.py: _function_of": "what ships",
    "components/reading/tone.py: _textblob": "a function of a library",
    "components/reading/tone.py: read_opinion_lexicon": "what ships",
    "components/ui/cached.py: _opened": "the library of this machine, which is off where strangers reach the server",
    "components/ui/cached.py: evaluation": "what ships",
    "components/ui/frame.py: _styles": "what ships",
    "components/ui/method_text.py: _evaluation": "what ships",
    "components/ui/method_text.py: _headlines": "what ships",
    "components/ui/method_text.py: _levels": "what ships",
    "components/ui/method_text.py: _measures": "what ships",
    "components/ui/cached.py: library": "what ships",
    "components/analysis/comparison/contrast.py: _asking": "what ships",
    "components/model/acts.py: act_verbs": "what ships",
    "components/model/acts.py: acts": "what ships",
    "components/model/evaluation.py: _measured": "what ships",
    "components/model/evaluation.py: at_least": "what ships",
    "components/reading/acts.py: _act_of_object": "what ships",
    "components/reading/acts.py: _by_form": "what ships",
    "components/reading/acts.py: _irregular": "what ships",
    "components/reading/acts.py: _objects": "what ships",
    "components/reading/genres.py: _of_the_meeting": "what ships",
    "components/reading/holders.py: _names": "what ships",
    "components/reading/holders.py: _by_surname": "what ships",
    "components/reading/imprints.py: _byline": "what ships",
    "components/reading/imprints.py: _going_on": "what ships",
    "components/reading/imprints.py: _labelled_day": "what ships",
    "components/reading/imprints.py: _publishing": "what ships",
    "components/reading/imprints.py: said_of_its_day": "what ships",
    "components/reading/datelines.py: _agencies": "what ships",
    "components/reading/labels.py: _asks_something": "what ships",
    "components/reading/labels.py: _press_office": "what ships",
    "components/reading/own_words.py: _act_in_capitals": "what ships",
    "components/reading/own_words.py: _acts": "what ships",
    "components/reading/own_words.py: _calls_own": "what ships",
    "components/reading/own_words.py: _states": "what ships",
    "components/reading/own_words.py: _we": "what ships",
    "components/reading/accounts.py: _all_at_first": "what ships",
    "components/reading/accounts.py: _covered": "what ships",
    "components/reading/people.py: _houses": "what ships",
    "components/reading/told_offices.py: _with_its_country": "what ships",
    "components/reading/accounts.py: _occasion": "what ships",
    "components/reading/accounts.py: _scheduled": "what ships",
    "components/reading/accounts.py: _subjects_of_talk": "what ships",
    "components/reading/suggestions.py: _ordinary": "what ships",
    "components/reading/titled.py: _of": "what ships",
    "components/reading/titled.py: _no_names": "what ships",
    "components/reading/titled.py: _office": "what ships",
    "components/reading/whole_names.py: _heading_verb": "what ships",
    "components/reading/whole_names.py: _letters": "what ships",
    "components/reading/accounts.py: _by_one": "what ships",
    "components/reading/accounts.py: _done": "what ships",
    "components/reading/accounts.py: _says_after_all": "what ships",
    "components/reading/declarations.py: _noted": "what ships",
    "components/reading/declarations.py: _plans": "what ships",
    "components/reading/meetings.py: _a_text": "what ships",
    "components/reading/meetings.py: _another": "what ships",
    "components/reading/meetings.py: _leads_in": "what ships",
    "components/reading/meetings.py: _says_too": "what ships",
    "components/reading/parties.py: _group": "what ships",
    "components/reading/parties_meant.py: _some_of_them": "what ships",
    "components/reading/parties.py: _of_several": "what ships",
    "components/reading/transcripts.py: _after_talks": "what ships",
    "components/reading/addresses.py: _addressed": "what ships",
    "components/reading/addresses.py: _heads": "what ships",
    "components/reading/addresses.py: _i_met": "what ships",
    "components/reading/relayed.py: _anybody": "what ships",
    "components/reading/relayed.py: _heard": "what ships",
    "components/reading/relayed.py: _you_said": "what ships",
    "components/reading/beside_talks.py: _beside": "what ships",
    "components/reading/issuers.py: _in_brackets": "what ships",
    "components/reading/issuers.py: _kind": "what ships",
    "components/reading/issuers.py: _verb": "what ships",
    "components/reading/details.py: _meeting": "what ships",
    "components/reading/genres.py: _receives": "what ships",
    "components/reading/own_words.py: _own": "what ships",
    "components/reading/people.py: _dignity": "what ships",
    "components/reading/sides.py: _form": "what ships",
    "components/reading/topics.py: _of_office": "what ships",
    "components/reading/whole_names.py: _part": "what ships",
    "components/reading/people.py: _went_to": "what ships",
    "components/ui/cached.py: examples": "what ships",
    "components/reading/verbs.py: forms_of": "forms of the verbs of lists that ship",
    "components/model/statements.py: _row_type": "names of the columns of our tables",
    "components/report/brief/pdf.py: _fonts": "what ships",
    "components/report/brief/word.py: _can_write": "whether this machine has fonts",
    "components/ui/reading.py: worker": "the reading process, which keeps nothing of one text when it goes on to the next",
}
REMEMBERING = {"cache", "lru_cache", "cache_data", "cache_resource"}


def remembering(source: str) -> list[str]:
    """The functions of a source whose results outlive a run, whoever asked first."""
    nodes = ast.walk(ast.parse(source)) if "cache" in source else ()
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
    found = []
    for function in functions:
        for decorator in function.decorator_list:
            called = decorator.func if isinstance(decorator, ast.Call) else decorator
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            scopes = [each.value for each in getattr(decorator, "keywords", ()) if each.arg == "scope"]
            of_a_session = [isinstance(each, ast.Constant) and each.value == "session" for each in scopes]
            if name in REMEMBERING and not any(of_a_session):
                found.append(function.name)
    return found


def test_what_is_remembered_for_all_sessions_is_known_and_holds_no_readers_text() -> None:
    """So the time of an answer does not tell either whether somebody else has given the same text."""
    files = [ROOT / "app.py", *(ROOT / "components").rglob("*.py")]
    found = {f"{file.relative_to(ROOT).as_posix()}: {name}" for file in files for name in remembering(_source(file))}

    assert found == set(REMEMBERED)


def _source(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def test_a_function_that_remembers_is_found_and_one_of_a_session_is_not_counted() -> None:
    assert remembering("@st.cache_data\ndef f(text): ...") == ["f"]
    assert remembering("@st.cache_data(max_entries=5)\ndef f(text): ...") == ["f"]
    assert remembering("@functools.lru_cache(maxsize=None)\ndef f(text): ...") == ["f"]
    assert remembering("@st.cache_data(scope='session', max_entries=5)\ndef f(text): ...") == []
    assert remembering("@st.fragment\ndef f(text): ...") == []


def test_the_same_text_is_read_anew_for_another_session(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def submit(_: Worker, text: Asked) -> Job:
        asked.append(text.text)
        job = Job(text)
        job._end("failed", fault="not read in this test")
        return job

    monkeypatch.setattr(reading.Worker, "submit", submit)
    for _ in range(2):
        ask(app("read"), TEXT).button(key="read_start").click().run()

    assert asked == [TEXT, TEXT]


def test_a_text_in_the_box_of_one_session_is_not_in_the_box_of_another() -> None:
    first = ask(app("read"), TEXT)
    second = app("read")

    assert box_of(first).value == TEXT
    assert box_of(second).value == ""

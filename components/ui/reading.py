"""Bringing an article: its text from the clipboard or a file, what is known of it, and having it read."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pandas as pd
import streamlit as st

from components.analysis.summaries import KeyFigure, figures_of_speakers
from components.article.archive import open_strangers_zip
from components.article.drafts import UNTITLED, article_id, draft_of
from components.article.package import Draft
from components.library.examples import Example
from components.model.codebook import REPORTER, UNKNOWN
from components.model.ids import first_free
from components.model.intervals import in_words
from components.model.limits import LONGEST_SENTENCE, MOST_TITLE_CHARACTERS
from components.model.numbers import counted
from components.model.rows import FaultyFilesError
from components.model.safe import html_text
from components.model.statements import GENRE_LABELS, GENRES, fingerprint
from components.reading.article import STEPS
from components.reading.details import EARLIEST, Details, guess_details
from components.reading.files import kinds_of_files
from components.reading.worker import Asked, Job, Worker
from components.ui import cached, figures, filter_panel, frame, pages, sessions, uploads
from components.ui.desk import desk, value_of
from components.ui.filter_panel import Shown
from components.ui.hosting import where_the_text_goes
from components.ui.uploads import Given, fault_of, longer_than, too_long

GENRE_HELP = (
    "It decides how far an attribution carries. Report of one meeting: what one side says goes on until another source is "
    "named. News: a sentence without a source is the reporter’s own, but for what a government tells of its own meeting. "
    "Transcript: names before a colon have the floor. Speech: all of it is the speaker’s. "
    "Declaration: all of it is the word of those who issued it."
)
GENRE_NAMES = {
    "readout": "a report of one meeting",
    "news": "news",
    "transcript": "a transcript",
    "speech": "a speech",
    "declaration": "a declaration",
}

PATIENCE = 1.0
"""Seconds that a press of the button waits for the result; an article of ordinary length takes half of it."""


@st.cache_resource(show_spinner=False)
def worker() -> Worker:
    """The one process that reads articles, for all sessions. It ends with the server."""
    made = Worker()
    sessions.when_the_server_ends(made.close)
    return made


# --- The text -----------------------------------------------------------------------------------


def say_where_it_goes() -> None:
    """Before a text is given: what happens to it."""
    frame.paragraph(
        f"Paste it or open files. {where_the_text_goes()} It stays in this browser session and is never part of a link. It is "
        "gone when you close or reload the page, unless you save the article."
    )


def say_what_to_expect() -> None:
    """What a reader gets, how good it is, and what can be read."""
    frame.section_heading("What you get")
    frame.paragraph(
        "Each sentence with its speaker, whom it is relayed by, its topics, dates and tone; on all pages, to filter, cite and "
        "take along.",
    )
    frame.section_heading("What to expect")
    frame.paragraph(
        "In news, about four sentences in five get the right speaker, or rightly none. Guesses are marked, and Review shows "
        "them first."
    )
    st.page_link(pages.path("method"), label="How that was measured")
    uploads.say_the_limits()


def ask_for_text() -> Given:
    """A box, the button and an uploader; under them the progress, and what is wrong with what was given."""
    worker().warm()
    given = uploads.ask_for_text(
        "read",
        files=f"Or files: {kinds_of_files()}; or an article saved here before (.zip)",
        press=_offer_to_read,
        take=_open_saved,
        take_several=_read_several,
    )
    if desk().reader.job is not None:  # also one that ended since the page began: it is taken over at once
        _show_progress()
    if said := desk().said.get("read"):
        frame.notice(said)
    if found := desk().faults.get("read"):
        frame.faults(found)
    return given


def _read_several(given: list[Given]) -> None:
    """Have the texts of several files read one after the other, each with what was guessed of it."""
    desk().reader.waiting = [*desk().reader.waiting, *given]
    if desk().reader.job is None:
        _read_next()


def _read_next() -> None:
    """Begin with the first text that waits. A text that cannot be read is told, and the next one follows."""
    here = desk()
    while here.reader.waiting and here.reader.job is None:
        given = here.reader.waiting.pop(0)
        if fault := fault_of(given.text):
            _say_too(fault)
            continue
        guessed = _guessed(given)
        undated = () if guessed.published else ("No date was found in the file, so the day of reading stands for it.",)
        day = guessed.published or _today()
        asked = Asked(given.text, day, guessed.genre, guessed.title or None, cached.codebook(), insist=False)
        _submit(asked, guessed.publisher, guessed.place, (*given.notes, *undated))


def _say_too(fault: str) -> None:
    """Say something beside what is said already."""
    desk().say("read", " ".join(filter(None, (desk().said.get("read"), fault))))


def _open_saved(name: str, data: bytes) -> None:  # noqa: ARG001 — a name says nothing of what is inside
    """An article that was saved before is as it was; there is nothing to read."""
    try:
        draft = open_strangers_zip(UNTITLED, data, cached.library().codebook)
    except FaultyFilesError as error:
        desk().say("read", "The saved article cannot be opened:", tuple(error.faults))
        return
    # What stands in a stranger's file is no name to rely on: it gets the id that it has when it is read.
    id = article_id(draft.title, draft.text or draft.about.model_dump_json())
    draft = _keep_beside(replace(draft, id=id))
    desk().reader.done = draft.id
    filter_panel.show_article(draft.id)


def _keep_beside(draft: Draft) -> Draft:
    """Keep an article for this session. One that a person has corrected is not lost: another state stands beside it."""
    taken = set()
    for id in [id for id in desk().shelf if id == draft.id or id.startswith(f"{draft.id}-")]:  # of the same text
        try:
            cached.open_shelved(id)
        except FaultyFilesError:
            taken.add(id)
    taken |= {id for id, each in cached.own().items() if each.log not in ((), draft.log)}
    kept = replace(draft, id=first_free(draft.id, taken))
    cached.keep_own(kept)
    return kept


# --- What is known of it ------------------------------------------------------------------------


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()


def _guessed(given: Given) -> Details:
    return guess_details(
        given.text,
        today=_today(),
        title=given.title,
        published=given.published,
        publisher=given.publisher,
        place=given.place,
    )


def ask_for_details(given: Given) -> None:
    """Title, publisher, place, day and genre: guessed from the text, to be changed. Nothing where there is no text."""
    if not given.text.strip():
        return
    if fault := too_long(given.text):
        frame.notice(fault)
        return
    about, guessed = fingerprint(given.text)[:8], _guessed(given)  # other text, other guesses
    left, right = st.columns(2, gap="medium")
    with left:
        _name_box("Title", f"read_title_{about}", guessed.title)
        _name_box("Publisher", f"read_publisher_{about}", guessed.publisher)
        _name_box("Place", f"read_place_{about}", guessed.place)
    with right:
        st.date_input(
            "Date of the article",
            guessed.published or _today(),
            key=f"read_day_{about}",
            min_value=EARLIEST,
            max_value=_today(),
            help="Dates such as “last week” are counted from it.",
        )
        st.selectbox(
            "Genre",
            GENRES,
            GENRES.index(guessed.genre),
            key=f"read_genre_{about}",
            format_func=GENRE_LABELS.__getitem__,
            help=GENRE_HELP,
        )
        st.checkbox("Read as English anyway", key=f"read_insist_{about}")
    dated = "What stands in these boxes is guessed"
    undated = "What stands in these boxes is guessed, and no date was found, so today’s stands there"
    frame.paragraph(f"{dated if guessed.published else undated}: look at them before you go on.", quiet=True)


def _name_box(label: str, key: str, guess: str) -> None:
    """A line for a name; a longer one is told, as the browser would drop it without a word."""
    typed = st.text_input(label, guess, key=key)
    if fault := longer_than(typed, MOST_TITLE_CHARACTERS, f"The {label.lower()}"):
        frame.notice(fault)


def _asked(given: Given) -> tuple[Asked, str, str]:
    """What is to be read, as it stands in the boxes, or as guessed where they were not drawn yet; publisher and place."""
    about, guessed = fingerprint(given.text)[:8], _guessed(given)
    title = value_of(f"read_title_{about}", guessed.title).strip()
    day = value_of(f"read_day_{about}") or guessed.published or _today()
    genre = value_of(f"read_genre_{about}") or guessed.genre
    publisher = value_of(f"read_publisher_{about}", guessed.publisher).strip()
    place = value_of(f"read_place_{about}", guessed.place).strip()
    insist = value_of(f"read_insist_{about}", False)
    return Asked(given.text, day, genre, title or None, cached.codebook(), insist, publisher), publisher, place


# --- Reading ------------------------------------------------------------------------------------


def _offer_to_read() -> None:
    """The button. It stands still, also while a text is read."""
    st.button("Read it", type="primary", key="read_start", on_click=_start, disabled=_is_reading())


def _is_reading() -> bool:
    job = desk().reader.job
    return job is not None and not job.over


def _start() -> None:
    """A callback: it takes the text from the box, so that a press right after pasting is enough."""
    uploads.take_pasted("read")
    here, given = desk(), uploads.given_in("read")
    if uploads.refused("read", given.text, _start):
        return
    asked, publisher, place = _asked(given)
    named = (("The title", asked.title or ""), ("The publisher", publisher), ("The place", place))
    fault = next((said for what, words in named if (said := longer_than(words, MOST_TITLE_CHARACTERS, what))), "")
    here.say("read", fault)
    if fault:
        return
    job = _submit(asked, publisher, place, given.notes)
    if job.wait(PATIENCE):  # a short article is there before a progress bar would be
        _adopt(job)


def _submit(asked: Asked, publisher: str, place: str, notices: tuple[str, ...]) -> Job:
    """Hand a text to the process that reads."""
    reader = desk().reader
    reader.job, reader.publisher, reader.place, reader.notices = worker().submit(asked), publisher, place, notices
    return reader.job


def read_example(example: Example) -> None:
    """A callback: have an example read as any text is; what stands in the box stays there."""
    desk().say("read", "")
    asked = Asked(example.text, example.published, example.genre, example.title, cached.codebook())
    desk().reader.then = "article"
    job = _submit(asked, example.publisher, "", ())
    if job.wait(PATIENCE):
        _adopt(job)


@st.fragment(run_every=0.4)
def _show_progress() -> None:
    """What is done, what is being done and what is to come, with the way out."""
    job = desk().reader.job
    if job is None or job.over:
        st.rerun()
    with st.container(key="progress", border=True, gap="xsmall"):
        with st.container(key="progress_head", horizontal=True, vertical_alignment="center"):
            name = f"“{job.asked.title}”" if job.asked.title else "the text"
            st.html(f'<h2 class="rd-h2">Reading {html_text(name)}</h2>', width="stretch")
            st.button("Stop", key="read_stop", on_click=_stop, args=(job,))
        st.html(
            f'<div class="rd-progress" role="progressbar" aria-label="Reading" aria-valuemin="0" aria-valuemax="100" '
            f'aria-valuenow="{job.progress * 100:.0f}"><span style="width:{job.progress:.0%}"></span></div>'
        )
        st.html(f'<ul class="rd-steps">{"".join(_said_steps(job))}</ul>')


def _said_steps(job: Job) -> Iterator[str]:
    """A line for each step: done, running, or to come."""
    ahead = worker().ahead_of(job)
    if ahead:
        yield f'<li class="rd-step-now">Waiting for {int(ahead)} other {"text" if ahead == 1 else "texts"}</li>'
    if left := len(desk().reader.waiting):
        yield f"<li>{counted(int(left), 'further file')} will be read after this one</li>"
    running = next((step for step in STEPS if step not in job.steps), "")
    for step in STEPS:
        if step in job.steps:
            yield f'<li class="rd-step-done">{STEPS[step]} <span>{int(job.steps[step]):,} found</span></li>'
        elif step == running and not ahead:
            share = f", {job.progress:.0%}" if step == "speakers" else ""
            yield f'<li class="rd-step-now">{STEPS[step]}{share}</li>'
        else:
            yield f"<li>{STEPS[step]}</li>"


def _stop(job: Job) -> None:
    worker().cancel(job)
    left = len(desk().reader.waiting)
    desk().reader.waiting = []
    kept = f"{counted(left, 'further file')} will not be read." if left else "What you pasted is still in the box."
    desk().say("read", f"Reading was stopped. {kept}")


def take_over() -> None:
    """What has been read becomes an article of this session, and is shown."""
    job = desk().reader.job
    if job is not None and job.over:
        _adopt(job)
        st.rerun()


def go_on() -> None:
    """An example that was read is shown with its wording."""
    reader = desk().reader
    if reader.then and reader.job is None:
        page, reader.then = reader.then, ""
        if reader.done == desk().view.article:
            st.switch_page(pages.path(page))


def _adopt(job: Job) -> None:
    desk().reader.job = None
    if job.state == "failed":
        _say_too(job.fault)
    elif job.reading is not None:
        _keep(job)
    _read_next()


def _keep(job: Job) -> None:
    here, asked = desk(), job.asked
    if job.reading is None or not job.reading.rows.statements:
        _say_too("No sentence was found in the text, so there is nothing to show. Is this the article?")
        return
    draft = draft_of(
        job.reading,
        asked.text,
        published=asked.published.isoformat(),
        genre=asked.genre,
        codebook=asked.codebook,
        publisher=here.reader.publisher,
        title=asked.title or "",
        place=here.reader.place,
        notices=here.reader.notices,
    )
    draft = _keep_beside(draft)
    here.reader.suggestions[draft.id] = job.reading.suggestions
    here.reader.done = draft.id
    filter_panel.show_article(draft.id)


def has_news() -> bool:
    """Whether something stands by the box that a reader must see: a fault, or further texts that are being read."""
    return bool(desk().said.get("read") or desk().reader.job)


# --- The result ---------------------------------------------------------------------------------


def just_read(shown: Shown) -> Draft | None:
    """The article that was read or opened last, as long as it is the one that is shown."""
    id = desk().reader.done
    return cached.own().get(id) if id == shown.package.id else None


def found_in(shown: Shown) -> str:
    """The finding: how much was read, by how many."""
    statements = shown.package.statements
    speakers = {id for each in statements["speakers"] for id in each} - {REPORTER, UNKNOWN}
    return f"{counted(len(statements), 'statement')} read, {counted(len(speakers), 'speaker')} found"


def show_result(shown: Shown, *, place: str) -> None:
    """What was found, and what is a guess, each number with its sentences; and where to go on.

    The first row of numbers adds up to the statements that were read; what they overlap with stands in a second.
    """
    statements, about = shown.package.statements, shown.package.about
    frame.paragraph(f"Read as {GENRE_NAMES[about.genre]} of {in_words(about.published)}.", quiet=True)
    figures.show_figures(figures_of_speakers(statements), place=place, key="read")
    too_long = f"of more than {LONGEST_SENTENCE:,} characters, not looked through to the end"
    among: dict[str, pd.Series] = {
        "with a topic": statements["topics"].map(len) > 0,
        too_long: statements["wording"].str.len() > LONGEST_SENTENCE,
    }
    found = [(words, tuple(statements["statement"][these])) for words, these in among.items()]
    figures.show_figures(
        [KeyFigure(f"{len(ids):,}", f"of them {words}", ids) for words, ids in found if ids], place=place, key="of_them"
    )
    with st.container(key="read_on", horizontal=True, gap="medium"):
        for name, label in (
            ("review", "Review the guesses"),
            ("overview", "See the overview"),
            ("quotes", "Read the quotes"),
        ):
            st.page_link(pages.path(name), label=label)


def show_suggestions(shown: Shown) -> None:
    """Phrases that come back and that no topic covers: what the codebook may lack. A list, no coding."""
    if found := desk().reader.suggestions.get(shown.package.id, ()):
        said = ", ".join(f"“{each.phrase}” ({len(each.sentences)})" for each in found)
        frame.paragraph(f"Phrases that come back and that no topic covers, with the number of their sentences: {said}.")

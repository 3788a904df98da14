"""Two codebooks on a page: that of the article that is shown, and the reader's own.

A topic is added to one of them, and what it catches is seen at once; a codebook is taken along, and opened elsewhere.
"""

import re
from collections.abc import Sequence
from typing import Literal

import streamlit as st

from components.analysis.summaries import KeyFigure
from components.article.corrections import entries
from components.article.corrections.log import Correction
from components.article.package import Draft
from components.library.shelf import library_folder
from components.model.codebook import (
    CODEBOOK_FILE,
    GIVEN,
    Codebook,
    Topic,
    own_codebook,
    write_codebook,
    write_own_codebook,
)
from components.model.ids import first_free, slug
from components.model.limits import (
    MOST_PART_BYTES,
    MOST_TOPIC_CHARACTERS,
    MOST_TOPIC_NAME_CHARACTERS,
    MOST_TOPIC_WORDS,
    megabytes,
)
from components.model.names import find_names
from components.model.numbers import counted
from components.model.refi import topics_of
from components.model.rows import FaultyFilesError
from components.model.safe import html_text
from components.model.statements import in_short
from components.reading.apart import read_codes_apart
from components.reading.files import UnreadableFileError
from components.ui import cached, figures, frame
from components.ui.choices import choose_one
from components.ui.desk import desk, set_value, start_with, value_of
from components.ui.filter_panel import Shown
from components.ui.opened import open_at
from components.ui.review.deciding import now, put
from components.ui.rows import button, hear
from components.ui.uploads import GONE, bytes_of

Which = Literal["article", "own"]
"""The codebook of the article that is shown, or the reader's own."""

TOPICS = "topics"
"""The place of the topics there are, in which they are pressed."""

WORDS_HELP = (
    "One a line. A word or a name stands for itself, whole. Capitals do not matter, but for a name all in capitals: US is "
    "not us. A star at the end of a word stands for any further letters: sanction* finds sanctions and sanctioned."
)

NAME_ALONE = "the file gives no words for it. A line “Words: …; …” in the description of a code would."


# --- Which codebook -----------------------------------------------------------------------------


def which_codebook() -> Which:
    """The article's codebook, or the reader's own, as the reader chose."""
    start_with("codebook_which", "article")
    return "own" if value_of("codebook_which") == "own" else "article"


def offer_both() -> None:
    """The choice between the two."""
    labels: dict[Which, str] = {"article": "Of this article", "own": "Your own"}
    choose_one("Which codebook", labels, key="codebook_which")


def codebook_of(shown: Shown, which: Which) -> Codebook:
    """The one that the page shows."""
    return shown.codebook if which == "article" else cached.codebook()


def said_of(shown: Shown, which: Which) -> str:
    """Which codebook the page shows, in a sentence."""
    general, topics = cached.library().codebook.topic_labels.keys(), codebook_of(shown, which).topic_labels.keys()
    if topics >= general:
        more = len(topics - general)
        what = "the general codebook" + (f" and {counted(more, 'topic')} more" if more else "")
    else:
        what = "a codebook of its own" if which == "article" else "another one than the general codebook"
    if which == "own":
        return f"Yours is {what}. Articles that you bring from now on are read with it."
    how = "coded" if shown.package.about.coded_by == "hand" else "read"
    return f"“{shown.package.title}” was {how} with {what}."


# --- One more topic -----------------------------------------------------------------------------


def ask_for_topic(shown: Shown) -> None:
    """A label, words, where to add them, and the button.

    The button is never disabled, and nothing comes or goes above it, so what is typed and pressed at once is added.
    """
    st.text_input(
        "Topic",
        key="topic_label",
        max_chars=MOST_TOPIC_NAME_CHARACTERS,
        placeholder="Sanctions",
        persist_state="session",
    )
    st.text_area(
        "Words and names",
        key="topic_words",
        height=110,
        placeholder="sanction*\nexport control*",
        help=WORDS_HELP,
        persist_state="session",
    )
    draft = cached.own().get(shown.package.id)
    if draft is not None:
        labels: dict[Which, str] = {"article": "To this article", "own": "To your own codebook"}
        start_with("topic_where", "article")
        st.radio(
            "Where to add it",
            list(labels),
            key="topic_where",
            format_func=labels.__getitem__,
            horizontal=True,
            persist_state="session",
        )
    st.button("Add the topic", key="topic_add", type="primary", on_click=_add, args=(shown, draft))
    if draft is None:
        frame.paragraph(
            "It stands in your own codebook, for the articles that you bring from now on. This article ships with Readout, so "
            "its topics stay as they are.",
            quiet=True,
        )


def show_what_it_catches(shown: Shown, *, place: str) -> None:
    """Under the button: what came of the last press, and what stands in the boxes: what it catches, what is wrong with it."""
    said, (label, words) = desk().said.pop("topic", ""), _typed()
    if words and not fault_of(words):
        _show_caught(shown, words, place=place)
    if said:
        frame.notice(said)
    elif words and (fault := _fault_of(shown, label, words)):
        frame.notice(fault)


def _typed() -> tuple[str, tuple[str, ...]]:
    """The name and the words that stand in the boxes."""
    lines = (" ".join(each.split()) for each in (value_of("topic_words") or "").splitlines())
    return " ".join((value_of("topic_label") or "").split()), tuple(dict.fromkeys(line for line in lines if line))


def _id_for(shown: Shown, label: str) -> str:
    return _id_of(label, (*shown.codebook.topics, *cached.codebook().topics))


def _where(shown: Shown) -> Which:
    """Which codebook the topic is for: only an article of the reader's own can have more topics."""
    own = shown.package.id not in cached.own() or value_of("topic_where", "article") == "own"
    return "own" if own else "article"


def _fault_of(shown: Shown, label: str, words: Sequence[str]) -> str:
    """Why a topic cannot be added, in a sentence; nothing where it can."""
    if not words:
        return "Give words or names that the topic is found by."
    if fault := fault_of(words):
        return fault
    if not label:
        return "Give the topic a name to add it."
    return _taken(_id_for(shown, label), label, codebook_of(shown, _where(shown)))


def _id_of(label: str, known: Sequence[Topic]) -> str:
    """The id of the topic that has this name, which is then given other words; else one that no topic has."""
    if same := next((topic.id for topic in known if topic.label.casefold() == label.casefold()), ""):
        return same
    return first_free(slug(label) or "topic", {topic.id for topic in known})


def fault_of(words: Sequence[str]) -> str:
    """What is wrong with the words, in a sentence; nothing where they can be used."""
    if (characters := sum(map(len, words))) > MOST_TOPIC_CHARACTERS:
        return f"The words have {characters:,} characters; at most {MOST_TOPIC_CHARACTERS:,} can be used."
    if len(words) > MOST_TOPIC_WORDS:
        return f"Found {len(words)} words and names; at most {MOST_TOPIC_WORDS} can be used. Make two topics of them."
    for word in words:
        if strange := re.search(r"[^\w\s*'’&./‐‑–-]", word):
            return (
                f"“{word}”: found “{strange.group()}”; allowed are letters, digits, spaces, hyphens, apostrophes, &, full stops "
                "and a star at the end of a word."
            )
        if re.search(r"\*(?=\w)|(?<!\w)\*", word):
            return f"“{word}”: a star may stand at the end of a word only, such as sanction*."
    return ""


def caught_by(shown: Shown, words: Sequence[str]) -> tuple[str, ...]:
    """The statements of the article in whose words one of these stands."""
    rows = shown.package.statements
    texts = rows["wording"].where(rows["wording"] != "", in_short(rows))
    return tuple(id for id, text in zip(rows["statement"], texts, strict=True) if find_names(text, {"": tuple(words)}))


def _show_caught(shown: Shown, words: Sequence[str], *, place: str) -> None:
    caught = caught_by(shown, words)
    of = f"of {len(shown.package.statements)} in “{shown.package.title}”"
    if not caught:
        frame.paragraph(f"These words stand in no statement {of}.")
        return
    where = "" if shown.package.recognised else ", in our paraphrase"
    words_for = f"{'statement' if len(caught) == 1 else 'statements'} caught{where}"
    figures.show_figures([KeyFigure(str(len(caught)), words_for, caught)], place=place, key="topic")


def _taken(id: str, label: str, book: Codebook) -> str:
    """Why a topic of this name cannot be added, in a sentence; nothing where it can, or takes the place of an own one."""
    if id in cached.library().codebook.topic_labels:
        return f"“{label}” is a topic of the general codebook. Choose another name."
    if id in book.topic_labels and book.topic(id).counts != GIVEN:
        return f"“{label}” is a topic of this codebook already. Choose another name."
    return ""


def _add(shown: Shown, draft: Draft | None) -> None:
    """A callback: it takes what stands in the boxes now, so that a press right after typing is enough."""
    label, words = _typed()
    if fault := _fault_of(shown, label, words):
        desk().say("topic", fault)
        return
    topic = Topic(
        id=_id_for(shown, label),
        label=label,
        definition=f"A reader’s own topic: {label}.",
        counts=GIVEN,
        counts_not="",
        words=words,
    )
    if draft is None or _where(shown) == "own":
        fault = cached.change_codebook(lambda book: book.with_topic(topic))
        said = f"“{topic.label}” was added to your own codebook. {fault or _where_it_is()}"
        set_value("codebook_which", "own")
    else:
        entries = entries_for(draft, topic, caught_by(shown, topic.words))
        if not put(draft.recoded(topic), entries):
            return
        has = "has" if len(entries) == 1 else "have"
        said = f"“{topic.label}” was added to this article. {counted(len(entries), 'statement')} of it {has} it now."
        set_value("codebook_which", "article")
    desk().say("topic", said)
    set_value("topic_label", "")
    set_value("topic_words", "")


def _where_it_is() -> str:
    if cached.why_nothing_is_kept():
        return "It is there as long as this session; download the codebook to open it again."
    return f"It is kept in {library_folder()}, and here again after a restart."


def entries_for(draft: Draft, topic: Topic, caught: Sequence[str]) -> list[Correction]:
    """A correction for each caught statement that does not have the topic yet."""
    rows = [row for row in draft.coding.statements if row.statement in set(caught) and topic.id not in row.topics]
    return [entries.correct(draft.coding, row.statement, "topics", (*row.topics, topic.id), when=now()) for row in rows]


# --- The topics there are -----------------------------------------------------------------------


def show_topics(shown: Shown, which: Which, *, place: str) -> None:
    """The topics of a codebook; each opens its statements in the article that is shown."""
    general = cached.library().codebook.topic_labels
    topics = {topic.id: topic for topic in codebook_of(shown, which).topics}
    rows = shown.package.row_of.values()
    ids = {id: tuple(row.statement for row in rows if id in row.topics) for id in topics}
    own = [id for id in topics if which == "own" and id not in general]
    st.html("".join(_said(each, len(ids[id]), drops=id in own) for id, each in topics.items()))
    hear(
        TOPICS,
        topics,
        open=lambda id: open_at(place, f"Statements with the topic {topics[id].label}", ids[id]),
        drop=lambda id: _drop(id) if id in own else None,
    )


def _said(topic: Topic, statements: int, *, drops: bool) -> str:
    """A topic with its definition and its words, how many statements have it, and whether it can be taken away."""
    label, here = topic.label, f"{int(statements)} here"
    opens = button(TOPICS, "open", topic.id, says=f"{here} with the topic {label}", seen=here, how="word")
    drop = button(TOPICS, "drop", topic.id, says=f"Take away {label}", seen="Take away", how="word") if drops else ""
    return (
        f'<div class="rd-topic"><div><h2 class="rd-h2">{html_text(label)}</h2>'
        f'{opens if statements else f"""<span class="rd-kind">{html_text(here)}</span>"""}{drop}</div>'
        f'<p class="rd-p">{html_text(topic.definition)}</p>{_words(topic)}</div>'
    )


KINDS = {
    "words": "Words, of which one is enough",
    "weak": "Weaker words, of which it takes two",
    "fallback": "Words that count where the sentence has no other topic",
    "masks": "Phrases that do not count",
}


def _words(topic: Topic) -> str:
    """Its words in a line; those of a topic that has several kinds fold away, as they are many."""
    if not (topic.weak or topic.fallback or topic.masks):
        return f'<p class="rd-p rd-quiet">Words: {html_text(", ".join(topic.words))}</p>'
    kinds = {said: getattr(topic, kind) for kind, said in KINDS.items()}
    lines = (f"<p>{html_text(said)}: {html_text(', '.join(words))}</p>" for said, words in kinds.items() if words)
    many = f"{counted(len(topic.names), 'word')} and names"
    return f"<details><summary>{html_text(many)}</summary>{''.join(lines)}</details>"


def _drop(id: str) -> None:
    """A callback: later articles are read without it; an article that has it keeps it."""
    desk().say("codebook", cached.change_codebook(lambda book: book.without_topic(id)))


# --- Taking it along, and opening one -----------------------------------------------------------


def show_files(shown: Shown, which: Which) -> None:
    """The codebook as a file; and another file in place of the reader's own codebook."""
    general = cached.library().codebook
    book = (shown.package.codebook or general) if which == "article" else cached.codebook()
    st.download_button(
        "Download the codebook",
        lambda: write_codebook(book) if book == general else write_own_codebook(book, general),
        CODEBOOK_FILE,
        "application/toml",
        on_click="ignore",
        key="codebook_download",
        help="Where it is the general codebook with topics of your own, the file holds these alone.",
    )
    if which == "own":
        uploader = f"codebook_file_{desk().codebook_files}"
        st.file_uploader(
            "Open a codebook (codebook.toml, or REFI-QDA .qdc): it takes the place of your own",
            type=["toml", "qdc"],
            key=uploader,
            on_change=_open,
            args=(uploader,),
        )
        if book != general:
            with st.popover("Go back to the general codebook", key="codebook_back"):
                frame.paragraph("Your own topics are taken away. Articles that have them keep them.")
                st.button("Yes, go back", key="codebook_general", on_click=_go_back)
    if said := desk().said.pop("codebook", ""):
        frame.notice(said)
        if found := desk().faults.pop("codebook", ()):
            frame.faults(found)


def _open(uploader: str) -> None:
    """A callback: the file becomes the reader's own codebook."""
    here, file = desk(), value_of(uploader)
    if file is None:
        return
    here.codebook_files += 1  # a new key, and so an empty uploader
    data = bytes_of(file)
    if data is None:
        here.say("codebook", GONE)
        return
    if len(data) > (most := MOST_PART_BYTES[CODEBOOK_FILE]):
        here.say("codebook", f"The file has {megabytes(len(data))}; a codebook may have {megabytes(most)}.")
        return
    try:
        book, note = _read(file.name, data)
    except UnreadableFileError as error:
        here.say("codebook", f"The codebook cannot be opened. {error}")
        return
    except FaultyFilesError as error:
        here.say("codebook", "The codebook cannot be opened:", error.faults)
        return
    fault = cached.change_codebook(lambda _: book)
    said = f"Your codebook has {counted(len(book.topics), 'topic')} now."
    here.say("codebook", " ".join(filter(None, (said, note, fault or _where_it_is()))))


def _read(name: str, data: bytes) -> tuple[Codebook, str]:
    """The codebook of a file, and what must be known of it. Raises FaultyFilesError, or UnreadableFileError of a `.qdc`."""
    general = cached.library().codebook
    if not name.casefold().endswith(".qdc"):
        return own_codebook({CODEBOOK_FILE: data}, general), ""
    book, by_name_alone = topics_of(read_codes_apart(data), general)
    if not by_name_alone:
        return book, ""
    found = "1 topic is" if by_name_alone == 1 else f"{by_name_alone:,} topics are"
    return book, f"{found} found by the name alone: {NAME_ALONE}"


def _go_back() -> None:
    """A callback."""
    general = cached.library().codebook
    desk().say("codebook", cached.change_codebook(lambda _: general))

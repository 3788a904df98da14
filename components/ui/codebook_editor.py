"""The topics of the session: adding one, seeing at once which statements it catches, and taking the codebook along."""

import re
from collections.abc import Sequence

import streamlit as st

from components.analysis.summaries import KeyFigure
from components.article import corrections
from components.article.corrections import Correction
from components.article.package import Draft
from components.model.codebook import Codebook, Topic, write_codebook
from components.model.ids import first_free, slug
from components.model.limits import MOST_TOPIC_CHARACTERS, MOST_TOPIC_NAME_CHARACTERS, MOST_TOPIC_WORDS
from components.model.names import find_names
from components.model.numbers import counted
from components.model.statements import each_row, in_short
from components.ui import cached, figures, frame
from components.ui.desk import desk, set_value
from components.ui.filter_panel import Shown
from components.ui.opened import open_at
from components.ui.review import now, put

WORDS_HELP = (
    "One a line. A word or a name stands for itself, whole. Capitals do not matter, but for a name all in capitals: US is "
    "not us. A star at the end of a word stands for any further letters: sanction* finds sanctions and sanctioned."
)


def ask_for_topic(shown: Shown, *, place: str) -> Topic | None:
    """A label and words, and what they catch in the article that is shown. None as long as something is missing."""
    label = st.text_input(
        "Topic",
        key="topic_label",
        max_chars=MOST_TOPIC_NAME_CHARACTERS,
        placeholder="Sanctions",
        persist_state="session",
    )
    typed = st.text_area(
        "Words and names",
        key="topic_words",
        height=110,
        placeholder="sanction*\nexport control*",
        help=WORDS_HELP,
        persist_state="session",
    )
    words = tuple(dict.fromkeys(line for line in (" ".join(each.split()) for each in typed.splitlines()) if line))
    if fault := fault_of(words):
        frame.notice(fault)
        return None
    if not words:
        return None
    _show_caught(shown, words, place=place)
    if not label.strip():
        frame.paragraph("Give the topic a name to add it.", quiet=True)
        return None
    return Topic(
        id=_id_of(" ".join(label.split()), (*cached.codebook().topics, *shown.codebook.topics)),
        label=" ".join(label.split()),
        definition=f"Added in this session: {' '.join(label.split())}.",
        counts="The words and names given.",
        counts_not="",
        words=words,
    )


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


def offer_to_add(shown: Shown, topic: Topic | None) -> None:
    """Add the topic to the session's codebook; to an article of the reader's own too, as corrections."""
    book = cached.codebook()
    taken = topic is not None and topic.id in {each.id for each in cached.library().codebook.topics}
    if taken and topic is not None:
        frame.notice(f"“{topic.label}” is a topic of the codebook that ships. Choose another name.")
    draft = cached.own().get(shown.package.id)
    st.button(
        "Add the topic",
        key="topic_add",
        type="primary",
        disabled=topic is None or taken,
        on_click=_add,
        args=(shown, draft, book, topic),
    )
    if draft is None:
        frame.paragraph(
            "It is used for the articles that you bring from now on. This article was coded by hand, so its topics stay as "
            "they are.",
            quiet=True,
        )
    if said := desk().said.pop("topic", ""):
        frame.notice(said)


def _add(shown: Shown, draft: Draft | None, book: Codebook, topic: Topic) -> None:
    """A callback."""
    cached.keep_codebook(book.with_topic(topic))
    said = f"“{topic.label}” was added to the codebook of this session."
    if draft is not None:
        entries = entries_for(draft, topic, caught_by(shown, topic.words))
        if put(draft.recoded(topic), entries):
            has = "has" if len(entries) == 1 else "have"
            said += f" {counted(len(entries), 'statement')} of “{draft.title}” {has} it now."
    desk().say("topic", said)
    set_value("topic_label", "")
    set_value("topic_words", "")


def entries_for(draft: Draft, topic: Topic, caught: Sequence[str]) -> list[Correction]:
    """A correction for each caught statement that does not have the topic yet."""
    rows = [row for row in draft.coding.statements if row.statement in set(caught) and topic.id not in row.topics]
    return [
        corrections.correct(draft.coding, row.statement, "topics", (*row.topics, topic.id), when=now()) for row in rows
    ]


def show_topics(shown: Shown, *, place: str) -> None:
    """The topics of the session's codebook; each opens its statements in the article that is shown."""
    book, shipped = cached.codebook(), {topic.id for topic in cached.library().codebook.topics}
    rows = list(each_row(shown.package.statements))
    for topic in book.topics:
        ids = tuple(row.statement for row in rows if topic.id in row.topics)
        with st.container(key=f"topic_{topic.id}", gap=None):
            frame.section_heading(topic.label)
            frame.paragraph(topic.definition)
            frame.paragraph(f"Words: {', '.join(topic.words)}", quiet=True)
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                st.button(
                    f"**{len(ids)}** here", key=f"topic_here_{topic.id}", type="tertiary", disabled=not ids,
                    on_click=open_at, args=(place, f"Statements with the topic {topic.label}", ids),
                )  # fmt: skip
                if topic.id not in shipped:
                    st.button("Take away", key=f"topic_drop_{topic.id}", on_click=_drop, args=(book, topic.id))


def _drop(book: Codebook, id: str) -> None:
    """A callback: later articles are read without it; an article that has it keeps it."""
    cached.keep_codebook(book.without_topic(id))


def show_download() -> None:
    """The codebook as the file that the data folder and the packages hold."""
    st.download_button(
        "Download the codebook",
        lambda: write_codebook(cached.codebook()),
        "codebook.toml",
        "application/toml",
        on_click="ignore",
        key="codebook_download",
    )

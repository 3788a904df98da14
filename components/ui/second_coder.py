"""A second person codes the statements without seeing the first answers; then both are compared and what differs is settled."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components.analysis.coded_elsewhere import LONGEST, coded_elsewhere
from components.analysis.reliability import (
    ASKED,
    DRAWS,
    Answer,
    Reliability,
    Settling,
    Values,
    confusion,
    reliabilities,
)
from components.article.corrections import entries
from components.model.limits import MOST_BYTES
from components.model.numbers import counted, percent
from components.model.safe import file_name, html_text
from components.model.statements import FORM_LABELS
from components.model.zips import to_zip
from components.reading.apart import read_project_apart, unpack_apart
from components.reading.files import UnreadableFileError
from components.report.second_coder import CODING_FILE, FIRST, SECOND, NoCodingError, write_coding
from components.ui import cached, frame, links
from components.ui.chart import place_of_table
from components.ui.desk import SecondCoding, desk, forget, set_value, start_with, value_of
from components.ui.filter_panel import Shown
from components.ui.review.deciding import now, put
from components.ui.second_coding import (
    change,
    coding_of,
    files_to_hand_on,
    first_open,
    is_kept,
    known_values,
    read_answers,
)
from components.ui.uploads import GONE, bytes_of

NOBODY = ""
IN_PACK = "“All of these” on Quotes holds them too."
KEPT = f"The answers are kept on this machine, and here again another day. {IN_PACK}"
NOT_KEPT = f"The answers last as long as this page is open: download them to go on another day. {IN_PACK}"
NAMED = 5
"""So many codes that are not known are named."""
CODES = "A code is known by the name of a topic, a speaker or a form of this article, or as “via” and a name."
BLIND = (
    "Code the article’s text in the other program with the REFI codebook of the page Quotes: the REFI project there holds the "
    "first answers too. "
)
LISTED = 20
"""So many disagreements are listed at once; the next ones follow as they are settled."""

HOW = (
    "A statement is the unit. What the second coder did not say is missing and left out. Share is that of statements with "
    "exactly the same answer; Cohen’s kappa takes off what chance would give; alpha (Krippendorff’s) counts overlaps of several "
    f"speakers or topics as partial (MASI). The interval holds 95% of {DRAWS:,} bootstrap draws over statements."
)


# --- Coding -------------------------------------------------------------------------------------


def show_statement(shown: Shown) -> None:
    """The statement among its neighbours, without what the first coder said of it."""
    rows, here = list(shown.package.row_of.values()), _here(shown)
    for at in (here - 1, here, here + 1):
        if 0 <= at < len(rows):
            row = rows[at]
            words = f"<sup>{row.sentence}</sup> {html_text(row.wording or row.gloss)}"
            st.html(f'<p class="{"rd-statement" if at == here else "rd-neighbour"}">{words}</p>')
    if not rows[here].wording:
        frame.paragraph("Paraphrase (ours): the text is not attached.", quiet=True)


def _here(shown: Shown) -> int:
    return min(coding_of(shown).at, len(shown.package.statements) - 1)


def ask(shown: Shown) -> None:
    """Who holds it, via whom, in which form, on what; then the next one. Tab and arrows lead through, the letters are keys."""
    id = str(shown.package.statements["statement"].iloc[_here(shown)])
    known, given = known_values(shown), coding_of(shown).answers.get(id, Answer())
    for field in ASKED:
        values = sorted(getattr(given, field) or (), key=list(known[field]).index)
        several = field in ("speakers", "topics")
        start_with(
            f"second_{field}_{id}", values if several else values[0] if values else None if field == "form" else NOBODY
        )
    st.multiselect(
        "Whose position is it?", list(known["speakers"]), key=f"second_speakers_{id}", format_func=known["speakers"].__getitem__,
    )  # fmt: skip
    st.selectbox(
        "Who relays it?", [NOBODY, *known["via"]], key=f"second_via_{id}",
        format_func=lambda each: known["via"].get(each, "nobody: it is heard directly"),
    )  # fmt: skip
    st.segmented_control(
        "How is it reported?", list(FORM_LABELS), key=f"second_form_{id}", format_func=FORM_LABELS.__getitem__
    )
    st.multiselect(
        "What is it about?", list(known["topics"]), key=f"second_topics_{id}", format_func=known["topics"].__getitem__,
        placeholder="none of the topics",
    )  # fmt: skip
    with st.container(horizontal=True, gap="small"):
        st.button("Save and next", key="second_save", type="primary", shortcut="s", on_click=_save, args=(shown, id))
        st.button("Back", key="second_back", shortcut="b", on_click=_go, args=(shown, -1))
        st.button("Skip", key="second_skip", shortcut="n", on_click=_go, args=(shown, 1))


def _save(shown: Shown, id: str) -> None:
    """A callback: what is chosen is the answer; nobody and no form chosen is no answer to these."""
    speakers, via, form, topics = (value_of(f"second_{field}_{id}") for field in ASKED)
    answer = Answer(
        frozenset(speakers) if speakers else None,
        frozenset([via] if via else []) if speakers else None,
        frozenset([form]) if form else None,
        frozenset(topics or ()),
    )
    change(shown, lambda answers, _: answers.update({id: answer}))
    _go(shown, 1)


def _go(shown: Shown, step: int) -> None:
    coding = coding_of(shown)
    coding.at = min(max(_here(shown) + step, 0), len(shown.package.statements) - 1)


def show_files(shown: Shown) -> None:
    """The answers so far as a file, and the way back from one."""
    coding = coding_of(shown)
    frame.paragraph(KEPT if is_kept(shown) else NOT_KEPT, quiet=True)
    with st.container(horizontal=True, gap="small", vertical_alignment="top"):
        st.download_button(
            "Download the answers so far",
            lambda: write_coding(shown.package.id, coding.answers, coding.settled),
            f"{file_name(shown.package.id)}-second-coding.json",
            "application/json",
            on_click="ignore",
            key="download_second",
            disabled=not coding.answers,
        )
        uploader = f"second_file_{coding.files}"
        st.file_uploader(
            "Go on with answers from a file (.json, .zip), or with a project of another program (REFI-QDA .qdpx)",
            key=uploader,
            max_upload_size=MOST_BYTES // 1_000_000,
            on_change=lambda: _take(shown, uploader),
            help=BLIND + CODES,
        )
    if coding.answers:
        with st.popover("Begin anew", key="second_anew"):
            frame.paragraph("All answers are taken away, and cannot be taken back: download them before.")
            st.button("Yes, begin anew", key="second_clear", on_click=_go_on_with, args=(shown, {}, {}))
    if said := desk().said.pop("second", ""):
        frame.notice(said)
    if coding.offered:
        _offer_coders(shown, coding)


def _take(shown: Shown, uploader: str) -> None:
    """A callback."""
    file, coding = value_of(uploader), coding_of(shown)
    if file is None:
        return
    coding.files += 1
    coding.offered = {}
    if (data := bytes_of(file)) is None:
        desk().say("second", GONE)
        return
    name = file.name.casefold()
    if name.endswith(".qdpx"):
        _take_project(shown, data)
        return
    try:
        answers, settled = read_answers(shown, _inside(data) if name.endswith(".zip") else data)
    except NoCodingError as error:
        desk().say("second", str(error))
        return
    _go_on_with(shown, answers, settled)
    desk().say("second", f"{counted(len(coding.answers), 'answer')} taken from the file.")


def _inside(data: bytes) -> bytes:
    """The coding in a pack. Raises NoCodingError where it holds none."""
    try:
        return unpack_apart(data, [CODING_FILE])[CODING_FILE]
    except UnreadableFileError:
        raise NoCodingError(f"The zip file cannot be opened, or holds no {CODING_FILE}.") from None


def _go_on_with(shown: Shown, answers: Mapping[str, Answer], settled: Mapping[tuple[str, str], Settling]) -> None:
    """Take these answers in place of those so far, and ask about the first statement that has none."""
    coding = coding_of(shown)
    for id in {*coding.answers, *answers}:
        for field in ASKED:
            forget(f"second_{field}_{id}")

    def all_of_them(now: dict[str, Answer], then: dict[tuple[str, str], Settling]) -> None:
        now.clear()
        then.clear()
        now.update(answers)
        then.update(settled)

    change(shown, all_of_them)
    coding.at = first_open(shown, dict(answers))


# --- A project of another program ---------------------------------------------------------------


def _take_project(shown: Shown, data: bytes) -> None:
    """Offer the codings of a project; where one coder alone coded, take that one's."""
    try:
        project = read_project_apart(data)
    except UnreadableFileError as error:
        desk().say("second", str(error))
        return
    found = coded_elsewhere(project, shown.package.statements, known_values(shown))
    of = counted(len(shown.package.statements), "statement")
    if not found.answers:
        desk().say(
            "second", f"{found.found:,} of {of} stand in the project, and no code in it says anything of them. {CODES}"
        )
        return
    said = [f"{found.found:,} of {of} stand in the project."]
    if found.unknown:
        names = ", ".join(found.unknown[:NAMED]) + (" …" if len(found.unknown) > NAMED else "")
        said.append(f"Left out: {counted(len(found.unknown), 'code')} that this article does not have ({names}).")
    if found.too_long:
        said.append(f"Left out: {counted(found.too_long, 'coding')} of more than {LONGEST} statements at once.")
    if len(found.answers) == 1:
        ((coder, answers),) = found.answers.items()
        said.append(_taken_over(shown, coder, answers))
    else:
        coding_of(shown).offered = found.answers
        said.append(f"{len(found.answers)} coders coded them: choose whose coding is compared.")
    desk().say("second", " ".join(said))


def _offer_coders(shown: Shown, coding: SecondCoding) -> None:
    """Whose coding of the project that was opened is taken."""
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        chosen = st.selectbox(
            "Whose coding",
            list(coding.offered),
            key="second_coder",
            format_func=lambda coder: f"{_coder(coder)}: {counted(len(coding.offered[coder]), 'statement')}",
            width=320,
        )
        st.button("Take this coding", key="second_take", on_click=_take_offered, args=(shown, chosen))


def _take_offered(shown: Shown, coder: str) -> None:
    """A callback."""
    coding = coding_of(shown)
    desk().say("second", _taken_over(shown, coder, coding.offered[coder]))
    coding.offered = {}


def _taken_over(shown: Shown, coder: str, answers: Mapping[str, Answer]) -> str:
    """Take a coder's answers; what was taken, in a sentence."""
    _go_on_with(shown, answers, {})
    return f"The coding of {counted(len(answers), 'statement')} by {_coder(coder)} was taken in place of yours."


def _coder(name: str) -> str:
    return name or "somebody without a name"


# --- The comparison -----------------------------------------------------------------------------


def show_comparison(shown: Shown) -> None:
    """How far the two agree, where they do not, and each difference to be settled."""
    coding = coding_of(shown)
    found = reliabilities(shown.package.statements, coding.answers, coding.settled)
    place_of_table("second_agreement").dataframe(_table(found), hide_index=True)
    frame.paragraph(HOW, quiet=True)
    by_label = {each.label: each for each in found}
    named = known_values(shown)
    first = next((i for i, each in enumerate(found) if each.n), 0)
    chosen = st.selectbox("First coding by second", list(by_label), index=first, key="second_confusion", width=220)
    named, each = known_values(shown), by_label[chosen]
    table = confusion(each, lambda values: _said(named, each.field, values))
    place_of_table("second_confusion").dataframe(table.rename_axis("first ↓ second →").reset_index(), hide_index=True)
    st.download_button(
        "Download agreement and codings",
        lambda: to_zip(files_to_hand_on(shown)),
        f"{file_name(shown.package.id)}-second-coder.zip",
        "application/zip",
        on_click="ignore",
        key="download_agreement",
    )
    _show_differences(shown, found, named)


def _table(found: Sequence[Reliability]) -> pd.DataFrame:
    return pd.DataFrame([
        {
            "Field": each.label, "Compared": each.n, "Missing": each.missing,
            "Same": "" if each.share is None else percent(each.share),
            "Kappa": "not defined" if each.kappa is None else f"{each.kappa:.2f}",
            "Alpha": "not defined" if each.alpha is None else f"{each.alpha.value:.3f}",
            "95% interval": _interval(each),
        }
        for each in found
    ])  # fmt: skip


def _interval(each: Reliability) -> str:
    alpha = each.alpha
    return f"{alpha.low:.2f} to {alpha.high:.2f}" if alpha and alpha.low is not None and alpha.high is not None else ""


def _said(named: dict[str, dict[str, str]], field: str, values: Values) -> str:
    return ", ".join(named[field].get(id, id) for id in sorted(values)) or "none"


def _show_differences(shown: Shown, found: Sequence[Reliability], named: dict[str, dict[str, str]]) -> None:
    coding, rows = coding_of(shown), shown.package.row_of
    open_ones = [(id, each) for each in found for id in each.different if (id, each.field) not in coding.settled]
    open_ones.sort(key=lambda item: rows[item[0]].sentence)
    own = shown.package.id in cached.own()
    under = (
        "What you take over becomes a correction, which Review can take back."
        if own
        else "The article ships coded: what you decide is kept with the answers and in the download."
    )
    frame.section_heading(f"{counted(len(open_ones), 'disagreement')} to settle, {len(coding.settled)} settled", under)
    for id, each in open_ones[:LISTED]:
        row = rows[id]
        first, second = (html_text(_said(named, each.field, values)) for values in each.pairs[id])
        with st.container(key=f"second_row_{id}_{each.field}"):
            st.html(
                f'<p class="rd-neighbour"><sup>{row.sentence}</sup> {html_text(row.wording or row.gloss)}</p>'
                f'<p class="rd-kind">{html_text(each.label)}: first <b>{first}</b>, second <b>{second}</b></p>'
            )
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                for way, says in ((FIRST, "Keep the first"), (SECOND, "Take the second")):
                    st.button(
                        says,
                        key=f"settle_{way}_{id}_{each.field}",
                        on_click=_settle,
                        args=(shown, id, each, way),
                    )
                links.to_statement(shown, id, label="Read it in the article", key=f"second_{id}_{each.field}")
    if len(open_ones) > LISTED:
        frame.paragraph(f"{len(open_ones) - LISTED:,} more follow.", quiet=True)


def _settle(shown: Shown, id: str, found: Reliability, way: str) -> None:
    """A callback: of an article of the reader's own the second answer becomes a correction."""
    field: Any = found.field
    first, value = found.pairs[id]
    draft = cached.own().get(shown.package.id)
    if draft and way == SECOND:
        order = list(known_values(shown)[field])
        entry = entries.correct(draft.coding, id, field, sorted(value, key=order.index), when=now())
        if not put(draft, [entry]):
            desk().say("second", desk().said.pop("review", ""))
            return
    change(shown, lambda _, settled: settled.update({(id, field): Settling(way, first)}))
    set_value("second_compare", True)

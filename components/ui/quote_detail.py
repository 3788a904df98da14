"""A statement by itself: its words, its neighbours, its evidence, its citation. And several of them as a cited list."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components.analysis.filters import contradicted
from components.analysis.summaries import sides_of
from components.model.fields import said_names
from components.model.numbers import signed
from components.model.safe import html_text
from components.model.scores import SCORES
from components.model.statements import FORM_LABELS, LEVEL_LABELS, LEVEL_MEANINGS, each_row
from components.report.citations import CITATION_STYLES, cite, cite_all
from components.ui import frame, links
from components.ui.downloads import source_of
from components.ui.filter_panel import Shown
from components.ui.highlights import chip, chips, date_chips, draw_wording, tone_chips, tone_highlights


def show_one(shown: Shown, id: str) -> None:
    """One statement among its neighbours, with what is known of it and how to cite it."""
    everything = shown.package.statements
    row = next(each_row(everything[everything["statement"] == id]))
    evidence = shown.package.evidence_of[id]
    kind = "the article’s wording" if row.wording else "paraphrase (ours), not the wording"
    st.html(
        f'<p class="rd-quiet" style="margin:0">Statement {row.sentence} · {kind}</p>'
        f"{_neighbour(everything, row.sentence - 1, row.section)}"
        f'<p class="rd-statement">{_words(row, evidence)}</p>'
        f"{_neighbour(everything, row.sentence + 1, row.section)}{_gloss(row)}{_pairs(shown, row, evidence)}"
    )
    _show_citations(shown, row)


def show_list(shown: Shown, ids: Sequence[str]) -> None:
    """Several statements as a list to paste into a document."""
    among = shown.in_order
    rows = among[among["statement"].isin(set(ids))]
    order = shown.view.order_in_words or "in the article’s order"
    frame.section_heading(f"{len(rows)} statements to cite", f"A list with its source, {order}.")
    st.code(cite_all(source_of(shown.package), each_row(rows)), language=None, wrap_lines=True)


def _words(row: Any, evidence: Sequence[Any]) -> str:
    if not row.wording:
        return html_text(row.gloss)
    return draw_wording(row.wording, int(row.start), tone_highlights(evidence))


def _gloss(row: Any) -> str:
    return f'<p class="rd-gloss">Paraphrase (ours): {html_text(row.gloss)}</p>' if row.wording and row.gloss else ""


def _neighbour(statements: pd.DataFrame, sentence: int, section: int) -> str:
    """The sentence before or after, in grey, as long as it stands in the same section."""
    beside = statements[(statements["sentence"] == sentence) & (statements["section"] == section)]
    return "".join(
        f'<p class="rd-neighbour">{row.sentence} · {html_text(row.wording or row.gloss)}</p>'
        for row in each_row(beside)
    )


def _pairs(shown: Shown, row: Any, evidence: Sequence[Any]) -> str:
    labels, names = shown.codebook.topic_labels, shown.package.short_names
    frame_row = shown.package.statements[shown.package.statements["statement"] == row.statement]
    side = str(sides_of(frame_row, shown.package.sides).iloc[0])
    via = f", via {html_text(names[row.via])}" if row.via else ""
    who = f"{frame.side_glyph(shown.marks.mark(side))} <b>{html_text(said_names(row.speakers, names))}</b>{via}"
    section = "Lead" if row.section == 0 else f"{row.section} {row.section_title}"
    pairs = [
        ("Speaker", who),
        ("Form", html_text(FORM_LABELS[row.form]) + _cue(evidence)),
        ("Section", html_text(section)),
        ("Topics", _topics(row, evidence, labels)),
        *(
            (SCORES[key].label, _score(getattr(row, key), tone_chips(evidence, [SCORES[key].scorer])))
            for key in SCORES
            if SCORES[key].signed
        ),
    ]
    if dates := date_chips(evidence):
        pairs.append(("Dates", chips(dates)))
    if row.level:
        pairs.insert(1, ("Known", html_text(f"{LEVEL_LABELS[row.level]}. {LEVEL_MEANINGS[row.level]}")))
    if bool(contradicted(frame_row)[0]):
        pairs.append(("Note", "The two scorers contradict each other."))
    return f'<div class="rd-pairs">{"".join(f"<div>{name}</div><div>{value}</div>" for name, value in pairs)}</div>'


def _cue(evidence: Sequence[Any]) -> str:
    """The words that attribute, or the mention that is carried over."""
    cues = [each.phrase for each in evidence if each.kind == "cue"]
    if cues:
        return f", cue “{html_text(cues[0])}”"
    earlier = [each.phrase for each in evidence if each.kind == "speaker" and each.label == "earlier"]
    return f" from “{html_text(earlier[0])}”" if earlier else ""


def _topics(row: Any, evidence: Sequence[Any], labels: dict[str, str]) -> str:
    """Each topic with the words that name it, or that it is continued."""
    out = []
    for topic in row.topics:
        phrases = [each.phrase for each in evidence if each.kind == "topic" and each.value == topic and each.phrase]
        named = ", ".join(f"“{phrase}”" for phrase in dict.fromkeys(phrases))
        out.append(chip(labels[topic], named or "continued"))
    return chips(out) or "none"


def _score(value: float, words: list[str]) -> str:
    return (signed(value) + chips(words)) if not pd.isna(value) else "not scored: it knows no word of this"


def _show_citations(shown: Shown, row: Any) -> None:
    source = source_of(shown.package)
    for style, label in CITATION_STYLES.items():
        st.html(f'<p class="rd-quiet" style="margin:0">{label} citation</p>')
        st.code(cite(source, row, style), language=None, wrap_lines=True)
    links.to_statement(shown, row.statement, label="Read in the article", key=f"read_{row.statement}")
    if shown.own:
        frame.paragraph("An article of your own has no link: nothing of it stands in an address.", quiet=True)
        return
    st.html('<p class="rd-quiet" style="margin:0">Link to this statement</p>')
    parameters = {"article": shown.package.id, "statement": row.statement}
    st.code(links.address_of("article", parameters, seen_at=st.context.url), language=None, wrap_lines=True)

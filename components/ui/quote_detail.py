"""A statement by itself: its words, what is known of it, its neighbours, its citation, and what can be done with it."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components.analysis.doubts import why
from components.analysis.filters import contradicts
from components.model.numbers import signed
from components.model.safe import html_text
from components.model.scores import SCORERS, SCORES
from components.model.statements import CUT, FORM_LABELS, LEVEL_LABELS, LEVEL_MEANINGS
from components.report.citations import CITATION_STYLES, cite, source_of
from components.ui import brief, links
from components.ui.copying import copy_button
from components.ui.filter_panel import Shown
from components.ui.highlights import chip, chips, date_chips, draw_wording, tone_chips, tone_highlights
from components.ui.spoken import glyph_of, in_full, through_whom, voice_of


def place_of(row: Any) -> str:
    """The number and the section: No. 32 · section 6, Costs of the talks."""
    return f"No. {row.sentence} · {section_of(row)}"


def section_of(row: Any) -> str:
    """The section: section 6, Costs of the talks; the lead has no number."""
    return f"section {row.section}, {row.section_title}" if row.section else str(row.section_title)


def show_one(shown: Shown, id: str) -> None:
    """One statement: its words with the words of tone marked, what can be done with it, what is known, its neighbours."""
    row, evidence = shown.package.row_of[id], shown.package.evidence_of[id]
    kind = "The article’s wording" if row.wording else "Paraphrase (ours), not the wording"
    st.html(f'<p class="rd-statement">{_words(shown, row, evidence)}</p><p class="rd-kind">{kind}</p>{_gloss(row)}')
    with st.container(key=f"acts_{row.statement}", horizontal=True, gap="xsmall"):
        brief.offer(shown, (row.statement,), key=f"one_{row.statement}")
        st.html(_copies(shown, row), width="content")
    st.html(_pairs(shown, row, evidence))
    st.html(
        f"{_neighbours(shown, row)}"
        f'<p class="rd-kind">Citation</p><p class="rd-cite">{html_text(cite(source_of(shown.package), row, "chicago"))}</p>'
        f"{_other_styles(shown, row)}"
    )


def _copies(shown: Shown, row: Any) -> str:
    """What can be copied: the citation, the words with their source, and the link where there is one."""
    source = source_of(shown.package)
    link = links.link_of(shown, row.statement)
    buttons = copy_button("Copy citation", cite(source, row, "chicago")) + copy_button(
        "Copy quote", cite(source, row, "plain")
    )
    return f'<div class="rd-acts">{buttons}{copy_button("Copy link", link) if link else ""}</div>'


def _other_styles(shown: Shown, row: Any) -> str:
    """The citation in further styles, to copy."""
    source = source_of(shown.package)
    styles = {style: name for style, name in CITATION_STYLES.items() if style not in ("chicago", "plain")}
    buttons = "".join(copy_button(f"Copy as {name}", cite(source, row, style)) for style, name in styles.items())
    return f'<div class="rd-acts">{buttons}</div>'


def _words(shown: Shown, row: Any, evidence: Sequence[Any]) -> str:
    """The words, with those underlined that have a chip: what the score that orders is made of."""
    if not row.wording:
        return html_text(row.gloss)
    return draw_wording(row.wording, int(row.start), tone_highlights(evidence, [SCORES[shown.view.score].scorer]))


def _gloss(row: Any) -> str:
    return f'<p class="rd-gloss">Paraphrase (ours): {html_text(row.gloss)}</p>' if row.wording and row.gloss else ""


def _neighbours(shown: Shown, of: Any) -> str:
    """The sentences before and after one, in grey, as far as they stand in the same section."""
    return "".join(
        f'<p class="rd-neighbour"><b>{row.sentence}</b> {html_text(row.wording or row.gloss)}</p>'
        for row in shown.package.beside(of)
        if row.section == of.section
    )


def _pairs(shown: Shown, row: Any, evidence: Sequence[Any]) -> str:
    """What is known, as pairs: by which words, and how sure."""
    through = through_whom(shown, row)
    who = f"{glyph_of(shown, voice_of(shown.package, row))} <b>{html_text(in_full(shown, row.speakers))}</b>"
    pairs = [
        ("Speaker", f"{who}{f', {html_text(through)}' if through else ''}"),
        ("Reported", html_text(FORM_LABELS[row.form]) + _cue(row, evidence)),
        ("Topics", _topics(row, evidence, shown.codebook.topic_labels)),
        ("Tone", _tone(shown, row, evidence)),
    ]
    if dates := date_chips(evidence):
        pairs.append(("Dates", chips(dates)))
    if row.level:
        known = f"{LEVEL_LABELS[row.level]}. {LEVEL_MEANINGS[row.level]} {why(row.how, shown.package.about.genre)}"
        pairs.insert(1, ("Known", html_text(known)))
    return f'<div class="rd-pairs">{"".join(f"<div>{name}</div><div>{value}</div>" for name, value in pairs)}</div>'


def _tone(shown: Shown, row: Any, evidence: Sequence[Any]) -> str:
    """By the score that orders, with what it is made of; the others in a line under it, and whether they disagree."""
    first, *others = [shown.view.score, *(key for key in SCORES if SCORES[key].signed and key != shown.view.score)]
    words = tone_chips(evidence, [SCORES[first].scorer])
    made_of = f'<div class="rd-quiet">{SCORERS[SCORES[first].scorer].made_of}</div>' if words else ""
    known = [key for key in others if not pd.isna(getattr(row, key))]
    said = ", ".join(f"<span>{SCORES[key].label}</span> {_score(getattr(row, key))}" for key in known)
    apart = ": they disagree" if contradicts(row) else ""
    under = f'<div class="rd-quiet">{said}{apart}</div>'
    return f"<b>{_score(getattr(row, first))}</b> by {SCORES[first].label}{made_of}{chips(words)}{under}"


def _score(value: float) -> str:
    return signed(value) if not pd.isna(value) else "no scored word"


def _cue(row: Any, evidence: Sequence[Any]) -> str:
    """The words that attribute, or the mention that is carried over."""
    cues = [each for each in evidence if each.kind == "cue"]
    if cues:
        return f", by “{html_text(words_of_cue(row, cues[0]))}”"
    earlier = [each.phrase for each in evidence if each.kind == "speaker" and each.label == "earlier"]
    return f" from “{html_text(earlier[0])}”" if earlier else ""


def words_of_cue(row: Any, cue: Any) -> str:
    """The words that attribute, whole, as the verb of saying is mostly the last of them.

    Without the wording there are five of them at most: where that cut them off, the verb alone, if it is known.
    """
    if row.wording and not pd.isna(cue.start):
        return str(row.wording[cue.start - row.start : cue.end - row.start])
    return str(row.verb if row.verb and cue.phrase.endswith(CUT) else cue.phrase)


def _topics(row: Any, evidence: Sequence[Any], labels: dict[str, str]) -> str:
    """Each topic with the words that name it, or that it is continued."""
    out = []
    for topic in row.topics:
        phrases = [each.phrase for each in evidence if each.kind == "topic" and each.value == topic and each.phrase]
        named = ", ".join(f"“{phrase}”" for phrase in dict.fromkeys(phrases))
        out.append(chip(labels[topic], named or "continued"))
    return chips(out) or "none"

"""The briefing as one HTML file: it opens with the network off, runs nothing, and prints on A4 and Letter."""

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from components.model.safe import html_text, xml_text
from components.report.brief.briefing import Briefing, Figure, Group, Quote, running_title, sources_heading

COLOURS = re.compile(r"#[0-9a-f]{6}")

STYLE = Path(__file__).with_suffix(".css").with_stem("briefing")


def to_html(briefing: Briefing) -> bytes:
    """The file, in UTF-8. Its policy allows its one style sheet, named by its hash, and nothing else."""
    style = STYLE.read_text(encoding="utf-8").replace(
        "FOOT", _css_text(f"Readout · {running_title(briefing.title)}")
    ) + _colours(briefing)
    hashed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'"
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{_text(running_title(briefing.title))}</title><style>{style}</style></head><body><main>",
        f'<p class="kick">{_text(briefing.made)}</p><h1>{_text(briefing.title)}</h1>',
        f'<p class="shown"><b>Shown:</b> {_text(briefing.shown)}</p>',
        f'<p class="note">{_text(briefing.note)}</p>' if briefing.note else "",
        *_findings(briefing),
        *_figures(briefing.figures),
        "<h2>Quotes</h2>" if briefing.groups else "",
        *(_group(group) for group in briefing.groups),
        f"<h2>{sources_heading(briefing)}</h2>",
        *(f"<p>{_text(source)}</p>" for source in briefing.sources),
        "<h2>Method</h2>",
        *(f"<p>{_text(each)}</p>" for each in briefing.method),
        "</main></body></html>\n",
    ]
    return "".join(parts).encode()


def _findings(briefing: Briefing) -> Iterable[str]:
    yield "<h2>Findings</h2>"
    for found in briefing.found:
        if found.heading:
            yield f"<h3>{_text(found.heading)}</h3>"
        yield from (f"<p>{_text(each)}</p>" for each in found.paragraphs)


def _figures(figures: Iterable[Figure]) -> Iterable[str]:
    drawn = [
        f"<figure><figcaption><b>Figure {i}. {_text(each.title)}</b><br>{_text(each.under)}</figcaption>{each.svg}</figure>"
        for i, each in enumerate(figures, 1)
    ]
    return [f'<div class="figures">{"".join(drawn)}</div>'] if drawn else []


def _group(group: Group) -> str:
    heading = f"<h3>{_text(group.heading)}</h3>" if group.heading else ""
    return heading + "".join(map(_quote, group.quotes))


def _quote(quote: Quote) -> str:
    note = f'<p class="note">{_text(quote.note)}</p>' if quote.note else ""
    return (
        f'<div class="quote"><span class="no">[{quote.number}]</span><div><p>{_text(quote.text)}</p>'
        f'<p class="meta"><span class="{_class(quote.colour)}">{_text(quote.glyph)}</span> <b>{_text(quote.who)}</b> · '
        f"{_text(quote.meta)}</p>{note}</div></div>"
    )


def _colours(briefing: Briefing) -> str:
    """A class for each colour of a side: the policy allows no style in an element."""
    used = dict.fromkeys(quote.colour for group in briefing.groups for quote in group.quotes)
    return "".join(f".{_class(colour)}{{color:{colour}}}" for colour in used if COLOURS.fullmatch(colour))


def _class(colour: str) -> str:
    return f"c{colour.removeprefix('#')}"


def _text(text: str) -> str:
    return html_text(xml_text(text))


def _css_text(text: str) -> str:
    r"""The text inside quotation marks of a style sheet: all but letters, digits and spaces by their numbers.

    >>> _css_text('A "b"</style>')
    'A \\22 b\\22 \\3c \\2f style\\3e '
    """
    return "".join(
        each if each.isascii() and (each.isalnum() or each == " ") else f"\\{ord(each):x} " for each in xml_text(text)
    )

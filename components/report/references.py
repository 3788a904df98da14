"""References for programs that keep them: the article, and each statement shown as a part of it. CSL-JSON, RIS and BibTeX.

The title of the article is ours, because its headline is not known to a package; a statement's title is its words, which are
the article's or, where a paraphrase stands, ours: its note says which.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from components.model.safe import whole_text
from components.model.statements import each_row
from components.report.citations import cite, kind_of_words, place_of, speaker_of
from components.report.taken import Taken

_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")


class Reference(NamedTuple):
    """The article or a statement of it. `inside` is the article's title, of a statement.

    `date` is as far as it is known: 2020, 2020-05 or 2020-05-04.
    """

    id: str
    title: str
    author: str
    inside: str
    publisher: str
    date: str
    url: str
    language: str
    place: str
    note: str


def references(taken: Taken) -> Iterator[Reference]:
    """The article, then the statements in the order shown. All texts are on one line."""
    source, made = taken.source, taken.made
    found = _DAY.match(source.published)
    date = found.group() if found else ""
    shared = {"publisher": source.publisher, "date": date, "language": taken.language}
    yield _on_a_line(Reference(
        id=taken.id, title=made.article, author="", inside="", url=taken.url, place="",
        note=f"{source.citation}. {made.notices}".strip(), **shared,
    ))  # fmt: skip
    for row in each_row(taken.statements):
        yield _on_a_line(Reference(
            id=f"{taken.id}-{row.sentence}", title=row.wording or row.gloss, author=speaker_of(source, row),
            inside=made.article, url=f"{made.links}{row.statement}" if made.links else taken.url,
            place=f"{place_of(source, row)}, sentence {row.sentence}",
            note=f"{kind_of_words(row).capitalize()}. {cite(source, row, 'chicago')}", **shared,
        ))  # fmt: skip


def _on_a_line(each: Reference) -> Reference:
    return Reference(*(" ".join(whole_text(value).split()) for value in each))


# --- CSL-JSON -----------------------------------------------------------------------------------


def to_csl(taken: Taken) -> bytes:
    """After the schema csl-data of the Citation Style Language, 1.0.2. What is not known is left out."""
    items = [_csl(each) for each in references(taken)]
    return (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _csl(each: Reference) -> dict[str, Any]:
    item = {
        "id": each.id,
        "type": "article-newspaper" if not each.inside else "entry",
        "title": each.title,
        "author": [{"literal": each.author}] if each.author else [],
        "container-title": each.inside or each.publisher,
        "publisher": each.publisher,
        "issued": {"date-parts": [[int(part) for part in each.date.split("-")]]} if each.date else {},
        "URL": each.url,
        "language": each.language,
        "section": each.place,
        "note": each.note,
    }
    return {name: value for name, value in item.items() if value}


# --- RIS ----------------------------------------------------------------------------------------


def to_ris(taken: Taken) -> bytes:
    """One record each, in UTF-8, lines ended as the format wants them."""
    return "".join(f"{line}\r\n" for each in references(taken) for line in _ris(each)).encode("utf-8")


def _ris(each: Reference) -> Iterator[str]:
    year, month, day = (*each.date.split("-"), "", "")[:3]
    tags = {
        "TY": "GEN" if each.inside else "NEWS",
        "ID": each.id,
        "TI": each.title,
        "AU": f"{each.author}," if each.author else "",  # a comma: one name, not to be turned round
        "T2": each.inside or each.publisher,
        "PB": each.publisher,
        "PY": year,
        "DA": f"{year}/{month}/{day}/" if month else "",
        "SE": each.place,
        "UR": each.url,
        "LA": each.language,
        "N1": each.note,
    }
    yield from (f"{tag}  - {value}" for tag, value in tags.items() if value)
    yield "ER  - "


# --- BibTeX -------------------------------------------------------------------------------------

_TEX: Mapping[int, str] = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", **{each: f"\\{each}" for each in "&%$#_"},
})  # fmt: skip


def to_bibtex(taken: Taken) -> bytes:
    """Entries for biber or BibTeX, in UTF-8; what TeX would run is written as the character that it is."""
    return "\n".join(map(_bibtex, references(taken))).encode("utf-8")


def _bibtex(each: Reference) -> str:
    year, month = (*each.date.split("-"), "")[:2]
    fields = {
        "title": each.title,
        "author": each.author,
        "booktitle" if each.inside else "howpublished": each.inside or each.publisher,
        "publisher": each.publisher,
        "year": year,
        "month": month and str(int(month)),
        "pages": each.place,
        "url": each.url,
        "langid": each.language,
        "note": each.note,
    }
    lines = [f"  {name} = {_braced(name, value)}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{each.id},", *lines, "}", ""])


def _braced(name: str, value: str) -> str:
    """In braces twice where the letters and the order of names are to stay as they are."""
    words = value if name == "url" and not set(value) & set("{}\\") else value.translate(_TEX)
    return f"{{{{{words}}}}}" if name in ("title", "author", "booktitle") else f"{{{words}}}"

"""Small files of every kind, made in memory: the documents that people bring, and those that are meant to harm."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

STYLES = """
<w:style w:type="paragraph" w:styleId="Ueberschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="Ueberschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Toc1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
"""
"""Styles as Word writes them: the id is in the user's language, the name in English."""


def zipped(parts: Mapping[str, str | bytes] | Sequence[tuple[str, str | bytes]]) -> bytes:
    """A zip archive of the parts, in their order; names may come twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items() if isinstance(parts, Mapping) else parts:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def word_parts(body: str, *, styles: str = STYLES, strict: bool = False, **parts: str) -> dict[str, str | bytes]:
    """The parts of a Word document. `parts` are further ones in `word/`, by name without ending: their inner XML."""
    space = _STRICT if strict else _WORD
    inner = {"document": f"<w:body>{body}</w:body>", "styles": styles, **parts}
    return {
        "[Content_Types].xml": f"{_HEAD}<Types/>",
        "_rels/.rels": f'{_HEAD}<Relationships><Relationship Type="{_OFFICE}" Target="word/document.xml"/></Relationships>',
        **{f"word/{name}.xml": f'{_HEAD}<w:{name} xmlns:w="{space}">{xml}</w:{name}>' for name, xml in inner.items()},
    }


def word(body: str, **parts: str) -> bytes:
    """A Word document with this body."""
    return zipped(word_parts(body, **parts))


_OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
_ODT = "application/vnd.oasis.opendocument.text"


def open_document(body: str, *, styles: str = "", meta: str = "", manifest: str = "", **parts: str | bytes) -> bytes:
    """An OpenDocument text with this body (`text:p`, `text:h` ...), its automatic styles, and what it says of itself.

    `parts` stand in the place of those that would be made, or beside them, by name without ending.
    """
    spaces = " ".join(
        f'xmlns:{each}="{_OPEN}{each}:1.0"'
        for each in ("office", "text", "table", "style", "meta", "drawing", "manifest")
    )
    named = f'{spaces} xmlns:dc="http://purl.org/dc/elements/1.1/"'
    made = {
        "content.xml": f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}"
        "</office:text></office:body>",
        "meta.xml": f"<office:meta>{meta}</office:meta>",
        "META-INF/manifest.xml": f"<manifest:manifest>{manifest}</manifest:manifest>",
    }
    whole = {name: f"{_HEAD}<office:document {named}>{xml}</office:document>" for name, xml in made.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), _ODT)  # first, and not packed
        for name, content in {**whole, **{f"{name}.xml": content for name, content in parts.items()}}.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def mail(*lines: str, heads: str = "") -> bytes:
    """A mail of lines of plain text."""
    head = heads or (
        "From: Press Office of Halde <press@halde.example>\nTo: all@halde.example\nSubject: =?utf-8?q?Talks_at_Lakeside?=\n"
        "Date: Thu, 14 May 2021 09:30:00 +0200\nMessage-ID: <1@halde.example>\nMIME-Version: 1.0\n"
        'Content-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: 8bit'
    )
    return f"{head}\n\n{chr(10).join(lines)}".encode()


def paragraph(*runs: str, style: str = "") -> str:
    """A paragraph of runs; what is no XML is plain text."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(each if each.startswith('<') else run(each) for each in runs)}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def table(*rows: Iterable[str]) -> str:
    """A table of cells, each with one paragraph."""
    return f"<w:tbl>{''.join(f'<w:tr>{_cells(row)}</w:tr>' for row in rows)}</w:tbl>"


def _cells(row: Iterable[str]) -> str:
    return "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row)


def with_declared_sizes(archive: bytes, name: str, size: int) -> bytes:
    """The archive, with another unpacked size declared for one entry."""
    data = bytearray(archive)
    with zipfile.ZipFile(io.BytesIO(archive)) as read:
        entry = read.getinfo(name)
    local, central = entry.header_offset, data.find(b"PK\x01\x02")
    while data[central + 46 : central + 46 + len(name)] != name.encode():
        central = data.find(b"PK\x01\x02", central + 4)
    data[local + 22 : local + 26] = data[central + 24 : central + 28] = size.to_bytes(4, "little")
    return bytes(data)


# --- PDF ----------------------------------------------------------------------------------------


def pdf(*pages: str, about: str = "", trailer: str = "") -> bytes:
    """A PDF with these content streams. `about` is its information dictionary; `trailer` adds to the trailer."""
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {about} >>",
    ]
    for i, content in enumerate(pages):
        resources = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] {resources} /Contents {6 + 2 * i} 0 R >>")
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    return pdf_of_objects(objects, f"/Info 4 0 R {trailer}")


def pdf_of_objects(objects: Sequence[str], trailer: str = "") -> bytes:
    """A PDF of numbered objects; the first is the catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode("cp1252")
    table_at = len(out)
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}".encode()
    return out + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table_at}\n%%EOF".encode()


def lines(*words: str, top: int = 700, size: int = 12, left: int = 72) -> str:
    """Lines of text in a content stream, 14 units apart; an empty one leaves a gap."""
    shown = " ".join("(" + each.replace("(", r"\(").replace(")", r"\)") + ") Tj T*" for each in words)
    return f"BT /F1 {size} Tf {left} {top} Td 14 TL {shown} ET\n"

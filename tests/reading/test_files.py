"""From a file that somebody brings to its text: what is read, what is said of it, and what is refused."""

import re
import socket
import unicodedata
import zipfile
from collections.abc import Sequence
from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from components.model.limits import MOST_BYTES, MOST_CHARACTERS
from components.reading.files import FileText, UnreadableFileError, file_types, read_file
from components.reading.formats.encodings import clean
from components.reading.sections import split_sections
from components.reading.tone import score_tone
from tests.reading.make_files import (
    lines,
    mail,
    open_document,
    paragraph,
    pdf,
    pdf_of_objects,
    run,
    table,
    with_declared_sizes,
    word,
    word_parts,
    zipped,
)

NOT_TEXT = "The file holds bytes that are no text. Save it again as plain text with the encoding UTF-8, or as .docx."
NO_TEXT = (
    "The file holds no text that can be seen. Open it, copy its text, and paste it or save it as plain text (.txt)."
)
DAMAGED_WORD = "The document is damaged and cannot be opened. Open it in Word and save it again as .docx, or save it as plain text (.txt)."
DAMAGED_PDF = (
    "The PDF is damaged, or built in a way that cannot be read. "
    "Open it in a PDF reader, copy its text, and paste it or save it as plain text (.txt)."
)
LINES_OF_A_PDF = "Paragraphs were put together from the lines of the PDF: compare where it matters."


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read_file(name, data)
    return str(caught.value)


# --- Plain text and its encodings ---------------------------------------------------------------


def test_plain_text_is_left_as_it_is() -> None:
    text = "A title\n\n  Ana Brook said “no” – twice.\n\n\nEnd.\n"

    assert read_file("talks.txt", text.encode()) == FileText(text, "", "", ())


def test_every_line_end_becomes_a_line_feed() -> None:
    assert read_file("a.txt", b"one\r\ntwo\rthree\x0cfour").text == "one\ntwo\nthree\nfour"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(encoding: str) -> None:
    assert read_file("a.txt", "Переговоры".encode(encoding)) == FileText("Переговоры", "", "", ())


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        ("Министр Руритании заявила, что переговоры продолжатся.", "cp1251", "windows-1251"),
        ("Ο υπουργός δήλωσε ότι οι συνομιλίες θα συνεχιστούν.", "cp1253", "windows-1253"),
        ("Minister powiedział, że rozmowy będą kontynuowane, a wojny nikt nie chce.", "cp1250", "windows-1250"),
        ("Ana Brook said: “We want no war,” and Carl Dale’s aide agreed – in Minsk.", "cp1252", "windows-1252"),
        ("Café in Genève.", "cp1252", "windows-1252"),
        ("大臣は交渉が続くと述べた。戦争は望まない。", "shift_jis", "shift-jis"),
        ("The minister says yes.", "utf-16-le", "utf-16-le"),
        ("Переговоры продолжатся", "utf-16-be", "utf-16-be"),
    ],
)
def test_a_guessed_encoding_is_named(text: str, encoding: str, named: str) -> None:
    note = f"The encoding was guessed: {named}. If letters look wrong, save the file as UTF-8."

    assert read_file("a.txt", text.encode(encoding)) == FileText(text, "", "", (note,))


@pytest.mark.parametrize(
    ("data", "seen", "note"),
    [
        (("Größe und Übung, " * 5).encode() + b"\xff", "Übung, �", "1 damaged character was replaced by �: “�”."),
        # one quotation in plain English, with one byte of its marks overwritten: few letters outside ASCII
        ("“No war,” Dale said.".encode().replace(b"\x9d", b"\xff"), "“No war,�� Dale said.", "2 damaged characters were replaced by �: “��”."),
        ("Dale’s café is open.".encode().replace(b"\xa9", b"!"), "Dale’s caf�! is open.", "1 damaged character was replaced by �: “caf�”."),
        ("Министр сказал: «Нет».".encode().replace("т".encode(), b"\xd1", 1), "Минис�р сказал: «Нет».", "1 damaged character was replaced by �: “Минис�р”."),
        ("“One,” said Åse, �.".encode() + b"\xe2", "“One,” said Åse, �.�", "1 damaged character was replaced by �: “�”."),
    ],
)  # fmt: skip
def test_utf8_with_a_damaged_byte_is_still_utf8(data: bytes, seen: str, note: str) -> None:
    read = read_file("a.txt", data)

    assert read.text.endswith(seen)
    assert read.notes == (note,)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Dale said: “We want no war,” and his aide’s café agreed.", "cp1252"),
        ("«Война» и мир, — сказал министр Ёлкин. Ничего нового.", "cp1251"),
        ("Министр заявила, что переговоры продолжатся и что равновесие сохранится.", "cp866"),
        ("МИНИСТР ЗАЯВИЛА, что переговоры продолжатся.", "iso8859_5"),
        ("部长说，谈判将继续进行。没有人希望发生战争，各方都同意这一点。", "gb18030"),
        ("장관은 회담이 계속될 것이라고 말했다. 아무도 전쟁을 원하지 않는다.", "euc_kr"),
        ("大臣は交渉が続くと述べた。戦争は望まない。", "euc_jp"),
    ],
)
def test_another_encoding_is_not_taken_for_damaged_utf8(text: str, encoding: str) -> None:
    assert read_file("a.txt", text.encode(encoding)).notes[0].startswith("The encoding was guessed: ")


def test_damage_in_many_words_names_the_first_of_them() -> None:
    (note,) = read_file("a.txt", "é ".encode() * 9 + b"".join(b"w%d\xff " % n for n in range(8))).notes

    assert note == "8 damaged characters were replaced by �: “w0�”, “w1�”, “w2�”, “w3�”, “w4�”, …"


@pytest.mark.parametrize(
    ("source", "seen", "note"),
    [
        ("No\x00 war\x07", "No� war�", "2 control characters were replaced by �."),
        ("tcejer \u202eton\u202c", "tcejer ton", "2 invisible characters were taken out."),
        ("re\u200bject\ufeff, stra\u00adtegy", "reject, strategy", "3 invisible characters were taken out."),
        ("w\ufe0far, pe\u200dace", "war, peace", "2 invisible characters were taken out."),
        ("no\U000e0041\U000e0042", "no", "2 invisible characters were taken out."),
        ("e\u0301te\u0301", "été", "Letters and accents stored apart were joined."),
        ("ﬁnal", "final", "1 sign for several letters (ﬁ) was written as letters."),
        ("w\u0430r", "w\u0430r", "1 word mixes letters of two alphabets that look alike, and may not be recognised: “w\u0430r”."),
        ("\u200cpeace", "peace", "1 invisible character was taken out."),
        ("ｗａｒ", "war", "3 letters in another width or weight (Ａ) were written as plain ones."),
        ("x" * 201, "x" * 201, "1 word of more than 200 characters stays in the text, but nothing is looked for in it."),
        ("wa\u0336r", "wa\u0336r", "1 letter carries a mark that no alphabet has; its word may not be recognised."),
    ],
)  # fmt: skip
def test_what_no_one_sees_is_taken_out_or_replaced_and_counted(source: str, seen: str, note: str) -> None:
    assert read_file("a.txt", source.encode()) == FileText(seen, "", "", (note,))


VISIBLE_SIGNS = {*"\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"}
"""Format characters that are written: signs over Arabic, Syriac and Kaithi numbers."""


def test_every_invisible_character_inside_a_word_is_taken_out() -> None:
    formats = {chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Cf"} - VISIBLE_SIGNS

    assert len(formats) > 100
    assert {sign for sign in formats if clean(f"pea{sign}ce").text != "peace"} == set()


HIDDEN = {
    "zero-width space": "excel\u200blent",
    "zero-width non-joiner": "excel\u200clent",
    "zero-width joiner": "\u200dexcellent",
    "word joiner": "excel\u2060lent",
    "byte order mark": "excel\ufefflent",
    "soft hyphen": "excel\u00adlent",
    "grapheme joiner": "excel\u034flent",
    "direction mark": "excel\u200elent",
    "direction override": "\u202dexcellent\u202c",
    "isolate": "\u2066excellent\u2069",
    "Arabic letter mark": "excel\u061clent",
    "Mongolian vowel separator": "excel\u180elent",
    "Hangul filler": "excel\u3164lent",
    "variation selector": "excel\ufe0elent",
    "tag": "excel\U000e0061lent",
    "full width": "ｅｘｃｅｌｌｅｎｔ",
    "mathematical bold": "𝐞𝐱𝐜𝐞𝐥𝐥𝐞𝐧𝐭",
    "circled": "ⓔⓧⓒⓔⓛⓛⓔⓝⓣ",
}


@pytest.mark.parametrize("word", HIDDEN.values(), ids=HIDDEN)
def test_a_word_with_something_hidden_in_it_scores_as_the_plain_word(word: str) -> None:
    cleaned = clean(f"The talks were {word}.")

    assert score_tone(cleaned.text) == score_tone("The talks were excellent.")
    assert cleaned.notes


@pytest.mark.parametrize(
    ("word", "note"),
    [
        ("\u0435xcellent", "1 word mixes letters of two alphabets that look alike, and may not be recognised: “\u0435xcellent”."),
        ("excell\u03b5nt", "1 word mixes letters of two alphabets that look alike, and may not be recognised: “excell\u03b5nt”."),
        ("exce\u0269\u0269ent", "1 word mixes letters of two alphabets that look alike, and may not be recognised: “exce\u0269\u0269ent”."),
        ("excellen\u0336t", "1 letter carries a mark that no alphabet has; its word may not be recognised."),
        ("e\u0301xcellent", "Letters and accents stored apart were joined."),
    ],
)  # fmt: skip
def test_a_word_that_only_looks_like_another_is_warned_of(word: str, note: str) -> None:
    assert clean(f"The talks were {word}.").notes == [note]


def test_words_of_two_alphabets_are_named_each_once_and_a_few_of_them() -> None:
    (note,) = clean(" ".join(f"p\u0435ace{letter * 50} p\u0435ace{letter * 50}" for letter in "abcdefg")).notes

    assert note.startswith("14 words mix letters of two alphabets")
    assert note.endswith("“, …".replace("“", "”"))
    assert note.count("“") == 5
    assert max(map(len, re.findall("“(.*?)”", note))) == 40


@pytest.mark.parametrize("text", ["می\u200cخواهم", "क्\u200dष", "👩\u200d🚀", "☀\ufe0f", "naïve café", "EU–NATO"])
def test_what_means_something_stays(text: str) -> None:
    assert read_file("a.txt", text.encode()) == FileText(text, "", "", ())


@pytest.mark.parametrize(
    "name", ["a.txt", "A.TXT", "speech", "../../etc/passwd.txt", "CON.txt", "12.3.2024", "\ud800.txt", ""]
)
def test_a_name_is_only_read_for_its_ending(name: str) -> None:
    assert read_file(name, b"Text.").text == "Text."


# --- Markdown -----------------------------------------------------------------------------------

MARKDOWN = """---
title: "The talks"
date: 2022-02-10
---
# Talks in Minsk

Ana Brook said *no*, see [the **record**](https://example.org/x) ![flag](https://example.org/y.png)
and <b>left</b>.

## Next steps

3. one
4. two
   - inside

| who | where |
|-----|-------|
| Ana | Minsk |

<div>A box<p hidden>secret</p></div>
"""


def test_markdown_keeps_words_headings_items_and_rows_and_no_marks() -> None:
    read = read_file("talks.md", MARKDOWN.encode())

    assert read.text.split("\n\n") == [
        "# Talks in Minsk",
        "Ana Brook said no, see the record and left.",
        "## Next steps",
        "3. one",
        "4. two",
        "- inside",
        "who | where",
        "Ana | Minsk",
        "A box",
    ]
    assert (read.title, read.published) == ("The talks", "2022-02-10")
    assert read.notes == ("1 picture was left out.", "1 piece of HTML was read without what it hides.")


def test_a_line_of_hyphens_that_is_no_front_matter_stays_out_and_its_words_stay() -> None:
    assert read_file("a.md", b"---\nNo field here.\n\nMore.").text == "No field here.\n\nMore."


def test_markdown_that_nests_too_deep_is_refused_because_the_parser_would_drop_it() -> None:
    said = "The file has lists or quotations too deep inside one another; 50 levels are read. Save it as plain text (.txt)."

    assert refusal("a.md", b"- " * 200 + b"deep\n\nafter") == said
    assert read_file("a.md", b"> " * 20 + b"deep").text == "deep"


# --- Web pages ----------------------------------------------------------------------------------

PAGE = """<!DOCTYPE html><html><head><title>Talks &amp; tea – Ruritania</title>
<meta property="article:published_time" content="2022-02-10T10:00:00Z"><style>p {color: red}</style></head><body>
<nav>Home News</nav>
<h1>Talks in
    Minsk</h1><p>Ana <b>Brook</b>&nbsp;said &lt;no&gt;,<br>twice.</p>
<div style="Display : NONE">secret</div>, after it
<ul><li>one<ol start="3"><li>inside</li></ol></li><li>two</li></ul>
<table><tr><td>Ana</td><td>Minsk</td></tr></table>
<h2>Next <i>steps</i></h2><p>Text.<!-- a comment --> More.</p><template>later</template><p hidden>also</p>
<script>document.write("<p>x</p>")</script></body></html>"""


def test_a_web_page_is_read_as_it_is_seen() -> None:
    read = read_file("talks.html", PAGE.encode())

    assert read.text.split("\n\n") == [
        "# Talks in Minsk",
        "Ana Brook said <no>,\ntwice.",
        ", after it",
        "- one",
        "3. inside",
        "- two",
        "Ana | Minsk",
        "## Next steps",
        "Text. More.",
    ]
    assert (read.title, read.published) == ("Talks & tea – Ruritania", "2022-02-10")
    assert read.notes == (
        "3 hidden passages were left out.",
        "1 menu was left out.",
        "2 scripts or style sheets were left out.",
    )


def test_the_headings_of_a_page_are_the_sections_of_its_text() -> None:
    read = read_file("a.html", b"<h1>Title</h1><p>Lead.</p><h2>Is this the end?</h2><p>It is.</p><h2>Left alone</h2>")

    assert [section.title for section in split_sections(read.text)] == ["Lead", "Is this the end?"]
    assert read.text.endswith("It is.\n\nLeft alone")


def test_a_page_says_who_publishes_it() -> None:
    page = b'<meta property="og:site_name" content=" The  Example "><p>They met.</p>'

    assert read_file("a.html", page).publisher == "The Example"
    assert read_file("a.md", b"---\npublisher: The Example\n---\n\nThey met.").publisher == "The Example"
    assert read_file("a.html", b"<p>They met.</p>").publisher == ""


def test_where_a_page_marks_its_main_part_the_rest_is_left_out_and_counted() -> None:
    page = b"<body><div>Menu of ten</div><main><p>The text.</p></main><footer>Imprint</footer></body>"

    assert read_file("a.html", page) == FileText(
        "The text.",
        "",
        "",
        ("Only the part that the page marks as its main one was read; 18 characters around it were left out.",),
    )


@pytest.mark.parametrize(
    "page",
    [
        b"<main>One.</main><main>Two.</main>",
        b"<p>One.</p><article>Two.</article>",
        b"<div hidden><main>Two.</main></div>One.",
    ],
)
def test_without_one_main_part_the_whole_page_is_read(page: bytes) -> None:
    assert "One." in read_file("a.html", page).text


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="date" content="2022-02-10">',
        '<meta itemprop="datePublished" content="2022-02-10T08:00:00+01:00">',
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2022-02-10"}]}</script>',
        '<time pubdate datetime="2022-02-10">yesterday</time>',
    ],
)
def test_the_day_of_a_page_is_found_where_pages_put_it(head: str) -> None:
    assert read_file("a.html", f"{head}<p>Text.</p>".encode()).published == "2022-02-10"


@pytest.mark.parametrize("stamp", ["2022-02-30", "yesterday", "10/02/2022", "1", ""])
def test_what_is_no_day_is_left_out(stamp: str) -> None:
    assert read_file("a.html", f'<meta name="date" content="{stamp}"><p>Text.</p>'.encode()).published == ""


def test_a_page_is_read_in_the_encoding_that_it_declares() -> None:
    page = '<meta charset="windows-1251"><p>Ана</p>'.encode("cp1251")

    assert read_file("a.html", page) == FileText("Ана", "", "", ())


def test_text_that_the_parser_drops_is_counted() -> None:
    read = read_file("a.html", b"<b>word " * 5_000)

    assert read.notes[0].startswith("About 11,8")
    assert read.notes[0].endswith(" characters of the page could not be read and are missing: its markup is damaged.")


@pytest.mark.parametrize(
    "style",
    [
        "display:none", "visibility: hidden", "font-size:0", "opacity:0;", "position:absolute;left:-9999px",
        "position:absolute; clip: rect(0 0 0 0)", "clip-path:inset(100%)", "transform: scale(0)",
        "height:0; overflow:hidden", "color: transparent",
    ],
)  # fmt: skip
def test_ways_to_hide_a_passage(style: str) -> None:
    read = read_file("a.html", f'<p>Seen.<span style="{style}">Not seen.</span></p>'.encode())

    assert (read.text, read.notes) == ("Seen.", ("1 hidden passage was left out.",))


@pytest.mark.parametrize(
    "style", ["font-size:0.9em", "opacity:0.5", "backface-visibility:hidden", "color:red", "left:-9px"]
)
def test_styles_that_hide_nothing(style: str) -> None:
    assert read_file("a.html", f'<p style="{style}">Seen.</p>'.encode()).text == "Seen."


MAY_NOT_BE_SEEN = (
    "1 passage may not be seen on the page, as its style hides it or makes it white; it was read. Compare it."
)


@pytest.mark.parametrize(
    "sheet",
    [
        ".aside{display:none}", "p.aside, .other { Visibility : HIDDEN }", "#note{opacity:0}", "body > p[class=aside]{font-size:0}",
        "@media screen{.aside{display:none}}", "/* } */ .aside{color:red;display:none!important}", ".x,.aside{display:none}",
    ],
)  # fmt: skip
def test_what_a_style_sheet_hides_is_read_and_told(sheet: str) -> None:
    """A script may show it again, and no script runs here."""
    page = f'<style>{sheet}</style><p>Seen.</p><p class="aside" id="note">Not <i class="aside">seen</i>.</p>'

    read = read_file("a.html", page.encode())

    assert read.text == "Seen.\n\nNot seen."
    assert read.notes[1:] == (MAY_NOT_BE_SEEN,)


@pytest.mark.parametrize(
    "sheet",
    [
        "@media print{.aside{display:none}}", "@media (max-width:600px){.aside{display:none}}", ".aside:hover{display:none}",
        ".other{display:none}", ".aside{display:block}", "body{opacity:0}", "nav{display:none}", ".aside{", "}{display:none}",
        "p[class=", ".aside::selection{display:none}", "@import url(http://127.0.0.1:9/a.css);",
    ],
)  # fmt: skip
def test_what_no_style_sheet_hides_is_read_without_a_word(sheet: str) -> None:
    read = read_file("a.html", f'<style>{sheet}</style><nav>Menu</nav><p class="aside">Seen.</p>'.encode())

    assert read.text == "Seen."
    assert not [note for note in read.notes if "seen on the page" in note]


def test_white_words_are_read_and_told() -> None:
    read = read_file(
        "a.html", b'<p>Seen.</p><p style="color:#FFF">Not seen.</p><p style="background-color:#fff">Seen too.</p>'
    )

    assert (read.text, read.notes) == ("Seen.\n\nNot seen.\n\nSeen too.", (MAY_NOT_BE_SEEN,))


def test_words_that_a_style_sheet_adds_are_told() -> None:
    sheet = ".do::after{content:' not'} p:before{content:'\\f101'} .gone::before{content:'no'}"

    read = read_file("a.html", f"<style>{sheet}</style><p>We <b class=do>do</b> accept.</p>".encode())

    assert read.text == "We do accept."
    assert read.notes[1:] == ("The style sheet adds words in 1 place; they were not read.",)


def test_of_very_many_style_rules_some_are_looked_at_and_that_is_told() -> None:
    sheet = "p{display:none}" * 1_500

    assert read_file("a.html", f"<style>{sheet}</style><p>Word.</p>".encode()).notes[1:] == (
        MAY_NOT_BE_SEEN,
        "The page has style rules that were not looked at: there are too many, or they are too involved.",
    )


@pytest.mark.parametrize(
    "sheet",
    [
        "p:last-child{display:none}", ":not(" * 3_000 + "p" + ")" * 3_000 + "{display:none}", "p ~ p ~ p{display:none}",
        "* " * 40 + "p{display:none}", "@media all{" * 5_000 + "p{display:none}" + "}" * 5_000, "(" * 200_000,
    ],
    ids=lambda sheet: sheet[:12],
)  # fmt: skip
def test_a_page_is_read_however_involved_its_style_sheets_are(sheet: str) -> None:
    read = read_file("a.html", f"<style>{sheet}</style>{'<p>Word.</p>' * 500}".encode())

    assert read.text.startswith("Word.\n\nWord.")
    assert read.notes[1:] in (
        (),
        ("The page has style rules that were not looked at: there are too many, or they are too involved.",),
    )


def test_a_page_inside_the_page_is_not_read_and_told() -> None:
    read = read_file("a.html", b"<p>Seen.</p><iframe srcdoc='&lt;p&gt;Seen too.'></iframe>")

    assert (read.text, read.notes) == ("Seen.", ("The words of 1 picture or frame were left out.",))


def test_an_invisible_character_written_as_an_entity_is_taken_out() -> None:
    read = read_file("a.html", b"<p>re&#x200b;ject</p>")

    assert (read.text, read.notes) == ("reject", ("1 invisible character was taken out.",))


# --- Word ---------------------------------------------------------------------------------------


def test_tracked_changes_are_read_as_accepted() -> None:
    """python-docx reads "We  it." here, and says nothing."""
    body = paragraph(
        "We ", f"<w:ins>{run('accept ')}</w:ins>", "<w:del><w:r><w:delText>refuse </w:delText></w:r></w:del>", "it."
    )

    assert read_file("a.docx", word(body)) == FileText(
        "We accept it.",
        "",
        "",
        ("1 tracked insertion was read as accepted.", "1 tracked deletion was left out."),
    )


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    body = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("We accept ") + "</w:p>" + paragraph("it.")

    assert read_file("a.docx", word(body)).text == "We accept it."


def test_hidden_words_are_left_out_and_counted() -> None:
    body = paragraph(
        "We accept",
        run(" NOT", "<w:vanish/>"),
        run(" HIDDEN", '<w:rStyle w:val="Secret"/>'),
        run(" it.", '<w:vanish w:val="0"/>'),
    )

    assert read_file("a.docx", word(body)) == FileText("We accept it.", "", "", ("2 hidden passages were left out.",))


@pytest.mark.parametrize(
    ("properties", "note"),
    [
        ('<w:color w:val="FFFFFF"/>', "1 passage in white or tiny letters may not be seen; it was read. Compare it."),
        ('<w:sz w:val="2"/>', "1 passage in white or tiny letters may not be seen; it was read. Compare it."),
        ("<w:strike/>", "1 passage that is struck out was read like the rest."),
        ("<w:dstrike/>", "1 passage that is struck out was read like the rest."),
    ],
)
def test_words_that_do_not_look_like_the_rest_are_read_and_told(properties: str, note: str) -> None:
    read = read_file("a.docx", word(paragraph("We accept", run(" not", properties), ".")))

    assert (read.text, read.notes) == ("We accept not.", (note,))


@pytest.mark.parametrize(
    "properties", ['<w:color w:val="FF0000"/>', '<w:sz w:val="16"/>', '<w:strike w:val="0"/>', "<w:caps/>"]
)
def test_words_that_only_look_smaller_or_coloured_are_read_without_a_word(properties: str) -> None:
    assert read_file("a.docx", word(paragraph("We", run(" accept", properties)))).notes == ()


def test_a_symbol_of_a_special_font_keeps_its_place_and_is_counted() -> None:
    read = read_file(
        "a.docx", word('<w:p><w:r><w:t>a</w:t><w:sym w:font="Symbol" w:char="F061"/><w:t>b</w:t></w:r></w:p>')
    )

    assert (read.text, read.notes) == ("a\ufffdb", ("1 symbol of a special font was read as \ufffd.",))


def test_headings_are_found_by_style_in_any_language_and_through_a_style_based_on_one() -> None:
    body = "".join(
        [
            paragraph("Kapitel", style="Ueberschrift1"),
            paragraph("Text."),
            paragraph("Mine", style="Mine"),
            "<w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr>" + run("Outline") + "</w:p>",
            paragraph("More."),
        ]
    )

    assert read_file("a.docx", word(body)).text == "# Kapitel\n\nText.\n\n# Mine\n\n## Outline\n\nMore."


def test_tables_are_read_row_by_row_and_a_table_that_arranges_the_page_is_opened() -> None:
    layout = f"<w:tbl><w:tr><w:tc>{paragraph('One.')}{paragraph('Two.')}</w:tc></w:tr></w:tbl>"

    assert read_file("a.docx", word(table(["Ana", "Minsk"], ["Carl", ""]) + layout)).text == (
        "Ana | Minsk\n\nCarl\n\nOne.\n\nTwo."
    )


def test_boxes_are_read_once_after_the_paragraph_that_holds_them() -> None:
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    both = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )

    assert read_file("a.docx", word(paragraph("Before ", both, "after."))).text == "Before after.\n\nIn the box."


def test_content_controls_links_and_fields_are_read_and_field_codes_are_not() -> None:
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('Controlled.')}</w:sdtContent></w:sdt>"
        + paragraph(f"<w:hyperlink>{run('Linked')}</w:hyperlink>", "<w:r><w:instrText>PAGE 1</w:instrText></w:r>", "<w:r><w:tab/></w:r>", "end.")
        + f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{paragraph('Click here')}</w:sdtContent></w:sdt>"
    )  # fmt: skip

    assert read_file("a.docx", word(body)).text == "Controlled.\n\nLinked end."


def test_footnotes_stand_at_the_end_in_the_order_of_the_text() -> None:
    body = paragraph(
        "One", '<w:r><w:footnoteReference w:id="3"/></w:r>', " two", '<w:r><w:footnoteReference w:id="2"/></w:r>', "."
    )
    notes = "".join(f'<w:footnote w:id="{i}">{paragraph(f"Note {i}.")}</w:footnote>' for i in (1, 2, 3))
    read = read_file("a.docx", word(body, footnotes=notes))

    assert read.text == "One two.\n\n# Footnotes\n\nNote 3.\n\nNote 2."
    assert read.notes == ("2 footnotes stand at the end, under “Footnotes”.",)


def test_list_items_get_a_dash_and_a_table_of_contents_is_left_out() -> None:
    read = read_file(
        "a.docx", word(paragraph("Talks 1", style="Toc1") + paragraph("item", style="Item") + paragraph("Text."))
    )

    assert (read.text, read.notes) == ("- item\n\nText.", ("1 line of the table of contents was left out.",))


def test_headers_and_comments_are_left_out_and_named() -> None:
    read = read_file(
        "a.docx", word(paragraph("Text."), header1=paragraph("Secret draft"), comments="<w:comment/><w:comment/>")
    )

    assert read.notes == ("2 comments were left out.", "The headers and footers of the pages were left out.")


def test_the_strict_form_of_the_format_is_read_too() -> None:
    assert (
        read_file("a.docx", zipped(word_parts(paragraph("Kapitel", style="Mine") + paragraph("x"), strict=True))).text
        == "# Kapitel\n\nx"
    )


def test_title_and_day_of_a_document_and_that_the_day_is_only_when_it_was_made() -> None:
    core = '<c xmlns:d="x"><d:title>The talks</d:title><d:created>2022-02-10T10:00:00Z</d:created></c>'
    read = read_file("a.docx", zipped({**word_parts(paragraph("Text.")), "docProps/core.xml": core}))

    assert (read.title, read.published) == ("The talks", "2022-02-10")
    assert read.notes == (
        "The date 2022-02-10 is the day on which the file was made. Change it if the text was published on another.",
    )


@pytest.mark.parametrize("title", ["Microsoft Word - talks", "talks_final.docx", "Document1", "Untitled"])
def test_the_name_of_a_file_is_no_title(title: str) -> None:
    core = f"<c><title>{title}</title></c>"

    assert read_file("a.docx", zipped({**word_parts(paragraph("Text.")), "docProps/core.xml": core})).title == ""


@pytest.mark.parametrize("where", ["word/document.xml", "word/styles.xml", "docProps/core.xml", "_rels/.rels"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_that_defines_entities_is_refused_and_nothing_is_opened(where: str, encoding: str) -> None:
    hostile = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
    )

    assert refusal("a.docx", zipped({**word_parts(paragraph("x")), where: hostile.encode(encoding)})) == (
        "The document defines abbreviations of its own, as Word never does. "
        "Open it in Word and save it again as .docx, or save it as plain text (.txt)."
    )


def test_an_archive_that_unpacks_to_too_much_is_refused() -> None:
    bomb = zipped({**word_parts(paragraph("x")), "word/media/a.bmp": b"\0" * 50_000_000})

    assert refusal("a.docx", bomb) == (
        "The document unpacks to 50 MB; 50 MB are allowed. Take out pictures, or save it as plain text (.txt)."
    )


def test_a_part_that_packs_as_no_text_does_is_refused() -> None:
    bomb = zipped({**word_parts(paragraph("x")), "word/media/a.bmp": b"\0" * 6_000_000})

    assert refusal("a.docx", bomb) == (
        "A part of the document unpacks to more than 100 times its size, as no text does. "
        "Open it in Word and save it again as .docx, or save it as plain text (.txt)."
    )


def test_a_size_that_is_declared_too_small_does_not_help() -> None:
    bomb = with_declared_sizes(zipped(word_parts("<w:p/>" * 1_000_000)), "word/document.xml", 100)

    assert refusal("a.docx", bomb) == DAMAGED_WORD


def test_too_many_files_inside_are_refused() -> None:
    archive = zipped({**word_parts(paragraph("x")), **{f"word/{i}": b"" for i in range(2_000)}})

    assert refusal("a.docx", archive).startswith("The file holds 2,004 files inside; 2,000 are allowed.")


@pytest.mark.parametrize(
    "name", ["../evil.txt", "/etc/passwd", "word\\..\\evil", "C:/evil", "word//x", "word/./x", "word/document.xml"]
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_that_no_document_has_are_refused(name: str) -> None:
    archive = zipped([*word_parts(paragraph("x")).items(), (name, b"x")])

    assert refusal("a.docx", archive).startswith("The file holds names that no Word document has.")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packings_that_word_does_not_use_are_refused(method: int) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in word_parts(paragraph("x")).items():
            archive.writestr(name, content)

    assert refusal("a.docx", out.getvalue()).startswith("The file holds names")


def test_a_document_cut_off_or_without_its_main_part_is_damaged() -> None:
    parts = word_parts(paragraph("x"))

    assert refusal("a.docx", zipped(parts)[:-40]) == DAMAGED_WORD
    assert refusal("a.docx", zipped({**parts, "word/document.xml": b"<w:p"})) == DAMAGED_WORD
    assert refusal("a.docx", zipped({"[Content_Types].xml": b"", "word/styles.xml": b"<x/>"})) == DAMAGED_WORD


# --- PDF ----------------------------------------------------------------------------------------

PARAGRAPHS = lines(
    "Ana Brook of Ruritania said on Monday that the nego-",
    "tiations will go on, and that a long-",
    "term plan of the Minsk-",
    "Group is near.",
    "",
    "Carl Dale wants a long-term plan. He said it again in",
    "the evening, before the guests of the ministry left.",
)


def test_lines_of_a_pdf_become_paragraphs_and_larger_letters_headings() -> None:
    read = read_file("a.pdf", pdf(lines("Talks in Minsk", top=740, size=20) + PARAGRAPHS))

    assert read.text == (
        "# Talks in Minsk\n\n"
        "Ana Brook of Ruritania said on Monday that the negotiations will go on, and that a long-term plan of the "
        "Minsk-Group is near.\n\n"
        "Carl Dale wants a long-term plan. He said it again in the evening, before the guests of the ministry left."
    )
    assert read.notes == ("1 word divided at a line end was joined.", LINES_OF_A_PDF)


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    read = read_file(
        "a.pdf",
        pdf(lines("Ana Brook said that the talks with Ruritania"), lines("go on in the evening of the same day.")),
    )

    assert read.text == "Ana Brook said that the talks with Ruritania go on in the evening of the same day."


def test_page_numbers_and_running_headers_are_left_out_and_counted() -> None:
    words = ["Ana Brook said no.", "Carl Dale said yes.", "They met again.", "They left."]
    pages = [
        lines("Ministry of Ruritania", top=780) + lines(each) + lines(f"Page {i} of 4", top=20)
        for i, each in enumerate(words, 1)
    ]
    read = read_file("a.pdf", pdf(*pages))

    assert "Ministry" not in read.text
    assert "Page" not in read.text
    assert all(each in read.text for each in words)
    assert read.notes[0] == "8 lines at the top or bottom of pages (headers, page numbers) were left out."


@pytest.mark.parametrize(
    "content",
    ["3 Tr " + lines("NOT", top=500), "1 1 1 rg " + lines("NOT", top=500), "q 1 g " + lines("NOT", top=500) + " Q", lines("NOT", top=-300)],
    ids=["invisible", "white", "white in grey", "off the page"],
)  # fmt: skip
def test_words_that_the_page_does_not_show_are_announced(content: str) -> None:
    read = read_file("a.pdf", pdf(lines("We accept"), lines("We accept", top=700) + content))

    assert read.notes[0] == (
        "Page 2 holds words that it may not show (invisible, white or off the page); they are in the text. Compare with the PDF."
    )


def test_white_that_was_set_back_is_not_announced() -> None:
    assert read_file("a.pdf", pdf("q 1 g Q 3 Tr 0 Tr " + lines("We accept"))).notes == (LINES_OF_A_PDF,)


def pdf_with(*, catalogue: str = "", page: str = "", more: Sequence[str] = ()) -> bytes:
    """A PDF of one page with the words "Seen on the page.", and what is added to its catalogue, its page, its objects."""
    content = lines("Seen on the page.")
    return pdf_of_objects([
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>",
        "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R {page} >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        *more,
    ])  # fmt: skip


def test_boxes_over_a_page_are_left_out_and_counted() -> None:
    """A viewer shows a comment of this kind and a filled field; a sticky note, a link and an empty field show no words."""
    boxes = (
        "/Subtype /FreeText /Contents (Not agreed)", "/Subtype /Widget /FT /Tx /V (Signed)", "/Subtype /Text /Contents (A note)",
        "/Subtype /Link", "/Subtype /Widget /FT /Tx",
    )  # fmt: skip
    places = " ".join(f"{6 + i} 0 R" for i in range(len(boxes)))

    read = read_file("a.pdf", pdf_with(page=f"/Annots [{places}]", more=[f"<< /Type /Annot {box} >>" for box in boxes]))

    assert read.text == "Seen on the page."
    assert "2 boxes over pages (comments, fields that were filled in) were left out." in read.notes


@pytest.mark.parametrize(("off", "told"), [("6 0 R", True), ("", False)])
def test_layers_that_are_switched_off_are_told(off: str, told: bool) -> None:  # noqa: FBT001
    layers = f"/OCProperties << /OCGs [6 0 R] /D << /OFF [{off}] >> >>"

    read = read_file("a.pdf", pdf_with(catalogue=layers, more=["<< /Type /OCG /Name (Draft) >>"]))

    assert any(note.startswith("The PDF has layers that are switched off") for note in read.notes) is told


def test_title_and_day_of_a_pdf() -> None:
    read = read_file("a.pdf", pdf(lines("Text."), about="/Title (The talks) /CreationDate (D:20220210120000Z)"))

    assert (read.title, read.published) == ("The talks", "2022-02-10")


def test_a_page_without_text_is_named() -> None:
    assert read_file("a.pdf", pdf(lines("Text."), "q Q")).notes[0] == "Page 2 holds no text and may be a picture."


def test_a_scan_is_refused() -> None:
    assert refusal("a.pdf", pdf("q Q")) == (
        "The PDF holds no text: its pages may be pictures (a scan). Let a program recognise its text first (OCR)."
    )


def test_a_locked_pdf_is_refused() -> None:
    locked = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /O (" + "o" * 32 + ") /U (" + "u" * 32 + ") /P -4 >> /ID [(a) (a)]"
    )

    assert refusal("a.pdf", pdf(lines("Text."), trailer=locked)) == (
        "The PDF is locked with a password or a protection. Save it without one. "
        "Open it in a PDF reader, copy its text, and paste it or save it as plain text (.txt)."
    )


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    assert (
        refusal("a.pdf", pdf(*["q Q"] * 301))
        == "The PDF has 301 pages; 300 are allowed. Split it, and read it in parts."
    )


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.4 cut off",
        pdf(lines("Text."))[:300],
        pdf_of_objects(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]),
        pdf_of_objects(["<< /Type /Catalog /Pages 2 0 R >>", "[ 1 0 R ]"]),
    ],
    ids=["no object", "cut off", "a tree of pages that holds itself", "a list for a tree"],
)
def test_a_damaged_pdf_is_refused(data: bytes) -> None:
    assert refusal("a.pdf", data) in (
        DAMAGED_PDF,
        "The PDF holds no text: its pages may be pictures (a scan). Let a program recognise its text first (OCR).",
    )


# --- What a file is -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "note"),
    [
        ("a.txt", pdf(lines("Text.")), "The name ends in .txt, but the file is a PDF; it was read as one."),
        ("a", pdf(lines("Text.")), "The file is a PDF; it was read as one."),
        (
            "a.html",
            word(paragraph("Text.")),
            "The name ends in .html, but the file is a Word document; it was read as one.",
        ),
        ("a.txt", b"<!DOCTYPE html><p>Text.", "The name ends in .txt, but the file is a web page; it was read as one."),
    ],
)
def test_a_file_is_read_as_what_it_is(name: str, data: bytes, note: str) -> None:
    read = read_file(name, data)

    assert (read.text, read.notes[0]) == ("Text.", note)


READABLE = "Readable are .txt, .md, .html, .htm, .docx, .odt, .rtf, .eml, .mhtml, .mht, .pdf"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "The file is empty. Choose one with text in it."),
        ("a.txt", b" \n\t\n", NO_TEXT),
        ("a.html", b"<script>only()</script>", NO_TEXT),
        ("a.docx", word(paragraph("")), NO_TEXT),
        ("a.txt", b"a" * (MOST_BYTES + 100_000), "The file has 5.1 MB; 5 MB are allowed. Save its text alone, or split it."),
        ("a.txt", b"a" * (MOST_CHARACTERS + 1), "The text has 1,000,001 characters; up to 1,000,000 can be read. Read it in parts."),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "The file is in the old Word format (.doc) or of another old program. Save it as .docx."),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "The document is locked with a password. Save it again without one."),
        ("a.rtf", b"Text.", "The name ends in .rtf, but the file is not Rich Text Format: it may be damaged. Save it again as .rtf."),
        ("a.odt", b"Text.", "The name ends in .odt, but the file is not an OpenDocument text: it may be damaged. Save it again as .odt."),
        ("a.eml", b"From: a@b.example\n\n", "The mail holds no text. Open it, copy its text, and paste it."),
        ("a.mhtml", b"MIME-Version: 1.0\n\nText.", "The file holds no web page. Open it in a browser, and save or copy its text."),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", f"The file is a picture, not a text. {READABLE}."),
        ("a.txt", b"MZ\x90\0\x03", f"The file is a program, not a text. {READABLE}."),
        ("a.txt", b"\0\0\0\x18ftypmp42", f"The file is a film or a picture, not a text. {READABLE}."),
        ("a.xlsx", zipped({"xl/workbook.xml": b""}), f"The file is an Excel workbook. {READABLE}: save its text as one of them."),
        ("a.ods", zipped({"mimetype": b""}), f"The file is an OpenDocument table or an e-book. {READABLE}: save its text as one of them."),
        ("a.docx", zipped({"a.txt": b""}), f"The file is a packed archive. {READABLE}: save its text as one of them."),
        ("a.csv", b"a,b", f"The file's name ends in .csv. {READABLE}: save its text as one of them."),
        ("a.docx", b"Text.", "The name ends in .docx, but the file is not a Word document: it may be damaged. Save it again as .docx."),
        ("a.pdf", b"Text.", "The name ends in .pdf, but the file is not a PDF: it may be damaged. Save it again as .pdf."),
        ("a.txt", b"Text" + bytes(range(9)), NOT_TEXT),
        ("a.txt", bytes(range(256)), "The file's encoding was not recognised. Save it again as plain text with the encoding UTF-8."),
        ("a.docx", b"PK\x03\x04 and no more", DAMAGED_WORD),
    ],
)  # fmt: skip
def test_what_is_refused_has_a_plain_sentence(name: str, data: bytes, said: str) -> None:
    assert refusal(name, data) == said


@pytest.mark.parametrize(
    "text", ["GIF8 is a word here.", "ID3 tags and BZh", "RIFF of the year", "MZ, said Ana Brook."]
)
def test_a_text_that_begins_like_another_file_is_a_text(text: str) -> None:
    assert read_file("a.txt", text.encode()).text == text


def test_nothing_is_fetched() -> None:
    """Each file asks a listener of ours for something; nobody knocks."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.3)
        home = f"http://127.0.0.1:{listener.getsockname()[1]}/x"
        page = f'<!DOCTYPE html SYSTEM "{home}"><link rel=stylesheet href="{home}"><base href="{home}"><p>Text.<img src="{home}">'
        read_file("a.html", page.encode())
        read_file("a.md", f"Text. ![x]({home}) <img src='{home}'>".encode())
        read_file(
            "a.docx",
            zipped({**word_parts(paragraph("Text.")), "docProps/core.xml": f'<?xml-stylesheet href="{home}"?><c/>'}),
        )
        read_file("a.pdf", pdf(lines("Text."), about=f"/URI ({home})"))
        with pytest.raises(TimeoutError):
            listener.accept()


# --- Whatever comes -----------------------------------------------------------------------------

NAMES = st.sampled_from([f"a{ending}" for ending in (*file_types(), "", ".xyz")])
GOOD = [
    PAGE.encode(),
    MARKDOWN.encode(),
    word(paragraph("We ", f"<w:ins>{run('accept ')}</w:ins>", "it.") + table(["a", "b"])),
    pdf(PARAGRAPHS),
    open_document(
        "<text:h text:outline-level='1'>Talks</text:h><text:p>We <text:s/>accept<text:note><text:p>x</text:p></text:note>.</text:p>"
    ),
    mail("We accept.", "> Do you?", ">> We asked."),
    rb"{\rtf1\ansi{\info{\title Talks}}\outlinelevel0 Talks\par\pard We {\b accept} it\'e9\u8217?.\par}",
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>We accept.</p>\n--x--",
    "Переговоры".encode("utf-16"),
]


def damaged(whole: bytes, at: int, by: bytes) -> bytes:
    at %= len(whole)
    return whole[:at] + by + whole[at + len(by) :]


FILES = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.text("<>/=\"' \nabp#*-[]()!|&;0", max_size=200).map(str.encode),
    st.builds(damaged, st.sampled_from(GOOD), st.integers(0), st.binary(max_size=8)),
)


@given(NAMES, FILES)
@example("a.txt", b"\xff\xfe\x00\xd8")
@example("a.html", b"<p>&#0;&#xD800;&#13;</p>")
@example("a.html", b"<")
@example("a.md", b"&#0;&#xD800;")
@settings(deadline=None, max_examples=300)
def test_any_file_gives_clean_text_or_a_sentence(name: str, data: bytes) -> None:
    try:
        read = read_file(name, data)
    except UnreadableFileError as refused:
        assert re.fullmatch(r"(?:The|A) [^\n]+\.", str(refused))
    else:
        assert read.text.strip()
        for words in (read.text, read.title, read.published, *read.notes):
            assert not re.search("[\0\r\ud800-\udfff]", words)
        assert re.fullmatch(r"(\d{4}-\d\d-\d\d)?", read.published)


@given(st.text(st.characters(codec="utf-8"), max_size=200))
@settings(deadline=None)
def test_a_text_that_was_read_is_read_again_as_it_is(text: str) -> None:
    try:
        once = read_file("a.txt", text.encode())
    except UnreadableFileError:
        return
    assert read_file("a.txt", once.text.encode()).text == once.text

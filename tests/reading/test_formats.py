"""OpenDocument, Rich Text, mail and pages saved in one file: what is read of them, and what is said of a loss."""

import time

import pytest

from components.reading.files import FileText, UnreadableFileError, read_file
from tests.reading.make_files import mail, open_document


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read_file(name, data)
    return str(caught.value)


# --- OpenDocument -------------------------------------------------------------------------------

BODY = (
    "<text:h text:outline-level='1'>Talks</text:h><text:p>Brook<text:s/>said <text:span>no</text:span>,<text:line-break/>twice"
    "<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body><text:p>In May.</text:p>"
    "</text:note-body></text:note>.</text:p><text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell><text:p>Ana</text:p></table:table-cell><table:table-cell><text:p>Halde</text:p>"
    "</table:table-cell></table:table-row></table:table><text:h text:outline-level='2'>Next</text:h><text:p>They left.</text:p>"
)


def test_an_open_document_keeps_headings_items_rows_and_notes() -> None:
    meta = "<dc:title>The talks</dc:title><meta:creation-date>2021-05-14T10:00:00</meta:creation-date>"

    read = read_file("a.odt", open_document(BODY, meta=meta))

    assert read.text.split("\n\n") == [
        "# Talks", "Brook said no,\ntwice.", "- one", "Ana | Halde", "## Next", "They left.", "# Notes", "In May.",
    ]  # fmt: skip
    assert (read.title, read.published) == ("The talks", "2021-05-14")
    assert read.notes == (
        "1 note stands at the end, under “Notes”.",
        "The date 2021-05-14 is the day on which the file was made. Change it if the text was published on another.",
    )


def test_what_an_open_document_does_not_show_is_left_out_and_counted() -> None:
    styles = "<style:style style:name='T1'><style:text-properties text:display='none'/></style:style>"
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes><text:p>We <text:span text:style-name='T1'>do not </text:span>accept<office:annotation><text:p>why?"
        "</text:p></office:annotation>.</text:p><text:section text:display='none'><text:p>secret</text:p></text:section>"
        "<text:p text:style-name='T1'>also</text:p><text:table-of-content><text:p>Talks 1</text:p></text:table-of-content>"
    )

    assert read_file("a.odt", open_document(body, styles=styles)) == FileText(
        "We accept.",
        "",
        "",
        (
            "1 tracked deletion was left out.",
            "3 hidden passages were left out.",
            "1 comment was left out.",
            "1 table of contents was left out.",
        ),
    )


def test_an_open_document_that_is_locked_damaged_or_hostile_is_refused() -> None:
    bomb = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><x>&b;</x>"
    said = "Open it in LibreOffice and save it again as .odt, or save it as plain text (.txt)."

    locked = refusal("a.odt", open_document(BODY, manifest="<manifest:encryption-data/>"))
    assert locked == "The document is locked with a password. Save it again without one."
    assert refusal("a.odt", open_document(BODY)[:-40]) == f"The document is damaged and cannot be opened. {said}"
    abbreviated = refusal("a.odt", open_document("", content=bomb))
    assert abbreviated == f"The document defines abbreviations of its own, as LibreOffice never does. {said}"
    large = open_document("", picture=b"\0" * 6_000_000)
    assert refusal("a.odt", large).startswith("A part of the document unpacks to more than 100 times its size")


# --- Rich Text ----------------------------------------------------------------------------------

RICH = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title The talks}{\creatim\yr2021\mo5\dy14}}"
    r"\pard\outlinelevel0 Talks\par\pard Brook said \ldblquote no\rdblquote , caf\'e9 and \u1052? twice.\par"
    r'{\field{\*\fldinst{HYPERLINK "http://halde.example/"}}{\fldrslt{The record}}} is open.\par'
    r"\trowd Ana\cell Halde\cell\row\pard They {\v not }left.{\pict\wmetafile8 0102}\par}"
)


def test_rich_text_keeps_words_and_headings_and_tells_what_may_not_be_seen() -> None:
    read = read_file("a.rtf", RICH.encode())

    assert read.text.split("\n\n") == [
        "# Talks", "Brook said “no”, café and М twice.", "The record is open.", "Ana | Halde", "They not left.",
    ]  # fmt: skip
    assert (read.title, read.published) == ("The talks", "2021-05-14")
    assert read.notes[:2] == ("1 hidden passage was read like the rest. Compare it.", "1 picture was left out.")


@pytest.mark.parametrize(
    "body",
    [r'{\field{\*\fldinst{HYPERLINK "x"' * 20_000, "{" * 500_000, r"{\pict\bin9999999999 " * 20_000, r"\u99999999999? " * 50_000, "HYPERLINK " * 50_000],
    ids=["links", "braces", "pictures", "numbers", "words"],
)  # fmt: skip
def test_hostile_rich_text_ends_in_time(body: str) -> None:
    began = time.monotonic()
    try:
        read_file("a.rtf", rf"{{\rtf1 Text. {body}".encode())
    except UnreadableFileError as refused:
        assert str(refused).startswith("The ")
    assert time.monotonic() - began < 8


# --- Mail ---------------------------------------------------------------------------------------


def test_a_mail_is_its_words_with_subject_day_and_sender() -> None:
    assert read_file("a.eml", mail("Ana Brook spoke.", "", "Carl Dale did not.")) == FileText(
        "Ana Brook spoke.\n\nCarl Dale did not.", "Talks at Lakeside", "2021-05-14", (), "Press Office of Halde"
    )


def test_a_mail_without_the_ending_is_known_by_its_headers() -> None:
    read = read_file("a.txt", mail("Ana Brook spoke."))

    assert (read.text, read.notes) == (
        "Ana Brook spoke.",
        ("The name ends in .txt, but the file is a mail; it was read as one.",),
    )


@pytest.mark.parametrize(
    "text", ["From: the river\n\nTo: the sea.", "Subject: talks\nDate: today\n\nThey met.", "Content: x\nType: y\n\nz"]
)
def test_a_text_that_begins_like_a_mail_is_a_text(text: str) -> None:
    assert read_file("a.txt", text.encode()).text == text


def test_quoted_replies_lose_their_marks_and_are_said_to_be_a_chain() -> None:
    read = read_file(
        "a.eml",
        mail(
            "We accept.",
            "",
            "On Monday Dale wrote:",
            "> Do you accept?",
            "> Say so.",
            ">",
            "> > We asked",
            "> > twice.",
        ),
    )

    assert read.text == "We accept.\n\nOn Monday Dale wrote:\n\nDo you accept?\nSay so.\n\nWe asked\ntwice."
    assert read.notes == (
        "The text is a chain of replies: 5 quoted lines were read without their marks. Leave out what you do not want read.",
    )


def test_one_line_with_such_a_sign_is_no_chain() -> None:
    assert read_file("a.eml", mail("> 5 per cent", "", "They met.")).text == "> 5 per cent\n\nThey met."


def test_attachments_are_named_and_not_read() -> None:
    parts = (
        "Subject: Talks\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\n\n"
        '<h2>Talks</h2><p>They met.</p>\n--x\nContent-Type: application/pdf; name="notes.pdf"\nContent-Disposition: attachment\n\n'
        "JVBERi0=\n--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename=secret.txt\n\nsecret\n--x--\n"
    )
    read = read_file("a.eml", parts.encode())

    assert (read.text, read.title) == ("## Talks\n\nThey met.", "Talks")
    assert read.notes == ("2 attachments were not read: “notes.pdf”, “secret.txt”.",)


def test_a_mail_of_parts_inside_parts_without_end_is_refused_or_read() -> None:
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3_000))
    wide = "Content-Type: multipart/mixed; boundary=x\n\n" + "--x\nContent-Type: text/plain\n\na\n" * 3_000

    assert refusal("a.eml", f"MIME-Version: 1.0\n{deep}\nText.".encode()).startswith("The ")
    assert refusal("a.eml", f"MIME-Version: 1.0\n{wide}--x--".encode()).startswith(
        "The file holds 3,001 parts; 2,000 are allowed."
    )


# --- A page saved in one file -------------------------------------------------------------------


def test_a_page_saved_in_one_file_is_read_as_the_page() -> None:
    saved = (
        'From: <Saved by a browser>\nSubject: Talks\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary=x\n\n'
        "--x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<title>Talks at Lakeside</title>"
        "<h1>Talks</h1><p>Caf=C3=A9 =\nHalde.</p><p hidden>secret</p>\n--x\nContent-Type: text/css\n\np {}\n--x--\n"
    )
    for name in ("a.mhtml", "a.mht", "a.txt"):
        read = read_file(name, saved.encode())

        assert (read.text, read.title, read.published) == ("# Talks\n\nCafé Halde.", "Talks at Lakeside", "")
        assert read.notes[-2:] == (
            "1 hidden passage was left out.",
            "1 style sheet of the page was not looked at: what it hides was read.",
        )


# --- Characters that name no kind ---------------------------------------------------------------

SOURCE = '<div class="x"><h2>Talks</h2>\n<p>Ana <b>Brook</b> spoke.</p><p>Carl Dale did not.</p></div>'


def test_a_piece_of_a_page_s_source_is_read_as_the_page_whatever_its_name() -> None:
    for name in ("a.txt", ""):
        assert read_file(name, SOURCE.encode()).text == "# Talks\n\nAna Brook spoke.\n\nCarl Dale did not.".replace(
            "# T", "## T"
        )


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brook wrote <b>no</b> on the wall.",
        "The tag <p> begins a paragraph, and </p> ends it, said Dale.",
        "a < b and c > d, and <i>so on</i>. <b>Yes</b>, he said; <b>no</b>, she said.",
        "Write to <ana@halde.example> or <carl@halde.example>; <press@halde.example> does not answer, nor does <dale@halde.example>.",
        "<p>One</p><p>Two</p> " + "They met and spoke of the river and the bridge. " * 40,
    ],
)
def test_a_text_that_mentions_tags_is_a_text(text: str) -> None:
    assert read_file("a.txt", text.encode()).text == text


ADDRESSES = (
    "The text holds addresses of pages and no sentence. Open the page that you mean, and paste or save its text."
)


@pytest.mark.parametrize(
    "text",
    [
        "https://halde.example/talks",
        "Talks: https://halde.example/1\nMore www.halde.example/2",
        "<p>https://halde.example/1</p>",
    ],
)
def test_addresses_alone_are_said_to_be_that(text: str) -> None:
    assert refusal("a.html", text.encode()) == ADDRESSES


def test_a_sentence_with_an_address_is_a_sentence() -> None:
    assert read_file("a.txt", b"Ana Brook spoke; see https://halde.example/1.").text.startswith("Ana")

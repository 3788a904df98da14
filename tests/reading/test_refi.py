"""Codebooks and projects of other programs (REFI-QDA): read as they are, or refused in a sentence."""

import pytest

from components.model.codebook import GIVEN, Codebook
from components.model.limits import DEEPEST_CODE, MOST_CODES, ReadingLimits
from components.model.read_codes import ReadCode, ReadCoding, ReadProject, ReadText
from components.model.refi import topics_of
from components.reading.apart import read_codes_apart, read_project_apart
from components.reading.files import UnreadableFileError
from components.reading.formats import refi
from components.reading.formats.refi import read_codes, read_project
from tests.reading.make_files import zipped

GENEROUS = ReadingLimits(processor_seconds=60, clock_seconds=600, memory_bytes=1_000_000_000)
AGAIN = "Export it again in the program that made it."


def qdc(inside: str, *, space: str = "urn:QDA-XML:codebook:1.0") -> bytes:
    """A codebook as other programs write one."""
    xml = f'<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="{space}" origin="Other"><Codes>{inside}</Codes></CodeBook>'
    return xml.encode("utf-8")


def code(name: str, inside: str = "", *, codable: str = "true") -> str:
    return f'<Code guid="1f0c" name="{name}" isCodable="{codable}" color="#aa0000">{inside}</Code>'


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read_codes(data)
    return str(caught.value)


@pytest.mark.parametrize("space", ["urn:QDA-XML:codebook:1.0", "urn:QDA-XML:codebook:1:0", ""])
def test_codes_are_read_with_what_lies_above_them_whatever_the_namespace(space: str) -> None:
    inside = code(
        "Economy", code("Рыба\n и зерно", "<Description>Fish.\n Words: cod; herring*</Description>"), codable="false"
    )

    assert read_codes(qdc(inside, space=space)) == [
        ReadCode("Economy", codable=False),
        ReadCode("Рыба и зерно", "Fish.\nWords: cod; herring*", ("Economy",)),
    ]


def test_the_process_that_reads_strangers_files_gives_the_same(general: Codebook) -> None:
    data = qdc(code("Economy", code("Fish")))

    assert read_codes_apart(data, limits=GENEROUS) == read_codes(data)
    with pytest.raises(UnreadableFileError, match="it is damaged, or no REFI-QDA codebook"):
        read_codes_apart(b"<CodeBook>", limits=GENEROUS)


# --- Codes as topics ----------------------------------------------------------------------------


def test_a_code_is_a_topic_found_by_the_words_of_its_description_or_by_its_name(general: Codebook) -> None:
    codes = [
        ReadCode("Economy", codable=False),
        ReadCode("Fishing", "Quotas and boats.\nCounts: licences\nWords: cod; herring*; cod", ("Economy",)),
        ReadCode("Ferry"),
    ]
    book, by_name_alone = topics_of(codes, general)

    fishing, ferry = book.topics
    assert (fishing.id, fishing.label, fishing.definition) == ("fishing", "Fishing", "Quotas and boats.")
    assert (fishing.counts, fishing.counts_not, fishing.words) == ("licences", "", ("cod", "herring*"))
    assert (ferry.words, ferry.counts) == (("Ferry",), GIVEN)
    assert by_name_alone == 1
    assert book.neutral == general.neutral


def test_a_name_that_stands_there_twice_has_the_one_above_before_it(general: Codebook) -> None:
    codes = [ReadCode("Open", above=("Ports",)), ReadCode("Open", above=("Roads",)), ReadCode("Open", above=("Roads",))]

    topics = topics_of(codes, general).codebook.topics
    assert [each.label for each in topics] == ["Ports / Open", "Roads / Open", "Roads / Open (2)"]
    assert len({each.id for each in topics}) == 3


def test_beside_the_category_topics_other_codes_are_none(general: Codebook) -> None:
    codes = [
        ReadCode("Topics", codable=False), ReadCode("Fish", above=("Topics",)),
        ReadCode("Form", codable=False), ReadCode("direct", above=("Form",)),
    ]  # fmt: skip

    assert [each.label for each in topics_of(codes, general).codebook.topics] == ["Fish"]


def test_a_topic_of_the_general_codebook_that_is_described_otherwise_is_another(general: Codebook) -> None:
    first = general.topics[0]
    (topic,) = topics_of([ReadCode(first.label, "Something else.")], general).codebook.topics

    assert (topic.label, topic.definition, topic.words) == (first.label, "Something else.", (first.label,))


# --- Refused ------------------------------------------------------------------------------------


def test_what_is_no_codebook_is_refused_in_a_sentence() -> None:
    damaged = f"The file is no readable XML: it is damaged, or no REFI-QDA codebook. {AGAIN}"
    project = "The file is a REFI-QDA project; allowed here is a codebook (.qdc). Export the codebook alone."

    assert refusal(b"") == refusal(b"topics = 1") == refusal(qdc("")[:-5]) == refusal(b"\xff\xfe\x00") == damaged
    assert refusal(zipped({"project.qde": b"<Project/>"})) == refusal(b"<Project/>") == project
    assert refusal(b"<html/>") == f"The file is XML of another kind: its first element is no CodeBook. {AGAIN}"
    for empty in (qdc(""), qdc(code("Economy", codable="false"))):
        assert (
            refusal(empty)
            == f"The file is a REFI-QDA codebook without a code that can be given; at least one is needed. {AGAIN}"
        )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_anything_is_resolved(encoding: str) -> None:
    """A thousand million laughs, and a file of this machine."""
    laughs = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    for entities in (f'<!ENTITY a0 "ha">{laughs}', '<!ENTITY a9 SYSTEM "file:///etc/hostname">'):
        hostile = f'<!DOCTYPE CodeBook [{entities}]><CodeBook><Codes><Code name="&a9;"/></Codes></CodeBook>'
        assert refusal(hostile.encode(encoding)) == (
            f"The file defines abbreviations of its own (a DOCTYPE), as no codebook does. {AGAIN}"
        )


def test_codes_without_a_name_too_many_too_deep_or_too_long_are_refused_with_their_place() -> None:
    assert refusal(qdc(code("Fish") + code(" "))) == f"Code 2 in the file has no name; each needs one. {AGAIN}"
    assert refusal(qdc(code("Fish", "<Code/>"))) == f"Code 2 in the file has no name; each needs one. {AGAIN}"
    assert refusal(qdc(code("a" * 201))) == (
        "The name of code 1 in the file has 201 characters; 200 are allowed. Shorten it, and export it again."
    )
    assert refusal(qdc(code("a") * (MOST_CODES + 1))) == f"The codebook has 1,001 codes; 1,000 are allowed. {AGAIN}"
    deep = code("a")
    for _ in range(DEEPEST_CODE + 1):
        deep = code("a", deep)
    assert refusal(qdc(deep)) == (
        "A code lies under 21 others; 20 are allowed. Let it lie less deep, and export it again."
    )
    assert len(read_codes(qdc(code("a") * MOST_CODES))) == MOST_CODES


# --- Projects -----------------------------------------------------------------------------------

TEXT = "🕊 Мир. The ferry runs."
SELECTION = '<PlainTextSelection guid="s" startPosition="7" endPosition="22" creatingUser="u1">'
CODING = '<Coding guid="c" {}><CodeRef targetGUID="1f0c"/></Coding>'
USERS = '<Users><User guid="u1" name="Ina"/><User guid="u2" name="Ana"/></Users>'
SOURCE = '<TextSource guid="t" plainTextPath="internal://t.txt">'


def qde(selections: str, *, source: str = SOURCE, users: str = USERS, codes: str = code("Ferry")) -> str:
    return (
        f'<Project xmlns="urn:QDA-XML:project:1.0" origin="Other">{users}<CodeBook><Codes>{codes}</Codes></CodeBook>'
        f"<Sources>{source}{selections}</TextSource></Sources></Project>"
    )


def qdpx(selections: str, *, text: bytes = TEXT.encode(), name: str = "sources/t.txt", **parts: str) -> bytes:
    return zipped({"project.qde": qde(selections, **parts), name: text})


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read_project(data)
    return str(caught.value)


ONE = f"{SELECTION}{CODING.format('')}</PlainTextSelection>"
FOUND = ReadProject((ReadCode("Ferry"),), (ReadText(TEXT, (ReadCoding("Ina", 0, 7, 22),)),))


def test_a_project_says_who_gave_which_code_to_which_code_points() -> None:
    assert TEXT[7:22] == "The ferry runs."
    assert read_project(qdpx(ONE)) == FOUND
    assert read_project_apart(qdpx(ONE), limits=GENEROUS) == FOUND


def test_the_text_may_lie_in_a_folder_with_a_capital_begin_with_a_mark_or_stand_beside_the_codings() -> None:
    inside = f'<TextSource guid="t"><PlainTextContent>{TEXT}</PlainTextContent>'

    assert read_project(qdpx(ONE, name="Sources/T.TXT")) == FOUND
    assert read_project(qdpx(ONE, text=b"\xef\xbb\xbf" + TEXT.encode())) == FOUND
    assert read_project(qdpx(ONE, source=inside)) == FOUND


def test_two_coders_may_share_a_selection() -> None:
    shared = SELECTION + CODING.format("") + CODING.format('creatingUser="u2"') + "</PlainTextSelection>"
    (text,) = read_project(qdpx(shared)).texts

    assert [each.coder for each in text.codings] == ["Ina", "Ana"]


def test_two_coders_with_one_name_stay_two() -> None:
    shared = SELECTION + CODING.format("") + CODING.format('creatingUser="u2"') + "</PlainTextSelection>"
    (text,) = read_project(qdpx(shared, users=USERS.replace("Ana", "Ina"))).texts

    assert [each.coder for each in text.codings] == ["Ina", "Ina (2)"]


def test_a_text_outside_of_the_archive_is_not_looked_for() -> None:
    for path in ("absolute:///etc/hostname", "relative:///../t.txt", "internal://../../etc/hostname"):
        assert refused(qdpx(ONE, source=f'<TextSource guid="t" plainTextPath="{path}">')).startswith(
            "The project has no text with codings in it;"
        )


def test_what_is_no_project_is_refused_in_a_sentence() -> None:
    assert refused(qdc(code("Ferry"))) == f"The file is no REFI-QDA project (.qdpx). {AGAIN}"
    assert refused(b"PK\x03\x04") == f"The document is damaged and cannot be opened. {AGAIN}"
    assert refused(zipped({"a.txt": "a"})) == (
        f"The file holds no project.qde: it is an archive, but no REFI-QDA project. {AGAIN}"
    )
    assert refused(zipped({"project.qde": "<CodeBook/>"})) == f"The first element of project.qde is no Project. {AGAIN}"
    assert refused(qdpx("")) == (
        f"The project has no text with codings in it; pictures, sounds, films and PDFs are not read. {AGAIN}"
    )
    assert refused(qdpx(ONE, text=b"\xff\xfe")) == f"Text 1 of the project is not in UTF-8, as it has to be. {AGAIN}"
    assert refused(qdpx(ONE.replace('"7"', '"seven"'))) == (
        f"A selection in text 1 of the project has no start or no end; both are whole numbers. {AGAIN}"
    )


def test_a_hostile_project_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    entities = "<!DOCTYPE a [<!ENTITY a 'b'>]>" + qde(ONE)
    assert refused(zipped({"project.qde": entities})) == (
        f"The document defines abbreviations of its own, as REFI-QDA never does. {AGAIN}"
    )
    assert refused(qdpx(ONE, text=b"a" * 60_000_000)) == (
        "The document unpacks to 60 MB; 50 MB are allowed. Take out pictures, sounds and films, and export it again."
    )
    assert refused(qdpx(ONE, text=b"a" * 20_000_000)) == (
        f"A part of the document unpacks to more than 100 times its size, as no text does. {AGAIN}"
    )
    assert refused(zipped([("project.qde", qde(ONE)), ("../t.txt", "a")])) == (
        f"The file holds names that no REFI-QDA document has. {AGAIN}"
    )
    assert refused(qdpx(ONE, text=b"a" * 1_000_001)) == (
        "The coded texts of the project have 1,000,001 characters; 1,000,000 are allowed. Export one article alone."
    )
    assert refused(qdpx(ONE, users=f'<User guid="u1" name="{"a" * 101}"/>')) == (
        f"The name of user 1 has 101 characters; 100 are allowed. {AGAIN}"
    )
    assert refused(qdpx(ONE, users="<User/>" * 51)) == f"The project has 51 users; 50 are allowed. {AGAIN}"
    many = f"{ONE}</TextSource>{SOURCE}" * 100 + ONE
    assert refused(qdpx(many)) == "The project has 101 coded texts; 100 are allowed. Export one article alone."
    monkeypatch.setattr(refi, "MOST_CODINGS", 1)
    assert refused(qdpx(ONE * 2)) == "The project has 2 codings; 1 are allowed."

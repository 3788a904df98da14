"""Codebooks of other programs (REFI-QDA, `.qdc`): read as they are, or refused in a sentence."""

import pytest

from components.model.codebook import GIVEN, Codebook
from components.model.limits import DEEPEST_CODE, MOST_CODES, ReadingLimits
from components.model.refi import ReadCode, topics_of
from components.reading.apart import read_codes_apart
from components.reading.files import UnreadableFileError
from components.reading.formats.refi import read_codes
from tests.reading.make_files import zipped

GENEROUS = ReadingLimits(processor_seconds=60, clock_seconds=600, memory_bytes=1_000_000_000)
AGAIN = "Export the codebook again (.qdc) in the program that made it."


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
    project = f"The file is a REFI-QDA project; allowed here is a codebook (.qdc). {AGAIN}"

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

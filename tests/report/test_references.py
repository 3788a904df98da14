"""References are read back by the clients of their formats, and say what is a paraphrase."""

import json
from dataclasses import replace

import bibtexparser
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from components.article.package import Package, package_of
from components.model.codebook import Codebook
from components.report.references import to_bibtex, to_csl, to_ris
from components.report.taken import Taken
from tests import hostile
from tests.report.taking import MADE, taken_of


@pytest.fixture
def taken(example: Package, codebook: Codebook) -> Taken:
    made = MADE._replace(links="https://readout.example/article?article=worked-example&statement=")
    return replace(taken_of(example, codebook, made), statements=example.statements.iloc[[7, 3]])


def test_rispy_reads_the_article_and_its_statements_in_the_order_shown(taken: Taken) -> None:
    article, eighth, fourth = rispy.loads(to_ris(taken).decode("utf-8"))

    assert (article["type_of_reference"], article["title"], article["year"]) == ("NEWS", "Worked example", "2020")
    assert (eighth["id"], fourth["id"]) == ("worked-example-8", "worked-example-4")
    assert eighth["authors"] == ["Ina Cole, as relayed by Ana Brook,"]
    assert eighth["notes"][0].startswith("As the article puts it. ")
    assert eighth["secondary_title"] == "Worked example"
    assert eighth["urls"] == [f"{taken.made.links}{taken.statements['statement'].iloc[0]}"]


def test_bibtexparser_reads_them(taken: Taken) -> None:
    library = bibtexparser.parse_string(to_bibtex(taken).decode("utf-8"))

    assert not library.failed_blocks
    assert [each.key for each in library.entries] == ["worked-example", "worked-example-8", "worked-example-4"]
    assert library.entries[2]["title"] == "{“We want no war,” Dale said.}"
    assert (library.entries[0]["year"], library.entries[0]["month"]) == ("2020", "5")


def test_csl_json_has_what_its_schema_wants(taken: Taken) -> None:
    article, eighth, _ = json.loads(to_csl(taken))

    assert article["issued"] == {"date-parts": [[2020, 5, 4]]}
    assert article["type"] == "article-newspaper"
    assert eighth["author"] == [{"literal": "Ina Cole, as relayed by Ana Brook"}]
    assert eighth["section"] == "section 2 (Exercises and Minsk, our title), sentence 8"


def test_citeproc_makes_a_bibliography_of_csl_json(taken: Taken) -> None:
    items = json.loads(to_csl(taken))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    made = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for each in items:
        made.register(Citation([CitationItem(each["id"])]))

    article, eighth, fourth = map(str, made.bibliography())
    assert article == "Example (2020) “Worked example”, Example, 4 May."
    assert eighth.startswith("Ina Cole, as relayed by Ana Brook (2020) “According to Brook, ")
    assert "Worked example" in fourth


def test_without_the_text_a_statement_is_noted_as_a_paraphrase(taken: Taken) -> None:
    without = replace(taken, statements=taken.statements.assign(wording=""))

    assert json.loads(to_csl(without))[1]["note"].startswith("Paraphrase. ")
    assert rispy.loads(to_ris(without).decode("utf-8"))[1]["notes"][0].startswith("Paraphrase. ")


def test_hostile_words_stay_words(codebook: Codebook) -> None:
    nasty = hostile.draft(codebook)
    taken = taken_of(package_of(nasty), nasty.codebook)
    sentences = "{open \\input{x} ER  - %\nTY  - BOOK $1 & #_^~ }}"
    taken = replace(taken, statements=taken.statements.assign(wording=sentences))

    records = rispy.loads(to_ris(taken).decode("utf-8"))
    assert [each["type_of_reference"] for each in records] == ["NEWS", *["GEN"] * len(taken.statements)]
    assert records[1]["title"] == " ".join(sentences.split())
    library = bibtexparser.parse_string(to_bibtex(taken).decode("utf-8"))
    assert not library.failed_blocks
    assert len(library.entries) == len(records)
    assert "\\input{" not in to_bibtex(taken).decode("utf-8")

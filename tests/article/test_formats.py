"""Formats that age: frozen packages of every earlier format open for ever, and what is not known is carried through."""

import json
import re
import shutil
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from frictionless import validate

from components.__main__ import main
from components.analysis.agreement import alphas
from components.article.archive import from_zip
from components.article.files import ABOUT_FILE, Contents, contents_of
from components.article.opening import open_article
from components.article.package import NAMED, Draft, Package, package_of
from components.article.recorder import record_package
from components.article.saving import save_article
from components.article.upgrade import FORMAT, STEPS, upgraded
from components.library.shipped import load_library
from components.model.codebook import Codebook, load_codebook
from components.model.rows import FaultyFilesError
from components.model.statements import fingerprint, statement_ids, statement_ids_of_format_1
from tests.conftest import DATA, ROOT
from tests.own import SENTENCES, draft

FROZEN = ROOT / "tests" / "formats"
PACKAGES = [
    (folder.name, name)
    for folder in sorted(FROZEN.iterdir())
    if (folder / "shows.json").is_file()
    for name in json.loads((folder / "shows.json").read_text(encoding="utf-8"))
]


def opened(format_: str, name: str) -> Draft:
    """A frozen package, read with the codebook of its data folder."""
    path = FROZEN / format_ / name
    contents = contents_of(path) if path.is_dir() else from_zip(path.read_bytes())
    return open_article(path.stem, contents, load_codebook(FROZEN / format_ / "data"))


# --- Frozen packages ----------------------------------------------------------------------------


def counts(package: Package, column: str) -> dict[str, int]:
    values = package.statements[column]
    several = [each for value in values for each in (value if isinstance(value, tuple) else (value,))]
    return dict(sorted(Counter(several).items()))


def shows(draft_: Draft) -> dict[str, Any]:
    """What an article shows, in the words of `shows.json`."""
    package = package_of(draft_)
    return {
        "title": package.title,
        "statements": len(package.statements),
        "ids": list(package.statements["statement"]),
        "recognised": package.recognised,
        **{f"{name}s": counts(package, name.removesuffix("s")) for name in ("form", "level")},
        **{name: counts(package, name) for name in ("speakers", "topics")},
        "actors": {
            actor.id: {"name": actor.name, "role": actor.role, "side": actor.side, "aliases": list(actor.aliases)}
            for actor in package.actors
        },
        "evidence": len(package.evidence),
        "scored": int(package.statements["blend"].notna().sum()),
        "machine": len(package.machine),
        "corrections": [entry.model_dump(by_alias=True) for entry in draft_.log],
    }


RENAMED = {"vi57td3char3": "47etzue5h3xt", "pwfjwaaclanr": "vrvbug5d576r"}
"""What a step has renamed since: the two copies of the sentence that is repeated (1 to 2)."""

CODES = {"russia": "rus", "uk": "gbr", "us": "usa", "ukraine": "ukr"}
"""Sides that a step has renamed since to the codes of their countries (1 to 2)."""

LEVELS = {"stated": "likely", "inferred": "guess"}
"""Levels that a step has renamed since (1 to 2)."""


def frozen(format_: str, name: str) -> dict[str, Any]:
    """What a frozen package must show: what it showed, with what a step has renamed."""
    text = (FROZEN / format_ / "shows.json").read_text(encoding="utf-8")
    for old, new in RENAMED.items():
        text = text.replace(f'"{old}"', f'"{new}"')
    for old, new in CODES.items():  # as a side, and at the end of a correction
        text = text.replace(f'"side": "{old}"', f'"side": "{new}"').replace(f';{old}"', f';{new}"')
    told: dict[str, Any] = json.loads(text)[name]
    told["levels"] = dict(sorted((LEVELS.get(level, level), n) for level, n in told["levels"].items()))
    for entry in told["corrections"]:
        entry["from"] = LEVELS.get(entry["from"], entry["from"])
    return told


@pytest.mark.parametrize(("format_", "name"), PACKAGES)
def test_a_frozen_package_shows_what_it_showed(format_: str, name: str) -> None:
    found, told = shows(opened(format_, name)), frozen(format_, name)

    assert found.keys() == told.keys()
    for key, value in told.items():
        assert found[key] == value, key


@pytest.mark.parametrize(("format_", "name"), PACKAGES)
def test_a_frozen_package_knows_all_that_it_holds(format_: str, name: str) -> None:
    assert opened(format_, name).package.on_unknown == ""


@pytest.mark.parametrize(("format_", "name"), [each for each in PACKAGES if each[1].endswith(".zip")])
def test_a_frozen_package_that_is_saved_has_the_newest_format_and_shows_the_same(format_: str, name: str) -> None:
    before = opened(format_, name)
    files = save_article(before)

    assert json.loads(files[ABOUT_FILE])["readout"]["format"] == FORMAT
    after = open_article(before.id, files, before.codebook)
    assert after == before
    assert shows(after) == shows(before)


def test_a_frozen_data_folder_opens_as_one() -> None:
    library = load_library(FROZEN / "1" / "data")

    assert library.faults == {}
    assert set(library.packages) == {"worked-example", "attached"}


def test_every_format_but_the_newest_lies_frozen() -> None:
    assert sorted(path.name for path in FROZEN.iterdir() if path.is_dir()) >= [str(n + 1) for n in range(len(STEPS))]
    assert len(STEPS) == FORMAT - 1


@pytest.mark.parametrize("article", sorted(path.parent.name for path in DATA.glob("*/datapackage.json")))
def test_shipped_articles_have_the_newest_format(article: str) -> None:
    assert json.loads((DATA / article / ABOUT_FILE).read_text(encoding="utf-8"))["readout"]["format"] == FORMAT


# --- 1 to 2: repeated sentences -----------------------------------------------------------------

REPEATED = (*SENTENCES, "She praised the talks.")


@pytest.fixture
def repeated(codebook: Codebook) -> Contents:
    """A package of format 1 whose second sentence stands there again at the end, both corrected."""
    own = draft(codebook)
    text = "\n\n".join(REPEATED)
    old = statement_ids_of_format_1(REPEATED)
    last = own.first.statements[1].model_copy(
        update={"sentence": 5, "paragraph": 5, "start": text.rindex("She"), "end": len(text), "content_start": None, "content_end": None}
    )  # fmt: skip
    rows = [
        row.model_copy(update={"statement": id}) for row, id in zip((*own.first.statements, last), old, strict=True)
    ]
    files = save_article(replace(own, text=text, first=replace(own.first, statements=tuple(rows), evidence=())))
    about = json.loads(files[ABOUT_FILE])
    del about["readout"]["format"]
    log = "when,statement,field,from,to\n" + "".join(f"2021-03-12T09:0{n}:00Z,{old[n]},kept,yes,no\n" for n in (1, 4))
    evidence = f"statement,kind,label,value,start,end,phrase,like\n{old[1]},speaker,named,brook,,,,{old[4]}\n"
    return {
        **files,
        ABOUT_FILE: json.dumps(about).encode(),
        "corrections.csv": log.encode(),
        "evidence.csv": evidence.encode(),
    }


def test_repeated_sentences_get_their_new_ids_in_every_table(repeated: Contents, codebook: Codebook) -> None:
    new = statement_ids(REPEATED)

    found = open_article("talks", repeated, codebook)

    assert new[1] == fingerprint(REPEATED[1])
    assert [row.statement for row in found.first.statements] == new
    assert [entry.statement for entry in found.log] == [new[1], new[4]]
    assert [row.statement for row in found.first.evidence] == [new[1]]
    assert found.first.evidence[0].model_extra == {"like": new[4]}  # also in a column that is not known
    assert found.package.recognised == 3


def test_a_package_without_its_text_keeps_its_ids_and_they_are_found_again(
    repeated: Contents, codebook: Codebook
) -> None:
    from components.article.package import attach_text

    textless = {name: data for name, data in repeated.items() if name not in ("article.txt", "corrections.csv")}
    package = open_article("talks", textless, codebook).package
    text = "\n\n".join(REPEATED)

    assert list(package.statements["statement"]) == statement_ids_of_format_1(REPEATED)
    assert attach_text(package, text, codebook).package.recognised == 5
    assert attach_text(package, "Above.\n\n" + text, codebook).package.recognised == 5


def test_a_package_beside_another_text_keeps_its_ids(repeated: Contents, codebook: Codebook) -> None:
    other = {**repeated, "article.txt": b"Another text.", "corrections.csv": b"when,statement,field,from,to\n"}

    assert [row.statement for row in open_article("talks", other, codebook).first.statements] == (
        statement_ids_of_format_1(REPEATED)
    )


@pytest.mark.parametrize(
    "broken", [b"\xff", b'"', b"statement,start,end\na,x,1\n", b"statement\na\n", b"statement,start,end\na\n"]
)
def test_what_an_upgrade_cannot_read_is_left_for_the_check(
    repeated: Contents, codebook: Codebook, broken: bytes
) -> None:
    with pytest.raises(FaultyFilesError, match=r"statements\.csv"):
        open_article("talks", {**repeated, "statements.csv": broken}, codebook)


# --- Formats that are none ----------------------------------------------------------------------


def with_about(contents: Contents, edit: Callable[[dict[str, Any]], None]) -> dict[str, bytes]:
    about = json.loads(contents[ABOUT_FILE])
    edit(about)
    return {**contents, ABOUT_FILE: json.dumps(about).encode()}


@pytest.fixture
def saved_(codebook: Codebook) -> dict[str, bytes]:
    return save_article(draft(codebook))


def refused(contents: Contents, codebook: Codebook) -> str:
    with pytest.raises(FaultyFilesError) as error:
        open_article("talks", contents, codebook)
    return str(error.value)


def test_a_newer_format_is_said_in_one_sentence(saved_: Contents, codebook: Codebook) -> None:
    newer = with_about(saved_, lambda about: about["readout"].update(format=FORMAT + 1, voice=1))

    assert refused(newer, codebook) == (
        f"datapackage.json: has format {FORMAT + 1}; this version of Readout reads formats up to {FORMAT}. "
        "Open it with a newer Readout"
    )


@pytest.mark.parametrize("said", [0, -1, "2", True, None, 1.5, [2]])
def test_a_format_that_is_no_number_is_said(saved_: Contents, codebook: Codebook, said: object) -> None:
    wrong = with_about(saved_, lambda about: about["readout"].update(format=said))

    assert refused(wrong, codebook).endswith(f"; allowed: a whole number from 1 to {FORMAT}")


def test_other_articles_open_beside_one_of_a_newer_format(tmp_path: Path) -> None:
    shutil.copytree(FROZEN / "1" / "data", tmp_path, dirs_exist_ok=True)
    about = tmp_path / "attached" / ABOUT_FILE
    about.write_bytes(
        with_about({ABOUT_FILE: about.read_bytes()}, lambda a: a["readout"].update(format=99))[ABOUT_FILE]
    )

    library = load_library(tmp_path)

    assert set(library.packages) == {"worked-example"}
    assert set(library.faults) == {"attached"}


@pytest.mark.parametrize("about", [b"", b"[]", b"{}", b'{"readout": 3}', b"\xff", b"[" * 100_000])
def test_what_says_nothing_is_left_for_the_check(about: bytes) -> None:
    contents = {ABOUT_FILE: about}

    assert upgraded(contents) == contents


# --- What is not known --------------------------------------------------------------------------


def add_column(data: bytes, name: str, values: Iterator[str]) -> bytes:
    head, *rest = data.decode().splitlines()
    return "\n".join([f"{head},{name}", *(f"{line},{next(values)}" for line in rest), ""]).encode()


@pytest.fixture
def strange(saved_: dict[str, bytes]) -> dict[str, bytes]:
    """A package of a program that knows more: a column in two tables, keys in three places."""

    def more(about: dict[str, Any]) -> None:
        about["readout"]["audience"] = {"desks": ["east"]}
        about |= {"licenses": [{"name": "CC-BY-4.0"}], "weather": "fine"}
        about["resources"][0]["schema"]["fields"].append({"name": "stance", "type": "string", "description": "Theirs."})

    return with_about(
        {
            **saved_,
            "statements.csv": add_column(saved_["statements.csv"], "stance", iter(["for", "", "against", ""])),
            "corrections.csv": add_column(saved_["corrections.csv"], "by", iter(())),
            "codebook.toml": b'colour = "red"\nday = 2021-03-04\n'
            + saved_["codebook.toml"].replace(b"[[topics]]\n", b"[[topics]]\nrank = 1\n"),
        },
        more,
    )


def test_what_is_not_known_is_carried_through_open_and_save(strange: dict[str, bytes], codebook: Codebook) -> None:
    before = open_article("talks", strange, codebook)

    files = save_article(before)

    about = json.loads(files[ABOUT_FILE])
    assert about["readout"]["audience"] == {"desks": ["east"]}
    assert (about["weather"], about["licenses"]) == ("fine", [{"name": "CC-BY-4.0"}])
    assert files["statements.csv"] == strange["statements.csv"]
    assert files["corrections.csv"] == b"when,statement,field,from,to,by\n"
    assert tomllib.loads(files["codebook.toml"].decode()) == tomllib.loads(strange["codebook.toml"].decode())
    assert about["resources"][0]["schema"]["fields"][-1] == {
        "name": "stance", "type": "string", "description": "Theirs.",
    }  # fmt: skip
    assert open_article("talks", files, codebook) == before


def test_any_tool_opens_a_package_with_columns_that_are_not_known(
    strange: dict[str, bytes], codebook: Codebook, tmp_path: Path
) -> None:
    for name, data in save_article(open_article("talks", strange, codebook)).items():
        (tmp_path / name).write_bytes(data)

    report = validate(str(tmp_path / ABOUT_FILE))

    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])


def test_what_is_not_known_is_named_in_one_sentence(strange: dict[str, bytes], codebook: Codebook) -> None:
    assert open_article("talks", strange, codebook).package.on_unknown == (
        "This version of Readout does not know weather in datapackage.json, stance in statements.csv, by in "
        "corrections.csv, readout.audience in datapackage.json, colour in codebook.toml, day in codebook.toml, topics.rank "
        "in codebook.toml. It is kept, and saved again with the article."
    )  # licences are every package's


def test_of_much_that_is_not_known_some_is_named(saved_: Contents, codebook: Codebook) -> None:
    much = with_about(saved_, lambda about: about.update({f"key-{n}": n for n in range(2000)}))

    said = open_article("talks", much, codebook).package.on_unknown

    assert said.count("key-") == NAMED
    assert said.endswith("and 1,990 more. It is kept, and saved again with the article.")


def test_a_correction_keeps_what_is_not_known(strange: dict[str, bytes], codebook: Codebook) -> None:
    import datetime as dt

    from components.article.corrections import entries

    before = open_article("talks", strange, codebook)
    entry = entries.accept(before.coding, before.first.statements[0].statement, when=dt.datetime.now(dt.UTC))

    after = open_article("talks", save_article(before.corrected(entry)), codebook)

    assert after == before.corrected(entry)
    assert [row.model_extra for row in after.coding.statements] == [{"stance": "for"}, {}, {"stance": "against"}, {}]


def test_optional_columns_that_are_missing_have_their_defaults(saved_: dict[str, bytes], codebook: Codebook) -> None:
    from io import BytesIO

    import pandas as pd

    table = pd.read_csv(BytesIO(saved_["statements.csv"]), dtype=str, keep_default_na=False)
    optional = ["answers", "via", "topics", "gloss", "polarity", "subjectivity", "vader", "blend"]
    short = table.drop(columns=optional).to_csv(index=False).encode()

    found = open_article("talks", {**saved_, "statements.csv": short}, codebook)

    assert found == draft(codebook).__class__(**{**vars_of(draft(codebook)), "id": "talks"})


def vars_of(draft_: Draft) -> dict[str, Any]:
    from dataclasses import fields

    return {each.name: getattr(draft_, each.name) for each in fields(draft_)}


@pytest.mark.parametrize("missing", ["statement", "speakers", "form", "start"])
def test_a_required_column_that_is_missing_is_told(saved_: dict[str, bytes], codebook: Codebook, missing: str) -> None:
    broken = re.sub(rf"\b{missing}\b".encode(), b"renamed", saved_["statements.csv"], count=1)

    assert f"statements.csv, line 1: the column {missing} is missing; the columns are " in refused(
        {**saved_, "statements.csv": broken}, codebook
    )


@pytest.mark.parametrize("missing", ["from", "to", "statement"])
def test_every_column_of_the_log_is_required(saved_: dict[str, bytes], codebook: Codebook, missing: str) -> None:
    broken = saved_["corrections.csv"].replace(missing.encode(), b"renamed", 1)

    assert f"corrections.csv, line 1: the column {missing} is missing" in refused(
        {**saved_, "corrections.csv": broken}, codebook
    )


def test_verify_names_what_is_not_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(FROZEN / "1" / "data", tmp_path, dirs_exist_ok=True)
    about = tmp_path / "attached" / ABOUT_FILE
    about.write_bytes(with_about({ABOUT_FILE: about.read_bytes()}, lambda a: a.update(weather="fine"))[ABOUT_FILE])

    assert main(["verify", str(tmp_path)]) == 0

    assert capsys.readouterr().out.splitlines() == [
        "attached: 11 statements, 11 with wording",
        "  This version of Readout does not know weather in datapackage.json. It is kept, and saved again with the "
        "article.",
        "worked-example: 11 statements, no text attached",
    ]


def test_recording_keeps_what_the_coder_wrote_beside_the_coding(tmp_path: Path, codebook: Codebook) -> None:
    folder = Path(shutil.copytree(DATA / "worked-example", tmp_path / "worked-example"))
    for name in ("statements.csv", "actors.csv"):
        path = folder / name
        path.write_bytes(add_column(path.read_bytes(), "note", (f"n{n}" for n in range(99))))
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix == ".csv"}

    record_package(folder, codebook, measure=alphas)

    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix == ".csv"} == before
    assert validate(str(folder / ABOUT_FILE)).valid


# --- Sides --------------------------------------------------------------------------------------


OLD_BOOK = (
    'topics = [{id = "t", label = "T", definition = "D.", counts = "C.", counts_not = "N.", words = ["t"]}]\n'
    'sides = [{id = "uk", label = "UK", voice = "London"}, {id = "rebels", label = "Rebels", voice = "the rebels"}]\n'
    'actors = [{id = "brook", name = "Ana Brook", role = "", side = "uk", aliases = []}]\n'
)


def test_sides_get_the_codes_of_their_countries_and_groups_stay() -> None:
    actors = 'id,name,role,side,aliases,note\nbrook,Ana Brook,"Envoy, acting",uk,,kept\ndale,Carl Dale,,rebels,,\n'
    log = (
        "when,statement,field,from,to\n2021-03-12T09:30:00Z,,actor,,holt;Petra Holt;Envoy;uk\n"
        "2021-03-12T09:31:00Z,,side,holt;uk,holt;rebels\n2021-03-12T09:32:00Z,,name,holt;uk,holt;us\n"
    )
    about = b'{"readout": {}}'
    files = upgraded({
        ABOUT_FILE: about, "actors.csv": actors.encode(), "corrections.csv": log.encode(), "codebook.toml": OLD_BOOK.encode()
    })  # fmt: skip

    assert files["actors.csv"].decode() == actors.replace(",uk,", ",gbr,")
    assert files["corrections.csv"].decode() == log.replace("Envoy;uk", "Envoy;gbr").replace(
        "side,holt;uk", "side,holt;gbr"
    )
    book = tomllib.loads(files["codebook.toml"].decode())
    assert [side["id"] for side in book["sides"]] == ["rebels"]
    assert [actor["side"] for actor in book["actors"]] == ["gbr"]


@pytest.mark.parametrize("name", ["actors.csv", "corrections.csv", "codebook.toml"])
@pytest.mark.parametrize(
    "data", [b"", b"id,side\nbrook\n", b"side,field\nuk,side,more\n", b"\xff", b"sides = [1]", b"sides = 1", b'a"b\n']
)
def test_a_file_that_cannot_be_read_is_left_to_the_check(name: str, data: bytes) -> None:
    files = {ABOUT_FILE: b'{"readout": {}}', name: data}

    assert upgraded(files) == files

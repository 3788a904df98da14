"""The documents say what is there: commands, pages, files, dependencies, links; and nothing that is not ours."""

import re
import subprocess
import tomllib
import zipfile
from collections.abc import Iterator

import pytest

import components
from components.analysis.view import KNOWN
from components.article.files import TABLES
from components.reading.files import file_types, kinds_of_files
from components.ui.pages import PAGES
from tests.conftest import DATA, ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def tracked() -> list[str]:
    """The files that git tracks."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if name]


def tracked_texts() -> Iterator[tuple[str, str]]:
    """Each tracked file with its text, and each file inside a tracked zip file."""
    for name in tracked():
        path = ROOT / name
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                yield from ((f"{name}/{each}", archive.read(each).decode("utf-8")) for each in archive.namelist())
        elif path.suffix != ".png":
            yield name, path.read_text(encoding="utf-8")


def indented(text: str) -> list[str]:
    """The commands of a document: its indented lines."""
    return re.findall(r"^    (\S.*)$", text, re.MULTILINE)


def test_two_commands_do_everything_on_each_system() -> None:
    unix, windows, unix_tests, windows_tests = [line for line in indented(README) if "venv" in line and "&&" in line]

    assert unix.startswith("python3 -m venv .venv && ")
    assert unix.endswith("streamlit run app.py --server.address=127.0.0.1")
    assert unix_tests.endswith("-m pytest")
    for ours, theirs in ((unix, windows), (unix_tests, windows_tests)):
        there = ours.replace("python3", "py").replace(".venv/bin/", ".venv\\Scripts\\")
        assert theirs == f'cmd /c "{there}"'  # PowerShell 5.1, which Windows brings, has no && of its own


def test_the_readme_names_the_kinds_of_files_that_can_be_opened() -> None:
    said = " ".join(README.split())

    assert f"{kinds_of_files()} ({', '.join(f'`{ending}`' for ending in file_types())})" in said


def test_ci_runs_the_readme_s_test_command_and_nothing_weaker() -> None:
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    pattern = re.search(r"s/\^    \\\((.*)\\\)\$/", script)

    assert pattern
    assert [line for line in indented(README) if re.fullmatch(pattern[1], line)] == [
        line for line in indented(README) if line.startswith("python3") and line.endswith("pytest")
    ]
    assert "rm -rf .venv" in script
    assert "CI=1" in script


@pytest.mark.parametrize("title", [each.title for each in PAGES.values()])
def test_every_page_is_in_the_readme(title: str) -> None:
    assert f"| {title} |" in README


@pytest.mark.parametrize(
    "file",
    [
        *(f"{name}.csv" for name in TABLES),
        "datapackage.json",
        "article.txt",
        "codebook.toml",
        "record.csv",
        "evaluation.csv",
        "coding-manual.md",
    ],
)
def test_every_data_file_is_in_the_readme(file: str) -> None:
    assert file in README


def names(group: list[str]) -> list[str]:
    return [re.split(r"[><=~!]", entry)[0] for entry in group]


@pytest.mark.parametrize("name", names(PROJECT["project"]["dependencies"]))
def test_every_dependency_has_its_licence_and_its_reason(name: str) -> None:
    (row,) = re.findall(rf"^\| {re.escape(name)} \| (.+) \| (.+) \|$", README, re.MULTILINE | re.IGNORECASE)

    assert "GPL" not in row[0]
    assert len(row[1]) > 5


@pytest.mark.parametrize("name", names(PROJECT["dependency-groups"]["tests"]))
def test_every_tool_of_the_tests_is_named(name: str) -> None:
    assert name in README


@pytest.mark.parametrize("entry", [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["tests"]])
def test_every_dependency_is_locked_inside_its_range(entry: str) -> None:
    from packaging.requirements import Requirement

    wanted = Requirement(entry)
    lock = (ROOT / "tests/requirements.txt").read_text(encoding="utf-8")
    locked = re.findall(rf"^{re.escape(wanted.name)}==(\S+)", lock, re.MULTILINE | re.IGNORECASE)

    assert locked
    assert all(wanted.specifier.contains(version) for version in locked)


@pytest.mark.parametrize("lock", ["requirements.txt", "tests/requirements.txt"])
def test_locks_have_hashes_and_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())

    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text


def test_what_the_app_installs_is_what_the_tests_install() -> None:
    app, tests = ((ROOT / lock).read_text(encoding="utf-8") for lock in ("requirements.txt", "tests/requirements.txt"))
    pins = re.compile(r"^[a-z0-9._-]+==\S+", re.MULTILINE | re.IGNORECASE)

    assert set(pins.findall(app)) <= set(pins.findall(tests))


def test_the_changelog_ends_in_what_is_not_yet_released() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert "## Unreleased" in changelog or f"## {components.__version__}" in changelog
    assert PROJECT["project"]["version"] == components.__version__


def test_the_address_is_documented_parameter_by_parameter() -> None:
    from components.analysis import view

    assert all(f"| {name} |" in (view.__doc__ or "") for name in KNOWN)


def test_no_article_s_text_is_tracked_but_our_own() -> None:
    assert [name for name in tracked() if name.endswith("article.txt")] == [
        "data/call-of-ruse-and-helm-karvia/article.txt",
        "data/call-of-ruse-and-helm-lestonia/article.txt",
        "data/talks-in-port-sella-marenia/article.txt",
        "data/talks-in-port-sella-tolvia/article.txt",
        "data/worked-example/article.txt",
        "tests/formats/1/data/attached/article.txt",  # the same one
    ]


def test_no_eight_words_of_the_article_stand_in_what_is_tracked() -> None:
    """The text rule: coding, measurements and a gloss of our own, never a sentence of somebody else's."""
    article = DATA / "lavrov-truss-2022-02/article.txt"
    if not article.is_file():
        pytest.skip("the article's text is not on this machine: save it as data/lavrov-truss-2022-02/article.txt")

    def words(text: str) -> list[str]:
        return re.findall(r"[^\W_]+", text.lower().replace("’", "").replace("'", ""))

    text = words(article.read_text(encoding="utf-8"))
    runs = {tuple(text[i : i + 8]) for i in range(len(text) - 7)}
    for name, content in tracked_texts():
        stream = words(content)
        assert not any(tuple(stream[i : i + 8]) in runs for i in range(len(stream) - 7)), name


def test_the_project_names_no_path_of_a_machine_and_no_other_folder() -> None:
    for name, text in tracked_texts():
        if name in (".ci/run", "tests/test_docs.py"):
            continue
        assert "../shared" not in text, name
        assert not re.search(r"/home/\w|/root/|/Users/\w", text), name


def test_a_number_in_prose_is_the_number_in_the_code() -> None:
    record = (DATA / "lavrov-truss-2022-02/record.csv").read_text(encoding="utf-8").strip().count("\n")

    assert f"**A diplomatic record** of {record} dated events" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

"""The commands, `python -m components` and one of: read, compare, brief, record, verify."""

import argparse
import datetime as dt
import sys
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from components.article.drafts import draft_of
from components.article.package import Draft
from components.article.saving import save_article
from components.library.shipped import load_library
from components.model.codebook import Codebook, load_codebook
from components.model.ids import first_free
from components.model.numbers import counted
from components.model.rows import FaultyFilesError
from components.model.safe import file_name
from components.model.statements import GENRES, Genre

DATA = Path(__file__).parents[1] / "data"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. Returns the exit code: 0, or 1 where something is faulty."""
    chosen = _parser().parse_args(arguments)
    try:
        if chosen.command == "read":
            insist = chosen.language == "insist"
            return _read(chosen.files, chosen.published, chosen.genre, chosen.out, insist=insist)
        if chosen.command == "compare":
            return _compare(chosen.articles, chosen.published, chosen.genre, chosen.json)
        if chosen.command == "brief":
            return _brief(chosen.article, chosen.filter, chosen.by, chosen.title, chosen.day, chosen.out)
        return _record(chosen.folder) if chosen.command == "record" else _verify(chosen.folder)
    except FaultyFilesError as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m components", description="Readout from the command line.")
    commands = parser.add_subparsers(dest="command", required=True)
    read = commands.add_parser("read", help="read articles (txt, md, html, docx, pdf) into data packages")
    read.add_argument("files", type=Path, nargs="+", metavar="FILE", help="the articles")
    read.add_argument("--published", type=_day, metavar="DATE", help="their day, as 2022-02-13 (default: guessed)")
    read.add_argument("--genre", choices=GENRES, help="how they report (default: guessed)")
    read.add_argument(
        "--language",
        choices=("any", "insist"),
        default="any",
        help="any: what is not English is cut into sentences and not read for speakers, topics and tone (default); insist: "
        "it is read as if it were English",
    )
    read.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder for the packages")
    compare = commands.add_parser("compare", help="lay two articles side by side: packages (folder or zip), or texts")
    compare.add_argument("articles", type=Path, nargs=2, metavar="ARTICLE", help="the two articles")
    compare.add_argument(
        "--published", type=_day, metavar="DATE", help="the day of texts, as 2022-02-13 (default: guessed)"
    )
    compare.add_argument("--genre", choices=GENRES, help="how texts report (default: guessed)")
    compare.add_argument("--json", type=Path, metavar="FILE", help="write the rows as JSON (default: a table in words)")
    brief = commands.add_parser("brief", help="a briefing with findings, figures and quotes: HTML, Word or PDF")
    brief.add_argument("article", type=Path, metavar="ARTICLE", help="an article: a package (folder or zip), or a text")
    brief.add_argument(
        "--filter",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="what is asked for, as in an address: topic=nato, speaker=lavrov, tone=negative, order=negative; may repeat",
    )
    brief.add_argument(
        "--by", choices=("own", "topic", "speaker"), default="topic", help="how quotes are grouped (topic)"
    )
    brief.add_argument("--title", default="", help="the title (default: the article's)")
    brief.add_argument("--day", type=_day, metavar="DATE", help="the day that it bears, as 2022-02-13 (default: today)")
    brief.add_argument("--out", type=Path, required=True, metavar="FILE", help="the file: .html, .docx or .pdf")
    record = commands.add_parser("record", help="measure a hand-coded article anew from its article.txt")
    record.add_argument("folder", type=Path, help="the article's folder, such as data/lavrov-truss-2022-02")
    verify = commands.add_parser(
        "verify", help="read every article of a data folder, or check a pack, and report all faults"
    )
    verify.add_argument(
        "folder", type=Path, nargs="?", default=Path("data"), metavar="FOLDER or PACK",
        help="a data folder, a pack of exports, or an article saved as a zip file (default: data)",
    )  # fmt: skip
    return parser


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"found “{text}”; allowed: a day, as 2022-02-13") from None


# --- read ---------------------------------------------------------------------------------------


def _read(files: Sequence[Path], published: dt.date | None, genre: Genre | None, out: Path, *, insist: bool) -> int:
    """One line for each file. What fails is told, and the others are written."""
    from components.reading.article import TooLongError
    from components.reading.files import UnreadableFileError

    codebook = load_codebook(DATA)
    failed = 0
    taken: set[str] = set()
    for path in files:
        try:
            draft, guessed = _draft(path, published, genre, codebook, insist=insist)
            folder = out / _free_name(path.stem, taken)
            _write(draft, folder)
        except (UnreadableFileError, TooLongError, OSError) as error:
            failed += 1
            print(f"{path}: not read. {_reason(error)}", file=sys.stderr)
            continue
        told = f". {' '.join(draft.about.notices)}" if draft.about.notices else ""
        print(f"{path}: {_said(draft)}{guessed} -> {folder}{told}")
    return 1 if failed else 0


def _draft(
    path: Path, published: dt.date | None, genre: Genre | None, codebook: Codebook, *, insist: bool
) -> tuple[Draft, str]:
    """The article of a file, and in words what of its details was guessed."""
    from components.reading.apart import read_file_apart
    from components.reading.article import read_article
    from components.reading.details import guess_details
    from components.reading.files import UnreadableFileError

    found = read_file_apart(path.name, path.read_bytes())
    told = dt.date.fromisoformat(found.published) if found.published else None
    today = dt.datetime.now(dt.UTC).date()
    details = guess_details(
        found.text, today=today, title=found.title, published=told, publisher=found.publisher, place=found.place
    )
    day = published or details.published
    if day is None:
        raise UnreadableFileError("It names no day on which it was published. Say it with --published.")
    reading = read_article(
        found.text,
        published=day,
        genre=genre or details.genre,
        title=details.title,
        codebook=codebook,
        on_progress=lambda share: _show_progress(path, share),
        insist=insist,
        publisher=details.publisher,
    )
    if not reading.rows.statements:
        raise UnreadableFileError("It holds no sentence.")
    guesses = [f"day {day}"] * (published is None) + [f"genre {details.genre}"] * (genre is None)
    guessed = f" (guessed: {', '.join(guesses)})" if guesses else ""
    draft = draft_of(
        reading,
        found.text,
        published=day.isoformat(),
        genre=genre or details.genre,
        codebook=codebook,
        publisher=details.publisher,
        title=details.title,
        place=details.place,
        notices=found.notes,
    )
    return draft, guessed


def _show_progress(path: Path, share: float) -> None:
    """How far it is, on a terminal alone; the line is wiped at the end."""
    if sys.stderr.isatty():
        line = f"{path.name}: {share:.0%}"
        print(f"\r{line if share < 1 else ' ' * len(line)}", end="" if share < 1 else "\r", file=sys.stderr, flush=True)


def _said(draft: Draft) -> str:
    rows = draft.first.statements
    unsure = sum(row.level in ("guess", "unknown") for row in rows)
    return f"{counted(len(rows), 'statement')}, {unsure} of them with a guessed speaker or none"


def _free_name(stem: str, taken: set[str]) -> str:
    """A name for the folder: the file's, with a number where another file of this call had it."""
    name = first_free(file_name(stem), taken)
    taken.add(name)
    return name


def _write(draft: Draft, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in save_article(draft).items():
        (folder / name).write_bytes(data)


# --- compare ------------------------------------------------------------------------------------


def _compare(articles: Sequence[Path], published: dt.date | None, genre: Genre | None, out: Path | None) -> int:
    """Two articles side by side, as JSON or as lines. An article that cannot be read is named, and nothing is written."""
    from components.analysis.comparison.accounts import account_of
    from components.analysis.comparison.compared import Compared, as_content
    from components.analysis.comparison.rows import propose
    from components.article.saving import as_json
    from components.reading.article import TooLongError
    from components.reading.files import UnreadableFileError

    codebook = load_codebook(DATA)
    packages = []
    for path in articles:
        try:
            packages.append(_opened(path, published, genre, codebook).package)
        except (UnreadableFileError, TooLongError, OSError) as error:
            print(f"{path}: not read. {_reason(error)}", file=sys.stderr)
            return 1
    a, b = (account_of(package, codebook) for package in packages)
    content = as_content(Compared(a, b, propose(a, b, codebook)))
    if out:
        out.write_bytes(as_json(content))
    else:
        print(*_lines(content), sep="\n")
    return 0


def _opened(path: Path, published: dt.date | None, genre: Genre | None, codebook: Codebook) -> Draft:
    """An article of a folder, a zip file that this program saved, or a file with a text."""
    from components.article.archive import open_strangers_zip
    from components.article.opening import open_folder

    if path.is_dir():
        return open_folder(path, codebook)
    if path.suffix == ".zip":
        return open_strangers_zip(path.stem, path.read_bytes(), codebook)
    return _draft(path, published, genre, codebook, insist=False)[0]


def _lines(content: Mapping[str, Any]) -> Iterable[str]:
    """The comparison in words, one line a subject."""
    yield from content["in_short"]
    for row in content["subjects"]:
        places = [", ".join(map(str, row[side])) or "not in it" for side in ("a", "b")]
        against = " | may stand against each other" if row["against"] else ""
        yield f"{row['label']} | first: {places[0]} | second: {places[1]}{against}"
    yield content["caveat"]


def _reason(error: Exception) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)


# --- brief --------------------------------------------------------------------------------------


def _brief(article: Path, asked: Sequence[str], by: Any, title: str, day: dt.date | None, out: Path) -> int:
    """A briefing of what a filter leaves of an article. What cannot be done is told, and nothing is written."""
    from components.analysis.filters import searched_in
    from components.analysis.view import read_view
    from components.model.fields import Labels
    from components.reading.article import TooLongError
    from components.reading.files import UnreadableFileError
    from components.report.brief.briefing import TooManyQuotesError, of_what_is_shown, part_of
    from components.report.brief.kinds import BRIEFINGS, NO_PDF, briefings

    kind = next((each for each in BRIEFINGS.values() if each.suffix == out.suffix), None)
    if kind is None:
        allowed = " or ".join(each.suffix for each in BRIEFINGS.values())
        print(f"{out}: found “{out.suffix}”; allowed: a name that ends in {allowed}", file=sys.stderr)
        return 1
    if kind not in briefings().values():
        print(f"{out}: not written. {NO_PDF}", file=sys.stderr)
        return 1
    general = load_codebook(DATA)
    try:
        opened = _opened(article, None, None, general)
    except (UnreadableFileError, TooLongError, OSError) as error:
        print(f"{article}: not read. {_reason(error)}", file=sys.stderr)
        return 1
    parameters: dict[str, list[str]] = {}
    for each in asked:
        name, _, value = each.partition("=")
        parameters.setdefault(name, []).append(value)
    package = opened.package
    found = read_view({**parameters, "article": [package.id]}, {package.id: opened}, general)
    if found.unknown:
        print(f"{article}: the filter asks for {', '.join(found.unknown)}, which it does not have", file=sys.stderr)
        return 1
    codebook, view = package.led or general, found.view
    left = view.filter.apply(package.statements)
    labels = Labels(package.short_names, codebook.topic_labels, searched_in(package.statements, view.filter))
    sentence = view.describe(len(left), len(package.statements), labels)
    try:
        made = of_what_is_shown(
            part_of(package, codebook, view.ordered(left), view),
            sentence,
            title=title,
            by=by,
            day=day or dt.datetime.now(dt.UTC).date(),
        )
    except TooManyQuotesError as error:
        print(f"{article}: {error}", file=sys.stderr)
        return 1
    out.write_bytes(kind.make(made))
    print(f"{article}: {sentence} -> {out}")
    return 0


# --- record, verify -----------------------------------------------------------------------------


def _record(folder: Path) -> int:
    from components.analysis.agreement import alphas
    from components.article.recorder import record_package

    folder = folder.resolve()
    count = record_package(folder, load_codebook(folder.parent), measure=alphas)
    print(f"{folder.name}: {count} statements recorded")
    return 0


def _verify_file(path: Path) -> int:
    """A pack of exports, or an article saved as one file: which files inside are not as they were written."""
    from components.article.archive import from_zip
    from components.report.pack import MANIFEST, faults_of_pack

    data = path.read_bytes()
    if zipfile.is_zipfile(path) and MANIFEST not in zipfile.ZipFile(path).namelist():
        print(f"{path.name}: {counted(len(from_zip(data, path.name)), 'file')}, as they were saved")
        return 0
    count, faults = faults_of_pack(data, path.name)
    if not faults:
        print(f"{path.name}: {counted(count, 'file')}, as they were packed")
    _tell_faults([(path.name, faults)] if faults else [])
    return 1 if faults else 0


def _verify(folder: Path) -> int:
    if folder.is_file():
        return _verify_file(folder)
    library = load_library(folder)
    for id, package in library.packages.items():
        wording = f"{package.recognised} with wording" if package.recognised else "no text attached"
        print(f"{id}: {len(package.statements)} statements, {wording}")
        if package.on_unknown:
            print(f"  {package.on_unknown}")
    _tell_faults(library.faults.items())
    return 1 if library.faults else 0


def _tell_faults(found: Iterable[tuple[str, Sequence[object]]]) -> None:
    for id, faults in found:
        print(f"{id}: {counted(len(faults), 'fault')}", *(f"  {fault}" for fault in faults), sep="\n", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())

"""The two pairs that ship as examples: `python -m tests.comparison.examples` writes them into `data/` from the pairs' texts.

They are read by machine, as a user's texts are, and are the general codebook's; so a new rule of reading may change them: then they
are made anew.
"""

import datetime as dt
import json
import tomllib
from pathlib import Path

from components.article.drafts import draft_of
from components.article.package import Draft
from components.article.saving import as_json, save_article
from components.model.codebook import CODEBOOK_FILE, RECORD_FILE, Codebook, load_codebook
from components.model.ids import slug
from components.reading.article import read_article
from tests.comparison.measure import PAIRS, SHIPPED
from tests.conftest import DATA

LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


def examples() -> dict[str, dict[str, bytes]]:
    """The files of the four packages, by the name of their folder."""
    codebook = load_codebook(DATA)
    made = {}
    for name in SHIPPED:
        about = tomllib.loads((PAIRS / name / "pair.toml").read_text(encoding="utf-8"))
        for side in ("a", "b"):
            folder = f"{slug(about['title'])}-{slug(about[side])}"
            made[folder] = _files(_read(PAIRS / name / f"{side}.txt", about, side, codebook))
    return made


def _read(path: Path, about: dict[str, str], side: str, codebook: Codebook) -> Draft:
    text = path.read_text(encoding="utf-8")
    title = f"{about['title']} (invented): {about[side]}’s readout"
    day = dt.date.fromisoformat(about["published"])
    read = read_article(text, published=day, genre="readout", title=about["title"], codebook=codebook)
    return draft_of(
        read, text, published=about["published"], genre="readout", codebook=codebook,
        publisher=f"{about[side]}, invented", title=title,
    )  # fmt: skip


def _files(draft: Draft) -> dict[str, bytes]:
    """The files of a package that ships: with the general codebook, which lies beside it, and with a licence."""
    files = {name: data for name, data in save_article(draft).items() if name not in (CODEBOOK_FILE, RECORD_FILE)}
    content = json.loads(files["datapackage.json"])
    content["resources"] = [each for each in content["resources"] if each["name"] != "record"]
    content["sources"] = [{"title": "Written for Readout; nobody and no country in it exists"}]
    files["datapackage.json"] = as_json({**content, "licenses": [LICENCE]})
    return files


def main() -> None:
    """Write the packages."""
    for folder, files in examples().items():
        (DATA / folder).mkdir(exist_ok=True)
        for name, data in files.items():
            (DATA / folder / name).write_bytes(data)
        print(DATA / folder)


if __name__ == "__main__":
    main()

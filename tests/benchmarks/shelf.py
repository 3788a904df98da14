"""What kept articles cost the first page: seconds until it has run in a new server, and memory.

    python tests/benchmarks/shelf.py                  # none against 1,000 kept articles, three servers each
    python tests/benchmarks/shelf.py --articles 200

Run by hand, from the project's root; nothing is asserted. The first server after many articles were kept or copied makes
the list of them; it is told apart from those that find it.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from components.article.archive import from_zip, saved
from components.article.opening import open_article
from components.model.codebook import load_codebook
from tests.benchmarks.pages import ADDRESS, Session, resident, serving
from tests.browser.conftest import ROOT, copy_of_data

FROZEN = ROOT / "tests" / "formats" / "1" / "machine-read.zip"


def fill(folder: Path, articles: int) -> None:
    """Articles of one title, as a reader keeps them."""
    folder.mkdir()
    draft = open_article("talks", from_zip(FROZEN.read_bytes()), load_codebook(ROOT / "data"))
    for number in range(articles):
        (folder / f"talks-{number}.zip").write_bytes(saved(replace(draft, id=f"talks-{number}")))


async def first_page(url: str) -> float:
    """Seconds until the first page of a server has run."""
    session = await Session(url).open()
    before = time.perf_counter()
    await session.rerun("", ADDRESS)
    return time.perf_counter() - before


def measure(data: Path) -> tuple[float, float]:
    """Seconds of the first page in a new server, and its resident memory in MB afterwards."""
    with serving(ROOT / "app.py", data) as (process, url, _):
        took = asyncio.run(first_page(url))
        return took, resident(process)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=1_000, help="how many are kept (default: 1000)")
    parser.add_argument("--servers", type=int, default=3, help="how many servers are started for each (default: 3)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        none, many = (copy_of_data(Path(folder) / name) for name in ("none", "many"))
        fill(many / "library", asked.articles)
        made, _ = measure(many)
        measured = [(measure(none), measure(many)) for _ in range(asked.servers)]
    for name, index, unit in (("first page", 0, "s"), ("memory", 1, "MB")):
        base, ours = (statistics.median(pair[which][index] for pair in measured) for which in (0, 1))
        print(
            f"{name}: {base:.2f} {unit} with none, {ours:.2f} {unit} with {asked.articles:,} ({ours - base:+.2f} {unit})"
        )
    print(f"first page where the list is made: {made:.2f} s")


if __name__ == "__main__":
    main()

"""Many sessions that click at the same time: errors, waiting time, processor time of a rerun, and memory.

    python tests/benchmarks/load.py                            # 50 sessions for five minutes, on two processors
    python tests/benchmarks/load.py --sessions 10 --minutes 1

Each session goes from page to page with another filter each time, and thinks in between. Run by hand, from the project's
root; nothing is asserted. Where another program uses the processors meanwhile, the waiting times are longer than they
need be; the processor time and the memory are the server's own.
"""

import argparse
import asyncio
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.benchmarks.pages import ADDRESS, PAGES, Session, path_of, resident, serving
from tests.browser.conftest import ROOT, copy_of_data

QUERIES = (
    ADDRESS,
    f"{ADDRESS}&topic=nato",
    f"{ADDRESS}&topic=osce",
    f"{ADDRESS}&speaker=lavrov",
    f"{ADDRESS}&words=the",
)
LONGEST_WAIT = 60.0


@dataclass
class Tally:
    """What all sessions saw."""

    waits: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


class Reader(Session):
    """A session that also tells whether the page that it got is one."""

    async def click(self, page: str, query: str) -> str:
        """Have a page run and wait for its end. Returns what went wrong; nothing where all is well."""
        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.page_name = page
        await self.socket.send(message.SerializeToString())
        fault, heading = "", False
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(await self.socket.recv())
            kind = answer.WhichOneof("type")
            if kind == "delta" and answer.delta.WhichOneof("type") == "new_element":
                element = answer.delta.new_element
                fault = fault or (element.WhichOneof("type") == "exception" and "exception on the page") or ""
                heading = heading or "rd-h1" in element.html.body
            elif kind == "page_not_found":
                fault = "page not found"
            elif kind == "ref_hash":
                heading = True  # sent before: an element that the browser has already
            elif kind == "script_finished":
                ended_well = answer.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
                return fault or ("" if ended_well else "script failed") or ("" if heading else "no heading")


async def read(url: str, tally: Tally, until: float, think: float, seed: int) -> None:
    """One reader: opens the app, clicks, thinks, clicks."""
    chance = random.Random(seed)  # noqa: S311 — the same clicks each time
    await asyncio.sleep(chance.uniform(0, think))
    session = await Reader(url).open()
    while time.monotonic() < until:
        started = time.monotonic()
        try:
            page, query = path_of(chance.choice(PAGES)), chance.choice(QUERIES)
            fault = await asyncio.wait_for(session.click(page, query), LONGEST_WAIT)
        except Exception as error:  # noqa: BLE001 — whatever it is, it is counted
            fault = type(error).__name__
            session = await Reader(url).open()
        tally.waits.append(time.monotonic() - started)
        if fault:
            tally.errors.append(fault)
        await asyncio.sleep(chance.uniform(0.5, 1.5) * think)
    await session.socket.close()


async def watch(process: subprocess.Popen[bytes], started: float, until: float) -> dict[float, float]:
    """Resident memory in MB every ten seconds, by seconds since the start."""
    seen: dict[float, float] = {}
    while time.monotonic() < until:
        await asyncio.sleep(10)
        seen[time.monotonic() - started] = resident(process)
    return seen


def used(process: subprocess.Popen[bytes]) -> float:
    """Processor time of the server so far, in seconds."""
    fields = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def measure(process: subprocess.Popen[bytes], url: str, sessions: int, minutes: float, think: float) -> None:
    """Run all readers at once and print what they saw."""
    warm = await Reader(url).open()
    for page in PAGES:  # what is loaded once is nobody's rerun
        await warm.click(path_of(page), ADDRESS)
    tally, started, before, load = Tally(), time.monotonic(), used(process), os.getloadavg()[0]
    until = started + minutes * 60
    readers = [read(url, tally, until, think, seed) for seed in range(sessions)]
    memory, *_ = await asyncio.gather(watch(process, started, until), *readers)
    cost = (used(process) - before) / max(len(tally.waits), 1)
    cuts = statistics.quantiles(tally.waits, n=100)
    after_two = next((each for at, each in memory.items() if at >= 120), next(iter(memory.values())))
    *_, end = memory.values()
    print(f"{sessions} sessions, {minutes:g} minutes, {os.cpu_count()} processors, load before {load:.2f}")
    print(
        f"  reruns        {len(tally.waits)} ({len(tally.waits) / minutes / 60:.1f} per second), {len(tally.errors)} errors"
    )
    for fault in sorted(set(tally.errors)):
        print(f"    {tally.errors.count(fault)} × {fault}")
    print(f"  waiting time  p50 {cuts[49]:.3f} s, p95 {cuts[94]:.3f} s, longest {max(tally.waits):.3f} s")
    print(f"  processor     {1000 * cost:.1f} ms per rerun")
    print(
        f"  memory        {after_two:.0f} MB after two minutes, {end:.0f} MB at the end, most {max(memory.values()):.0f} MB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--think", type=float, default=5, help="seconds between two clicks of one reader, on average")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = copy_of_data(Path(folder) / "data")
        with serving(ROOT / "app.py", data) as (process, url, _):
            asyncio.run(measure(process, url, asked.sessions, asked.minutes, asked.think))


if __name__ == "__main__":
    main()

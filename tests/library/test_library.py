"""Articles that a reader keeps: where, when not, and that a file under its name is always whole."""

import datetime as dt
import errno
import os
import random
import re
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock

from components.article.corrections import entries
from components.article.package import Draft
from components.library import shelf as library
from components.library.listing import listed
from components.library.shelf import (
    CHANGED_SINCE,
    LOCK_FILE,
    OTHER_CORRECTIONS,
    OTHER_FILE,
    SECONDS_OF_A_LEFTOVER,
    NotAnEarlierStateError,
    forget,
    keep,
    keep_beside,
    kept_files,
    library_folder,
    open_kept,
    sweep,
    why_off,
)
from components.model.codebook import Codebook, Topic
from components.model.rows import FaultyFilesError
from tests.conftest import ROOT
from tests.own import IDS, draft, short


def kept(folder: Path, codebook: Codebook) -> dict[str, Draft]:
    return {path.stem: open_kept(path, codebook) for path in kept_files(folder)}


@pytest.fixture
def own(codebook: Codebook) -> Draft:
    return draft(short(codebook))


def test_what_is_kept_is_there_again(own: Draft, codebook: Codebook, tmp_path: Path) -> None:
    keep(own, tmp_path / "new" / "folder")

    assert kept(tmp_path / "new" / "folder", codebook) == {own.id: own}


def test_keeping_again_takes_the_place_of_the_earlier_state(own: Draft, codebook: Codebook, tmp_path: Path) -> None:
    keep(own, tmp_path)
    keep(replace(own, title="Other talks"), tmp_path)

    assert [each.title for each in kept(tmp_path, codebook).values()] == ["Other talks"]
    assert [path.name for path in tmp_path.iterdir() if path.name != LOCK_FILE] == [f"{own.id}.zip"]


def test_what_is_forgotten_is_gone_and_forgetting_twice_is_no_fault(
    own: Draft, codebook: Codebook, tmp_path: Path
) -> None:
    keep(own, tmp_path)
    forget(own.id, tmp_path)
    forget(own.id, tmp_path)

    assert kept(tmp_path, codebook) == {}


def test_where_the_disk_is_full_the_earlier_state_stays_and_nothing_half_is_left(
    own: Draft, codebook: Codebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(own, tmp_path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(library.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        keep(own.corrected(), tmp_path)

    assert [path.name for path in tmp_path.iterdir() if path.name != LOCK_FILE] == [f"{own.id}.zip"]
    assert kept(tmp_path, codebook) == {own.id: own}


def test_a_file_that_was_being_written_when_the_power_went_is_no_article(
    own: Draft, codebook: Codebook, tmp_path: Path
) -> None:
    whole = (tmp_path / f"{keep(own, tmp_path).id}.zip").read_bytes()
    (tmp_path / ".abc.part").write_bytes(whole[:100])
    (tmp_path / "half.zip").write_bytes(whole[:-50])

    with pytest.raises(FaultyFilesError) as error:
        open_kept(tmp_path / "half.zip", codebook)

    assert [path.name for path in kept_files(tmp_path)] == ["half.zip", f"{own.id}.zip"]
    assert str(error.value) == (
        "half.zip: cannot be opened as a zip file. Save the article again, or choose another file"
    )


def test_a_folder_that_is_not_there_holds_nothing(codebook: Codebook, tmp_path: Path) -> None:
    assert kept(tmp_path / "none", codebook) == {}


# --- Killed while it writes ---------------------------------------------------------------------

WRITE_FOR_EVER = """
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path
from components.model.codebook import load_codebook
from components.library.shelf import keep
from tests.own import draft, short
folder = Path(sys.argv[1])
own = draft(short(load_codebook(Path("data"))))
print("ready", flush=True)
for number in count(int(sys.argv[2])):
    keep(replace(own, title=f"State {number}"), folder)
    print(number, flush=True)
"""


def test_whenever_a_process_is_killed_while_it_keeps_an_article_a_whole_state_is_there(
    codebook: Codebook, tmp_path: Path
) -> None:
    """The state is the last that the process told to be kept, or the one that it was just keeping."""
    chance, number = random.Random(7), 0  # noqa: S311 — the same moments each time
    for turn in range(6):
        command = [sys.executable, "-c", WRITE_FOR_EVER, str(tmp_path), str(number)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
            told = [int(process.stdout.readline())] if turn else []  # the first time also before anything is kept
            time.sleep(chance.uniform(0, 0.1))
            process.kill()
            told += [int(line) for line in process.stdout.read().split()]
        states = [each.title for each in kept(tmp_path, codebook).values()]
        last = told[-1] if told else number - 1
        assert states in ([f"State {last}"], [f"State {last + 1}"]) or (last < 0 and states == [])
        number = last + 2

    sweep(tmp_path)
    assert kept(tmp_path, codebook)


def test_what_a_killed_process_left_is_taken_away_after_an_hour_and_nothing_else(own: Draft, tmp_path: Path) -> None:
    whole = tmp_path / f"{keep(own, tmp_path).id}.zip"
    now = time.time()
    for name, age in ((".old.part", SECONDS_OF_A_LEFTOVER + 60), (".new.part", 60), ("mine.part", 10**6)):
        (tmp_path / name).write_bytes(b"PK")
        os.utime(tmp_path / name, (now - age, now - age))
    os.utime(whole, (0, 0))

    sweep(tmp_path)

    assert {path.name for path in tmp_path.iterdir()} == {LOCK_FILE, ".new.part", "mine.part", whole.name}


def test_there_is_nothing_to_take_away_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    sweep(tmp_path / "none")


# --- Two who correct one article ----------------------------------------------------------------


def accepted(draft_: Draft, number: int) -> Draft:
    """One guess more is accepted."""
    moment = dt.datetime(2026, 11, 24, 18, number, tzinfo=dt.UTC)
    return draft_.corrected(entries.accept(draft_.coding, IDS[number - 1], when=moment))


def test_corrections_that_another_session_kept_are_not_replaced(own: Draft, codebook: Codebook, tmp_path: Path) -> None:
    keep(own, tmp_path)
    first, second = accepted(own, 1), accepted(own, 2)
    keep(first, tmp_path)

    with pytest.raises(NotAnEarlierStateError) as error:
        keep(second, tmp_path)

    assert str(error.value) == OTHER_CORRECTIONS == (
        "The article was not kept: another tab or session has kept corrections that are not in this one. Keep this state "
        "beside the other, and nothing is lost."
    )  # fmt: skip
    assert kept(tmp_path, codebook) == {own.id: first}


def test_one_who_went_on_from_what_is_kept_replaces_it(own: Draft, codebook: Codebook, tmp_path: Path) -> None:
    keep(accepted(own, 1), tmp_path)
    later = accepted(accepted(own, 1), 2)

    keep(later, tmp_path)

    assert kept(tmp_path, codebook) == {own.id: later}


def test_an_earlier_state_does_not_replace_a_later_one(own: Draft, codebook: Codebook, tmp_path: Path) -> None:
    keep(accepted(own, 1), tmp_path)

    with pytest.raises(NotAnEarlierStateError):
        keep(own, tmp_path)


def test_a_topic_that_another_session_added_is_not_replaced(own: Draft, tmp_path: Path) -> None:
    keep(
        own.recoded(
            Topic(id="grain", label="Grain", definition="Its export.", counts="", counts_not="", words=("grain",))
        ),
        tmp_path,
    )

    with pytest.raises(NotAnEarlierStateError):
        keep(own, tmp_path)


def test_a_file_that_cannot_be_read_is_not_replaced(own: Draft, tmp_path: Path) -> None:
    (tmp_path / f"{own.id}.zip").write_bytes(b"who knows")

    with pytest.raises(NotAnEarlierStateError) as error:
        keep(own, tmp_path)

    assert str(error.value) == OTHER_FILE
    assert (tmp_path / f"{own.id}.zip").read_bytes() == b"who knows"


def test_kept_beside_the_other_nothing_is_lost(own: Draft, codebook: Codebook, tmp_path: Path) -> None:
    first, second, third = (accepted(own, number) for number in (1, 2, 3))
    keep(first, tmp_path)

    beside = [keep_beside(second, tmp_path), keep_beside(third, tmp_path)]

    assert [each.id for each in beside] == [f"{own.id}-2", f"{own.id}-3"]
    assert [each.log for each in beside] == [second.log, third.log]
    assert kept(tmp_path, codebook) == {own.id: first, **{each.id: each for each in beside}}


def test_keeping_tells_which_file_it_was_and_what_is_opened_knows_it(
    own: Draft, codebook: Codebook, tmp_path: Path
) -> None:
    now = keep(own, tmp_path)

    assert now == own
    assert now.origin.startswith("sha256:")
    assert open_kept(tmp_path / f"{own.id}.zip", codebook).origin == now.origin
    assert keep(accepted(now, 1), tmp_path).origin != now.origin


def test_one_who_opened_what_is_on_disk_may_replace_it_whatever_changed(own: Draft, tmp_path: Path) -> None:
    now = keep(accepted(own, 1), tmp_path)

    keep(replace(now, log=()), tmp_path)  # a reading anew of what was opened


def test_another_reading_of_the_text_is_not_replaced(own: Draft, codebook: Codebook, tmp_path: Path) -> None:
    """It has the same id, for its title and text are the same; its log is as empty."""
    keep(own, tmp_path)
    again = replace(own, first=replace(own.first, evidence=()))

    with pytest.raises(NotAnEarlierStateError):
        keep(again, tmp_path)

    assert kept(tmp_path, codebook) == {own.id: own}


def test_what_another_kept_since_is_not_taken_away(own: Draft, codebook: Codebook, tmp_path: Path) -> None:
    now = keep(own, tmp_path)
    seen = listed(tmp_path).kept[own.id].stamp
    later = keep(accepted(now, 1), tmp_path)

    for known in ({"origin": now.origin}, {"stamp": seen}):
        with pytest.raises(NotAnEarlierStateError, match=re.escape(CHANGED_SINCE)):
            forget(own.id, tmp_path, **known)  # type: ignore[arg-type]
    assert kept(tmp_path, codebook) == {own.id: later}

    forget(own.id, tmp_path, origin=later.origin)
    assert kept(tmp_path, codebook) == {}


def test_a_server_that_holds_the_folder_for_long_is_told_of(
    own: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "PATIENCE", 0.05)

    with FileLock(tmp_path / LOCK_FILE), pytest.raises(OSError, match="another Readout is writing in the folder"):
        keep(own, tmp_path)

    assert kept_files(tmp_path) == []


@pytest.mark.parametrize("links", [True, False])
def test_a_name_that_is_taken_meanwhile_is_not_written_over(
    own: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    """By a program that asks for no lock, on a disk with links and on one without."""

    def none(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    if not links:
        monkeypatch.setattr(library.os, "link", none)
    refuse = library._refuse_to_lose

    def looked(draft_: Draft, path: Path) -> bool:
        is_new = refuse(draft_, path)
        path.write_bytes(b"theirs")
        return is_new

    monkeypatch.setattr(library, "_refuse_to_lose", looked)
    with pytest.raises(NotAnEarlierStateError):
        keep(own, tmp_path)

    assert (tmp_path / f"{own.id}.zip").read_bytes() == b"theirs"
    assert [path.name for path in tmp_path.glob(".*.part")] == []

    monkeypatch.setattr(library, "kept_files", lambda _: [])  # nor beside it
    (tmp_path / f"{own.id}-2.zip").write_bytes(b"theirs too")
    assert keep_beside(own, tmp_path).id == f"{own.id}-3"


# --- Two servers at one library -----------------------------------------------------------------

CORRECT = """
import datetime as dt, sys
from pathlib import Path
from components.article.corrections import entries
from components.library.shelf import NotAnEarlierStateError, keep, open_kept
from components.model.codebook import load_codebook
from tests.own import IDS
path, side, times = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
book, told = load_codebook(Path("data")), 0
print("ready", flush=True)
sys.stdin.readline()
for number in range(times):
    while True:
        draft = open_kept(path, book)
        moment = dt.datetime(2026, 11, 24, 10 + side, number // 60, number % 60, tzinfo=dt.UTC)
        try:
            keep(draft.corrected(entries.accept(draft.coding, IDS[number % 4], when=moment)), path.parent)
        except (NotAnEarlierStateError, BlockingIOError):  # told that it was not kept: again
            continue
        print(f"{moment:%Y-%m-%dT%H:%M:%SZ}", flush=True)
        break
"""

KEEP_BESIDE = """
import sys
from dataclasses import replace
from pathlib import Path
from components.library.shelf import keep_beside
from components.model.codebook import load_codebook
from tests.own import draft, short
folder, side, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
own = draft(short(load_codebook(Path("data"))))
print("ready", flush=True)
sys.stdin.readline()
for number in range(times):
    while True:
        try:
            print(keep_beside(replace(own, title=f"{side} {number}"), folder).id, flush=True)
        except BlockingIOError:  # on a busy machine the other may have the lock for long
            continue
        break
"""


def side_by_side(script: str, place: Path, sides: int, times: int) -> list[list[str]]:
    """What each of several processes tells that began together."""
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(place), str(side), str(times)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for side in range(sides)
    ]  # fmt: skip
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    told = [process.communicate()[0].split() for process in processes]
    assert [process.returncode for process in processes] == [0] * sides
    return told


def test_of_40_corrections_that_two_servers_kept_none_is_lost(own: Draft, codebook: Codebook, tmp_path: Path) -> None:
    """Where nobody looked before writing, one in six was lost."""
    keep(own, tmp_path)

    told = side_by_side(CORRECT, tmp_path / f"{own.id}.zip", sides=2, times=20)

    (there,) = kept(tmp_path, codebook).values()
    assert sorted(entry.when for entry in there.log) == sorted(told[0] + told[1])
    assert len(there.log) == 40


def test_of_60_articles_that_two_servers_kept_under_one_title_none_is_lost(codebook: Codebook, tmp_path: Path) -> None:
    """Where a name was not taken in one step, one in five was lost."""
    told = side_by_side(KEEP_BESIDE, tmp_path, sides=2, times=30)

    titles = [open_kept(path, codebook).title for path in kept_files(tmp_path)]
    assert len({*told[0], *told[1]}) == len(titles) == 60
    assert sorted(titles) == sorted(f"{side} {number}" for side in range(2) for number in range(30))


# --- Where and when -----------------------------------------------------------------------------


def test_the_folder_is_the_platform_s_or_the_one_that_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("READOUT_LIBRARY", str(tmp_path))
    assert library_folder() == tmp_path

    monkeypatch.delenv("READOUT_LIBRARY")
    assert library_folder().parts[-2:] == ("readout", "library")


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1"])
def test_it_is_on_while_the_server_listens_on_this_machine_alone(address: str, tmp_path: Path) -> None:
    assert why_off(address, tmp_path / "not" / "yet" / "made") == ""
    assert list(tmp_path.iterdir()) == []  # asking makes nothing


@pytest.mark.parametrize("address", [None, "", "0.0.0.0", "192.168.1.7", "::"])  # noqa: S104 — what must not be on
def test_it_is_off_where_others_reach_the_server(address: str | None, tmp_path: Path) -> None:
    assert why_off(address, tmp_path / "made") == (
        "Articles cannot be kept here, because this server can be reached from other machines. Download the article "
        "instead, and open it again next time."
    )


def test_it_is_off_where_the_folder_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    folder = tmp_path / "file" / "library"

    assert why_off("127.0.0.1", folder) == (
        f"Articles cannot be kept in the folder {folder}: {tmp_path / 'file'} is no folder. Choose another one with "
        "READOUT_LIBRARY."
    )

"""One process reads, one text after the other; what goes wrong there is a sentence here."""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest

from components.model.codebook import Codebook
from components.reading.article import MOST_CHARACTERS
from components.reading.worker import ENDED, Asked, Job, Worker
from tests.conftest import WARM

SHORT = "Ana Brook said that the talks were good."
LONG = "Ana Brook said that the talks were good.\n\n" * 20_000  # some minutes of work
SECONDS = 600
"""On a busy machine the model alone may take a minute to load. Nothing here is waited for so long unless it never comes."""


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


Ask = Callable[[str], Asked]


@pytest.fixture
def ask(codebook: Codebook) -> Ask:
    return lambda text: Asked(text, dt.date(2022, 2, 13), "news", None, codebook)


def read(worker: Worker, asked: Asked) -> Job:
    job = worker.submit(asked)
    assert job.wait(SECONDS)
    return job


def test_a_text_is_read_with_progress_to_the_end(worker: Worker, ask: Ask) -> None:
    job = read(worker, ask(SHORT))

    assert (job.state, job.progress) == ("done", 1.0)
    assert job.reading
    assert [actor.name for actor in job.reading.actors] == ["Ana Brook", "Reporter"]


def test_texts_are_read_in_the_order_in_which_they_came(worker: Worker, ask: Ask) -> None:
    first, second = worker.submit(ask(SHORT * 50)), worker.submit(ask(SHORT))

    assert second.wait(SECONDS)
    assert first.over


def test_a_text_that_is_given_up_ends_at_once_and_the_next_one_which_knew_that_it_waited_is_read(
    worker: Worker, ask: Ask
) -> None:
    long, short = worker.submit(ask(LONG)), worker.submit(ask(SHORT))
    while long.state == "waiting":
        long.wait(0.05)
    assert worker.ahead_of(short) == 1

    worker.cancel(long)

    assert (long.state, long.reading) == ("cancelled", None)
    assert short.wait(SECONDS)
    assert short.state == "done"
    assert worker.ahead_of(short) == 0


def test_a_text_that_is_too_long_is_refused_with_its_length(worker: Worker, ask: Ask) -> None:
    job = read(worker, ask("a" * (MOST_CHARACTERS + 1)))

    assert job.state == "failed"
    assert "The text has 1,000,001 characters" in job.fault


def test_a_process_that_dies_is_told_and_replaced(worker: Worker, ask: Ask) -> None:
    read(worker, ask(SHORT))
    job = worker.submit(ask(LONG))
    while job.state == "waiting":
        job.wait(0.05)
    process = worker._process
    assert process

    process.kill()

    assert job.wait(SECONDS)
    assert (job.state, job.fault) == ("failed", ENDED)
    assert read(worker, ask(SHORT)).state == "done"


def test_where_no_process_can_be_started_each_text_is_told_and_none_waits_for_ever(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_left(*_: object, **__: object) -> None:
        raise BlockingIOError("no process is left")

    monkeypatch.setattr("components.reading.worker.subprocess.Popen", none_left)
    worker = Worker()
    WARM(worker)

    for _ in range(2):
        job = worker.submit(ask(SHORT))
        assert job.wait(10)
        assert (job.state, job.fault) == ("failed", ENDED)


def test_what_takes_too_long_is_given_up(ask: Ask) -> None:
    impatient = Worker(seconds=0.2)
    job = read(impatient, ask(LONG))

    assert job.state == "failed"
    assert "could not be read within" in job.fault
    impatient.close()


def test_a_closed_worker_gives_up_what_waits(ask: Ask) -> None:
    worker = Worker()
    first, second = worker.submit(ask(LONG)), worker.submit(ask(SHORT))

    worker.close()

    assert first.wait(SECONDS)
    assert second.wait(SECONDS)
    assert (first.reading, second.reading) == (None, None)

"""One warm process that reads articles for the app.

A parse holds Python's interpreter lock for seconds, so in a thread of the server it would hold up the pages of every other
session; and the model needs memory that a dashboard without new texts can do without. So one process reads, one text
after the other, and the server only waits for it in a thread.

The two speak through pipes: a pickled `Asked` goes in; progress, and at the end the `Reading`, come back. Both ends are
this module, so nothing of a stranger's is ever unpickled.
"""

import contextlib
import datetime as dt
import gc
import os
import pickle
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, Literal, NamedTuple

from components.model.codebook import Codebook
from components.model.kept import forget_kept
from components.model.limits import READING_SECONDS
from components.model.statements import Genre
from components.reading.article import Reading, TooLongError, read_article

ROOT = Path(__file__).parents[2]

State = Literal["waiting", "reading", "done", "failed", "cancelled"]

ENDED = "The text could not be read: the process that reads it ended. Try again; if it happens again, read it in parts."
TOOK_TOO_LONG = f"The text could not be read within {READING_SECONDS // 60} minutes and was given up. Read it in parts."


class Asked(NamedTuple):
    """A text and what is known of it, as in `read_article`."""

    text: str
    published: dt.date
    genre: Genre
    title: str | None
    codebook: Codebook
    insist: bool = False
    publisher: str = ""


class Job:
    """A text that waits, is being read, or has been read. Its fields are written by the worker and read by a page.

    `steps` are those of `reading.article.STEPS` that are done, with how much each found.
    """

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.state: State = "waiting"
        self.progress = 0.0
        self.steps: dict[str, int] = {}
        self.reading: Reading | None = None
        self.fault = ""
        self._over = threading.Event()

    @property
    def over(self) -> bool:
        """Whether there is nothing more to come."""
        return self._over.is_set()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until it is over, at most so many seconds. Returns whether it is."""
        return self._over.wait(seconds)

    def _end(self, state: State, *, reading: Reading | None = None, fault: str = "") -> None:
        if not self.over:
            self.state, self.reading, self.fault = state, reading, fault
            self._over.set()


class Worker:
    """The process and the texts that wait for it. One for all sessions; each session keeps its own jobs."""

    def __init__(self, seconds: float = READING_SECONDS) -> None:
        self._seconds = seconds
        self._waiting: deque[Job] = deque()
        self._something_waits = threading.Condition()
        self._process: subprocess.Popen[bytes] | None = None
        self._current: Job | None = None
        self._thread = threading.Thread(target=self._work, name="reading", daemon=True)
        self._thread.start()

    def warm(self) -> None:
        """Start the process, so that the model is loaded by the time a text comes. Where it cannot be, that text is told."""
        with self._something_waits, contextlib.suppress(OSError):
            self._start()

    def submit(self, asked: Asked) -> Job:
        """Have a text read, after those that wait already."""
        job = Job(asked)
        with self._something_waits:
            self._waiting.append(job)
            self._something_waits.notify()
        return job

    def ahead_of(self, job: Job) -> int:
        """How many texts are read before this one."""
        with self._something_waits:
            waiting = list(self._waiting)
        return waiting.index(job) + (self._current is not None) if job in waiting else 0

    def cancel(self, job: Job) -> None:
        """Give a text up. One that is being read ends with its process; the next text finds a new one."""
        with self._something_waits:
            job._end("cancelled")  # noqa: SLF001
            if job in self._waiting:
                self._waiting.remove(job)
            elif job is self._current:
                self._stop()

    def close(self) -> None:
        """End the process. Texts that wait are given up."""
        with self._something_waits:
            for job in self._waiting:
                job._end("cancelled")  # noqa: SLF001
            self._waiting.clear()
            self._stop()

    # --- In the thread ---

    def _work(self) -> None:
        while True:
            self._read_next()

    def _read_next(self) -> None:
        """Wait for a text and have it read. Nothing of it stays in this thread when it waits for the next."""
        with self._something_waits:
            while not self._waiting:
                self._something_waits.wait()
            job = self._current = self._waiting.popleft()
            try:
                process = self._start()
            except OSError:  # the machine has no memory or no process left; the next text may find some
                self._current = None
                job._end("failed", fault=ENDED)  # noqa: SLF001
                return
        timer = threading.Timer(self._seconds, self._give_up, (job,))
        timer.daemon = True
        timer.start()
        self._have_read(job, process)
        timer.cancel()
        with self._something_waits:
            self._current = None

    def _have_read(self, job: Job, process: "subprocess.Popen[bytes]") -> None:
        if process.stdin is None or process.stdout is None:
            return
        try:
            job.state = "reading"
            _send(job.asked, process.stdin)
            while not job.over:
                kind, value = _receive(process.stdout)
                if kind == "progress":
                    job.progress = value
                elif kind == "step":
                    job.steps = {**job.steps, value[0]: value[1]}
                elif kind == "done":
                    job._end("done", reading=value)  # noqa: SLF001
                else:
                    job._end("failed", fault=value)  # noqa: SLF001
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            # It died, or its pipe was closed meanwhile, which is a ValueError.
            job._end("failed", fault=ENDED)  # noqa: SLF001
            with self._something_waits:
                if process is self._process:
                    self._stop()

    def _give_up(self, job: Job) -> None:
        with self._something_waits:
            job._end("failed", fault=TOOK_TOO_LONG)  # noqa: SLF001
            if job is self._current:
                self._stop()

    # --- With the lock held ---

    def _start(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, "-c", "from components.reading.worker import main; main()"],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                bufsize=0,  # a buffer would keep the end of the last text
                stderr=subprocess.DEVNULL,  # an exception may hold words of a reader's text
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        return self._process

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):  # the other end is gone, and with it what was not yet written
                        pipe.close()
            self._process = None


# --- Between the two ----------------------------------------------------------------------------


def _send(value: object, pipe: IO[bytes]) -> None:
    """Write a value, after the number of its bytes. The pipe has no buffer, so it may take less than it is given."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    left = memoryview(len(data).to_bytes(8, "big") + data)
    while left:
        left = left[pipe.write(left) :]


def _receive(pipe: IO[bytes]) -> Any:
    """The next value. Raises EOFError where no more come."""
    return pickle.loads(_exactly(int.from_bytes(_exactly(8, pipe), "big"), pipe))  # noqa: S301 — written by `_send`


def _exactly(number: int, pipe: IO[bytes]) -> bytearray:
    data = bytearray()
    while len(data) < number:
        part = pipe.read(min(number - len(data), 1 << 20))
        if not part:
            raise EOFError
        data += part
    return data


# --- In the process -----------------------------------------------------------------------------


def serve(questions: IO[bytes], answers: IO[bytes]) -> None:
    """Read one text after the other until no more come."""

    def answer(kind: str, value: object) -> None:
        _send((kind, value), answers)

    # Loads the models and the word lists; shorter, its language would not be asked for.
    read_article(
        "Ana Brook said that she had nothing to say of it before the autumn.",
        published=dt.date(2020, 1, 1),
        genre="news",
    )
    gc.collect()
    gc.freeze()  # what is loaded stays: no text need wait while a million objects are looked through
    while True:
        try:
            asked: Asked = _receive(questions)
        except EOFError:
            return
        found = _read(asked, answer)
        answer(*found)
        del asked, found  # nothing of a text waits here for the next one
        forget_kept()


def _read(asked: Asked, answer: Callable[[str, object], None]) -> tuple[str, object]:
    try:
        reading = read_article(
            asked.text,
            published=asked.published,
            genre=asked.genre,
            title=asked.title,
            codebook=asked.codebook,
            insist=asked.insist,
            publisher=asked.publisher,
            on_progress=lambda share: answer("progress", share),
            on_step=lambda step, count: answer("step", (step, count)),
        )
    except TooLongError as error:
        return "failed", str(error)
    except (MemoryError, RecursionError):
        return "failed", ENDED
    return "done", reading


def main() -> None:
    """Serve the standard streams; what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 — open for as long as the process lives
    if hasattr(os, "nice"):
        os.nice(5)  # the pages of the other sessions come first
    serve(os.fdopen(sys.stdin.fileno(), "rb", buffering=0, closefd=False), answers)

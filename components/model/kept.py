"""Answers worth keeping from one sentence to the next that may hold a reader's words: kept by one thread alone."""

import threading
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar

Answer = TypeVar("Answer")


class _Here(threading.local):
    """What this thread keeps. It ends with the thread, and the app runs a page in one that lives no longer than the run."""

    def __init__(self) -> None:
        self.answers: dict[Callable[..., Any], Callable[..., Any]] = {}


_here = _Here()


def kept_in_thread(most: int) -> Callable[[Callable[..., Answer]], Callable[..., Answer]]:
    """A decorator: the last answers of a function, at most so many, are kept, each thread's apart.

    The arguments must be hashable. A process that goes on to the next text calls `forget_kept`.
    """

    def keeping(function: Callable[..., Answer]) -> Callable[..., Answer]:
        @wraps(function)
        def ask(*about: Any) -> Answer:
            kept = _here.answers.get(function)
            if kept is None:
                kept = _here.answers[function] = lru_cache(most)(function)
            answer: Answer = kept(*about)
            return answer

        return ask

    return keeping


def forget_kept() -> None:
    """Forget what this thread keeps."""
    _here.answers.clear()

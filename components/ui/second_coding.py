"""The second coding of an article: what this session has of it, and what is kept of it on this machine.

It is kept where the article itself is: one that ships, or one in the reader's library. Of an article that is in this session
alone nothing is kept.
"""

from collections.abc import Callable

import pandas as pd

from components.analysis.reliability import Answer, Settling, reliabilities
from components.library.second_codings import change_second_coding, open_second_coding
from components.library.shelf import library_folder
from components.model.codebook import REPORTER
from components.model.statements import FORM_LABELS
from components.report.second_coder import CODING_FILE, NoCodingError, files_of, read_coding, write_coding
from components.ui import cached
from components.ui.desk import SecondCoding, desk
from components.ui.filter_panel import Shown

Answers = dict[str, Answer]
Settlings = dict[tuple[str, str], Settling]


def coding_of(shown: Shown) -> SecondCoding:
    """The second coding of the article that is shown; at first the one that is kept on this machine."""
    here, id = desk().second, shown.package.id
    if id not in here:
        here[id] = SecondCoding()
        if is_kept(shown):
            try:
                _take_over(shown, *_read(shown, open_second_coding(id, library_folder())))
                here[id].at = first_open(shown, here[id].answers)
            except (NoCodingError, OSError):
                desk().say(
                    "second", "The coding that is kept on this machine cannot be read; what you code is not kept."
                )
    return here[id]


def is_kept(shown: Shown) -> bool:
    """Whether what is coded of the article is kept on this machine."""
    return not cached.why_nothing_is_kept() and (
        shown.package.id in desk().shelf or not cached.is_own(shown.package.id)
    )


def known_values(shown: Shown) -> dict[str, dict[str, str]]:
    """What each field may be given, with its labels: speakers by name, so that the order tells nothing."""
    actors = dict(sorted(shown.package.actor_names.items(), key=lambda item: (item[0] == REPORTER, item[1].casefold())))
    return {"speakers": actors, "via": actors, "form": dict(FORM_LABELS), "topics": shown.codebook.topic_labels}


def change(shown: Shown, how: Callable[[Answers, Settlings], None]) -> None:
    """Change the coding, in this session and where it is kept: what another tab coded since is not lost. For callbacks."""
    coding = coding_of(shown)
    if is_kept(shown):
        try:
            _change_kept(shown, how)
        except NoCodingError:
            desk().say("second", "The coding that is kept on this machine cannot be read; this answer was not kept.")
        except OSError as error:
            desk().say("second", f"The answer was not kept on this machine: {error.strerror or 'no room'}.")
        else:
            return
    how(coding.answers, coding.settled)


def _change_kept(shown: Shown, how: Callable[[Answers, Settlings], None]) -> None:
    def changed(data: bytes) -> bytes:
        answers, settled = _read(shown, data)
        how(answers, settled)
        return write_coding(shown.package.id, answers, settled)

    _take_over(shown, *_read(shown, change_second_coding(shown.package.id, library_folder(), changed)))


def _take_over(shown: Shown, answers: Answers, settled: Settlings) -> None:
    coding = desk().second[shown.package.id]
    coding.answers, coding.settled = answers, settled


def first_open(shown: Shown, answers: Answers) -> int:
    """The place of the first statement that is not coded; that of the first one where all are."""
    return next((i for i, id in enumerate(shown.package.statements["statement"]) if id not in answers), 0)


def _read(shown: Shown, data: bytes) -> tuple[Answers, Settlings]:
    return read_answers(shown, data) if data else ({}, {})


def read_answers(shown: Shown, data: bytes) -> tuple[Answers, Settlings]:
    """What a file says of the statements of the article. Raises NoCodingError."""
    known = {field: frozenset(values) for field, values in known_values(shown).items()}
    answers, settled = read_coding(data, shown.package.id, known)
    ids = set(shown.package.statements["statement"])
    return (
        {id: each for id, each in answers.items() if id in ids},
        {place: each for place, each in settled.items() if place[0] in ids},
    )


def files_to_hand_on(shown: Shown) -> dict[str, bytes]:
    """The coding, which opens again, and how far it agrees with the first one; nothing where nothing is coded."""
    coding, table = coding_of(shown), shown.package.statements
    if not coding.answers:
        return {}
    found = reliabilities(table, coding.answers, coding.settled)
    numbers = dict(zip(table["statement"], table["sentence"].astype(int), strict=True))
    own = write_coding(shown.package.id, coding.answers, coding.settled)
    return {CODING_FILE: own, **files_of(found, coding.settled, numbers)}


def table_of(shown: Shown) -> pd.DataFrame:
    """The coding as rows like those of the other coders; what was not said is empty."""
    rows = [
        {
            "statement": id,
            "speakers": tuple(sorted(each.speakers or ())),
            "via": "".join(each.via or ()),
            "form": "".join(each.form or ()),
            "level": "",
            "topics": tuple(sorted(each.topics or ())),
        }
        for id, each in coding_of(shown).answers.items()
    ]
    return pd.DataFrame(rows, columns=["statement", "speakers", "via", "form", "level", "topics"])

"""Ids made of names, and names that nobody has yet: for actors, topics, articles and files."""

import re
import unicodedata
from collections.abc import Container, Sequence
from itertools import chain, count


def slug(name: str) -> str:
    """An id from a name: small letters, digits and hyphens. Nothing where it has no Latin letter."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").casefold()
    return "-".join(re.findall(r"[a-z0-9]+", plain.replace("'s", "").replace("'", "")))


def all_different(names: Sequence[str], numbered: str = "{} ({})") -> list[str]:
    """The names, where one that stood there before gets the first number from 2 on that makes it another.

    >>> all_different(["Talks", "Talks", "Talks (2)"])
    ['Talks', 'Talks (2)', 'Talks (2) (2)']
    """
    made: dict[str, None] = {}
    last: dict[str, int] = {}
    for name in names:
        free = name
        while free in made:
            last[name] = last.get(name, 1) + 1
            free = numbered.format(name, last[name])
        made[free] = None
    return list(made)


def first_free(wished: str, taken: Container[str], numbered: str = "{}-{}") -> str:
    """The name itself, or with the first number from 2 on that makes it one which is not taken.

    >>> first_free("brook", {"brook", "brook-2"}), first_free("Talks", {"Talks"}, "{} ({})")
    ('brook-3', 'Talks (2)')
    """
    names = chain([wished], (numbered.format(wished, number) for number in count(2)))
    return next(name for name in names if name not in taken)

"""Part of the composer: whom the attributions of a sentence mean, and how much of it stands in quotation marks."""

import bisect
from collections.abc import Iterator, Sequence

from components.model.statements import Form, Genre, How
from components.reading.actors import Cast
from components.reading.attributions import Attribution
from components.reading.offices import is_office
from components.reading.people import Meant
from components.reading.pronouns import is_pronoun
from components.reading.quotations import Quotation
from components.reading.speakers import Speech
from components.reading.told import Mention, Told

QUOTED = 0.5
"""Content is quoted when more than this share of its letters stands in quotation marks; a few words in them are not."""


class Sources:
    """Asked whom a mention means, and which attribution of a sentence decides."""

    def __init__(self, text: str, genre: Genre, cast: Cast, inside: "Inside") -> None:
        self.text, self.genre, self.cast, self.inside = text, genre, cast, inside
        self.meant: dict[tuple[int, int], Meant | None] = {}

    def mean(self, mention: tuple[int, int]) -> Meant | None:
        """Whom a mention means; asked once, so that a pronoun behind a quotation means the same for all of it."""
        if mention not in self.meant:
            generic = self.genre != "readout" or self._is_some_official(mention)
            self.meant[mention] = self.cast.mean(*mention, generic=generic)
        return self.meant[mention]

    def _is_some_official(self, mention: tuple[int, int]) -> bool:
        """Whether a mention brings in somebody by an office alone: "A spokesperson"."""
        words = self.text[slice(*mention)].split()
        return words[0].casefold() in ("a", "an") and is_office(words[-1])

    def decisive(self, said: Speech) -> tuple[Attribution, list[Meant]]:
        """The attribution that decides. In a readout a source that is nobody (a document, the media) gives way."""
        ranked = said.ranked
        if self.genre != "readout":
            return ranked[0], self.of(ranked[0])
        if all(each.shape == "as" and each.cue.start > each.content.start for each in ranked):
            return ranked[0], []  # "..., as the ferrymen have agreed": whoever speaks says so
        found = ((each, self.of(each)) for each in ranked)
        return next(((each, sources) for each, sources in found if sources), (ranked[0], []))

    def of(self, attribution: Attribution) -> list[Meant]:
        """Whom an attribution names: one, or several who say it together."""
        several = self.cast.mean_several(*attribution.source)
        if several:
            return several
        words = self.text[slice(*attribution.source)]
        is_name = " " in words and self.cast.find_in(words) is not None  # with the office behind it
        first = self.mean(attribution.source if is_name else attribution.antecedent or attribution.source)
        others = [self.mean(each) for each in attribution.others]
        return [meant for meant in (first, *others) if meant]

    def told_of(self, main: Attribution, sources: Sequence[Meant]) -> Told:
        """What an attribution tells whose sources were found."""
        how: How = "nested" if main.deep else "named" if all(meant.sure for meant in sources) else "pronoun"
        told = self.told_by(tuple(dict.fromkeys(meant.id for meant in sources)), how, main)
        return told._replace(mentions=tuple(self.mentions(main, sources)))

    def told_by(self, speakers: tuple[str, ...], how: How, main: Attribution) -> Told:
        """What an attribution tells of these speakers."""
        form: Form = "direct" if self.inside.share(self.text, main.content) > QUOTED else "indirect"
        return Told(speakers, form, how, cue=main.cue, content=main.content, verb=main.said)

    def mentions(self, attribution: Attribution, sources: Sequence[Meant]) -> Iterator[Mention]:
        """Where each of those stands, and the name that a pronoun refers to."""
        stretches = [attribution.source, *attribution.others]
        for k, meant in enumerate(sources):
            place = stretches[k] if len(stretches) == len(sources) else stretches[0]
            yield Mention(meant.id, self.how(place), place)
        if attribution.antecedent:
            yield Mention(sources[0].id, "named", attribution.antecedent)

    def how(self, place: tuple[int, int]) -> str:
        """Whether a place has a pronoun or a name."""
        return "pronoun" if is_pronoun(self.text[slice(*place)]) else "named"


class Inside:
    """How much of a stretch stands in quotation marks."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self.quotations = quotations
        self.starts = [each.start for each in quotations]

    def share(self, text: str, stretch: tuple[int, int]) -> float:
        """The share of a stretch of the text, 0 to 1."""
        letters = sum(len(text[start:end].strip()) for start, end in self._over(stretch))
        return letters / max(len(text[slice(*stretch)].strip()), 1)

    def hull(self, stretch: tuple[int, int]) -> tuple[int, int] | None:
        """From the first quoted letter of a stretch to the last."""
        over = self._over(stretch)
        return (over[0][0], over[-1][1]) if over else None

    def _over(self, stretch: tuple[int, int]) -> list[tuple[int, int]]:
        first = max(bisect.bisect_right(self.starts, stretch[0]) - 1, 0)
        last = bisect.bisect_left(self.starts, stretch[1])
        cut = [(max(each.start, stretch[0]), min(each.end, stretch[1])) for each in self.quotations[first:last]]
        return [(start, end) for start, end in cut if start < end]

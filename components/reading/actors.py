"""A step: who the people and bodies are that a text speaks of, and whom a mention means.

Names come from the parse, offices from the words beside them ("Russian Foreign Minister, Carl Dale"; "Ana Brook, the
EU's envoy,"). The codebook's actors keep their ids; others get one made from their name. Two mentions of one last name
are one person, because that is how newspapers write.
"""

import bisect
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from components.model.ids import first_free, slug
from components.model.names import find_names

OFFICES = frozenset(
    """adviser advisor ambassador analyst attorney chair chairman chairwoman chancellor chief commander commissioner
    congressman consul deputy diplomat director economist editor emperor envoy expert general governor head historian king
    leader mayor member minister mp negotiator officer official pope premier president prince princess professor prosecutor queen
    rapporteur representative researcher secretary senator speaker spokesman spokesperson spokeswoman""".split()
)
"""Nouns that name an office, or what somebody is. A role is a noun phrase with one of them."""

TITLE_WORDS = frozenset("acting affairs defence defense deputy first foreign for former of prime the vice".split())
"""Small words inside a title: "deputy defence minister of the region"."""

ROLE_WORDS = 10

HONORIFICS: Mapping[str, str] = {
    **dict.fromkeys(("mr", "sir", "lord", "king", "prince", "chairman", "spokesman", "congressman"), "he"),
    **dict.fromkeys(("mrs", "ms", "miss", "lady", "dame", "queen", "princess", "chairwoman", "spokeswoman"), "she"),
    **dict.fromkeys(
        ("dr", "prof", "gen", "col", "lt", "sgt", "capt", "sen", "rep", "gov", "amb", "hon", "baroness"), ""
    ),
}
"""Titles before a name, with the pronoun that they tell."""

BODIES = frozenset(
    """agency army assembly bank board bureau cabinet chamber church commission committee committees congress council court
    delegation department embassy foundation government group house institute ministry mission navy news office
    organisation organization parliament party police press side service times union university watch""".split()
)
"""Nouns that name a body: two capitalised words that end with one are no person."""

NO_FIRST_NAMES = frozenset("a all an another both each every many most some such the these this those".split())

PRONOUNS = frozenset({"he", "she", "they", "it", "him", "her", "his", "their", "who", "which", "that", "this", "both"})

NEAR = 20
"""How many names back a pronoun may reach, where nobody spoke yet."""

PERSONAL = frozenset({"he", "she", "they", "him", "her", "his", "their", "who", "both"})

RESERVED = frozenset({"reporter", "unknown"})
"""Ids with a meaning of their own: the writer of the article, and the one who was not found."""

OFTEN = 3
"""So often a pronoun has to have meant somebody before it outweighs who spoke last."""

_WORDS_OF = re.compile(
    r"(?P<who>.+?)['’]s?\s+(?:\w+\s+)?(?:account|answer|argument|claim|comment|conclusion|demand|description|opinion|"
    r"proposal|remark|reply|report|speech|statement|suggestion|testimony|view|warning|word)s?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_][\w.'’-]*")
_BESIDE_AFTER = re.compile(
    r",\s+(?:the\s+|an?\s+|who is (?:the\s+|an?\s+)?)?(?P<role>[^,.;:—–()]{3,80}?)(?=[,.;:—–)]|$)"
)
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]*[a-z](?:[-’'][^\W\d_]+)*")
_ARTICLE = re.compile(r"^(?:the|an?|its|their|his|her)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")


class Person(NamedTuple):
    """Somebody known: `id`, `name`, `role`, and the names by which texts speak of them. `kind` as in `Named`."""

    id: str
    name: str
    role: str = ""
    aliases: tuple[str, ...] = ()
    kind: str = "person"


class Named(NamedTuple):
    """A name where it stands. `kind` is `person`, `organisation` or `place`."""

    start: int
    end: int
    kind: str


class Meant(NamedTuple):
    """Whom a mention means. `sure` is False where it was a pronoun or an office that several hold."""

    id: str
    sure: bool


class Cast:
    """The people and bodies of one text.

    Asked mention by mention, in the order of the text, because a pronoun means somebody who was spoken of before.
    """

    def __init__(
        self,
        text: str,
        names: Sequence[Named],
        known: Sequence[Person] = (),
        words_of_sides: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        self.text = text
        self.words_of_sides = dict(words_of_sides or {})
        self.people: dict[str, Person] = {}
        self._by_name: dict[str, list[str]] = {}
        self._pronouns: dict[str, Counter[str]] = {}
        self._recent: list[str] = []
        self._known = known
        self._together: tuple[str, ...] = ()
        for person in known:
            self._learn(person)
        self._places = sorted(names)
        self._starts = [name.start for name in self._places]
        for name in self._places:
            self._meet(name)

    # --- Learning ---

    def _learn(self, person: Person) -> None:
        self.people[person.id] = person
        for alias in (person.name, *person.aliases):
            self._name(alias, person.id)
        if person.kind == "person":
            self._name(person.name.split()[-1], person.id)
        if person.role:
            self._learn_role(person.id, person.role)

    def _name(self, name: str, id: str) -> None:
        holders = self._by_name.setdefault(_folded(name), [])
        if id not in holders:
            holders.append(id)

    def _learn_role(self, id: str, role: str) -> None:
        """An office names its holder, whole ("Russian Foreign Minister") and without what stands before it."""
        words = role.split()
        last = next((i for i in range(len(words) - 1, -1, -1) if _folded(words[i]) in OFFICES), None)
        if last is None:
            return
        for first in range(last + 1):
            self._name(" ".join(words[first : last + 1]), id)
        self._name(role, id)

    def _meet(self, name: Named) -> None:
        """Take note of a name: somebody new, or somebody known with more of their name or office."""
        words = _bare(self.text[name.start : name.end])
        title = _title_before(self.text, name)
        if not words or _folded(words) in PRONOUNS:
            return
        id = self._holder(words, name.kind)
        if id is None:
            id = self._new_id(words)
            self._learn(Person(id, words, kind=name.kind))
        person = self.people[id]
        if name.kind == "person" and len(words.split()) > len(person.name.split()) and person not in self._known:
            self.people[id] = person._replace(name=words, kind="person")
            self._name(words, id)
        if name.kind == "person" and (role := self._role_beside(name)):
            self._learn_role(id, role)
            if self._tells_more(role, self.people[id].role) and self.people[id] not in self._known:
                self.people[id] = self.people[id]._replace(role=role)
            title = title or _folded(role.split()[-1])
        if told := HONORIFICS.get(title):
            self._count_pronoun(id, told, 5)

    def _role_beside(self, name: Named) -> str:
        """The office beside a name: before it, "Ruritanian Foreign Minister(,)", or after it, ", the EU's envoy,"."""
        if role := _title_words(self.text, name.start, self.words_of_sides):
            return role
        after = _BESIDE_AFTER.match(self.text, name.end)
        words = after["role"].split() if after else []
        if len(words) > ROLE_WORDS or not any(_folded(word) in OFFICES for word in words):
            return ""
        return "" if after and self._is_of_another(name.end, after.end()) else " ".join(words)

    def _is_of_another(self, start: int, end: int) -> bool:
        """Whether an office in these words has a holder of its own: "According to Brook, President Ina Cole left"."""
        people = (name for name in self._between(start, end) if name.kind == "person")
        before = (self.text[start : name.start].split()[-1:] for name in people)
        return any(_folded(word) in OFFICES for words in before for word in words)

    def _between(self, start: int, end: int) -> list[Named]:
        """The names that begin between two places."""
        return self._places[bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)]

    def _tells_more(self, role: str, known: str) -> bool:
        """Whether an office tells the side, which the one known so far does not."""
        return not known or bool(self._side(role) and not self._side(known))

    def _holder(self, words: str, kind: str) -> str | None:
        """Who bears this name: the whole of it, or the last one for persons."""
        exact = self._by_name.get(_folded(words), [])
        if exact:
            return exact[-1]
        last = words.rsplit(maxsplit=1)[-1]
        if kind == "person":
            holders = [
                id
                for id in self._by_name.get(_folded(last), [])
                if self.people[id].kind == "person" and _fits(words, self.people[id].name)
            ]
            return holders[-1] if holders else None
        return None

    def _new_id(self, name: str) -> str:
        base = slug(name.rsplit(maxsplit=1)[-1] if len(name.split()) <= 4 else name) or "actor"
        if base not in self.people and base not in RESERVED:
            return base
        return first_free(slug(name) or base, RESERVED | self.people.keys())

    # --- Asking ---

    def mean(self, start: int, end: int, *, generic: bool = True) -> Meant | None:
        """Whom the mention at these offsets means; None where nobody does.

        `generic`: whether a noun without a name ("officials", "the ministry") makes an actor of its own.
        """
        mention = self.text[start:end]
        folded = _folded(_ARTICLE.sub("", mention))
        if folded in PRONOUNS:
            return self._by_pronoun(folded, start) if generic or folded in PERSONAL else None
        return self._by_words(start, end, mention, folded, generic=generic)

    def mean_several(self, start: int, end: int) -> list[Meant]:
        """Whom a plural mention means: "both ministers", "the two leaders", "they" after two spoke. Empty for others."""
        words = _folded(self.text[start:end]).split()
        if not words:
            return []
        if words in (["they"], ["both"]):
            return [Meant(id, False) for id in self._together] if len(self._together) > 1 else []
        if words[0] not in ("both", "two", "the") or not words[-1].endswith("s"):
            return []
        if words[0] == "the" and words[1:2] != ["two"]:
            return []
        office = words[-1].removesuffix("s")
        people = [id for id in self._met_before(start) if self.people[id].kind == "person"]
        holders = [id for id in people if office in _folded(self.people[id].role).split()]
        chosen = holders if len(holders) > 1 else people
        return [Meant(id, False) for id in reversed(chosen[:2])] if len(chosen) > 1 else []

    def is_pronoun(self, mention: str) -> bool:
        """Whether a mention is a pronoun and nothing else."""
        return _folded(mention) in PRONOUNS

    def is_person(self, id: str) -> bool:
        """Whether somebody is a person, not a body or a place."""
        return self.people[id].kind == "person"

    def last_speaker(self) -> str | None:
        """Who had the word last; None where nobody had."""
        return self._recent[-1] if self._recent else None

    def find_in(self, words: str) -> str | None:
        """The first person whose name stands in these words."""
        names = {
            id: (person.name, person.name.split()[-1]) for id, person in self.people.items() if person.kind == "person"
        }
        found = find_names(words, names)
        return found[0].key if found else None

    def _met_before(self, start: int) -> list[str]:
        """Those named before a place, the latest first."""
        last = bisect.bisect_left(self._starts, start)
        nearest = [self._holder_of(name) for name in reversed(self._places[max(last - NEAR, 0) : last])]
        return list(dict.fromkeys(id for id in (*nearest, *reversed(self._recent)) if id))

    def _holder_of(self, name: Named) -> str | None:
        words = _bare(self.text[name.start : name.end])
        return self._holder(words, name.kind) if words else None

    def spoke(self, *ids: str) -> None:
        """Tell who had the word, alone or together: the next pronoun most likely means them."""
        self._together = ids
        for id in ids:
            if id in self._recent:
                self._recent.remove(id)
            self._recent.append(id)

    def _by_pronoun(self, pronoun: str, start: int) -> Meant | None:
        """Who spoke last and may be meant. Where nothing tells their pronoun, somebody near for whom it is usual goes first."""
        told = {"him": "he", "his": "he", "her": "she"}.get(pronoun, pronoun)
        near = [id for id in reversed(self._recent) if self._may_be(id, told)]
        near += [id for id in self._met_before(start) if id not in near and self._may_be(id, told)]
        if not near:
            return None
        usual = [id for id in near if self._pronouns.get(id, Counter())[told] >= OFTEN]
        unknown = not self._pronouns.get(near[0])
        id = usual[0] if usual and unknown else near[0]
        self._count_pronoun(id, told, 1)
        return Meant(id, False)

    def _may_be(self, id: str, pronoun: str) -> bool:
        person = self.people[id]
        if pronoun in ("he", "she"):
            told = self._pronouns.get(id, Counter())
            other = "she" if pronoun == "he" else "he"
            return person.kind == "person" and told[other] <= told[pronoun]
        if pronoun == "it":
            return person.kind != "person"
        return True

    def _count_pronoun(self, id: str, pronoun: str, weight: int) -> None:
        if pronoun in ("he", "she"):
            self._pronouns.setdefault(id, Counter())[pronoun] += weight

    def _by_words(self, start: int, end: int, mention: str, folded: str, *, generic: bool) -> Meant | None:
        inside = [name for name in self._between(start, end) if name.end <= end]
        people = [name for name in inside if name.kind == "person"]
        if people:
            words = _bare(self.text[people[-1].start : people[-1].end])
            if words and (id := self._holder(words, "person")):
                return Meant(id, True)
        if holders := self._by_name.get(folded):
            return Meant(self._latest(holders), len(holders) == 1)
        bare = _bare(mention)
        if bare and (id := self._holder(bare, "person")):
            return Meant(id, True)
        if named := self._behind_title(mention):
            return named
        if told := _WORDS_OF.fullmatch(mention):
            return self.mean(start, start + told.end("who"), generic=generic)
        if held := self._by_office(folded):
            return held
        if not inside and (person := self._new_person(mention)):
            return person
        return self._new_body(mention, inside) if generic else None

    def _behind_title(self, mention: str) -> Meant | None:
        """Somebody whom the parse took for no person: the capitals behind an office, "Defence Minister of Ruritania Dale"."""
        words = " ".join(mention.split()).split()
        last = next((i for i in range(len(words) - 1, -1, -1) if _folded(words[i]) in OFFICES), None)
        if last is None:
            return None
        behind = words[last + 1 :]
        if behind[:1] in (["of"], ["for"]):
            behind = behind[1:]
            while len(behind) > 1 and (behind[0] == "the" or self._side(behind[0])):
                behind.pop(0)
        if not behind or len(behind) > 4 or not all(word[:1].isupper() for word in behind) or self._side(behind[-1]):
            return None
        name = " ".join(behind)
        id = self._holder(name, "person")
        if id is None:
            id = self._new_id(name)
            self._learn(Person(id, name, " ".join(words[: len(words) - len(behind)])))
        return Meant(id, True)

    def _by_office(self, folded: str) -> Meant | None:
        """Whom "the Russian diplomat" or "the minister" means: who holds such an office here, on the side that is named."""
        words = folded.replace("'s", "").split()
        if not words or words[-1] not in OFFICES:
            return None
        side = self._side(folded)
        holders = [id for id in self.people if self.people[id].role and (not side or self.side(id) == side)]
        same = [id for id in holders if words[-1] in _folded(self.people[id].role).split()]
        exact = [id for id in same if set(words) <= set(_folded(self.people[id].role).split())]
        for chosen, sure in ((exact, True), (same, False), (holders if side else [], False)):
            if chosen:
                return Meant(self._latest(chosen), sure and len(chosen) == 1)
        return None

    def side(self, id: str) -> str:
        """The side whose words stand in somebody's office or name, or nothing."""
        return self._side(f"{self.people[id].role} {self.people[id].name}")

    def _side(self, words: str) -> str:
        return side_of(words, self.words_of_sides)

    def _latest(self, ids: Sequence[str]) -> str:
        return max(ids, key=lambda id: self._recent.index(id) if id in self._recent else -1)

    def _new_person(self, mention: str) -> Meant | None:
        """Somebody whom the parse overlooked: a first and a last name and nothing else, "Ana Brook"."""
        words = mention.split()
        if len(words) != 2 or not all(_NAME.fullmatch(word) for word in words):
            return None
        if _folded(words[0]) in NO_FIRST_NAMES or _folded(words[-1]) in OFFICES | BODIES or self._side(mention):
            return None
        name = " ".join(words)
        id = self._new_id(name)
        self._learn(Person(id, name))
        return Meant(id, True)

    def _new_body(self, mention: str, inside: Sequence[Named]) -> Meant | None:
        name = _ARTICLE.sub("", " ".join(mention.split()))
        name = name[:1].upper() + name[1:]
        if not _WORD.search(name):
            return None
        id = slug(" ".join(name.split()[-3:])) or "actor"
        if id in RESERVED:
            id = f"{id}-named"
        if id not in self.people:
            self._learn(Person(id, name, kind="organisation" if inside else "group"))
        return Meant(id, True)


def _folded(words: str) -> str:
    return " ".join(words.replace("’", "'").casefold().split())


def _fits(words: str, name: str) -> bool:
    """Whether a name may be a shorter or longer form of another one: "Brook" and "Ana Brook", not "Carl Brook"."""
    shorter, longer = sorted((words.split(), name.split()), key=len)
    return len(shorter) == 1 or shorter[0] == longer[0] or shorter[0].rstrip(".")[:1] == longer[0][:1] != ""


def _bare(name: str) -> str:
    """A name without titles, articles and possessive: "Ms. Ana Brook’s" is "Ana Brook"."""
    words = _POSSESSIVE.sub("", _ARTICLE.sub("", " ".join(name.split()))).split()
    while words and (_folded(words[0]).rstrip(".") in HONORIFICS or _folded(words[0]) in OFFICES):
        words.pop(0)
    return " ".join(words).strip(" ,.;:")


def _title_before(text: str, name: Named) -> str:
    """The honorific before a name or at its head."""
    head = text[max(name.start - 12, 0) : name.end].split()
    return next((title for word in head if (title := _folded(word).rstrip(".")) in HONORIFICS), "")


def _title_words(text: str, end: int, words_of_sides: Mapping[str, Iterable[str]]) -> str:
    """The words of one title that end at a place: capitals, "of", "for", and the office itself.

    The capital of a word that begins a sentence tells nothing ("Likewise Foreign Minister Dale"), unless the word is
    that of a side ("Ruritanian Foreign Minister Dale").
    """
    kept: list[str] = []
    start = max(end - 90, 0)
    for word in reversed(list(_WORD.finditer(text, start, end))):
        gap = text[word.end() : end]
        if not re.fullmatch(r",?[^\S\n]+" if not kept else r"[^\S\n]+", gap):
            break
        plain = _folded(word.group())
        if not (plain in OFFICES or plain in TITLE_WORDS or _is_of_a_title(text, word, words_of_sides)):
            break
        kept.insert(0, word.group())
        end = word.start()
    while kept and kept[0] in ("of", "for", "the"):
        kept.pop(0)
    return " ".join(kept) if len(kept) <= ROLE_WORDS and any(_folded(word) in OFFICES for word in kept) else ""


def _is_of_a_title(text: str, word: re.Match[str], words_of_sides: Mapping[str, Iterable[str]]) -> bool:
    before = text[max(word.start() - 8, 0) : word.start()].rstrip()
    begins = not before or before[-1] in '.!?…:;”"'
    return word.group()[:1].isupper() and (not begins or bool(side_of(word.group(), words_of_sides)))


def side_of(words: str, words_of_sides: Mapping[str, Iterable[str]]) -> str:
    """The side whose words stand in an office or a name: "Russian Foreign Minister" is Russia's. Nothing where none do."""
    plain = " " + _folded(words).replace("'s", "").replace("-", " ") + " "
    for side, each in words_of_sides.items():
        if any(f" {_folded(word)} " in plain for word in each):
            return side
    return ""

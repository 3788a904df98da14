"""A step: what a sentence of a government's own account of a meeting tells, by its subject and its verb.

"The leaders", "both sides", "they" mean all parties; of what was discussed without saying by whom, all of them spoke.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from components.model.lexicons import WordLists, Words, any_of
from components.reading.offices import last_office

What = Literal["said", "talked", "met", "nothing"]

_PRESS = re.compile(
    r"(?:made|gave|issued|answered|took)\s+(?:(?:a|the|joint|press|news|media|their|several|journalists[’']|reporters[’'])\s+)*(?:statements?|conferences?|briefings?|questions)",
    re.IGNORECASE,
)
_WELCOMED_TO = re.compile(
    r"welcomed\s+(?P<who>(?:(?:[A-Z][\w.’'-]*|of|the|de|and|his|her|counterpart),?\s+)+?)to\s+(?:the\s+)?[A-Z]"
)
"""How somebody's arrival is told: "welcomed President Ana Brook to Lakeside"."""

_DAY = r"(?:today|yesterday|earlier today|on [A-Z]\w+)"
_DATE = r"(?:\d{1,2} [A-Z][a-z]+(?: \d{4})?|[A-Z][a-z]+ \d{1,2}(?:, \d{4})?)"
_BESIDE = re.compile(
    rf",\s(?:{_DAY}(?:\s\([^()]{{3,40}}\)|,\s{_DATE})?(?:,\s(?:at|in)\s[^,]{{3,60}})?|(?:at|in)\s[^,]{{3,60}}|"
    r"(?:[^\W\d_a-z][^\s,]*\s?){1,5}|[a-z]+ing\s[^,;]{3,160}|(?:may|peace)\s[^,.]{1,60}),"
)
"""The name beside an office, when and where, or a wish: "The President, Ana Brook, ...", "The King, may he live long, ..."."""

_OF_ONE_MIND = re.compile(r"of (?:one|the same|like|the) (?:mind|view|opinion)\b|(?:full |complete )?agreement\b")

_HOST_AND_GUEST = re.compile(r"[Tt]he hosts? and (?:the |his |her |their )?guests?")

_DURING = re.compile(
    r"\b(?:(?:(?:during|in|at) (?:which|the course of which|whose course)|where),? "
    r"(?:they|both(?: [a-z]+)?|the (?:two|[\w ]{0,20}?(?:leaders|sides|ministers|presidents)))|with whom,? (?:s?he|they))"
    r"(?P<verbs>(?: \w+){1,5})"
)
"""What people spoke of when they met, as a clause beside that: "..., during which they reviewed trade", "with whom she ..."."""

_WHEN = re.compile(
    r",?\s(?:on|last|this)\s(?:[A-Z]\w*|\d{1,2}(?:st|nd|rd|th)?)(?:,?\s(?:[A-Z]\w+|\d{1,4}))*,?(?=\s[a-z])"
)
"""The day between a subject and its verb: "The President| on Thursday 8 February 2024| received"."""

_WORD = re.compile(r"[^\W_](?:[\w'’-]|\.(?=\w))*")
_GIVEN = re.compile(r"(?:given|paid)\s+an?\s")
"""What somebody got: "was given a guard of honour"; not "attention was given to trade"."""

_PASSIVE_CLAUSE = re.compile(
    r"\b(?:was|were|been)\s+(?:(?:also|then|further|again|likewise|both|too|all|\w+ly)\s+)*(?P<verb>\w+)"
)
_ON_A_SIDE = r"(?:on|from)\s+(?P<side>the\s+[A-Z][\w-]+\s+side)\b"

_AGENT = re.compile(
    rf"\bby\s+(?!\d|(?:almost|nearly|about|over|around|more|a|an|half|up|some|\w+ing)\b)|\b{_ON_A_SIDE}"
)
"""By whom something was done, or on whose side: not "by almost a quarter", "by lifting the ban"."""

_CLAUSE = re.compile(r"\b(?:that|whether|how)\b|[;:]")
_TALK = r"(?:call|meeting|talks|conversation|discussions?)"
_MIDDLE = r"at\s+the\s+(?:centre|center|heart|core)\s+of\s+(?:the|their|this)\s+(?:\w+\s+)?"
_TOPIC = r"(?:topics?|subjects?|themes?)"

_WAYS = (
    # "A discussion |was held| on trade"
    r"[^.;]{0,60}?\b(?:discussions?|debate|exchange)\s+(?P<verb>was held|were held|took place)\s+"
    r"(?:on|about|of|regarding|concerning)\s+(?!(?:the\s+)?(?:sidelines|margins|occasion|eve|initiative)\b)(?=[a-z])",
    # "Agreement |was reached| to meet again", "There |was| agreement that ...", "It |was| resolved that ..."
    r"[^.;]{0,60}?\b(?:agreement|understanding|consensus)\s+(?P<reached>was (?:also )?reached)\b",
    r"\W*there\s+(?P<there>was|is)\s+(?:\w+\s+)?(?:agreement|consensus|understanding)\s+(?:to|that|on)\b",
    r"\W*it\s+(?P<resolved>was)\s+(?:also\s+)?resolved\s+(?:that|to)\b",
    # "Special emphasis |was placed| on trade", "Mention |was made| of trade"
    r"[^.;]{0,90}?\b(?:emphasis|attention|focus|stress|weight)\s+(?P<laid>was (?:also )?(?:placed|laid|put|devoted|drawn))\b",
    r"[^.;]{0,60}?\b(?:mention|reference|note)\s+(?P<made>was (?:also )?(?:made|taken))\s+of\b",
    # "It |was| found appropriate to meet again", "The talks |were| described as frank"
    r"\W*it\s+(?P<found>was|is)\s+(?:also\s+)?(?:found|felt|thought)\s+(?:appropriate|necessary|important|useful|desirable)\b",
    r"[^;:]{3,160}?\s(?P<described>was|were)\s+(?:also\s+|then\s+|\w+ly\s+)?(?:described\s+as|held\s+to\s+be|taken\s+up\b)(?![^;:]{0,120}?\bby\b)",
    # "Much of the talks |was| devoted to trade"
    rf"\W*(?:much|most|(?:a|the)\s+(?:\w+\s+)?(?:part|portion|share))\s+of\s+(?:the|their)\s+(?:\w+\s+)?{_TALK}\s+(?P<part>was|were)\s+"
    r"(?:devoted|dedicated|given\s+over)\s+to\b",
    # "Trade |took up| the rest of the call", "At the centre of the talks |was| trade", "Trade |was| at the heart of the talks"
    rf"[^;:]{{3,200}}?\s(?P<took>took\s+up|occupied|dominated)\s+[^.;]{{0,40}}?\b{_TALK}\b",
    rf"\W*{_MIDDLE}{_TALK}\s+(?P<centre>was|were)\b",
    rf"[^;:]{{3,200}}?\s(?P<mid>was|were)\s+{_MIDDLE}{_TALK}\b",
    # "Also on the agenda |was| trade", "Trade |was| on the table", "The issue of trade |came| up", "Also |discussed| was trade"
    r"\W*also\s+on\s+the\s+agenda\s+(?P<also>was|were)\b",
    r"[^;:]{3,200}?\s(?P<came>came)\s+(?:also\s+)?(?:under|up\s+for)\s+discussion\b",
    r"\W*(?:the|an?)\s+(?:issue|question|topic|matter|situation|subject|case)s?\b[^;:]{0,120}?\s(?P<up>came)\s+up\b",
    r"\W*also\s+(?P<inverted>discussed|considered|reviewed|raised|addressed|covered|mentioned)\s+(?:was|were)\b",
    r"[^;:]{3,200}?\s(?P<agenda>was|were)\s+(?:\w+\s+)?on\s+the\s+(?:agenda|table)\b",
    # "Another topic |was| trade", "Trade |was| a further topic"
    r"\W*(?:an?\s+|the\s+)?(?:another|other|further|additional|main|key|central|among the)\s+(?:\w+\s+)?"
    rf"{_TOPIC}\b[^.;]{{0,60}}?\s(?P<others>was|were|included)\b",
    r"[^;:]{3,160}?\s(?P<topic>was|were)\s+(?:also\s+)?"
    rf"(?:(?:an?|another|the|one|among|of)\s+)+(?:\w+\s+){{0,2}}?{_TOPIC}\b",
)

_HELD = re.compile("|".join(_WAYS), re.IGNORECASE)
"""Further ways to tell of a subject of talk."""
_EXCHANGED = re.compile(
    r"\W*(?:there\s+(?P<was>was|has been)\s+)?(?:an?\s+)?(?:[\w-]+\s+){0,3}?"
    r"exchange\s+of\s+(?:views|opinions|assessments|ideas)\b"
    r"(?(was)|[^.;]{0,120}?\b(?P<verb>took place|was held|occurred|continued))",
    re.IGNORECASE,
)
"""What all parties did, told as what happened: "A frank exchange of views took place", "There was an exchange of views"."""
_PERFECT = frozenset("has have had".split())
_PASSIVE = frozenset("was were is are been being".split())
SUFFIXES = frozenset("jr sr ii iii iv".split())
_ARTICLES = frozenset("the a an all both two three these".split())


class ReadoutWords(WordLists):
    """`readouts.toml`."""

    FILE = "readouts"
    together: Words
    meetings: Words
    discussed: Words
    covers: Words
    subjects: Words
    occasions: Words
    happens: Words
    met: Words
    went: Words
    came: Words
    scheduled: Words
    said_after: Words
    talked_after: Words
    between: Words
    minded: Words
    gave: Words
    opened: Words
    done_by: Words
    said_too: Words
    taken_up: Words
    leads_in: Words
    texts: Words
    groups: Words
    several: Words
    followed: Words


class Act(NamedTuple):
    """What the main clause of a sentence tells, from its subject on.

    `said`: the subject said or did something; `talked`: a subject of talk is told, of which all parties spoke; `met`: only
    that people met; `nothing` of the kind. `verb` is where its verb stands.
    """

    what: What
    verb: tuple[int, int] | None = None


def means_all(subject: str) -> bool:
    """Whether a subject means all parties: "The two leaders", "Both sides", "They", "The heads of state"."""
    words = [word.casefold() for word in _WORD.findall(subject)]
    if words in (
        ["they"],
        ["each"],
        ["all", "present"],
        ["the", "pair"],
        ["the", "group"],
        ["both"],
        ["they", "both"],
        ["both", "of", "them"],
        ["all"],
        ["all", "of", "them"],
    ) or _HOST_AND_GUEST.fullmatch(subject):
        return True
    if words[:1] == ["neither"]:
        return f"{words[-1]}s" in _words().together
    if words[-1:] == ["participants"] and words[0] in ("participants", "meeting"):
        return True
    return bool(words) and words[0] in _ARTICLES and any(word in _words().together for word in words[1:4])


def is_meeting(subject: str) -> bool:
    """Whether a subject is the meeting itself, or a subject of talk: "The discussion", "Issues of trade", "It"."""
    words = [word.casefold() for word in _WORD.findall(subject)]
    return words in (["it"], ["this"]) or any(word in _words().meetings for word in words)


def act_of(text: str, subject: tuple[int, int] | None, end: int) -> Act:
    """What a main clause tells whose subject stands at `subject`, and which ends at `end`."""
    if subject is None:
        return Act("nothing")
    beside = _BESIDE.match(text, subject[1], end)
    behind = beside.end() if beside else subject[1]
    day = _WHEN.match(text, behind, end)
    words = list(_WORD.finditer(text, day.end() if day else behind, end))
    k, passive = 0, False
    while k < len(words):
        word = words[k].group().casefold()
        following = words[k + 1].group().casefold() if k + 1 < len(words) else ""
        if word in _PASSIVE:
            passive = True
        elif word in _PERFECT and (following in ("been", "said", "told") or following.endswith("ed")):
            pass
        elif word not in _words().between and not word.endswith("ly") and word not in SUFFIXES:
            break
        k += 1
    if k == len(words):
        return Act("nothing")
    verb, place = words[k].group().casefold(), (words[k].start(), words[k].end())
    if verb == "will" and _scheduled().match(text, place[1], end):
        return Act("met", place)
    if passive:
        agrees = verb in _words().minded or _OF_ONE_MIND.match(text, place[0], end)
        return Act("said" if agrees else "nothing", place)
    if verb in _words().covers and is_meeting(text[slice(*subject)]):
        return Act("talked", place)
    welcomed = _WELCOMED_TO.match(text, place[0], end)
    if (
        _PRESS.match(text, place[0], end)
        or _done().match(text, place[0], end)
        or (welcomed and last_office(welcomed["who"].split()) is not None)
    ):
        return Act("met", place)
    if verb in _words().met and not _says_after_all().match(text, place[0], end):
        return Act("met", place)
    return Act("said", place)


@cache
def _says_after_all() -> re.Pattern[str]:
    """Verbs of meeting that say something by what stands behind them: "spoke of the ferry", "gave an overview of trade"."""
    return re.compile(
        r"(?:began|concluded|ended|closed)(?: (?:the|their) \w+)? by\b|"
        r"called (?:(?:once|again|also|\w+ly),?\s+)*(?:for\b|(?:on|upon)\b(?!\s+and\b)[^.;]*\sto\s[a-z])|"
        r"called (?:it|that|them|this(?! (?:morning|afternoon|evening|week)))\b|"
        r"called (?:such|these|those|the) [a-z][\w ’'-]{2,60}? (?:an?\b|[“\"]|\w+(?:able|ible|ful|ic|ive|ous|ing|al)\b)|"
        r"laid (?:out|(?:the )?(?:responsibility|blame))\b|drew (?:\w+ )?attention\b|held out\b|"
        r"made (?:it )?(?:known|clear|plain)\b|"
        r"gave (?:assurances|notice|instructions)\b|gave (?:\w+\s+)?(?:attention|priority|emphasis)\b|"
        r"spoke (?:with \w+ )?(?:of|about|in (?:favou?r|support)|(?:out )?against|highly)|"
        r"talked (?:through|over(?! (?:the )?(?:tele)?phone)|about)\b|"
        r"gave (?:a|an|the|his|her) (?:[\w-]+\s){0,2}"
        rf"(?:{any_of(_words().gave)}|account\b)",
        re.IGNORECASE,
    )


@cache
def _done() -> re.Pattern[str]:
    """What is done and not said: "took part in the session", "presented the Minister with the Order of the Lake"."""
    return re.compile(
        r"took (?:part|place)\b|addressed (?:the|a|an) (?:[\w-]+ ){0,2}"
        r"(?:students|gathering|conference|forum|parliament|assembly|audience)\b|"
        r"(?:began|continued|concluded) (?:a|an|his|her|the) (?:[\w-]+ ){0,2}(?:round|series|tour|visit|trip)\b|"
        r"(?:paid|undertook|conducted) (?:a|an|his|her|their) (?:[\w-]+ ){0,3}(?:call|visit|trip|tour)\b|"
        r"presented (?:him|her|them) with\b|"
        r"sent (?:a|an|his|her|their) (?:[\w-]+ ){0,2}(?:message|telegram|letter)\b"
        r"(?![^.;]{0,200}?\b(?:in which|say|express|stress|convey))|"
        r"(?:made|placed) (?:a|an) (?:\w+\s+)?(?:phone |telephone |video )?call\b|"
        r"(?:presented|awarded|handed|gave)\s[^.;]{3,80}?\b(?:Orders?|[Mm]edals?|[Aa]wards?|gifts?|[Cc]ross|credentials|"
        r"letters? of (?:credence|recall))\b|"
        r"handed (?:over )?(?:the|his|her) letters\b|"
        r"(?:continue[sd]|return(?:s|ed)|fl(?:ies|ew)|departs|travels) (?:on )?(?:to|from|for|home)\b|"
        r"(?:opened|inaugurated|launched) (?:the|a|an) (?:[\w-]+ ){0,3}"
        rf"{any_of(_words().opened)}\b|"
        r"invited\s[^.;,]{2,60}?\sto\s(?:an?|the)\s(?:\w+\s)?(?:talk|conversation|lunch|luncheon|dinner|tea|tour)\W*$"
    )


@cache
def _scheduled() -> re.Pattern[str]:
    """What is to happen is no word of who will do it: "(will) visit Lakeside in June", "be received on Monday"."""
    return re.compile(rf"\s+(?:also\s+|next\s+)?(?:be\s+(?:received|hosted|welcomed)|{any_of(_words().scheduled)})\b")


def subject_by_words(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The subject that means all parties, where the parse finds none: "The two discussed ...", "In addition, both sides ..."."""
    found = _all_at_first().match(text, start, end)
    return found.span("all") if found else None


@cache
def _all_at_first() -> re.Pattern[str]:
    together = any_of(_words().together)
    return re.compile(rf"(?:[^,.;]{{0,60}},\s+)?(?P<all>(?:[Tt]he|[Bb]oth)(?i:\s+{together})+|[Tt]hey)(?=\s)")


def discussed_at(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The verb that tells of a subject of talk without saying who spoke: "the ferry was also discussed"; None without one."""
    for found in _PASSIVE_CLAUSE.finditer(text, start, end):
        clause = _CLAUSE.search(text, found.end(), end)
        agent = _AGENT.search(text, found.end(), clause.start() if clause else end)
        given = _GIVEN.match(text, found.start("verb"), end)
        if found["verb"].casefold() in _words().discussed and not agent and not given:
            return found.span("verb")
    exchanged = _EXCHANGED.match(text, start, end)
    if exchanged:
        return exchanged.span("was" if exchanged["was"] else "verb")
    held = _HELD.match(text, start, end)
    return held.span(str(held.lastgroup)) if held else None


def done_by_one_at(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """By whom something was accepted or shared, and the verb: "The request was accepted by the Minister"."""
    found = _by_one().search(text, start, end)
    return (found.span("who" if found["who"] else "side"), found.span("verb")) if found else None


@cache
def _by_one() -> re.Pattern[str]:
    """What one of the parties did, told as what was done: "was |accepted by |the Minister", "on |the Tolvian side"."""
    return re.compile(
        rf"\b(?:was|were)\s+(?:also\s+|\w+ly\s+)?(?P<verb>{any_of(_words().done_by)})\s+"
        rf"(?:{_ON_A_SIDE}|"
        r"by\s+(?P<who>(?:the|his|her)?\s*(?:(?:Mr|Ms|Mrs|Dr)\.\s)?[A-Z][^,.;]{2,80}?)(?=[,.;]|\s+(?:who|and|that|on|about)\b|$))"
    )


_ACCEPTED = re.compile(
    r"\W*(?:\d{1,3}\.\s+)?(?:(?P<what>(?:The|This) invitation) was (?:\w+ly )?(?P<verb>accepted)\b(?!\s+by\b)"
    r"|(?P<latter>The latter) (?:\w+ly )?(?P<did>accepted) (?:the|this) invitation\b)"
)


def accepted_at(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """What is told to have been accepted without saying by whom, and the verb: "|The invitation| was |accepted|"."""
    found = _ACCEPTED.match(text, start, end)
    if not found:
        return None
    return (found.span("what"), found.span("verb")) if found["what"] else (found.span("latter"), found.span("did"))


def covered_at(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The verb by which a sentence begins that tells what a meeting was about: "Their discussions mainly |focused| on trade"."""
    found = _covered().match(text, start, end)
    return found.span(found.lastgroup or 0) if found else None


@cache
def _covered() -> re.Pattern[str]:
    noun, verb, subject = (any_of(words) for words in (_words().occasions, _words().covers, _words().subjects))
    return re.compile(
        rf"\W*(?:[Tt]he|[Tt]heir|[Tt]his)\s+(?:\w+\s+){{0,2}}?{noun}\s+(?:\w+ly\s+|also\s+|further(?:more)?\s+)?(?P<verb>{verb})\b(?!-)"
        rf"|\W*[Tt]he\s+(?:\w+\s+){{0,2}}?{subject}\s+of\s+(?:the|their|this)\s+(?:\w+\s+)?{noun}\s+(?P<was>was|were)\b"
    )


_SIGNED = re.compile(
    r"[^.;]{0,200}?\b(?:agreements?(?!\s+(?:that|to)\b)|memorand(?:a|um)|documents?|protocols?|treat(?:y|ies)|contracts?|MoUs?)\b(?:[^.;]{0,80}?|[^.;,]{0,160}?)\b"
    r"(?:was|were)\s+(?:also\s+)?(?:signed|exchanged|initialled|initialed)\b"
    r"|\W*(?:following|after|at the end of|on completion of)\s[^.;,]{3,60},[^.;,]{3,80}?\s(?:was|were)\s+(?:also\s+)?adopted\W*$"
    r"|\W*(?:following|after|at the end of)\s[^.;,]{3,60},[^.;,]{3,100}?\ssigned\s[^.;]{0,80}?"
    r"\b(?:agreements?|memorand(?:a|um)|protocols?|treat(?:y|ies)|contracts?|MoUs?)\b",
    re.IGNORECASE,
)
"""What happened beside the talks: "Several agreements were signed", "After the talks, a statement was adopted"."""


def is_signing(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells what was signed or exchanged beside the talks."""
    return _SIGNED.match(text, start, end) is not None


def is_of_the_occasion(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells of the meeting alone, as "The call took place at the request of Tolvia." does."""
    found = _occasion().match(text, start, end)
    if not found or any(tells_more(text, found.end(), end)):
        return False
    return not _subjects_of_talk().search(text, found.end(), end)


@cache
def _occasion() -> re.Pattern[str]:
    noun, verb = any_of(_words().occasions), any_of(_words().happens)
    return re.compile(
        rf"\s*(?:(?:the|this|their|a|an)\s)?(?:[\w’'-]+\s){{0,3}}?{noun}(?:\s(?:with|between|of|in|on|at)\s[^.,;:]{{1,80}}?)?\s{verb}\b",
        re.IGNORECASE,
    )


@cache
def _subjects_of_talk() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of((*_words().covers, *_words().discussed))}\b", re.IGNORECASE)


def tells_more(text: str, start: int, end: int) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Of a clause that tells that people met: the verb by which it goes on with what one said, and with what all spoke of.

    "met with Dale and thanked him" is the first, "spoke with Dale to discuss trade" the second.
    """
    talked = _talked_after().search(text, start, end)
    if during := _DURING.search(text, start, end):
        verbs = _WORD.finditer(text, *during.span("verbs"))
        if verb := next((each for each in verbs if tells(each.group())), None):
            return None, verb.span()
    if (joined := _JOINED_IN.search(text, max(start - len("joined "), 0), end)) and tells(joined["verb"]):
        return None, joined.span("verb")
    said = _said_after().search(text, start, end)
    to = 3 if talked and talked.group().startswith("to ") else 0
    return (said.span("verb") if said and not to else None), ((talked.start() + to, talked.end()) if talked else None)


_JOINED_IN = re.compile(r"\bjoined\s+[^,.;]{3,60}?\s+in\s+(?P<verb>\w+ing)\b")
"""What two did together: "joined the Minister in |welcoming| the ferry"."""


def tells(verb: str) -> bool:
    """Whether a verb tells what somebody said, in words or by what they did: "agreed", "reaffirmed"; not "maintained"."""
    return verb.casefold() in _words().discussed or _said_after().match(f", {verb}") is not None


def tells_so(text: str, start: int, verb_end: int, end: int) -> bool:
    """The same of a verb with what stands behind it: "laid out", "drew attention to", "gave assurances"."""
    return tells(text[start:verb_end]) or _says_after_all().match(text, start, end) is not None


def tells_at(text: str, start: int) -> bool:
    """Whether the verb behind a subject tells what somebody said, or that they spoke: "|spoke about"."""
    verb = _WORD.search(text, start)
    return verb is not None and (tells(verb[0]) or verb[0] in _words().met)


@cache
def _said_after() -> re.Pattern[str]:
    calls = r"call(?:ed|ing)?\s+(?:up)?on\b(?=[^.;]{1,120}\sto\s[a-z])"  # not "called on the Minister"
    stems = "|".join(re.escape(stem) for stem in _words().said_after)
    opened = r"(?:(?:began|opened|started|concluded|ended)\s+by\s+)?"
    return re.compile(
        rf"(?:\band|,|\bto)\s+(?:also\s+|then\s+)?{opened}(?P<verb>(?:{stems}|{calls})\w*)", re.IGNORECASE
    )


@cache
def _talked_after() -> re.Pattern[str]:
    when = r"\s+(?:the\s+)?(?:sidelines|margins|occasion|eve)\b"
    about = (
        rf"(?<!for )talks\s+on(?!{when})(?=\s(?:the\s)?[a-z])"  # "held talks on trade"; not "for talks on", "on Monday"
    )
    return re.compile(rf"\b(?:(?i:{any_of(_words().talked_after)})|{about})\b")


def _words() -> ReadoutWords:
    return ReadoutWords.read()

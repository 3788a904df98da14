"""Which language a text is in. Only English is read for speakers, topics and tone; of another language that is said.

Paragraph by paragraph, as one text may hold several; what is too short to tell says nothing.
"""

import re
from collections import Counter
from functools import cache
from itertools import compress
from operator import not_
from typing import Any, NamedTuple

from components.model.lexicons import WordLists, Words

ENGLISH = "en"
UNDETERMINED = "und"
"""As ISO 639-2 has it: a text too short to tell, or one without words."""

LANGUAGES: dict[str, str] = {
    "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian",
    "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "ga": "Irish", "gl": "Galician", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "kk": "Kazakh", "km": "Khmer", "ko": "Korean", "ky": "Kyrgyz", "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian",
    "mk": "Macedonian", "mn": "Mongolian", "ms": "Malay", "mt": "Maltese", "ne": "Nepali",
    "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian",
    "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tl": "Tagalog", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""The languages that are told apart, by ISO 639-1: those that a government writes in. Of a text in another one (a dialect,
a regional language) the nearest of these is found, or none."""

ENOUGH_LETTERS = 40
"""Letters that a paragraph needs to tell its language: under it one name in five words decides. A letter that stands for a
syllable or a word counts for three."""

SURE, LIKELY = 0.9, 0.6
"""Probability from which a paragraph is sure, or says anything at all. Of 1,399 paragraphs of 50 English texts of governments
1,385 say that they are English, and 14 say nothing."""

MIXED = 0.9
"""A language that at least this share of a text is in has it to itself."""

SAMPLE = 400
"""Paragraphs that are looked at, spread over the text: more change nothing, and take time."""

PLAIN = 0.15
"""A paragraph is English where at least this share of its words holds English sentences together: of 1,321 paragraphs of
English texts five in six. The others, and every other language, are left to the model, which takes twenty times as long."""

_WORD = re.compile(r"\w+")
_PARAGRAPH = re.compile(r"[^\n]*\w[^\n]*")
_LETTER = re.compile(r"[^\W\d_]")
_SYLLABLE = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class LanguageWords(WordLists):
    """The list of `language.toml`."""

    FILE = "language"
    plain: Words


class Language(NamedTuple):
    """The language of most of a text: its code (`UNDETERMINED` where nothing tells), and the share of the text in it.

    `sure`: its paragraphs leave no doubt, on the whole. `other` is the language that comes next, nothing where there is
    none worth telling.
    """

    code: str
    share: float = 1.0
    sure: bool = False
    other: str = ""

    @property
    def foreign(self) -> bool:
        """Whether it is another language than the one that Readout reads. A text that does not tell is no such text."""
        return self.code not in (ENGLISH, UNDETERMINED)


def find_language(text: str) -> Language:
    """The language that most letters of a text are in. The same text has the same language."""
    paragraphs = [(paragraph, _weight(paragraph)) for paragraph in _PARAGRAPH.findall(text)]
    telling = [(paragraph, weight) for paragraph, weight in paragraphs if weight >= ENOUGH_LETTERS]
    if not telling and sum(weight for _, weight in paragraphs) >= ENOUGH_LETTERS:
        telling = [(text, sum(weight for _, weight in paragraphs))]  # verses, or a list
    sample = telling[:: len(telling) // SAMPLE + 1]
    plain = [_is_plain(paragraph) for paragraph, _ in sample]
    enough = MIXED * sum(weight for _, weight in sample)
    letters = Counter({ENGLISH: sum(weight for _, weight in compress(sample, plain))}) if any(plain) else Counter[str]()
    doubtful: Counter[str] = Counter()
    for paragraph, weight in compress(sample, map(not_, plain)):
        if letters[ENGLISH] >= enough:
            break  # whatever the others are in, English has the text to itself
        code, probability = _identifier().classify(paragraph)
        if probability >= LIKELY:
            letters[code] += weight
            doubtful[code] += weight * (probability < SURE)
    if not letters:
        return Language(UNDETERMINED, 0.0)
    ranked = letters.most_common()
    code, most = ranked[0]
    share = most / letters.total()
    sure = share > 0.5 and doubtful[code] <= most / 2
    other = ranked[1][0] if share < MIXED else ""
    return Language(code, share, sure, other)


def name_of(code: str) -> str:
    """The language in English."""
    return LANGUAGES[code]


def said_of(language: Language, *, insisted: bool = False) -> tuple[str, ...]:
    """What a reader should know of the language of a text, in sentences; nothing where it is English, or does not tell.

    `insisted`: it is read as if it were English all the same.
    """
    if not language.foreign and not language.other:
        return ()
    name = name_of(language.code)
    if not language.foreign:
        other = name_of(language.other)
        return (f"About {_tenths(1 - language.share)} of this text are not in English, but mostly in {other}; Readout reads "
                "English, so look there for what was not found.",)  # fmt: skip
    how = "sure" if language.sure else "likely"
    found = f"This text seems to be in {name} ({how}" + (
        f", {_tenths(language.share)} of it)" if language.share < MIXED else ")"
    )
    if insisted:
        return (f"{found}; Readout reads English. It was read as if it were English, so every answer is a guess.",)
    return (f"{found}; Readout reads English. It was cut into sentences, and not read for speakers, topics and tone.",)


def _tenths(share: float) -> str:
    return f"{min(9, max(1, round(share * 10)))} tenths"


def _weight(paragraph: str) -> int:
    """Letters, those that stand for a syllable or a word thrice."""
    return len(_LETTER.findall(paragraph)) + 2 * len(_SYLLABLE.findall(paragraph))


def _is_plain(paragraph: str) -> bool:
    """Whether small words tell that a paragraph is English; where they do not, the model is asked."""
    words = _WORD.findall(paragraph.casefold())
    return sum(word in _plain() for word in words) >= PLAIN * len(words)


@cache
def _plain() -> frozenset[str]:
    return frozenset(LanguageWords.read().plain)


@cache
def _identifier() -> Any:
    """The model inside the package. It takes half a second and 80 MB, so it belongs into the process that reads."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([*LANGUAGES])
    return identifier

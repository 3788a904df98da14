"""From bytes to characters, and from characters to those that a person sees."""

import codecs
import re
import unicodedata
from typing import NamedTuple

from components.model.limits import LONGEST_WORD
from components.reading.formats.common import UnreadableFileError, counted

LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")

_MARKS = (  # longest first: the mark of UTF-32 begins like the one of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Among what is left after UTF-8: encodings that people's files have. The library knows many more (EBCDIC, those of the
# Macintosh), and names them for a few odd bytes.
_LATIN = ("cp1252", "cp1250", "cp1254", "cp1257", "iso8859_2")
_OTHER = (
    "cp1251", "koi8_r", "cp866", "iso8859_5", "cp1253", "cp1255", "cp1256", "shift_jis", "euc_jp", "gb18030", "big5",
    "euc_kr", "utf_16_le", "utf_16_be",
)  # fmt: skip

_FEW = 4
_SMALL_SHARE = 0.03
_MOSTLY = 0.6
_REPLACED = re.compile(r"[\w’'-]*\ufffd[\w’'\ufffd-]*")
_GUESSED_FROM = 200_000  # characters of a text that decide what its encoding is


class Decoded(NamedTuple):
    """Characters, and what was guessed or damaged on the way to them."""

    text: str
    notes: list[str]


def decode(data: bytes, declared: str = "") -> Decoded:
    """The characters of bytes: by their mark, as UTF-8, as the file declares, and else as the best guess, which is named.

    Raises UnreadableFileError where the bytes are no text in any encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _repaired(data[len(mark) :], encoding)
    if wide := _wide(data):
        return _guess(data, wide)
    try:
        return Decoded(data.decode("utf-8"), [])
    except UnicodeDecodeError:
        pass
    if (text := _as_declared(data, declared)) is not None:
        return Decoded(text, [])
    return _repaired(data, "utf-8") if _is_damaged_utf8(data) else _guess(data, _best(data))


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 but for some damaged ones.

    In UTF-8 a character outside ASCII is a byte that says how many follow, and those: by chance, in text of another encoding,
    hardly any byte is followed so. It is UTF-8 where at least as many bytes follow rightly as characters are damaged.
    """
    whole = data.decode("utf-8", errors="ignore")
    following = len(whole.encode("utf-8")) - len(whole)
    return following >= _damaged(data, "utf-8")


def _damaged(data: bytes, encoding: str) -> int:
    """How many characters cannot be decoded; a � that stands in the file is none."""
    return data.decode(encoding, errors="replace").count("\ufffd") - data.decode(encoding, errors="ignore").count(
        "\ufffd"
    )


def _repaired(data: bytes, encoding: str) -> Decoded:
    """Decoded, with what is damaged replaced, counted, and named by the words in which it stands."""
    text = data.decode(encoding, errors="replace")
    notes = counted(
        _damaged(data, encoding),
        "{} damaged character was replaced by �: ",
        "{} damaged characters were replaced by �: ",
    )
    return Decoded(text, [note + list_of(_REPLACED.findall(text)) for note in notes])


def _as_declared(data: bytes, declared: str) -> str | None:
    try:
        if codecs.lookup(declared).name in ("utf-8", "utf-7") or not declared:
            return None
        return data.decode(declared)
    except (LookupError, ValueError):  # a name that is none, or bytes that do not fit it
        return None


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every second byte is the same small number. ASCII in it passes as UTF-8 with NULs."""
    sample = data[:4_000]
    even, odd = sample[0::2], sample[1::2]
    if len(sample) < 4 or len(data) % 2:
        return ""
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        small = sum(byte < 0x07 for byte in high)
        if small > 0.9 * len(high) and sum(byte < 0x07 for byte in low) < 0.3 * len(low):
            return encoding
    return ""


def _best(data: bytes) -> str:
    """The encoding that fits best, or nothing. Few letters outside ASCII are too little to tell Polish from French."""
    from charset_normalizer import from_bytes

    high = sum(byte > 0x7F for byte in data)
    letters = high + sum(chr(byte).isalpha() for byte in data if byte < 0x80)
    if (high < _FEW or high < _SMALL_SHARE * letters) and _fits(data, "cp1252"):
        return "cp1252"
    candidates = _OTHER if high > _MOSTLY * letters else (*_LATIN, *_OTHER)
    match = from_bytes(data[:_GUESSED_FROM], cp_isolation=list(candidates)).best()
    if match is None:
        return ""
    if (
        match.encoding in _LATIN
        and _fits(data, "cp1252")
        and data.decode("cp1252") == data.decode(match.encoding, "replace")
    ):
        return "cp1252"
    return match.encoding


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _guess(data: bytes, encoding: str) -> Decoded:
    if not encoding:
        raise UnreadableFileError(
            "The file's encoding was not recognised. Save it again as plain text with the encoding UTF-8."
        )
    text, notes = _repaired(data, encoding)
    name = encoding.replace("_", "-").replace("cp125", "windows-125").replace("iso8859", "iso-8859")
    return Decoded(text, [f"The encoding was guessed: {name}. If letters look wrong, save the file as UTF-8.", *notes])


# --- Characters that no one sees ----------------------------------------------------------------

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Direction marks, zero-width characters, soft hyphens, letters without a shape, tags, signs that steer a score or a
# stenogram. The joiners and the selectors of a variant mean something in Persian, in Hindi, in Mongolian and in emoji,
# and nothing beside a Latin, Greek or Cyrillic letter.
_SHAPELESS = (
    "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
_JOINERS = "\u180b-\u180d\u180f\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef"
_LETTER = "A-Za-z\u00c0-\u052f"
_INVISIBLE = re.compile(
    f"(?<=[{_LETTER}])[{_SHAPELESS}{_JOINERS}]+|[{_SHAPELESS}]+|[{_SHAPELESS}{_JOINERS}]+(?=[{_LETTER}])"
)
_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = "\u0250-\u02af\u0370-\u058f\u13a0-\u13ff\u1d00-\u1d7f\ua4d0-\ua4ff\uab70-\uabbf"  # written like Latin letters
_TWO_ALPHABETS = re.compile(f"[A-Za-z][{_ALIKE}]|[{_ALIKE}][A-Za-z]")
_MARKED = re.compile("[A-Za-z][\u0300-\u036f\u20d0-\u20f0]")  # after NFC: no letter has such a mark
_SIGNS = re.compile("[\ufb00-\ufb06]")
_OTHER_FORMS = re.compile("[\uff21-\uff3a\uff41-\uff5a\u2160-\u217f\u24b6-\u24e9\U0001d400-\U0001d7ff]")
_NAMED, _LONGEST_NAMED = 5, 40
_ODD_AT_MOST, _ODD_SHARE = 3, 0.05


def is_not_text(text: str) -> bool:
    """Whether so much of it is control characters that it was never written by a person."""
    odd = len(_UNPRINTABLE.findall(_LINE_ENDS.sub("\n", text)))
    return odd > _ODD_AT_MOST and odd > _ODD_SHARE * len(text)


def printable(text: str) -> Decoded:
    """The text with line feeds as line ends, and � for each control character and lone surrogate."""
    text, replaced = _UNPRINTABLE.subn("\ufffd", _LINE_ENDS.sub("\n", text))
    return Decoded(
        text, counted(replaced, "{} control character was replaced by �.", "{} control characters were replaced by �.")
    )


def clean(text: str) -> Decoded:
    """The text that a person sees, and notes on what was taken out or replaced.

    Invisible characters are taken out: they hide words from a search, or show another order than they store. Letters
    and their accents are joined (NFC), the signs for two letters (ﬁ) are taken apart, and letters in another width or
    weight (Ａ, 𝐀) become plain ones. What looks like a word and may not be recognised as one is named.
    """
    text, notes = printable(text)
    seen = _INVISIBLE.sub("", text)
    notes += counted(
        len(text) - len(seen), "{} invisible character was taken out.", "{} invisible characters were taken out."
    )
    apart, signs = _SIGNS.subn(_plain, seen)
    notes += counted(
        signs,
        "{} sign for several letters (ﬁ) was written as letters.",
        "{} signs for several letters (ﬁ) were written as letters.",
    )
    plain, formed = _OTHER_FORMS.subn(_plain, apart)
    notes += counted(
        formed,
        "{} letter in another width or weight (Ａ) was written as a plain one.",
        "{} letters in another width or weight (Ａ) were written as plain ones.",
    )
    joined = unicodedata.normalize("NFC", plain)
    if joined != plain:
        notes.append("Letters and accents stored apart were joined.")
    long = counted(
        len(LONG_WORD.findall(joined)),
        f"{{}} word of more than {LONGEST_WORD} characters stays in the text, but nothing is looked for in it.",
        f"{{}} words of more than {LONGEST_WORD} characters stay in the text, but nothing is looked for in them.",
    )
    return Decoded(joined, [*notes, *long, *_odd_words(joined)])


def _plain(sign: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", sign[0])


def _odd_words(text: str) -> list[str]:
    """Notes on words that look like others."""
    if text.isascii():
        return []
    mixed = [word.group() for word in _WORD.finditer(text) if _TWO_ALPHABETS.search(word.group())]
    notes = counted(
        len(mixed),
        "{} word mixes letters of two alphabets that look alike, and may not be recognised: ",
        "{} words mix letters of two alphabets that look alike, and may not be recognised: ",
    )
    marked = len(_MARKED.findall(text))
    return [
        *(note + list_of(mixed) for note in notes),
        *counted(
            marked,
            "{} letter carries a mark that no alphabet has; its word may not be recognised.",
            "{} letters carry a mark that no alphabet has; their words may not be recognised.",
        ),
    ]


def list_of(words: list[str]) -> str:
    """The first few different ones, each cut where it is long, with an ellipsis for the others."""
    different = list(dict.fromkeys(words))
    named = [word if len(word) <= _LONGEST_NAMED else word[: _LONGEST_NAMED - 1] + "…" for word in different[:_NAMED]]
    return ", ".join(f"“{word}”" for word in named) + (", …" if len(different) > _NAMED else ".")

"""The language of a text: what it is in, how sure that is, what is said of it, and what is not read then."""

import datetime as dt

import pytest

from components.model.codebook import REPORTER, UNKNOWN, Codebook
from components.reading import language
from components.reading.article import read_article
from components.reading.language import LANGUAGES, UNDETERMINED, Language, find_language, said_of

ENGLISH = "Ana Brook said on Monday that the new sanctions on Ruritania were a good start. She praised the talks."
FRENCH = (
    "Ana Brook a déclaré lundi que les nouvelles sanctions contre la Ruritanie étaient un bon début. Elle a salué les "
    "discussions."
)
TEXTS = {
    "en": ENGLISH,
    "fr": FRENCH,
    "de": "Ana Brook sagte am Montag, dass die neuen Sanktionen gegen Ruritanien ein guter Anfang seien.",
    "es": "Ana Brook dijo el lunes que las nuevas sanciones contra Ruritania eran un buen comienzo.",
    "it": "Ana Brook ha detto lunedì che le nuove sanzioni contro la Ruritania erano un buon inizio.",
    "nl": "Ana Brook zei maandag dat de nieuwe sancties tegen Ruritanië een goed begin waren.",
    "ru": "Ана Брук сказала в понедельник, что новые санкции против Руритании были хорошим началом.",
    "uk": "Ана Брук сказала в понеділок, що нові санкції проти Руританії були добрим початком.",
    "ar": "قالت آنا بروك يوم الاثنين إن العقوبات الجديدة على روريتانيا كانت بداية جيدة.",
    "zh": "安娜·布鲁克星期一说，对鲁里坦尼亚的新制裁是一个好的开始。",
    "ja": "アナ・ブルックは月曜日、ルリタニアに対する新しい制裁は良い出発点だと述べた。",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items(), ids=TEXTS)
def test_a_text_in_one_language_is_found_to_be_in_it(code: str, text: str) -> None:
    found = find_language(text)

    assert (found.code, found.share, found.sure, found.other) == (code, 1.0, True, "")
    assert found.foreign == (code != "en")


@pytest.mark.parametrize(
    "text",
    ["", "They met.", "Nein.", "2020, 2021 and 100%", "word " * 150, "x" * 300, "A.\n\nB.\n\nC."],
    ids=["nothing", "short", "short and foreign", "figures", "one word", "no word", "letters"],
)
def test_what_does_not_tell_is_undetermined_and_no_foreign_text(text: str) -> None:
    found = find_language(text)

    assert (found.code, found.share, found.sure) == (UNDETERMINED, 0.0, False)
    assert not found.foreign
    assert said_of(found) == ()


def test_short_lines_tell_together() -> None:
    assert (
        find_language("Qui a parlé?\nLa ministre.\nQue veut-elle?\nElle veut la paix.\nEt puis?\nLe pain.").code == "fr"
    )


def test_names_of_other_languages_do_not_make_another_language() -> None:
    text = "Zoltán Kovács-Horváth, Jiří Dvořák and Göran Sjöström met in Kecskemét. They said that the talks were good."

    assert not find_language(text).foreign


def test_of_a_mixed_text_the_share_is_told() -> None:
    mostly_english, mostly_french = "\n\n".join([ENGLISH] * 3 + [FRENCH]), "\n\n".join([ENGLISH] + [FRENCH] * 3)
    english, french = find_language(mostly_english), find_language(mostly_french)

    assert (english.code, english.other, round(english.share, 1)) == ("en", "fr", 0.7)
    assert (french.code, french.other, round(french.share, 1)) == ("fr", "en", 0.8)
    assert said_of(english) == (
        "About 3 tenths of this text are not in English, but mostly in French; Readout reads English, so look there for "
        "what was not found.",
    )
    assert said_of(french)[0].startswith(
        "This text seems to be in French (sure, 8 tenths of it); Readout reads English."
    )


def test_a_foreign_quotation_in_a_long_text_is_not_worth_telling() -> None:
    found = find_language("\n\n".join([ENGLISH] * 12 + [FRENCH]))

    assert (found.code, found.other, said_of(found)) == ("en", "", ())


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The ministers of the two countries met, and they spoke of the bridge to the island with their staff.", 0),
        ("Ana Brook praised Carl Dale, Ina Cole praised Omar Lake, everybody praised everybody else.", 1),
        ("De ministers spraken over de brug of de weg, die ze met hun gasten van beide landen willen bouwen.", 1),
        ("Ministrene har talt med hverandre om broen, og de vil have en vej til den nye havn for gods.", 1),
    ],
    ids=["small English words", "no small words", "Dutch", "Danish"],
)
def test_the_model_is_asked_where_small_words_do_not_tell_that_it_is_english(
    text: str, asked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    class Model:
        def classify(self, paragraph: str) -> tuple[str, float]:
            told.append(paragraph)
            return "mt", 0.95

    monkeypatch.setattr(language, "_identifier", Model)

    assert find_language(text).code == ("mt" if asked else "en")
    assert len(told) == asked


@pytest.mark.parametrize(("english", "asked"), [(16, 2), (17, 1), (18, 0)])
def test_the_model_is_asked_until_english_has_a_text_to_itself(
    english: int, asked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    class Model:
        def classify(self, paragraph: str) -> tuple[str, float]:
            told.append(paragraph)
            return "en", 0.95

    monkeypatch.setattr(language, "_identifier", Model)
    plain = "The ministers met, and they spoke of the new bridge."
    names = "Brook praised Dale, Cole praised Lake, Hill Marsha."
    assert language._weight(plain) == language._weight(names)

    found = find_language("\n\n".join([plain] * english + [names] * (20 - english)))

    assert (found.code, found.other, found.sure) == ("en", "", True)
    assert len(told) == asked


def test_the_same_text_has_the_same_language() -> None:
    assert len({find_language("\n\n".join(TEXTS.values())) for _ in range(3)}) == 1


@pytest.mark.parametrize(
    ("sure", "insisted", "said"),
    [
        (True, False, "This text seems to be in French (sure); Readout reads English. It was cut into sentences, and not read for speakers, topics and tone."),
        (False, False, "This text seems to be in French (likely); Readout reads English. It was cut into sentences, and not read for speakers, topics and tone."),
        (True, True, "This text seems to be in French (sure); Readout reads English. It was read as if it were English, so every answer is a guess."),
    ],
)  # fmt: skip
def test_what_is_said_of_a_foreign_text(sure: object, insisted: object, said: str) -> None:
    assert said_of(Language("fr", 1.0, bool(sure)), insisted=bool(insisted)) == (said,)


def test_every_language_that_can_be_found_has_a_name() -> None:
    assert all(name[0].isupper() for name in LANGUAGES.values())


# --- What is not read ---------------------------------------------------------------------------

FOREIGN = """# Entretiens à Port-Selm

Ana Brook a déclaré le 4 mai 2020 que les nouvelles sanctions de l’OTAN contre la Ruritanie étaient un bon début.

## La suite

Une autre réunion est prévue à Port-Selm le 2020-06-12 avec Carl Dale. Elle a salué les discussions."""


def test_a_foreign_text_is_cut_into_sentences_and_nobody_is_guessed(codebook: Codebook) -> None:
    read = read_article(FOREIGN, published=dt.date(2020, 5, 4), genre="readout", codebook=codebook)

    assert [(row.speakers, row.form, row.level, row.topics, row.words) for row in read.rows.statements] == (
        [((UNKNOWN,), "indirect", "unknown", (), 0)] * 3
    )
    assert read.sections == ("Lead", "La suite")
    assert [actor.id for actor in read.actors] == [UNKNOWN, REPORTER]
    assert [(row.kind, row.phrase) for row in read.rows.evidence] == [("date", "2020"), ("date", "2020-06-12")]
    assert (read.title, read.language, read.suggestions) == ("Entretiens à Port-Selm", "fr", ())
    assert read.notices == said_of(find_language(FOREIGN))


def test_a_foreign_text_is_read_where_the_reader_insists(codebook: Codebook) -> None:
    read = read_article(FOREIGN, published=dt.date(2020, 5, 4), genre="readout", codebook=codebook, insist=True)

    assert any(row.topics for row in read.rows.statements) or any(
        row.form == "narration" for row in read.rows.statements
    )
    assert read.language == "fr"
    assert "It was read as if it were English" in read.notices[0]


def test_an_english_text_has_nothing_to_be_told() -> None:
    read = read_article(ENGLISH, published=dt.date(2020, 5, 4), genre="news")

    assert (read.language, read.notices) == ("en", ())
    assert read_article(ENGLISH, published=dt.date(2020, 5, 4), genre="news", insist=True) == read

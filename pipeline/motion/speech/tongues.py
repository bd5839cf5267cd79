"""Which language a text is written in, by its letters; for Latin ones by its words."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

from pipeline.motion.speech.errors import NoSuchTongueError, SpeechMissingError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

JAPANESE: Final = "ja"
_ENGLISH: Final = "en-us"
_CHINESE: Final = "cmn"
_BY_SCRIPT: Final = {
    "HIRAGANA": JAPANESE, "KATAKANA": JAPANESE, "CJK": _CHINESE, "HANGUL": "ko", "CYRILLIC": "ru", "GREEK": "el",
    "ARABIC": "ar", "HEBREW": "he", "DEVANAGARI": "hi", "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te", "THAI": "th",
    "GEORGIAN": "ka", "ARMENIAN": "hy", "GUJARATI": "gu", "GURMUKHI": "pa", "KANNADA": "kn", "MALAYALAM": "ml",
    "SINHALA": "si", "MYANMAR": "my", "ETHIOPIC": "am", "LATIN": _ENGLISH,
}  # fmt: skip
"""The voice for each script, by the first word of its letters' names in Unicode."""
_TELLING: Final = (("іїєґ", "uk"), ("پچژگ", "fa"))
"""Letters that only one of the languages of a script has."""
_LATIN: Final = {
    "en": _ENGLISH, "es": "es", "fr": "fr", "de": "de", "it": "it", "pt": "pt-br", "nl": "nl", "pl": "pl", "tr": "tr",
    "vi": "vi", "id": "id", "sv": "sv", "da": "da", "no": "nb", "fi": "fi", "cs": "cs", "hu": "hu", "ro": "ro",
}  # fmt: skip
"""The voice for each language that is told by its words."""
_SURE: Final = 0.95
_FEW: Final = 3
"""So few words tell a language only by a letter that English has not: "pizza time" is English."""


def tongue_of(text: str) -> str:
    """The voice for a text, as espeak-ng calls it; JAPANESE for Japanese. A text without letters is English.

    Raises:
        NoSuchTongueError: no voice can read its letters.
        SpeechMissingError: what tells languages is not installed.
    """
    letters = [letter for letter in text.casefold() if letter.isalpha()]
    scripts = Counter(unicodedata.name(letter, "?").split()[0].split("-")[0] for letter in letters)
    scripts = Counter({"CJK" if name in ("IDEOGRAPHIC", "FULLWIDTH") else name: n for name, n in scripts.items()})
    if not scripts:
        return _ENGLISH
    if scripts["HIRAGANA"] or scripts["KATAKANA"] or (scripts["CJK"] and _is_japanese(letters)):
        return JAPANESE
    script = scripts.most_common(1)[0][0]
    if script == "LATIN":
        return _latin_tongue(text)
    for own, tongue in _TELLING:
        if any(letter in own for letter in letters):
            return tongue
    if script not in _BY_SCRIPT:
        raise NoSuchTongueError
    return _BY_SCRIPT[script]


def _is_japanese(letters: list[str]) -> bool:
    """Whether all characters are in the Japanese standard (JIS X 0208): simplified Chinese ones are not."""
    try:
        "".join(letters).encode("shift_jis")
    except UnicodeEncodeError:
        return False
    return True


def _latin_tongue(text: str) -> str:
    if len(text.split()) < _FEW and text.isascii():
        return _ENGLISH
    language, sure = _identifier().classify(text)
    return _LATIN[language] if sure >= _SURE else _ENGLISH


@cache
def _identifier() -> LanguageIdentifier:
    try:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier
    except ModuleNotFoundError as error:
        raise SpeechMissingError from error
    identifier = LanguageIdentifier.from_pickled_model(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(_LATIN))
    return identifier

"""Seeing through disguises of letters: what a text looks like to a reader, in plain letters."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Final

_LATIN_NAME: Final = re.compile(
    r"(?:.* )?(?:LATIN|REGIONAL INDICATOR) .*LETTER (?:SMALL CAPITAL )?(?:[A-Z]{2,} )*([A-Z])(?: WITH .*)?"
)
"""Small capitals, struck, turned and squared letters say in their Unicode names which letter they are."""
_OWN_LETTERS: Final = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC")
"""Scripts that are read as themselves, though some of their letters look like Latin ones."""
_BY_SHAPE: Final = {"κ": "k", "к": "k", "м": "m"}
"""Letters that Unicode's table leads to no Latin letter, or to one that few would read."""
_IGNORABLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]"
)
"""What is not seen: Unicode's default ignorable code points, and the blank Braille pattern."""


def without_invisible(text: str) -> str:
    """The text without letters that are not seen."""
    return _IGNORABLE.sub("", text)


def plain(text: str) -> str:
    """The text in small letters of usual width, without what is not seen; letters of other scripts stay."""
    return without_invisible(unicodedata.normalize("NFKC", without_invisible(text)).casefold())


def skeleton(text: str) -> str:
    """As ``plain``, with each letter that looks like a Latin one as that letter, and without marks on letters.

    After Unicode Technical Standard 39, section 4 (confusable detection), for Latin words only.
    """
    apart = unicodedata.normalize("NFKD", without_invisible(text))
    letters = (_latin(letter) for letter in apart if unicodedata.combining(letter) == 0)
    return "".join(letters).casefold()


@functools.cache
def _latin(letter: str) -> str:
    """The Latin letter that a character looks like, else the character."""
    if letter.isascii():
        return letter
    if letter.lower() in _BY_SHAPE:
        return _BY_SHAPE[letter.lower()]
    name = unicodedata.name(letter, "")
    if found := _LATIN_NAME.fullmatch(name):
        return found[1]
    if name.startswith(_OWN_LETTERS) or not letter.isalpha():
        return letter
    from confusable_homoglyphs import confusables  # reads a large table

    forms = (letter, letter.lower())
    alike = [str(other["c"]) for form in forms for other in confusables.confusables_data.get(form, ())]
    for other in sorted(alike, key=lambda other: not other[0].isascii()):
        if other[0].isascii() and other[0].isalpha():
            return other[0]
        if found := _LATIN_NAME.fullmatch(unicodedata.name(other[0], "")):
            return found[1]
    return letter

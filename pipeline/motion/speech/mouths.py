"""Sounds of speech -> mouths: how far each symbol of the phonetic alphabet opens the lips, shapes and shuts them.

The places of articulation are those of the chart of the International Phonetic Association (2020); which of them are
seen on lips, and that some sounds command the lips while others let their neighbours have them, is the finding behind
visemes (Fisher 1968) and dominance functions (Cohen and Massaro 1993).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from pipeline.motion.delivery import VOWELS

Shape = tuple[float, float, float, float, float]
"""Shares of the mouths of VOWELS, which sum to 1."""


@dataclass(frozen=True)
class MouthShape:
    """What a sound wants of the mouth.

    Attributes:
        opening: how far the mouth takes on its shape, 0..1.
        shape: which shape that is.
        holds_jaw: how much ``opening`` counts beside that of neighbouring sounds, 0..1.
        holds_lips: how much ``shape`` counts.
        shuts: how far the lips close whatever stands around, 0..1.
        is_vowel: whether it is the middle of a syllable.
    """

    opening: float
    shape: Shape
    holds_jaw: float
    holds_lips: float
    shuts: float = 0.0
    is_vowel: bool = False


def _shape(mixture: str) -> Shape:
    """A shape from letters of "aiueo": each of them counts once."""
    shares = [mixture.count(name[0]) / len(mixture) for name in VOWELS]
    return shares[0], shares[1], shares[2], shares[3], shares[4]


_VOWELS: Final = (
    # symbols, how far open, mixture
    ("a ä ɑ", 0.95, "a"),
    ("æ", 0.9, "aae"),
    ("ɐ ʌ", 0.85, "a"),
    ("ɒ", 0.85, "ao"),
    ("ɛ œ", 0.85, "eea"),
    ("ɔ", 0.9, "ooa"),
    ("ɶ", 0.8, "a"),
    ("e ɘ", 0.8, "e"),
    ("o ɵ", 0.85, "o"),
    ("ɤ", 0.6, "eo"),
    ("ø", 0.6, "eou"),
    ("ə ɚ ɜ ɝ ɞ ᵊ", 0.6, "aeo"),
    ("ɪ ɨ ᵻ", 0.7, "iie"),
    ("i", 0.75, "i"),
    ("y ʏ", 0.55, "uuui"),
    ("ʊ ʉ", 0.65, "uuo"),
    ("u", 0.8, "u"),
    ("ɯ", 0.7, "uui"),
)
_CONSONANTS: Final = (
    # symbols, how far open, mixture, holds the jaw, holds the lips, shuts them
    ("p b m ɓ ʙ", 0.3, "e", 0.3, 0.0, 1.0),
    ("f v ɱ ʋ ⱱ", 0.4, "ie", 0.5, 0.6, 0.7),
    ("ɸ β", 0.3, "u", 0.5, 0.6, 0.75),
    ("w ɥ ʍ", 0.45, "u", 0.7, 1.0, 0.0),
    ("ʃ ʒ ʂ ʐ", 0.4, "uue", 0.7, 0.6, 0.0),
    ("ɹ ɻ", 0.4, "ue", 0.5, 0.3, 0.0),
    ("ɕ ʑ", 0.4, "i", 0.7, 0.4, 0.0),
    ("j ç ɲ ʎ c ɟ ʝ", 0.45, "i", 0.5, 0.6, 0.0),
    ("t d n s z l r ɾ ɫ ɬ ɮ θ ð ɖ ʈ ɳ ɭ ɽ ɗ", 0.35, "ie", 0.8, 0.12, 0.0),
    ("k ɡ g ŋ x ɣ q ɢ χ ʁ ʀ ɴ ɰ", 0.45, "e", 0.35, 0.05, 0.0),
    ("h ɦ ʔ ħ ʕ", 0.5, "e", 0.08, 0.03, 0.0),
)
_MOUTHS: Final = {
    symbol: MouthShape(opening, _shape(mixture), 1.0, 1.0, is_vowel=True)
    for symbols, opening, mixture in _VOWELS
    for symbol in symbols.split()
} | {
    symbol: MouthShape(opening, _shape(mixture), jaw, lips, shuts)
    for symbols, opening, mixture, jaw, lips, shuts in _CONSONANTS
    for symbol in symbols.split()
}
_UNKNOWN: Final = _MOUTHS["h"]
_SILENT: Final = MouthShape(0.0, _shape("e"), 0.7, 0.05)
_ROUNDED: Final = "ʷ"


def mouths_of(ipa: str) -> tuple[MouthShape, ...]:
    """The mouths that a sound goes through: one for most, two for a diphthong; that of a pause for "".

    Length, tones, stress and what else hangs on a symbol are passed over, but for rounded lips.
    """
    found = tuple(_each(ipa))
    vowels = tuple(mouth for mouth in found if mouth.is_vowel)
    # t and s, t and sh are one sound, which is seen by its second half.
    return vowels or found[-1:] or (_UNKNOWN if ipa else _SILENT,)


def _each(ipa: str) -> Iterator[MouthShape]:
    last: MouthShape | None = None
    for symbol in unicodedata.normalize("NFD", ipa):
        if symbol == _ROUNDED and last is not None:
            last = replace(last, shape=_shape("u"), holds_lips=0.8)
            continue
        mouth = _MOUTHS.get(symbol)
        if mouth is None:
            continue
        if last is not None:
            yield last
        last = mouth
    if last is not None:
        yield last

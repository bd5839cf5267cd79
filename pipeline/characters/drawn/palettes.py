"""Colours that look good on drawn characters, alone and together."""

from __future__ import annotations

from typing import Final

from pipeline.characters.drawn.colours import distance, hue_apart
from pipeline.pixels.oklch import from_hex

SKINS: Final[dict[str, float]] = {
    "#fff1e8": 0.10,  # porcelain
    "#ffe9dc": 0.17,  # fair
    "#fde3d0": 0.13,  # ivory
    "#fbdcd0": 0.09,  # rosy
    "#f8d5bd": 0.10,  # peach
    "#f1c7a5": 0.09,  # beige
    "#e8b98f": 0.08,  # honey
    "#d9a57c": 0.07,  # tan
    "#c48a62": 0.06,  # caramel
    "#a56f4c": 0.05,  # brown
    "#7d5038": 0.04,  # deep
    "#6b4534": 0.02,  # ebony
}
"""Twelve tones with how often each is chosen."""

HAIRS: Final[dict[str, float]] = {
    "#3a3340": 1.3,  # black
    "#2f3347": 1.0,  # blue-black
    "#4a3a3c": 0.9,  # warm black
    "#5b4034": 1.2,  # brown
    "#7a5341": 1.0,  # chestnut
    "#a0714f": 0.8,  # light brown
    "#c9986b": 0.6,  # caramel
    "#f3d98b": 1.3,  # blonde
    "#ecdcb4": 0.8,  # platinum
    "#dfb568": 0.8,  # honey
    "#d9793d": 0.8,  # orange
    "#c65a4a": 0.7,  # copper
    "#b8435a": 1.0,  # crimson
    "#863a48": 0.6,  # wine
    "#f0a9c0": 1.2,  # pink
    "#e2809f": 0.7,  # rose
    "#f5cdd3": 0.7,  # pale pink
    "#8e7cc3": 1.0,  # violet
    "#b9a1e2": 0.9,  # lavender
    "#5f4f92": 0.6,  # purple
    "#a9b8e8": 1.0,  # periwinkle
    "#5f86c9": 0.8,  # blue
    "#3f5792": 0.7,  # navy
    "#93c8e6": 0.8,  # sky
    "#6fc3c0": 0.8,  # turquoise
    "#5aa58a": 0.5,  # green
    "#a5d6b0": 0.6,  # mint
    "#eae6f1": 1.2,  # white
    "#cbd0de": 1.2,  # silver
    "#b3abb0": 0.5,  # ash
    "#f2b99c": 0.5,  # peach
}
"""Hair colours with how often each is chosen."""

NATURAL: Final = frozenset(list(HAIRS)[:7])
"""Blacks and browns."""

WORLDLY: Final = NATURAL | {"#f3d98b", "#dfb568", "#d9793d", "#c65a4a", "#cbd0de", "#b3abb0"}
"""Those and blondes, reds and greys."""

GREYS: Final[dict[str, float]] = {"#eae6f1": 1.2, "#cbd0de": 1.0, "#b3abb0": 0.7, "#8f8b94": 0.5, "#dcd6cf": 0.6}
"""Hair of the old."""

EYES: Final[dict[str, float]] = {
    "#3d6fb8": 1.2,  # blue
    "#2f6fd0": 0.9,  # azure
    "#58a6d9": 0.8,  # sky
    "#2fa7b8": 0.9,  # turquoise
    "#3fa37a": 1.0,  # green
    "#7fae45": 0.5,  # lime
    "#d98a2b": 1.0,  # amber
    "#e0b53a": 0.8,  # gold
    "#c23b4e": 1.0,  # red
    "#d85c93": 0.8,  # pink
    "#8b5cc8": 1.1,  # violet
    "#6a53b0": 0.7,  # purple
    "#7a4a2e": 1.1,  # brown
    "#a2683a": 0.7,  # hazel
    "#5f7090": 0.5,  # blue-grey
}
"""Eye colours with how often each is chosen."""


def eyes_with(hair: str, eyes: str) -> float:
    """How well an eye colour goes with a hair colour: 1, or less where they quarrel or melt into each other.

    Only misfits are punished, so that another hair colour leaves the eyes alone wherever it can.
    """
    hair_tone, eye_tone = from_hex(hair), from_hex(eyes)
    if hair_tone.chroma < 0.05:
        return 1.0
    apart = hue_apart(hair, eyes)
    if apart < 25 and abs(hair_tone.lightness - eye_tone.lightness) < 0.1:
        return 0.4
    return 0.4 if 60 < apart < 95 and hair_tone.chroma > 0.08 else 1.0


def cloth_with(hair: str, skin: str, scheme: tuple[str, str]) -> float:
    """How well a cloth and its accent go with a character: 1, or less where they do not.

    Cloth must stand out from the hair that falls on it and from the skin, and two strong colours must not quarrel.
    """
    cloth, accent = scheme
    score = 1.0
    apart = distance(hair, cloth)
    if apart < 0.05:
        score = 0.0
    elif apart < 0.09:
        score *= 0.1
    elif apart < 0.16:
        score *= 0.5
    if distance(skin, cloth) < 0.09:
        score *= 0.15
    hair_chroma, cloth_chroma = from_hex(hair).chroma, from_hex(cloth).chroma
    if hair_chroma > 0.08 and cloth_chroma > 0.08:
        turn = hue_apart(hair, cloth)
        score *= 0.25 if 35 < turn < 110 else 0.6 if turn < 20 else 1.0
    if hair_chroma > 0.08 and from_hex(accent).chroma > 0.1 and 30 < hue_apart(hair, accent) < 75:
        score *= 0.5
    return score


def second_hair(hair: str, other: str) -> float:
    """How well ``other`` goes as a second colour in the same hair: clearly different, but not loud against it.

    Browns go with warm colours alone: beside blue or green they turn to mud.
    """
    apart = distance(hair, other)
    if apart < 0.12 or apart > 0.55:
        return 0.0
    first, second = from_hex(hair), from_hex(other)
    if _is_brown(hair) or _is_brown(other):
        cold = second if _is_brown(hair) else first
        return 1.0 if cold.chroma > 0.03 and (cold.hue < 100 or cold.hue > 345) else 0.0
    if first.chroma > 0.06 and second.chroma > 0.06:
        turn = hue_apart(hair, other)
        return 1.0 if turn < 60 else 0.35 if turn < 100 else 0.1
    return 1.0


def _is_brown(colour: str) -> bool:
    lightness, chroma, hue = from_hex(colour)
    return lightness < 0.72 and 0.02 < chroma < 0.12 and 20 < hue < 85

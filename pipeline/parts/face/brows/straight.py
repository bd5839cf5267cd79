"""Straight brows."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import BrowStyle
from pipeline.types.spec import Brows, Build

PART: Final = BrowStyle(
    Brows.STRAIGHT,
    words={
        "en": "straight brow, straight eyebrow, flat eyebrow",
        "ja": "まっすぐな眉, 平行眉, ストレート眉",
    },
    weights={Build.FEMALE: 1.5, Build.MALE: 2.5, Build.ANDROGYNOUS: 2},
    thickness=1.25,
    bend=(-1.5, 0.2, 1.4, 0.2, -3.0),
)

"""Brows as most have them."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import BrowStyle
from pipeline.types.spec import Brows, Build

PART: Final = BrowStyle(
    Brows.NATURAL,
    words={
        "en": "natural brow, natural eyebrow, normal eyebrow",
        "ja": "自然な眉",
    },
    weights={Build.FEMALE: 4, Build.MALE: 4, Build.ANDROGYNOUS: 4},
)

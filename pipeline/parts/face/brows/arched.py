"""Arched brows."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import BrowStyle
from pipeline.types.spec import Brows, Build

PART: Final = BrowStyle(
    Brows.ARCHED,
    words={
        "en": "arched brow, arched eyebrow, curved eyebrow",
        "ja": "アーチ眉, 弓なりの眉",
    },
    weights={Build.FEMALE: 2, Build.MALE: 0.7, Build.ANDROGYNOUS: 1.5},
    length=1.04,
    bend=(1.5, 0.0, -2.5, -3.0, 1.0),
)

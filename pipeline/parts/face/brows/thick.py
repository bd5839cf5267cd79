"""Thick brows."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import BrowStyle
from pipeline.types.spec import Brows, Build

PART: Final = BrowStyle(
    Brows.THICK,
    words={
        "en": "thick brow, thick eyebrow, bushy brow, bushy eyebrow, bold eyebrow, heavy eyebrow",
        "ja": "太い眉, 太眉, 太い眉毛, げじ眉",
    },
    weights={Build.FEMALE: 0.4, Build.MALE: 2.5, Build.ANDROGYNOUS: 0.5},
    thickness=1.85,
    bend=(0.5, 0.0, 0.0, 0.0, 0.5),
)

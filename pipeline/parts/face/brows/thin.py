"""Thin brows."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import BrowStyle
from pipeline.types.spec import Brows, Build

PART: Final = BrowStyle(
    Brows.THIN,
    words={
        "en": "thin brow, thin eyebrow, fine eyebrow",
        "ja": "細い眉, 細眉, 細い眉毛",
    },
    weights={Build.FEMALE: 2, Build.MALE: 0.4, Build.ANDROGYNOUS: 1.5},
    thickness=0.66,
    length=1.02,
    bend=(0.0, -0.5, -1.0, -0.5, 0.0),
)

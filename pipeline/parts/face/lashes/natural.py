"""Lashes as most have them."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import LashStyle
from pipeline.types.spec import Build, Lashes

PART: Final = LashStyle(
    Lashes.NATURAL,
    words={
        "en": "natural lash, natural eyelash, normal lash",
        "ja": "自然なまつげ",
    },
    weights={Build.FEMALE: 5, Build.MALE: 3, Build.ANDROGYNOUS: 5},
    thickness=1,
)

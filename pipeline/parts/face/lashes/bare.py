"""Hardly any lashes."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import LashStyle
from pipeline.types.spec import Build, Lashes

PART: Final = LashStyle(
    Lashes.BARE,
    words={
        "en": "no lash, bare lash, no eyelash, bare eye",
        "ja": "まつげなし, 睫毛なし",
    },
    weights={Build.FEMALE: 0.1, Build.MALE: 5, Build.ANDROGYNOUS: 1},
    thickness=0.72,
    flick=0.35,
)

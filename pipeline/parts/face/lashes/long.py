"""Long lashes."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import LashStyle
from pipeline.types.spec import Build, Lashes

PART: Final = LashStyle(
    Lashes.LONG,
    words={
        "en": "long lash, long eyelash, pretty lash",
        "ja": "まつげが長い, 長いまつげ, 長い睫毛",
    },
    weights={Build.FEMALE: 3, Build.MALE: 0.2, Build.ANDROGYNOUS: 1.5},
    thickness=1.05,
    long=True,
)

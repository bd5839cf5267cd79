"""Thick, made-up lashes."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import LashStyle
from pipeline.types.spec import Build, Lashes

PART: Final = LashStyle(
    Lashes.THICK,
    words={
        "en": "thick lash, thick eyelash, makeup, heavy lash, heavy eyelash, bold lash, mascara, eyeliner, "
        "dramatic lash",
        "ja": "化粧, メイク, 濃いまつげ, マスカラ, アイライン, アイライナー, つけまつげ, バサバサまつげ",
    },
    weights={Build.FEMALE: 1.5, Build.MALE: 0.3, Build.ANDROGYNOUS: 0.5},
    thickness=1.35,
    long=True,
)

"""A sad face."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.mouths import arc
from pipeline.parts.records import RestingFaceStyle
from pipeline.types.spec import Build, RestingFace

PART: Final = RestingFaceStyle(
    RestingFace.SAD,
    words={
        "en": "sad, sad face, sad expression, scared, afraid, frightened, gloomy, melancholic, "
        "melancholy, depressed, lonely, sorrowful, worried, frown, frowning, anxious",
        "ja": "悲しい, 悲しげ, 悲しそう, 寂しい, 寂しげ, 憂鬱, 憂い, 不安, 困り顔, 心配",
        "*": ":(, 😞",
    },
    weights={Build.FEMALE: 0.05, Build.MALE: 0.02, Build.ANDROGYNOUS: 0.05},
    pose={"eyebrow_troubled": 0.7, "mouth_lowered_corner": 0.55, "eye_relaxed": 0.15},
    mouth_width=9.5,
    mouth_line=arc(-1.0, 0.3),
)

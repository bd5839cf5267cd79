"""A calm face."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.mouths import arc
from pipeline.parts.records import RestingFaceStyle
from pipeline.types.spec import Build, RestingFace

PART: Final = RestingFaceStyle(
    RestingFace.NEUTRAL,
    words={
        "en": "neutral expression, neutral, calm, relaxed, serene, composed, peaceful, calm expression, quiet",
        "ja": "落ち着いた, 冷静, 穏やか, 平静, 普通の表情, 真顔, すまし顔, 澄まし顔",
    },
    weights={Build.FEMALE: 3, Build.MALE: 3, Build.ANDROGYNOUS: 3},
    mouth_width=12.0,
    mouth_line=arc(1.6, -0.4),
    portrait={"mouth_ooo": 0.12, "eyebrow_raised": 0.15},
)

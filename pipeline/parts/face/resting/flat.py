"""A face that shows nothing."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.mouths import arc
from pipeline.parts.records import RestingFaceStyle
from pipeline.types.spec import Build, RestingFace

PART: Final = RestingFaceStyle(
    RestingFace.FLAT,
    words={
        "en": "flat mouth, expressionless, emotionless, stoic, serious, disgusted, disgust, deadpan, poker face, "
        "blank face, aloof, cold, bored, unimpressed, stern, strict, unamused",
        "ja": "笑わない, 笑っていない, 笑ってない, 笑わず, 無表情, 真剣, クール, 退屈, 冷たい, 無感情, 厳しい, 無愛想, ポーカーフェイス, まじめ, 真面目",
        "*": ":|, 😐, 😑",
    },
    weights={Build.FEMALE: 0.7, Build.MALE: 0.7, Build.ANDROGYNOUS: 0.7},
    pose={"eye_unimpressed": 0.25, "eyebrow_lowered": 0.15},
    mouth_width=11.5,
    mouth_line=arc(0.3),
)

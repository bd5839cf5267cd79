"""A smirk."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.mouths import arc
from pipeline.parts.records import RestingFaceStyle
from pipeline.types.spec import Build, RestingFace

PART: Final = RestingFaceStyle(
    RestingFace.SMUG,
    words={
        "en": "smug, smug face, naughty face, naughty, flirty, seductive, smirk, smirking, confident, cocky, arrogant, "
        "sly, proud, haughty, evil smile, evil grin, sinister smile, doyagao",
        "ja": "ドヤ顔, どや顔, 自信満々, 不敵, 不敵な笑み, ニヤニヤ, にやにや, 余裕, 生意気, 傲慢, 悪い笑み, 悪い顔",
        "*": "😏, 😼",
    },
    weights={Build.FEMALE: 0.5, Build.MALE: 0.9, Build.ANDROGYNOUS: 0.5},
    pose={"mouth_smirk": 0.8, "eye_relaxed": 0.25, "eyebrow_serious": 0.2, "eyebrow_raised_left": 0.35},
    mouth_width=13.5,
    mouth_line=arc(1.8, -0.6, 1.7),
    portrait={"mouth_smirk": 0.6, "mouth_raised_corner": 0.2},
)

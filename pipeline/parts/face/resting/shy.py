"""A shy smile."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import RestingFaceStyle
from pipeline.types.spec import Build, RestingFace

PART: Final = RestingFaceStyle(
    RestingFace.SHY,
    words={
        "en": "shy, bashful, embarrassed, flustered, timid, nervous, shy smile, coy, shy expression",
        "ja": "恥ずかしい, 恥ずかしがり屋, 恥ずかしがり, 照れ, 照れ顔, 照れた, 照れ笑い, 内気, 控えめ, もじもじ, 赤面",
        "*": ">_<, 😳",
    },
    weights={Build.FEMALE: 0.5, Build.MALE: 0.2, Build.ANDROGYNOUS: 0.5},
    pose={"eyebrow_troubled": 0.4, "mouth_raised_corner": 0.2, "eye_relaxed": 0.1},
    mouth_width=8.0,
    mouth_line=(-0.6, 0.6, 1.0, 0.2, 0.0, 0.2, 1.0, 0.6, -0.6),
    blush=0.35,
    portrait={"mouth_ooo": 0.10, "eyebrow_troubled": 0.2},
)

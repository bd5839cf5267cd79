"""A cheeky smile with the tip of the tongue out."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.mouths import arc
from pipeline.parts.records import RestingFaceStyle
from pipeline.types.spec import RestingFace

PART: Final = RestingFaceStyle(
    RestingFace.TONGUE,
    words={
        "en": "tongue out, sticking out his tongue, sticking out her tongue, sticking his tongue out, sticking her tongue out, sticks out his tongue, sticks out her tongue, sticks her tongue out, sticks his tongue out, tongue sticking out, sticking tongue out, stuck out tongue, akanbe",
        "ja": "舌を出す, 舌出し, 舌を出した, あっかんべー, あかんべえ",
        "*": "😛, 😝, 😜",
    },
    weights={},
    pose={"mouth_raised_corner": 0.3, "eyebrow_happy": 0.25},
    mouth_width=13.0,
    mouth_line=arc(2.6, -0.9, 1.7),
    tongue=True,
)

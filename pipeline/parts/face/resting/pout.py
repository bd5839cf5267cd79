"""A pout."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.mouths import arc
from pipeline.parts.records import RestingFaceStyle
from pipeline.types.spec import Build, RestingFace

PART: Final = RestingFaceStyle(
    RestingFace.POUT,
    words={
        "en": "pout, pouting, puffed cheek, sulking, sulky, grumpy, annoyed, jealous",
        "ja": "むくれ, むくれ顔, ふくれっ面, ふくれ顔, 頬を膨らませる, ぷんぷん, 拗ねた, すねた, 不機嫌, ふてくされ, むすっと",
        "*": ":<, 😤",
    },
    weights={Build.FEMALE: 0.4, Build.MALE: 0.05, Build.ANDROGYNOUS: 0.1},
    pose={"mouth_lowered_corner": 0.25, "eyebrow_serious": 0.25},
    mouth_width=6.5,
    mouth_line=arc(-1.6, 0.5),
    portrait={"eyebrow_angry": 0.2},
)

"""A grin."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.mouths import arc
from pipeline.parts.records import RestingFaceStyle
from pipeline.types.spec import Build, RestingFace

PART: Final = RestingFaceStyle(
    RestingFace.GRIN,
    words={
        "en": "grin, grinning, big smile, laughing, laugh, laughing face, open smile, cheerful, excited, energetic, "
        "lively, joyful, genki, playful, wide smile, joy, delighted",
        "ja": "笑い, 笑う, 笑っている, 大笑い, 元気, 元気いっぱい, ニヤリ, 明るい笑顔, 満面の笑み, 陽気, わくわく, 活発, 楽しい, 楽しそう",
        "*": ":d, ;d, xd, 😀, 😄, 😁, 😆",
    },
    weights={Build.FEMALE: 1, Build.MALE: 1, Build.ANDROGYNOUS: 1},
    pose={"mouth_raised_corner": 0.9, "eyebrow_raised": 0.2},
    mouth_width=17.0,
    mouth_line=arc(4.4, -2.0, 1.6),
    portrait={"eyebrow_happy": 0.3},
)

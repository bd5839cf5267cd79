"""A sleepy face."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.mouths import arc
from pipeline.parts.records import RestingFaceStyle
from pipeline.types.spec import Build, RestingFace

PART: Final = RestingFaceStyle(
    RestingFace.SLEEPY,
    words={
        "en": "sleepy, sleepy face, sleepy expression, drowsy, yawning, lazy, dreamy",
        "ja": "眠い, 眠そう, 眠たい, 眠たげ, だるい, うとうと, ぼんやり, 気だるげ",
        "*": "=_=, 😴, 😪",
    },
    weights={Build.FEMALE: 0.15, Build.MALE: 0.15, Build.ANDROGYNOUS: 0.15},
    pose={"eye_relaxed": 0.65, "eyebrow_troubled": 0.2},
    mouth_width=8.0,
    mouth_line=arc(0.9),
)

"""A cat's mouth."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import RestingFaceStyle
from pipeline.types.spec import Build, RestingFace

PART: Final = RestingFaceStyle(
    RestingFace.CAT,
    words={
        "en": "cat mouth, cat smile, cat like smile, mischievous, impish, w mouth",
        "ja": "猫口, ネコ口, にゃ, にゃん, いたずらっぽい, いたずら, アヒル口",
        "*": ":3, :p, 😺, 😸",
    },
    weights={Build.FEMALE: 0.8, Build.MALE: 0.4, Build.ANDROGYNOUS: 0.8},
    pose={"eyebrow_happy": 0.2},
    mouth_width=14.5,
    mouth_line=(-2.2, 1.2, 2.8, 1.4, -1.2, 1.4, 2.8, 1.2, -2.2),
    portrait={"mouth_delta": 0.55, "mouth_raised_corner": 0.3, "eyebrow_happy": 0.3},
)

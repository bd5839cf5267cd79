"""A smile."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.mouths import arc
from pipeline.parts.records import RestingFaceStyle
from pipeline.types.spec import Build, RestingFace

PART: Final = RestingFaceStyle(
    RestingFace.SMILE,
    words={
        "en": "smile, smiling, smiley, light smile, gentle smile, soft smile, happy, friendly, kind, gentle, warm smile, "
        "pleasant, cheerful smile, content, sweet smile, jolly, cheery, merry, jovial, good natured",
        "ja": "笑顔, 微笑み, 微笑, 微笑む, 微笑んだ, スマイル, ほほえみ, 幸せ, 優しい, やさしい, にこにこ, ニコニコ, にっこり, 笑って, 笑ってる, ほほ笑む, ほほえんだ, 笑っている顔, 嬉しい, うれしい, 笑み",
        "*": ";), :), ^_^, ^^, 😊, 🙂, ☺",
    },
    weights={Build.FEMALE: 5, Build.MALE: 5, Build.ANDROGYNOUS: 5},
    pose={"mouth_raised_corner": 0.35},
    mouth_width=13.0,
    mouth_line=arc(2.6, -0.9, 1.7),
    portrait={"mouth_aaa": 0.42, "mouth_raised_corner": 0.3, "eyebrow_happy": 0.25},
)

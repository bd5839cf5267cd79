"""An angry face."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.mouths import arc
from pipeline.parts.records import RestingFaceStyle
from pipeline.types.spec import Build, RestingFace

PART: Final = RestingFaceStyle(
    RestingFace.ANGRY,
    words={
        "en": "angry, angry face, mad, furious, rage, scowl, scowling, glaring, glare, hostile, aggressive, snarl, mean, mean looking, mean face",
        "ja": "怒り, 怒った, 怒っている, 怒り顔, 激怒, 睨む, にらみ, 怒る",
        "*": ">:(, 😠, 😡",
    },
    weights={Build.FEMALE: 0.05, Build.MALE: 0.05, Build.ANDROGYNOUS: 0.05},
    pose={"eyebrow_angry": 0.7, "mouth_lowered_corner": 0.45, "eye_unimpressed": 0.2},
    mouth_width=9.5,
    mouth_line=arc(-0.8),
)

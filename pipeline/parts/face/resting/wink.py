"""The character's left eye winks."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.mouths import arc
from pipeline.parts.records import RestingFaceStyle
from pipeline.types.spec import RestingFace

PART: Final = RestingFaceStyle(
    RestingFace.WINK,
    words={
        "en": "wink, winking, one eye closed, winking face, winks",
        "ja": "ウインク, ウィンク, 片目を閉じた, 片目つぶり",
        "*": "😉",
    },
    weights={},
    pose={"eye_happy_wink_left": 1.0, "mouth_raised_corner": 0.5},
    mouth_width=11.0,
    mouth_line=arc(2.6),
)

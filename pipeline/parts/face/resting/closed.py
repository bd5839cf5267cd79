"""Eyes that are closed, calmly."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.mouths import arc
from pipeline.parts.records import RestingFaceStyle
from pipeline.types.spec import RestingFace

PART: Final = RestingFaceStyle(
    RestingFace.CLOSED,
    words={
        "en": "asleep, sleeping, meditating, praying, napping, dozing, dozing off, falling asleep, snoozing",
        "ja": "寝ている, 眠っている, 瞑想, 祈る, 寝てる, 居眠り, 祈っている",
        "*": "😌",
    },
    weights={},
    pose={"eye_wink": 1.0, "mouth_raised_corner": 0.1},
    mouth_width=9.0,
    mouth_line=arc(1.6),
)

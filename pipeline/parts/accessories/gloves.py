"""Gloves: the hands are drawn in their colour (see ``Tones.hand``)."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Nothing more: whatever draws a hand draws it gloved."""


PART: Final = AccessoryStyle(
    Accessory.GLOVES,
    draw=draw,
    words={
        "en": "glove, mitten, fingerless gloves, elbow gloves, gloved, wearing gloves, leather gloves",
        "ja": "手袋, グローブ, ミトン",
        "*": "🧤",
    },
)

"""A clipboard with a written sheet, held upright."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.held import held
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import Ramp
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """The board, a sheet with a box, ticks and lines on it, and the clip of steel."""
    ramp = kit.ramp("#a9764c")
    paper, steel = Ramp.cloth("#f8f6f0", kit.tones.look), Ramp.cloth("#b4bcc8", kit.tones.look)
    corners = (0, 1, 2, 3)
    with held(kit) as grip:
        grip.piece([(-48, -34), (40, -30), (40, 92), (-48, 96)], ramp.base, ramp, corners, 1.3)
        grip.fill([(30, -30), (40, -30), (40, 92), (30, 92)], ramp.shade, corners)
        grip.piece([(-41, -27), (33, -23), (33, 80), (-41, 84)], paper.base, paper, corners, 0.8)
        grip.fill([(20, -24), (33, -23), (33, 80), (26, 80)], paper.shade, corners)
        for step, v in enumerate((60, 44, 28, 12)):
            grip.piece([(-33, v - 4), (-24, v - 4), (-24, v + 5), (-33, v + 5)], paper.light, steel, corners, 0.7)
            if step < 2:
                grip.stroke([(-32, v + 1), (-29, v - 2), (-23, v + 6)], 1.0, steel.deep)
            grip.stroke([(-17, v), (22 - 6 * (step % 2), v + 1.5)], 1.2, steel.shade)
        grip.piece([(-24, 82), (16, 84), (13, 98), (-21, 97)], steel.base, steel, corners, 1.0)
        grip.fill([(-20, 90), (13, 92), (12, 96), (-20, 95)], steel.shine, corners)
        grip.piece([(-12, 96), (4, 97), (3, 107), (-11, 106)], steel.shade, steel, corners, 0.9)


PART: Final = AccessoryStyle(
    Accessory.CLIPBOARD,
    draw=draw,
    words={
        "en": "clipboard, holding a clipboard, holding clipboard, clip board, clipboard in hand, checklist",
        "ja": "クリップボード, バインダー, クリップボードを持った",
        "*": "📋",
    },
    spots=(Spot.HAND,),
)

"""A microphone before the mouth."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.held import held
from pipeline.drawing.accessories.kit import AccessoryKit, oval
from pipeline.drawing.geometry import BODY
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A microphone before the mouth."""
    body, head = kit.tones.black, kit.ramp("#aab0bd")
    with held(kit) as grip:
        grip.piece([(-6, -44), (6, -44), (9, 30), (-9, 30)], body.base, body, (0, 1, 2, 3))
        grip.fill([(2, -44), (6, -44), (9, 30), (4, 30)], body.dark, (0, 1, 2, 3))
        grip.piece([(-11, 28), (11, 28), (12, 36), (-12, 36)], head.shade, head, (0, 1, 2, 3))
        ball = grip.piece(oval(0, 50, 17, 18, 14), head.base, head)
        with kit.pen.clipped(ball):
            for shift in (-12, -4, 4, 12):
                for lean in (-10, 10):
                    line = grip.at([(shift - lean, 30), (shift + lean, 70)])
                    kit.pen.line(line, [0.7, 0.7], head.deep, Layer.FRONT, BODY, detail=0.15)
        grip.fill([(-9, 54), (-4, 62), (0, 60), (-6, 50)], head.shine)


PART: Final = AccessoryStyle(
    Accessory.MICROPHONE,
    draw=draw,
    words={
        "en": "microphone, mic, holding microphone, singing into microphone",
        "ja": "マイク, マイクロフォン, マイクを持った",
        "*": "🎤",
    },
    spots=(Spot.HAND,),
)

"""A red ball on the nose."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.kit import AccessoryKit, oval
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A red ball on the nose."""
    pen, figure = kit.pen, kit.figure
    ramp = kit.ramp("#d62f3c")
    ball = figure.on_face(oval(0, figure.nose - 1, 10, 10, 12), 9)
    kit.piece(ball, ramp.base, ramp.line, Layer.FACE_WEAR)
    pen.fill(
        figure.on_face([(8, figure.nose - 6), (9, figure.nose + 2), (2, figure.nose + 8), (5, figure.nose + 1)], 10),
        ramp.shade,
        Layer.FACE_WEAR,
    )
    pen.fill(figure.on_face(oval(-3.4, figure.nose - 4.6, 2.6, 2.0, 8), 11), ramp.shine, Layer.FACE_WEAR)


PART: Final = AccessoryStyle(
    Accessory.CLOWN_NOSE,
    draw=draw,
    words={
        "en": "clown nose, red nose, red clown nose, rudolph nose, big red nose",
        "ja": "赤い鼻, ピエロの鼻, 赤鼻",
    },
)

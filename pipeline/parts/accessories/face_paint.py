"""War paint: two stripes on each cheek, one across the nose."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """War paint: two stripes on each cheek, one across the nose."""
    figure, pen = kit.figure, kit.pen
    ramp = kit.ramp("#c8344a" if kit.tones.skin.lch.lightness > 0.6 else "#f2ead8")
    ex, ey = figure.eye
    for sign in (-1, 1):
        for drop in (24, 35):
            run = [
                (sign * (ex - 16), ey + drop + 3),
                (sign * (ex + 4), ey + drop + 1),
                (sign * (ex + 22), ey + drop - 5),
            ]
            pen.line(figure.on_face(run, 1), [3.0, 3.6, 1.6], fade(ramp.base, 0.92), Layer.FEATURES)
    nose = [(-13, figure.nose - 13), (0, figure.nose - 10), (13, figure.nose - 13)]
    pen.line(figure.on_face(nose, 3), [2.4, 3.2, 2.4], fade(ramp.base, 0.92), Layer.FEATURES)


PART: Final = AccessoryStyle(
    Accessory.FACE_PAINT,
    draw=draw,
    words={
        "en": "face paint, facepaint, war paint, warpaint, facial mark, face marking, facial marking, "
        "tribal paint, painted face",
        "ja": "フェイスペイント, 戦化粧, ウォーペイント, 顔の模様",
    },
)

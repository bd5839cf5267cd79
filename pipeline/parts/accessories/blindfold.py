"""A cloth over both eyes."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A cloth over both eyes."""
    figure = kit.figure
    ramp = kit.ramp("#33313c")
    y, k = figure.eye[1], 0.6 + 0.4 * figure.eye_scale
    top = [
        (-94, y - 10),
        (-76, y - 22 * k),
        (-40, y - 29 * k),
        (0, y - 26 * k),
        (40, y - 29 * k),
        (76, y - 22 * k),
        (94, y - 10),
    ]
    low = [
        (94, y + 10),
        (74, y + 20 * k),
        (40, y + 26 * k),
        (0, y + 20 * k),
        (-40, y + 26 * k),
        (-74, y + 20 * k),
        (-94, y + 10),
    ]
    whole = kit.piece(
        figure.on_face(top + low, 8), ramp.base, ramp.line, Layer.FACE_WEAR, corners=(0, 6, 7, 13), width=1.2
    )
    with kit.pen.clipped(whole):
        dark = [
            (-94, y + 4),
            (-40, y + 12 * k),
            (0, y + 6 * k),
            (40, y + 12 * k),
            (94, y + 2),
            (94, y + 40),
            (-94, y + 40),
        ]
        kit.pen.fill(figure.on_face(dark, 9), ramp.shade, Layer.FACE_WEAR, corners=(0, 4, 5, 6))
        for run in (
            [(-92, y - 2), (-40, y - 8), (-8, y - 2)],
            [(92, y - 4), (44, y - 10), (12, y - 4)],
            [(86, y + 6), (50, y + 8), (22, y + 4)],
        ):
            kit.pen.stroke(figure.on_face(run, 9), 1.4, ramp.deep, Layer.FACE_WEAR, detail=0.12)


PART: Final = AccessoryStyle(
    Accessory.BLINDFOLD,
    draw=draw,
    words={
        "en": "blindfold, blindfolded, blind, cloth over eyes, eyes covered, hachimaki over eyes, "
        "bandage over eyes, bandaged eyes",
        "ja": "目隠し布, 目隠し, 盲目",
    },
    spots=(Spot.EYES,),
)

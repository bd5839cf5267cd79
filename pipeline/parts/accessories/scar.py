"""A scar across the character's left eye and cheek."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import fade, lch, mix
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A scar across the character's left eye and cheek."""
    figure, pen, skin = kit.figure, kit.pen, kit.tones.skin
    x, y = figure.eye
    ridge = mix(skin.deep, lch(0.58, 0.13, 22), 0.55)
    for run in (
        [(x - 10, y - 46), (x - 4, y - 34), (x - 1, y - 24)],
        [(x + 5, y + 19), (x + 8, y + 30), (x + 8, y + 44), (x + 5, y + 54)],
    ):
        points = figure.on_face(run, 1.5)
        half = np.interp(np.linspace(0, 1, len(run)), [0, 0.5, 1], [0.7, 3.0, 0.7])
        pen.line(points, half + 0.5, fade(skin.line, 0.75), Layer.FEATURES)
        pen.line(points, half, ridge, Layer.FEATURES)
        pen.line(points - [0.8, 0, 0], half * 0.35, fade(skin.shine, 0.8), Layer.FEATURES, detail=0.2)
    for drop in (26, 36, 46):
        stitch = [(x + 3, y + drop + 1), (x + 13, y + drop - 2)]
        pen.line(figure.on_face(stitch, 2), [0.9, 0.3], fade(skin.line, 0.8), Layer.FEATURES, detail=0.25)


PART: Final = AccessoryStyle(
    Accessory.SCAR,
    draw=draw,
    words={
        "en": "scar, scarred, facial scar, scar on face, scar across eye, scar on cheek, scar over eye, "
        "battle scar, scar on forehead, scar on nose, lightning scar, stitches, stitched face, scarface, "
        "scar on his face, scar on her face, scar on eye",
        "ja": "傷, 傷跡, 顔の傷, 頬の傷, 目の傷, 傷痕, 古傷",
    },
)

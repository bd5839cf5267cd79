"""A mask around the eyes, as heroes and guests of a masquerade wear it."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Cloth from temple to temple under the eyes' own drawing, pointed at its outer corners; a band behind."""
    figure, pen, ramp = kit.figure, kit.pen, kit.ramp("#33323c")
    ex, ey = figure.eye
    s = figure.eye_scale
    right = [(0, ey - 16), (16, ey - 27 * s), (ex, ey - 40 * s), (ex + 26 * s, ey - 38 * s), (ex + 46 * s, ey - 26 * s), (ex + 40 * s, ey + 10 * s),
             (ex + 16 * s, ey + 36 * s), (ex - 12 * s, ey + 36 * s), (14, ey + 16), (0, ey + 12)]  # fmt: skip
    half = np.array(right, float)
    outline = np.vstack([half, (half * [-1, 1])[-2:0:-1]])
    points = figure.on_face(outline, 1)
    whole = pen.fill(points, ramp.base, Layer.FEATURES, corners=(4, 14))
    with pen.clipped(whole):
        far = [
            (ex + 8, ey - 44 * s),
            (ex + 60, ey - 40 * s),
            (ex + 50, ey + 44 * s),
            (ex, ey + 44 * s),
            (ex + 28 * s, ey),
        ]
        pen.fill(figure.on_face(far, 1), ramp.shade, Layer.FEATURES, corners=(0, 1, 2, 3))
    pen.line(np.vstack([points, points[:1]]), 1.2, ramp.line, Layer.FEATURES, corners=(4, 14))


PART: Final = AccessoryStyle(
    Accessory.DOMINO_MASK,
    draw=draw,
    words={
        "en": "domino mask, eye mask, superhero mask, hero mask, masquerade mask, bandit mask, thief mask, half mask, "
        "venetian mask, robber mask, ball mask",
        "ja": "ドミノマスク, 仮面, アイマスク, ベネチアンマスク, 怪盗マスク, 仮面舞踏会",
    },
    spots=(Spot.EYES,),
)

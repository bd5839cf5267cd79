"""Painted lips that follow the mouth at rest."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Painted lips that follow the mouth at rest."""
    figure, pen = kit.figure, kit.pen
    ramp = kit.ramp("#c22f4a")
    y, w = figure.mouth, figure.mouth_width
    upper = [(-15 * w, y), (-6 * w, y - 4.6), (0, y - 3.0), (6 * w, y - 4.6), (15 * w, y), (0, y + 0.8)]
    lower = [(-13 * w, y + 0.6), (0, y + 1.4), (13 * w, y + 0.6), (7 * w, y + 7.0), (-7 * w, y + 7.0)]
    pen.fill(figure.on_face(upper, 2), ramp.shade, Layer.FEATURES, corners=(0, 4))
    pen.fill(figure.on_face(lower, 2), ramp.base, Layer.FEATURES, corners=(0, 2))
    pen.fill(
        figure.on_face([(-6, y + 3.4), (-1, y + 2.8), (1, y + 4.0), (-4, y + 4.8)], 3),
        ramp.shine,
        Layer.FEATURES,
        detail=0.15,
    )


PART: Final = AccessoryStyle(
    Accessory.LIPSTICK,
    draw=draw,
    words={
        "en": "lipstick, lip, lips painted, colored lip, lip gloss, painted lip, glossy lip, lip makeup",
        "ja": "口紅, 唇, リップ, リップグロス",
        "*": "💄, 💋",
    },
    girlish=True,
)

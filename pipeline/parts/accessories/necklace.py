"""A chain with a pendant."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat
from pipeline.drawing.geometry import Attach
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A chain with a pendant."""
    ramp, pen = kit.ramp("#d9a93a"), kit.pen
    n, y = kit.figure.neck, kit.figure.shoulder_y
    right = np.array([(n + 6, y - 40), (n + 4, y - 8), (24, y + 34), (0, y + 50)])
    run = np.vstack([right * [-1, 1], right[-2::-1]])
    points, attach = kit.on_neck(run)
    pen.line(points, 1.7, ramp.line, Layer.NECK_WEAR, attach)
    pen.line(points, 1.1, ramp.light, Layer.NECK_WEAR, attach)
    gem = np.array([(0, y + 48), (9, y + 60), (0, y + 76), (-9, y + 60)])
    chain = kit.chain((0, y + 48, 40), (0, y + 76, 40), 2.4, hang=0.8, head=0)
    kit.piece(
        flat(gem, 44),
        kit.tones.accent.base,
        kit.tones.accent.line,
        Layer.NECK_WEAR,
        Attach(head=0, chain=chain),
        (0, 1, 2, 3),
        1.0,
    )
    pen.fill(
        flat([(-5, y + 60), (0, y + 53), (0, y + 62)], 45),
        kit.tones.accent.shine,
        Layer.NECK_WEAR,
        Attach(head=0, chain=chain),
        (0, 1, 2),
    )


PART: Final = AccessoryStyle(
    Accessory.NECKLACE,
    draw=draw,
    words={
        "en": "chain, neck chain, pearls, string of pearls, necklace, pendant, pearl necklace, gold chain, locket, "
        "dog tag, "
        "cross necklace, chain necklace, "
        "amulet, medallion, bead necklace, jewelled necklace, ankh, rosary, cross",
        "ja": "ネックレス, ペンダント, 首飾り, ロケット, 十字架, 数珠",
        "*": "📿",
    },
)

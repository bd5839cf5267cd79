"""A witch's hat: a wide brim and a bent point."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.hats import HAT
from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.geometry import Attach
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A wide brim and a bent point."""
    ramp, accent, pen = Ramp.cloth(kit.spec.accessory_colour or "#3b3350"), kit.tones.accent, kit.pen
    rear = oval(0, -92, 188, 40, 16)
    kit.piece(flat(rear, -30), ramp.deep, ramp.line, Layer.BEHIND, Attach(turn=0.2), width=1.3)
    cone = np.array(
        [
            (-100, -92),
            (-84, -146),
            (-52, -198),
            (-16, -236),
            (38, -256),
            (66, -234),
            (44, -238),
            (30, -212),
            (52, -172),
            (82, -130),
            (100, -92),
            (0, -72),
        ],
        float,
    )
    chain = kit.chain((0, -150, 0), (66, -240, 0), 2.6)
    kit.piece(
        flat(cone, 6),
        kit.gradient(ramp, -250, -80, HAT),
        ramp.line,
        attach=Attach(turn=0.35, chain=chain),
        corners=(0, 5, 10),
        width=1.3,
    )
    shade = np.array([(100, -92), (82, -130), (52, -172), (30, -212), (34, -176), (40, -128), (44, -84)], float)
    pen.fill(flat(shade, 6), ramp.shade, Layer.HEAD_WEAR, Attach(turn=0.35, chain=chain), (0, 3))
    band = np.array([(-98, -104), (-90, -130), (0, -112), (90, -130), (98, -104), (0, -84)], float)
    kit.piece(flat(band, 8), accent.base, accent.line, attach=HAT, corners=(0, 1, 3, 4))
    buckle = np.array([(-14, -116), (14, -116), (14, -90), (-14, -90)], float)
    kit.piece(flat(buckle, 12), kit.tones.gear.light, kit.tones.gear.line, attach=HAT, corners=(0, 1, 2, 3))
    inner = buckle * 0.6 + np.array([0, -103]) * 0.4
    kit.piece(flat(inner, 12), accent.base, accent.line, attach=HAT, corners=(0, 1, 2, 3), width=0.7)
    brim = np.array(
        [
            (-188, -92),
            (-120, -84),
            (-60, -88),
            (0, -90),
            (60, -88),
            (120, -84),
            (188, -92),
            (150, -62),
            (70, -46),
            (0, -42),
            (-70, -46),
            (-150, -62),
        ],
        float,
    )
    kit.piece(
        flat(brim, 40), kit.gradient(ramp, -96, -40), ramp.line, attach=Attach(turn=0.45), corners=(0, 6), width=1.3
    )


PART: Final = AccessoryStyle(
    Accessory.WITCH_HAT,
    draw=draw,
    words={
        "en": "witch hat, wizard hat, pointed hat, pointy hat, mage hat, sorcerer hat",
        "ja": "魔女帽子, 魔女帽, とんがり帽子, 魔女の帽子, 魔法帽",
    },
    spots=(Spot.TOP,),
    family=Family.HAT,
    covers_crown=True,
)

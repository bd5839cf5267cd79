"""A soft felt hat: a pinched crown, a ribbon, a brim that dips before the face."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.hats import HAT
from pipeline.drawing.accessories.kit import AccessoryKit, flat
from pipeline.drawing.geometry import Attach
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A soft felt hat: a pinched crown, a ribbon, a brim that dips before the face."""
    ramp, pen = kit.ramp("#5a5260"), kit.pen
    rear = np.array(
        [(-150, -108), (-96, -116), (0, -120), (96, -116), (150, -108), (104, -80), (0, -70), (-104, -80)], float
    )
    kit.piece(flat(rear, -30), ramp.deep, ramp.line, Layer.BEHIND, Attach(turn=0.2), (0, 4), 1.3)
    crown = np.array([(-104, -84), (-103, -130), (-90, -172), (-62, -194), (-28, -190), (0, -182), (30, -192), (62, -196),
                      (90, -172), (103, -130), (104, -84), (0, -70)], float)  # fmt: skip
    whole = kit.piece(
        flat(crown, 8), kit.gradient(ramp, -200, -76, HAT), ramp.line, attach=HAT, corners=(0, 10), width=1.4
    )
    with pen.clipped(whole):
        side = np.array([(108, -76), (108, -140), (92, -180), (66, -200), (58, -184), (76, -150), (70, -76)], float)
        pen.fill(flat(side, 8), ramp.shade, Layer.HEAD_WEAR, HAT, (0, 6))
        for pinch in (
            [(-40, -194), (-18, -188), (6, -186), (-6, -164), (-22, -142), (-34, -164)],
            [(34, -194), (58, -192), (72, -168), (60, -138), (46, -162)],
        ):
            pen.fill(flat(np.array(pinch, float), 8), ramp.deep, Layer.HEAD_WEAR, HAT, (0, 2))
        gleam = np.array([(-82, -168), (-66, -182), (-54, -182), (-70, -156), (-80, -130)], float)
        pen.fill(flat(gleam, 8), ramp.light, Layer.HEAD_WEAR, HAT, (0, 2, 4))
        ribbon = np.array([(-112, -88), (-112, -122), (0, -104), (112, -122), (112, -88), (0, -66)], float)
        kit.piece(flat(ribbon, 10), ramp.dark, ramp.line, attach=HAT, corners=(0, 1, 3, 4), width=1.0)
        knot = np.array([(72, -120), (92, -118), (96, -84), (74, -80)], float)
        kit.piece(flat(knot, 12), ramp.deep, ramp.line, attach=HAT, corners=(0, 1, 2, 3), width=0.9)
    brim = np.array([(-154, -110), (-128, -98), (-70, -92), (0, -90), (70, -92), (128, -98), (154, -110), (146, -76),
                     (92, -54), (0, -44), (-92, -54), (-146, -76)], float)  # fmt: skip
    edge = kit.piece(
        flat(brim, 44), kit.gradient(ramp, -116, -44), ramp.line, attach=Attach(turn=0.45), corners=(0, 6), width=1.4
    )
    with pen.clipped(edge):
        far = np.array([(20, -50), (70, -74), (120, -92), (160, -112), (150, -60), (80, -40)], float)
        pen.fill(flat(far, 44), ramp.shade, Layer.HEAD_WEAR, Attach(turn=0.45), (0, 3))


PART: Final = AccessoryStyle(
    Accessory.FEDORA,
    draw=draw,
    words={
        "en": "fedora, trilby, felt hat, panama hat, homburg, borsalino, gangster hat, detective hat, porkpie hat, "
        "wide brimmed hat, brimmed hat, slouch hat",
        "ja": "フェドラ, 中折れ帽, 中折れ帽子, ソフト帽, パナマ帽",
    },
    spots=(Spot.TOP,),
    family=Family.HAT,
    leads=True,
    covers_crown=True,
)

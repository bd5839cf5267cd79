"""A straw hat with a ribbon."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.hats import HAT
from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.geometry import Attach
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory, Outfit


def draw(kit: AccessoryKit) -> None:
    """Straw with a ribbon."""
    ramp, accent, pen = Ramp.cloth("#ecd08f"), kit.tones.gear, kit.pen
    rear = oval(0, -84, 176, 38, 16)
    kit.piece(flat(rear, -30), ramp.deep, ramp.line, Layer.BEHIND, Attach(turn=0.2), width=1.3)
    crown = np.array(
        [(-100, -84), (-98, -128), (-74, -170), (0, -184), (74, -170), (98, -128), (100, -84), (0, -64)], float
    )
    whole = kit.piece(flat(crown, 6), kit.gradient(ramp, -184, -70), ramp.line, attach=HAT, corners=(0, 6), width=1.3)
    with pen.clipped(whole), pen.detailed(0.2):
        for y in (-164, -150, -136, -122):
            weave = flat([(-100, y + 12), (0, y - 4), (100, y + 12)], 6)
            pen.stroke(weave, 0.7, ramp.shade, Layer.HEAD_WEAR, HAT)
    band = np.array([(-100, -94), (-98, -122), (0, -104), (98, -122), (100, -94), (0, -74)], float)
    kit.piece(flat(band, 8), kit.gradient(accent, -122, -76), accent.line, attach=HAT, corners=(0, 1, 3, 4))
    brim = np.array(
        [
            (-176, -84),
            (-110, -78),
            (0, -82),
            (110, -78),
            (176, -84),
            (140, -54),
            (70, -40),
            (0, -36),
            (-70, -40),
            (-140, -54),
        ],
        float,
    )
    disc = kit.piece(
        flat(brim, 40), kit.gradient(ramp, -88, -36), ramp.line, attach=Attach(turn=0.45), corners=(0, 4), width=1.3
    )
    with pen.clipped(disc), pen.detailed(0.2):
        for inset in (8, 18):
            ring = brim[4:] * [1, 1] - np.array([0, inset])
            pen.stroke(flat(ring, 40), 0.7, ramp.shade, Layer.HEAD_WEAR, Attach(turn=0.45))


PART: Final = AccessoryStyle(
    Accessory.STRAW_HAT,
    draw=draw,
    words={
        "en": "straw hat, sun hat, sunhat, wide brim hat, boater, straw boater, floppy hat, floppy sun hat, conical hat, rice hat, asian conical hat, bamboo hat, kasa, gondolier hat",
        "ja": "麦わら帽子, 麦わら, 麦藁帽子, ストローハット",
        "*": "👒",
    },
    chance=0.015,
    spots=(Spot.TOP,),
    family=Family.HAT,
    manners=(),
    outfits=(Outfit.DRESS, Outfit.T_SHIRT, Outfit.SHIRT),
    girlish=True,
    covers_crown=True,
)

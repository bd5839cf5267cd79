"""A hat with a dented crown and a brim that curls up at its sides."""

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
    """A hat with a dented crown and a brim that curls up at its sides."""
    ramp, pen = kit.ramp("#8a6a4a"), kit.pen
    rear = np.array(
        [(-176, -126), (-120, -108), (0, -104), (120, -108), (176, -126), (120, -76), (0, -66), (-120, -76)], float
    )
    kit.piece(flat(rear, -30), ramp.deep, ramp.line, Layer.BEHIND, Attach(turn=0.2), (0, 4), 1.3)
    crown = np.array([(-92, -88), (-88, -140), (-66, -196), (-34, -212), (0, -198), (34, -212), (66, -196), (88, -140), (92, -88),
                      (0, -72)], float)  # fmt: skip
    whole = kit.piece(
        flat(crown, 8), kit.gradient(ramp, -215, -80, HAT), ramp.line, attach=HAT, corners=(0, 8), width=1.4
    )
    with pen.clipped(whole):
        shade = np.array([(92, -80), (90, -140), (66, -200), (44, -206), (52, -150), (50, -80)], float)
        pen.fill(flat(shade, 8), ramp.shade, Layer.HEAD_WEAR, HAT, (0, 5))
        dent = np.array([(-26, -206), (0, -196), (26, -206), (10, -168), (0, -150), (-10, -168)], float)
        pen.fill(flat(dent, 8), ramp.shade, Layer.HEAD_WEAR, HAT, (0, 2))
    band = np.array([(-92, -100), (-90, -120), (0, -106), (90, -120), (92, -100), (0, -82)], float)
    kit.piece(flat(band, 10), ramp.dark, ramp.line, attach=HAT, corners=(0, 1, 3, 4), width=1.0)
    brim = np.array([(-186, -128), (-168, -96), (-110, -84), (0, -92), (110, -84), (168, -96), (186, -128), (176, -80), (116, -54),
                     (0, -46), (-116, -54), (-176, -80)], float)  # fmt: skip
    kit.piece(
        flat(brim, 44), kit.gradient(ramp, -128, -46), ramp.line, attach=Attach(turn=0.45), corners=(0, 6), width=1.4
    )


PART: Final = AccessoryStyle(
    Accessory.COWBOY_HAT,
    draw=draw,
    words={
        "en": "cowboy hat, ten gallon hat, cowgirl hat, western hat, stetson, ranger hat, safari hat",
        "ja": "カウボーイハット, テンガロンハット",
        "*": "🤠",
    },
    spots=(Spot.TOP,),
    family=Family.HAT,
    covers_crown=True,
)

"""A cloth tied around the forehead, knotted at one side."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat
from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL, Attach
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Manner, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A cloth tied around the forehead, knotted at one side."""
    ramp, pen = kit.tones.gear, kit.pen
    longitudes = np.linspace(-94, 94, 13)
    down = 0.74 + 0.16 * (np.abs(longitudes) / 94) ** 2
    chain = kit.chain((-92, -30, 0), (-132, 40, 0), 2.4, hang=0.5)
    for dx, dy in ((-44, 62), (-22, 78)):
        end = np.array([(-88, -36), (-112, -20), (-92 + dx, -30 + dy), (-74 + dx, -36 + dy), (-92, -8)], float)
        kit.piece(
            flat(end, -6), ramp.shade, ramp.line, attach=Attach(turn=0.6, chain=chain), corners=(0, 2, 3), width=1.2
        )
    band = np.vstack(
        [skull(longitudes, down + 0.08, kit.hair.out * 1.06), skull(longitudes[::-1], down - 0.12, kit.hair.out * 1.07)]
    )
    whole = kit.piece(band, kit.gradient(ramp, -110, -20), ramp.line, attach=SKULL, corners=(0, 12, 13, 25), width=1.3)
    with pen.clipped(whole):
        for lon in range(-72, 73, 24):
            for rise in (-0.05, 0.03):
                spot = skull([lon - 4, lon, lon + 4, lon], np.array([0, -0.03, 0, 0.03]) + 0.74 + rise + 0.1 * (lon / 94) ** 2,
                             kit.hair.out * 1.07)  # fmt: skip
                pen.fill(spot, ramp.light, Layer.HEAD_WEAR, SKULL, detail=0.15)
    knot = np.array([(-96, -44), (-84, -48), (-80, -30), (-88, -20), (-100, -28)], float)
    kit.piece(flat(knot, 8), ramp.base, ramp.line, attach=Attach(turn=0.6), width=1.1)


PART: Final = AccessoryStyle(
    Accessory.BANDANA,
    draw=draw,
    words={
        "en": "bandana, headscarf tied at forehead, head tie, sweatband, hachimaki, forehead protector, durag, "
        "head bandana, ninja headband, do rag, kerchief",
        "ja": "バンダナ, はちまき, 鉢巻, 額当て, 頭巾",
    },
    spots=(Spot.TOP,),
    manners=(Manner.CASUAL,),
)

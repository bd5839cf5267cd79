"""Plain clothes."""

from __future__ import annotations

import numpy as np

from pipeline.posers.rig.drawing import Layer
from pipeline.posers.rig.geometry import BODY, mirrored
from pipeline.posers.rig.parts.outfits.kit import OutfitKit


def t_shirt(kit: OutfitKit) -> None:
    """A T-shirt with a rim in the accent colour."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, accent = kit.tones.cloth, kit.tones.accent
    neckline = np.array([(n + 22, y - 22), (n + 16, y - 6), (n * 0.75, y + 9), (0, y + 15)])
    kit.garment(neckline, ramp, out=3)
    kit.sleeves(ramp)
    inner, outer = neckline, neckline + np.array([(7, 0), (7, 6), (4, 9), (0, 9)])
    rim = np.vstack([inner, mirrored(inner)[-2::-1], mirrored(outer), outer[-2::-1]])
    kit.pen.fill(kit.on_body(rim), accent.base, Layer.OUTFIT_OVER, BODY, (0, 6, 7, 13))
    for edge in (inner, outer):
        kit.line(np.vstack([mirrored(edge), edge[-2::-1]]), 0.9, ramp, Layer.OUTFIT_OVER)

"""A sun visor: a band around the head with a peak, and no crown."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.accessories.peaks import cap_edge, draw_peak, peak_shadow
from pipeline.drawing.geometry import SKULL
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """The shadow on the hair, the band with its light side, the peak."""
    ramp = kit.ramp("#f4f2f0")
    peak_shadow(kit)
    longitudes = np.linspace(-88, 88, 15)
    rise = 0.13 - 0.05 * np.abs(longitudes / 88)
    band = np.vstack([cap_edge(kit, longitudes), cap_edge(kit, longitudes, -rise)[::-1]])
    whole = kit.piece(band, kit.gradient(ramp, -130, -70), ramp.line, attach=SKULL, corners=(0, 14, 15, 29), width=1.4)
    with kit.pen.clipped(whole):
        side = np.vstack([cap_edge(kit, longitudes[9:]), cap_edge(kit, longitudes[:8:-1], -0.14)])
        kit.pen.fill(side, fade(ramp.shade, 0.8), Layer.HEAD_WEAR, SKULL, (0, 5, 6, 11))
    draw_peak(kit, ramp)


PART: Final = AccessoryStyle(
    Accessory.SUN_VISOR,
    draw=draw,
    words={
        "en": "sun visor, visor cap, visor hat, tennis visor, golf visor, sports visor, beach visor, eyeshade, "
        "green eyeshade, poker visor",
        "ja": "サンバイザー, 日よけバイザー",
    },
    spots=(Spot.TOP,),
)

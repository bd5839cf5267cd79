"""An ice cream in its cone."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.held import held
from pipeline.drawing.accessories.kit import AccessoryKit, oval
from pipeline.drawing.palette import Ramp, fade
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """An ice cream in its cone."""
    scoop = kit.ramp("#f6b8c8")
    second, wafer = Ramp.cloth("#f4ead0", kit.tones.look), Ramp.cloth("#d6a35c", kit.tones.look)
    with held(kit) as grip:
        grip.piece([(-30, 46), (30, 46), (4, -46), (-4, -46)], wafer.base, wafer, (0, 1, 2, 3))
        for step in range(4):
            u = -22 + 14 * step
            grip.stroke([(u, 44), (u * 0.3 + 12, -14)], 0.9, wafer.deep)
            grip.stroke([(-u, 44), (-u * 0.3 - 12, -14)], 0.9, wafer.deep)
        grip.fill([(10, 46), (30, 46), (4, -46), (2, -20)], fade(wafer.deep, 0.35), (0, 1, 2))
        for ramp, v, r in ((second, 66, 35), (scoop, 104, 30)):
            drips = [(r, v), (r * 0.72, v + r * 0.72), (0, v + r), (-r * 0.72, v + r * 0.72), (-r, v), (-r * 0.86, v - 18),
                     (-r * 0.5, v - 13), (-r * 0.2, v - 24), (r * 0.2, v - 13), (r * 0.6, v - 22), (r * 0.9, v - 16)]  # fmt: skip
            grip.piece(drips, ramp.base, ramp)
            grip.fill([(r, v), (r * 0.72, v + r * 0.72), (r * 0.5, v), (r * 0.9, v - 16)], ramp.shade)
            grip.fill(oval(-r * 0.4, v + r * 0.45, r * 0.22, r * 0.14, 8), ramp.shine)


PART: Final = AccessoryStyle(
    Accessory.ICE_CREAM,
    draw=draw,
    words={
        "en": "ice cream, ice cream cone, icecream, holding ice cream, soft serve, gelato, popsicle, eating ice cream",
        "ja": "アイス, アイスクリーム, ソフトクリーム, アイスを食べている",
        "*": "🍦, 🍨",
    },
    spots=(Spot.HAND,),
)

"""Two crossed clips over the temple."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Two crossed clips over the temple."""
    ramp = kit.tones.gear
    for lon, down, tilt in ((44, 0.80, 16), (47, 0.90, -8)):
        ends = skull([lon - 12, lon + 12], [down - tilt / 300, down + tilt / 300], kit.hair.out * 1.03)
        for width, colour in ((5.0, ramp.line), (3.9, ramp.base), (1.2, ramp.shine)):
            kit.pen.line(ends, width, colour, Layer.HEAD_WEAR, SKULL)


PART: Final = AccessoryStyle(
    Accessory.HAIR_CLIP,
    draw=draw,
    words={
        "en": "hair clip, hairclip, hairpin, hair pin, barrette, bobby pin, hair bobble, hair slide, hair ornament, "
        "x hair ornament, star hair ornament",
        "ja": "ヘアピン, ヘアクリップ, 髪留め, 髪飾り, バレッタ, ピン留め",
    },
    chance=0.06,
    crowds_head=True,
    girlish=True,
)

"""A mobile phone."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.held import held
from pipeline.drawing.accessories.kit import AccessoryKit, oval
from pipeline.drawing.palette import Ramp
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory

_BODY: Final = [(-27, -36), (-22, -42), (22, -42), (27, -36), (27, 66), (22, 72), (-22, 72), (-27, 66)]


def draw(kit: AccessoryKit) -> None:
    """A mobile phone in its case, its back and lenses to us."""
    ramp, black = kit.ramp("#5a6ea8"), kit.tones.black
    glass = Ramp.cloth("#9fb4d8", kit.tones.look)
    with held(kit) as grip:
        grip.piece(_BODY, ramp.base, ramp)
        grip.fill([(10, -41), (22, -42), (27, -36), (27, 66), (22, 72), (16, 71)], ramp.shade, (0, 5))
        grip.piece([(-22, 38), (4, 38), (4, 66), (-22, 66)], ramp.dark, ramp, width=0.9)
        for u, v in ((-15, 58), (-3, 58), (-15, 46)):
            grip.piece(oval(u, v, 4.6, 4.6, 10), black.base, black, width=0.8)
            grip.fill(oval(u - 1.2, v + 1.4, 1.5, 1.5, 8), glass.shine)


PART: Final = AccessoryStyle(
    Accessory.PHONE,
    draw=draw,
    words={
        "en": "phone, cellphone, cell phone, smartphone, mobile phone, iphone, holding phone, taking a selfie, selfie, "
        "texting, tablet",
        "ja": "スマホ, スマートフォン, 携帯, 携帯電話, 自撮り, ケータイ",
        "*": "📱, 🤳",
    },
    spots=(Spot.HAND,),
)

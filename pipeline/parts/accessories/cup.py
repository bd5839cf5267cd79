"""A cup with a lid, steaming."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.held import held
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.geometry import BODY
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A cup with a lid, steaming."""
    ramp = kit.ramp("#f4ede0")
    sleeve = Ramp.cloth("#a2764a", kit.tones.look)
    with held(kit) as grip:
        grip.piece([(-18, -36), (18, -36), (24, 40), (-24, 40)], ramp.base, ramp, (0, 1, 2, 3))
        grip.fill([(8, -36), (18, -36), (24, 40), (12, 40)], ramp.shade, (0, 1, 2, 3))
        grip.piece([(-20, -20), (20, -20), (23, 18), (-23, 18)], sleeve.base, sleeve, (0, 1, 2, 3), 0.9)
        grip.piece([(-27, 38), (27, 38), (25, 50), (-25, 50)], kit.tones.black.base, kit.tones.black, (0, 1, 2, 3))
        for x in (-8, 8):
            steam = grip.at([(x, 58), (x + 5, 68), (x - 3, 80), (x + 3, 92)])
            kit.pen.line(steam, [0.3, 1.6, 1.6, 0.2], (255, 255, 255, 190), Layer.FRONT, BODY)


PART: Final = AccessoryStyle(
    Accessory.CUP,
    draw=draw,
    words={
        "en": "cup, hot cocoa, cocoa, hot chocolate, matcha, soda, soda can, energy drink, juice, smoothie, "
        "milkshake, lemonade, shake, protein shake, protein shaker, mug of tea, slushie, juice box, boba tea, "
        "hot tea, cappuccino, espresso, frappuccino, bubble tea cup, mug, coffee, coffee cup, holding cup, "
        "disposable cup, tea cup, teacup, boba, bubble tea, drink, "
        "holding drink, coffee mug, holding coffee, holding a coffee, holding tea, iced coffee, cup of coffee, "
        "cup of tea, "
        "latte, coffee in hand",
        "ja": "コーヒー, お茶, 緑茶, ミルクティー, ココア, 抹茶, ジュース, エナジードリンク, 缶コーヒー, カップ, "
        "マグカップ, コーヒーカップ, "
        "コーヒーを持った, 飲み物, 紅茶, タピオカ",
        "*": "☕, 🍵, 🧋, 🥤",
    },
    spots=(Spot.HAND,),
)

"""Headphones: a band over the head and two big shells."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.hats import arch
from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.geometry import OUTLINE, Attach, taper
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Manner, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A band over the head and two big shells."""
    pen, gear = kit.pen, kit.tones.gear
    body = Ramp.cloth("#34313d") if gear.lch.lightness > 0.35 else gear
    over = flat(arch(kit, 9, 84), 0)
    for width, colour in ((7.2, body.line), (6.0, body.base), (2.0, body.light)):
        pen.line(over, taper(len(over), width * 0.75, width), colour, Layer.HEAD_WEAR, OUTLINE)
    for sign in (-1, 1):
        shell = oval(sign * 112, 22, 21, 36)
        kit.piece(flat(shell, -6), body.base, body.line, attach=Attach(turn=0.3), width=1.2)
        pad = oval(sign * 104, 22, 11, 33)
        kit.piece(flat(pad, 4), body.shade, body.line, attach=Attach(turn=0.3), width=0.9)
        disc = oval(sign * 116, 22, 12, 22)
        kit.piece(flat(disc, -8), kit.gradient(gear, -2, 46), gear.line, attach=Attach(turn=0.3), width=0.9)
        glint = oval(sign * 116 - 4, 13, 3.5, 7, 8)
        pen.fill(flat(glint, -8), gear.shine, Layer.HEAD_WEAR, Attach(turn=0.3), detail=0.15)


PART: Final = AccessoryStyle(
    Accessory.HEADPHONES,
    draw=draw,
    words={
        "en": "headphones, headphone, headset, earphones, earmuffs, ear muffs",
        "ja": "ヘッドホン, ヘッドフォン, ヘッドセット, イヤホン",
        "*": "🎧",
    },
    chance=0.03,
    spots=(Spot.TOP,),
    manners=(Manner.CASUAL, Manner.SMART),
)

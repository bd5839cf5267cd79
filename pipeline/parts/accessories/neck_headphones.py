"""Headphones that hang around the neck."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.geometry import BODY
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """The band behind the neck, and a shell on each collarbone."""
    pen, gear = kit.pen, kit.tones.gear
    body = Ramp.cloth("#34313d", kit.tones.look) if gear.lch.lightness > 0.35 else gear
    n, y = kit.figure.neck, kit.figure.shoulder_y
    band = np.array(
        [
            (-n - 34, y + 4),
            (-n - 30, y - 34),
            (-n * 0.8, y - 58),
            (0, y - 64),
            (n * 0.8, y - 58),
            (n + 30, y - 34),
            (n + 34, y + 4),
        ]
    )
    for width, paint in ((9.0, body.line), (7.4, body.base), (2.2, body.light)):
        pen.line(flat(band, -16), width, paint, Layer.BACK_TAILS, BODY)
    for sign in (-1, 1):
        side = np.array([(sign * (n + 30), y - 34), (sign * (n + 36), y - 16), (sign * (n + 34), y)])
        for width, paint in ((9.0, body.line), (7.4, body.base), (2.0, body.light)):
            pen.line(flat(side, 30), width, paint, Layer.NECK_WEAR, BODY)
        x = sign * (n + 26)
        pad = oval(x - sign * 7, y + 12, 25, 31)
        kit.piece(flat(pad, 44), body.shade, body.line, Layer.NECK_WEAR, BODY, (), 1.1)
        shell = oval(x, y + 12, 25, 31)
        kit.piece(flat(shell, 48), body.base, body.line, Layer.NECK_WEAR, BODY, (), 1.2)
        disc = oval(x + sign * 1.5, y + 12, 15.5, 20.5)
        kit.piece(flat(disc, 50), kit.gradient(gear, y - 10, y + 34, BODY), gear.line, Layer.NECK_WEAR, BODY, (), 0.9)
        pen.fill(flat(oval(x - 5, y + 2, 4, 6, 8), 51), gear.shine, Layer.NECK_WEAR, BODY, detail=0.15)


PART: Final = AccessoryStyle(
    Accessory.NECK_HEADPHONES,
    draw=draw,
    words={
        "en": "headphones round his neck, headphones round her neck, headphones round neck, headset around his neck, "
        "headset around her neck, headphones around neck, headphone around neck, headphones around his neck, "
        "headphones around her neck, "
        "headphones on neck, headphones around the neck, earphones around neck, headset around neck, "
        "headphones on his neck, headphones on her neck, headphones hanging on neck, earphones around his neck, "
        "earphones around her neck",
        "ja": "首にヘッドホン, ヘッドホンを首にかけた, 首掛けヘッドホン, 首元にヘッドホン, 首にヘッドフォン",
    },
    spots=(Spot.NECK,),
)

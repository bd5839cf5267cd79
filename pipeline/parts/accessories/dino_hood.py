"""The hood of a dinosaur's costume: eyes, teeth, and plates along the crown."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.figure import SKULL_TOP, SKULL_X, SKULL_Y
from pipeline.drawing.geometry import OUTLINE, Attach
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.accessories.hood import draw as draw_hood
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory

_PLATES: Final = ((-58, 0.8), (-34, 1.0), (-10, 1.16), (14, 1.1), (38, 0.9))
"""Degrees from the top along the crown, and size."""


def draw(kit: AccessoryKit) -> None:
    """Plates behind the hood's edge, the hood, teeth around the face, two round eyes above it."""
    plates = Ramp.cloth(kit.spec.accessory_colour or kit.spec.accent_colour, kit.tones.look)
    out = kit.hair.out * 1.17
    for degrees, size in _PLATES:
        angle = np.radians(degrees)
        way = np.array([np.sin(angle), -np.cos(angle)])
        across = np.array([-way[1], way[0]])
        root = np.array([SKULL_X * out * way[0], SKULL_TOP + SKULL_Y * out * way[1]])
        shape = np.array([root - across * 25 * size, root + way * 40 * size, root + across * 25 * size])
        kit.piece(flat(shape, -10), plates.base, plates.line, Layer.BACK_TAILS, OUTLINE, (0, 1, 2), 1.3)
        dark = np.array([root + across * 4 * size, root + way * 38 * size, root + across * 24 * size])
        kit.pen.fill(flat(dark, -9), plates.shade, Layer.BACK_TAILS, OUTLINE, (0, 1, 2))
    draw_hood(kit)
    _teeth(kit)
    _eyes(kit)


def _teeth(kit: AccessoryKit) -> None:
    """Points of felt along the hood's edge over the forehead."""
    white, attach = kit.tones.white, Attach(turn=0.9)
    edge = np.array([(-84, -70), (-60, -90), (-31, -101), (0, -104), (31, -101), (60, -90), (84, -70)], float)
    for first, last in pairwise(edge):
        middle = (first + last) / 2
        tip = middle + np.array([-middle[0] * 0.10, 20.0])
        kit.piece(
            flat(np.array([first, tip, last]), 38), white.base, white.line, Layer.HEAD_WEAR, attach, (0, 1, 2), 0.9
        )


def _eyes(kit: AccessoryKit) -> None:
    white, black, attach = kit.tones.white, kit.tones.black, Attach(turn=0.6)
    for sign in (-1, 1):
        kit.piece(flat(oval(sign * 52, -140, 17, 18), 24), white.base, white.line, attach=attach, width=1.2)
        kit.pen.fill(flat(oval(sign * 52, -137, 9, 11), 25), black.base, Layer.HEAD_WEAR, attach)
        kit.pen.fill(flat(oval(sign * 52 - 3, -142, 3.4, 3.8, 8), 26), white.light, Layer.HEAD_WEAR, attach)


PART: Final = AccessoryStyle(
    Accessory.DINO_HOOD,
    draw=draw,
    words={
        "en": "dinosaur hood, dino hood, dragon hood, monster hood",
        "ja": "恐竜フード, 怪獣フード",
    },
    spots=(Spot.TOP,),
    covers_crown=True,
)

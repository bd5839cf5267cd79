"""An electric guitar on a strap, its neck in the hand."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.held import held
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.pieces import patch
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Accessory

_OUTLINE: Final = (
    (74, -20), (82, -34), (64, -54), (30, -50), (-2, -42), (-40, -56), (-80, -52), (-100, -16), (-94, 34), (-58, 56),
    (-16, 44), (22, 42), (60, 56), (86, 40), (76, 20),
)  # fmt: skip
"""The body in units along the neck and across it, from where the neck begins."""
_FRETS: Final = 9


def draw(kit: AccessoryKit) -> None:
    """The body at the hip, the neck up to the fist and past it, a strap over the far shoulder."""
    ramp, black = kit.ramp("#c8303f"), kit.tones.black
    white, wood, steel = kit.tones.white, Ramp.cloth("#8a5a3c", kit.tones.look), Ramp.cloth("#cfd3e0", kit.tones.look)
    with held(kit) as grip:
        outfit, pen = grip.outfit, kit.pen
        y = kit.figure.shoulder_y
        middle = np.array([-26.0 * outfit.smallness, y + 230 * outfit.smallness])
        way = grip.centre - middle
        reach = float(np.hypot(*way))
        way = way / reach
        across = np.array([-way[1], way[0]])
        size = reach / 245

        def at(points: object) -> FloatArray:
            flat = np.asarray(points, np.float64) * size
            return np.asarray(middle + flat[:, :1] * way + flat[:, 1:] * across)

        strap = np.array(
            [(-kit.figure.neck - 34, y - 18), (-kit.figure.neck - 16, y - 22), *at([(70, -34), (66, -50)])]
        )
        patch(outfit, strap, black.base, black.line, Layer.FRONT, width=0.9)
        body = patch(outfit, at(_OUTLINE), outfit.cloth(ramp), ramp.line, Layer.FRONT, (1, 14), 1.5)
        with pen.clipped(body):
            low = np.vstack([at(_OUTLINE[6:15]), at([(70, 34), (22, 30), (-16, 32), (-56, 42), (-84, 26), (-90, -14)])])
            pen.fill(outfit.on_body(low), ramp.shade, Layer.FRONT, BODY, (0, 8))
            guard = at([(72, -2), (66, 36), (26, 30), (-24, 28), (-14, 4), (30, -20)])
            pen.fill(outfit.on_body(guard), white.base, Layer.FRONT, BODY, (0, 1))
        for u in (-20, 22):
            patch(
                outfit,
                at([(u, -16), (u + 11, -16), (u + 11, 16), (u, 16)]),
                black.base,
                black.line,
                Layer.FRONT,
                width=0.7,
            )
        patch(
            outfit, at([(-58, -18), (-48, -18), (-48, 18), (-58, 18)]), steel.base, steel.line, Layer.FRONT, width=0.8
        )
        patch(outfit, at([(60, -8), (300, -6.5), (300, 6.5), (60, 8)]), wood.base, wood.line, Layer.FRONT, width=1.1)
        for fret in np.geomspace(76, 290, _FRETS):
            pen.line(outfit.on_body(at([(fret, -7), (fret, 7)])), 0.9, steel.light, Layer.FRONT, BODY, detail=0.2)
        head = at([(298, -8), (312, -17), (352, -14), (360, -2), (350, 10), (298, 8)])
        patch(outfit, head, ramp.dark, ramp.line, Layer.FRONT, (0, 5), 1.1)
        for peg in (314, 328, 342):
            patch(
                outfit,
                at([(peg, -16), (peg + 7, -16), (peg + 7, -25), (peg, -25)]),
                steel.base,
                steel.line,
                Layer.FRONT,
                width=0.6,
            )
        for string in (-4, -1.3, 1.3, 4):
            pen.line(
                outfit.on_body(at([(-54, string), (340, string * 0.8)])),
                0.5,
                steel.shine,
                Layer.FRONT,
                BODY,
                detail=0.2,
            )


PART: Final = AccessoryStyle(
    Accessory.GUITAR,
    draw=draw,
    words={
        "en": "guitar, electric guitar, bass guitar, acoustic guitar, playing guitar, holding guitar, playing the guitar, "
        "ukulele, playing a guitar",
        "ja": "ギター, エレキギター, ギターを弾く, ベース, ギターを持った, ウクレレ",
        "*": "🎸",
    },
    spots=(Spot.HAND,),
)

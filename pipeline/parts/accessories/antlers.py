"""A deer's antlers."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, flipped
from pipeline.drawing.geometry import Attach
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A deer's antlers."""
    ramp, pen = kit.ramp("#9a7350"), kit.pen
    beam = [
        (40, -124),
        (58, -158),
        (92, -186),
        (112, -224),
        (108, -262),
        (122, -226),
        (120, -188),
        (98, -164),
        (74, -144),
        (64, -116),
    ]
    tines = ([(62, -158), (54, -190), (58, -214), (68, -188), (80, -172)], [(100, -190), (94, -220), (84, -240), (104, -224), (116, -204)],
             [(112, -186), (136, -202), (160, -206), (140, -188), (118, -172)])  # fmt: skip
    attach = Attach(turn=0.8)
    for sign in (-1, 1):
        for piece in (*tines, beam):
            shape = flat(flipped(np.array(piece, float), sign), 8)
            tip = 4 if piece is beam else 2
            whole = kit.piece(
                shape,
                kit.gradient(ramp, -262, -116),
                ramp.line,
                attach=attach,
                corners=(0, tip, len(piece) - 1),
                width=1.2,
            )
            with pen.clipped(whole):
                dark = np.vstack(
                    [shape[tip:], (shape[tip:] * 0.5 + shape[: len(shape) - tip][::-1][: len(shape[tip:])] * 0.5)[::-1]]
                )
                pen.fill(dark, ramp.shade, Layer.HEAD_WEAR, attach, (0,), detail=0.1)


PART: Final = AccessoryStyle(
    Accessory.ANTLERS,
    draw=draw,
    words={
        "en": "antler, antlers, deer antler, deer horn, reindeer antler, branch horn, stag antler",
        "ja": "鹿の角, 鹿角, トナカイの角",
        "*": "🦌",
    },
    spots=(
        Spot.EARS,
        Spot.SUPERNATURAL,
    ),
)

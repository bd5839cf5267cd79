"""Goggles pushed up on the hair."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL, Attach
from pipeline.drawing.palette import lch
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Goggles pushed up on the hair."""
    ramp, pen = kit.tones.black, kit.pen
    rim = kit.ramp("#a2753c")
    longitudes = np.linspace(-94, 94, 13)
    down = 0.62 + 0.24 * (np.abs(longitudes) / 94) ** 2
    strap = np.vstack(
        [skull(longitudes, down + 0.06, kit.hair.out * 1.05), skull(longitudes[::-1], down - 0.08, kit.hair.out * 1.05)]
    )
    kit.piece(strap, ramp.base, ramp.line, attach=SKULL, corners=(0, 12, 13, 25))
    turn = Attach(turn=0.95)
    for x in (-34, 34):
        kit.piece(flat(oval(x, -86, 33, 26, 14), 96), rim.base, rim.line, attach=turn, width=1.3)
        lens = kit.piece(flat(oval(x, -86, 24, 18, 14), 98), lch(0.72, 0.09, 215), rim.line, attach=turn, width=1.0)
        with pen.clipped(lens):
            for left, wide in ((-16, 9), (0, 4)):
                bar = np.array(
                    [(x + left, -64), (x + left + 14, -108), (x + left + 14 + wide, -108), (x + left + wide, -64)]
                )
                pen.fill(flat(bar, 99), (255, 255, 255, 110), Layer.HEAD_WEAR, turn, (0, 1, 2, 3))
        pen.fill(flat(oval(x + 6, -70, 20, 4, 10), 97), rim.shade, Layer.HEAD_WEAR, turn)
    kit.piece(
        flat([(-6, -92), (6, -92), (6, -80), (-6, -80)], 97),
        rim.shade,
        rim.line,
        attach=turn,
        corners=(0, 1, 2, 3),
        width=0.9,
    )


PART: Final = AccessoryStyle(
    Accessory.GOGGLES,
    draw=draw,
    words={
        "en": "goggle, goggles on head, ski goggle, swim goggle, aviator goggle, steampunk goggle, "
        "welding goggle, goggles on headwear, swimming goggle, pilot goggle",
        "ja": "ゴーグル, 水泳ゴーグル, スキーゴーグル",
        "*": "🥽",
    },
    crowds_head=True,
)

"""A clear veil that falls from a band over the hair."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.cowls import around_head, mirrored_run
from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL, Attach
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A clear veil that falls from a band over the hair."""
    ramp, pen, y = kit.ramp("#f7f5fb"), kit.pen, kit.figure.shoulder_y
    out = kit.hair.out
    back = np.vstack(
        [
            [(-150, y + 250), (-158, y + 60), (-130, 40)],
            around_head(out * 1.1, 84),
            [(130, 40), (158, y + 60), (150, y + 250)],
        ]
    )
    attach = Attach(head=np.interp(back[:, 1], [90, 300], [1.0, 0.2]), turn=0.15)
    kit.piece(flat(back, -40), fade(ramp.base, 0.82), ramp.deep, Layer.BEHIND, attach, (0, 20), 1.1)
    for x in (-120, -84, 84, 120):
        run = [(x * 0.72, 10), (x * 1.06, y), (x * 1.12, y + 240)]
        pen.stroke(flat(run, -38), 1.3, fade(ramp.deep, 0.6), Layer.BEHIND, Attach(head=0.5, turn=0.15))
    outer = np.vstack([[(-132, 96), (-128, 20)], around_head(out * 1.075, 80), [(128, 20), (132, 96)]])
    inner = mirrored_run([(0, -112), (48, -104), (84, -72), (104, -10), (112, 92)])
    shape = np.vstack([outer, inner[::-1]])
    turn = np.r_[np.full(len(outer), 0.1), np.full(len(inner), 0.5)]
    kit.piece(
        flat(shape, 8),
        fade(ramp.base, 0.55),
        fade(ramp.deep, 0.8),
        attach=Attach(turn=turn),
        corners=(0, 18, 19, 27),
        width=0.9,
    )
    longitudes = np.linspace(-70, 70, 9)
    band = skull(longitudes, 0.44 + 0.2 * (np.abs(longitudes) / 70) ** 2, out * 1.07)
    for lon, point in zip(longitudes, band, strict=True):
        bud = point + np.column_stack([oval(0, 0, 9 - abs(lon) * 0.03, 8 - abs(lon) * 0.03, 10), np.zeros(10)])
        kit.piece(bud, ramp.light, ramp.deep, attach=SKULL, width=0.8)


PART: Final = AccessoryStyle(
    Accessory.VEIL,
    draw=draw,
    words={
        "en": "veil, bridal veil, wedding veil, nun veil, habit, lace veil, mourning veil, mantilla, coif",
        "ja": "ベール, ヴェール, 花嫁のベール, ウェディングベール",
    },
    girlish=True,
)

"""No fringe: the hair runs back from a free forehead."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL
from pipeline.drawing.hair.fringes import OUT, fringe
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.hair.masses import Edge, Style
from pipeline.drawing.pen import Layer
from pipeline.parts.records import Crown, Fringes, HairFrontStyle
from pipeline.types.spec import HairFront


def draw(kit: HairKit) -> None:
    """No fringe: the hair runs back from the hairline; one strand has come loose."""
    half = ((82, 1.10), (74, 1.04), (66, 0.94), (57, 0.83), (44, 0.735), (29, 0.68), (13, 0.685))
    edge: Edge = (
        *(("n" if lon == 82 else "c", -lon, down) for lon, down in half),
        ("c", 0, 0.72),
        *(("n" if lon == 82 else "c", lon, down) for lon, down in half[::-1]),
    )
    fringe(kit, edge, style=Style(ink=0.75, cleft=0.0), light=0.34)
    pen, paints = kit.pen, kit.fringe(0)
    for place in (-52, -36, -21, -7, 8, 22, 37, 53):
        lon = place + kit.jitter(2)
        start = float(np.interp(abs(lon), [0, *(a for a, _ in half[:0:-1])], [0.72, *(d for _, d in half[:0:-1])]))
        run = np.array([skull(lon * (1 - 0.25 * s), start * (1 - s) + 0.06 * s, kit.out * OUT)
                        for s in np.linspace(0, 0.5 + 0.3 * kit.rng.random(), 5)])  # fmt: skip
        pen.line(run, [0.9, 0.75, 0.6, 0.35, 0.08], paints.strand, Layer.FRINGE, SKULL, detail=0.2)
    t = np.linspace(0, 1, 8)
    side = -1 if kit.rng.random() < 0.5 else 1
    kit.skull_lock(side * (14 + 22 * t + 9 * np.sin(np.pi * t)), 0.50 + 0.72 * t, 3.4 * (1 - t) ** 0.7 + 0.3, paints,
                   Layer.FRINGE, out=OUT, sway=Sway(rate=2.6, hang=0.4, start=0.2), strands=0)  # fmt: skip


PART: Final = HairFrontStyle(
    HairFront.SWEPT_BACK,
    draw=draw,
    words={
        "en": "hair swept back, slicked back, slicked back hair, slick back, pushed back hair, hair pushed back, "
        "forehead, exposed forehead",
        "ja": "オールバック, おでこ, デコ出し, でこ出し, 前髪なし",
    },
    weights={Fringes.SHORT: 0.3},
    crown=Crown.SMOOTH,
    forehead=True,
)

"""Ringlets wound like drills on both sides."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.hair.ribbons import drill
from pipeline.drawing.hair.tails import nape
from pipeline.drawing.pen import Layer
from pipeline.parts.records import HairBackStyle
from pipeline.types.spec import Build, HairBack, HairFront


def draw(kit: HairKit) -> None:
    """Ringlets wound like drills on both sides."""
    nape(kit)
    if kit.art.soft:
        for sign in (-1, 1):
            drill(kit, sign, (104, -22), (128, 196 + 70 * kit.length), 33.0)
        return
    turns = 6 + round(2 * kit.length)
    for sign in (-1, 1):
        paints = kit.tail(sign)
        top, step = -26.0, 36.0
        chain = kit.hang((sign * 108, top, -10), (sign * 122, top + step * turns, -10), Sway(rate=1.6, hang=0.45))
        for index in range(turns - 1, -1, -1):
            t = index / (turns - 1)
            x = sign * (112 + 16 * np.sin(np.pi * min(1.0, t * 1.3)))
            y = top + step * index
            half = (30 + 8 * np.sin(np.pi * t)) * (1 - 0.62 * t**2)
            shape = np.array(
                [(-1.0, -0.25), (-0.4, -0.62), (0.5, -0.60), (1.0, -0.1), (0.92, 0.55), (0.2, 0.98), (-0.7, 0.72)]
            )
            points = np.column_stack([x + sign * shape[:, 0] * half, y + shape[:, 1] * step * 0.78, np.full(7, -10.0)])
            fix = Attach(turn=0.25, chain=chain, head=float(np.interp(y, [130, 330], [1.0, 0.7])))
            kit.pen.fill(points, paints.fill, Layer.FRONT_TAILS, fix, (0,))
            under = np.column_stack([x + sign * np.array([0.98, 0.92, 0.2, -0.7, -0.1, 0.5]) * half,
                                     y + np.array([0.05, 0.55, 0.98, 0.72, 0.62, 0.35]) * step * 0.78,
                                     np.full(6, -10.0)])  # fmt: skip
            kit.pen.fill(under, paints.shade, Layer.FRONT_TAILS, fix, (0, 3))
            kit.pen.line(
                np.vstack([points[3:], points[:1]]), [0.6, 1.0, 1.1, 0.9, 0.3], paints.line, Layer.FRONT_TAILS, fix
            )
            kit.pen.line(points[:4], [0.3, 0.7, 0.7, 0.6], paints.line, Layer.FRONT_TAILS, fix)
            shine = np.column_stack([x + sign * np.array([-0.6, -0.1, 0.2, -0.2]) * half,
                                     y + np.array([-0.15, -0.32, -0.12, 0.05]) * step, np.full(4, -10.0)])  # fmt: skip
            kit.pen.fill(shine, paints.shine, Layer.FRONT_TAILS, fix, (0, 2), detail=0.2)


PART: Final = HairBackStyle(
    HairBack.DRILLS,
    draw=draw,
    words={
        "en": "drill hair, drill, twin drill, ringlet, ojou curl",
        "ja": "縦ロール, ドリルヘア, ドリルツインテール, たてロール, ドリル",
    },
    weights={Build.FEMALE: 0.7},
    fronts={HairFront.BLUNT: 2, HairFront.MESSY: 0.1, HairFront.CHOPPY: 0.1},
)

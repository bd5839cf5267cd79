"""Single locks: those before the ears, and the one hair that stands up."""

from __future__ import annotations

import numpy as np

from pipeline.drawing.geometry import Attach, Chain
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray


def face_locks(kit: HairKit, length: float) -> None:
    """Two locks on each side of the face that end at ``length`` (down)."""
    t = np.linspace(0, 1, 9)
    for side in (-1, 1):
        paints = kit.side(side)
        for lon, half, end in ((64.0, 13.0, length), (52.0, 7.5, 1 + (length - 1) * 0.84)):
            run: FloatArray = side * (lon + 6 * t - 7 * np.clip(t - 0.6, 0, 1) ** 2 * 4) + kit.jitter(1.5)
            width: FloatArray = half * np.where(t < 0.55, 1.0, 1.0 - np.clip((t - 0.55) / 0.45, 0, 1) ** 2)
            kit.skull_lock(run, np.linspace(0.15, end, 9), width, paints, Layer.SIDE_HAIR, out=1.0,
                           sway=Sway(rate=2.2, hang=0.6, start=0.45))  # fmt: skip


def draw_ahoge(kit: HairKit) -> None:
    """The one hair that stands up."""
    points = np.array(
        [(-8, -130, 14), (-5, -156, 12), (14, -176, 10), (42, -170, 10), (24, -164, 10), (10, -150, 12), (9, -130, 14)],
        float,
    )
    chain = kit.pen.chain(Chain((0, -130, 14), (38, -170, 10), rate=3.0, damping=0.15, hang=0.0))
    attach = Attach(turn=0.6, chain=chain)
    paints = kit.side(-1)
    kit.pen.fill(points, paints.fill, Layer.HAIR_LIGHT, attach, (3,))
    kit.pen.line(points, [0.5, 1.0, 1.0, 0.3, 0.8, 1.0, 0.5], paints.line, Layer.HAIR_LIGHT, attach, (3,))

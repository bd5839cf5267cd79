"""The hair behind the head."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from pipeline.posers.rig.drawing import Layer
from pipeline.posers.rig.geometry import Attach, mirrored
from pipeline.posers.rig.parts.hair.kit import HairKit, Sway
from pipeline.types.spec import HairBack


def bob(kit: HairKit) -> None:
    """Chin-long, rounded inward: a mass behind and panels beside the face that end in points."""
    pen, bottom = kit.pen, 92 + 50 * kit.length
    wide = 112 * kit.out
    half = np.array(
        [
            (60, -100),
            (wide * 0.97, -50),
            (wide * 1.03, 0),
            (wide * 1.07, 50),
            (wide * 1.06, bottom - 22),
            (wide * 0.86, bottom),
            (40, bottom - 8),
        ],
        float,
    )
    mass = np.vstack([half, mirrored(half)[::-1]])
    chain = kit.hang((0, 20, -20), (0, bottom, -20), Sway(rate=2.0, hang=0.4))
    attach = Attach(turn=0.15, chain=chain)
    paints = kit.back()
    pen.fill(np.column_stack([mass, np.full(len(mass), -12.0)]), paints.fill, Layer.BACK_HAIR, attach, (0, 5, 8, 13))
    t = np.linspace(0, 1, 9)
    for side in (-1, 1):
        for start, end, half_width, low in ((96, 84, 20, bottom + 14), (84, 100, 18, bottom + 4)):
            x = side * (start + (end - start) * t**2 + 14 * np.sin(np.pi * t * 0.9))
            y = -70 + (low + 70) * t
            width = half_width * np.interp(t, [0, 0.15, 0.6, 0.85, 1], [0.5, 0.95, 1.1, 0.75, 0])
            kit.free_lock(np.column_stack([x, y, np.full(9, -2.0)]), width, kit.side(side), Layer.SIDE_HAIR,
                          Attach(turn=0.2), Sway(rate=2.0, hang=0.45, start=0.4), casts=True, strands=2)  # fmt: skip


BACKS: dict[HairBack, Callable[[HairKit], None]] = {HairBack.BOB: bob}

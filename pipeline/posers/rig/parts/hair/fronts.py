"""Fringes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from pipeline.posers.rig.drawing import Layer
from pipeline.posers.rig.parts.hair.kit import HairKit, Sway
from pipeline.types.spec import HairFront


def straight(kit: HairKit) -> None:
    """Pointed bangs to the brows, a little longer at the temples."""
    locks = [
        # root, tip (degrees), half width, length (down), bend
        (-58, -66, 13, 1.30, 3), (58, 67, 13, 1.28, -3), (-40, -49, 14, 1.20, 5), (41, 49, 14, 1.18, -5),
        (-22, -31, 13, 1.09, 4), (25, 33, 13, 1.07, -4), (9, 14, 12, 1.14, -5), (-7, -9, 13, 1.20, 5), (1, 3, 6, 1.06, -3),
    ]  # fmt: skip
    t = np.linspace(0, 1, 8)
    for root, tip, half, length, bend in locks:
        lon = root + (tip - root) * t**1.5 + bend * np.sin(np.pi * t) + kit.jitter(1.5)
        width = half * np.where(t < 0.5, 1.08, 1.08 * (1 - np.clip((t - 0.5) / 0.5, 0, 1) ** 2.0))
        down = np.linspace(0.06, length + kit.jitter(0.03), 8)
        paints = kit.fringe(root)
        if kit.rng.random() < 0.25:
            paints = kit.streaked(paints)
        kit.skull_lock(lon, down, width, paints, Layer.FRINGE, out=1.01, sway=Sway(rate=3.2, hang=0.25, start=0.55))


FRONTS: dict[HairFront, Callable[[HairKit], None]] = {HairFront.STRAIGHT: straight}

"""Tufts that break the head's round outline: what tells short hair from a helmet."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.drawing.figure import SKULL_TOP, SKULL_X, SKULL_Y
from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.pen import Layer

Tuft = tuple[float, float, float, float]
"""Degrees from the top (viewer's right positive), half width in degrees, height in units, lean in degrees."""

_SPIKES: Sequence[Tuft] = (
    (-112, 17, 20, -10), (110, 17, 20, 10), (-88, 19, 32, -12), (87, 19, 31, 12), (-63, 20, 30, -15), (60, 20, 33, 15),
    (-36, 19, 26, -16), (34, 20, 30, 16), (-9, 18, 22, -12), (10, 18, 27, 14),
)  # fmt: skip
_TOUSLED: Sequence[Tuft] = (
    (-104, 15, 13, -9), (103, 15, 15, 9), (-76, 18, 17, -14), (79, 17, 14, 12), (-46, 19, 16, -18), (52, 18, 19, 18),
    (-17, 18, 12, -17), (22, 17, 16, 19), (3, 12, 18, 15),
)  # fmt: skip
_WISPS: Sequence[Tuft] = ((-58, 14, 8, -16), (48, 13, 9, 16), (8, 10, 9, 17), (-94, 12, 8, -9), (92, 12, 8, 9))


def draw_spikes(kit: HairKit) -> None:
    """Draws the crown of spiky hair, higher for long hair."""
    _draw(kit, _SPIKES, 0.75 + 0.5 * kit.length)


def draw_tousled(kit: HairKit, size: float) -> None:
    """Draws tousled tufts all over the crown, higher for messy hair; ``size`` 1 is usual."""
    _draw(kit, _TOUSLED, (0.55 + 0.9 * kit.spec.hair_mess) * size)


def draw_wisps(kit: HairKit) -> None:
    """Draws the few wisps of messy long hair."""
    _draw(kit, _WISPS, 0.55 + 0.9 * kit.spec.hair_mess)


def _draw(kit: HairKit, tufts: Sequence[Tuft], size: float) -> None:
    for place, half, height, lean in tufts:
        turned, tall = place + kit.jitter(4), height * size * kit.rng.uniform(0.8, 1.2)
        lean_now = lean * kit.rng.uniform(0.8, 1.2)
        sign = 1.0 if lean > 0 else -1.0
        # A leaf that grows out of the dome against its lean and bends over: back edge long and round, front edge hollow.
        angles = np.array([-1.35, -0.6, 0.0, 0.05, 0.10, 0.55]) * half * sign
        angles += np.array([0.0, 0.12, 0.55, 1.35, 0.42, 0.1]) * lean_now
        rise = np.array([-9.0, 0.46 * tall, 0.86 * tall, 0.94 * tall, 0.36 * tall, -9.0])
        places = np.radians(turned + angles)
        far = kit.out + rise / 128
        sine, cosine = np.sin(places), np.cos(places)
        x = SKULL_X * far * np.sign(sine) * np.abs(sine) ** 0.93
        y = SKULL_TOP - SKULL_Y * far * np.sign(cosine) * np.abs(cosine) ** 0.97
        shape = np.column_stack([x, y, np.zeros(6)])
        root = tuple((shape[0] + shape[5]) / 2)
        chain = kit.hang(root, tuple(shape[3]), Sway(rate=3.4, damping=0.3, hang=0.0))
        attach = Attach(turn=0.12, chain=chain, give=0.6)
        paints = kit.fringe(turned) if abs(turned) < 60 else kit.side(turned)
        kit.pen.fill(shape, paints.fill, Layer.HAIR_LIGHT, attach, (0, 3, 5), casts=True)
        if sign > 0:
            kit.pen.fill(shape[[3, 4, 5, 2]], paints.shade, Layer.HAIR_LIGHT, attach, (0, 2))
        kit.pen.line(shape, [0.05, 0.8, 0.9, 0.35, 0.85, 0.05], paints.line, Layer.HAIR_LIGHT, attach, (3,))

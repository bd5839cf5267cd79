"""Tufts that break the head's round outline: what tells short hair from a helmet."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.drawing.figure import SKULL_TOP, SKULL_X, SKULL_Y
from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.gloss import Slivers, light_of, sides
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray

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
_LOCK_SPIKES: Sequence[Tuft] = (
    (-116, 11, 20, -12), (114, 11, 20, 12), (-96, 12, 30, -13), (95, 12, 28, 13), (-72, 13, 34, -15), (70, 13, 34, 15),
    (-46, 13, 34, -16), (44, 13, 36, 16), (-20, 12, 36, -14), (18, 12, 38, 15), (-4, 9, 30, -9),
)  # fmt: skip
_LOCK_TOUSLED: Sequence[Tuft] = (
    (-116, 10, 13, -10), (115, 10, 14, 10), (-94, 11, 16, -12), (96, 11, 15, 12), (-70, 12, 20, -14), (73, 12, 18, 13),
    (-44, 12, 20, -16), (48, 12, 21, 16), (-18, 11, 22, -15), (24, 11, 20, 16), (4, 8, 24, 12), (-8, 7, 17, -8),
)  # fmt: skip
_LOCK_WISPS: Sequence[Tuft] = ((-58, 9, 8, -14), (48, 9, 9, 15), (8, 7, 9, 14), (-94, 8, 8, -9), (92, 8, 8, 9))
_ENDS: Sequence[Tuft] = ((-80, 6, 5, -8), (68, 7, 6, 9))
_WISPS: Sequence[Tuft] = ((-58, 14, 8, -16), (48, 13, 9, 16), (8, 10, 9, 17), (-94, 12, 8, -9), (92, 12, 8, 9))


def draw_spikes(kit: HairKit) -> None:
    """Draws the crown of spiky hair, higher for long hair."""
    _draw(kit, _LOCK_SPIKES if kit.art.locks else _SPIKES, 0.75 + 0.5 * kit.length)


def draw_tousled(kit: HairKit, size: float) -> None:
    """Draws tousled tufts all over the crown, higher for messy hair; ``size`` 1 is usual."""
    _draw(kit, _LOCK_TOUSLED if kit.art.locks else _TOUSLED, (0.55 + 0.9 * kit.spec.hair_mess) * size)


def draw_wisps(kit: HairKit) -> None:
    """Draws the few wisps of messy long hair."""
    _draw(kit, _LOCK_WISPS if kit.art.locks else _WISPS, 0.55 + 0.9 * kit.spec.hair_mess)


def draw_ends(kit: HairKit) -> None:
    """Draws what even well-combed hair has: two ends that leave the dome by a little."""
    _draw_locks(kit, _ENDS, 0.8)


def _draw(kit: HairKit, tufts: Sequence[Tuft], size: float) -> None:
    (_draw_locks if kit.art.locks else _draw_leaves)(kit, tufts, size)


def _draw_locks(kit: HairKit, tufts: Sequence[Tuft], size: float) -> None:
    """Tufts as locks that lie on the dome, run outward along it and leave it with their tips."""
    t = np.linspace(0, 1, 8)
    for place, half, height, lean in tufts:
        turned, tall = place + kit.jitter(4), height * size * kit.rng.uniform(0.8, 1.25)
        sign = 1.0 if lean > 0 else -1.0
        angles = turned + sign * np.interp(t, [0, 0.35, 0.7, 1], [-34, -18, -3, abs(lean) * kit.rng.uniform(0.8, 1.3)])
        far = kit.out + np.interp(t, [0, 0.3, 0.6, 0.8, 1], [-0.13, -0.045, -0.02, 0.35 * tall / 128, tall / 128])
        run = _on_dome(np.radians(angles), far)
        wide = half * (0.75 + 0.25 * size) * np.interp(t, [0, 0.3, 0.6, 0.85, 1], [0.35, 0.95, 1.0, 0.55, 0.0])
        across = sides(run) * wide[:, None]
        if across[4, 0] > 0:
            across = -across
        attach, near_top = Attach(turn=0.12), abs(turned) < 60
        paints = kit.fringe(turned) if near_top else kit.side(turned)
        kit.lock(run + across, run - across, paints, Layer.HAIR_LIGHT, attach,
                 Sway(rate=3.4, damping=0.3, hang=0.0, start=0.35), shade=0.5 if sign > 0 else 0.25, strands=0,
                 ink=1.5)  # fmt: skip
        light = Slivers(kit, Layer.HAIR_LIGHT, attach)
        lit = run + across * (0.55 if sign < 0 else 0.5)
        light.add(lit[2:7], 1.3, light_of(kit.ramp(turned), 0.6 if turned < 10 else 0.3), detail=0.2)
        light.paint()


def _on_dome(angles: FloatArray, far: FloatArray) -> FloatArray:
    """Points [n, 3] around the head: radians from the top, and distances from the skull's middle (1 lies on it)."""
    sine, cosine = np.sin(angles), np.cos(angles)
    x = SKULL_X * far * np.sign(sine) * np.abs(sine) ** 0.93
    y = SKULL_TOP - SKULL_Y * far * np.sign(cosine) * np.abs(cosine) ** 0.97
    return np.column_stack([x, y, np.zeros(len(angles))])


def _draw_leaves(kit: HairKit, tufts: Sequence[Tuft], size: float) -> None:
    for place, half, height, lean in tufts:
        turned, tall = place + kit.jitter(4), height * size * kit.rng.uniform(0.8, 1.2)
        lean_now = lean * kit.rng.uniform(0.8, 1.2)
        sign = 1.0 if lean > 0 else -1.0
        # A leaf that grows out of the dome against its lean and bends over: back edge long and round, front edge hollow.
        angles = np.array([-1.35, -0.6, 0.0, 0.05, 0.10, 0.55]) * half * sign
        angles += np.array([0.0, 0.12, 0.55, 1.35, 0.42, 0.1]) * lean_now
        rise = np.array([-9.0, 0.46 * tall, 0.86 * tall, 0.94 * tall, 0.36 * tall, -9.0])
        shape = _on_dome(np.radians(turned + angles), kit.out + rise / 128)
        root = tuple((shape[0] + shape[5]) / 2)
        chain = kit.hang(root, tuple(shape[3]), Sway(rate=3.4, damping=0.3, hang=0.0))
        attach = Attach(turn=0.12, chain=chain, give=0.6)
        paints = kit.fringe(turned) if abs(turned) < 60 else kit.side(turned)
        kit.pen.fill(shape, paints.fill, Layer.HAIR_LIGHT, attach, (0, 3, 5), casts=True)
        if sign > 0:
            kit.pen.fill(shape[[3, 4, 5, 2]], paints.shade, Layer.HAIR_LIGHT, attach, (0, 2))
        kit.pen.line(shape, [0.05, 0.8, 0.9, 0.35, 0.85, 0.05], paints.line, Layer.HAIR_LIGHT, attach, (3,))

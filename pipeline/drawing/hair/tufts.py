"""Tufts that break the head's round outline: what tells short hair from a helmet."""

from __future__ import annotations

import random
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
Tip = tuple[float, float, float]
"""Degrees from the top, half width in degrees, height in units: a lock that leans away from the whorl."""

_LOCK_SPIKES: Sequence[Tip] = (
    (-118, 13, 14), (116, 13, 15), (-98, 15, 20), (97, 15, 19), (-74, 16, 26), (72, 16, 24), (-49, 16, 27), (47, 16, 29),
    (-24, 14, 27), (22, 14, 24), (-2, 12, 31),
)  # fmt: skip
_LOCK_TOUSLED: Sequence[Tip] = (
    (-118, 11, 10), (117, 11, 11), (-98, 12, 14), (99, 12, 12), (-73, 13, 16), (76, 13, 17), (-46, 13, 15), (50, 13, 18),
    (-20, 10, 15), (25, 11, 13), (1, 9, 22),
)  # fmt: skip
_LOCK_WISPS: Sequence[Tip] = ((-60, 9, 7), (46, 9, 8), (4, 8, 10), (-94, 8, 7), (92, 8, 7))
_ENDS: Sequence[Tip] = ((-82, 6, 5), (70, 7, 6))
_WISPS: Sequence[Tuft] = ((-58, 14, 8, -16), (48, 13, 9, 16), (8, 10, 9, 17), (-94, 12, 8, -9), (92, 12, 8, 9))


def draw_spikes(kit: HairKit) -> None:
    """Draws the crown of spiky hair, higher for long hair."""
    _draw(kit, _LOCK_SPIKES, _SPIKES, 0.75 + 0.5 * kit.length)


def draw_tousled(kit: HairKit, size: float) -> None:
    """Draws tousled tufts all over the crown, higher for messy hair; ``size`` 1 is usual."""
    _draw(kit, _LOCK_TOUSLED, _TOUSLED, (0.55 + 0.9 * kit.spec.hair_mess) * size)


def draw_wisps(kit: HairKit) -> None:
    """Draws the few wisps of messy long hair."""
    _draw(kit, _LOCK_WISPS, _WISPS, 0.55 + 0.9 * kit.spec.hair_mess)


def draw_ends(kit: HairKit) -> None:
    """Draws what even well-combed hair has: two ends that leave the dome by a little."""
    _draw_locks(kit, _ENDS, 0.8)


def _draw(kit: HairKit, locks: Sequence[Tip], leaves: Sequence[Tuft], size: float) -> None:
    if kit.art.locks:
        _draw_locks(kit, locks, size)
    else:
        _draw_leaves(kit, leaves, size)


def _draw_locks(kit: HairKit, tips: Sequence[Tip], size: float) -> None:
    """Tufts as locks that lie on the dome, run away from the whorl and leave the outline with their tips. Near the whorl
    they are short and stand; down the sides they are long and lie.
    """
    t = np.linspace(0, 1, 8)
    dice = random.Random(kit.spec.seed * 389 + 29)
    whorl = dice.choice((-1, 1)) * dice.uniform(8, 20)
    for place, half, height in tips:
        turned, tall = place + kit.jitter(4), height * size * kit.rng.uniform(0.75, 1.25)
        sign = 1.0 if turned > whorl else -1.0
        lying = float(np.interp(abs(turned - whorl), [0, 25, 75], [0.30, 0.62, 1.0]))
        end = 15 * kit.rng.uniform(0.8, 1.3)
        if kit.art.soft:
            angles = turned + sign * lying * np.interp(t, [0, 0.35, 0.7, 1], [-46, -24, -3, end])
            rise = [-0.10 - 0.08 * lying, -0.095, -0.05, 0.02 + 0.16 * tall / 128, 0.78 * tall / 128]
            swell = np.interp(t, [0, 0.3, 0.55, 0.8, 1], [0.30, 0.85, 0.92, 0.55, 0.0])
        else:
            angles = turned + sign * lying * np.interp(t, [0, 0.35, 0.7, 1], [-36, -19, -3, end])
            rise = [-0.09 - 0.06 * lying, -0.10, -0.075, 0.30 * tall / 128, tall / 128]
            swell = np.interp(t, [0, 0.3, 0.6, 0.85, 1], [0.35, 0.95, 1.0, 0.55, 0.0])
        run = _on_dome(np.radians(angles), kit.out + np.interp(t, [0, 0.3, 0.6, 0.8, 1], rise))
        wide = half * (0.75 + 0.25 * size) * swell
        across = sides(run) * wide[:, None]
        if across[4, 0] > 0:
            across = -across
        attach, near_top = Attach(turn=0.12), abs(turned) < 60
        paints = kit.fringe(turned) if near_top else kit.side(turned)
        kit.lock(run + across, run - across, paints, Layer.HAIR_LIGHT, attach,
                 Sway(rate=3.4, damping=0.3, hang=0.0, start=0.35), shade=0.5 if sign > 0 else 0.25, strands=0,
                 ink=1.35, free=0.5)  # fmt: skip
        light = Slivers(kit, Layer.HAIR_LIGHT, attach)
        lit = run + across * (0.55 if sign < 0 else 0.5)
        light.add(lit[3:7], 0.9, light_of(kit.ramp(turned), 0.5 if turned < 10 else 0.25), detail=0.2)
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

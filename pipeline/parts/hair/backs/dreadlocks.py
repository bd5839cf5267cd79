"""Ropes of hair that hang from the dome to the shoulders."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL, Attach
from pipeline.drawing.hair.gloss import Slivers, leaf, light_of
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.hair.ropes import draw_ropes
from pipeline.drawing.hair.tails import nape
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.parts.records import HairBackStyle
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Build, HairBack, HairFront, HairSide

_BEHIND: Final = ((24, 0.92), (48, 1.0), (70, 0.96), (88, 0.9))
_BESIDE: Final = ((88, 0.80), (100, 0.92), (76, 0.66))
"""x of each rope's root at the viewer's right, and its length as a share."""


def draw(kit: HairKit) -> None:
    """Ropes behind the neck and beside the face."""
    nape(kit)
    if kit.art.massed:
        draw_ropes(kit)
        return
    fall = 110 + 130 * kit.length
    for sign in (-1, 1):
        for x, share in _BEHIND:
            _rope(kit, sign * x, 20.0, 20.0 + fall * share, sign, Layer.BACK_TAILS, 11.0)
        for x, share in _BESIDE:
            _rope(kit, sign * x, -52.0 + 0.6 * abs(x - 88), 30.0 + fall * share * 0.8, sign, Layer.SIDE_HAIR, 8.5)
    if kit.art.soft:
        for longitude, down in _OVER:
            _crown_rope(kit, longitude + kit.jitter(2), down + kit.jitter(0.05))


_OVER: Final = (
    (-84, 1.5), (84, 1.46), (-68, 1.62), (68, 1.66), (-50, 1.30), (50, 1.34), (-34, 1.02), (33, 0.98), (-17, 0.90),
    (16, 0.94), (-1, 0.88), (-58, 1.46), (59, 1.44), (-42, 1.14), (42, 1.12),
)  # fmt: skip
"""Ropes that run over the crown, back to front: longitude and ``down`` of their ends; none hangs before an eye."""


def _crown_rope(kit: HairKit, longitude: float, down: float) -> None:
    """A rope from the crown over the hairline, on the fringe."""
    t = np.linspace(0, 1, 9)
    way = longitude * (0.55 + 0.45 * t**0.7) + 3 * np.sin(2 * np.pi * t)
    path = skull(way, 0.14 + (down - 0.14) * t, kit.out * (1.02 + 0.05 * np.sin(np.pi * t)))
    chain = kit.hang(tuple(path[4]), tuple(path[-1]), Sway(rate=2.2, damping=0.32, hang=0.5), SKULL)
    _wound(kit, path, 8.6, Layer.HAIR_LIGHT, Attach(turn=0.85, wrap=True, chain=chain), dark=False)


def _rope(kit: HairKit, x: float, top: float, low: float, sign: int, layer: Layer, half: float) -> None:
    """One rope that hangs beside the head or behind it."""
    low += kit.jitter(14)
    t = np.linspace(0, 1, 9)
    path = np.column_stack(
        [x + sign * 15 * np.sin(np.pi * t * 0.8) + kit.jitter(3), top + (low - top) * t, np.full(9, -8.0)]
    )
    chain = kit.hang(tuple(path[0]), tuple(path[-1]), Sway(rate=1.6, damping=0.32, hang=0.6))
    _wound(kit, path, half, layer, Attach(turn=0.4, wrap=True, chain=chain), dark=layer is Layer.BACK_TAILS)


def _wound(kit: HairKit, path: FloatArray, half: float, layer: Layer, attach: Attach, *, dark: bool) -> None:
    """A rope along a path [9, 3], ringed, with a rounded tip."""
    pen, ramp = kit.pen, kit.ramp(float(path[0, 0]))
    top, low = float(path[0, 1]), float(path[-1, 1])
    wide = half * np.array([0.8, 1, 1, 1, 1, 1, 0.95, 0.85, 0.55])
    curve = pen.fill(leaf(path, wide), ramp.shade if dark else ramp.base, layer, attach, casts=not dark)
    with pen.clipped(curve):
        side = path + np.array([half * 0.75, 0, 0])
        pen.line(side, half * 0.5, ramp.deep if dark else ramp.shade, layer, attach)
        for y in np.arange(top + 16, low - 8, 17):
            at, z = (float(np.interp(y, path[:, 1], path[:, axis])) for axis in (0, 2))
            ring = [(at - half, y - 2, z), (at, y + 4, z), (at + half, y - 3, z)]
            pen.line(ring, [0.3, 1.0, 0.3], fade(ramp.dark, 0.75), layer, attach, detail=0.15)
    if kit.art.soft:
        light = Slivers(kit, layer, attach)
        light.add((path - np.array([half * 0.45, 0, 0]))[1:6], half * 0.16, light_of(ramp, 0.2 if dark else 0.6))
        light.paint()
    outline = leaf(path, wide)
    pen.line(np.vstack([outline, outline[:1]]), 0.95, ramp.line, layer, attach)


PART: Final = HairBackStyle(
    HairBack.DREADLOCKS,
    draw=draw,
    words={
        "en": "dreadlock, dread, loc, dreadlocks hair, rasta hair",
        "ja": "ドレッド, ドレッドヘア, ドレッドロックス",
    },
    weights={Build.FEMALE: 0.1, Build.MALE: 0.3},
    fringes=None,
    fronts={HairFront.SWEPT_BACK: 1},
    sides={HairSide.NONE: 1},
    wave=(0.0, 0.2),
)

"""Ropes of matted hair: soft tubes, uneven in thickness, with a few turns that show where the hair is wound."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL, Attach
from pipeline.drawing.hair.gloss import Slivers, leaf, light_of, sides
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.palette import fade, mix
from pipeline.drawing.pen import Layer, Linear
from pipeline.types.arrays import FloatArray

_COUNT: Final = 9
_T: Final = np.linspace(0, 1, _COUNT)
_OVER: Final = (
    (0.14, 82, 2.14, 9.0), (0.26, 92, 1.90, 9.0), (0.37, 70, 2.0, 9.5), (0.45, 83, 2.10, 6.5),
    (0.52, 62, 1.74, 8.5), (0.60, 71, 1.86, 6.5), (0.68, 53, 1.52, 8.0),
)  # fmt: skip
"""Ropes on both sides of the parting, back to front: ``down`` of their roots, longitude and ``down`` of their ends, half width."""
_BEHIND: Final = ((22.0, 0.92, 11.0), (46.0, 1.0, 12.0), (64.0, 1.04, 10.0), (85.0, 0.88, 11.0))
"""Ropes behind the neck: x at the viewer's right, share of the length, half width."""
_ROOTS: Final = -14.0
"""y of theirs."""
_FREE: Final = 0.5
"""The share of a rope from which it hangs."""


def draw_ropes(kit: HairKit) -> None:
    """Ropes behind the neck, and on both sides of a parting ropes that run over the head and hang beside the face."""
    fall = 110 + 130 * kit.length
    _dark_within(kit)
    for sign in (-1, 1):
        for x, share, half in _BEHIND:
            low = 20.0 + fall * share + kit.jitter(16)
            _hanging(kit, sign * (x + kit.jitter(4)), low, half * kit.rng.uniform(0.85, 1.1), sign)
    parting, longer = 9.0 * kit.combed, 0.55 * (kit.length - 0.5)
    for root, longitude, down, half in _OVER:
        for sign in (-1, 1):
            end = down + kit.jitter(0.07) + longer * max(0.0, down - 1.4) * 2
            _lying(
                kit,
                parting,
                root + kit.jitter(0.02),
                sign * (longitude + kit.jitter(3)),
                end,
                half * kit.rng.uniform(0.85, 1.15),
            )


def _dark_within(kit: HairKit) -> None:
    """The dark between the ropes beside a head and its ears."""
    ramp, attach = kit.ramp(), Attach(turn=0.12)
    half = np.array([(110, -60), (113, -10), (107, 40), (86, 86), (40, 104)], float)
    flat = np.vstack([half, (half * [-1, 1])[::-1]])
    axis = kit.pen.axis((0, -40, -14), (0, 100, -14), attach)
    paint = Linear(((0.0, ramp.deep), (0.6, mix(ramp.deep, ramp.dark, 0.6)), (1.0, ramp.dark)), axis)
    kit.pen.fill(np.column_stack([flat, np.full(len(flat), -14.0)]), paint, Layer.BACK_HAIR, attach, (0, len(flat) - 1))


def _hanging(kit: HairKit, x: float, low: float, half: float, sign: int) -> None:
    """A rope in the shade behind the neck."""
    bow = sign * 9 * np.sin(np.pi * _T * 0.8) + kit.jitter(5) * np.sin(2 * np.pi * _T)
    path = np.column_stack([x + bow, _ROOTS + (low - _ROOTS) * _T, np.full(_COUNT, -8.0)])
    chain = kit.hang(tuple(path[0]), tuple(path[-1]), Sway(rate=1.6, damping=0.32, hang=0.6))
    _tube(kit, path, half, Layer.BACK_TAILS, Attach(turn=0.4, wrap=True, chain=chain), dark=True)


def _lying(kit: HairKit, parting: float, root: float, longitude: float, down: float, half: float) -> None:
    """A rope from the parting over the head and down beside the face."""
    sign = 1 if longitude > parting else -1
    gone = np.clip(_T / 0.55, 0, 1)
    begin = parting + sign * 2.0 / max(root, 0.12)
    lon = begin + (longitude - begin) * np.sin(gone * np.pi / 2) ** 0.9
    lon = lon + kit.jitter(3.0) * np.sin(2 * np.pi * _T) * _T
    path = skull(lon, root + (down - root) * _T**1.15, kit.out * (1.0 + 0.06 * np.sin(np.pi * np.clip(_T * 1.4, 0, 1))))
    chain = kit.hang(tuple(path[4]), tuple(path[-1]), Sway(rate=2.0, damping=0.32, hang=0.5, start=_FREE), SKULL)
    _tube(kit, path, half, Layer.HAIR_LIGHT, Attach(turn=0.85, wrap=True, chain=chain, give=0.6), dark=False, root=0.55)


def _tube(
    kit: HairKit, path: FloatArray, half: float, layer: Layer, attach: Attach, *, dark: bool, root: float = 0.8
) -> None:
    """A rope along a path [9, 3]: round by a gradient across it, its thickness uneven, its tip rounded."""
    pen, ramp, rng = kit.pen, kit.ramp(float(path[-1, 0])), kit.rng
    uneven = 1 + 0.09 * np.sin(_T * rng.uniform(13, 19) + rng.uniform(0, 6))
    wide = half * np.interp(_T, [0, 0.2, 0.75, 0.93, 1], [root, 1.0, 0.95, 0.8, 0.45]) * uneven
    across = sides(path)
    outline = leaf(path, wide)
    fill = mix(ramp.shade, ramp.deep, 0.35) if dark else kit.fringe(float(path[-1, 0])).fill
    whole = pen.fill(outline, fill, layer, attach, casts=not dark)
    with pen.clipped(whole):
        for part in (slice(0, None),) if dark else (slice(0, 5), slice(4, None)):
            _round(kit, path[part], across[part] * wide[part, None], layer, attach, dark=dark)
    turns = Slivers(kit, layer, attach)
    place = rng.uniform(0.12, 0.3)
    while place < 0.93:
        centre, side = (
            np.array([np.interp(place, _T, line[:, column]) for column in range(3)]) for line in (path, across)
        )
        reach, along = float(np.interp(place, _T, wide)), np.array([-side[1], side[0], 0.0])
        bend = rng.uniform(0.25, 0.5) * reach
        t = np.linspace(-1, 1, 5)[:, None] * rng.uniform(0.8, 1.0)
        run = centre + side * reach * t + along * bend * (1 - t**2) + along * 0.35 * reach * t
        turns.add(run, rng.uniform(0.6, 1.4), fade(ramp.dark if dark else ramp.deep, rng.uniform(0.5, 0.85)), 0.7, 0.12)
        if not dark and rng.random() < 0.5:
            turns.add(run[:4] - along * 2.6, 0.9, light_of(ramp, 0.5), 0.4, 0.12)
        place += rng.uniform(0.19, 0.36)
    with pen.clipped(whole):
        turns.paint()
    ink = np.vstack([outline, outline[:1]])
    swell = np.r_[0.1, np.interp(np.arange(1, len(outline)), [1, 8, 15], [0.35, 0.8, 0.35]), 0.1]
    pen.line(ink, swell, mix(ramp.line, ramp.deep, 0.3), layer, attach)


def _round(kit: HairKit, path: FloatArray, across: FloatArray, layer: Layer, attach: Attach, *, dark: bool) -> None:
    """Shadow along the side of a rope [n, 3] that turns away from the lamp, light along the other."""
    ramp = kit.ramp(float(path[-1, 0]))
    away = across if across[len(across) // 2] @ _AWAY > 0 else -across
    kit.wedge(
        path + 1.1 * away, path - 0.15 * away, ramp.dark if dark else kit.shadow(float(path[-1, 0])), layer, attach, 0.9
    )
    if not dark:
        kit.wedge(path - 0.75 * away, path - 0.05 * away, ramp.light, layer, attach, 0.6)


_AWAY: Final = np.array([0.75, 0.66, 0.0])
"""Away from the lamp, on the picture."""

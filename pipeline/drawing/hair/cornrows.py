"""Cornrows: braids that lie close to the head, from the hairline back, with the scalp between them, and hang behind the neck."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.figure import SKULL_TOP, SKULL_X, SKULL_Y, skull
from pipeline.drawing.geometry import OUTLINE, SKULL, Attach
from pipeline.drawing.hair.gloss import Slivers, light_of, sides
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.hair.scalp import draw_faded
from pipeline.drawing.palette import fade, mix
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray

_ROWS: Final = (-66.0, 66.0, -51.0, 51.0, -37.0, 37.0, -23.5, 23.5, -11.0, 11.0, 0.5)
"""Degrees from the middle at which they begin, the outer ones first."""
_LINKS: Final = 8
_OUT: Final = 0.94
"""How far they lie from the skull's middle."""
_TAILS: Final = ((26.0, 0.9), (48.0, 1.0), (68.0, 0.92))
"""Braids behind the neck: x at the viewer's right, share of the length."""
_TOP: Final = 34.0


def draw_cornrows(kit: HairKit) -> None:
    """The scalp, the braids behind the neck, and those that lie on the head."""
    draw_faded(kit, 0.45)
    fall = 70.0 + 120.0 * kit.length
    t = np.linspace(0, 1, 4 * _LINKS + 1)
    for x, share in _TAILS:
        for sign in (-1, 1):
            low = 50.0 + fall * share + kit.jitter(10)
            bow = x + 6 * np.sin(np.pi * t) + kit.jitter(3)
            path = np.column_stack([sign * bow, _TOP + (low - _TOP) * t, np.full(len(t), -10.0)])
            chain = kit.hang(tuple(path[0]), tuple(path[-1]), Sway(rate=1.8, damping=0.32, hang=0.6))
            _braid(kit, path, 7.5, Layer.BACK_TAILS, Attach(turn=0.3, wrap=True, chain=chain), dark=True)
    # They go out of sight over the head's outline, a little of them stands out there.
    angle = np.radians(np.linspace(-112, 112, 23))
    outline = np.column_stack(
        [SKULL_X * 0.945 * np.sin(angle), SKULL_TOP - SKULL_Y * 0.98 * np.cos(angle), np.zeros(len(angle))]
    )
    with kit.pen.clipped(kit.pen.shape(outline, OUTLINE)):
        for longitude in _ROWS:
            lon = longitude + kit.jitter(1.0)
            begin = 0.80 + 0.16 * (lon / 70) ** 2
            end = 0.02 + min(abs(lon) * 1.15, 62.0) / 90.0
            back = lon + (98.0 * float(np.tanh(lon / 30.0)) - lon) * t**1.4
            path = skull(back, begin + (end - begin) * t, _OUT + 0.08 * t**2)
            _braid(kit, path, 6.8, Layer.HAIR_LIGHT, SKULL, dark=False)


def _braid(kit: HairKit, path: FloatArray, half: float, layer: Layer, attach: Attach, *, dark: bool) -> None:
    """A braid along a path [4 links + 1, 3]: bulges on both sides, and a notch in the middle of each link."""
    pen, ramp = kit.pen, kit.ramp(float(path[0, 0]))
    at = np.arange(len(path))
    bulge = 0.84 + 0.16 * np.abs(np.sin(np.pi * at / 4))
    wide = half * bulge * np.interp(at / at[-1], [0, 0.08, 0.8, 1], [0.45, 1.0, 0.9, 0.5])
    across = sides(path) * wide[:, None]
    left, right = path - across, path + across
    shape = np.vstack([left, right[::-1]])
    fill = mix(ramp.shade, ramp.deep, 0.5) if dark else ramp.base
    pen.fill(shape, fill, layer, attach, (0, len(left) - 1, len(left), len(shape) - 1))
    notches, lights = Slivers(kit, layer, attach), Slivers(kit, layer, attach)
    for link in range(0, len(path) - 4, 4):
        deep = fade(ramp.dark if dark else ramp.deep, 0.85)
        for edge in (left, right):
            run = np.array([edge[link], (edge[link] + path[link + 2]) / 2, path[link + 3]])
            notches.add(run, 0.9, deep, 0.4, 0.08)
        if not dark:
            lit = left if path[link, 0] < 0 else right
            bow = np.array([path[link + 1] * 0.5 + lit[link + 1] * 0.5, path[link + 2] * 0.4 + lit[link + 2] * 0.6,
                            path[link + 3] * 0.4 + lit[link + 3] * 0.6])  # fmt: skip
            lights.add(bow, 1.2, light_of(ramp, 0.5), 0.5, 0.12)
    notches.paint()
    lights.paint()
    pen.line(shape[: len(left)], 0.55, ramp.line, layer, attach, detail=0.1)
    pen.line(right, 0.7, ramp.line, layer, attach, detail=0.1)

"""A head without a dome of hair: the scalp, bare or close-cropped."""

from __future__ import annotations

import numpy as np

from pipeline.drawing.figure import SKULL_TOP, SKULL_X, SKULL_Y, skull
from pipeline.drawing.geometry import OUTLINE, SKULL, Attach
from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.palette import Colour, fade, mix
from pipeline.drawing.pen import Layer, Linear, Paint
from pipeline.types.arrays import FloatArray

_OUT = 0.95
"""The scalp's distance from the skull's middle: hair lies on 1.0 and more."""


def _dome(half: float, count: int = 17) -> FloatArray:
    """The scalp's outline from the viewer's left to right, [count, 3]; ``half``: degrees from the top."""
    angle = np.radians(np.linspace(-half, half, count))
    sine, cosine = np.sin(angle), np.cos(angle)
    x = SKULL_X * _OUT * 0.96 * np.sign(sine) * np.abs(sine) ** 0.93
    y = SKULL_TOP - SKULL_Y * _OUT * np.sign(cosine) * np.abs(cosine) ** 0.97
    return np.column_stack([x, y, np.zeros(count)])


_TO_THE_NAPE = ((93.0, 12.0, -10.0), (82.0, 32.0, -16.0), (62.0, 46.0, -20.0), (36.0, 54.0, -20.0))
"""How the outline goes on at the viewer's right."""


def _behind(top: FloatArray) -> FloatArray:
    """The outline of the back of a head whose dome is ``top`` [n, 3]."""
    below = np.array(_TO_THE_NAPE)
    return np.vstack([(below * [-1, 1, 1])[::-1], top, below])


def _far_side(kit: HairKit, top: FloatArray, wide: float, high: float) -> FloatArray:
    """The side of a head away from the light, between its outline [n, 3] and a smaller one; it begins in a point where
    hair is drawn in large masses.
    """
    edge = top[9:]
    way = np.linspace(0, 1, len(edge))[:, None] ** 0.6 if kit.art.massed else 1.0
    return np.vstack([edge, (edge * (1 - way * (1 - np.array([wide, high, 1.0]))))[::-1]])


def draw_scalp(kit: HairKit) -> None:
    """The bare head, which melts into the forehead, with the light on it."""
    pen, skin = kit.pen, kit.tones.skin
    top = _dome(94)
    if kit.art.massed:
        rear = _behind(top)
        pen.fill(rear, skin.base, Layer.BACK_HAIR, OUTLINE, (0, len(rear) - 1))
        swell = np.interp(np.linspace(0, 1, len(rear)), [0, 0.2, 0.5, 0.8, 1], [0.1, 0.7, 0.9, 1.0, 0.1])
        pen.line(rear, swell, skin.line, Layer.BACK_HAIR, OUTLINE)
    else:
        rear = np.vstack([top, [(84, 40, -20), (-84, 40, -20)]])
        pen.fill(rear, skin.base, Layer.BACK_HAIR, OUTLINE, (0, 16, 17, 18))
    forehead = pen.axis((0, -70, 60), (0, -18, 70))
    melting = Linear(((0, skin.base), (0.35, skin.base), (1, fade(skin.base, 0.0))), forehead)
    low = skull(np.linspace(88, -88, 7), np.full(7, 0.9), 0.93)
    attach = Attach(turn=np.r_[np.zeros(17), np.ones(7)], wrap=True)
    cap = pen.fill(np.vstack([top, low]), melting, Layer.CAP, attach, (0, 16, 17, 23))
    with pen.clipped(cap):
        side = _far_side(kit, top, 0.74, 0.92)
        shade: Paint = fade(skin.shade, 0.8)
        if kit.art.massed:
            shade = Linear(((0, skin.shade), (0.4, fade(skin.shade, 0.8)), (1, fade(skin.shade, 0.0))), forehead)
        pen.fill(side, shade, Layer.CAP, OUTLINE, (0, 7, 8))
        gleam = skull([-38, -30, -16, -10, -20, -32], [0.42, 0.30, 0.24, 0.30, 0.40, 0.50], 0.94)
        pen.fill(gleam, fade(skin.shine, 0.8), Layer.CAP, SKULL)
    swell = np.interp(np.linspace(0, 1, 17), [0, 0.3, 0.75, 1], [0.3, 1.2, 1.7, 0.3])
    pen.line(top, swell, skin.line, Layer.CAP, OUTLINE)


def draw_cropped(
    kit: HairKit, hairline: tuple[float, ...] = (1.24, 1.16, 0.93, 0.84, 0.82, 0.84, 0.93, 1.16, 1.24)
) -> None:
    """Hair of a few millimetres on the scalp, down to ``hairline`` (see ``skull``) from the viewer's left to right."""
    pen, ramp = kit.pen, kit.ramp()
    draw_scalp(kit)
    shade: Colour = mix(ramp.base, kit.tones.skin.shade, 0.16)
    dark: Colour = mix(ramp.shade, kit.tones.skin.deep, 0.2)
    top = _dome(99)
    edge = len(hairline)
    line = skull(np.linspace(96, -96, edge), hairline[::-1], 0.95)
    attach = Attach(turn=np.r_[np.zeros(17), np.ones(edge)], wrap=True)
    cap = pen.fill(np.vstack([top, line]), shade, Layer.CAP, attach, (0, 16, 17, 19, 23, 16 + edge), casts=False)
    with pen.clipped(cap):
        side = np.vstack([top[8:], (top[8:] * [0.66, 0.86, 1.0])[::-1]])
        pen.fill(side, dark, Layer.CAP, OUTLINE, (0, 8, 9))
        light = skull([-44, -34, -14, -4, -18, -36], [0.46, 0.32, 0.24, 0.30, 0.42, 0.54], 0.96)
        pen.fill(light, fade(ramp.light, 0.75), Layer.CAP, SKULL)
        for lon in range(-84, 85, 7):
            for down in (0.2, 0.34, 0.48, 0.62):
                start = skull([lon + kit.jitter(2)] * 2, [down, down + 0.035], 0.955)
                pen.line(start, [0.55, 0.1], dark, Layer.CAP, SKULL, detail=0.3)
    swell = np.interp(np.linspace(0, 1, 17), [0, 0.3, 0.75, 1], [0.3, 1.4, 1.8, 0.3])
    pen.line(top, swell, ramp.line, Layer.CAP, OUTLINE)


_FADED_LINE = (0.99, 0.98, 0.92, 0.85, 0.815, 0.85, 0.92, 0.98, 0.99)
_LINED_UP = (1.08, 1.05, 1.0, 0.83, 0.80, 0.815, 0.82, 0.815, 0.80, 0.83, 1.0, 1.05, 1.08)
_TO_THE_EARS = (1.34, 1.32, 1.22, 0.90, 0.80, 0.815, 0.82, 0.815, 0.80, 0.90, 1.22, 1.32, 1.34)
_ROUND_EARS = (
    *(0.98, 1.0, 1.02, 1.04, 1.13, 0.84, 0.805, 0.815, 0.82),
    *(0.815, 0.805, 0.84, 1.13, 1.04, 1.02, 1.0, 0.98),
)
"""Hairlines (see ``draw_cropped``): one that runs out, one that a razor has drawn across the forehead, and two that run down
before the ears, one over them and one around them.
"""


def draw_faded(kit: HairKit, bare: float, *, to_ears: bool = False) -> None:
    """Cropped hair that grows shorter toward the ears and ends in skin.

    Args:
        bare: how much of the skin shows through it at the crown, 0..1.
        to_ears: it ends at the ears, not at the temples.
    """
    pen, ramp, skin = kit.pen, kit.ramp(), kit.tones.skin
    draw_scalp(kit)
    massed = kit.art.massed
    hairline = (_ROUND_EARS if massed else _TO_THE_EARS) if to_ears else _LINED_UP if massed else _FADED_LINE
    top, edge = _dome(92), len(hairline)
    reach = 86 if massed else 94
    line = skull(np.linspace(reach, -reach, edge), hairline[::-1], 0.95)
    attach = Attach(turn=np.r_[np.zeros(17), np.ones(edge)], wrap=True)
    axis = pen.axis((0, -132, 40), (0, 44 if to_ears else -4, 60), Attach(turn=0.5))
    crown, low = mix(ramp.base, skin.shade, bare), mix(ramp.base, skin.shade, 0.5 + 0.5 * bare)
    steps = (0.62, 0.80) if kit.art.massed else (0.45, 0.72)
    growing = Linear(((0.0, crown), (steps[0], crown), (steps[1], low), (1.0, fade(low, 0.0))), axis)
    if massed:
        # On a turn the back of the head is seen beyond the far temple.
        pen.fill(_behind(top), growing, Layer.BACK_HAIR, OUTLINE, (0, len(top) + 2 * len(_TO_THE_NAPE) - 1))
    temples = (17 + edge // 4, 16 + edge - edge // 4) if kit.art.massed else ()
    cap = pen.fill(np.vstack([top, line]), growing, Layer.CAP, attach, (0, 16, 17, *temples, 16 + edge), casts=False)
    with pen.clipped(cap):
        side = _far_side(kit, top, 0.62, 0.84)
        shade = Linear(((0.0, fade(ramp.deep, 0.5)), (0.6, fade(ramp.deep, 0.35)), (1.0, fade(ramp.deep, 0.0))), axis)
        pen.fill(side, shade, Layer.CAP, OUTLINE, (0, 7, 8))
        gleam = skull([-46, -36, -18, -6, -18, -38], [0.46, 0.30, 0.22, 0.28, 0.38, 0.52], 0.96)
        pen.fill(gleam, fade(ramp.shine, 0.22), Layer.CAP, SKULL)
        hairs = []
        for row, down in enumerate(np.linspace(0.16, 0.84, 9)):
            for place in np.arange(-84 + 5 * (row % 2), 85, 10):
                longitude, at = float(place) + kit.jitter(3), float(down) + kit.jitter(0.02)
                hairs.append(pen.mesh.add(skull([longitude] * 2, [at, at + 0.045], 0.957), SKULL, (), [0.6, 0.1]))
        pen.paint(hairs, fade(mix(ramp.deep, skin.deep, bare), 0.6), Layer.CAP, 0.25)
    swell = np.interp(np.linspace(0, 1, 17), [0, 0.3, 0.75, 1], [0.2, 1.3, 1.8, 0.2])
    pen.line(top, swell, mix(ramp.line, skin.line, bare), Layer.CAP, OUTLINE)

"""Ears of mascots: they grow behind the head or hang over it, and swing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.geometry import Attach, Chain
from pipeline.drawing.palette import Colour, fade, lch, mix
from pipeline.drawing.pen import Layer, Linear
from pipeline.types.arrays import FloatArray

PINK: Colour = lch(0.83, 0.075, 15)
_HIGH, _WIDE, _GROWS = -150.0, 122.0, 1.4 / 0.85
_DARK_TIP: Colour = (52, 38, 44, 255)

Points = Sequence[tuple[float, float]]


def upright(
    kit: AnimalKit,
    sign: int,
    outer: Points,
    inner: Points,
    tip: int,
    *,
    fluff: bool = True,
    dark_tip: float = 0.0,
    inside: Colour = PINK,
    sharp: bool = True,
    before: bool = False,
    rate: float = 3.6,
) -> tuple[float, float]:
    """One ear that stands behind the head; returns where it grows.

    Args:
        outer: the viewer's right one: begins and ends behind the head. inner: its inside, () for none that is seen.
        tip: index of its tip.
        fluff: hair in front of the inside. dark_tip: share of it that is dark, from the tip.
        sharp: the tip is a point. before: it grows out of the front of the head, whose line it hides.
    """
    pen, ramp = kit.pen, kit.ear
    layer = Layer.SIDE_HAIR if before else Layer.EARS
    shape = as_seen(outer, sign, -6.0)
    root = (shape[0] + shape[-1]) / 2
    attach = swinging(kit, root, shape[tip], rate, 0.0)
    ends = (0, tip, len(shape) - 1) if sharp else (0, len(shape) - 1)
    axis = pen.axis(tuple(shape[tip]), tuple(root), attach)
    foot = mix(ramp.base, ramp.light, 0.6) if before else ramp.shade
    tone = Linear(((0, ramp.light), (0.6, ramp.base), (0.85, foot), (1, fade(foot, 0.0 if before else 1.0))), axis)
    whole = pen.fill(shape, tone, layer, attach, ends)
    if dark_tip:
        with pen.clipped(whole):
            high, away = shape[tip], np.array([60.0, 0.0, 0.0])
            low = high + (root - high) * dark_tip
            above = high - np.array([0.0, 30.0, 0.0])
            cap = np.array([low - away, low + (high - low) * 0.25, low + away, above + away, above - away])
            pen.fill(cap, mix(ramp.line, _DARK_TIP, 0.6), layer, attach, (0, 2, 3, 4))
    ink = np.full(len(shape), 1.9)
    if before:
        ink[[0, -1]] = 0.1
    pen.line(shape, ink, ramp.line, layer, attach, ends)
    if not inner:
        return float(root[0]), float(root[1])
    shell = as_seen(inner, sign, -2.0)
    corners = (0, len(shell) // 2, len(shell) - 1) if sharp else ()
    hollow = pen.fill(shell, inside, layer, attach, corners)
    with pen.clipped(hollow):
        shade = shell + np.array([sign * -5.0, -7.0, 0.0])
        pen.fill(np.vstack([shell, shade[::-1]]), mix(inside, lch(0.62, 0.11, 10), 0.38), layer, attach)
    if fluff:
        _fluff(kit, shell, attach)
    return float(root[0]), float(root[1])


def _fluff(kit: AnimalKit, shell: FloatArray, attach: Attach) -> None:
    """Hair that grows from the ear's inner edge over its inside."""
    base, high = (shell[0] + shell[-1]) / 2, shell[len(shell) // 2]
    for share, reach in ((0.1, 0.62), (0.42, 0.52), (0.78, 0.40)):
        start = shell[0] + (shell[-1] - shell[0]) * share
        end = base + (high - base) * reach + (start - base) * 0.35
        wide = (shell[-1] - shell[0]) * 0.15
        hair = np.array([start - wide, end, start + wide])
        kit.pen.fill(hair, kit.pale.base, Layer.EARS, attach, (0, 1, 2), detail=0.1)


def hanging(
    kit: AnimalKit, sign: int, outer: Points, fold: Points, tip: int, ramp_share: float = 0.0
) -> tuple[float, float]:
    """One ear that hangs over the side of the head; returns where it grows.

    Args:
        outer: the viewer's right one, closed. fold: the line of its fold. tip: index of its lowest point.
        ramp_share: how far its colour goes to the markings'.
    """
    pen, ramp = kit.pen, kit.ear
    shape = as_seen(outer, sign, 18.0)
    root = shape[0]
    attach = swinging(kit, root, shape[tip], 2.4, 0.6)
    axis = pen.axis(tuple(root), tuple(shape[tip]), attach)
    base = mix(ramp.base, ramp.deep, 0.45 + 0.3 * ramp_share)
    tone = Linear(((0, ramp.base), (0.35, base), (1, mix(base, ramp.dark, 0.45))), axis)
    whole = pen.fill(shape, tone, Layer.SIDE_HAIR, attach)
    with pen.clipped(whole):
        for shift, colour in ((9.0, mix(base, ramp.light, 0.5)),):
            crease = as_seen(fold, sign, 19.0) + np.array([sign * -shift, 0, 0])
            pen.line(crease, np.linspace(4.2, 0.3, len(crease)), colour, Layer.SIDE_HAIR, attach)
    pen.line(np.vstack([shape, shape[:1]]), 1.9, ramp.line, Layer.SIDE_HAIR, attach)
    return float(root[0]), float(root[1])


def as_seen(points: Points, sign: int, z: float) -> FloatArray:
    """Points of the viewer's right side as they are seen, on the side of ``sign`` at the depth ``z``: [n, 3]."""
    flat = np.array(points, np.float64) * [sign, 1]
    # A large head lets what stands far above it grow less; an ear keeps its shape.
    flat[:, 1] = np.where(flat[:, 1] < _HIGH, _HIGH + (flat[:, 1] - _HIGH) * _GROWS, flat[:, 1])
    flat[:, 0] = np.sign(flat[:, 0]) * np.where(
        np.abs(flat[:, 0]) > _WIDE, _WIDE + (np.abs(flat[:, 0]) - _WIDE) * _GROWS, np.abs(flat[:, 0])
    )
    return np.column_stack([flat, np.full(len(flat), z)])


def swinging(kit: AnimalKit, root: FloatArray, tip: FloatArray, rate: float, hang: float) -> Attach:
    """What hangs from ``root`` to ``tip`` (x, y, z) and swings; ``rate`` and ``hang``: see ``Chain``."""
    x, y, z = (float(value) for value in root)
    tip_x, tip_y, tip_z = (float(value) for value in tip)
    chain = Chain((x, y, z), (tip_x, tip_y, tip_z), turn=0.7, rate=rate, damping=0.24, hang=hang)
    return Attach(turn=0.7, chain=kit.pen.chain(chain))

"""Curly and afro-textured hair: cushions of round lobes with one common outline, wisps inside."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.kit import HairKit, HairPaints, Sway
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray

Lobe = tuple[float, float, float, float]
"""x, y, z and radius."""

_SIDES = 8


def curls(
    kit: HairKit,
    lobes: Sequence[Lobe],
    paints: HairPaints,
    layer: Layer,
    attach: Attach,
    body: FloatArray | None = None,
    casts: bool = False,
    wound: float = 0.6,
) -> None:
    """Lobes that melt into one shape: ink lies around all of them, shadow under each, a wisp in some.

    ``body`` [n, 3] fills what the lobes leave open; ``wound`` is the share of lobes with a wisp.
    """
    pen = kit.pen
    rings = [_ring(kit, lobe) for lobe in lobes]
    inked = [pen.shape(_ring_around(lobe, ring, 1.4), attach) for lobe, ring in zip(lobes, rings, strict=True)]
    for curve in inked:
        pen.paint(curve, paints.line, layer)
    if body is not None:
        pen.fill(body, paints.fill, layer, attach)
    for lobe, ring in zip(lobes, rings, strict=True):
        pen.fill(ring, paints.fill, layer, attach, casts=casts)
        x, y, z, radius = lobe
        turn = np.radians(np.array([5.0, 40, 80, 120, 160])) + kit.rng.uniform(-0.4, 0.4)
        outer = np.column_stack([x + radius * 0.98 * np.cos(turn), y + radius * 0.98 * np.sin(turn), np.full(5, z)])
        middle = turn[3:0:-1]
        inner = np.column_stack([x + radius * 0.70 * np.cos(middle), y + radius * 0.66 * np.sin(middle), np.full(3, z)])
        pen.fill(np.vstack([outer, inner]), paints.shade, layer, attach, (0, 4))
        if kit.rng.random() < wound:
            way = kit.rng.uniform(3.0, 5.2) + np.linspace(0, 2.5, 6)
            reach = radius * np.linspace(0.80, 0.42, 6)
            wisp = np.column_stack([x + reach * np.cos(way), y + reach * np.sin(way), np.full(6, z)])
            pen.line(wisp, [0.08, 0.8, 1.1, 1.0, 0.7, 0.08], paints.strand, layer, attach, detail=0.14)


def _ring(kit: HairKit, lobe: Lobe) -> FloatArray:
    x, y, z, radius = lobe
    angle = np.linspace(0, 2 * np.pi, _SIDES + 1)[:-1] + kit.rng.uniform(0, 1)
    wobble = radius * (1 + 0.05 * np.sin(2 * angle + kit.rng.uniform(0, 6)))
    return np.column_stack([x + wobble * np.cos(angle), y + wobble * np.sin(angle), np.full(_SIDES, z)])


def _ring_around(lobe: Lobe, ring: FloatArray, margin: float) -> FloatArray:
    centre = np.array([lobe[0], lobe[1], lobe[2]])
    return np.asarray(centre + (ring - centre) * (1 + margin / lobe[3]))


def _along(kit: HairKit, outline: FloatArray, z: float, radius: float, sign: int = 1) -> list[Lobe]:
    """Lobes along an outline [n, 2] (mirrored for sign -1), each touching the next."""
    from scipy.interpolate import CubicSpline

    places = np.r_[0, np.cumsum(np.hypot(*np.diff(outline, axis=0).T))]
    count = max(4, round(places[-1] / (radius * 1.25)))
    points = CubicSpline(places, outline)(np.linspace(0, places[-1], count))
    return [(sign * (float(x) + kit.jitter(4)), float(y) + kit.jitter(4), z, radius * (0.82 + 0.36 * kit.rng.random()))
            for x, y in points]  # fmt: skip


def curly_long(kit: HairKit) -> None:
    """A cloud of curls to the shoulders."""
    deep = 150 + 110 * kit.length
    wide = kit.out / 1.05
    half = np.array([(0, -124), (56, -112), (96, -74), (116, -10), (128, 60), (132, 130), (116, deep), (70, deep + 14),
                     (14, deep + 4)]) * [wide, 1]  # fmt: skip
    chain = kit.hang((0, 20, -20), (0, deep, -20), Sway(rate=2.0, hang=0.3))
    attach = Attach(turn=0.12, chain=chain)
    back = [*_along(kit, half, -16.0, 30), *_along(kit, half[1:], -16.0, 30, -1)]
    body = np.vstack([half, (half * [-1, 1])[:0:-1]])
    curls(kit, back, kit.back(), Layer.BACK_HAIR, attach, np.column_stack([body, np.full(len(body), -16.0)]), wound=0.0)
    for sign in (-1, 1):
        chain = kit.hang((sign * 100, -30, 0), (sign * 110, deep, 0), Sway(rate=2.0, hang=0.35))
        run = np.array([(92, -72), (104, -20), (106, 40), (104, 100), (104, deep - 20)]) * [wide, 1]
        outer = np.array([(112, -50), (126, 20), (132, 90), (124, deep - 40)]) * [wide, 1]
        lobes = [*_along(kit, outer, -4.0, 25, sign), *_along(kit, run, 4.0, 24, sign)]
        spine = np.vstack([run, outer[::-1]]) * [sign, 1]
        curls(kit, lobes, kit.side(sign), Layer.SIDE_HAIR, Attach(turn=0.22, chain=chain),
              np.column_stack([spine, np.zeros(len(spine))]), casts=True)  # fmt: skip


def afro(kit: HairKit) -> None:
    """A round cloud around the whole head."""
    radius = 112 + 26 * kit.spec.hair_volume + 14 * kit.length
    middle = -36.0

    def arc(reach: float, degrees: float, count: int) -> FloatArray:
        angle = np.radians(np.linspace(-degrees, degrees, count))
        return np.column_stack([reach * np.sin(angle), middle - reach * 0.94 * np.cos(angle)])

    rim = arc(radius, 128, 15)
    chain = kit.hang((0, 0, -20), (0, middle - radius, -20), Sway(rate=3.0, damping=0.25, hang=0.0))
    attach = Attach(turn=0.12, chain=chain, give=0.5)
    curls(kit, _along(kit, rim, -12.0, 33), kit.back(), Layer.BACK_HAIR, attach,
          np.column_stack([rim, np.full(len(rim), -12.0)]), wound=0.0)  # fmt: skip
    lobes = [*_along(kit, arc(radius - 10, 98, 13), -4.0, 30), *_along(kit, arc(radius - 46, 84, 11), 4.0, 28)]
    lobes += _along(kit, arc(radius - 78, 66, 7), 10.0, 26)
    fill = np.vstack([arc(radius - 10, 98, 13), [(70, -34), (0, -62), (-70, -34)]])
    curls(kit, lobes, kit.side(-1), Layer.CAP, Attach(turn=0.25, chain=chain, give=0.5),
          np.column_stack([fill, np.zeros(len(fill))]))  # fmt: skip

"""Tails: they come from behind the hips, swing slowly, and curl up beside the body, where a bust still shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat
from pipeline.drawing.geometry import Attach
from pipeline.drawing.palette import Colour, Ramp
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray

_DEPTH: Final = -50.0
_PATH: Final = ((26, 330), (130, 366), (206, 300), (212, 196), (176, 96), (178, 4), (232, -44))
"""From the hips to the tip, at the viewer's right; y from the shoulder's height."""


class Tail:
    """A tail while it is drawn: a tube along a fixed curve, thick as ``half`` says from root to tip."""

    def __init__(self, kit: AccessoryKit, half: Sequence[float], reach: float = 1.0) -> None:
        """``reach``: how far along the usual curve it goes, 0..1."""
        self.kit = kit
        points = np.array(_PATH, float) + np.array([0, kit.figure.shoulder_y])
        t = np.linspace(0, (len(points) - 1) * reach, 17)
        # A Catmull-Rom spline through the points: the tube's edges need a path that is smooth by itself.
        padded = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
        index = np.minimum(t.astype(int), len(points) - 2)
        u = (t - index)[:, None]
        a, b, c, d = (padded[index + step] for step in range(4))
        bend = (2 * a - 5 * b + 4 * c - d) * u**2 + (3 * b - a - 3 * c + d) * u**3
        self.path = 0.5 * (2 * b + (c - a) * u + bend)
        self.half = np.interp(np.linspace(0, 1, 17), np.linspace(0, 1, len(half)), half)
        along = np.gradient(self.path, axis=0)
        along /= np.maximum(np.hypot(along[:, :1], along[:, 1:]), 1e-6)
        self.along, self.across = along, np.column_stack([along[:, 1], -along[:, 0]])
        root, tip = self.path[0], self.path[-1]
        chain = kit.chain((root[0], root[1], _DEPTH), (tip[0], tip[1], _DEPTH), 0.9, damping=0.35, head=0)
        self.attach = Attach(head=0, chain=chain)

    def edge(self, share: float) -> FloatArray:
        """The line [17, 2] at a share of the half width: 1 and -1 are the tube's sides."""
        return np.asarray(self.path + self.across * (self.half * share)[:, None])

    def draw(self, ramp: Ramp, tip: Colour | None = None, from_tip: float = 0.26) -> int:
        """The tube, its shadow, its end in another colour, its ink. Returns its curve."""
        ramp = self.kit.sewn or ramp
        outline = np.vstack([self.edge(1.0), self.edge(-1.0)[::-1]])
        whole = self.fill(outline, ramp.base, (0, 16, 17, 33))
        with self.kit.pen.clipped(whole):
            self.fill(np.vstack([self.edge(-1.2), self.edge(-0.35)[::-1]]), ramp.shade, (0, 16, 17, 33))
            if tip is not None:
                start = round(16 * (1 - from_tip))
                end = np.vstack([self.edge(1.5)[start:], self.edge(-1.5)[: start - 1 : -1]])
                notch = self.path[start] + self.along[start] * self.half[start] * 0.9
                self.fill(np.vstack([end, [notch]]), tip, (0, len(end) - 1, len(end)))
        ring = np.vstack([outline, outline[:1]])
        self.kit.pen.line(flat(ring, _DEPTH), 1.4, ramp.line, Layer.BEHIND, self.attach, (16, 17))
        return whole

    def piece(self, points: FloatArray, paint: Colour, line: Colour, corners: Sequence[int], width: float) -> int:
        """A shape [n, 2] that moves with the tail, with ink around it."""
        return self.kit.piece(flat(points, _DEPTH), paint, line, Layer.BEHIND, self.attach, corners, width)

    def fill(self, points: FloatArray, paint: Colour, corners: Sequence[int] = ()) -> int:
        """A shape [n, 2] that moves with the tail."""
        return self.kit.pen.fill(flat(points, _DEPTH), paint, Layer.BEHIND, self.attach, corners)

    def line(self, points: FloatArray, width: float, paint: Colour, detail: float = 0.0) -> None:
        """A tapered stroke [n, 2] that moves with the tail."""
        self.kit.pen.stroke(flat(points, _DEPTH), width, paint, Layer.BEHIND, self.attach, detail=detail)


def tail_ramp(kit: AccessoryKit, usual: str = "") -> Ramp:
    """The colours asked for, else the usual ones of such a tail, else the hair's."""
    if kit.spec.accessory_colour or usual:
        return kit.ramp(usual)
    return kit.tones.hair

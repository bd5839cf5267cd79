"""What accessories are drawn with."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from pipeline.drawing.body import around_neck
from pipeline.drawing.figure import Figure
from pipeline.drawing.geometry import HEAD, Attach, Chain, Values
from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.palette import Colour, Ramp
from pipeline.drawing.pen import Layer, Linear, Paint, Pen
from pipeline.drawing.tones import Tones
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Outfit, RigSpec


class AccessoryKit:
    """Everything that an accessory needs to draw itself. ``hair`` has the hair's paints (animal ears) and thickness."""

    def __init__(self, pen: Pen, figure: Figure, spec: RigSpec, tones: Tones, hair: HairKit) -> None:
        self.pen, self.figure, self.spec, self.tones, self.hair = pen, figure, spec, tones, hair
        self.rng = random.Random(spec.seed * 15485863 + 3)

    def coloured(self, colour: str) -> AccessoryKit:
        """A kit for one accessory whose colour is its own, "#rrggbb"."""
        tones = replace(self.tones, gear=Ramp.cloth(colour, self.tones.look))
        return AccessoryKit(self.pen, self.figure, replace(self.spec, accessory_colour=colour), tones, self.hair)

    @property
    def sewn(self) -> Ramp | None:
        """The cloth of which ears and tails are that are sewn on a costume; None for those that grow."""
        return self.tones.cloth if self.spec.outfit is Outfit.ONESIE else None

    def ramp(self, usual: str) -> Ramp:
        """The colours asked for, else the usual ones of such a thing, "#rrggbb"."""
        return Ramp.cloth(self.spec.accessory_colour or usual, self.tones.look)

    def gradient(self, ramp: Ramp, top: float, bottom: float, attach: Attach = HEAD) -> Linear:
        """Light above, shade below, between two heights."""
        axis = self.pen.axis((-20, top, 30), (14, bottom, 30), attach)
        return Linear(((0, ramp.light), (0.5, ramp.base), (1, ramp.shade)), axis)

    def piece(
        self,
        points: npt.ArrayLike,
        paint: Paint,
        line: Colour,
        layer: Layer = Layer.HEAD_WEAR,
        attach: Attach = HEAD,
        corners: Sequence[int] = (),
        width: float = 1.1,
    ) -> int:
        """A closed shape with even ink around it; points [n, 3]."""
        shape = np.asarray(points, np.float64)
        curve = self.pen.fill(shape, paint, layer, attach, corners)
        self.pen.line(np.vstack([shape, shape[:1]]), width, line, layer, _closed(attach), corners)
        return curve

    def on_neck(self, points: npt.ArrayLike) -> tuple[FloatArray, Attach]:
        """Points [n, 2] around the neck, and the attachment with which their upper part follows the head."""
        return around_neck(self.figure, points)

    def chain(
        self, root: Sequence[float], tip: Sequence[float], rate: float, hang: float = 0.0, damping: float = 0.22,
        head: float = 1.0,
    ) -> int:  # fmt: skip
        """Something that swings from ``root`` to ``tip`` (x, y, z)."""
        x, y, z = root
        tx, ty, tz = tip
        return self.pen.chain(Chain((x, y, z), (tx, ty, tz), head, 0.8, rate, damping, hang))


def flat(points: Sequence[tuple[float, float]] | FloatArray, z: float) -> FloatArray:
    """Points [n, 2] at one depth: [n, 3]."""
    pairs = np.asarray(points, np.float64)
    return np.column_stack([pairs, np.full(len(pairs), z)])


def oval(x: float, y: float, rx: float, ry: float, count: int = 12) -> FloatArray:
    """An ellipse, [count, 2], from its right end clockwise on the picture."""
    angle = np.linspace(0, 2 * np.pi, count + 1)[:-1]
    return np.column_stack([x + rx * np.cos(angle), y + ry * np.sin(angle)])


def flipped(points: FloatArray, sign: int) -> FloatArray:
    """The points, mirrored for sign -1."""
    return np.asarray(points * np.array([sign, 1.0, 1.0][: points.shape[1]]))


def _closed(attach: Attach) -> Attach:
    """The same attachment for a ring that repeats its first point at its end."""

    def ring(values: Values) -> Values:
        each = np.asarray(values, np.float64)
        return values if each.ndim == 0 else np.append(each, each[:1])

    return replace(attach, head=ring(attach.head), turn=ring(attach.turn), give=ring(attach.give))

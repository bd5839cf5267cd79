"""What outfits are drawn with."""

from __future__ import annotations

import random

import numpy as np
import numpy.typing as npt

from pipeline.drawing.body import around_neck, relief, silhouette, waist
from pipeline.drawing.figure import Figure
from pipeline.drawing.geometry import BODY, Attach, mirrored
from pipeline.drawing.palette import Colour, Ramp
from pipeline.drawing.pen import Layer, Linear, Pen
from pipeline.drawing.tones import Tones
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Age, BodyStyle, RigSpec

_UNDER_HEM: Colour = (72, 24, 66, 84)
"""The shadow of a hem on what is worn below."""
_LIGHT = ((-70, 160, 30), (60, 430, 30))
_LONG_LIGHT = ((-80, 150, 30), (110, 640, 30))
"""From where cloth is light to where it is dark: down to the hips, and down to the knees."""


class OutfitKit:
    """Everything that an outfit needs to draw itself. Points are [n, 2] in design units; depth is added here.

    Attributes:
        art: the edition that draws it.
        holds: an arm is raised to hold something.
        thickness: of the garment that was drawn last, over the body; sleeves are as thick. torso: its curve.
        bare: see ``Figure``; sleeves set it.
    """

    def __init__(self, pen: Pen, figure: Figure, spec: RigSpec, tones: Tones, *, holds: bool = False) -> None:
        self.pen, self.figure, self.spec, self.tones = pen, figure, spec, tones
        self.holds = holds
        self.art = figure.art
        self.rng = random.Random(spec.seed * 104729 + 5)
        self.thickness = 0.0
        self.torso: int | None = None
        self.bare = 0.0
        self._light = pen.axis(*(_LONG_LIGHT if self.art.limbs else _LIGHT), attach=BODY)

    @property
    def waist(self) -> tuple[float, float]:
        """Half width and y of the waist, design units."""
        return waist(self.figure)

    @property
    def smallness(self) -> float:
        """The body's size against a grown one, at most 1."""
        return float(np.clip(self.figure.shoulder / 112, 0.78, 1.0))

    def cloth(self, ramp: Ramp) -> Linear:
        """Cloth in the light: brighter at the upper left."""
        return Linear(((0, ramp.light), (0.45, ramp.base), (1, ramp.shade)), self._light)

    def on_body(self, points: npt.ArrayLike) -> FloatArray:
        """Points [n, 2] with the body's depth."""
        return relief(self.figure, np.asarray(points, np.float64))

    def on_neck(self, points: npt.ArrayLike) -> tuple[FloatArray, Attach]:
        """Points [n, 2] around the neck, and the attachment with which their upper part follows the head."""
        return around_neck(self.figure, points)

    def garment(
        self,
        neckline: npt.ArrayLike,
        ramp: Ramp,
        out: float = 0.0,
        layer: Layer = Layer.OUTFIT,
        hem: float | None = None,
    ) -> int:
        """The body's whole outline in cloth, open at the neck.

        Args:
            neckline: right half, from the shoulder to the middle (x = 0), [n, 2].
            out: thickness of the cloth over the body.
            hem: where it ends, below the shoulder's height; None for the picture's lower edge. Editions without limbs
                have nothing below, so there it always reaches that.
        """
        self.thickness = out
        neck = np.asarray(neckline, np.float64)
        side = silhouette(self.figure, out)[1:]
        ends = hem is not None and self.art.limbs
        if hem is not None and ends:
            bottom = self.figure.shoulder_y + hem
            side = np.vstack([side[side[:, 1] < bottom - 6], [(np.interp(bottom, side[3:, 1], side[3:, 0]), bottom)]])
        right = np.vstack([neck[::-1], side])
        left = mirrored(right)[::-1]
        middle = 1 if abs(neck[-1, 0]) < 0.5 else 0
        outline = np.vstack([left, right[middle:]])
        size = len(side)
        corners = [0, len(outline) - 1, size, len(outline) - size - 1]
        # A hem hangs a little in its middle.
        x, y = side[-1]
        sag = np.array([(x * 0.5, y + 7), (0, y + 9), (-x * 0.5, y + 7)])
        if ends:
            outline = np.vstack([outline, sag])
            below = np.vstack(
                [side[-1:] - [4, 8], [(x - 6, y + 16)], sag + np.array([0, 15]), [(6 - x, y + 14), (4 - x, y - 8)]]
            )
            self.pen.fill(self.on_body(below), _UNDER_HEM, layer, BODY, (0, 1, 5, 6))
        curve = self.torso = self.pen.fill(self.on_body(outline), self.cloth(ramp), layer, BODY, corners)
        if not self.art.limbs:
            for half in (side, mirrored(side)):
                self.pen.stroke(self.on_body(half), 1.2, ramp.line, layer, BODY, peak=0.6)
            return curve
        model_torso(self, curve, ramp, layer)
        for half, throat in ((side, neck[:1]), (mirrored(side), mirrored(neck[:1]))):
            self.pen.line(self.on_body(np.vstack([throat, half[:1]])), [0.8, 1.2], ramp.line, layer, BODY)
            self.pen.stroke(self.on_body(half[4:]), 1.7, ramp.line, layer, BODY, peak=0.6)
        if ends:
            edge = np.vstack([side[-1:], sag, mirrored(side)[-1:]])
            self.pen.line(self.on_body(edge), [0.8, 1.5, 1.6, 1.5, 0.8], ramp.line, layer, BODY)
            self.pen.line(self.on_body(edge - [0, 13.0]), 0.7, ramp.deep, layer, BODY, detail=0.2)
        return curve

    def line(
        self, points: npt.ArrayLike, width: float, ramp: Ramp, layer: Layer = Layer.OUTFIT, peak: float = 0.5
    ) -> int:
        """Ink on the body, tapered at both ends."""
        return self.pen.stroke(self.on_body(points), width, ramp.line, layer, BODY, peak=peak)


def model_torso(kit: OutfitKit, garment: int, ramp: Ramp, layer: Layer) -> None:
    """The second tone of a garment: hard-edged shadow down the side away from the light, under the chest and the chin,
    and folds at the waist.
    """
    w, y, neck, pen = kit.figure.shoulder, kit.figure.shoulder_y, kit.figure.neck, kit.pen
    half = kit.waist[0]

    def fill(points: npt.ArrayLike, corners: tuple[int, ...]) -> None:
        pen.fill(kit.on_body(points), ramp.shade, layer, BODY, corners)

    def crease(points: npt.ArrayLike, paint: Colour) -> None:
        pen.line(kit.on_body(points), [2.7, 1.8, 0.1], paint, layer, BODY)

    with pen.clipped(garment):
        if kit.art.poised and not kit.figure.mascot:
            _drape(kit, ramp, layer)
        side = [(w + 8, y + 70), (w - 34, y + 92), (half, y + 140), (half - 20, y + 190), (half - 24, y + 232),
                (half - 12, y + 290), (half - 8, y + 380), (half, y + 600), (w + 20, y + 600)]  # fmt: skip
        fill(side, (0, 7, 8))
        fill([(-w, y + 150), (-w + 34, y + 180), (-half + 10, y + 226), (-half + 2, y + 270), (-w, y + 300)], (0, 4))
        grown = kit.spec.age is not Age.CHILD and kit.spec.body_style is not BodyStyle.CHIBI
        if kit.figure.masculine < 0.5 and grown:
            for sign in (-1, 1):
                under = np.array([(10, 128), (34, 146), (60, 138), (74, 112), (62, 130), (36, 136)], np.float64)
                fill(under * [sign * w / 118, 1] + [0, y], (0, 3))
        for sign, paint, runs in (
            (1, ramp.deep, (((half + 10, 214), (20, 236), (-14, 240)), ((half + 6, 236), (34, 252), (10, 262)))),
            (-1, ramp.shade, (((half + 4, 206), (30, 226), (4, 224)), ((half + 4, 240), (38, 244), (20, 240)))),
        ):
            for run in runs:
                crease(np.array(run) * [sign, 1] + [0, y], paint)
        crease([(-w * 0.50, y + 84), (-w * 0.30, y + 112), (-w * 0.06, y + 126)], ramp.shade)
        fill([(-neck - 26, y - 40), (neck + 46, y - 40), (neck + 40, y + 4), (10, y + 26), (-neck - 10, y + 8)], (0, 1))


def _drape(kit: OutfitKit, ramp: Ramp, layer: Layer) -> None:
    """The large folds of a body that leans to one side: cloth hangs from the higher shoulder and gathers over the
    higher hip; each is a wedge that ends in a point.
    """
    w, y, half = kit.figure.shoulder, kit.figure.shoulder_y, kit.waist[0]
    for wedge in (
        ((half + 8, 196), (half - 18, 214), (-6, 222), (half - 22, 226), (half + 8, 218)),
        ((half + 14, 244), (half - 20, 250), (4, 270), (half - 16, 264), (half + 14, 262)),
        ((-half - 6, 232), (-half + 18, 250), (-14, 284), (-half + 12, 264), (-half - 6, 256)),
        ((-w + 16, 52), (-w + 30, 82), (-w * 0.34, 118), (-w + 24, 98), (-w + 12, 74)),
    ):
        points = np.array(wedge, np.float64) + np.array([0, y])
        kit.pen.fill(kit.on_body(points), ramp.shade, layer, BODY, (0, 2, 4))

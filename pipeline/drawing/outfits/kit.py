"""What outfits are drawn with."""

from __future__ import annotations

import random

import numpy as np
import numpy.typing as npt

from pipeline.drawing.body import around_neck, relief, silhouette
from pipeline.drawing.figure import Figure
from pipeline.drawing.geometry import BODY, Attach, mirrored
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer, Linear, Pen
from pipeline.drawing.tones import Tones
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import RigSpec


class OutfitKit:
    """Everything that an outfit needs to draw itself. Points are [n, 2] in design units; depth is added here."""

    def __init__(self, pen: Pen, figure: Figure, spec: RigSpec, tones: Tones) -> None:
        self.pen, self.figure, self.spec, self.tones = pen, figure, spec, tones
        self.rng = random.Random(spec.seed * 104729 + 5)
        self._light = pen.axis((-70, 160, 30), (60, 430, 30), BODY)

    def cloth(self, ramp: Ramp) -> Linear:
        """Cloth in the light: brighter at the upper left."""
        return Linear(((0, ramp.light), (0.45, ramp.base), (1, ramp.shade)), self._light)

    def on_body(self, points: npt.ArrayLike) -> FloatArray:
        """Points [n, 2] with the body's depth."""
        return relief(self.figure, np.asarray(points, np.float64))

    def on_neck(self, points: npt.ArrayLike) -> tuple[FloatArray, Attach]:
        """Points [n, 2] around the neck, and the attachment with which their upper part follows the head."""
        return around_neck(self.figure, points)

    def garment(self, neckline: npt.ArrayLike, ramp: Ramp, out: float = 0.0, layer: Layer = Layer.OUTFIT) -> int:
        """The body's whole outline in cloth, open at the neck.

        Args:
            neckline: right half, from the shoulder to the middle (x = 0), [n, 2].
            out: thickness of the cloth over the body.
        """
        neck = np.asarray(neckline, np.float64)
        hem = silhouette(self.figure, out)[1:]
        right = np.vstack([neck[::-1], hem])
        left = mirrored(right)[::-1]
        middle = 1 if abs(neck[-1, 0]) < 0.5 else 0
        outline = np.vstack([left, right[middle:]])
        size = len(hem)
        fold = len(outline) - size
        corners = [0, len(outline) - 1, size, fold - 1]
        curve = self.pen.fill(self.on_body(outline), self.cloth(ramp), layer, BODY, corners)
        for half in (hem, mirrored(hem)):
            self.pen.stroke(self.on_body(half), 1.2, ramp.line, layer, BODY, peak=0.6)
        return curve

    def line(
        self, points: npt.ArrayLike, width: float, ramp: Ramp, layer: Layer = Layer.OUTFIT, peak: float = 0.5
    ) -> int:
        """Ink on the body, tapered at both ends."""
        return self.pen.stroke(self.on_body(points), width, ramp.line, layer, BODY, peak=peak)

    def sleeves(self, ramp: Ramp) -> None:
        """The seam and shadow between each arm and the chest."""
        w, y = self.figure.shoulder, self.figure.shoulder_y
        for flip in (False, True):
            shade = np.array(
                [
                    (w - 24, y + 56),
                    (w - 14, y + 84),
                    (w - 16, y + 150),
                    (w - 20, y + 240),
                    (w - 34, y + 250),
                    (w - 31, y + 130),
                ]
            )
            seam = np.array([(w - 20, y + 40), (w - 22, y + 80), (w - 25, y + 150), (w - 27, y + 250)])
            if flip:
                shade, seam = mirrored(shade), mirrored(seam)
            self.pen.fill(self.on_body(shade), ramp.shade, Layer.OUTFIT, BODY, (0, 3, 4))
            self.line(seam, 1.1, ramp, peak=0.7)

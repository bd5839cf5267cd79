"""What mascots are drawn with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from pipeline.drawing.figure import Figure
from pipeline.drawing.geometry import HEAD
from pipeline.drawing.palette import Colour, Ramp
from pipeline.drawing.pen import Layer, Paint, Pen
from pipeline.drawing.tones import Tones
from pipeline.pixels.oklch import Oklch
from pipeline.types.spec import CRESTED, RigSpec


@dataclass(frozen=True)
class AnimalKit:
    """Everything that an animal needs to draw itself. ``tipped``: its ears have the markings' colour. ``feet``: the
    colour of its feet, "" for that of its ears' backs.
    """

    pen: Pen
    figure: Figure
    spec: RigSpec
    tones: Tones
    tipped: bool = False
    feet: str = ""

    @property
    def fur(self) -> Ramp:
        """The colours of the fur."""
        return self.tones.hair

    @property
    def pale(self) -> Ramp:
        """The colours of muzzle, belly and the inside of paws: the markings' where they are light, else the fur's own,
        paler.
        """
        if self.spec.hair_colour_2 and self.spec.species not in CRESTED and self.tones.hair_2.lch.lightness > 0.75:
            return self.tones.hair_2
        lightness, chroma, hue = self.fur.lch
        pale = Oklch(0.965 if lightness > 0.5 else 0.935, min(chroma * 0.28, 0.022), hue)
        return replace(Ramp.cloth("#fdf6ee", self.tones.look), base=self.tones.look.paint(*pale))

    @property
    def ear(self) -> Ramp:
        """The colours of the ears' backs."""
        if not self.tipped:
            return self.fur
        return self.tones.hair_2 if self.spec.hair_colour_2 else Ramp.hair("#38343f", self.tones.look)

    @property
    def foot(self) -> Ramp:
        """The colours of the feet."""
        return Ramp.cloth(self.feet, self.tones.look) if self.feet else self.ear

    def second(self, usual: str) -> Ramp:
        """The colours of what grows on the head beside fur, a mane or a crest: the markings', else those of "#rrggbb"."""
        return self.tones.hair_2 if self.spec.hair_colour_2 else Ramp.hair(usual, self.tones.look)

    def mark(self, usual: Colour) -> Colour:
        """The colour asked for the markings, else the usual one."""
        return self.tones.hair_2.base if self.spec.hair_colour_2 else usual

    def patch(
        self,
        points: npt.ArrayLike,
        paint: Paint,
        corners: Sequence[int] = (),
        lift: float = 0.0,
        layer: Layer = Layer.FACE_TONE,
        detail: float = 0.0,
    ) -> int:
        """A shape [n, 2] laid on the face, ``lift`` above it."""
        return self.pen.fill(self.figure.on_face(points, lift), paint, layer, HEAD, corners, detail=detail)

    def both(
        self, points: npt.ArrayLike, paint: Paint, corners: Sequence[int] = (), lift: float = 0.0, detail: float = 0.0
    ) -> None:
        """A patch at the viewer's right, and the same at the left."""
        right = np.asarray(points, np.float64)
        for sign in (-1, 1):
            self.patch(right * [sign, 1], paint, corners, lift, detail=detail)

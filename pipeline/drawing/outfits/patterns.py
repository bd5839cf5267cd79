"""Patterns on cloth: shapes in the cloth's own places (u across, v down), laid on whatever form it has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from pipeline.drawing.art import Art
from pipeline.drawing.geometry import BODY, Attach
from pipeline.drawing.palette import Colour, Ramp, mix
from pipeline.drawing.pen import Layer
from pipeline.drawing.tones import Tones
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Motif, Outfit, Pattern, RigSpec

_LIGHT: Final = 0.78
"""Lightness of cloth above which white is not seen on it."""
_LIKE: Final = 0.09
"""By how much the accent's lightness differs from the cloth's, at least, to be seen on it."""

_BEYOND: Final = 9.0
"""How far beyond a cloth's edge something strewn on it begins, at most; what lies farther off would never be seen."""


class Weaver(Protocol):
    """What patterns are drawn with: a pen, or what keeps track of its curves."""

    def shape(self, points: npt.ArrayLike, attach: Attach = ..., corners: Sequence[int] = ...) -> int:
        """A closed curve through points [n, 3] that ``paint`` uses later."""
        ...

    def paint(self, curves: Sequence[int], paint: Colour, layer: Layer) -> None:
        """Paints curves, all at once."""
        ...


@dataclass(frozen=True)
class Ground:
    """A piece of cloth.

    Attributes:
        pen: what draws on it.
        ramp: its colours. half: half its width. long: how far it goes down from v = 0; design units.
        place: from places (u, v) on it, [n, 2], to points of the mesh. edge: half its width at a height v.
        seed: of whatever is scattered on it.
    """

    pen: Weaver
    tones: Tones
    ramp: Ramp
    layer: Layer
    half: float
    long: float
    place: Callable[[FloatArray], FloatArray]
    seed: int
    edge: Callable[[float], float]

    @property
    def contrast(self) -> Colour:
        """What is seen on the cloth: the accent, white, or on light cloth something dark."""
        cloth, accent = self.ramp.lch, self.tones.accent
        if cloth.lightness > _LIGHT:
            return accent.base if accent.lch.lightness < cloth.lightness - _LIKE else self.ramp.dark
        return mix(self.tones.white.base, self.ramp.light, 0.12)

    def cover(self, shapes: Sequence[npt.ArrayLike], paint: Colour, corners: tuple[int, ...] = ()) -> None:
        """Paints closed shapes, all at once; ``corners`` are those of each."""
        curves = [self.pen.shape(self.place(np.asarray(shape, np.float64)), BODY, corners) for shape in shapes]
        if curves:
            self.pen.paint(curves, paint, self.layer)

    def strew(
        self, shape: npt.ArrayLike, places: Sequence[tuple[float, float]], paint: Colour, corners: tuple[int, ...] = ()
    ) -> None:
        """Paints one closed shape at places on the cloth, all at once. Each lies flat, exactly like the others and on whole
        units: a puppet stores it but once.
        """
        if not places:
            return
        flat = np.asarray(shape, np.float64)
        flat = np.column_stack([flat, np.zeros(len(flat))])
        middles = np.round(self.place(np.asarray(places, np.float64)))
        self.pen.paint([self.pen.shape(flat + middle, BODY, corners) for middle in middles], paint, self.layer)

    def across(self, v: float, wide: float) -> FloatArray:
        """A band across the cloth from height v on, ``wide`` broad; its corners are ``BAND``."""
        u = np.linspace(-1.1, 1.1, 3) * self.half
        edge = np.column_stack([u, np.full(3, v)])
        return np.vstack([edge, edge[::-1] + np.array([0.0, wide])])

    def down(self, u: float, wide: float) -> FloatArray:
        """A band down the cloth from u on; its corners are ``BAND``."""
        edge = np.column_stack([np.full(3, u), np.linspace(-0.3, 1.1, 3) * self.long])
        return np.vstack([edge, edge[::-1] + np.array([wide, 0.0])])

    def scattered(self, step: float, loose: float = 0.0) -> list[tuple[float, float]]:
        """Places in rows, every other one shifted by half a step; ``loose`` moves them about, as a share of it."""
        dice = np.random.default_rng(self.seed)
        places = []
        for row, v in enumerate(np.arange(-0.6 * step - 40, self.long + step, step * 0.8)):
            for u in np.arange(-self.half - step, self.half + step, step):
                shift = dice.uniform(-loose, loose, 2) * step
                x, y = float(u + (row % 2) * step / 2 + shift[0]), float(v + shift[1])
                if abs(x) < self.edge(y) + _BEYOND:
                    places.append((x, y))
        return places


@dataclass(frozen=True)
class SleeveCloth:
    """What sleeves are made of, for arms that are drawn apart from the outfit.

    Attributes:
        ramp: its colours. weave: draws its pattern, where it has one. seed: see ``Ground``.
    """

    ramp: Ramp
    weave: Callable[[Ground], None] | None
    seed: int


@dataclass(frozen=True)
class Checks:
    """What a chequered cloth has woven into it: broad bars, and a thread between them."""

    bar: Colour
    thread: Colour

    def draw(self, ground: Ground) -> None:
        """Draws it on a piece of cloth, within its outline."""
        step, wide = 26.0, 10.0
        rows, columns = np.arange(-20, ground.long + 20, step), np.arange(-ground.half, ground.half + wide, step)
        for bands in ([ground.down(u, wide) for u in columns], [ground.across(v, wide) for v in rows]):
            ground.cover(bands, self.bar, BAND)
        ground.cover([ground.across(v + 17.0, 1.8) for v in rows], self.thread, BAND)


def worn_pattern(spec: RigSpec, art: Art) -> Pattern:
    """Of the outfit's cloth, in an edition that has patterns; a flannel shirt brings its own checks."""
    if not art.graded or spec.outfit is Outfit.FLANNEL:
        return Pattern.PLAIN
    return Pattern.STRIPES if spec.motif is Motif.STRIPES else spec.pattern


class Weave(Protocol):
    """What draws one pattern."""

    @property
    def draw(self) -> Callable[[Ground], None]:
        """Draws it on a piece of cloth, within its outline."""
        ...


BAND: Final = (0, 2, 3, 5)
"""The corners of a band."""


def round_shape(radius: float) -> FloatArray:
    """A dot around (0, 0)."""
    return np.array([(-radius, 0.0), (0.0, -radius), (radius, 0.0), (0.0, radius)])

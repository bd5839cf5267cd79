"""What outfits are drawn with."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from pipeline.drawing.body import around_neck, relief, silhouette, waist
from pipeline.drawing.figure import Figure
from pipeline.drawing.geometry import BODY, Attach, mirrored
from pipeline.drawing.outfits.modelling import model_torso
from pipeline.drawing.outfits.patterns import Checks, Ground, SleeveCloth, Weave, worn_pattern
from pipeline.drawing.outfits.ribs import furrows
from pipeline.drawing.palette import Colour, Ramp, fade
from pipeline.drawing.pen import Layer, Linear, Paint, Pen
from pipeline.drawing.tones import Tones
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Pattern, RigSpec

_UNDER_HEM: Colour = (72, 24, 66, 84)
_UNDER_DARK: Colour = (34, 18, 40, 92)
"""The shadow of a hem on what is worn below, and a less purple one."""
_LIGHT = ((-70, 160, 30), (60, 430, 30))
_CHEST = 92.0
"""How far below the shoulders loose cloth begins to fall."""
_LONG_LIGHT = ((-80, 150, 30), (110, 640, 30))
"""From where cloth is light to where it is dark: down to the hips, and down to the knees."""


class OutfitKit:
    """Everything that an outfit needs to draw itself. Points are [n, 2] in design units; depth is added here.

    Attributes:
        art: the edition that draws it.
        holds: an arm is raised to hold something.
        thickness: of the garment that was drawn last, over the body; sleeves are as thick. torso: its curve.
        bare: see ``Figure``; sleeves set it.
        checks: what is woven into the cloth, which sleeves show, too.
        rib: how high the ribbed bands are in which the garment's hem and sleeves are gathered; 0 where they are not.
        sleeve: what the sleeves' colours are, once they are drawn.
        shirt: colours of the cuffs that show below tailored sleeves; None where there are none.
        below: curves of legs and of what is worn on them: a hem throws its shadow on these alone.
    """

    def __init__(
        self, pen: Pen, figure: Figure, spec: RigSpec, tones: Tones, *, holds: bool = False,
        weaves: Mapping[Pattern, Weave] | None = None,
    ) -> None:  # fmt: skip
        """``weaves``: the patterns that there are; none for a kit that draws no cloth."""
        self.pen, self.figure, self.spec, self.tones = pen, figure, spec, tones
        self.holds = holds
        self._weaves = weaves or {}
        self.art = figure.art
        self.rng = random.Random(spec.seed * 104729 + 5)
        self.thickness = 0.0
        self.torso: int | None = None
        self.bare = 0.0
        self.checks: Checks | None = None
        self.sleeve: Ramp | None = None
        self.shirt: Ramp | None = None
        self.rib = 0.0
        self.below: list[int] = []
        self._light = pen.axis(*(_LONG_LIGHT if self.art.limbs else _LIGHT), attach=BODY)

    @property
    def pattern(self) -> Pattern:
        """Of the outfit's cloth."""
        return worn_pattern(self.spec, self.art)

    @property
    def sleeve_cloth(self) -> SleeveCloth | None:
        """What the sleeves are made of; None in editions whose raised arms are of the outfit's colour, whatever it is."""
        if self.sleeve is None or not self.art.graded:
            return None
        weave: Callable[[Ground], None] | None = None
        if self.checks is not None:
            weave = self.checks.draw
        elif self.sleeve is self.tones.cloth and self.pattern is not Pattern.PLAIN and self.pattern in self._weaves:
            weave = self._weaves[self.pattern].draw
        return SleeveCloth(self.sleeve, weave, self.spec.seed)

    def pattern_below(self, ramp: Ramp) -> Pattern:
        """Of what is worn below the waist, in these colours."""
        said = self.spec.lower_pattern if self.art.graded else Pattern.PLAIN
        return self.pattern if said is Pattern.PLAIN and ramp is self.tones.cloth else said

    def cover(
        self, pattern: Pattern, ramp: Ramp, half: float, long: float, place: Callable[[FloatArray], FloatArray],
        layer: Layer = Layer.OUTFIT, edge: Callable[[float], float] | None = None,
    ) -> None:  # fmt: skip
        """Draws a pattern on a piece of cloth (see ``Ground``); call it where what is drawn is clipped to that.

        Args:
            place: from places on the cloth to points [n, 2] on the body.
            edge: half the cloth's width at each height; None where that is ``half`` everywhere.
        """
        if pattern is Pattern.PLAIN or pattern not in self._weaves:
            return

        def laid(flat: FloatArray) -> FloatArray:
            return self.on_body(place(flat))

        edges = edge or (lambda _: half)
        ground = Ground(self.pen, self.tones, ramp, layer, half, long, laid, self.spec.seed, edges)
        self._weaves[pattern].draw(ground)

    def cover_trunk(
        self, curves: Sequence[int], ramp: Ramp, long: float, layer: Layer = Layer.OUTFIT, *, wide: bool = False
    ) -> None:
        """Draws the outfit's pattern on pieces of its cloth that go down to ``long`` below the shoulders; ``wide`` ones stand off
        the body.
        """
        if ramp is not self.tones.cloth or self.pattern is Pattern.PLAIN:
            return
        half, y = self.figure.shoulder + 20, self.figure.shoulder_y

        def place(flat: FloatArray) -> FloatArray:
            sag = 9 * (1 - (flat[:, 0] / half) ** 2)
            return np.column_stack([flat[:, 0], flat[:, 1] + y + sag])

        side = silhouette(self.figure, self.thickness)

        def edge(v: float) -> float:
            return float(np.interp(v + y, side[2:, 1], side[2:, 0]))

        with self.pen.clipped(*curves):
            self.cover(self.pattern, ramp, half, long, place, layer, None if wide else edge)

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
        cutaway: float = 0.0,
        rib: float = 0.0,
        loose: float = 0.0,
    ) -> int:
        """The body's whole outline in cloth, open at the neck.

        Args:
            neckline: right half, from the shoulder to the middle (x = 0), [n, 2].
            out: thickness of the cloth over the body.
            hem: where it ends, below the shoulder's height; None for the picture's lower edge. Editions without limbs
                have nothing below, so there it always reaches that.
            cutaway: how far above the hem its fronts part, the one at the viewer's right over the other.
            rib: how high the ribbed band is in which the hem is gathered, in editions that have them.
            loose: how straight its sides fall from the chest to the hem, past the waist, 0..1; in the same editions.
        """
        self.thickness = out
        self.rib = rib = rib if self.art.graded and not self.figure.mascot else 0.0
        neck = np.asarray(neckline, np.float64)
        side = silhouette(self.figure, out)[1:]
        ends = hem is not None and self.art.limbs
        if hem is not None and ends:
            bottom = self.figure.shoulder_y + hem
            side = self._falling(side, bottom, loose)
            end = (float(np.interp(bottom, side[3:, 1], side[3:, 0])), bottom)
            if rib:
                # It hangs loose over its band.
                over = float(np.interp(bottom - rib, side[3:, 1], side[3:, 0]))
                slack = [(over + 5 * self.smallness, bottom - rib - 14), (over - 1, bottom - rib), (end[0] - 4, bottom)]
                side = np.vstack([side[side[:, 1] < bottom - rib - 34], slack])
            else:
                side = np.vstack([side[side[:, 1] < bottom - 6], [end]])
        right = np.vstack([neck[::-1], side])
        left = mirrored(right)[::-1]
        middle = 1 if abs(neck[-1, 0]) < 0.5 else 0
        outline = np.vstack([left, right[middle:]])
        size = len(side)
        corners = [0, len(outline) - 1, size, len(outline) - size - 1]
        # A hem hangs a little in its middle.
        x, y = side[-1]
        sag = hanging = np.array([(x * 0.5, y + 7), (0, y + 9), (-x * 0.5, y + 7)])
        peaks: tuple[int, ...] = ()
        if cutaway and self.art.graded:
            right_front = [(x * 0.62, y + 8), (x * 0.34, y + 4), (x * 0.14, y - 0.4 * cutaway), (3, y - cutaway)]
            left_front = [(-x * 0.06, y - 0.5 * cutaway), (-x * 0.26, y + 2), (-x * 0.60, y + 8)]
            sag, peaks = np.array(right_front + left_front), (3,)
        if ends:
            corners += [len(outline) + peak for peak in peaks]
            outline = np.vstack([outline, sag])
            below = np.vstack(
                [side[-1:] - [4, 8], [(x - 6, y + 16)], hanging + np.array([0, 15]), [(6 - x, y + 14), (4 - x, y - 8)]]
            )
            # It lies in the gap between parted fronts, too.
            below = np.vstack([below, [(1, y - cutaway - 6)]]) if peaks else below
            self._cast(below, y, layer, (0, 1, 5, *range(6, len(below))))
        curve = self.torso = self.pen.fill(self.on_body(outline), self.cloth(ramp), layer, BODY, corners)
        if not self.art.limbs:
            for half in (side, mirrored(side)):
                self.pen.stroke(self.on_body(half), 1.2, ramp.line, layer, BODY, peak=0.6)
            return curve
        self.cover_trunk((curve,), ramp, 320 if hem is None else hem, layer)
        model_torso(self.pen, self.figure, self.spec, (curve,), ramp, layer)
        if rib and ends:
            self._band(side, sag, ramp, layer, curve)
        for half, throat in ((side, neck[:1]), (mirrored(side), mirrored(neck[:1]))):
            self.pen.line(self.on_body(np.vstack([throat, half[:1]])), [0.8, 1.2], ramp.line, layer, BODY)
            self.pen.stroke(self.on_body(half[4:]), 1.7, ramp.line, layer, BODY, peak=0.6)
        if ends:
            edge = np.vstack([side[-1:], sag, mirrored(side)[-1:]])
            swell = np.interp(np.linspace(-1, 1, len(edge)), [-1, -0.5, 0, 0.5, 1], [0.8, 1.5, 1.6, 1.5, 0.8])
            self.pen.line(self.on_body(edge), swell, ramp.line, layer, BODY, [1 + peak for peak in peaks])
            if not (peaks or rib):
                self.pen.line(self.on_body(edge - [0, 13.0]), 0.7, ramp.deep, layer, BODY, detail=0.2)
        return curve

    def _falling(self, side: FloatArray, bottom: float, loose: float) -> FloatArray:
        """The side [n, 2] of a garment that hangs so loosely; where the body is wider it follows that."""
        if not (loose and self.art.graded) or self.figure.mascot:
            return side
        chest = self.figure.shoulder_y + _CHEST
        ends = [float(np.interp(y, side[3:, 1], side[3:, 0])) for y in (chest, bottom)]
        straight = np.interp(side[:, 1], [chest, bottom], [ends[0], max(ends[1], ends[0] - 16)])
        gap = np.where((side[:, 1] > chest) & (side[:, 1] < bottom + 60), np.maximum(straight - side[:, 0], 0), 0)
        return side + np.column_stack([loose * gap, np.zeros(len(side))])

    def _band(self, side: FloatArray, sag: FloatArray, ramp: Ramp, layer: Layer, curve: int) -> None:
        """The ribbed band of a garment whose side ends at its foot, with the hem's sagging middle between."""
        lower = np.vstack([side[-1:], sag, mirrored(side[-1:])])
        upper = lower - np.array([0, self.rib])
        upper[[0, -1]] = side[-2], side[-2] * [-1, 1]
        with self.pen.clipped(curve):
            self.ribbed(upper, lower, ramp, layer)

    def ribbed(self, upper: npt.ArrayLike, lower: npt.ArrayLike, ramp: Ramp, layer: Layer = Layer.OUTFIT) -> None:
        """A ribbed band between two edges [n, 2] that run the same way, with ink along the upper one."""
        top, foot = np.asarray(upper, np.float64), np.asarray(lower, np.float64)
        count = len(top)
        band = self.on_body(np.vstack([top, foot[::-1]]))
        self.pen.fill(band, fade(ramp.shade, 0.45), layer, BODY, (0, count - 1, count, 2 * count - 1))
        ribs = [self.pen.shape(self.on_body(furrow), BODY, (0, 1, 2, 3)) for furrow in furrows(top, foot)]
        self.pen.paint(ribs, fade(ramp.deep, 0.8), layer, detail=0.2)
        self.pen.line(self.on_body(top), 1.2, ramp.line, layer, BODY)

    def _cast(self, shadow: FloatArray, y: float, layer: Layer, corners: tuple[int, ...]) -> None:
        """The shadow [n, 2] of a hem at the height y."""
        if not (self.art.graded and self.below):
            self.pen.fill(self.on_body(shadow), self._under(y), layer, BODY, corners)
            return
        with self.pen.clipped(*self.below):
            self.pen.fill(self.on_body(shadow), self._under(y), layer, BODY, corners)

    def _under(self, y: float) -> Paint:
        """The shadow of a hem at the height y."""
        if not self.art.rounded:
            return _UNDER_HEM
        shadow = _UNDER_DARK if self.art.graded else _UNDER_HEM
        ends = self.on_body([(0, y + 4), (2, y + 23)])
        axis = self.pen.axis(ends[0].tolist(), ends[1].tolist(), BODY)
        return Linear(((0, shadow), (1, fade(shadow, 0.12))), axis)

    def line(
        self, points: npt.ArrayLike, width: float, ramp: Ramp, layer: Layer = Layer.OUTFIT, peak: float = 0.5
    ) -> int:
        """Ink on the body, tapered at both ends."""
        return self.pen.stroke(self.on_body(points), width, ramp.line, layer, BODY, peak=peak)

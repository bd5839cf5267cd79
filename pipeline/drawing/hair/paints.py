"""The colours of hair, region by region: what locks of a region are filled, shaded and inked with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from pipeline.drawing.art import Art
from pipeline.drawing.geometry import OUTLINE, Attach
from pipeline.drawing.palette import Colour, Ramp, fade, mix
from pipeline.drawing.pen import Axis, Linear, Paint, Pen, Radial, Stops
from pipeline.drawing.tones import Tones
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import HairBack, HairColouring, RigSpec


@dataclass(frozen=True)
class HairPaints:
    """Paints of one region of hair.

    Attributes:
        fill, shade: gradients in light and in shadow that all locks of the region share, so that roots melt together.
        strand: thin lines inside. shine: highlights. line: what edges are inked with, ``ink`` its colour in the shade.
        inner: ink where hair lies on hair. shadow: soft shadows in large masses.
    """

    fill: Paint
    shade: Paint
    strand: Colour
    shine: Colour
    line: Paint
    ink: Colour
    inner: Colour
    shadow: Colour


SHORT_BACKS, _SHORTER = frozenset({HairBack.SHORT, HairBack.SPIKY, HairBack.UNDERCUT}), 0.2
"""Hair that ends at the ears, and how much higher (share of a gradient) its tips are dyed."""
_FAIR = 0.8
"""Lightness of hair on which whiter light would look like chalk."""
_RING_FROM, _RING_REACH, _RING = (-6.0, 78.0, 30.0), 222.0, 0.65
"""The arc of light round the head: the middle of its circle and the circle's radius at the crown, design units, and where
on the way it is.
"""


class HairColours:
    """The paints of each region of a character's hair.

    Attributes:
        pen, spec, tones: what to draw with, who, in which colours.
        art: the edition that draws it.
    """

    def __init__(self, pen: Pen, art: Art, spec: RigSpec, tones: Tones) -> None:
        self.pen, self.art, self.spec, self.tones = pen, art, spec, tones
        self._fringe_axis = pen.axis((0, -136, 10), (4, 46, 70), Attach(turn=0.5))
        self._side_axis = pen.axis((-20, -130, 0), (10, 170, 0), OUTLINE)
        self._back_axis = pen.axis((-20, -130, -20), (10, 330, -20), OUTLINE)

    ring = _RING
    """Where the ring of light is on ``ring_axis``."""

    @cached_property
    def ring_axis(self) -> Axis:
        """Round gradients on it follow the head's roundness, from below its middle to the crown."""
        rim = (_RING_FROM[0], _RING_FROM[1] - _RING_REACH, 0)
        return self.pen.axis(_RING_FROM, rim, Attach(turn=0.35))

    @cached_property
    def _ink_axis(self) -> Axis:
        return self.pen.axis((-100, -120, 0), (70, 60, 0), OUTLINE)

    def ramp(self, x: float = 0.0) -> Ramp:
        """The hair's colour on the viewer's left (x < 0) or right; they differ for split dyes."""
        split = self.spec.hair_colouring is HairColouring.SPLIT and x > 0
        return self.tones.hair_2 if split else self.tones.hair

    def _lit(self, ramp: Ramp) -> Colour:
        """The colour of the broad ring of light."""
        if not self.art.soft or ramp.lch.lightness > _FAIR:
            return ramp.light
        return mix(ramp.light, ramp.shine, 0.22 if self.art.massed else 0.42)

    def _tip(self, ramp: Ramp) -> Colour:
        """The colour of hair's ends: richer and turned toward pink, as light through thin hair."""
        if not self.art.locks:
            return ramp.base
        c, paint = ramp.lch, self.tones.look.paint
        if self.art.soft:
            return paint(max(0.12, c.lightness - 0.03), min(c.chroma * 1.06 + 0.01, 0.20), c.toward_hue(350, 0.10))
        return paint(max(0.12, c.lightness - 0.035), min(c.chroma * 1.12 + 0.018, 0.20), c.toward_hue(350, 0.22))

    def fringe(self, x: float = 0.0) -> HairPaints:
        """Paints of the hair over the forehead; skin shines through its tips."""
        ramp = self.ramp(x)
        glow, through = self.tones.skin.shade, 0.10 if self.art.locks else 0.2
        middle = ((0.0, ramp.shade), (0.16, ramp.base), (0.36, self._lit(ramp)), (0.60, ramp.base))
        tips: Stops = ((0.88, mix(ramp.base, glow, 0.16)), (1.0, mix(ramp.base, glow, 0.30)))
        if self.art.locks:
            tips = ((0.80, ramp.base), (1.0, mix(self._tip(ramp), glow, 0.12)))
        if self.spec.hair_colouring in {HairColouring.TIPS, HairColouring.GRADIENT}:
            high, low = (0.86, 0.95) if self.art.massed else (0.35, 0.6)
            tips = (
                (0.9, mix(ramp.base, self.tones.hair_2.base, high)),
                (1.0, mix(ramp.base, self.tones.hair_2.base, low)),
            )
            if self.art.massed:
                tips = ((0.72, ramp.base), *tips)
        shade = ((0.0, ramp.deep), (0.3, ramp.shade), (0.75, ramp.shade), (1.0, mix(ramp.shade, glow, through)))
        paints = self._paints(ramp, (*middle, *tips), shade, self._fringe_axis)
        if self.art.massed and self.spec.hair_colouring not in {HairColouring.TIPS, HairColouring.GRADIENT}:
            return replace(paints, fill=Radial(self.ringed(ramp), self.ring_axis))
        return paints

    def ringed(self, ramp: Ramp) -> Stops:
        """The colours of hair round the head, from its tips over the ring of light to the crown."""
        at, lit = self.ring, self._lit(ramp)
        tip, crown = mix(self._tip(ramp), self.tones.skin.shade, 0.10), mix(ramp.base, ramp.shade, 0.6)
        return (
            (0.18, tip),
            (0.36, ramp.base),
            (at - 0.05, lit),
            (at + 0.04, lit),
            (at + 0.17, ramp.base),
            (0.98, crown),
        )

    def tone_at(self, paint: Paint, point: FloatArray) -> Colour:
        """The colour of a paint of the fringe at a point [3] of a head at rest."""
        if isinstance(paint, Radial):
            share = float(np.hypot(point[0] - _RING_FROM[0], point[1] - _RING_FROM[1])) / _RING_REACH
        elif isinstance(paint, Linear):
            share = float(point[1] + 136.0) / 182.0
        else:
            return paint
        places = [place for place, _ in paint.stops]
        after = int(np.searchsorted(places, share))
        if after in {0, len(places)}:
            return paint.stops[min(after, len(places) - 1)][1]
        (start, one), (end, other) = paint.stops[after - 1 : after + 1]
        return mix(one, other, (share - start) / max(end - start, 1e-6))

    def side(self, x: float = 0.0) -> HairPaints:
        """Paints of the hair beside the face and of the cap."""
        ramp = self.ramp(x)
        fill = ((0.0, ramp.shade), (0.12, ramp.base), (0.26, self._lit(ramp)), (0.45, ramp.base))
        shade = ((0.0, ramp.deep), (0.3, ramp.shade), (0.8, ramp.shade))
        return self._dyed_paints(ramp, fill, shade, 0.62, self._side_axis)

    def back(self, x: float = 0.0) -> HairPaints:
        """Paints of hair behind the head: in shadow."""
        ramp = self.tones.hair_2 if self.spec.hair_colouring is HairColouring.INNER else self.ramp(x)
        fill = ((0.0, ramp.deep), (0.35, ramp.deep), (0.6, ramp.shade), (0.8, ramp.shade))
        shade = ((0.0, ramp.dark), (0.5, ramp.dark), (0.8, ramp.deep))
        paints = self._dyed_paints(ramp, fill, shade, 0.75, self._back_axis)
        return replace(paints, shadow=mix(ramp.deep, ramp.dark, 0.6))

    def tail(self, x: float = 0.0) -> HairPaints:
        """Paints of tails, braids and long hair in the light."""
        ramp = self.ramp(x)
        fill = ((0.0, ramp.shade), (0.15, ramp.base), (0.30, self._lit(ramp)), (0.48, ramp.base))
        shade = ((0.0, ramp.deep), (0.3, ramp.shade), (0.8, ramp.shade))
        return self._dyed_paints(ramp, fill, shade, 0.7, self._back_axis)

    def streaked(self, paints: HairPaints) -> HairPaints:
        """The same region in the second colour: for single locks where the colouring is STREAKS."""
        if self.spec.hair_colouring is not HairColouring.STREAKS:
            return paints
        ramp = self.tones.hair_2
        if isinstance(paints.fill, Radial):
            streaked = self._paints(ramp, (), ((0.0, ramp.shade), (1.0, ramp.shade)), self._fringe_axis)
            return replace(streaked, fill=Radial(self.ringed(ramp), paints.fill.axis))
        if not isinstance(paints.fill, Linear):
            return paints
        fill = ((0.0, ramp.shade), (0.2, ramp.base), (0.4, ramp.light), (0.7, ramp.base), (1.0, ramp.shade))
        return self._paints(ramp, fill, ((0.0, ramp.shade), (1.0, ramp.shade)), paints.fill.axis)

    def _dyed(
        self, stops: tuple[tuple[float, Colour], ...], ramp: Ramp, start: float, shaded: bool = False
    ) -> tuple[tuple[float, Colour], ...]:
        other = self.tones.hair_2
        new = other.shade if shaded else other.base
        last = stops[-1][1]
        colouring = self.spec.hair_colouring
        if colouring is HairColouring.TIPS:
            if self.art.massed:
                start -= _SHORTER if self.spec.hair_back in SHORT_BACKS else 0.0
                # Larger masses: the dye creeps up farther, as a step would cut across them.
                above = tuple(stop for stop in stops if stop[0] < start - 0.1)
                return (*above, (start - 0.08, last), (min(1.0, start + 0.24), new), (1.0, new))
            return (*stops, (max(start, stops[-1][0] + 0.05), last), (min(1.0, start + 0.18), new), (1.0, new))
        if colouring is HairColouring.GRADIENT:
            if self.art.massed:
                stops = tuple(stop for stop in stops if stop[0] < 0.6)
            return (*stops, (0.72, mix(last, new, 0.55)), (1.0, new))
        if shaded:
            return (*stops, (1.0, last))
        if self.art.massed:
            return (*stops, (1.0, mix(self._tip(ramp), ramp.shade, 0.7)))
        return (*stops, (1.0, mix(self._tip(ramp), ramp.shade, 0.3) if self.art.locks else mix(last, ramp.shade, 0.6)))

    def _dyed_paints(self, ramp: Ramp, fill: Stops, shade: Stops, start: float, axis: Axis) -> HairPaints:
        """Paints whose colours along ``axis`` change to the dye's from ``start`` (a share of it) on."""
        return self._paints(ramp, self._dyed(fill, ramp, start), self._dyed(shade, ramp, start, shaded=True), axis)

    def _paints(
        self, ramp: Ramp, fill: tuple[tuple[float, Colour], ...], shade: tuple[tuple[float, Colour], ...], axis: Axis
    ) -> HairPaints:
        dyed = self.spec.hair_colouring in {HairColouring.TIPS, HairColouring.GRADIENT}
        other, share = self.tones.hair_2, 0.5 if dyed else 0.0
        # A flat tone where nothing is dyed: a gradient costs three times as much to paint.
        flat = self.art.locks and not dyed
        line = mix(mix(ramp.line, ramp.dark, 0.25), other.line, 0.6 * share)
        within = 0.72 if self.art.soft else 0.5
        pale = mix(mix(ramp.line, ramp.deep, within), mix(other.line, other.deep, within), 0.6 * share)
        return HairPaints(
            fill=Linear(fill, axis),
            shade=shade[len(shade) // 2][1] if flat else Linear(shade, axis),
            strand=fade(mix(ramp.deep, other.deep, share), 0.8),
            shine=fade(ramp.shine, 0.75),
            line=Linear(((0.0, mix(line, ramp.deep, 0.6)), (0.55, line)), self._ink_axis) if self.art.massed else line,
            ink=line,
            inner=pale if self.art.locks else line,
            shadow=mix(ramp.shade, ramp.deep, 0.55),
        )

    def shadow(self, x: float = 0.0) -> Colour:
        """The colour of soft shadows."""
        return self.side(x).shadow

"""What hair is drawn with: locks, strands, soft shadows, springs, and the paints of each region (``paints``).

Hair that lies on the head is given on the skull (longitude in degrees, 0 in front and 90 at the viewer's right;
``down`` 0 at the crown, 1 at the widest ring, then 150 units per 1); hair that hangs free is given in design units.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from pipeline.drawing.figure import Figure, skull
from pipeline.drawing.geometry import SKULL, Attach, Chain
from pipeline.drawing.hair.paints import SHORT_BACKS, HairColours, HairPaints
from pipeline.drawing.palette import Colour, fade, mix
from pipeline.drawing.pen import Layer, Linear, Paint, Pen
from pipeline.drawing.tones import Tones
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import HairBack, HairColouring, HairFront, RigSpec

Fix = Attach | Callable[[FloatArray], Attach]
"""What moves a shape, or how to find that from its points [n, 3]."""


def attached(fix: Fix, points: FloatArray) -> Attach:
    """What moves these points [n, 3]."""
    return fix(points) if callable(fix) else fix


@dataclass(frozen=True)
class Sway:
    """How a lock swings (see ``Chain``); ``start`` is the share of its length at which it leaves the head."""

    rate: float = 2.0
    damping: float = 0.32
    hang: float = 0.5
    start: float = 0.3


_COMBED_BACK = frozenset({HairFront.SWEPT_BACK, HairFront.RECEDING})
_CLOSE = frozenset(
    {
        HairBack.SHORT, HairBack.DREADLOCKS, HairBack.PONYTAIL, HairBack.SIDE_PONYTAIL, HairBack.BUN, HairBack.LOW_BUN, HairBack.DOUBLE_BUN,
        HairBack.BRAID, HairBack.TWIN_TAILS, HairBack.LOW_TWIN_TAILS, HairBack.TWIN_BRAIDS,
    }
)  # fmt: skip
_DYED = {Layer.FRINGE: (-5.0, 28.0), Layer.HAIR_LIGHT: (-5.0, 28.0), Layer.SIDE_HAIR: (40.0, 120.0)}
_DYED_BEHIND = (100.0, 250.0)
"""Heights between which the dye of hair's ends sets in, by layer."""
_RIGHT = 0.6
"""How often hair is combed to the viewer's right."""


class HairKit(HairColours):
    """Everything that a hair style needs to draw itself.

    Attributes:
        figure: where things are; see ``HairColours`` for what and in which colours.
        rng: the character's own dice (``random.Random``): use no other.
        out: how far hair stands off the skull, more with ``hair_volume``.
        length: ``hair_length`` 0..1.
    """

    def __init__(self, pen: Pen, figure: Figure, spec: RigSpec, tones: Tones) -> None:
        super().__init__(pen, figure.art, spec, tones)
        self.figure = figure
        self.rng = random.Random(spec.seed * 7919 + 17)
        self.out = self.art.hair_out + self.art.hair_volume * spec.hair_volume
        self.out -= self.art.close_hair * figure.masculine
        self.length = spec.hair_length

    @property
    def combed(self) -> int:
        """The side to which hair is combed, -1 for the viewer's left or 1."""
        return 1 if random.Random(self.spec.seed * 97 + 3).random() < _RIGHT else -1

    @property
    def sleek(self) -> bool:
        """Combed back and close to the head; what is tied is so too."""
        return self.art.massed and self.spec.hair_front in _COMBED_BACK and self.spec.hair_back in _CLOSE

    def jitter(self, amount: float) -> float:
        """A small random number, -amount..amount, larger for messy hair."""
        return self.rng.uniform(-amount, amount) * (0.5 + 1.2 * self.spec.hair_mess)

    def wedge(
        self, crisp: FloatArray, soft: FloatArray, colour: Colour, layer: Layer, fix: Fix = SKULL, strength: float = 1.0
    ) -> None:
        """A shadow or a light between two runs [n, 3] side by side: it is strongest along ``crisp`` and melts away toward
        ``soft``. The rasteriser has no blur, so this is a gradient across.
        """
        widest = int(np.hypot(*(soft - crisp)[:, :2].T).argmax())
        ends = np.array([crisp[widest], soft[widest]])
        axis = self.pen.axis(ends[0].tolist(), ends[1].tolist(), attached(fix, ends))
        colour = self._on_dye(colour, layer, crisp[:, 1])
        stops = ((0.0, fade(colour, strength)), (0.4, fade(colour, 0.52 * strength)), (1.0, fade(colour, 0.0)))
        shape, count = np.vstack([crisp, soft[::-1]]), len(crisp)
        corners = (0, count - 1, count, 2 * count - 1)
        self.pen.fill(shape, Linear(stops, axis), layer, attached(fix, shape), corners)

    def _on_dye(self, colour: Colour, layer: Layer, y: FloatArray) -> Colour:
        """A soft shadow's colour along heights ``y`` [n]: on dyed ends it is theirs, fainter where it is on both."""
        if self.spec.hair_colouring not in {HairColouring.TIPS, HairColouring.GRADIENT} or colour != self.shadow():
            return colour
        other = self.tones.hair_2
        reach = _DYED.get(layer, _DYED_BEHIND)
        short = 60.0 if layer is Layer.SIDE_HAIR and self.spec.hair_back in SHORT_BACKS else 0.0
        share = float(np.interp(y + short, reach, (0.0, 1.0)).mean())
        return fade(mix(colour, mix(other.shade, other.deep, 0.55), share), 1 - 1.6 * share * (1 - share))

    def skull_lock(
        self,
        longitude: Sequence[float] | FloatArray,
        down: Sequence[float] | FloatArray,
        width: Sequence[float] | FloatArray,
        paints: HairPaints,
        layer: Layer,
        out: float | FloatArray = 1.0,
        sway: Sway | None = None,
        casts: bool = True,
        shade: float = 0.45,
        strands: int = 1,
        ink: float = 1.0,
    ) -> int:
        """A lock that lies on the head: centre line, and half-widths in degrees, from root to tip (n points each).

        ``out`` lifts it off the skull on top of the hair's own thickness. Returns the curve of its fill.
        """
        lon, fall, half = (np.asarray(v, np.float64) for v in (longitude, down, width))
        lift = self.out * np.asarray(out, np.float64)
        left, right = skull(lon - half, fall, lift), skull(lon + half, fall, lift)
        return self.lock(left, right, paints, layer, SKULL, sway, casts, shade, strands, ink)

    def lock(
        self,
        left: FloatArray,
        right: FloatArray,
        paints: HairPaints,
        layer: Layer,
        attach: Attach = SKULL,
        sway: Sway | None = None,
        casts: bool = False,
        shade: float = 0.45,
        strands: int = 1,
        ink: float = 1.0,
        free: float = 0.28,
    ) -> int:
        """A lock between two edges [n, 3] from root to tip, which meet at the tip.

        Drawn as a fill, a sliver of shadow along its right edge (the light comes from the left), strands, and ink that
        begins where the lock is ``free`` (share of its length; 0 is its very root) and swells toward the tip.
        """
        pen, count = self.pen, len(left)
        if sway is not None:
            attach = self._swaying(left, right, attach, sway)
        tip = count - 1
        fill = pen.fill(np.vstack([left, right[-2::-1]]), paints.fill, layer, attach, (0, tip, 2 * count - 2), casts)
        t = np.linspace(0, 1, count)[:, None]
        if shade:
            into = shade * 1.5 * np.clip((t - t[1]) / (0.78 - t[1]), 0, 1) ** 0.8 * np.clip((1.05 - t) / 0.35, 0, 1)
            inner = right + (left - right) * np.minimum(into, 0.9)
            if self.art.massed:
                self.wedge(right[1:], inner[1:], self.shadow(float(right[-1, 0])), layer, attach, 0.9)
            else:
                pen.fill(np.vstack([right[1:], inner[-2:0:-1]]), paints.shade, layer, attach, (0, count - 2))
        with pen.detailed(0.30):
            for index in range(strands):
                place = 0.30 + 0.32 * index + self.rng.uniform(-0.06, 0.06)
                start = self.rng.uniform(0.25, 0.45)
                along = np.linspace(start, 0.96, 5)
                middle = left + (right - left) * place
                line = np.column_stack([np.interp(along, t[:, 0], middle[:, axis]) for axis in range(3)])
                pen.line(line, [0.05, 0.42, 0.5, 0.4, 0.05], paints.strand, layer, attach)
        if ink:
            first = max(1, round(free * tip)) if free else 0
            edge = np.vstack([left[first:], right[first:-1][::-1]])
            half = tip - first
            rising, root = np.linspace(0, 1, half + 1), 0.05 if free else 0.6
            # Thin at its end, where the lock itself is no broader than a line.
            swells = np.interp(rising, [0, 0.6, 1], [root, 0.8, 0.3]) if self.art.massed else 0.05 + 0.95 * rising
            swell = np.r_[swells, swells[-2::-1]] * ink
            pen.line(edge, swell[: len(edge)], paints.line, layer, attach, corners=(half,))
        return fill

    def strand(
        self,
        points: npt.ArrayLike,
        width: float,
        colour: Paint,
        layer: Layer,
        attach: Attach = SKULL,
        detail: float = 0.25,
    ) -> int:
        """A single hair's line, tapered at both ends."""
        return self.pen.stroke(points, width, colour, layer, attach, detail=detail)

    def _swaying(self, left: FloatArray, right: FloatArray, attach: Attach, sway: Sway) -> Attach:
        middle = (left + right) / 2
        along = np.linspace(0, 1, len(middle))
        root = tuple(float(np.interp(sway.start, along, middle[:, axis])) for axis in range(3))
        return replace(attach, chain=self.hang(root, tuple(middle[-1]), sway, attach))

    def hang(self, root: Sequence[float], tip: Sequence[float], sway: Sway, attach: Attach = SKULL) -> int:
        """A chain from root to tip (x, y, z); use its number in ``Attach(chain=...)`` for all that swings with it."""
        head = float(np.mean(np.asarray(attach.head)))
        turn = float(np.mean(np.asarray(attach.turn)))
        x, y, z = root
        tx, ty, tz = tip
        return self.pen.chain(Chain((x, y, z), (tx, ty, tz), head, turn, sway.rate, sway.damping, sway.hang))

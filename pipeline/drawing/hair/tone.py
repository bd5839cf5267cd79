"""Soft tone on hair in large masses: shadow that is crisp on one side and melts on the other, light in a ring, fine
lines that begin at the tips and fade out before they reach the light.

The rasteriser has no blur. What is soft is a gradient across a shape, or one gradient that many shapes share and which
lets them out only where it is opaque.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL, Attach
from pipeline.drawing.hair.gloss import Lie, Lows, Slivers
from pipeline.drawing.hair.kit import Fix, HairKit, attached
from pipeline.drawing.palette import WHITE, Colour, fade, mix
from pipeline.drawing.pen import Layer, Linear, Radial
from pipeline.types.arrays import FloatArray


def fading(kit: HairKit, colour: Colour, clear: FloatArray, full: FloatArray, fix: Fix) -> Linear:
    """A paint that nothing is seen of at ``clear`` [3] and that is opaque from ``full`` [3] on."""
    ends = np.array([clear, full])
    axis = kit.pen.axis(ends[0].tolist(), ends[1].tolist(), attached(fix, ends))
    return Linear(((0.0, fade(colour, 0.0)), (0.5, fade(colour, 0.5)), (1.0, colour)), axis)


def around_ring(kit: HairKit, colour: Colour, reach: float) -> Radial:
    """A paint that shows only in the ring of light, ``reach`` (share of the head) above and below it."""
    middle = kit.ring
    return Radial(
        (
            (middle - reach, fade(colour, 0.0)),
            (middle - 0.3 * reach, colour),
            (middle + 0.3 * reach, colour),
            (middle + reach, fade(colour, 0.0)),
        ),
        kit.ring_axis,
    )


def off_ring(kit: HairKit, colour: Colour) -> Radial:
    """A paint that shows toward the tips and toward the crown, and not in the ring of light."""
    middle = kit.ring
    return Radial(
        (
            (middle - 0.34, colour),
            (middle - 0.06, fade(colour, 0.0)),
            (middle + 0.10, fade(colour, 0.0)),
            (middle + 0.30, fade(colour, 0.8)),
        ),
        kit.ring_axis,
    )


def soft_ring(kit: HairKit, lie: Lie, lows: Lows, spread: float, layer: Layer, attach: Attach) -> None:
    """The ring of light: two or three soft bands of different width on an arc round the head, whose lower edges break
    where locks part, and a few crisp glints on the side that faces the lamp.

    Args:
        spread: degrees that it reaches to both sides.
    """
    rng, glints = kit.rng, Slivers(kit, layer, attach)

    def at(longitude: float, places: npt.ArrayLike) -> FloatArray:
        low, down = lows(longitude), np.atleast_1d(np.asarray(places, np.float64))
        return lie(longitude, low, np.clip((low - down) / max(low - 0.04, 0.1), 0.02, 0.97))

    parts = rng.choice(_RINGS)
    for index, (begin, end, strength) in enumerate(parts):
        left, right = (spread * place + rng.uniform(-3, 3) for place in (begin, end))
        ramp = kit.ramp((left + right) / 2)
        arc = _RING_DOWN + rng.uniform(-0.015, 0.015)
        edge, corners, place = [at(left, arc)[0]], [0], left
        while place < right - 3:
            wide = min(rng.choice((4.0, 7.0, 11.0)) * rng.uniform(0.8, 1.2), right - place)
            tall = rng.uniform(0.05, 0.13) * (1 - 0.6 * abs((place + wide / 2 - left) / (right - left) * 2 - 1))
            edge.append(at(place + wide * rng.uniform(0.3, 0.7), arc + tall)[0])
            place += wide
            edge.append(at(place, arc + 0.02)[0])
            corners += [len(edge) - 2, len(edge) - 1]
        top = [at(left + (right - left) * share, arc - 0.12)[0] for share in (0.85, 0.5, 0.15)]
        light = fade(
            ramp.shine, strength * float(np.interp(ramp.lch.lightness, [0.35, 0.5, 0.8, 0.85], [1.35, 1, 1, 0.7]))
        )
        shape = kit.pen.shape(np.array([*edge, *top]), attach, corners)
        kit.pen.paint(shape, around_ring(kit, light, 0.11), layer, 0.08)
        if index == 0 or right - left > 20:
            glint = mix(ramp.shine, WHITE, 0.4)
            for share in rng.sample((0.14, 0.3, 0.45, 0.62, 0.8), 4 if index == 0 else 2):
                longitude, reach = left + (right - left) * share, rng.uniform(0.04, 0.11)
                path = at(longitude, arc + rng.uniform(-0.04, 0.05) + np.linspace(reach, -reach, 4))
                glints.add(path, rng.uniform(0.8, 2.1), fade(glint, 0.9 if index == 0 else 0.6), 0.5, 0.1)
    glints.paint()


_RING_DOWN = 0.655
_RINGS = (
    ((-0.82, -0.10, 0.66), (0.02, 0.42, 0.46), (0.62, 0.84, 0.30)),
    ((-0.60, 0.16, 0.66), (-0.92, -0.72, 0.46), (0.34, 0.70, 0.34)),
    ((-0.88, -0.42, 0.62), (-0.32, 0.26, 0.56), (0.50, 0.82, 0.30)),
)
"""Its height in the middle; begin, end (shares of its reach) and strength of the bands of a ring, that in the light first."""


def strands(kit: HairKit, lie: Lie, lows: Lows, spread: float, layer: Layer, attach: Attach) -> None:
    """Strands of shade over the locks of a fringe, unevenly spread: they come up from its tips and fade out before the
    ring of light.
    """
    rng, shades = kit.rng, Slivers(kit, layer, attach)
    place = -spread
    while place < spread:
        run = lie(place, lows(place), np.linspace(0.02, rng.uniform(0.35, 0.65), 4))
        half, strength = rng.choice(((0.6, 0.85), (0.9, 0.75), (1.8, 0.5), (2.6, 0.4)))
        shades.add(run, half, off_ring(kit, fade(kit.fringe(place).shadow, strength)), 0.25, 0.12)
        place += rng.choice((4.0, 7.0, 12.0, 19.0))
    shades.paint()


def crown_tone(kit: HairKit, centre: float, layer: Layer, attach: Attach = SKULL) -> None:
    """Soft strokes of shadow that come down from the whorl at longitude ``centre`` (of its own ring) and fade out."""
    strokes = Slivers(kit, layer, attach)
    for place in (-72, -44, -17, 12, 40, 74):
        lon = centre + place + kit.jitter(5)
        if kit.rng.random() < 0.25:
            continue
        end = kit.rng.uniform(0.30, 0.52)
        run = skull(np.linspace(lon * 0.75, lon, 4), np.linspace(0.10, end, 4), kit.out * 0.97)
        strokes.add(run, kit.rng.uniform(1.2, 4.0), off_ring(kit, fade(kit.shadow(lon), 0.6)), 0.3, 0.1)
    strokes.paint()
